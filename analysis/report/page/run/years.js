// Outcomes of years: the median over realizations, with bands that hold half and 90 % of them.
import { bands, blue, chart, ink, muted, orange, Plot } from "../chart.js";
import { figure } from "../figure.js";
import { range, sentence, unit, words } from "../numbers.js";

/// One outcome. `beside` are further outcomes drawn as dashed medians, with a label.
export function yearFigure({ years, run }, name, { title, about = "", beside = [], zero = true, domain, marked = false } = {}) {
  const outcome = years.outcomes[name];
  if (!outcome || !outcome.quantiles.some(Boolean)) return null;
  const rows = years.labels.map((x, k) => ({ x, q: outcome.quantiles[k] }));
  const others = beside.filter(([other]) => years.outcomes[other]?.quantiles.some(Boolean));
  const draw = (width) =>
    chart({
      width, height: 230, marginLeft: 46, marginRight: others.length ? 76 : 16,
      x: { tickFormat: "d", label: null, ticks: Math.min(rows.length, Math.max(3, Math.floor(width / 90))), interval: rows.length > 1 && rows.length < 8 ? 1 : undefined },
      y: { label: `${words(name)}${unit(outcome.unit)}`, grid: true, zero, domain, nice: !domain, ticks: 5 },
      marks: [
        Plot.ruleX(years.events, { stroke: muted, strokeOpacity: marked ? 1 : 0.5, strokeDasharray: marked ? "3,2" : "1,3" }),
        marked ? Plot.text(years.events, { x: (year) => year, text: String, frameAnchor: "top", dx: 3, dy: 4, textAnchor: "start", fill: muted }) : null,
        ...(rows.length > 1 ? bands(rows, blue) : [Plot.ruleX(rows, { x: "x", y1: (d) => d.q[0], y2: (d) => d.q[4], stroke: blue, strokeWidth: 3 })]),
        ...others.flatMap(([other, label], k) => {
          const dy = others.length > 1 ? (k ? 6 : -6) : 0; // of labels, which may lie on one line
          const line = years.labels.map((x, y) => ({ x, q: years.outcomes[other].quantiles[y] })).filter((row) => row.q);
          return [Plot.lineY(line, { x: "x", y: (d) => d.q[2], stroke: k ? ink : orange, strokeWidth: 1.8, strokeDasharray: k ? "2,2" : "5,3" }),
            Plot.text(line.slice(-1), { x: "x", y: (d) => d.q[2], text: () => label, textAnchor: "start", dx: 5, dy, fill: k ? ink : orange })];
        }),
      ],
    });
  const columns = [{ name: "year" }, ...[name, ...others.map(([other]) => other)].flatMap((one) => [
    { name: one, label: `${words(one)}, median [5 %, 95 %]`, show: range, file: false },
  ]), ...[name, ...others.map(([other]) => other)].flatMap((one) => ["q05", "q25", "q50", "q75", "q95"].map((q) => ({ name: `${one}_${q}`, hidden: true })))];
  const data = () => ({
    columns,
    rows: years.labels.map((year, k) => {
      const all = [name, ...others.map(([other]) => other)].map((one) => years.outcomes[one].quantiles[k]);
      return [year, ...all, ...all.flatMap((q) => q ?? Array(5).fill(null))];
    }),
  });
  return figure({
    file: name, title, draw, data,
    about: `${about || sentence(outcome.about)} ${run.realizations > 1 ? `Median of ${run.realizations} realizations; the bands hold half and 90 % of them.` : "One realization."}` +
      (years.events.length ? (marked ? ` Dashed and labelled: years of events, ${years.events.join(", ")}; more networks are founded in them and in the year after.` : " Dotted: years of events.") : ""),
  }).node;
}
