// Bundles the page into one HTML file and writes it as a C++ string: node build.mjs ROOT TEMPLATE.cpp
// node build.mjs ROOT LICENSES writes the licences of what is bundled; the file beside this one must hold them.
// Everything that the page may run or style has its hash in the content security policy, so that no text in a scenario
// can become either.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [root, output] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const read = (...path) => readFileSync(join(here, ...path), "utf8");

const packages = (inputs) =>
  [...new Set(Object.keys(inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]))]
    .filter(Boolean)
    .sort();

/// The licences that the bundled packages ask to be shown, each text once with the packages under it.
const licences = (names) => {
  const texts = new Map();
  for (const name of names) {
    const text = licenceText(name);
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  return [...texts].map(([text, under]) => ({ packages: under.join(", "), text }));
};
const licenceText = (name) => {
  for (const file of ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"]) {
    try {
      return read("node_modules", name, file).trim();
    } catch {
      continue;
    }
  }
  throw new Error(`${name} has no licence file`);
};

/// The style that Plot puts into each of its charts.
const plotStyle = () => {
  const source = read("node_modules/@observablehq/plot/src/plot.js");
  const style = source.match(/append\("style"\)\.text\(\s*`([^`]*)`/)[1];
  return style.replaceAll("${className}", "chart");
};

const citation = readFileSync(join(root, "CITATION.cff"), "utf8");
const cited = (key) => citation.match(new RegExp(`^\\s*(?:- )?${key}: "?([^"\\n]*)"?$`, "m"))[1];

const options = {
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  absWorkingDir: here,
  logLevel: "warning",
};
const style = (await build({ ...options, entryPoints: ["page.css"] })).outputFiles[0].text.trim();
const first = await build({ ...options, entryPoints: ["main.js"], define: { LICENCES: "[]", CITED: "{}" } });
const bundled = licences(packages(first.metafile.inputs));
const licenceFile =
  "What the page of hansa report, and so the program, carries besides Hansa. Borders are Natural Earth's, in the public\n" +
  "domain, by way of world-atlas.\n" + bundled.map(({ packages, text }) => `\n## ${packages}\n\n${text}\n`).join("");
if (output.endsWith("LICENSES")) writeFileSync(output, licenceFile);
if (read("LICENSES") !== licenceFile)
  throw new Error("analysis/report/page/LICENSES is not that of the packages; node build.mjs ROOT LICENSES writes it");
if (output.endsWith("LICENSES")) process.exit();
const define = {
  LICENCES: JSON.stringify(bundled),
  CITED: JSON.stringify({ title: cited("title"), authors: cited("name") }),
};
const bundle = await build({ ...options, entryPoints: ["main.js"], define });
const script = bundle.outputFiles[0].text.trim().replaceAll("</script", "<\\/script");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)} ${hash(plotStyle())}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const parts = { policy, style, script };
const page = read("template.html").replace(/%(policy|style|script)%/g, (_, part) => parts[part]);

const pieces = page.match(/[^]{1,16000}/g).map((piece) => `R"page(${piece})page"`);
if (page.includes(')page"')) throw new Error("the page contains the end of a C++ string");
writeFileSync(
  output,
  `#include "analysis/report/page_template.hpp"\n\nconst std::string_view hansa::page_template =\n${pieces.join("\n")};\n`,
);
