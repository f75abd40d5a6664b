// How much each parameter matters: indices as bars with their 95 % intervals.
import { chart, ink, marginFor, muted, Plot, rowAxis } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { none, percent } from "../numbers.js";
import { estimateText, outcomeText, parameterColumns } from "./names.js";

const mostRows = 15;
const means = {
  sobol: "Sobol' indices: shares of the variance between design points",
  grid: "analysis of variance over the grid, whose values count alike",
  morris: "elementary effects: changes from the low to the high end of a range",
  binned: "first-order shares from bins",
  regression: "regression and partial rank correlation, which see what is monotone",
};

/// Measures beside a chart.
const called = { S1: "alone (S1)", ST: "with interactions (ST)", "mu*": "size of the change (mu*)", sigma: "its spread (sigma)", SRC: "regression (SRC)", PRCC: "rank correlation (PRCC)" };
const axes = { sobol: "share of the variation explained", grid: "share of the variation explained", binned: "share of the variation explained", morris: "change in the outcome", regression: "standardized effect" };

export function effects({ sweep }) {
  const { outcomes, contrasts, parameters } = sweep, { found, methods, main } = sweep.effects;
  if (!found.length) return null;
  let o = sweep.main_outcome, k = 0, method = main;
  const one = () => found.find((it) => it.outcome === o && it.contrast === k && it.method === method) ?? found[0];
  const all = () => methods[method].measures, measures = () => all().slice(0, 2);
  const size = (row) => (row ? Math.abs(row[methods[method].ranking][0] ?? -1) : -2);
  const sorted = () => one().parameters.map((row, j) => ({ j, row })).filter(({ row }) => row).sort((a, b) => size(b.row) - size(a.row));
  const nothing = () => one().nothing && `${one().nothing[0].toUpperCase()}${one().nothing.slice(1)}.`;
  const title = () => `What moves ${outcomeText(outcomes[o], sweep)}${k ? `, ${contrasts[k].name}` : ""}`;
  const about = () => {
    const { noise, used, units, without_text: without, runs } = one(), shown = sorted().length;
    return `${means[method][0].toUpperCase()}${means[method].slice(1)}. ` + all().map(({ name, about: text }) => `${name}: ${text}`).join(". ") +
      `. Lines: 95 % intervals; an index may fall a little below 0.` + (shown > mostRows ? ` The first ${mostRows} of ${shown} parameters.` : "") +
      (noise != null ? ` Chance makes ${percent(Math.min(1, Math.max(0, noise)))} of a run's variance and is taken out.` : "") +
      (without ? ` ${without} of ${runs} runs adopted no text and are left out.` : "") + (used < units ? ` Only ${used} of ${units} points count for every parameter.` : "") +
      (nothing() ? ` ${nothing()}` : "");
  };
  const draw = (width) => {
    const list = nothing() ? [] : sorted().slice(0, mostRows), names = list.length ? list.map(({ j }) => parameters[j].words) : [""];
    const bars = list.flatMap(({ row, j }, place) => measures().map((measure, m) => ({ place, m, j, name: measure.name, value: row[m][0], low: row[m][1], high: row[m][2] }))).filter((bar) => bar.value != null);
    const left = Math.min(width * 0.45, marginFor(names, 40, 250));
    const n = measures().length, top = (bar) => bar.place - 0.38 + (0.76 / n) * bar.m, middle = (bar) => top(bar) + 0.38 / n;
    return chart({
      width, height: 64 + (n > 1 ? 34 : 26) * names.length, marginLeft: left,
      x: list.length ? { label: `${axes[method]} →`, grid: true, zero: true, nice: true } : { axis: null, domain: [0, 1] }, y: { ...rowAxis(names), axis: null },
      marks: [
        Plot.axisY({ ticks: names.map((_, k) => k), tickFormat: (k) => names[k], tickSize: 0, label: null, lineWidth: (left - 14) / 12, lineHeight: 1 }),
        Plot.rect(bars, { x1: 0, x2: "value", y1: top, y2: (d) => top(d) + 0.76 / n - 0.04, fill: (d) => (d.m ? "var(--orange)" : "var(--blue)"), fillOpacity: 0.75, title: (d) => `${parameters[d.j].words} (${parameters[d.j].path}), ${d.name}: ${estimateText([d.value, d.low, d.high])}` }),
        Plot.ruleY(bars.filter((bar) => bar.low != null), { y: middle, x1: "low", x2: "high", stroke: ink, strokeWidth: 1.5 }),
        list.length ? Plot.ruleX([0], { stroke: muted }) : null,
        Plot.text(list.length ? [] : [nothing()], { text: (d) => d, frameAnchor: "middle", lineWidth: width / 14, fill: muted }),
      ],
    });
  };
  const columns = () => [
    ...parameterColumns,
    ...all().flatMap(({ name }, m) => [
      { name, label: `${name} [95 %]`, number: true, show: (value, row) => (value == null ? none : estimateText(row.slice(2 + 3 * m, 5 + 3 * m))) },
      { name: `${name}_low`, hidden: true }, { name: `${name}_high`, hidden: true },
    ]),
  ];
  const rows = () => one().parameters.map((row, j) => [parameters[j].path, parameters[j].words, ...(row ?? all().map(() => [null, null, null])).flat()]);
  const key = el("div");
  const relabel = () => key.replaceChildren(swatches(measures().map(({ name }, m) => [m ? "bar-orange" : "bar-blue", called[name] ?? name])));
  const show = () => {
    relabel();
    drawn.refresh({ title: title(), about: about() });
  };
  const pick = (label, options, set, now) => {
    const node = choice(label, options, (to) => {
      set(to);
      show();
    });
    node.querySelector("select").value = now;
    return node;
  };
  relabel();
  const drawn = figure({
    file: "effects", title: title(), about: about(), legend: key, draw, data: () => ({ columns: columns(), rows: rows() }),
    controls: [
      pick("Outcome", outcomes.map((it, at) => [at, outcomeText(it, sweep)]), (to) => (o = Number(to)), o),
      contrasts.length > 1 ? pick("In", contrasts.map(({ name }, at) => [at, name]), (to) => (k = Number(to)), k) : null,
      Object.keys(methods).length > 1 ? pick("Method", Object.keys(methods).map((name) => [name, name]), (to) => (method = to), method) : null,
    ].filter(Boolean),
  });
  return drawn.node;
}
