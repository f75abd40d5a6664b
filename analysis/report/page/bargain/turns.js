// Positions over the turns of a solver that takes turns: a line for each actor, as thick as its power.
import { chart, ink, muted, orange, Plot } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { domainOf, issueChoice, onScale } from "./actors.js";

const most = 16; // names beside the lines

/// Labels at the ends of lines, moved apart so that none covers another; `gap` in units of the scale.
function apart(ends, gap) {
  const sorted = [...ends].sort((a, b) => b.value - a.value);
  let above = Infinity;
  for (const one of sorted) {
    one.y = Math.min(one.value, above - gap);
    above = one.y;
  }
  return sorted;
}

export function turns({ bargain }) {
  const { issues, actors } = bargain;
  const known = Object.entries(bargain.solvers).map(([name, found]) => ({ name, ...found })).filter((one) => one.turns > 0);
  if (!known.length) return el("p", {}, "No solver of this page takes turns: smp, chair, exchange and expected-utility do, where they are asked for and can be applied.");
  let d = 0, solver = known.find((one) => one.name === "smp") ?? known[0];
  const largest = Math.max(...actors.map((one) => one.power)) || 1;
  const named = actors.map((one, k) => [one.power, k]).sort(([a], [b]) => b - a).slice(0, most).map(([, k]) => k);
  const draw = (width) => {
    const issue = issues[d], [low, high] = domainOf(issue), height = 380, gap = ((high - low) * 14) / (height - 70);
    const rows = actors.flatMap((actor, k) => solver.positions.map((turn, t) => ({ t, k, value: turn[k][d], name: actor.name, power: actor.power })));
    const ends = apart(named.map((k) => ({ k, name: actors[k].name, value: solver.positions.at(-1)[k][d] })), gap);
    const texts = (solver.texts ?? []).map((text, t) => ({ t, value: text[d] }));
    const margin = width < 500 ? 84 : 130, room = width < 500 ? 11 : 18;
    return chart({
      width, height, marginLeft: 50, marginRight: margin,
      x: { domain: [0, solver.turns], label: "turn →", tickFormat: "d", ticks: Math.min(solver.turns, width < 500 ? 5 : 10) },
      y: { domain: [low - 0.02 * (high - low), high + 0.02 * (high - low)], label: `position on ${issue.name}`, grid: true },
      marks: [
        issue.reference == null ? null : Plot.ruleY([issue.reference], { stroke: muted, strokeDasharray: "2,3" }),
        issue.decided == null ? null : Plot.ruleY([issue.decided], { stroke: orange, strokeWidth: 1.5 }),
        Plot.line(rows, { x: "t", y: "value", z: "k", stroke: "var(--edge)", strokeOpacity: 0.85, strokeWidth: (row) => 1 + (4 * row.power) / largest, title: (row) => row.name }),
        texts.length ? Plot.line(texts, { x: "t", y: "value", stroke: ink, strokeWidth: 2, strokeDasharray: "5,3" }) : null,
        Plot.dot([solver.outcome[d]], { x: solver.turns, y: (value) => value, r: 6, symbol: "diamond", fill: ink, stroke: "var(--paper)" }),
        Plot.text(ends, { x: solver.turns, y: "y", dx: 10, textAnchor: "start", text: (one) => (one.name.length > room ? one.name.slice(0, room - 1) + "…" : one.name), fill: ink }),
      ],
    });
  };
  const title = () => `Positions on ${issues[d].name} over the turns of ${solver.name}`;
  const about = () =>
    `One line an actor, as thick as its power${actors.length > most ? `; named are the ${most} with most` : ""}. The diamond is the outcome, ${onScale(issues[d])(solver.outcome[d])}${solver.agreed ? "" : ", without an agreement"}.` +
    (solver.texts ? " Dashed: the chair's text." : "") + (issues[d].decided != null ? " The line in colour is what was decided." : "");
  const drawn = figure({
    file: "turns", title: title(), about: about(), draw,
    legend: swatches([["line", "an actor"], ...(known.some((one) => one.texts) ? [["before", "the chair's text"]] : []), ...(issues.some((one) => one.decided != null) ? [["decided", "decided"]] : [])]),
    data: () => ({
      columns: [{ name: "actor" }, ...solver.positions.map((_, t) => ({ name: `turn_${t}`, label: String(t), number: true, show: onScale(issues[d]) }))],
      rows: actors.map((actor, k) => [actor.name, ...solver.positions.map((turn) => turn[k][d])]),
    }),
    controls: [
      ...(known.length > 1 ? [choice("Solver", [solver, ...known.filter((one) => one !== solver)].map((one) => [one.name, one.name]), (name) => { solver = known.find((one) => one.name === name); drawn.refresh({ title: title(), about: about() }); })] : []),
      ...issueChoice(issues, (to) => { d = to; drawn.refresh({ title: title(), about: about() }); }),
    ],
  });
  return drawn.node;
}
