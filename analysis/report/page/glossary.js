// What the words of the page mean. Numbers are defined in docs/reference/metrics.md of the program.
import { el } from "./dom.js";

const terms = [
  ["realization", "One history that the model allows, with random draws of its own. None is a forecast, and none is the history that happened."],
  ["adopted", "The conference ends with a text that its decision rule lets pass. The share of realizations is no probability in the world, only in the model as it is set."],
  ["form", "Soft: a declaration or decision. Shell: binding rules around pledges that each state makes itself. Hard: binding targets."],
  ["depth", "How far a text lifts the level of cooperation above what was there, weighed over issues, on a scale from 0 (none) to 1 (the most ambitious text any delegation tables)."],
  ["participation", "Share of voting states that joined by the last year; of a declaration, those present."],
  ["urban role", "What a text gives to cities, 0 to 1: about .1 a mention, .3 consultation, .6 implementation, .85 a seat."],
  ["objector", "A state that would rather have no text than the last one on the table, and says so."],
  ["gain", "What a state's worst veto player gets from the last text over no agreement, in its own payoff. Below 0 it is a loss."],
  ["veto player", "Whoever must agree: the executive, and at home parliaments or partners in government."],
  ["network", "An organisation of cities across borders. Known ones come from tables, others are generated so that their number follows the count of the world."],
  ["effective number", "How many networks of equal reach would be as concentrated as those there are: 1 over the Herfindahl index of reach."],
  ["voice", "Coverage times coherence times the attention that memberships leave, 0 to 1. It has no unit in the world."],
  ["channel", "A way by which cities press delegations: at home, at the conference, by coordination of blocs, by a summit beside it, by example; counter: opponents pressing back."],
  ["interval", "95 % Wilson interval of a share: the uncertainty of the draws alone, not of parameters or of the model."],
  ["band", "Range that holds half, or 90 %, of the realizations: their spread, not the uncertainty of a mean."],
];

export const glossary = (more = []) => el("dl", { class: "glossary" }, [...terms, ...more].flatMap(([term, meaning]) => [el("dt", {}, term), el("dd", {}, meaning)]));
