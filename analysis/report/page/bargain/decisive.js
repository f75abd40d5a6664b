// Who is decisive: shares of power and of weight, and under a rule the votes that turn a decision.
import { blue, chart, ink, marginFor, muted, orange, Plot, rowAxis } from "../chart.js";
import { figure, swatches } from "../figure.js";
import { actorsOn, issueChoice, onScale, pivots } from "./actors.js";

const most = 30;
const share = (value) => (value == null ? "–" : `${(100 * value).toFixed(1)}\u00a0%`);

export function decisive({ bargain }) {
  const { issues, power } = bargain;
  let d = 0;
  const all = () => actorsOn(bargain, d).map((one) => ({ ...one, shapley: power?.shapley[one.k], banzhaf: power?.banzhaf[one.k] }));
  const shown = () => {
    const list = all(), kept = new Set([...list].sort((a, b) => b.weight_share - a.weight_share).slice(0, most));
    return list.filter((one) => kept.has(one));
  };
  const draw = (width) => {
    const list = shown(), pivotal = new Set(pivots(list).map((one) => one.k)), names = list.map((one) => one.name + (pivotal.has(one.k) ? " ◂" : ""));
    const short = names.map((name) => (width < 500 && name.length > 17 ? name.slice(0, 16) + "…" : name));
    return chart({
      width, height: 60 + 24 * list.length, marginLeft: marginFor(short, 60), marginRight: 20,
      x: { label: "share [%] →", grid: true, zero: true, nice: true, tickFormat: (value) => String(Math.round(100 * value)) },
      y: rowAxis(short),
      marks: [
        Plot.ruleX([0], { stroke: muted }),
        Plot.ruleY(list, { y: (_, k) => k, x1: "power_share", x2: "weight_share", stroke: "var(--edge)", strokeWidth: 2 }),
        Plot.dot(list, { x: "power_share", y: (_, k) => k, r: 4.5, fill: "var(--paper)", stroke: ink, strokeWidth: 1.5, title: (one) => `${one.name}: ${share(one.power_share)} of the power` }),
        Plot.dot(list, { x: "weight_share", y: (_, k) => k, r: 5, fill: blue, title: (one) => `${one.name}: ${share(one.weight_share)} of power × salience` }),
        power ? Plot.dot(list, { x: "shapley", y: (_, k) => k, r: 5, symbol: "triangle", fill: orange, title: (one) => `${one.name}: decides in ${share(one.shapley)} of orders` }) : null,
      ],
    });
  };
  const title = () => `Who is decisive on ${issues[d].name}`;
  const about = () => {
    const names = pivots(all()).map((one) => `${one.name} (${onScale(issues[d])(one.position)})`);
    return `Actors in the order of their positions${all().length > most ? `, the ${most} with most weight` : ""}. Half of the weight lies on either side of ${names.join(" and ") || "nobody"}, marked ◂: issue by issue no other position beats the median. ` +
      (power ? `Under ${power.rule} the triangle is Shapley and Shubik's index: how often the actor turns a losing coalition into a winning one, over all orders of joining.` : "With --rule the page also shows how often each actor's vote decides.");
  };
  const drawn = figure({
    file: "decisive", title: title(), about: about(), draw,
    legend: swatches([["power", "power"], ["weight", "power × salience"], ...(power ? [["shapley", "Shapley-Shubik"]] : [])]),
    data: () => ({
      columns: [{ name: "actor" }, { name: "position", number: true, show: onScale(issues[d]) }, { name: "power_share", label: "share of power", number: true, show: share }, { name: "weight_share", label: "of power × salience", number: true, show: share },
        { name: "cumulative", label: "up to here", number: true, show: share },
        ...(power ? [{ name: "shapley", label: "Shapley-Shubik", number: true, show: share }, { name: "banzhaf", label: "Banzhaf", number: true, show: share }] : [])],
      rows: all().map((one) => [one.name, one.position, one.power_share, one.weight_share, one.reached, ...(power ? [one.shapley, one.banzhaf] : [])]),
    }),
    controls: issueChoice(issues, (to) => { d = to; drawn.refresh({ title: title(), about: about() }); }),
  });
  return drawn.node;
}
