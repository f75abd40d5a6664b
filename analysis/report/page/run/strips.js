// An outcome of conferences as one dot for each realization: a spread, not a mean.
import { blue, chart, ink, marginFor, muted, Plot, rowAxis, scatter } from "../chart.js";
import { choice } from "../dom.js";
import { figure } from "../figure.js";
import { range, sentence, unit, words } from "../numbers.js";

const first = ["depth", "participation", "urban_role", "hardness", "n_objectors", "voice"];

export function strips({ conferences, outcomes, run }) {
  const names = conferences.map((one) => one.name);
  const known = [...first.map((name) => outcomes.find((one) => one.name === name)).filter(Boolean),
    ...outcomes.filter((one) => !first.includes(one.name))];
  let outcome = known[0];
  const shown = outcome.values[0].length;
  const title = () => `How ${names.length > 1 ? "conferences scatter" : "it scatters"}: ${words(outcome.name)}`;
  const about = () =>
    `${sentence(outcome.about)} Each dot is one realization` + (shown < run.realizations ? ` (${shown} of ${run.realizations} are drawn)` : "") +
    ", the tick their median, the line the middle 90 %; a conference without a dot has no such value.";
  const draw = (width) => {
    const dots = outcome.values.flatMap((row, c) =>
      row.map((value, k) => ({ c, k, value, y: c + 0.3 * scatter(k + 1) })).filter((dot) => dot.value != null));
    const middle = outcome.quantiles.map((q, c) => ({ c, q })).filter((row) => row.q);
    const empty = outcome.quantiles.map((q, c) => ({ c, q })).filter((row) => !row.q);
    return chart({
      width,
      height: 58 + 26 * names.length,
      marginLeft: marginFor(names),
      x: { label: `${words(outcome.name)}${unit(outcome.unit)} →`, grid: true, nice: true, ...(outcome.name === "entered_force" ? { tickFormat: "d" } : { zero: true }) },
      y: rowAxis(names),
      marks: [
        Plot.dot(dots, { x: "value", y: "y", r: 2, fill: blue, fillOpacity: 0.45 }),
        Plot.ruleY(middle, { y: "c", x1: (d) => d.q[0], x2: (d) => d.q[4], stroke: ink, strokeWidth: 1 }),
        Plot.ruleX(middle, { x: (d) => d.q[2], y1: (d) => d.c - 0.36, y2: (d) => d.c + 0.36, stroke: ink, strokeWidth: 2.5, title: (d) => `${names[d.c]}: ${range(d.q)}` }),
        Plot.text(empty, { y: "c", frameAnchor: "left", dx: 6, text: () => "none", fill: muted }),
      ],
    });
  };
  const columns = [
    { name: "conference" },
    { name: "median", label: "median [5 %, 95 %]", show: (_, row) => range(row[6]) },
    { name: "mean", hidden: true }, { name: "q05", hidden: true }, { name: "q95", hidden: true }, { name: "n", label: "realizations with one", number: true },
    { name: "five", hidden: true, file: false },
    ...outcome.values[0].map((_, k) => ({ name: `realization_${k}`, hidden: true })),
  ];
  const data = () => ({
    columns,
    rows: outcome.values.map((row, c) => {
      const q = outcome.quantiles[c];
      return [names[c], q?.[2], outcome.means[c], q?.[0], q?.[4], row.filter((value) => value != null).length, q, ...row];
    }),
  });
  const drawn = figure({
    file: "outcomes", title: title(), about: about(), draw, data,
    controls: [choice("Outcome", known.map((one) => [one.name, words(one.name)]), (name) => {
      outcome = known.find((one) => one.name === name);
      drawn.refresh({ title: title(), about: about() });
    })],
  });
  return drawn.node;
}
