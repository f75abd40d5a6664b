// Where actors stand: the weight behind each position, with what would and what did come out.
import { chart, ink, muted, orange, Plot } from "../chart.js";
import { figure, swatches } from "../figure.js";
import { percent } from "../numbers.js";
import { actorsOn, domainOf, issueChoice, onScale } from "./actors.js";

const share = (value) => `${(100 * value).toFixed(1)}\u00a0%`;

/// Bars of one position on top of each other.
function stacked(list) {
  const tops = new Map();
  return list.filter((one) => one.weight > 0).map((one) => {
    const from = tops.get(one.position) ?? 0;
    tops.set(one.position, from + one.weight_share);
    return { ...one, from, to: from + one.weight_share };
  });
}

export function stand({ bargain }) {
  const { issues } = bargain;
  let d = 0;
  const draw = (width) => {
    const issue = issues[d], [low, high] = domainOf(issue), bars = stacked(actorsOn(bargain, d)), half = (high - low) / (width < 500 ? 40 : 70);
    const lines = [["reference", issue.reference, muted], ["decided", issue.decided, orange]].filter(([, value]) => value != null);
    return chart({
      width, height: 320, marginLeft: 50, marginRight: 24, marginTop: 34,
      x: { domain: [low - half, high + half], label: `position on ${issue.name} →`, ticks: width < 500 ? 5 : 8 },
      y: { label: "share of power × salience [%]", grid: true, nice: true, ticks: 5, tickFormat: (value) => String(Math.round(100 * value)) },
      marks: [
        Plot.rect(bars, { x1: (b) => b.position - half * 0.8, x2: (b) => b.position + half * 0.8, y1: "from", y2: "to", fill: "var(--pos-2)", stroke: "var(--paper)", title: (b) => `${b.name}: ${share(b.weight_share)} of the weight at ${onScale(issue)(b.position)}` }),
        ...[[1, "start"], [-1, "end"]].map(([side, textAnchor]) => Plot.text(bars.filter((b) => b.weight_share > 0.025 && (b.position > (low + high) / 2 ? -1 : 1) === side), { x: "position", y: (b) => (b.from + b.to) / 2, text: (b) => (b.name.length > 16 ? b.name.slice(0, 15) + "…" : b.name), textAnchor, dx: side * (width < 500 ? 12 : 16), fill: ink })),
        ...lines.flatMap(([text, value, color]) => [
          Plot.ruleX([value], { stroke: color, strokeWidth: 2, strokeDasharray: text === "decided" ? null : "2,3" }),
          Plot.text([value], { x: (v) => v, frameAnchor: "top", dy: -14, fill: color, fontWeight: "bold", text: () => text }),
        ]),
        Plot.ruleY([0], { stroke: muted }),
      ],
    });
  };
  const title = () => `Where actors stand on ${issues[d].name}`;
  const drawn = figure({
    file: "positions", title: title(), draw,
    about: "Each block is an actor at its position, as high as its share of power times salience, which is what most solvers weigh." +
      (issues.some((issue) => issue.decided != null) ? " The line in colour is what was decided in fact; no solver reads it." : ""),
    legend: swatches([["pos-2", "an actor"]]),
    data: () => ({
      columns: [{ name: "actor" }, { name: "position", number: true, show: onScale(issues[d]) }, { name: "power", number: true }, { name: "salience", number: true, show: percent },
        { name: "weight_share", label: "share of power × salience", number: true, show: share }, { name: "veto", show: (veto) => (veto ? "yes" : "") }],
      rows: actorsOn(bargain, d).map((one) => [one.name, one.position, one.power, one.salience, one.weight_share, one.veto]),
    }),
    controls: issueChoice(issues, (to) => { d = to; drawn.refresh({ title: title() }); }),
  });
  return drawn.node;
}
