// Mean outcomes over two parameters at once.
import { chart, marginFor, Plot } from "../chart.js";
import { choice, el } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { estimateText, factor, levelNames, outcomeText, parameterAxis } from "./names.js";

const nBins = 5;
const short = (x) => String(Number(x.toPrecision(3)));

/// Limits between five bins: of a share fifths; of a difference two on each side of a middle around zero; else equal steps.
function limitsOf(values, isShare, isDifference) {
  if (isDifference) {
    const large = Number((Math.max(...values.map(Math.abs)) || 0.01).toPrecision(1));
    return [-0.6, -0.2, 0.2, 0.6].map((share) => Number((share * large).toPrecision(2)));
  }
  if (isShare) return [20, 40, 60, 80];
  const low = Math.min(...values), high = Math.max(...values), digits = Math.max(1, 1 - Math.floor(Math.log10(high - low || 1)));
  return [1, 2, 3, 4].map((k) => Number((low + (k * (high - low)) / nBins).toFixed(Math.min(6, digits))));
}

export function heat({ sweep }) {
  const { outcomes, contrasts, parameters, maps } = sweep;
  if (!maps.length) return null;
  let o = sweep.main_outcome, k = 0;
  const pairs = () => maps.filter((one) => one.outcome === o && one.contrast === k);
  let pair = [pairs()[0].x, pairs()[0].y];
  const one = () => pairs().find(({ x, y }) => x === pair[0] && y === pair[1]) ?? pairs()[0];
  const isDifference = () => contrasts[k].minus != null;
  const cells = () => one().cells.filter(([, , , mean]) => mean != null).map(([x, y, n, ...mean]) => ({ x, y, n, mean: mean[0] * factor(outcomes[o]), text: estimateText(mean, outcomes[o]), isChance: isDifference() && !(mean[1] > 0 || mean[2] < 0) }));
  const limits = () => limitsOf(cells().map(({ mean }) => mean), outcomes[o].name === "adopted", isDifference());
  const bin = ({ mean, isChance }) => (isChance ? 2 : limits().filter((limit) => mean >= limit).length);
  const unit = () => (outcomes[o].name !== "adopted" ? "" : isDifference() ? " points" : "\u00a0%");
  const family = () => (isDifference() ? "div" : "pos");
  const name = (j, x) => (parameters[j].values && !parameters[j].number ? levelNames(parameters[j])[x] : short(x));
  const title = () => `${isDifference() ? "Difference in " : ""}${outcomeText(outcomes[o], sweep)} by ${parameters[one().x].words} and ${parameters[one().y].words}`.replace(/^./, (letter) => letter.toUpperCase());
  const about = () => `Mean over the design points of each cell${outcomes[o].name === "adopted" ? (isDifference() ? ", in percentage points" : ", in per cent of runs") : ""}; the other parameters as the design has them. ` +
    `The table, and a cell under the pointer, has 95 % intervals${sweep.design === "grid" ? ", for the draws alone" : ", for draws and choice of points; none where a cell has one point"}.${isDifference() ? ` ${contrasts[k].name}; what cannot be told from zero is drawn as zero, its number in brackets.` : ""}`;
  const places = (list) => [...new Set(list)].sort((a, b) => a - b);
  const draw = (width) => {
    const { x: across, y: up } = one(), list = cells();
    const xs = places(list.map(({ x }) => x)), ys = places(list.map(({ y }) => y)), labels = ys.map((y) => name(up, y));
    const left = marginFor(labels, 44), wide = (width - left - 16) / xs.length;
    const isSlanted = wide < 30, below = 44 + (isSlanted ? 4 * Math.max(...xs.map((x) => name(across, x).length)) : 0);
    return chart({
      width, height: 40 + below + 30 * ys.length, marginLeft: left, marginTop: 28, marginBottom: below,
      x: { type: "band", domain: xs, tickFormat: (x) => name(across, x), label: `${parameterAxis(parameters[across])} →`, padding: 0.03, ...(isSlanted ? { tickRotate: -45 } : {}) },
      y: { type: "band", domain: [...ys].reverse(), tickFormat: (y) => name(up, y), label: null, padding: 0.03, tickSize: 0 },
      marks: [
        Plot.text([`↑ ${parameterAxis(parameters[up])}`], { text: (d) => d, frameAnchor: "top-left", dx: -left + 4, dy: -20 }),
        Plot.cell(list, { x: "x", y: "y", fill: (d) => `var(--${family()}-${bin(d)})`, title: (d) => `${name(across, d.x)}, ${name(up, d.y)}: ${d.text}${unit()} (${d.n} point${d.n === 1 ? "" : "s"})${d.isChance ? ", not told from zero" : ""}` }),
        Plot.text(wide > 34 ? list : [], { x: "x", y: "y", text: (d) => (d.isChance ? `(${short(d.mean)})` : short(d.mean)), fill: (d) => (dark(bin(d)) ? "var(--paper)" : "var(--ink)") }),
      ],
    });
  };
  const dark = (b) => (isDifference() ? b === 0 || b === 4 : b > 2);
  const key = el("div");
  const relabel = () => {
    const at = limits().map(short);
    key.replaceChildren(swatches([`below ${at[0]}`, ...at.slice(1).map((limit, b) => `${at[b]} to ${limit}`), `${at[3]} and more`].map((text, b) => [`${family()}-${b}`, text])));
  };
  const show = () => {
    relabel();
    drawn.refresh({ title: title(), about: about() });
  };
  const picker = el("span");
  const pickPair = () => {
    pair = [one().x, one().y];
    const select = choice("Parameters", pairs().map(({ x, y }) => [`${x},${y}`, `${parameters[x].words} × ${parameters[y].words}`]), (to) => {
      pair = to.split(",").map(Number);
      show();
    });
    select.querySelector("select").value = pair.join();
    picker.replaceChildren(...(pairs().length > 1 ? [select] : []));
  };
  const pick = (label, options, set, now) => {
    const node = choice(label, options, (to) => {
      set(Number(to));
      pickPair();
      show();
    });
    node.querySelector("select").value = now;
    return node;
  };
  pickPair();
  relabel();
  const drawn = figure({
    file: "map", title: title(), about: about(), legend: key, draw,
    data: () => ({
      columns: [{ name: parameters[one().x].path }, { name: parameters[one().y].path }, { name: "points", number: true }, { name: "mean", label: "mean [95 %]", number: true, show: (mean, row) => estimateText(row.slice(3), outcomes[o]) + (mean == null ? "" : unit()) }, { name: "low", hidden: true }, { name: "high", hidden: true }],
      rows: one().cells.map(([x, y, ...rest]) => [name(one().x, x), name(one().y, y), ...rest]),
    }),
    controls: [
      pick("Outcome", outcomes.map((it, at) => [at, outcomeText(it, sweep)]), (to) => (o = to), o),
      picker,
      contrasts.length > 1 ? pick("In", contrasts.map(({ name: text }, at) => [at, text]), (to) => (k = to), k) : null,
    ].filter(Boolean),
  });
  return drawn.node;
}
