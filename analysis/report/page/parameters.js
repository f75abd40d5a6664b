// What this run chose, and what of the model is assumed.
import { csv, download } from "./csv.js";
import { el } from "./dom.js";
import { table } from "./table.js";

const assumed = (row) => row.source.startsWith("assumption");
const columns = [
  { name: "parameter" }, { name: "value" }, { name: "default" }, { name: "unit", show: (unit) => (unit === "1" ? "" : unit) },
  { name: "meaning" }, { name: "source" },
];
const cells = (list) => list.map((row) => [row.path, row.value, row.default, row.unit, row.about, row.source]);

export function parameters({ parameters: all }) {
  const differ = all.filter((row) => row.value !== row.default);
  const conferences = differ.filter((row) => row.path.startsWith("conferences."));
  const others = differ.filter((row) => !row.path.startsWith("conferences."));
  const model = all.filter((row) => !row.path.startsWith("conferences."));
  const n = model.filter(assumed).length;
  const part = (title, list, open) =>
    el("details", { open, class: "data" }, el("summary", {}, `${title} (${list.length})`),
      el("div", { class: "tools" }, download("CSV", `${title.toLowerCase().replaceAll(" ", "-")}.csv`, "text/csv", () => csv(columns, cells(list)))),
      table(title, columns, cells(list)));
  return [
    el("p", {}, others.length
      ? `${others.length === 1 ? "One parameter of the model differs from its default: " : `${others.length} parameters of the model differ from their defaults: `}`
      : "Every parameter of the model has its default. ",
      others.length <= 12 ? others.flatMap((row, k) => [k ? ", " : "", el("code", {}, row.path), ` = ${row.value} (default ${row.default || "none"})`]) : null,
      others.length ? ". " : null,
      conferences.length ? "What was asked of each conference, by whom it was chaired and who was bound is set by the scenario, from history where it has one." : null),
    el("p", {}, `Of ${model.length} parameters ${n} are assumptions or rest on one: no published estimate gives their size. An interval on this page covers the draws, not these. ` +
      "Read an effect of lobbying as so much per unit of an assumed strength; sign and size of its effect on adoption are not identified by any data. " +
      "What the scenario sets from history explains nothing by being reproduced."),
    others.length > 12 ? part("Parameters that differ from their defaults", others, false) : null,
    conferences.length ? part("What the scenario sets for conferences", conferences, false) : null,
    part("Assumptions", model.filter(assumed), false),
    part("All parameters of the model", model, false),
  ];
}
