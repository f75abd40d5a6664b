// The points of a grid as a reader moves through them: one level for each parameter, one arm.
import { wilson } from "../numbers.js";
import { factor } from "./names.js";

export class Grid {
  constructor({ grid, parameters, arms, outcomes }) {
    Object.assign(this, { grid, parameters, arms, outcomes });
    this.sizes = parameters.map(({ values }) => values.length);
    this.start = parameters.map(startLevel);
  }

  /// The number of the point with these levels; the last parameter varies fastest.
  point(levels) {
    return levels.reduce((at, level, j) => at * this.sizes[j] + level, 0);
  }

  /// The levels of a point.
  levels(point) {
    const levels = [];
    for (let j = this.sizes.length - 1; j >= 0; --j) {
      levels.unshift(point % this.sizes[j]);
      point = Math.floor(point / this.sizes[j]);
    }
    return levels;
  }

  /// [value, low, high] of an outcome, a share in per cent; null: no run there, or no text.
  value(o, levels, arm) {
    const found = this.grid.outcomes[o], at = this.point(levels) * this.arms.length + arm, runs = found.runs[at];
    if (!runs) return null;
    if (found.times) return [found.times[at] / runs, ...wilson(found.times[at], runs)].map((share) => share * factor(this.outcomes[o]));
    return [found.mean[at], found.low[at], found.high[at]];
  }

  runs(o, levels, arm) {
    return this.grid.outcomes[o].runs[this.point(levels) * this.arms.length + arm];
  }

  /// All values of an outcome.
  all(o) {
    const list = [];
    for (let point = 0; point < this.sizes.reduce((a, b) => a * b, 1); ++point)
      for (let arm = 0; arm < this.arms.length; ++arm) list.push(this.value(o, this.levels(point), arm)?.[0]);
    return list.filter((value) => value != null);
  }

  /// Where an outcome crosses one half, or peaks, along parameter j with the others as in `levels`.
  place(o, levels, arm, j) {
    const first = this.point(setLevel(levels, j, 0));
    return this.grid.places.find((one) => one.outcome === o && one.arm === arm && one.parameter === j && one.first === first);
  }
}

/// Where a dial stands at first: at the value of the scenario, or the one nearest to it, or the middle one.
function startLevel({ values, number, base, min, max }) {
  const same = values.indexOf(base);
  if (same >= 0) return same;
  if (!number || base === "" || !(Number(base) >= min && Number(base) <= max)) return Math.floor((values.length - 1) / 2);
  const far = values.map((value) => Math.abs(Number(value) - Number(base)));
  return far.indexOf(Math.min(...far));
}

/// The levels with another one for parameter j.
export const setLevel = (levels, j, level) => levels.map((one, k) => (k === j ? level : one));
