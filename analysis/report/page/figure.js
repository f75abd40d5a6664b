// A figure: title, what it shows, a chart drawn to the width it has, its table, and that table as a file.
import { download, csv } from "./csv.js";
import { el, svg } from "./dom.js";
import { table } from "./table.js";

let figures = 0;

/// Names a chart for those who do not see it.
function describe(chart, id, title, about) {
  chart.setAttribute("role", "img");
  for (const part of [chart, ...chart.querySelectorAll("[aria-label]")]) {  // within an image they are no names
    if (part.hasAttribute("aria-label")) part.dataset.mark = part.getAttribute("aria-label");
    part.removeAttribute("aria-label");
  }
  chart.setAttribute("aria-labelledby", `${id}-title ${id}-about`);
  chart.prepend(svg("title", { id: `${id}-title` }, title), svg("desc", { id: `${id}-about` }, about));
}

/// `draw(width)` makes the chart as SVG; `data()` gives {columns, rows}. Both are called again by `refresh` of what is
/// returned: {node, refresh}.
export function figure({ file, title, about, draw, data, controls = [], legend = null, below = null }) {
  const id = `figure-${++figures}`;
  const plot = el("div", { class: "plot" }), rows = el("div");
  const heading = el("h3", {}, title), text = el("figcaption", {}, about);
  const details = el("details", { class: "data" }, el("summary", {}, "Table"), rows);
  let width = 0, open = false;
  const paint = (to = width) => {
    const chart = draw(to);
    describe(chart, id, heading.textContent, text.textContent);
    plot.replaceChildren(chart);
  };
  const list = () => {
    const { columns, rows: lines } = data();
    rows.replaceChildren(table(heading.textContent, columns, lines));
  };
  details.addEventListener("toggle", () => {
    if (details.open && !open) list();
    open = details.open;
  });
  const refresh = ({ title: newTitle, about: newAbout } = {}) => {
    if (newTitle) heading.textContent = newTitle;
    if (newAbout) text.textContent = newAbout;
    if (width) paint();
    if (open) list();
  };
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now < 1 || now === width) return;
    width = now;
    paint();
  }).observe(plot);
  addEventListener("beforeprint", () => paint(node.offsetWidth < 0.7 * node.closest("main").offsetWidth ? 320 : 660)); // of A4
  addEventListener("afterprint", () => width && paint());
  const save = download("CSV", `${file}.csv`, "text/csv", () => {
    const { columns, rows: lines } = data();
    return csv(columns, lines);
  });
  save.setAttribute("aria-label", `Download the table of this figure as CSV: ${title}`);
  const node = el(
    "figure",
    { id },
    heading,
    controls.length ? el("div", { class: "controls" }, controls) : null,
    legend,
    plot,
    below,
    text,
    el("div", { class: "tools" }, details, save),
  );
  return { node, refresh };
}

/// Swatches with their meaning; `items` are [class, text] pairs.
export const swatches = (items) =>
  el("ul", { class: "legend" }, items.map(([name, text]) => el("li", {}, el("i", { class: `swatch ${name}` }), text)));
