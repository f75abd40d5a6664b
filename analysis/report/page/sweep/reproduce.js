// How to have a sweep again, and how to cite it.
import { download } from "../csv.js";
import { el } from "../dom.js";
import { cited } from "../provenance.js";

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

export const citation = ({ run, sweep }) => cited(run, "Sweep", `${sweep.points} design points, ${run.realizations} realizations`);
