// The text by issue: where states stand, what was there before, where the text falls.
import { chart, ink, orange, blue, marginFor, Plot, rowAxis } from "../chart.js";
import { slider } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { none, range, words } from "../numbers.js";

/// Where states' limits lie on an issue, in words.
const limitsInWords = (one) => (one ? `${one.n_none} take no level, ${one.n_any} any, ${one.states - one.n_none - one.n_any} some` : none);

export function issues({ conferences, issues: part, why, states: parties }, start) {
  const names = part.names.map(words);
  const limits = (i) => why?.conferences?.[c].limits[i] ?? null;
  const called = (code) => parties?.names[parties.codes.indexOf(code)] ?? code;
  let c = start;
  const rows = () => part.conferences[c].map((one, i) => ({ ...one, i }));
  const draw = (width) => {
    const marks = names.flatMap((_, i) => (limits(i)?.levels ?? []).map(([code, level]) => ({ i, code, level })));
    const barred = names.map((_, i) => ({ i, n: limits(i)?.n_none ?? 0, who: limits(i)?.none ?? [] })).filter((one) => one.n);
    const list = rows(), texts = list.filter((one) => one.text), before = list.filter((one) => one.before);
    return chart({
      width,
      height: 70 + 54 * names.length,
      marginLeft: marginFor(names, 84),
      x: { domain: [0, 1], grid: true, label: "level of cooperation, 0 to 1 →" },
      y: rowAxis(names),
      marks: [
        Plot.rect(list, { x1: (d) => d.positions[0], x2: (d) => d.positions[4], y1: (d) => d.i - 0.22, y2: (d) => d.i + 0.22, fill: "var(--band)" }),
        Plot.rect(list, { x1: (d) => d.positions[1], x2: (d) => d.positions[3], y1: (d) => d.i - 0.22, y2: (d) => d.i + 0.22, fill: "var(--band-dark)" }),
        Plot.ruleX(before, { x: (d) => d.before[2], y1: (d) => d.i - 0.34, y2: (d) => d.i + 0.34, stroke: ink, strokeWidth: 2, strokeDasharray: "3,2" }),
        Plot.ruleX(marks, { x: "level", y1: (d) => d.i + 0.26, y2: (d) => d.i + 0.42, stroke: blue, strokeWidth: 1.5, strokeOpacity: 0.75, title: (d) => `${called(d.code)} takes ${names[d.i]} up to ${d.level.toFixed(2)}` }),
        Plot.text(barred, { x: 0, y: (d) => d.i + 0.36, dx: -9, textAnchor: "end", fill: blue, fontSize: 11, text: (d) => `${d.n} take none`, title: (d) => d.who.map(called).join(", ") }),
        Plot.ruleY(texts, { y: "i", x1: (d) => d.text[0], x2: (d) => d.text[4], stroke: orange, strokeWidth: 2 }),
        Plot.dot(texts, { y: "i", x: (d) => d.text[2], r: 5, fill: orange, title: (d) => `${names[d.i]}: ${range(d.text)}` }),
        Plot.dot(list.filter((one) => !one.text), { y: "i", x: 0, dx: 8, r: 3, symbol: "times", stroke: blue }),
      ],
    });
  };
  const limited = Boolean(why?.conferences);
  const columns = [
    { name: "issue" },
    ...(limited ? [{ name: "limits", label: "limits of states", show: (one) => limitsInWords(one), file: false }] : []),
    ...["text", "before", "positions"].flatMap((name) => [
      { name, label: { text: "text, median [5 %, 95 %]", before: "level before", positions: "positions of states" }[name], show: range, file: false },
    ]),
  ];
  const flat = [...["text", "before", "positions"].flatMap((name) =>
    ["q05", "q25", "q50", "q75", "q95"].map((q) => ({ name: `${name}_${q}`, hidden: true })))];
  const data = () => ({
    columns: [...columns, ...flat, ...(limited ? ["states_taking_none", "states_taking_any", "states_limited"].map((name) => ({ name, hidden: true })) : [])],
    rows: rows().map((one) => [names[one.i], ...(limited ? [limits(one.i)] : []), one.text, one.before, one.positions,
      ...[one.text, one.before, one.positions].flatMap((q) => q ?? Array(5).fill(null)),
      ...(limited ? [limits(one.i)?.n_none, limits(one.i)?.n_any, limits(one.i)?.states - limits(one.i)?.n_none - limits(one.i)?.n_any].map((n) => n ?? null) : [])]),
  });
  const title = () => `The text by issue at ${conferences[c].name}, ${conferences[c].year}`;
  const drawn = figure({
    file: "issues", title: title(), draw, data,
    about:
      "Each row is an issue, from 0, no cooperation, to 1, the most ambitious text that any delegation tables. The band holds the positions of states (middle half darker, 90 % lighter), the dashed line is the level " +
      "of cooperation before the conference, the dot the text adopted (median, with 90 % of the realizations that adopt one). A cross: " +
      "not on the agenda, or no text." +
      (limited ? " A short line below is the highest level that a state takes without a loss, the other issues as in the text; to the left, how many take none; all others take any level." : ""),
    legend: swatches([["band", "positions of states"], ["before", "level before"], ["text", "text adopted"], ...(limited ? [["limit", "limit of a state"]] : [])]),
    controls: conferences.length > 1
      ? [slider("Conference:", conferences.map((one) => `${one.name}, ${one.year}`), start, (to) => {
          c = to;
          drawn.refresh({ title: title() });
        })]
      : [],
  });
  return drawn.node;
}
