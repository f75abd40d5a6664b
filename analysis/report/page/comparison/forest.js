// Two arms with the same draws: differences pair by pair, with their 95 % intervals.
import { chart, ink, marginFor, muted, orange, Plot, rowAxis } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure } from "../figure.js";
import { percent, words } from "../numbers.js";
import { table } from "../table.js";
import { cells, columns, named, text } from "./intervals.js";

const codes = ["form", "urban_level"]; // words, whose difference is no number
const first = ["adopted", "depth", "urban_role", "participation", "hardness"];

/// One row a label: its difference and interval; `rows` are [label, difference].
function intervals(rows, label, width) {
  const names = rows.map(([name]) => name), known = rows.map(([name, one], k) => ({ name, k, ...one })).filter((one) => one.mean != null);
  return chart({
    width, height: 58 + 24 * rows.length, marginLeft: marginFor(names),
    x: { label, grid: true, nice: true }, y: rowAxis(names),
    marks: [
      Plot.ruleX([0], { stroke: muted }),
      Plot.ruleY(known, { y: "k", x1: (d) => d.ci95[0], x2: (d) => d.ci95[1], stroke: ink, strokeWidth: 1.5 }),
      Plot.dot(known, { y: "k", x: "mean", r: 4.5, fill: (d) => (d.named ? orange : "var(--edge)"), symbol: (d) => (d.named ? "circle" : "square"), title: (d) => `${d.name}: ${text(d)}` }),
    ],
  });
}

/// Differences of one outcome at every conference, and their mean.
export function forest({ comparison }) {
  if (!comparison.mean_conference) return null;
  const all = comparison.mean_conference.map((one) => one.metric).filter((metric) => !codes.includes(metric));
  const metrics = [...first.filter((metric) => all.includes(metric)), ...all.filter((metric) => !first.includes(metric))];
  let metric = metrics.find((name) => comparison.mean_conference.find((one) => one.metric === name).named) ?? metrics[0];
  const several = new Set(comparison.differences.map((one) => one.conference)).size > 1;
  const rows = () => [
    ...comparison.differences.filter((one) => one.metric === metric).map((one) => [one.conference, one]),
    ...(several ? [["mean", comparison.mean_conference.find((one) => one.metric === metric)]] : []),
  ];
  const title = () => `Difference in ${words(metric)}, by conference`;
  const drawn = figure({
    file: "differences", title: title(), legend: named(),
    about: `The difference is ${comparison.arms[1].name} minus ${comparison.arms[0].name}, with the 95 % interval over ${comparison.pairs} pairs that share their draws. Round: the comparison names it, since it is beyond chance after the adjustment for the number of conferences, and at least ${comparison.smallest} of the outcome's own scale. Square: too small to matter, or not shown.`,
    draw: (width) => intervals(rows(), `difference in ${words(metric)} →`, width),
    data: () => ({ columns: columns("conference"), rows: rows().map(([label, one]) => cells(label, one)) }),
    controls: [choice("Outcome", metrics.map((one) => [one, words(one)]), (to) => {
      metric = to;
      drawn.refresh({ title: title() });
    })],
  });
  drawn.node.querySelector("select").value = metric;
  return drawn.node;
}

/// Pairs in which one arm adopts a text and the other does not.
export function flips({ comparison }) {
  if (!comparison.differences) return null;
  const rows = comparison.differences.filter((one) => one.metric === "adopted" && one.flipped > 0);
  if (!rows.length) return el("p", {}, "No conference is turned: where one arm adopts a text, the other does in the same pair.");
  return el("div", { class: "card" }, el("h3", {}, "Conferences that are turned"),
    table("Pairs in which one arm adopts a text and the other does not", [
      { name: "conference" }, { name: "flipped", label: "pairs turned", number: true, show: percent },
      { name: "full", label: "adopted in full", number: true, show: percent }, { name: "other", label: "in the other", number: true, show: percent },
    ], rows.map((one) => [one.conference, one.flipped, one.full, one.other]), { sorted: 1 }));
}
