// What a reader finds in the pages that browser.sh made: page_test.cjs FOLDER
const assert = require("node:assert/strict");
const { readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");
const test = require("node:test");
const { close, figureOf, file, folder, open, saved, seriousIn } = require("./reader.cjs");

for (const name of ["paris", "large", "hostile", "boom", "page", "channels", "bargain", "villain"])
  test(`${name}: the console is silent, nothing is asked for, every figure has a title, words and a table`, async () => {
    const page = await open(name);
    for (const figure of await page.locator("figure").all()) {
      const chart = figure.locator("svg[role=img]");
      assert.equal(await chart.count(), 1);
      assert.ok((await chart.locator("> title").textContent()).length > 5);
      assert.ok((await chart.locator("> desc").textContent()).length > 20);
      await figure.locator("summary").first().click();
      await figure.locator("tbody tr").first().waitFor();
    }
    assert.deepEqual(page.heard, []);
    assert.ok(statSync(file(name)).size < 1.5e6, "larger than 1.5 MB");
    await page.close();
  });

test("charts and files hold the numbers of hansa run --json", async () => {
  const page = await open("paris");
  const { conferences, years } = JSON.parse(readFileSync(join(folder, "paris.json"), "utf8"));
  const adoption = figureOf(page, "Is a text adopted");
  const marks = await adoption.evaluate((figure) => {
    const tick = (text) => [...figure.querySelectorAll("[data-mark='x-axis tick label'] text")].find((one) => one.textContent === text).getAttribute("transform").match(/[\d.]+/)[0];
    return { from: Number(tick("0")), to: Number(tick("100")), dots: [...figure.querySelectorAll("[data-mark='dot'] circle")].map((dot) => Number(dot.getAttribute("cx"))) };
  });
  const shares = marks.dots.map((x) => (x - marks.from) / (marks.to - marks.from));
  assert.ok(shares.every((share, c) => close(share, conferences[c].adopted)), "dots of adoption");
  for (const outcome of ["depth", "urban_role", "voice"]) {
    await page.getByLabel("Outcome").selectOption(outcome);
    const rows = await saved(page, figureOf(page, "How conferences scatter"));
    rows.forEach((row, c) => assert.ok(close(Number(row.mean), conferences[c][outcome]), `${outcome} at ${row.conference}`));
  }
  const networks = await saved(page, figureOf(page, /^City networks$/));
  networks.forEach((row, y) => assert.equal(Number(row.year), years[y].year));
  assert.ok(Math.abs(networks.at(-1).networks_q50 / years.at(-1).networks - 1) < 0.05, "median near the mean");
  await page.close();
});

test("the page of a comparison holds the differences of compare.json", async () => {
  const page = await open("page");
  const { differences } = JSON.parse(readFileSync(join(folder, "pair", "compare.json"), "utf8"));
  await page.getByRole("combobox", { name: "Outcome" }).first().selectOption("urban_role");
  const figure = figureOf(page, "Difference in urban role, by conference");
  const rows = await saved(page, figure), known = differences.filter((one) => one.metric === "urban_role");
  known.forEach((one, k) => {
    assert.equal(rows[k].conference, one.conference);
    assert.ok(close(Number(rows[k].difference), one.mean) && close(Number(rows[k].high), one.ci95[1]));
  });
  assert.equal(await figure.locator("[data-mark='dot'] path").count(), known.length + 1);
  await page.close();
});

test("the parts of a comparison are a waterfall that ends in the whole", async () => {
  const page = await open("page");
  const { split } = JSON.parse(readFileSync(join(folder, "pair", "compare.json"), "utf8"));
  const figure = figureOf(page, /adds up/), mean = split.find((one) => one.metric === "urban_role_unconditional" && !one.conference);
  await figure.getByLabel("Outcome").selectOption("urban_role_unconditional");
  const rows = await saved(page, figure);
  ["channels", "functions", "interaction", "together"].forEach((part, k) => assert.ok(close(Number(rows[k].difference), mean[part].mean), part));
  const bars = await figure.evaluate((one) => [...one.querySelectorAll("[data-mark='rect'] rect")].map((bar) => ["x", "width"].map((name) => Number(bar.getAttribute(name)))).map(([x, width]) => [x, x + width]));
  assert.equal(bars.length, 4);
  for (let k = 0; k + 2 < bars.length; ++k) // one end of a bar is an end of the next
    assert.ok(bars[k].some((end) => bars[k + 1].some((start) => Math.abs(end - start) < 0.6)), `bar ${k + 1} begins where bar ${k} ended`);
  await page.close();
});

test("both arms are drawn by year, with the difference that compare.json has for the last", async () => {
  const page = await open("page");
  const { yearly } = JSON.parse(readFileSync(join(folder, "pair", "compare.json"), "utf8"));
  await figureOf(page, /^(?!Difference).*, by year$/).getByLabel("Outcome").selectOption("effective_number");
  const rows = await saved(page, figureOf(page, "Difference in effective number, by year"));
  const known = yearly.find((one) => one.metric === "effective_number" && one.year === Number(rows.at(-1).year));
  assert.ok(close(Number(rows.at(-1).difference), known.mean) && close(Number(rows.at(-1).low), known.ci95[0]));
  await page.close();
});

test("why states object: terms add up to the gain, for the objectors of the result", async () => {
  const page = await open("paris");
  const rows = await saved(page, figureOf(page, /^Why they object/));
  assert.ok(rows.length > 2);
  for (const row of rows) {
    const sum = ["effort", "sovereignty", "own", "others", "stake", "payment"].reduce((total, term) => total + Number(row[term]), 0);
    assert.ok(Math.abs(sum - Number(row.gain)) < 1e-3 * Math.abs(Number(row.gain)) + 1e-5, row.state);
    const efforts = Object.keys(row).filter((name) => name.startsWith("effort_")).reduce((total, name) => total + Number(row[name]), 0);
    assert.ok(Math.abs(efforts - Number(row.effort)) < 1e-3 * Math.abs(Number(row.effort)) + 1e-5, row.state);
    assert.ok(Number(row.gain) < -Number(row.bearable), "who objects loses more than it bears");
  }
  const [conference] = (await figureOf(page, /^Why they object/).getByRole("heading").textContent()).match(/COP\d+/);
  const objections = await saved(page, figureOf(page, "Who objects, and where"));
  for (const row of rows) {
    const known = objections.find((one) => one.state === row.state);
    assert.ok(!known || close(Number(known[conference]), Number(row.objects)), row.state);
  }
  await page.close();
});

test("states' limits lie in the figure of the text, and access has a curve with its index", async () => {
  const page = await open("paris");
  const issues = await saved(page, figureOf(page, /^The text by issue/));
  assert.ok(issues.some((row) => Number(row.states_limited) > 0));
  assert.ok((await figureOf(page, /^The text by issue/).locator("title", { hasText: "up to" }).count()) > 5);
  const access = figureOf(page, /near the drafting table/);
  assert.match(await access.locator("svg").textContent(), /Gini 0\.\d\d/);
  const rows = await saved(page, access);
  assert.ok(Math.abs(rows.reduce((sum, row) => sum + Number(row.share_of_access), 0) - 1) < 0.01);
  await page.close();
  const boom = await open("boom");
  assert.match(await figureOf(boom, /^City networks$/).locator("svg").first().textContent(), /known/);
  await boom.close();
});

test("the page of a bargain holds the outcomes of hansa bargain --json", async () => {
  const page = await open("bargain");
  const { solvers, power, actors } = JSON.parse(readFileSync(join(folder, "bargain.json"), "utf8"));
  const forecasts = await saved(page, figureOf(page, /^What the solvers expect/));
  forecasts.forEach((row) => assert.ok(close(Number(row.expects), solvers[row.solver].outcome[0]) && Number(row.decided) === 8.833));
  const turns = await saved(page, figureOf(page, /^Positions on delay over the turns of smp/));
  turns.forEach((row, k) => assert.ok(close(Number(row[`turn_${solvers.smp.turns}`]), solvers.smp.positions.at(-1)[k][0])));
  const decisive = await saved(page, figureOf(page, /^Who is decisive/));
  decisive.forEach((row) => assert.ok(close(Number(row.shapley), power.shapley[actors.findIndex((one) => one.name === row.actor)])));
  await page.close();
  const villain = await open("villain");
  assert.equal(await villain.locator("img, b").count(), 0);
  assert.match(await figureOf(villain, /^Where actors stand/).getByRole("heading").textContent(), /<img src=x>/);
  await villain.close();
});

test("the slider moves the map by keyboard, and the table sorts", async () => {
  const page = await open("paris");
  const map = figureOf(page, /^The world at/), slider = map.getByRole("slider");
  const usa = () => map.locator("path.state", { has: page.locator("title", { hasText: /^USA:/ }) });
  assert.match(await usa().getAttribute("class"), /seq-[1-4]/);
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await slider.getAttribute("aria-valuetext"), "COP4, 1998");
  assert.match(await map.getByRole("heading").textContent(), /COP4, 1998/);
  assert.match(await usa().getAttribute("class"), /seq-0/);
  await map.getByLabel("Cities").selectOption("large");
  assert.ok((await map.locator(".city").count()) > 300);
  assert.ok((await map.locator(".island").count()) > 20, "small island states are points");
  const first = page.locator("#objectors .card tbody tr").first();
  assert.match(await first.textContent(), /^USA/);
  await page.locator("#objectors .card").getByRole("button", { name: "state" }).click();
  assert.match(await first.textContent(), /^Afghanistan/);
  assert.deepEqual(page.heard, []);
  await page.close();
});

test("hostile texts are shown as text", async () => {
  const page = await open("hostile");
  assert.match(await page.locator("h1").textContent(), /^<\/script><script>document.title = 'script ran'/);
  assert.match(await page.title(), /^<\/script>/);
  assert.equal(await page.locator("img").count(), 0);
  await page.close();
});

test("a large page opens; how fast is printed", async () => {
  const times = [];
  for (let k = 0; k < 3; ++k) {
    const begun = performance.now();
    const page = await open("large");
    times.push(performance.now() - begun);
    await page.close();
  }
  console.log(`opened in ${times.map((time) => Math.round(time)).join(", ")} ms`);
  assert.ok(Math.min(...times) < 20000); // about 1,000 on an idle machine; a drawing in quadratic time takes minutes
});

for (const [name, colorScheme] of [["paris", "light"], ["paris", "dark"], ["page", "light"], ["page", "dark"], ["bargain", "light"], ["bargain", "dark"]])
  test(`nothing serious for assistive technology, ${name}, ${colorScheme}`, async () => {
    const page = await open(name, { colorScheme });
    await page.evaluate(() => document.querySelectorAll("figure details, #software details").forEach((one) => (one.open = true)));
    assert.deepEqual(await seriousIn(page, colorScheme), []);
    await page.close();
  });

for (const name of ["paris", "page", "channels", "bargain", "villain"])
  test(`a phone scrolls one way only, ${name}`, async () => {
    const page = await open(name, { viewport: { width: 390, height: 844 } });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    await page.close();
  });
