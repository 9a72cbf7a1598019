// The HTML report in a browser: what a reader does with it, and what it must never do.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [crosscheck, work] = process.argv.slice(2);
const { CHROMIUM, MODULES, SHOTS } = process.env;
const require = createRequire(join(MODULES, "x.js"));
const { chromium } = require("playwright-core");
const axe = require("axe-core").source;
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

const report = (name, ...stories) => {
  const file = join(work, `${name}.html`);
  const begun = Date.now();
  execFileSync(crosscheck, ["check", "--format", "html", "--fail-on", "never", "-o", file, ...stories]);
  return { file, url: `file://${file}`, seconds: (Date.now() - begun) / 1000, size: statSync(file).size };
};

// ---- the stories
const fixtures = report("fixtures", join(root, "fixtures/01-train-derailment"));

// Words that would be markup, templates, or script if they were not escaped.
const hostile = join(work, "hostile");
mkdirSync(hostile);
const poison = `<script>document.title = "taken"</script> <img src=x onerror="document.title='taken'"> "' &amp; {{style}} ]]> </script></style>`;
writeFileSync(join(hostile, "a.txt"), `date 2025-03-01\nThe Morning <b>Ferry</b>\n\nThe ferry "${poison}" sank on Monday. Mayor Ida Berg, 41, said three people died.\n`);
writeFileSync(join(hostile, `b"><script>1.txt`), `date 2025-03-02\nThe ferry sank on Tuesday. Mayor Ida Berg, 52, said five people died. ${poison}\n`);
const poisoned = report("hostile", hostile);

// A hundred events, five stories each, every event with names and things of its own.
const syllables = ["var", "os", "kir", "lo", "sem", "pul", "tar", "bren", "hal", "mi", "dra", "fen", "gol", "jun"];
const name = (n) => { const word = syllables[n % 14] + syllables[Math.floor(n / 14) % 14] + syllables[Math.floor(n / 5) % 14]; return word[0].toUpperCase() + word.slice(1); };
const things = ["bridge", "school", "mill", "ferry", "tunnel", "market", "tower", "station", "depot", "hall", "dam", "stadium", "library", "prison", "harbour", "church", "bakery", "theatre", "quarry", "hotel"];
const causes = ["a gas leak", "a landslide", "rotten beams", "a flood", "a lorry", "an explosion", "frost", "an earthquake", "welding work", "a storm"];
const many = [];
for (let event = 0; event < 100; event++) {
  const of = (i) => name(event * 17 + i * 31), thing = things[event % 20], cause = causes[(event * 3) % 10];
  for (let outlet = 0; outlet < 5; outlet++) {
    const lines = [
      `${of(0)}, March ${1 + (event % 28)} – ${3 + (event % 9) + (outlet === 4 ? 2 : 0)} people died and ${10 + event} were hurt when ${cause} brought down the ${thing} of ${of(1)}, officials said.`,
      `Mayor Ana ${of(2)}, ${40 + (event % 20) + (outlet === 3 ? 1 : 0)}, said the ${thing} had been inspected in ${1990 + (event % 30)} and cost $${event + 2} million.`,
      `"We heard ${cause} before the ${thing} fell on ${of(3)} Street," said Jon ${of(4)}, a baker who lives ${event + 100} metres away.`,
      `Fire chief Lea ${of(5)} sent ${4 + (event % 7)} crews from ${of(6)}, and ${of(7)} Hospital took in ${6 + (event % 11)} of the wounded.`,
      `The company ${of(8)} Works built the ${thing}; its lawyer, Tom ${of(9)}, denied that ${cause} could have been foreseen.`,
      `Outlet ${outlet} found that inspectors from ${of(10)} had asked for repairs worth ${event * 3 + outlet} thousand euros.`,
    ];
    many.push(JSON.stringify({ path: `${of(1)}-${event}-${outlet}`, outlet: `${of(11)} ${["Post", "Courier", "Echo", "Herald", "Times"][outlet]}`, published: `2025-03-${String(1 + (event % 28)).padStart(2, "0")}`, text: [...lines, ...lines.map((l) => l.replace(/\d+/g, (n) => +n + 1))].join("\n\n") }));
  }
}
writeFileSync(join(work, "many.jsonl"), many.join("\n"));
const large = report("large", join(work, "many.jsonl"));

// ---- the browser
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const open = async (which, options = {}) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const said = [], asked = [];
  page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") said.push(m.text()); });
  page.on("pageerror", (e) => said.push(e.message));
  page.on("request", (r) => { if (r.url().split("#")[0] !== encodeURI(which.url)) asked.push(r.url()); });
  const begun = Date.now();
  await page.goto(which.url + (options.hash ?? ""));
  if (options.javaScriptEnabled !== false) await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  page.opened = (Date.now() - begun) / 1000;
  page.quiet = () => { assert.deepEqual(said, [], "console"); assert.deepEqual(asked, [], "requests"); };
  return page;
};
// axe-core is put in past the page's own policy, as a debugger would.
const accessible = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} ${n.any[0]?.message ?? ""}`).join(" | ")}`), []);
};
const shot = async (page, name) => { if (SHOTS) { mkdirSync(SHOTS, { recursive: true }); await page.screenshot({ path: join(SHOTS, `${name}.png`) }); } };
const shown = (page) => page.locator(".finding:not([hidden])").count();

const cases = {
  async "the page says what was read, found and not checked"() {
    const page = await open(fixtures);
    assert.match(await page.locator("h1").innerText(), /^\d+ stories from \d+ outlets$/);
    assert.ok(await page.locator("#overview .unchecked li").count() > 0);
    assert.ok(await shown(page) > 10);
    assert.equal(await shown(page), await page.locator(".index li:not([hidden])").count());
    page.quiet();
    await page.close();
  },
  async "filters show what fits, and all again"() {
    const page = await open(fixtures);
    const all = await shown(page);
    await page.selectOption("[name=severity]", "error");
    const errors = await shown(page);
    assert.ok(errors > 0 && errors < all);
    assert.equal(await page.locator(".finding.error:not([hidden])").count(), errors);
    assert.match(await page.locator("#shown").innerText(), new RegExp(`^${errors} of ${all} shown$`));
    await page.click("#filters button[type=reset]");
    assert.equal(await shown(page), all);
    for (const name of ["rule", "outlet"]) {
      const value = await page.locator(`[name=${name}] option`).nth(1).getAttribute("value");
      await page.selectOption(`[name=${name}]`, value);
      const some = await shown(page);
      assert.ok(some > 0 && some < all, name);
      await page.click("#filters button[type=reset]");
    }
    page.quiet();
    await page.close();
  },
  async "from the table to the words and back, and from a finding to the words"() {
    const page = await open(fixtures);
    await page.locator(".matrix .clash td a").first().click();
    const words = page.locator(".text a:target");
    await words.waitFor();  // a busy machine draws it later
    assert.match(await words.getAttribute("href"), /^#(f-|row)/);
    await words.click();
    await page.locator(".finding:target").waitFor();
    await page.locator(".finding:target figcaption a").first().click();
    await page.locator(".text :target").waitFor();
    await page.locator(".text a.t").first().click();
    await page.locator("tr:target").waitFor();
    page.quiet();
    await page.close();
  },
  async "every link leads somewhere, no id stands twice"() {
    for (const which of [fixtures, poisoned, large]) {
      const page = await open(which);
      const { broken, twice } = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((e) => e.id), known = new Set(ids);
        return {
          broken: [...document.querySelectorAll("a")].map((a) => a.getAttribute("href")).filter((h) => !h.startsWith("#") || !known.has(h.slice(1))),
          twice: ids.length - known.size,
        };
      });
      assert.deepEqual(broken, []);
      assert.equal(twice, 0);
      await page.close();
    }
  },
  async "keys: next, previous, help"() {
    const page = await open(fixtures);
    const ids = await page.locator(".finding").evaluateAll((all) => all.map((f) => f.id));
    for (const [key, id] of [["j", ids[0]], ["j", ids[1]], ["k", ids[0]]]) {
      await page.keyboard.press(key);
      assert.equal(await page.evaluate(() => location.hash), `#${id}`);
    }
    assert.equal(await page.locator(".index [aria-current]").count(), 1);
    await page.keyboard.press("?");
    await page.locator("#help").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#help").waitFor({ state: "hidden" });
    page.quiet();
    await page.close();
  },
  async "a permalink opens what it names"() {
    const first = await open(fixtures);
    const id = await first.locator(".finding").last().getAttribute("id");
    await first.close();
    const page = await open(fixtures, { hash: `#${id}` });
    await page.locator(`#${id}`).waitFor();
    assert.ok(await page.evaluate((f) => document.getElementById(f).getBoundingClientRect().top < innerHeight, id));
    page.quiet();
    await page.close();
  },
  async "a story that holds markup shows it as text"() {
    const page = await open(poisoned);
    assert.doesNotMatch(await page.title(), /taken/);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("style").count(), 1);
    assert.equal(await page.locator("img, b b, .text script").count(), 0);
    assert.ok((await page.locator("#stories").textContent()).includes(`<script>document.title = "taken"</script>`));
    page.quiet();
    await page.close();
  },
  async "nothing for axe-core to object to, on any screen"() {
    for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]]) {
      const page = await open(fixtures, { viewport: { width, height: 844 }, colorScheme });
      await shot(page, `top-${width}-${colorScheme}`);
      await page.evaluate(() => { for (const d of document.querySelectorAll("details")) d.open = true; });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: the page is wider than the screen`);
      await accessible(page);
      for (const part of ["findings", "matrix", "lineage", "stories"]) {
        await page.evaluate((id) => document.getElementById(id).scrollIntoView(), part);
        await shot(page, `${part}-${width}-${colorScheme}`);
      }
      page.quiet();
      await page.close();
    }
  },
  async "paper has everything and no bars"() {
    const page = await open(fixtures);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.ok(!await page.locator(".top").isVisible() && !await page.locator(".index").isVisible());
    assert.equal(await page.locator("details:not([open])").count(), 0);
    await page.close();
  },
  async "without script all is there to read"() {
    const page = await open(fixtures, { javaScriptEnabled: false });
    assert.ok(await shown(page) > 10);
    assert.ok(!await page.locator("#filters").isVisible());
    await page.close();
  },
  async "500 stories: a small file that opens at once"() {
    assert.ok(large.size < 20e6, `${large.size} bytes`);
    const page = await open(large);
    console.log(`     ${(large.size / 1e6).toFixed(1)} MB, made in ${large.seconds.toFixed(1)} s, opened in ${page.opened.toFixed(1)} s`);
    assert.equal(await page.locator("article.story").count(), 500);
    assert.ok(page.opened < 10, "opened in less than 10 s (2 s on a machine with nothing else to do)");
    page.quiet();
    await page.close();
  },
};

let failed = 0;
setTimeout(() => { console.log("FAIL not done after 200 s"); process.exit(1); }, 200_000).unref();
for (const [name, run] of Object.entries(cases)) {
  try {
    const begun = Date.now();
    await run();
    console.log(`ok   ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
