// The text by issue: where states stand, what was there before, where the text falls.
import { chart, ink, orange, blue, marginFor, Plot, rowAxis } from "../chart.js";
import { slider } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { range, words } from "../numbers.js";

export function issues({ conferences, issues: part }, start) {
  const names = part.names.map(words);
  let c = start;
  const rows = () => part.conferences[c].map((one, i) => ({ ...one, i }));
  const draw = (width) => {
    const list = rows(), texts = list.filter((one) => one.text), before = list.filter((one) => one.before);
    return chart({
      width,
      height: 70 + 46 * names.length,
      marginLeft: marginFor(names),
      x: { domain: [0, 1], grid: true, label: "level of cooperation, 0 to 1 →" },
      y: rowAxis(names),
      marks: [
        Plot.rect(list, { x1: (d) => d.positions[0], x2: (d) => d.positions[4], y1: (d) => d.i - 0.22, y2: (d) => d.i + 0.22, fill: "var(--band)" }),
        Plot.rect(list, { x1: (d) => d.positions[1], x2: (d) => d.positions[3], y1: (d) => d.i - 0.22, y2: (d) => d.i + 0.22, fill: "var(--band-dark)" }),
        Plot.ruleX(before, { x: (d) => d.before[2], y1: (d) => d.i - 0.34, y2: (d) => d.i + 0.34, stroke: ink, strokeWidth: 2, strokeDasharray: "3,2" }),
        Plot.ruleY(texts, { y: "i", x1: (d) => d.text[0], x2: (d) => d.text[4], stroke: orange, strokeWidth: 2 }),
        Plot.dot(texts, { y: "i", x: (d) => d.text[2], r: 5, fill: orange, title: (d) => `${names[d.i]}: ${range(d.text)}` }),
        Plot.dot(list.filter((one) => !one.text), { y: "i", x: 0, dx: 8, r: 3, symbol: "times", stroke: blue }),
      ],
    });
  };
  const columns = [
    { name: "issue" },
    ...["text", "before", "positions"].flatMap((name) => [
      { name, label: { text: "text, median [5 %, 95 %]", before: "level before", positions: "positions of states" }[name], show: range, file: false },
    ]),
  ];
  const flat = [...["text", "before", "positions"].flatMap((name) =>
    ["q05", "q25", "q50", "q75", "q95"].map((q) => ({ name: `${name}_${q}`, hidden: true })))];
  const data = () => ({
    columns: [...columns, ...flat],
    rows: rows().map((one) => [names[one.i], one.text, one.before, one.positions,
      ...[one.text, one.before, one.positions].flatMap((q) => q ?? Array(5).fill(null))]),
  });
  const title = () => `The text by issue at ${conferences[c].name}, ${conferences[c].year}`;
  const drawn = figure({
    file: "issues", title: title(), draw, data,
    about:
      "Each row is an issue, from 0, no cooperation, to 1, the most ambitious text that any delegation tables. The band holds the positions of states (middle half darker, 90 % lighter), the dashed line is the level " +
      "of cooperation before the conference, the dot the text adopted (median, with 90 % of the realizations that adopt one). A cross: " +
      "not on the agenda, or no text.",
    legend: swatches([["band", "positions of states"], ["before", "level before"], ["text", "text adopted"]]),
    controls: conferences.length > 1
      ? [slider("Conference:", conferences.map((one) => `${one.name}, ${one.year}`), start, (to) => {
          c = to;
          drawn.refresh({ title: title() });
        })]
      : [],
  });
  return drawn.node;
}
