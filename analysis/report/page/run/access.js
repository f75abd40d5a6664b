// Who is near the drafting table: Lorenz curves over cities, with the Gini index of each.
import { blue, chart, muted, orange, Plot } from "../chart.js";
import { slider } from "../dom.js";
import { figure } from "../figure.js";
import { none, percent, range } from "../numbers.js";

const index = (gini) => (gini == null ? none : Array.isArray(gini) ? range(gini) : gini.toFixed(2));

/// One curve below the diagonal of equal shares.
const draw = (curve, labels, width) =>
  chart({
    width, height: Math.min(330, width), marginLeft: 50,
    x: { domain: [0, 100], grid: true, ticks: 5, label: `${labels.holders}, from the least near [%] →` },
    y: { domain: [0, 100], grid: true, ticks: 5, label: `share of ${labels.held} [%]` },
    marks: [
      Plot.areaY(curve.points, { x: (d) => 100 * d[0], y1: (d) => 100 * d[1], y2: (d) => 100 * d[0], fill: blue, fillOpacity: 0.12 }),
      Plot.line([[0, 0], [100, 100]], { stroke: muted, strokeDasharray: "4,3" }),
      Plot.line(curve.points, { x: (d) => 100 * d[0], y: (d) => 100 * d[1], stroke: blue, strokeWidth: 2.5 }),
      Plot.text([`Gini ${index(curve.gini)}`], { frameAnchor: "top-left", dx: 12, dy: 12, fill: orange, fontWeight: "bold", fontSize: 14, text: (d) => d }),
    ],
  });

const table = (curve, labels) => ({
  columns: [{ name: "holders", label: labels.holders, number: true, show: (share) => `${(100 * share).toFixed(1)}\u00a0%` }, { name: "held", label: `share of ${labels.held}`, number: true, show: (share) => `${(100 * share).toFixed(1)}\u00a0%` }],
  rows: curve.points,
});

const single = (file, title, about, curve, labels) =>
  figure({ file, title, about, draw: (width) => draw(curve, labels, width), data: () => table(curve, labels) }).node;

const halves = "The further the curve lies below the dashed line of equal shares, the more unequal; the Gini index is twice the area between them, 0 to 1.";

/// The conferences, then single cities where the result has them.
export function access(data) {
  const { access: part, conferences, states, years } = data;
  if (!part) return [];
  const known = part.curves.map((curve, c) => [curve, c]).filter(([curve]) => curve).map(([, c]) => c);
  const nodes = [];
  if (known.length && states) {
    let c = known.at(-1);
    const labels = { holders: "cities of the tables", held: "access" };
    const place = () => `${conferences[c].name}, ${conferences[c].year}`;
    const title = () => `Whose cities are near the drafting table at ${place()}`;
    const shares = () => part.shares[c].map((share) => share / 1e4);
    const first = () => shares().map((share, s) => [share, s]).sort(([a], [b]) => b - a).filter(([share]) => share > 0).slice(0, 5);
    const about = () =>
      `Share of the cities and what they hold of the access that networks give at the conference, mean over realizations; the cities of one state count as equal, so that inequality within states is not in the curve. ${halves} ` +
        (first().length ? `Most is held by cities of ${first().map(([share, s]) => `${states.names[s]} (${percent(share)})`).join(", ")}.` : "");
    const drawn = figure({
      file: "access_by_state", title: title(), about: about(),
      draw: (width) => draw(part.curves[c], labels, width),
      data: () => {
        const cities = part.cities.reduce((sum, n) => sum + n, 0);
        return {
          columns: [{ name: "state" }, { name: "cities", number: true }, { name: "share_of_cities", label: "share of cities", number: true, show: (share) => `${(100 * share).toFixed(1)}\u00a0%` },
            { name: "access", number: true, show: (value) => value.toPrecision(2) }, { name: "share_of_access", label: "share of access", number: true, show: (share) => `${(100 * share).toFixed(1)}\u00a0%` }],
          rows: shares().map((share, s) => [states.names[s], part.cities[s], part.cities[s] / cities, share * part.totals[c], share]).filter((row) => row[1] > 0).sort((a, b) => b[3] - a[3]),
        };
      },
      controls: known.length > 1
        ? [slider("Conference:", known.map((one) => `${conferences[one].name}, ${conferences[one].year}`), known.length - 1, (to) => {
            c = known[to];
            drawn.refresh({ title: title(), about: about() });
          })]
        : [],
    });
    nodes.push(drawn.node);
  }
  const year = years.labels.at(-1);
  if (part.doors)
    nodes.push(single("access_by_city", `Which cities are near a drafting table, ${year}`,
      `Nearness of the best door of each city to a drafting table open to all, mean over realizations, which hides how they differ between realizations. ${halves}`,
      part.doors, { holders: "cities", held: "nearness" }));
  if (part.memberships)
    nodes.push(single("memberships_by_city", `How memberships are spread over cities, ${year}`,
      `Cities of all realizations by the networks that they are in; the index is the median over realizations with 90 % of them. ${halves}`,
      part.memberships, { holders: "cities", held: "memberships" }));
  return nodes;
}
