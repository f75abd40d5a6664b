// A difference with its 95 % interval: in words, in a table, in a legend.
import { swatches } from "../figure.js";
import { none, supported } from "../numbers.js";

const interval = (one) => (one ? [one.mean, ...one.ci95].map((value) => supported(value, ...one.ci95)) : null);
/// "-0.10 [-0.12, -0.08]"
export const text = (one) => (one ? `${interval(one)[0]} [${interval(one).slice(1).join(", ")}]` : none);
export const named = () => swatches([["text", "named: beyond chance and large enough"], ["unnamed", "not named"]]);

/// The columns of a table of differences, and a row of it.
export const columns = (what) => [
  { name: what }, { name: "full", label: "mean in full", number: true, show: (value, row) => (value == null ? none : row[3] === row[4] ? String(Number(value.toPrecision(4))) : supported(value, row[3], row[4])) },
  { name: "difference", label: "difference [95 %]", number: true, show: (value, row) => text({ mean: value, ci95: [row[3], row[4]] }) },
  { name: "low", hidden: true }, { name: "high", hidden: true },
  { name: "p_adjusted", label: "p, adjusted", number: true, show: (p) => (p == null ? none : p < 0.001 ? "< 0.001" : p.toFixed(3)) },
  { name: "named", show: (is) => (is ? "yes" : "") }, { name: "pairs", number: true },
];
export const cells = (label, one) => [label, one.full, one.mean, ...one.ci95, one.p_adjusted, one.named, one.n];
