// What the figures of a bargain share: actors on one issue, and how a position is written.
import { choice } from "../dom.js";

/// Digits that a scale supports: about a hundredth of it.
export const onScale = (issue) => {
  const width = issue.max - issue.min;
  const digits = width > 0 ? Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(width)))) : 2;
  return (value) => (value == null ? "–" : value.toFixed(digits).replace(/^-(0\.?0*)$/, "$1"));
};

/// The actors on an issue, by position: shares of all power and of all weight, which is power times salience.
export function actorsOn({ actors, positions, saliences }, d) {
  const list = actors.map((actor, k) => ({ ...actor, k, position: positions[k][d], salience: saliences[k][d], weight: actor.power * saliences[k][d] }));
  const power = list.reduce((sum, one) => sum + one.power, 0), weight = list.reduce((sum, one) => sum + one.weight, 0);
  let reached = 0;
  return list.sort((a, b) => a.position - b.position || a.k - b.k).map((one) => {
    const before = reached;
    reached += weight ? one.weight / weight : 0;
    return { ...one, power_share: power ? one.power / power : 0, weight_share: weight ? one.weight / weight : 0, before, reached };
  });
}

/// The actors whose positions half of the weight is on either side of: one, or the two beside an even split.
export const pivots = (list) => list.filter((one) => one.before < 0.5 + 1e-12 && one.reached > 0.5 - 1e-12 && one.weight > 0);

/// The domain of a scale, with some room where it has no width; what was decided may lie beyond it.
export function domainOf({ min, max, decided }) {
  const ends = [Math.min(min, decided ?? min), Math.max(max, decided ?? max)];
  return ends[1] > ends[0] ? ends : [ends[0] - 0.5, ends[1] + 0.5];
}

/// A choice of the issue, where there are several.
export const issueChoice = (issues, change) =>
  issues.length > 1 ? [choice("Issue", issues.map((issue, d) => [d, issue.name]), (d) => change(Number(d)))] : [];
