// The page: sections of what it shows, then those that every page has.
import { bargainSections } from "./bargain/sections.js";
import { comparisonSections } from "./comparison/sections.js";
import { el } from "./dom.js";
import { glossary } from "./glossary.js";
import { parameters } from "./parameters.js";
import { citation, licences, reproduction, sources } from "./provenance.js";
import { runSections } from "./run/sections.js";
import { sweepCitation, sweepReproduction, sweepSections } from "./sweep/sections.js";
import { terms as sweepTerms } from "./sweep/terms.js";

const data = JSON.parse(document.getElementById("data").textContent);

/// A section has an id, a title, and what makes its parts; without parts it is left out.
const scenarioSections = () => [
  ...(data.sweep ? sweepSections(data) : data.comparison ? comparisonSections(data) : runSections(data)),
  ["assumptions", "What was chosen and what is assumed", () => parameters(data)],
  ["sources", "Where the facts come from", () => sources(data)],
  ["reproduce", "How to reproduce it", () => (data.sweep ? sweepReproduction : reproduction)(data)],
  ["cite", "How to cite it", () => (data.sweep ? sweepCitation : citation)(data)],
  ["glossary", "Glossary", () => [glossary(data.sweep ? sweepTerms : [])]],
];
const sections = [
  ...(data.bargain ? bargainSections(data) : scenarioSections()),
  ["software", "Software in this page", licences],
];

const main = document.getElementById("main"), contents = document.getElementById("contents"), links = el("ul");
for (const [id, title, fill] of sections) {
  const parts = fill ? fill().filter(Boolean) : [];
  if (!parts.length) continue;
  links.append(el("li", {}, el("a", { href: `#${id}` }, id)));
  main.append(el("section", { id, "aria-labelledby": `${id}-heading` }, el("h2", { id: `${id}-heading` }, title), el("div", { class: "parts" }, parts)));
}
contents.append(links);
document.getElementById("footer").append(`Hansa ${data.run.version} (${data.run.commit}). This file loads nothing from elsewhere.`);
