// What a sweep varied, and how much of it is there.
import { chart, Plot } from "../chart.js";
import { csv, download } from "../csv.js";
import { el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { table } from "../table.js";
import { levelNames, parameterColumns } from "./names.js";

const designs = {
  grid: "a grid: every value of each parameter with every value of the others",
  lhs: "a Latin hypercube: points that cover every range evenly",
  sobol: "Saltelli's design for Sobol' indices",
  morris: "Morris' trajectories: one parameter moves at a time",
  list: "a list of points",
};
const count = (n, what) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

export function design({ sweep }) {
  const { parameters, arms } = sweep;
  const columns = [...parameterColumns, { name: "values" }, { name: "base", label: "in the scenario" }, { name: "unit", show: (unit) => (unit === "1" ? "" : unit) }, { name: "meaning" }, { name: "source" }];
  const rows = parameters.map((one) => [one.path, one.words, one.values ? levelNames(one).join(", ") : `${one.min} to ${one.max}`, one.base, one.unit, one.about, one.source]);
  return [
    el("p", {}, `The design is ${designs[sweep.design]}. ${count(sweep.points, "point")}, ${count(arms.length, "arm")} and ${count(sweep.realizations, "realization")} make ${count(sweep.runs, "run")} of ${sweep.scenario}. ` +
      "Realization r has the same random numbers at every point and in every arm, so that differences between them are not those of luck."),
    el("div", { class: "card" }, el("div", { class: "tools" }, download("CSV", "varied.csv", "text/csv", () => csv(columns, rows))), table("What is varied", columns, rows)),
    arms.length > 1
      ? el("dl", {}, arms.flatMap((arm) => [el("dt", {}, arm.name), el("dd", {}, arm.settings.length ? arm.settings.join(", ") : "the scenario as it is")]))
      : null,
  ];
}

const perRow = 50;

export function completeness({ sweep }) {
  const { failed, missing, shards, some_failed: some } = sweep.completeness, { runs } = sweep;
  const done = runs - failed - missing;
  const words = el("p", {}, missing || failed
    ? `${done.toLocaleString("en")} of ${count(runs, "run")} are done; ${missing.toLocaleString("en")} are missing and ${failed.toLocaleString("en")} failed. Runs go realization by realization, so that what is there is a balanced sample of the design; estimates rest on it alone.`
    : `All ${count(runs, "run")} are done, and none failed.`);
  const list = some.length ? el("details", { class: "data" }, el("summary", {}, `Failed runs (${some.length < failed ? `first ${some.length} of ` : ""}${failed})`), el("ul", {}, some.map((text) => el("li", {}, text)))) : null;
  if (!missing && !failed) return [words];
  const cells = shards.map(([n, bad], s) => ({ s, n, bad, x: s % perRow, y: Math.floor(s / perRow), state: bad == null ? "missing" : bad ? "failed" : "done" }));
  const colours = { done: "var(--blue)", failed: "var(--orange)", missing: "var(--missing)" };
  return [words, figure({
    file: "shards", title: "Which shards are done",
    about: `One square a shard, of ${count(shards[0][0], "run")} each, in order. Blue: all its runs are done; orange, with a cross: some failed; grey: missing.`,
    legend: swatches([["shard-done", "done"], ["shard-failed", "some runs failed"], ["missing", "missing"]]),
    draw: (width) => {
      const across = Math.min(perRow, shards.length), size = Math.min(28, (width - 20) / across);
      const at = cells.map((one) => ({ ...one, x: one.s % across, y: Math.floor(one.s / across) }));
      const down = Math.ceil(shards.length / across);
      return chart({
        width, height: 12 + size * down, marginLeft: 2, marginRight: Math.max(2, width - 4 - size * across), marginTop: 4, marginBottom: 4,
        x: { type: "band", domain: [...Array(across).keys()], axis: null, padding: 0.12 }, y: { type: "band", domain: [...Array(down).keys()], axis: null, padding: 0.12 },
        marks: [
          Plot.cell(at, { x: "x", y: "y", fill: (d) => colours[d.state], title: (d) => `shard ${d.s}: ${d.state}${d.bad ? `, ${d.bad} of ${d.n} runs failed` : ""}` }),
          Plot.text(at.filter((d) => d.bad), { x: "x", y: "y", text: () => "×", fill: "var(--paper)", fontWeight: "bold" }),
        ],
      });
    },
    data: () => ({ columns: [{ name: "shard", number: true }, { name: "runs", number: true }, { name: "state" }, { name: "failed", number: true }], rows: cells.map(({ s, n, state, bad }) => [s, n, state, bad ?? 0]) }),
  }).node, list];
}
