// What the parameters, outcomes and arms of a sweep are called, and in which unit its outcomes are shown.
import { none, supported, words } from "../numbers.js";

/// A value as a reader writes it: [hard] is hard.
export const valueText = (text) => text.replace(/^\[(.*)\]$/, "$1") || "none";

/// The names of a parameter's levels, or of a flag's.
export const levelNames = ({ values }) => (values ? values.map(valueText) : ["no", "yes"]);

export const isNumber = (parameter) => parameter.number;
export const parameterAxis = ({ path, unit }) => path + (unit && unit !== "1" ? ` [${unit}]` : "");

/// "share adopted at COP15", "voice of networks in 2020".
export const outcomeText = ({ name, conference }, { last_year: year }) =>
  conference
    ? `${{ adopted: "share adopted", depth: "depth of the text" }[name] ?? words(name)} at ${conference}`
    : `${{ network_voice: "voice of networks", networks: "number of networks" }[name] ?? words(name)} in ${year}`;

/// Shares are shown in per cent.
export const factor = ({ name }) => (name === "adopted" ? 100 : 1);
const units = { adopted: " [%]" };
export const outcomeAxis = (outcome, sweep, isDifference = false) =>
  (isDifference ? "difference in " : "") + outcomeText(outcome, sweep) + (isDifference && outcome.name === "adopted" ? " [percentage points]" : units[outcome.name] ?? "");

/// "28 [18, 40]" of an estimate [value, low, high], in the outcome's unit.
export function estimateText(estimate, outcome = {}) {
  if (!estimate || estimate[0] == null) return none;
  const [value, low, high] = estimate.map((one) => (one == null ? null : one * factor(outcome)));
  return low == null ? String(Number(value.toPrecision(3))) : `${supported(value, low, high)} [${supported(low, low, high)}, ${supported(high, low, high)}]`;
}

/// The number of the outcome that a page shows first: the adoption that varies most over the design; else the voice.
export function mainOutcome({ outcomes, effects }) {
  const variance = (o) => effects.found.find((one) => one.outcome === o && one.contrast === 0)?.variance[0] ?? 0;
  const varied = outcomes.map((_, o) => o).filter((o) => outcomes[o].name === "adopted" && variance(o) > 0);
  return varied.length ? varied.reduce((best, o) => (variance(o) > variance(best) ? o : best)) : outcomes.length - 1;
}

/// Whether an axis is logarithmic: positive, over a factor of 20 or more.
export const isWide = (x) => Math.min(...x) > 0 && Math.max(...x) / Math.min(...x) >= 20;

/// Up to this many arms are drawn together.
export const mostTogether = 3;
export const lineColour = (k) => ["var(--blue)", "var(--orange)", "var(--ink)"][k % 3];
export const lineDash = (k) => [null, "6,3", "2,2"][k % 3];
