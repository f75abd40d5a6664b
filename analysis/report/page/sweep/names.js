// What the parameters, outcomes and arms of a sweep are called, and in which unit its outcomes are shown.
import { none, supported, words } from "../numbers.js";

/// A value as a reader writes it: [hard] is hard.
export const valueText = (text) => text.replace(/^\[(.*)\]$/, "$1") || "none";

/// The names of a parameter's levels, or of a flag's.
export const levelNames = ({ values }) => (values ? values.map(valueText) : ["no", "yes"]);

export const parameterAxis = ({ words: name, unit }) => name + (unit && unit !== "1" ? ` [${unit}]` : "");

/// The columns of a table that name a parameter: its path, and its words.
export const parameterColumns = [{ name: "parameter" }, { name: "words" }];

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

/// "0.9 [0.8, beyond 1]" of a place on an axis, [value, low, high, goes below, goes above], whose interval is cut to the range.
export function placeText(place) {
  if (!place || place[1] == null) return estimateText(place);
  const [value, low, high, below, above] = place, text = (one) => supported(one, low, high);
  return `${text(value)} [${below ? "beyond " : ""}${text(low)}, ${above ? "beyond " : ""}${text(high)}]`;
}

/// Whether an axis is logarithmic: positive, over a factor of 20 or more.
export const isWide = (x) => Math.min(...x) > 0 && Math.max(...x) / Math.min(...x) >= 20;

/// Up to this many arms are drawn together.
export const mostTogether = 3;
export const lineColour = (k) => ["var(--blue)", "var(--orange)", "var(--ink)"][k % 3];
export const lineDash = (k) => [null, "6,3", "2,2"][k % 3];
