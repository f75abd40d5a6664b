// What all charts share: colours that follow the page, and marks for distributions.
import * as Plot from "@observablehq/plot";

export const paper = "var(--paper)", ink = "var(--ink)", muted = "var(--muted)", blue = "var(--blue)", orange = "var(--orange)", rule = "var(--line)";

/// A chart in the page's style. Its class is the one whose style build.mjs allows.
export const chart = (options) =>
  Plot.plot({ className: "chart", marginTop: 22, marginRight: 16, marginBottom: 36, ...options });

/// A vertical axis with one name a row, for numeric rows 0, 1, 2, ... from the top.
export const rowAxis = (names) => ({
  domain: [names.length - 0.5, -0.5],
  ticks: names.map((_, k) => k),
  tickFormat: (k) => names[k],
  tickSize: 0,
  label: null,
});

/// Bands over years: 90 % of realizations light, 50 % darker, the median as a line. `rows` are {x, q: five or null}.
export function bands(rows, color, options = {}) {
  const known = rows.filter((row) => row.q);
  const x = "x", common = { curve: "linear", ...options };
  return [
    Plot.areaY(known, { x, y1: (d) => d.q[0], y2: (d) => d.q[4], fill: color, fillOpacity: 0.16, ...common }),
    Plot.areaY(known, { x, y1: (d) => d.q[1], y2: (d) => d.q[3], fill: color, fillOpacity: 0.28, ...common }),
    Plot.lineY(known, { x, y: (d) => d.q[2], stroke: color, strokeWidth: 2, ...common }),
  ];
}

/// A number between -1 and 1 that looks random and is the same on every drawing.
export const scatter = (k) => 2 * ((k * 0.6180339887498949) % 1) - 1;

/// Margin that a column of names needs.
export const marginFor = (names, least = 40, most = 150) =>
  Math.min(most, Math.max(least, 14 + 6.6 * Math.max(...names.map((name) => name.length))));

export { Plot };
