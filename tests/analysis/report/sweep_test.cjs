// What a reader finds in the pages of sweeps that browser.sh made: sweep_test.cjs FOLDER
const assert = require("node:assert/strict");
const { readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");
const test = require("node:test");
const { close, figureOf, file, folder, open, saved, seriousIn } = require("./reader.cjs");

const answers = JSON.parse(readFileSync(join(folder, "dials.json"), "utf8"));
const answer = (page) => page.locator(".answer").textContent();
const show = (page) => page.getByRole("button", { name: "Show what the model says" }).click();

/// The row of hansa analyze --json at a setting.
const rowAt = (level, floor, forms, arm) =>
  answers.rows.find(({ parameters: one, arm: name }) => one["gridlock.level"] === level && one["conferences.COP15.floor"] === floor && one["conferences.COP15.forms"] === forms && name === arm);

for (const name of ["dials", "unfinished", "drawn"])
  test(`${name}: the console is silent, nothing is asked for, every figure has a title, words and a table`, async () => {
    const page = await open(name);
    if (name !== "drawn") await show(page);
    for (const figure of await page.locator("figure").all()) {
      const chart = figure.locator("svg[role=img]");
      await chart.waitFor();
      assert.equal(await chart.count(), 1);
      assert.ok((await chart.locator("> title").textContent()).length > 5);
      assert.ok((await chart.locator("> desc").textContent()).length > 20);
      await figure.locator("summary").first().click();
      await figure.locator("tbody tr").first().waitFor();
    }
    assert.equal(await page.locator("[style]").count(), 0, "a style that the policy refuses");
    assert.match(await page.locator("h1").textContent(), name === "drawn" ? /^drawn$/ : /^Dials <b>to try<\/b>$/);
    assert.deepEqual(page.heard, []);
    assert.ok(statSync(file(name)).size < 1.5e6, "larger than 1.5 MB");
    await page.close();
  });

for (const name of ["known-cases", "gridlock"])
  test(`the page of ${name} is below 1.5 MB and opens quickly`, async () => {
    const size = statSync(file(name)).size, times = [];
    for (let k = 0; k < 3; ++k) {
      const begun = performance.now(), page = await open(name);
      times.push(performance.now() - begun);
      assert.deepEqual(page.heard, []);
      if (name === "known-cases") assert.equal(await page.locator("#pairs").getByRole("combobox", { name: "Parameters" }).locator("option").count(), 3, "pairs of parameters");
      await page.close();
    }
    console.log(`${name}: ${(size / 1e6).toFixed(2)} MB, opened in ${times.map(Math.round).join(", ")} ms`);
    assert.ok(size < 1.5e6 && Math.min(...times) < 20000);  // about 1,000 on an idle machine; a drawing in quadratic time takes minutes
  });

test("a reader guesses before the answer is shown, or skips it", async () => {
  const page = await open("dials");
  assert.equal(await page.locator(".answer").isVisible(), false);
  assert.equal(await page.locator("figure", { hasText: "From here" }).isVisible(), false);
  const guess = page.getByRole("slider", { name: /Guess first: .* how many of 100 runs/ });
  await guess.focus();
  await page.keyboard.press("End");
  assert.equal(await guess.getAttribute("aria-valuetext"), "100\u00a0%");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const share = Math.round(100 * rowAt(0.5, 0.1, "[hard]", "full").conferences[0].adopted);
  assert.match(await answer(page), new RegExp(`COP15 adopts a text in ${share}\\W%`));
  assert.match(await answer(page), share > 61 ? /Your guess, 100/ : new RegExp(`You guessed 100\\W%: too high by ${100 - share} points`));
  assert.equal(await page.getByRole("button", { name: "Guess at this setting" }).evaluate((button) => button === document.activeElement), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".answer").isVisible(), false);
  await page.getByRole("button", { name: "Skip the guess" }).click();
  assert.doesNotMatch(await answer(page), /guess/);
  await page.close();
});

test("dials move by keyboard and show the numbers of hansa analyze --json", async () => {
  const page = await open("dials");
  await page.getByRole("button", { name: "Skip the guess" }).click();
  const levels = [0, 0.2, 0.5, 0.8], floors = [0.02, 0.1, 0.3];
  const level = page.getByRole("slider", { name: "sovereignty gridlock" }), floor = page.getByRole("slider", { name: "least depth at COP15" });
  const check = async (k, s, forms, arm) => {
    const { conferences: [cop], voice } = rowAt(levels[k], floors[s], `[${forms}]`, arm);
    const text = await answer(page);
    assert.match(text, new RegExp(`in ${Math.round(100 * cop.adopted)}\\W%`), `${levels[k]}, ${floors[s]}, ${forms}, ${arm}: ${text}`);
    const rows = await saved(page, figureOf(page, /^At this setting/));
    const row = rows.find((one) => Number(one["gridlock.level"]) === levels[k] && Number(one["conferences.COP15.floor"]) === floors[s] && one["conferences.COP15.forms"] === forms && one.arm === arm);
    assert.ok(close(Number(row["COP15.adopted"]) / 100, cop.adopted));
    assert.ok(close(Number(row.network_voice), voice));
    assert.ok(cop.depth == null ? row["COP15.depth"] === "" : close(Number(row["COP15.depth"]), cop.depth));
  };
  await check(2, 1, "hard", "full");
  await level.focus();
  await page.keyboard.press("Home");
  assert.equal(await level.getAttribute("aria-valuetext"), "0");
  await check(0, 1, "hard", "full");
  await level.focus();
  await page.keyboard.press("ArrowRight");
  await floor.focus();
  await page.keyboard.press("End");
  await check(1, 2, "hard", "full");
  await page.getByRole("radio", { name: "hard" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("radio", { name: "without-lobbying", exact: true }).check();
  await check(1, 2, "soft", "without-lobbying");
  await page.getByRole("radio", { name: "full minus without-lobbying" }).check();
  const [full, without] = ["full", "without-lobbying"].map((arm) => rowAt(levels[1], floors[2], "[soft]", arm));
  assert.match(await answer(page), /^full minus without-lobbying, on the same random numbers: the share adopted at COP15 (is the same in all|differs by .* points .*) 6 pairs of runs/);
  const differences = (await saved(page, figureOf(page, /^At this setting: difference in share adopted/))).filter((row) => row.arm === "full minus without-lobbying");
  assert.equal(differences.length, 24);
  const row = differences.find((one) => Number(one["gridlock.level"]) === levels[1] && Number(one["conferences.COP15.floor"]) === floors[2] && one["conferences.COP15.forms"] === "soft");
  assert.ok(close(Number(row["COP15.adopted"]) / 100, full.conferences[0].adopted - without.conferences[0].adopted));
  assert.ok(close(Number(row.network_voice), full.voice - without.voice));
  assert.deepEqual(page.heard, []);
  await page.close();
});

test("curves, indices and maps hold the numbers of hansa analyze --json", async () => {
  const page = await open("dials");
  const { curves } = JSON.parse(readFileSync(join(folder, "curve.json"), "utf8"));
  const figure = figureOf(page, /^Share adopted at COP15 by sovereignty gridlock$/);
  await page.locator("#curves").getByRole("combobox", { name: "Parameter" }).selectOption("sovereignty gridlock");
  const rows = (await saved(page, figure)).filter((row) => row.place === "curve");
  assert.equal(rows.length, 8);
  for (const row of rows) {
    const known = curves.find((one) => one.outcome === "adopted" && one.contrast === row.contrast).curve.find(({ x }) => close(x, Number(row["gridlock.level"])));
    assert.ok(close(Number(row.value), known.value) && close(Number(row.high), known.ci95[1]), `${row.contrast} at ${known.x}`);
  }
  assert.match(await page.locator(".headline").textContent(), /Of the variation of the share adopted at COP15 between design points, .* alone explains \d+\W% \[/);
  const matters = await figureOf(page, /^What moves share adopted at COP15$/).locator("svg[role=img]").textContent();
  assert.match(matters, /share of the variation explained/);
  assert.match(await figureOf(page, /^What moves share adopted at COP15$/).locator(".legend").textContent(), /alone \(S1\).*with interactions \(ST\)/);
  assert.match(matters.replaceAll(/\s+/g, " "), /sovereignty ?gridlock/);
  const effects = await saved(page, figureOf(page, /^What moves share adopted at COP15$/));
  const known = answers.sensitivity.find((one) => one.outcome === "adopted" && one.contrast === "full");
  for (const one of known.parameters) {
    const row = effects.find(({ parameter }) => parameter === one.parameter);
    assert.ok(close(Number(row.ST), one.ST.value) && close(Number(row.ST_low), one.ST.ci95[0]), one.parameter);
  }
  const cells = await saved(page, figureOf(page, /^Share adopted at COP15 by sovereignty gridlock and least depth at COP15/));
  assert.equal(cells.length, 12);
  for (const cell of cells) assert.ok(Number(cell.low) <= Number(cell.mean) && Number(cell.mean) <= Number(cell.high) && cell.high !== "");
  await page.locator("#pairs").getByRole("combobox", { name: "In" }).selectOption("full minus without-lobbying");
  const differences = figureOf(page, /^Difference in share adopted at COP15 by sovereignty gridlock/);
  for (const cell of await differences.locator("[data-mark='cell'] rect").all()) {
    const told = await cell.locator("title").textContent(), [low, high] = told.match(/\[(.*), (.*)\]/).slice(1).map(Number);
    if (low <= 0 && high >= 0) assert.match(await cell.getAttribute("fill"), /div-2/, told);
  }
  await page.close();
});

test("the page of an unfinished sweep says what is missing", async () => {
  const page = await open("unfinished");
  assert.match(await page.locator(".headline").textContent(), /Of 288 runs 72 are still missing and 0 failed/);
  const rows = await saved(page, figureOf(page, "Which shards are done"));
  assert.deepEqual(rows.map(({ state }) => state), ["done", "done", "missing", "done"]);
  await page.close();
});

for (const colorScheme of ["light", "dark"])
  test(`nothing serious for assistive technology in a sweep, ${colorScheme}`, async () => {
    const page = await open("unfinished", { colorScheme });
    for (const shown of [false, true]) {
      if (shown) await show(page);
      await page.evaluate(() => document.querySelectorAll("figure details").forEach((one) => (one.open = true)));
      assert.deepEqual(await seriousIn(page, colorScheme), []);
    }
    await page.close();
  });

test("paper has the answer and where the dials stand, and the screen its guess again", async () => {
  const page = await open("dials");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".dials").isVisible(), false);
  assert.match(await page.locator(".on-paper").textContent(), /^The dials stand at sovereignty gridlock 0.5, least depth at COP15 0.1, forms on offer at COP15 hard, full\.$/);
  assert.ok(await page.locator(".on-paper").isVisible());
  assert.match(await answer(page), /^COP15 adopts a text in/);
  assert.ok((await figureOf(page, /^From here/).locator("svg[role=img]").boundingBox()).width > 500);
  for (const chart of await page.locator("figure svg[role=img]").all()) assert.ok((await chart.boundingBox()).height < 430, "a chart as high as a page");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.locator(".answer").isVisible(), false);
  await page.close();
});

test("a phone scrolls the page of a sweep one way only", async () => {
  const page = await open("dials", { viewport: { width: 390, height: 844 } });
  await show(page);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  await page.close();
});
