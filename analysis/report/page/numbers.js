// Numbers as a reader should see them: with the digits that their interval supports.

export const none = "–";

/// Decimals of a number that is known to within `width`: its last digit is about a tenth of that.
const decimals = (width) => (width > 0 ? Math.min(4, Math.max(0, Math.round(-Math.log10(width)) + 1)) : 3);

/// A number whose uncertainty is an interval [low, high].
export function supported(value, low, high) {
  if (value == null) return none;
  if (Number.isInteger(value) && high - low === 0) return String(value);
  return value.toFixed(decimals(high - low)).replace(/^-(0\.?0*)$/, "$1");
}

/// "0.021 [0.015, 0.027]" of five quantiles.
export const range = (five) =>
  five ? `${supported(five[2], five[0], five[4])} [${supported(five[0], five[0], five[4])}, ${supported(five[4], five[0], five[4])}]` : none;

export const percent = (share) => (share == null ? none : `${Math.round(100 * share)}\u00a0%`);

/// The Wilson 95 % interval of k in n.
export function wilson(k, n) {
  const z = 1.959963984540054, share = k / n, w = (z * z) / n;
  const centre = share + w / 2, spread = z * Math.sqrt((share * (1 - share)) / n + w / (4 * n));
  return [Math.max(0, (centre - spread) / (1 + w)), Math.min(1, (centre + spread) / (1 + w))];
}

/// A name of the result file in words: urban_role, "urban role".
export const words = (name) => name.replaceAll("_", " ");

/// What a variable means, as a sentence; what NaN means there is said by a gap.
export const sentence = (about) => about.replace(/; NaN:.*?(?=, |$)/, "").replace(/^./, (letter) => letter.toUpperCase()) + ".";

/// A unit behind a label; fractions and counts have none.
export const unit = (text) => (text && text !== "1" ? ` [${text}]` : "");
