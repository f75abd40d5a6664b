// A reader of the pages in the folder that the command line names, with a browser of its own.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const test = require("node:test");
const { chromium } = require("playwright-core");

const folder = process.argv[2];
const file = (name) => join(folder, name, "report.html");
const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking " +
  "--disable-component-update --disable-sync";
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
let browser;
test.before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags.split(" ") });
});
test.after(() => browser.close());

/// Opens a page; fails on a message of the console, an error, or a request.
async function open(name, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, ...options });
  page.heard = [];
  page.on("console", (message) => page.heard.push(message.text()));
  page.on("pageerror", (error) => page.heard.push(error.message));
  page.on("request", (request) => request.url().startsWith("file://" + file(name)) || request.url().startsWith("blob:") || page.heard.push(request.url()));
  page.on("dialog", (dialog) => page.heard.push(dialog.message()));
  await page.goto("file://" + file(name));
  await page.waitForSelector("figure svg");
  return page;
}

const close = (a, b) => Math.abs(a - b) <= 6e-4 * Math.max(Math.abs(a), Math.abs(b), 1e-3);
const figureOf = (page, title) => page.locator("figure", { has: page.getByRole("heading", { name: title }) });

/// The rows of the CSV file that a figure offers, as objects.
async function saved(page, figure) {
  const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name: "CSV" }).click()]);
  const [head, ...rows] = readFileSync(await download.path(), "utf8").trim().split("\n").map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k]])));
}

/// What would keep a user of assistive technology out: "rule: element" each. In the dark only colours are others.
async function seriousIn(page, colorScheme) {
  await page.evaluate(axe);
  const wanted = { resultTypes: ["violations"], ...(colorScheme === "dark" && { runOnly: ["color-contrast"] }) };
  const { violations } = await page.evaluate((options) => axe.run(options), wanted);
  const serious = violations.filter((one) => ["serious", "critical"].includes(one.impact));
  return serious.map((one) => `${one.id}: ${one.nodes[0].html}`);
}

module.exports = { close, figureOf, file, folder, open, saved, seriousIn };
