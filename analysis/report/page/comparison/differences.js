// Two arms with the same draws: differences pair by pair, with their 95 % intervals.
import { chart, ink, marginFor, muted, orange, Plot, rowAxis } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { none, percent, supported, words } from "../numbers.js";
import { table } from "../table.js";

const codes = ["form", "urban_level"]; // words, whose difference is no number
const first = ["adopted", "depth", "urban_role", "participation", "hardness"];
const interval = (one) => (one ? [one.mean, ...one.ci95].map((value) => supported(value, ...one.ci95)) : null);
const text = (one) => (one ? `${interval(one)[0]} [${interval(one).slice(1).join(", ")}]` : none);
const named = () => swatches([["text", "named: beyond chance and large enough"], ["unnamed", "not named"]]);

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

const columns = (what) => [
  { name: what }, { name: "full", label: "mean in full", number: true, show: (value, row) => (value == null ? none : supported(value, row[3], row[4])) },
  { name: "difference", label: "difference [95 %]", number: true, show: (value, row) => text({ mean: value, ci95: [row[3], row[4]] }) },
  { name: "low", hidden: true }, { name: "high", hidden: true },
  { name: "p_adjusted", label: "p, adjusted", number: true, show: (p) => (p == null ? none : p < 0.001 ? "< 0.001" : p.toFixed(3)) },
  { name: "named", show: (is) => (is ? "yes" : "") }, { name: "pairs", number: true },
];
const cells = (label, one) => [label, one.full, one.mean, ...one.ci95, one.p_adjusted, one.named, one.n];

/// Differences of one outcome at every conference, and their mean.
export function forest({ comparison }) {
  if (!comparison.mean_conference) return null;
  const all = comparison.mean_conference.map((one) => one.metric).filter((metric) => !codes.includes(metric));
  const metrics = [...first.filter((metric) => all.includes(metric)), ...all.filter((metric) => !first.includes(metric))];
  let metric = metrics[0];
  const rows = () => [
    ...comparison.differences.filter((one) => one.metric === metric).map((one) => [one.conference, one]),
    ["mean", comparison.mean_conference.find((one) => one.metric === metric)],
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

/// Channels, or channels and functions, each with what it adds to the difference.
export function contributions({ comparison }) {
  const list = comparison.mean_attribution ?? comparison.mean_split;
  if (!list?.length) return null;
  const parts = (one) => one.parts ?? Object.fromEntries(Object.entries(one).filter(([, value]) => value?.ci95));
  let metric = list[0].metric;
  const rows = () => Object.entries(parts(list.find((one) => one.metric === metric)));
  const title = () => `Difference in ${words(metric)}, by part`;
  const drawn = figure({
    file: "parts", title: title(), legend: named(),
    about: "Mean over conferences with 95 % intervals over pairs: each part without the others, what they do only together, and all of it.",
    draw: (width) => intervals(rows().map(([label, one]) => [words(label), one]), `difference in ${words(metric)} →`, width),
    data: () => ({ columns: columns("part").filter((column) => column.name !== "full").map((column) => (column.name === "difference" ? { ...column, show: (value, row) => text({ mean: value, ci95: [row[2], row[3]] }) } : column)), rows: rows().map(([label, one]) => cells(label, one).filter((_, k) => k !== 1)) }),
    controls: [choice("Outcome", list.map((one) => [one.metric, words(one.metric)]), (to) => {
      metric = to;
      drawn.refresh({ title: title() });
    })],
  });
  return drawn.node;
}

/// Outcomes of years, in a table: they have no common scale.
export function yearly({ comparison }) {
  if (!comparison.yearly?.length) return null;
  return el("div", { class: "card" }, el("h3", {}, "Outcomes of years"),
    table("In the last year, and the mean over years", [...columns("outcome"), { name: "year" }],
      comparison.yearly.map((one) => [...cells(words(one.metric), one), one.year ?? "mean"])));
}
