// How to have a sweep again, and how to cite it.
import { download } from "../csv.js";
import { el } from "../dom.js";

export function reproduction({ run }) {
  const file = `${run.name}.yaml`;
  return [
    el("p", {}, "Equal input gives equal bytes of every run, on any machine and with any number of threads."),
    el("ol", {},
      el("li", {}, "Save the complete sweep, its scenario and every default included: ", download(file, file, "text/yaml", () => run.scenario), "."),
      el("li", {}, "Run it with the same version: ", el("code", {}, `hansa sweep ${file}`)),
      el("li", {}, "Or repeat one run with all that it records: ", el("code", {}, "hansa run --from DIR --run 17"))),
    el("dl", { class: "facts" }, [
      ["sweep", run.name], ["seed", run.seed], ["page made by", `Hansa ${run.version} (${run.commit})`],
      ["SHA-256 of the sweep", el("code", { class: "digest" }, run.sha256)],
    ].flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])),
  ];
}

export function citation({ run, sweep }) {
  const text = `${CITED.authors}. ${CITED.title}. Version ${run.version}, commit ${run.commit}. Sweep ${run.name} ` +
    `(SHA-256 ${run.sha256.slice(0, 12)}), seed ${run.seed}, ${sweep.points} design points, ${run.realizations} realizations.`;
  return [el("blockquote", {}, text), el("p", {}, "Name what you varied and how often you looked, with what failed. Cite the sources of the tables that your claim rests on, too.")];
}
