// The page of a comparison: sections in the order in which people ask.
import { flips, forest } from "./forest.js";
import { waterfall } from "./waterfall.js";
import { armsByYear, yearly } from "./years.js";

export const comparisonSections = (data) => [
  ["differences", "What changes", () => [forest(data), flips(data)]],
  ["parts", "By which part", () => [waterfall(data)]],
  ["years", "Over the years", () => [armsByYear(data), yearly(data)].flat()],
];
