// The page of a comparison: sections in the order in which people ask.
import { contributions, flips, forest, yearly } from "./differences.js";

export const comparisonSections = (data) => [
  ["differences", "What changes", () => [forest(data), flips(data)]],
  ["parts", "By which part", () => [contributions(data)]],
  ["years", "Over the years", () => [yearly(data)]],
];
