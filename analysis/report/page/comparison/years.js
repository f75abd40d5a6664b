// Outcomes of years in both arms, and how far they differ.
import { bands, blue, chart, ink, muted, orange, Plot } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { range, sentence, unit, words } from "../numbers.js";
import { table } from "../table.js";
import { cells, columns, text } from "./intervals.js";

const first = ["networks", "network_voice", "access", "city_action", "compliance", "status_quo"];
const apart = (one) => one.differences.some(([mean]) => mean);

/// Years on the horizontal axis, as many labels as there is room for.
const axis = (labels, width) => ({ tickFormat: "d", label: null, ticks: Math.min(labels.length, Math.max(3, Math.floor(width / 90))), interval: labels.length > 1 && labels.length < 8 ? 1 : undefined });
const events = (data) => Plot.ruleX(data.events ?? [], { stroke: muted, strokeOpacity: 0.5, strokeDasharray: "1,3" });

function lines(one, data, width) {
  const { labels } = data.comparison.by_year;
  const [full, other] = one.arms.map((arm) => labels.map((x, k) => ({ x, q: arm[k] })));
  const single = (rows, color) => Plot.ruleX(rows.filter((row) => row.q), { x: "x", y1: (d) => d.q[0], y2: (d) => d.q[4], stroke: color, strokeWidth: 3 });
  return chart({
    width, height: 260, marginLeft: 62,
    x: axis(labels, width),
    y: { label: `${words(one.name)}${unit(one.unit)}`, grid: true, nice: true, ticks: 5 },
    marks: [events(data), ...(labels.length > 1
      ? [...bands(full, blue), ...bands(other, orange).slice(0, 2), Plot.lineY(other.filter((row) => row.q), { x: "x", y: (d) => d.q[2], stroke: orange, strokeWidth: 2, strokeDasharray: "5,3" })]
      : [single(full, blue), single(other, orange)])],
  });
}

function gaps(one, data, width) {
  const { labels } = data.comparison.by_year;
  const rows = labels.map((x, k) => ({ x, mean: one.differences[k][0], low: one.differences[k][1], high: one.differences[k][2] })).filter((row) => row.mean != null);
  const known = rows.filter((row) => row.low != null);
  return chart({
    width, height: 200, marginLeft: 62,
    x: axis(labels, width),
    y: { label: `difference${unit(one.unit)}`, grid: true, nice: true, ticks: 4 },
    marks: [
      events(data), Plot.ruleY([0], { stroke: muted }),
      Plot.areaY(known, { x: "x", y1: "low", y2: "high", fill: ink, fillOpacity: 0.18 }),
      Plot.lineY(rows, { x: "x", y: "mean", stroke: ink, strokeWidth: 2 }),
      Plot.dot(rows, { x: "x", y: "mean", r: 2.2, fill: ink, title: (d) => `${d.x}: ${text({ mean: d.mean, ci95: [d.low, d.high] })}` }),
    ],
  });
}

/// Two figures of one outcome that the reader chooses: both arms, and their difference.
export function armsByYear(data) {
  const { comparison } = data, { by_year: part, arms } = comparison;
  const full = arms[0].name, other = arms[comparison.other].name;
  const known = part.outcomes.filter((one) => one.arms.flat().some(Boolean));
  if (!known.length) return null;
  const order = [...first.map((name) => known.find((one) => one.name === name)).filter(Boolean), ...known.filter((one) => !first.includes(one.name))];
  const named = (each) => comparison.yearly?.some((row) => row.metric === each.name && row.named);
  let one = order.find(named) ?? order.find(apart) ?? order[0];
  const heading = () => `${words(one.name).replace(/^./, (letter) => letter.toUpperCase())}, by year`, gapHeading = () => `Difference in ${words(one.name)}, by year`;
  const dotted = data.events?.length ? " Dotted: years of events." : "";
  const about = () => `${one.about ? sentence(one.about) : "By year."} Medians of ${comparison.pairs} realizations with bands of half and 90 % of them: ${full} as a line, ${other} dashed.${dotted}`;
  const gapAbout = () => (apart(one) ? `${other} minus ${full}: mean over pairs, with its 95 % interval; where the interval is narrow although bands overlap, pairs share their draws.` : "No pair differs in any year: the change does not reach this outcome.");
  const upper = figure({
    file: "by_year", title: heading(), about: about(),
    legend: swatches([["band-blue", full], ["observed", other]]),
    draw: (width) => lines(one, data, width),
    data: () => ({
      columns: [{ name: "year" }, ...[full, other].map((arm) => ({ name: arm, label: `${arm}, median [5 %, 95 %]`, show: range, file: false })),
        ...["full", "other"].flatMap((arm) => ["q05", "q25", "q50", "q75", "q95"].map((q) => ({ name: `${arm}_${q}`, hidden: true })))],
      rows: part.labels.map((year, k) => [year, one.arms[0][k], one.arms[1][k], ...one.arms.flatMap((arm) => arm[k] ?? Array(5).fill(null))]),
    }),
    controls: [choice("Outcome", order.map((each) => [each.name, words(each.name) + (apart(each) ? "" : " (same in all pairs)")]), (name) => {
      one = order.find((each) => each.name === name);
      upper.refresh({ title: heading(), about: about() });
      lower.refresh({ title: gapHeading(), about: gapAbout() });
    })],
  });
  upper.node.querySelector("select").value = one.name;
  const lower = figure({
    file: "difference_by_year", title: gapHeading(), about: gapAbout(),
    draw: (width) => gaps(one, data, width),
    data: () => ({
      columns: [{ name: "year" }, { name: "difference", label: "difference [95 %]", number: true, show: (value, row) => text({ mean: value, ci95: [row[2], row[3]] }) }, { name: "low", hidden: true }, { name: "high", hidden: true }],
      rows: part.labels.map((year, k) => [year, ...one.differences[k]]),
    }),
  });
  return [upper.node, lower.node];
}

/// The named differences of all outcomes of years, in a table: they have no common scale.
export function yearly({ comparison }) {
  if (!comparison.yearly?.length) return null;
  return el("div", { class: "card" }, el("h3", {}, "Outcomes of years"),
    table("In the last year, and the mean over years", [...columns("outcome"), { name: "year" }],
      comparison.yearly.map((one) => [...cells(words(one.metric), one), one.year ?? "mean"])));
}
