// The page of a bargain: sections in the order in which people ask.
import { download } from "../csv.js";
import { el } from "../dom.js";
import { decisive } from "./decisive.js";
import { forecast } from "./forecast.js";
import { stand } from "./stand.js";
import { turns } from "./turns.js";

/// Each solver with what it assumes.
const solvers = [
  ["compromise", "the mean of positions by power times salience (Van den Bos 1991; Achen 2006). The baseline: nothing is known to beat it reliably."],
  ["median", "the position that half of power times salience is on either side of (Black 1948), issue by issue."],
  ["nash", "the asymmetric Nash bargain over the outcome without an agreement, issue by issue."],
  ["contest", "the mean of positions by the standing that one round of the model's contest gives them."],
  ["smp", "the Spatial Model of Politics as KTAB plays it: actors challenge each other turn after turn; the median of their last positions."],
  ["chair", "the model's own negotiation: a chair redrafts a text until the decision rule lets it pass, or time is up."],
  ["mean", "the mean of positions by power alone; what it differs from compromise is what salience adds."],
  ["joint-nash", "the asymmetric Nash bargain over all issues at once: actors give way on one for what they gain on another."],
  ["setter", "one actor proposes, issue by issue, the nearest text to its position that the rule lets pass over the outcome without an agreement (Romer and Rosenthal 1978)."],
  ["exchange", "pairs of actors each give way on the issue that is less important to them, as long as both gain (Stokman and Van Oosten 1994)."],
  ["expected-utility", "actors challenge whom they expect to gain from and give way to whom they fear, issue by issue; the median of their last positions (Bueno de Mesquita 1994; Scholz, Calbert and Smith 2011)."],
];

const terms = [
  ["position", "What an actor wants on an issue, on the scale of the table."],
  ["salience", "How much an issue matters to an actor, 0 to 1."],
  ["power", "What an actor can bring to bear, in any unit: only shares count."],
  ["weight", "Power times salience."],
  ["reference", "The outcome of an issue without an agreement."],
  ["decided", "What was decided in fact. No solver reads it."],
];

const list = (pairs) => el("dl", { class: "glossary" }, pairs.flatMap(([term, meaning]) => [el("dt", {}, term), el("dd", {}, meaning)]));

export function bargainSections(data) {
  const { bargain, run } = data, file = run.name.endsWith(".csv") ? run.name : `${run.name}.csv`;
  return [
    ["forecast", "What would come out", () => [forecast(data)]],
    ["positions", "Where actors stand", () => [stand(data)]],
    ["turns", "How positions move", () => [turns(data)]],
    ["decisive", "Who decides", () => [decisive(data)]],
    ["assumptions", "What is assumed", () => [
      el("p", {}, "Positions, saliences and power are the table's, taken as true: most of the uncertainty is in them, and no solver shows it. Vary them and look again."),
      list(solvers.filter(([name]) => bargain.solvers[name])),
      el("p", {}, bargain.changed.length ? ["Rules that were set: ", bargain.changed.flatMap((one, k) => [k ? ", " : "", el("code", {}, one)]), ". All others have their defaults."].flat() : "All rules of the solvers have their defaults, which hansa bargain --help lists."),
    ]],
    ["sources", "Where the facts come from", () => [el("p", {}, "All facts are those of the table, which this page holds as it was read: ", download(file, file, "text/csv", () => bargain.csv), ". Ask its author for sources and licence; those of tables that ship with the program stand in scenarios/examples/SOURCES.md.")]],
    ["reproduce", "How to reproduce it", () => [
      el("p", {}, "Equal input gives equal bytes of this page."),
      el("pre", { tabindex: 0, role: "region", "aria-label": "Command" }, bargain.command),
      el("dl", { class: "facts" }, [["table", run.name], ["page made by", `Hansa ${run.version} (${run.commit})`], ["SHA-256 of the table", el("code", { class: "digest" }, run.sha256)]].flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])),
    ]],
    ["cite", "How to cite it", () => [
      el("blockquote", {}, `${CITED.authors}. ${CITED.title}. Version ${run.version}, commit ${run.commit}. Table ${run.name} (SHA-256 ${run.sha256.slice(0, 12)}), solvers ${Object.keys(bargain.solvers).join(", ")}.`),
      el("p", {}, "Cite the source of the table and that of each solver, too; name the solvers and rules that you tried."),
    ]],
    ["glossary", "Glossary", () => [list(terms)]],
  ];
}
