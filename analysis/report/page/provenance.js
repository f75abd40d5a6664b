// Where the numbers come from, how to have them again, how to cite them.
import { download } from "./csv.js";
import { el } from "./dom.js";

export function sources({ sources: credits }) {
  if (!credits) return [el("p", {}, "The tables of facts of this installation name no sources.")];
  return [
    el("p", {}, "Facts come from the tables below; licences marked (m) are stated from memory and want checking before publication."),
    el("ul", {}, credits.map((credit) => el("li", {}, credit.replaceAll("`", "")))),
  ];
}

export function reproduction({ run }) {
  const file = `${run.name}.yaml`;
  return [
    el("p", {}, "Equal input gives equal bytes of the result, on any machine and with any number of threads."),
    el("ol", {},
      el("li", {}, "Save the complete scenario, defaults included: ", download(file, file, "text/yaml", () => run.scenario), "."),
      el("li", {}, "Run it with the same version: ", el("code", {}, `hansa run ${file}`)),
      el("li", {}, "Or check the folder itself: ", el("code", {}, "hansa reproduce DIR"))),
    el("dl", { class: "facts" }, [
      ["scenario", run.name], ["seed", run.seed], ["realizations", run.realizations],
      ["result made by", run.made_by], ["page made by", `Hansa ${run.version} (${run.commit})`],
      ["SHA-256 of the scenario", el("code", { class: "digest" }, run.sha256)],
    ].flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])),
  ];
}

/// How to cite what a page shows: `what` ran, and how large it was.
export const cited = (run, what, size) => [
  el("blockquote", {}, `${CITED.authors}. ${CITED.title}. Version ${run.version}, commit ${run.commit}. ${what} ${run.name} (SHA-256 ${run.sha256.slice(0, 12)}), seed ${run.seed}, ${size}.`),
  el("p", {}, "Name what you varied and how often you looked, with what failed. Cite the sources of the tables that your claim rests on, too."),
];

export const citation = ({ run }) => cited(run, "Scenario", `${run.realizations} realizations`);

export const licences = () => [
  el("p", {}, "This page carries the libraries below; borders are Natural Earth's, in the public domain, by way of world-atlas."),
  ...LICENCES.map(({ packages, text }) => el("details", { class: "data" }, el("summary", {}, packages), el("pre", { tabindex: 0, role: "region", "aria-label": `Licence of ${packages}` }, text))),
];
