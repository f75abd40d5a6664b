// The points of a grid as a reader moves through them: one level for each parameter, one arm.
import { wilson } from "../numbers.js";
import { factor } from "./names.js";

export class Grid {
  constructor({ grid, parameters, arms, outcomes, contrasts }) {
    Object.assign(this, { grid, parameters, arms, outcomes, contrasts });
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

  /// What holds an outcome in a contrast, and the place of a setting in it.
  find(o, levels, k) {
    const { arm, minus } = this.contrasts[k], point = this.point(levels);
    return minus == null
      ? [this.grid.outcomes[o], point * this.arms.length + arm]
      : [this.grid.differences.find((one) => one.outcome === o && one.contrast === k), point];
  }

  /// [value, low, high] of an outcome in contrast k, shares in per cent; null: no run there, or no text.
  value(o, levels, k) {
    const [found, at] = this.find(o, levels, k), runs = found.runs[at], f = factor(this.outcomes[o]);
    if (!runs) return null;
    if (found.times) return [found.times[at] / runs, ...wilson(found.times[at], runs)].map((share) => share * f);
    return [found.mean[at], found.low[at], found.high[at]].map((one) => (one == null ? null : one * f));
  }

  runs(o, levels, k) {
    const [found, at] = this.find(o, levels, k);
    return found.runs[at];
  }

  /// All values of an outcome in all arms, or in contrast k.
  all(o, k) {
    const list = [], among = k == null ? this.arms.map((_, arm) => arm) : [k];
    for (let point = 0; point < this.sizes.reduce((a, b) => a * b, 1); ++point)
      for (const one of among) list.push(this.value(o, this.levels(point), one)?.[0]);
    return list.filter((value) => value != null);
  }

  /// Where an outcome crosses one half, or peaks, along parameter j with the others as in `levels`; of a difference nowhere.
  place(o, levels, k, j) {
    if (this.contrasts[k].minus != null) return undefined;
    const first = this.point(setLevel(levels, j, 0));
    return this.grid.places.find((one) => one.outcome === o && one.arm === this.contrasts[k].arm && one.parameter === j && one.first === first);
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
