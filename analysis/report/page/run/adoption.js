// Which conferences adopt a text: realizations by form, with the interval of the share and what happened in fact.
import { chart, marginFor, muted, ink, paper, Plot } from "../chart.js";
import { figure, swatches } from "../figure.js";
import { percent } from "../numbers.js";

export const forms = [["hard", "hard law"], ["shell", "a binding shell of pledges"], ["soft", "a declaration"], ["none", "no text"]];
const endings = { adopted: "", partial: "in part", failed: "failed", none: "not sought" };

/// How a conference ended in fact, in a word.
export const inFact = (history) =>
  !history ? "" : history.ending === "adopted" ? history.form : endings[history.ending];

export function adoption({ conferences, run }) {
  const names = conferences.map((one) => one.name), n = run.realizations;
  const parts = conferences.flatMap((one) =>
    forms.map(([form]) => ({ name: one.name, form, share: (one.forms[form] ?? 0) / n, times: one.forms[form] ?? 0 })));
  const known = conferences.some((one) => one.history);
  const draw = (width) =>
    chart({
      width,
      height: 58 + 24 * names.length,
      marginLeft: marginFor(names),
      marginRight: known ? 84 : 16,
      x: { domain: [0, 100], label: "share of realizations [%] →", grid: true },
      y: { domain: names, label: null, tickSize: 0, padding: 0.25 },
      marks: [
        Plot.barX(parts, { y: "name", x: (d) => 100 * d.share, fill: (d) => `var(--form-${d.form})`, title: (d) => `${d.name}: ${d.form} in ${d.times} of ${n}`, order: forms.map(([form]) => form), z: "form" }),
        ...[[paper, 5], [ink, 1.5]].map(([stroke, strokeWidth]) =>
          Plot.ruleY(conferences, { y: "name", x1: (d) => 100 * d.interval[0], x2: (d) => 100 * d.interval[1], stroke, strokeWidth, strokeLinecap: "round" })),
        Plot.dot(conferences, { y: "name", x: (d) => 100 * d.adopted, r: 3.5, fill: ink, stroke: paper, strokeWidth: 1.5 }),
        Plot.text(known ? conferences.filter((one) => one.history) : [], {
          y: "name", x: 100, dx: 8, textAnchor: "start", fill: (d) => (d.history.differs ? "var(--orange)" : ink),
          fontWeight: (d) => (d.history.differs ? "bold" : "normal"),
          text: (d) => inFact(d.history) + (d.history.differs ? " ≠" : ""),
        }),
        Plot.text(known ? ["in history"] : [], { frameAnchor: "top-right", dx: 76, dy: -14, textAnchor: "end", fill: muted, text: (d) => d }),
      ],
    });
  const columns = [
    { name: "conference" }, { name: "year" },
    { name: "adopted", label: "adopted", number: true, show: percent },
    { name: "low", label: "95 % from", number: true, show: percent },
    { name: "high", label: "to", number: true, show: percent },
    ...forms.map(([form]) => ({ name: form, number: true })),
    ...(known ? [{ name: "in_history", label: "in history" }, { name: "text", label: "its text" }] : []),
  ];
  const rows = conferences.map((one) => [
    one.name, one.year, one.adopted, ...one.interval, ...forms.map(([form]) => one.forms[form] ?? 0),
    ...(known ? [inFact(one.history), one.history?.instrument ?? ""] : []),
  ]);
  return figure({
    file: "adoption",
    title: "Is a text adopted, and of which form?",
    about:
      `One bar a conference: realizations (${n}) by what they end with. The dot is the share that adopts a text, its line the ` +
      "95 % Wilson interval, for the draws alone." +
      (known ? " To the right, how it ended in history; ≠ where most realizations end otherwise." : ""),
    legend: swatches(forms.map(([form, text]) => [`form-${form}`, text])),
    draw,
    data: () => ({ columns, rows }),
  }).node;
}
