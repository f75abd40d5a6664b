// Who objects: states by conference, and for one conference how often, with what loss, at whose hands.
import { chart, Plot } from "../chart.js";
import { choice, el } from "../dom.js";
import { download, csv } from "../csv.js";
import { figure, swatches } from "../figure.js";
import { percent, range, wilson } from "../numbers.js";
import { table } from "../table.js";

const most = 24;
const shades = [["seq-0", "never"], ["seq-1", "below 10 %"], ["seq-2", "10 to 25 %"], ["seq-3", "25 to 50 %"], ["seq-4", "50 % and more"]];
const shade = (share) => `var(--seq-${[1e-9, 0.1, 0.25, 0.5].filter((limit) => share >= limit).length})`;

/// States that object most, over all conferences, beside the conferences: one cell for each pair.
export function objections({ conferences, states, run }) {
  const n = run.realizations, names = conferences.map((one) => one.name);
  const total = states.names.map((_, s) => states.objections.reduce((sum, row) => sum + row[s], 0));
  const order = total.map((_, s) => s).filter((s) => total[s] > 0).sort((a, b) => total[b] - total[a]).slice(0, most);
  if (!order.length) return el("p", {}, "No state objects at the end of any conference in any realization.");
  const cells = order.flatMap((s) => names.map((name, c) => ({ state: states.names[s], name, share: states.objections[c][s] / n })));
  const draw = (width) =>
    chart({
      width, height: 60 + 20 * order.length, marginLeft: width < 500 ? 110 : 160, marginTop: 48, marginBottom: 8, padding: 0.06,
      x: { domain: names, axis: "top", tickRotate: -60, label: null, tickSize: 0, ticks: names.filter((_, c) => c % Math.ceil((14 * names.length) / (width - 150)) === 0) },
      y: { domain: order.map((s) => states.names[s]), label: null, tickSize: 0, tickFormat: (name) => (width < 500 && name.length > 17 ? name.slice(0, 16) + "…" : name) },
      marks: [Plot.cell(cells, { x: "name", y: "state", fill: (d) => shade(d.share), title: (d) => `${d.state} at ${d.name}: ${percent(d.share)}` })],
    });
  return figure({
    file: "objections",
    title: "Who objects, and where",
    about: `Share of realizations in which a state objects at the end of a conference; the ${order.length} states that object most` +
      (total.filter((times) => times > 0).length > most ? `, of ${total.filter((times) => times > 0).length} that ever do.` : ", all that ever do."),
    legend: swatches(shades),
    draw,
    data: () => ({
      columns: [{ name: "state" }, ...names.map((name) => ({ name, number: true, show: percent }))],
      rows: order.map((s) => [states.names[s], ...states.objections.map((row) => row[s] / n)]),
    }),
  }).node;
}

/// Every state at one conference, in a table that sorts.
export function objectorTable({ conferences, states, run }, start) {
  const n = run.realizations, place = el("div");
  const q = (c, s) => states.gain_quantiles?.map((one) => one[c][s]);
  const columns = [
    { name: "state" }, { name: "code" },
    { name: "objects", label: "objects", number: true, show: (share, row) => `${percent(share)} [${percent(row[3])}, ${percent(row[4])}]` },
    { name: "objects_low", hidden: true }, { name: "objects_high", hidden: true },
    ...(states.gain ? [{ name: "gain", label: "gain: median [5 %, 95 %]", number: true, show: (value, row) => (row[6] == null ? "–" : range([row[6], 0, value, 0, row[7]])) }, { name: "gain_q05", hidden: true }, { name: "gain_q95", hidden: true }] : []),
    ...(states.at_home ? [{ name: "at_home", label: "worst veto player at home", number: true, show: percent }] : []),
  ];
  const rows = (c) =>
    states.names.map((name, s) => {
      const three = q(c, s);
      return [name, states.codes[s], states.objections[c][s] / n, ...wilson(states.objections[c][s], n),
        ...(states.gain ? [three ? three[1] : states.gain[c][s], three?.[0], three?.[2]] : []),
        ...(states.at_home ? [states.at_home[c][s]] : [])];
    });
  let now = start;
  const show = (c) => {
    now = c;
    place.replaceChildren(table(`States at ${conferences[c].name}, ${conferences[c].year}`, columns, rows(c).sort((a, b) => a[5] - b[5]), { sorted: 2 }));
  };
  show(start);
  return el("div", { class: "card" },
    el("h3", {}, "What each state gains or loses"),
    el("p", {}, "The gain of a state's worst veto player from the last text, over no agreement, in its own payoff: below 0 it loses, and a loser objects unless it concedes. Only sign and order within a state compare. A heading sorts the table."),
    el("p", {}, "The least change that would have turned the conference: ", el("code", {}, `hansa explain ${run.name}.yaml ${conferences[start].name}`), " with the scenario below."),
    el("div", { class: "controls" }, conferences.length > 1 ? choice("Conference", [start, ...conferences.keys()].filter((c, k) => k === 0 || c !== start).map((c) => [c, `${conferences[c].name}, ${conferences[c].year}`]), (c) => show(Number(c))) : null,
      download("CSV", "states.csv", "text/csv", () => csv(columns, rows(now)))),
    place);
}
