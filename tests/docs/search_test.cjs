// The site's search works on pages that are opened as files.
const assert = require("node:assert");
const { join } = require("node:path");
const test = require("node:test");
const { chromium } = require("playwright-core");

const site = process.argv[2];
const flags = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync";

for (const start of ["index.html", "how-to/sweeps.html"]) {
  test(`a search from ${start} finds the page on clusters`, async () => {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags.split(" ") });
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
    const heard = [];
    page.on("pageerror", (error) => heard.push(error.message));
    page.on("request", (request) => request.url().startsWith("http") && heard.push(request.url()));
    await page.goto("file://" + join(site, start));
    await page.locator("input.md-search__input").click();
    await page.keyboard.type("preempted tasks Slurm");
    const found = page.locator(".md-search-result__link[href*='clusters.html']").first();
    await found.waitFor({ timeout: 20000 });
    await found.click();
    await page.waitForURL(/how-to\/clusters\.html/);
    assert.deepStrictEqual(heard, []);
    await browser.close();
  });
}
