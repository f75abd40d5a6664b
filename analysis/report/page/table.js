// Tables: a header that sorts, numbers to the right, everything in the document for search and screen readers.
import { el } from "./dom.js";
import { none } from "./numbers.js";

const by = (k, sign) => (a, b) => {
  if (a[k] == null || b[k] == null) return (a[k] == null) - (b[k] == null);
  return sign * (typeof a[k] === "number" ? a[k] - b[k] : String(a[k]).localeCompare(String(b[k])));
};

const shown = (column, value, row) =>
  column.show ? column.show(value, row) : value == null || value === "" ? none : String(value);

/// `columns` have a name, a label, whether they hold numbers, and how a value is shown. A hidden one is for the file only.
export function table(caption, columns, rows, { sorted = null, sortable = true } = {}) {
  const body = el("tbody");
  const visible = columns.map((column, k) => [column, k]).filter(([column]) => !column.hidden);
  const fill = (list) =>
    body.replaceChildren(
      ...list.map((row) =>
        el("tr", {}, visible.map(([column, k], place) =>
          el(place ? "td" : "th", { class: column.number && "number", scope: place ? null : "row" }, shown(column, row[k], row)))),
      ),
    );
  const heads = visible.map(([column, k]) => {
    const label = column.label ?? column.name;
    if (!sortable) return el("th", { scope: "col", class: column.number && "number" }, label);
    const head = el("th", { scope: "col", class: column.number && "number" });
    head.append(el("button", { type: "button", onclick: () => sort(k, head) }, label));
    return head;
  });
  const sort = (k, head) => {
    const down = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : columns[k].number;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    fill([...rows].sort(by(k, down ? -1 : 1)));
  };
  fill(rows);
  if (sorted != null) sort(sorted, heads[visible.findIndex(([, k]) => k === sorted)]);
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, heads)), body),
  );
}
