// Dials over a grid that was computed before: a guess first, then the outcome, which follows the dials at once.
import { chart, ink, muted, Plot } from "../chart.js";
import { choice, el, slider } from "../dom.js";
import { figure } from "../figure.js";
import { none, supported, unit } from "../numbers.js";
import { Grid, setLevel } from "./grid.js";
import { isWide, levelNames, outcomeText, parameterColumns, placeText } from "./names.js";
import { stacked } from "./stacked.js";

const text = (one) => (one ? (one[1] == null ? supported(one[0], one[0], one[0] * 1.01) : one.map((value) => supported(value, one[1], one[2]))) : none);
const withInterval = (one, after = "") => (one ? (one[1] == null ? `${text(one)}${after}` : `${text(one)[0]}${after} [${text(one)[1]}, ${text(one)[2]}]`) : none);

let groups = 0;

/// Radio buttons; `names` are their texts.
function radios(label, names, start, onpick, hint) {
  const name = `dial-${++groups}`;
  return el("fieldset", {}, el("legend", {}, label),
    el("div", { class: "radios" }, names.map((one, k) => el("label", {}, el("input", { type: "radio", name, value: k, checked: k === start, onchange: () => onpick(k) }), one))), hint);
}

export function dials({ sweep }) {
  if (!sweep.grid) return null;
  const { outcomes, parameters, contrasts } = sweep, grid = new Grid(sweep);
  const varies = (o) => new Set(grid.all(o)).size > 1;
  if (!outcomes.some((_, o) => varies(o))) return null;
  const conferences = [...new Set(outcomes.map((one) => one.conference).filter(Boolean))];
  const main = sweep.main_outcome;
  let levels = [...grid.start], way = 0, o = main, conference = outcomes[main].conference ?? conferences.at(-1) ?? null, guess = null, shown = false;
  const isShare = () => outcomes[o].name === "adopted";
  const isDifference = () => contrasts[way].minus != null;
  const largest = (of) => Math.max(...grid.all(of, way).map(Math.abs));
  const top = (of) => {
    if (isDifference()) return Number((1.25 * largest(of)).toPrecision(1)) || (outcomes[of].name === "adopted" ? 10 : 0.1);
    return outcomes[of].name === "adopted" ? 100 : outcomes[of].name === "network_voice" ? 1 : Math.max(...grid.all(of).map(Math.abs)) || 1;
  };
  const bottom = (of) => (isDifference() ? -top(of) : 0);
  const now = (of = o) => grid.value(of, levels, way);
  const after = (of = o) => (outcomes[of].name !== "adopted" ? "" : isDifference() ? " points" : "\u00a0%");

  // paper has no dials: it says where they stand, and what comes out there. Before the figures, which draw on print, too.
  let wasShown = false;
  addEventListener("beforeprint", () => {
    wasShown = shown;
    shown = true;
    update();
  });
  addEventListener("afterprint", () => {
    shown = wasShown;
    update();
  });

  // what moves
  const names = parameters.map(levelNames);
  const hint = (j) => el("p", { class: "hint" }, el("code", {}, parameters[j].path), parameters[j].about ? `: ${parameters[j].about}${unit(parameters[j].unit)}` : "");
  const move = (j) => (level) => {
    levels = setLevel(levels, j, level);
    if (shown) guess = null;
    update();
  };
  const controls = parameters.map((one, j) =>
    one.number && names[j].length > 2
      ? el("div", {}, slider(one.words, names[j], levels[j], move(j)), hint(j))
      : radios(one.words, names[j], levels[j], move(j), hint(j)));
  if (contrasts.length > 1)
    controls.push(radios("arm, or difference of two", contrasts.map(({ name }) => name), 0, (k) => {
      way = k;
      if (shown) guess = null;
      update();
    }));
  if (conferences.length > 1) {
    const pick = choice("Conference", conferences.map((name) => [name, name]), (to) => {
      conference = to;
      if (outcomes[o].conference) o = outcomes.findIndex((one) => one.name === outcomes[o].name && one.conference === to);
      guess = null;
      update();
    });
    pick.querySelector("select").value = conference;
    controls.push(pick);
  }

  // the guess, and the answer
  const setting = () => parameters.map((one, j) => `${one.words} ${names[j][levels[j]]}`).join(", ") + (contrasts.length > 1 ? `, ${contrasts[way].name}` : "");
  const asked = () => isDifference()
    ? `by how ${isShare() ? "many percentage points" : "much"} does the ${outcomeText(outcomes[o], sweep)} differ`
    : (isShare() ? `in how many of 100 runs does ${outcomes[o].conference} adopt a text` : `how large is the ${outcomeText(outcomes[o], sweep)}, from 0 to ${Number(top(o).toPrecision(2))}`);
  const question = el("p", { id: "guess-question" });
  const said = el("output", {});
  const steps = () => (isShare() ? 100 : 50);
  const guessed = () => bottom(o) + ((top(o) - bottom(o)) * Number(input.value)) / steps();
  const rounded = (value) => (isShare() ? String(Math.round(value)) : value.toFixed(2)).replace(/^-(0\.?0*)$/, "$1");
  const input = el("input", { type: "range", min: 0, max: isShare() ? 100 : 50, step: 1, value: isShare() ? 50 : 25, "aria-labelledby": "guess-question", oninput: () => follow() });
  const follow = () => {
    said.value = rounded(guessed()) + after();
    input.setAttribute("aria-valuetext", said.value);
    if (!shown) gauge.refresh();
  };
  const reveal = (isGuess) => () => {
    guess = isGuess ? guessed() : null;
    shown = true;
    update();
    again.focus();
  };
  const ask = el("div", {}, question, el("div", { class: "slider" }, input, said),
    el("div", { class: "buttons" }, el("button", { type: "button", class: "main", onclick: reveal(true) }, "Show what the model says"), el("button", { type: "button", onclick: reveal(false) }, "Skip the guess")));
  const again = el("button", { type: "button", onclick: () => {
    shown = false;
    guess = null;
    update();
    input.focus();
  } }, "Guess at this setting of the dials");
  const answer = el("p", { class: "answer", "aria-live": "polite" });
  const panel = el("div", { class: "guess" }, ask, answer, el("div", { class: "buttons" }, again));

  const onPaper = el("p", { class: "on-paper" });
  const related = () => outcomes.map((_, k) => k).filter((k) => k !== o && (outcomes[k].conference === conference || !outcomes[k].conference) && varies(k));
  const sentence = () => {
    const one = now();
    if (!one) return `With ${setting()} no run is done.`;
    const compared = guess == null ? "" : guess >= (one[1] ?? one[0]) && guess <= (one[2] ?? one[0])
      ? ` Your guess, ${rounded(guess)}${after()}, lies in the interval.`
      : ` You guessed ${rounded(guess)}${after()}: ${guess > one[0] ? "too high" : "too low"} by ${isShare() ? `${Math.round(Math.abs(guess - one[0]))} points` : Math.abs(guess - one[0]).toFixed(2)}.`;
    const others = related().map((k) => [k, now(k)]).filter(([, it]) => it).map(([k, it]) => `${outcomeText(outcomes[k], sweep)} ${withInterval(it, after(k))}`);
    if (isDifference())
      return `${contrasts[way].name}, on the same random numbers: the ${outcomeText(outcomes[o], sweep)} ${one[1] === 0 && one[2] === 0 ? `is the same in all ${grid.runs(o, levels, way)} pairs of runs` : `differs by ${withInterval(one, after())} (95 % interval, ${grid.runs(o, levels, way)} pairs of runs${one[1] > 0 || one[2] < 0 ? "" : ": not told from zero"})`}.${compared}` +
        (others.length ? ` Other differences: ${others.join("; ")}.` : "");
    return `${isShare() ? `${outcomes[o].conference} adopts a text in` : `The ${outcomeText(outcomes[o], sweep)} is`} ${withInterval(one, after())}${isShare() ? ` of runs` : ""} (95 % interval, ${grid.runs(o, levels, way)} runs).${compared}` +
      (others.length ? ` ${others.join("; ")}.`.replace(/^ ./, (start) => start.toUpperCase()) : "");
  };

  // the outcome as marks on its scale
  const along = (of, value) => (value - bottom(of)) / (top(of) - bottom(of));
  const bracketed = (of) => (after(of) ? ` [${after(of).trim()}]` : "");
  const bar = (of, width, isMain) => {
    const one = shown ? now(of) : null, mark = isMain && (guess != null ? guess : shown ? null : guessed());
    return chart({
      width, height: isMain ? 96 : 74, marginLeft: 18, marginRight: 18, marginTop: isMain ? 34 : 26, marginBottom: 30,
      x: { domain: [bottom(of), top(of)], label: null, ticks: Math.max(2, Math.floor(width / 90)), nice: false }, y: { axis: null, domain: [0, 1] },
      marks: [
        Plot.text([(isDifference() ? "difference in " : "") + outcomeText(outcomes[of], sweep) + bracketed(of)], { text: (d) => d, frameAnchor: "top-left", dx: 0, dy: isMain ? -30 : -24, fill: ink, fontWeight: isMain ? "bold" : "normal" }),
        Plot.rect([0], { x1: bottom(of), x2: top(of), y1: 0.2, y2: 0.8, fill: "var(--line)" }),
        isDifference() ? Plot.ruleX([0], { stroke: muted }) : null,
        ...(one ? [
          Plot.rect([one], { x1: 0, x2: (d) => d[0], y1: 0.2, y2: 0.8, fill: "var(--blue)", fillOpacity: 0.6 }),
          ...(one[1] == null ? [] : [Plot.ruleY([one], { y: 0.5, x1: (d) => Math.max(bottom(of), d[1]), x2: (d) => Math.min(top(of), d[2]), stroke: ink, strokeWidth: 2 })]),
          Plot.ruleX([one], { x: (d) => d[0], y1: 0.05, y2: 0.95, stroke: ink, strokeWidth: 3 }),
        ] : []),
        ...(mark === false || mark == null ? [] : [
          Plot.dot([mark], { x: (d) => d, y: 0.5, r: 7, symbol: "diamond", fill: "var(--orange)", stroke: "var(--paper)" }),
          Plot.text([mark], { x: (d) => d, y: 0.98, dy: -6, text: () => "your guess", fill: "var(--orange)", textAnchor: along(of, mark) > 0.85 ? "end" : along(of, mark) < 0.15 ? "start" : "middle" }),
        ]),
      ],
    });
  };
  const subject = () => `${isDifference() ? "difference in " : ""}${outcomeText(outcomes[o], sweep)}`;
  const gaugeTitle = () => `At this setting: ${subject()}`;
  const gauge = figure({
    file: "dials", title: gaugeTitle(), about: "Tick: the share or the mean over the runs of this point; line: its 95 % interval, Wilson's for a share, Student's t for a mean, for the draws alone." +
      (contrasts.length > 1 ? " A difference of two arms is that of pairs of runs on the same random numbers; that of a share has McNemar's exact interval." : ""),
    draw: (width) => stacked([bar(o, width, true), ...(shown ? related().map((k) => bar(k, width, false)) : [])], 1),
    data: () => {
      const columns = [...parameters.map(({ path }) => ({ name: path })), { name: "arm" }];
      outcomes.forEach((one, k) => {
        const name = (one.conference ? `${one.conference}.` : "") + one.name, at = columns.length;
        columns.push({ name, label: outcomeText(one, sweep) + (one.name === "adopted" ? " [%]" : ""), number: true, show: (value, row) => (value == null ? none : withInterval([value, row[at + 1], row[at + 2]])) }, { name: `${name}_low`, hidden: true }, { name: `${name}_high`, hidden: true });
      });
      const rows = [];
      for (let point = 0; point < sweep.points; ++point)
        contrasts.forEach(({ name }, a) => rows.push([...grid.levels(point).map((level, j) => (parameters[j].number ? Number(names[j][level]) : names[j][level])), name, ...outcomes.flatMap((_, k) => grid.value(k, grid.levels(point), a) ?? [null, null, null])]));
      return { columns, rows };
    },
  });

  // what each dial alone would change
  const alone = (j, width) => {
    const rows = names[j].map((name, level) => ({ name, level, x: parameters[j].number ? Number(name) : level, one: grid.value(o, setLevel(levels, j, level), way) })).filter((row) => row.one);
    const place = grid.place(o, levels, way, j), here = rows.filter((row) => row.level === levels[j]), bounds = rows.filter((row) => row.one[1] != null);
    const isNumber = parameters[j].number, wide = isNumber && isWide(rows.map((row) => row.x));
    const found = place && (place.half ?? place.peak), what = place?.half ? "one half" : "peak";
    const domain = isDifference() ? [bottom(o), top(o)] : [0, isShare() ? 100 : Math.max(...grid.all(o))];
    return chart({
      width, height: 210, marginLeft: 44, marginRight: 14, marginTop: 44, marginBottom: 40,
      x: isNumber ? { label: null, type: wide ? "log" : "linear", ...(wide ? { ticks: 3, tickFormat: "~s" } : { ticks: Math.min(names[j].length, 5) }) } : { label: null, domain: [-0.5, names[j].length - 0.5], ticks: names[j].map((_, k) => k), tickFormat: (k) => names[j][k], tickSize: 0 },
      y: { domain, label: null, grid: true, ticks: 4 },
      marks: [
        Plot.text([parameters[j].words], { text: (d) => d, title: () => parameters[j].path, frameAnchor: "top-left", dx: -40, dy: -38, fill: ink, fontWeight: "bold" }),
        Plot.text([found ? `${what} at ${placeText(found)}` : ""], { text: (d) => d, frameAnchor: "top-left", dx: -40, dy: -22, fill: muted }),
        isDifference() ? Plot.ruleY([0], { stroke: muted }) : null,
        Plot.ruleX(bounds, { x: "x", y1: (d) => d.one[1], y2: (d) => d.one[2], stroke: "var(--blue)", strokeWidth: 1.5, clip: true }),
        ...(isNumber ? [Plot.lineY(rows, { x: "x", y: (d) => d.one[0], stroke: "var(--blue)", strokeWidth: 1.8 })] : []),
        Plot.dot(rows, { x: "x", y: (d) => d.one[0], r: 3, fill: "var(--blue)", title: (d) => `${d.name}: ${withInterval(d.one)}` }),
        ...(found ? [Plot.ruleX([found], { x: (d) => d[0], stroke: muted, strokeDasharray: "3,3" })] : []),
        Plot.dot(here, { x: "x", y: (d) => d.one[0], r: 6.5, symbol: "diamond", fill: "var(--orange)", stroke: "var(--card)", strokeWidth: 1.5 }),
      ],
    });
  };
  const hereTitle = () => `From here: what each dial alone would change in the ${subject()}${bracketed(o)}`;
  const fromHere = figure({
    file: "from-here", title: hereTitle(),
    about: "One panel a parameter: the outcome at its values, the other dials as they stand, with 95 % intervals. The diamond is where the dials stand. Dotted: where the share crosses one half, or the outcome peaks, with the interval of that place.",
    draw: (width) => {
      const across = Math.max(1, Math.min(parameters.length, Math.floor(width / 270)));
      return stacked(parameters.map((_, j) => alone(j, Math.floor(width / across))), across);
    },
    data: () => ({
      columns: [...parameterColumns, { name: "value" }, { name: "outcome", label: outcomeText(outcomes[o], sweep), number: true, show: (value, row) => (value == null ? none : withInterval(row.slice(3, 6))) }, { name: "low", hidden: true }, { name: "high", hidden: true }],
      rows: parameters.flatMap((one, j) => names[j].map((name, level) => [one.path, one.words, name, ...(grid.value(o, setLevel(levels, j, level), way) ?? [null, null, null])])),
    }),
  });

  function update() {
    ask.hidden = shown;
    answer.hidden = again.hidden = !shown;
    question.textContent = `Guess first: with the dials as they stand, ${asked()}?`;
    answer.textContent = shown ? sentence() : "";
    fromHere.node.hidden = !shown;
    onPaper.textContent = `The dials stand at ${setting()}.`;
    input.max = steps();
    follow();
    gauge.refresh({ title: gaugeTitle() });
    fromHere.refresh({ title: hereTitle() });
  }
  update();
  return [
    el("p", {}, `Every setting of these dials was played ${sweep.realizations} times before this page was made: ${sweep.points} points. Nothing is computed or fitted here.`),
    el("div", { class: "dials" }, controls), onPaper, panel, gauge.node, fromHere.node,
  ];
}
