// Cities by the number of networks that they are in.
import { blue, chart, ink, Plot } from "../chart.js";
import { el } from "../dom.js";
import { figure } from "../figure.js";
import { range } from "../numbers.js";

export function degrees({ years }) {
  if (!years.degrees)
    return el("p", { class: "note" }, "Memberships of single cities, and how near each is to a drafting table, are kept by ", el("code", {}, "hansa run --networks"), ", and would be drawn here, with curves of their inequality.");
  const last = years.degrees.length - 1;
  const rows = years.degrees.map((q, held) => ({ held, q })).filter((row) => row.q);
  const label = (held) => (held === last ? `${held}+` : String(held));
  return figure({
    file: "memberships_per_city",
    title: `Cities by number of networks, ${years.labels.at(-1)}`,
    about: "How many cities are in so many networks: median over realizations, with 90 % of them. The scale is of square roots, so that rare ones show.",
    draw: (width) =>
      chart({
        width, height: 230, marginLeft: 46,
        x: { type: "band", tickFormat: label, ticks: rows.map((row) => row.held).filter((held) => held % 5 === 0), label: "networks of a city →" },
        y: { type: "sqrt", label: "cities", grid: true, ticks: 5 },
        marks: [Plot.barY(rows, { x: "held", y: (d) => d.q[2], fill: blue, fillOpacity: 0.7 }), Plot.ruleX(rows, { x: "held", y1: (d) => d.q[0], y2: (d) => d.q[4], stroke: ink })],
      }),
    data: () => ({ columns: [{ name: "networks" }, { name: "cities", label: "cities, median [5 %, 95 %]", show: (_, row) => range(row[2]) }, { name: "five", hidden: true, file: false }], rows: rows.map((row) => [label(row.held), row.q[2], row.q]) }),
  }).node;
}
