// What the map colours states by. Each has bins from light to dark with a class of the style sheet, so that colours
// follow light and dark pages.
import { percent, supported, wilson, words } from "../numbers.js";

const step = (limits) => (value) => limits.filter((limit) => value >= limit).length;

/// The measures that this result has. `value(c, s)` is null where there is none.
export function measures({ states, run, issues }) {
  const n = run.realizations;
  const list = [
    {
      name: "objects", label: "objects at the end", about: "share of realizations in which the state objects at the end",
      value: (c, s) => states.objections[c][s] / n,
      bin: step([1e-9, 0.1, 0.25, 0.5]), classes: ["seq-0", "seq-1", "seq-2", "seq-3", "seq-4"],
      texts: ["never", "below 10 %", "10 to 25 %", "25 to 50 %", "50 % and more"],
      show: (value, c, s) => {
        const [low, high] = wilson(states.objections[c][s], n);
        return `objects in ${percent(value)} of realizations (95 % interval ${percent(low)} to ${percent(high)})`;
      },
    },
  ];
  if (states.gain) {
    const sizes = states.gain.flat().filter((value) => value != null).map(Math.abs).sort((a, b) => a - b);
    const large = Number((sizes[Math.floor(0.66 * sizes.length)] || 0.01).toPrecision(1));
    list.push({
      name: "gain", label: "gain or loss", about: "mean gain of the state's worst veto player from the last text over no agreement, in its own payoff",
      value: (c, s) => states.gain[c][s],
      bin: step([-large / 2, 0, large / 2, large]), classes: ["div-0", "div-1", "div-2", "div-3", "div-4"],
      texts: [`loss above ${large / 2}`, "a smaller loss", `gain below ${large / 2}`, `${large / 2} to ${large}`, `above ${large}`],
      show: (value, c, s) => {
        const q = states.gain_quantiles?.map((one) => one[c][s]);
        const text = `${value < 0 ? "loses" : "gains"} ${q ? supported(Math.abs(value), q[0], q[2]) : Math.abs(value)}`;
        return q ? `${text} (90 % of realizations ${supported(q[0], q[0], q[2])} to ${supported(q[2], q[0], q[2])})` : text;
      },
    });
  }
  if (states.at_home?.flat().some((share) => share > 0)) {
    list.push({
      name: "at_home", label: "veto player at home", about: "share of realizations in which the player who loses most sits at home, in parliament say, not in the delegation",
      value: (c, s) => states.at_home[c][s],
      bin: step([1e-9, 0.25, 0.5, 0.75]), classes: ["seq-0", "seq-1", "seq-2", "seq-3", "seq-4"],
      texts: ["never", "below 25 %", "25 to 50 %", "50 to 75 %", "75 % and more"],
      show: (value) => `its worst veto player sits at home in ${percent(value)} of realizations`,
    });
  }
  for (const [i, issue] of (issues?.names ?? []).entries()) {
    list.push({
      name: `position_${issue}`, label: `position on ${words(issue)}`, about: `position of the executive on ${words(issue)}, 0 no cooperation to 1 the most ambitious text, mean over realizations`,
      value: (c, s) => issues.states[i][c][s] / 100,
      bin: step([0.2, 0.4, 0.6, 0.8]), classes: ["pos-0", "pos-1", "pos-2", "pos-3", "pos-4"],
      texts: ["below 0.2", "0.2 to 0.4", "0.4 to 0.6", "0.6 to 0.8", "0.8 and more"],
      show: (value) => `stands at ${value.toFixed(2)} on ${words(issue)}`,
    });
  }
  return list;
}
