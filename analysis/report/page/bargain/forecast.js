// What each solver expects, beside what was decided.
import { blue, chart, ink, marginFor, muted, orange, Plot, rowAxis } from "../chart.js";
import { figure, swatches } from "../figure.js";
import { domainOf, issueChoice, onScale } from "./actors.js";

export function forecast({ bargain }) {
  const { issues } = bargain, solvers = Object.entries(bargain.solvers).map(([name, found]) => ({ name, ...found }));
  if (!solvers.length) return null;
  let d = 0;
  const names = solvers.map((one) => one.name);
  const draw = (width) => {
    const issue = issues[d], lines = [["reference", issue.reference, muted], ["decided", issue.decided, orange]].filter(([, value]) => value != null);
    return chart({
      width, height: 66 + 28 * names.length, marginLeft: marginFor(names), marginRight: 24, marginTop: 34,
      x: { domain: domainOf(issue), grid: true, label: `${issue.name} →` },
      y: rowAxis(names),
      marks: [
        ...lines.flatMap(([text, value, color]) => [
          Plot.ruleX([value], { stroke: color, strokeWidth: 2, strokeDasharray: text === "decided" ? null : "2,3" }),
          Plot.text([value], { x: (v) => v, frameAnchor: "top", dy: -14, fill: color, fontWeight: "bold", text: () => text }),
        ]),
        issue.decided == null ? null : Plot.ruleY(solvers, { y: (_, k) => k, x1: issue.decided, x2: (one) => one.outcome[d], stroke: muted, strokeDasharray: "2,2" }),
        Plot.dot(solvers, { x: (one) => one.outcome[d], y: (_, k) => k, r: 5.5, fill: (one) => (one.agreed ? blue : "var(--paper)"), stroke: blue, strokeWidth: 2, title: (one) => `${one.name}: ${onScale(issue)(one.outcome[d])}${one.agreed ? "" : ", not agreed"}` }),
        Plot.text(solvers, { x: (one) => one.outcome[d], y: (_, k) => k, dy: -11, fontSize: 11, fill: ink, stroke: "var(--paper)", strokeWidth: 3, text: (one) => onScale(issue)(one.outcome[d]) }),
      ],
    });
  };
  const title = () => `What the solvers expect on ${issues[d].name}`;
  const decided = issues.some((issue) => issue.decided != null);
  const drawn = figure({
    file: "forecasts", title: title(), draw,
    about: "One row a solver; filled where it finds an agreement. Under chair that means the text passed, under the others that nobody with a veto loses." +
      (decided ? " One case tells little of which solver is best: hansa backtest compares them over many." : " The table does not say what was decided; a column ISSUE:decided would be drawn here."),
    legend: swatches([["agreed", "agreed"], ["not-agreed", "not agreed"]]),
    data: () => ({
      columns: [{ name: "solver" }, { name: "expects", number: true, show: onScale(issues[d]) },
        ...(issues[d].decided != null ? [{ name: "decided", number: true, show: onScale(issues[d]) }, { name: "distance", label: "distance, share of the scale", number: true, show: (value) => `${(100 * value).toFixed(0)}\u00a0%` }] : []),
        { name: "agreed", show: (is) => (is ? "yes" : "no") }, { name: "turns", number: true }],
      rows: solvers.map((one) => [one.name, one.outcome[d],
        ...(issues[d].decided != null ? [issues[d].decided, Math.abs(one.outcome[d] - issues[d].decided) / (issues[d].max - issues[d].min || 1)] : []), one.agreed, one.turns]),
    }),
    controls: issueChoice(issues, (to) => { d = to; drawn.refresh({ title: title() }); }),
  });
  return drawn.node;
}
