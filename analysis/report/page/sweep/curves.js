// Outcomes as curves of one parameter, with bands, where adoption crosses one half, and peaks.
import { chart, ink, muted, Plot } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { none, supported } from "../numbers.js";
import { estimateText, factor, isWide, levelNames, lineColour, lineDash, mostTogether, outcomeAxis, outcomeText, parameterAxis, placeText } from "./names.js";

/// What may be drawn together: all arms if they are few, else each arm; then each difference.
const choices = ({ contrasts, arms }) => {
  const differs = ({ minus }) => minus != null;
  const numbers = contrasts.map((_, k) => k);
  const single = numbers.filter((k) => !differs(contrasts[k]));
  return [
    ...(arms.length <= mostTogether ? [[arms.length > 1 ? "all arms" : contrasts[0].name, single]] : single.map((k) => [contrasts[k].name, [k]])),
    ...numbers.filter((k) => differs(contrasts[k])).map((k) => [contrasts[k].name, [k]]),
  ];
};

const span = ({ y }) => Math.max(...y) - Math.min(...y);

export function curves({ sweep }) {
  const { outcomes, parameters, contrasts } = sweep, ways = choices(sweep);
  if (!sweep.curves.length) return null;
  const of = (o) => sweep.curves.filter((one) => one.outcome === o);
  const firstParameter = (o) =>
    of(o).filter((one) => one.contrast === 0).reduce((best, one) => (best == null || span(one) * (1 + parameters[one.parameter].number) > span(best) * (1 + parameters[best.parameter].number) ? one : best), null).parameter;
  let o = sweep.main_outcome, j = firstParameter(o), way = ways[0];
  const drawn = () => of(o).filter((one) => one.parameter === j && way[1].includes(one.contrast));
  const isDifference = () => contrasts[way[1][0]].minus != null;
  const ordinal = () => !parameters[j].number;
  const title = () => `${isDifference() ? "Difference in " : ""}${outcomeText(outcomes[o], sweep)} by ${parameters[j].words}`.replace(/^./, (letter) => letter.toUpperCase());
  const about = () => {
    const [one] = drawn(), how = one.smooth ? `Local linear regression, window ± ${Number(one.half_window.toPrecision(2))}` : "Means at the values of the design";
    return `${how}; the other parameters as the design has them. ` +
      `${parameters[j].path}${parameters[j].about ? `: ${parameters[j].about}` : ""}. ` +
      `${ordinal() ? "Lines" : "Bands"}: 95 % intervals, each for its place` + (sweep.design === "grid" ? ", for the draws alone." : ", for draws and choice of points.") +
      (isDifference() ? ` ${contrasts[way[1][0]].name}, on the same random numbers.` : "") + marks().map((mark) => ` ${mark.text[0].toUpperCase()}${mark.text.slice(1)}.`).join("");
  };
  /// Peaks, and where adoption crosses one half.
  const marks = () => drawn().flatMap((one) => ["half", "peak"].filter((what) => one[what]).map((what) => ({
    what, place: one[what], k: way[1].indexOf(one.contrast),
    y: what === "half" ? 50 : factor(outcomes[o]) * Math.max(...one.y),
    text: `${way[1].length > 1 ? `${contrasts[one.contrast].name}: ` : ""}${what === "half" ? "one half" : "peak"} at ${placeText(one[what])}${one[what][1] == null ? " (no interval: some part of the runs has none)" : ""}`,
  })));
  const rowsOf = (one) => one.x.map((x, g) => ({ x, k: way[1].indexOf(one.contrast), name: contrasts[one.contrast].name, y: one.y[g], low: one.low[g], high: one.high[g] }));
  const draw = (width) => {
    const isShare = outcomes[o].name === "adopted" && !isDifference(), f = factor(outcomes[o]), lines = drawn(), rows = lines.flatMap(rowsOf).filter((row) => row.y != null);
    const y = { label: outcomeAxis(outcomes[o], sweep, isDifference()), grid: true, nice: true, ...(isShare ? { domain: [0, 100] } : {}) };
    const common = { width, height: 300, marginLeft: 52, y };
    const zero = isDifference() ? [Plot.ruleY([0], { stroke: muted })] : [];
    if (ordinal()) {
      const names = levelNames(parameters[j]), at = (row) => row.x + (row.k - (lines.length - 1) / 2) * 0.12;
      return chart({ ...common, x: { domain: [-0.5, names.length - 0.5], ticks: names.map((_, k) => k), tickFormat: (k) => names[k], label: parameterAxis(parameters[j]), tickSize: 0 },
        marks: [...zero,
          Plot.ruleX(rows, { x: at, y1: (d) => f * d.low, y2: (d) => f * d.high, stroke: (d) => lineColour(d.k), strokeWidth: 2 }),
          Plot.dot(rows, { x: at, y: (d) => f * d.y, r: 4.5, fill: (d) => lineColour(d.k), symbol: (d) => ["circle", "square", "triangle"][d.k % 3], title: (d) => `${d.name}: ${estimateText([d.y, d.low, d.high], outcomes[o])}` })] });
    }
    const wide = isWide(lines[0].x);
    return chart({
      ...common,
      x: { label: `${parameterAxis(parameters[j])} →`, type: wide ? "log" : "linear", ...(wide ? { ticks: Math.max(3, Math.floor(width / 110)), tickFormat: "~s" } : {}) },
      marks: [...zero,
        ...lines.flatMap((one) => {
          const k = way[1].indexOf(one.contrast), list = rowsOf(one).filter((row) => row.y != null), stroke = lineColour(k);
          return [
            Plot.areaY(list.filter((row) => row.low != null), { x: "x", y1: (d) => f * d.low, y2: (d) => f * d.high, fill: stroke, fillOpacity: 0.16 }),
            Plot.lineY(list, { x: "x", y: (d) => f * d.y, stroke, strokeWidth: 2, strokeDasharray: lineDash(k) }),
            ...(one.smooth ? [] : [Plot.dot(list, { x: "x", y: (d) => f * d.y, r: 3, fill: stroke, symbol: ["circle", "square", "triangle"][k % 3], title: (d) => `${d.name}, ${d.x}: ${estimateText([d.y, d.low, d.high], outcomes[o])}` })]),
          ];
        }),
        Plot.ruleY(marks().filter((mark) => mark.place[1] != null), { y: "y", x1: (d) => d.place[1], x2: (d) => d.place[2], stroke: (d) => lineColour(d.k), strokeWidth: 5, strokeOpacity: 0.5, clip: true }),
        Plot.dot(marks(), { x: (d) => d.place[0], y: "y", r: 5, symbol: "diamond", fill: "var(--card)", stroke: ink, strokeWidth: 1.5, title: "text" }),
      ],
    });
  };
  const columns = () => [
    { name: "contrast" }, { name: "place" }, { name: parameters[j].path, show: (x) => (x == null ? none : ordinal() ? levelNames(parameters[j])[x] : String(x)) },
    { name: "value", label: "value [95 %]", number: true, show: (value, row) => (row[1] === "curve" ? estimateText([value, row[4], row[5]]) : placeText(row.slice(3))) },
    { name: "low", hidden: true }, { name: "high", hidden: true },
  ];
  const rows = () => drawn().flatMap((one) => [
    ...one.x.map((x, g) => [contrasts[one.contrast].name, "curve", x, one.y[g], one.low[g], one.high[g]]),
    ...["half", "peak"].filter((what) => one[what]).map((what) => [contrasts[one.contrast].name, what, null, ...one[what]]),
  ]);
  const key = el("div"), picker = el("span");
  const relabel = () => key.replaceChildren(way[1].length > 1 ? swatches([...way[1].map((k, place) => [`line line-${place % 3}`, contrasts[k].name]), ...(marks().length ? [["diamond", marks().some((mark) => mark.what === "half") ? "one half or peak, with its interval" : "peak, with its interval"]] : [])]) : "");
  const show = () => {
    relabel();
    drawnFigure.refresh({ title: title(), about: about() });
  };
  const pick = () => {
    const known = [...new Set(of(o).map((one) => one.parameter))];
    if (!known.includes(j)) j = firstParameter(o);
    const select = choice("Parameter", known.map((k) => [k, parameters[k].words]), (to) => {
      j = Number(to);
      show();
    });
    select.querySelector("select").value = j;
    picker.replaceChildren(select);
  };
  const outcomePicker = choice("Outcome", outcomes.map((one, k) => [k, outcomeText(one, sweep)]), (to) => {
    o = Number(to);
    pick();
    show();
  });
  outcomePicker.querySelector("select").value = o;
  pick();
  relabel();
  const drawnFigure = figure({
    file: "curves", title: title(), about: about(), legend: key, draw, data: () => ({ columns: columns(), rows: rows() }),
    controls: [outcomePicker, picker, ways.length > 1 ? choice("Show", ways.map(([name], k) => [k, name]), (to) => {
      way = ways[to];
      show();
    }) : null].filter(Boolean),
  });
  return drawnFigure.node;
}
