// Why states object: the gain of each from the last text, split into its terms.
import { chart, ink, muted, Plot, rowAxis } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { none, percent, words } from "../numbers.js";

const most = 20; // bars; the table has all
const terms = [
  ["effort", "what its own effort costs it"], ["sovereignty", "what being bound costs it"], ["own", "what its own effort is worth to it"],
  ["others", "what the others' effort is worth"], ["stake", "a further gain from what all do"], ["payment", "side payment"],
];
const gain = (value) => (value == null ? none : value.toPrecision(2).replace(/^-0\.0$/, "0"));

/// The rows of a conference as objects by the names of the columns.
export const objectorsAt = ({ why, states }, c) =>
  why.conferences[c].objectors.map((row) => {
    const one = Object.fromEntries(why.columns.map((name, k) => [name, row[k]]));
    return { ...one, name: states.names[states.codes.indexOf(one.state)] ?? one.state };
  });

/// Bars of one state: losses to the left of 0, gains to the right, in the order of the terms.
function bars(one, k) {
  const ends = { low: 0, high: 0 };
  return terms.filter(([term]) => one[term]).map(([term, about]) => {
    const value = one[term], side = value < 0 ? "low" : "high", from = ends[side];
    ends[side] += value;
    return { k, term, from, to: ends[side], title: `${one.name}: ${term} ${gain(value)} (${about})` };
  });
}

function draw(list, width) {
  const names = list.map((one) => (width < 500 && one.name.length > 17 ? one.name.slice(0, 16) + "…" : one.name));
  return chart({
    width, height: 62 + 26 * list.length, marginLeft: width < 500 ? 112 : 170, marginRight: 20,
    x: { label: "gain over no agreement, in the state's own payoff →", grid: true, nice: true, ticks: width < 500 ? 4 : 8 },
    y: rowAxis(names),
    marks: [
      Plot.rect(list.flatMap(bars), { x1: "from", x2: "to", y1: (d) => d.k - 0.33, y2: (d) => d.k + 0.33, fill: (d) => `var(--term-${d.term})`, title: "title" }),
      Plot.ruleX([0], { stroke: muted }),
      Plot.ruleX(list, { x: (d) => -d.bearable, y1: (_, k) => k - 0.42, y2: (_, k) => k + 0.42, stroke: ink, strokeWidth: 1.5, strokeDasharray: "2,2" }),
      Plot.dot(list, { x: "gain", y: (_, k) => k, r: 4.5, fill: ink, stroke: "var(--paper)", strokeWidth: 1.5, title: (d) => `${d.name}: gain ${gain(d.gain)}, bears a loss of ${gain(d.bearable)}` }),
    ],
  });
}

export function why(data, start) {
  const { why: part, conferences, run } = data;
  if (!part) return null;
  if (part.missing)
    return el("p", { class: "note" }, "The terms of each state's gain are left out: this version of the program plays other histories from the scenario than the result holds. A run with this version has them.");
  const known = part.conferences.map((one, c) => [one, c]).filter(([one]) => one.objectors.length).map(([, c]) => c);
  if (!known.length) return null;
  let c = known.includes(start) ? start : known.reduce((best, one) => (part.conferences[one].n_objectors > part.conferences[best].n_objectors ? one : best));
  const where = () => `${conferences[c].name}, ${conferences[c].year}`;
  const title = () => `Why they object at ${where()}`;
  const efforts = part.columns.filter((name) => name.startsWith("effort_"));
  const about = () => {
    const all = part.conferences[c].n_objectors, shown = Math.min(most, all);
    return `${shown < all ? `The ${shown} of ${all} states that object most often` : all === 1 ? "The one state that objects" : `All ${all} states that object`}, by the last text put to them: means over the realizations in which each objects, of its worst veto player. ` +
      "Bars to the left are losses, to the right gains; the dot is what they come to. Left of the dashed mark a state objects: it bears no larger loss. Sizes compare within a state, not between states. " +
      (part.realizations < run.realizations ? `From the first ${part.realizations} of ${run.realizations} realizations, played again for this page.` : "All realizations were played again for this page; the objectors are those of the result.");
  };
  const drawn = figure({
    file: "why", title: title(), about: about(),
    legend: swatches(terms.filter(([term]) => known.some((one) => objectorsAt(data, one).some((row) => row[term]))).map(([term, text]) => [`term-${term}`, `${term}: ${text}`])),
    draw: (width) => draw(objectorsAt(data, c).slice(0, most), width),
    data: () => ({
      columns: [{ name: "state" }, { name: "code" }, { name: "objects", label: "objects in", number: true, show: percent },
        { name: "gain", number: true, show: gain }, { name: "bearable", label: "bears a loss of", number: true, show: gain },
        ...terms.map(([term]) => ({ name: term, number: true, show: gain })),
        ...efforts.map((name) => ({ name, label: `effort: ${words(name.slice(7))}`, number: true, show: gain })),
        { name: "at_home", label: "worst player at home", number: true, show: percent }],
      rows: objectorsAt(data, c).map((one) => [one.name, one.state, one.realizations / part.realizations, one.gain, one.bearable,
        ...terms.map(([term]) => one[term]), ...efforts.map((name) => one[name]), one.at_home]),
    }),
    controls: known.length > 1
      ? [choice("Conference", [c, ...known.filter((one) => one !== c)].map((one) => [one, `${conferences[one].name}, ${conferences[one].year}`]), (to) => {
          c = Number(to);
          drawn.refresh({ title: title(), about: about() });
        })]
      : [],
  });
  return drawn.node;
}
