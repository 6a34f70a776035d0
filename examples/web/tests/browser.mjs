// The page in Chromium, driven headless: node browser.mjs NODE_MODULES PICTURES. Its last line is its figure.
import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [modules, pictures] = process.argv.slice(2).map((one) => resolve(one));
const web = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const root = resolve(web, "../..");
const { chromium } = await import(pathToFileURL(join(modules, "playwright-core/index.mjs")));
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");
mkdirSync(pictures, { recursive: true });

const TYPES = { ".html": "text/html", ".mjs": "text/javascript", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  try {
    const body = readFileSync(join(web, path.endsWith("/") ? `${path}index.html` : path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const home = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let checks = 0;
function expect(what, holds) {
  checks += 1;
  if (!holds) throw new Error(`not so: ${what}`);
}

async function opened(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const asked = [];
  const faults = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(home);
  await page.waitForSelector("body[data-ready]", { timeout: 60_000 });
  return { page, asked, faults, context };
}

// Drops files on the page as a hand does.
async function drop(page, files) {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, base64 } of files) data.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
    document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, given);
  await page.waitForFunction((count) => document.querySelectorAll("#taken li").length >= count, files.length);
}

const file = (path) => ({ name: path.split("/").pop(), bytes: readFileSync(join(root, path)) });
const README = ["examples/counter/claim.json", "examples/counter/card.in", "examples/counter/adri.json"].map(file);
const answer = (page) => page.locator("#answer").innerText();

async function accessible(page, where) {
  // Run outside of the page's policy, which lets no other script in.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  expect(`${where}: axe-core finds nothing\n${told.join("\n")}`, told.length === 0);
}

const narrow = (page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

try {
  // The three files of the README's example: the cause of the reject is on the page.
  {
    const { page, asked, faults } = await opened();
    const before = asked.length;
    await accessible(page, "empty");
    await drop(page, README);
    expect("the verdict", (await answer(page)).includes("Non facturable en tiers payant"));
    expect("the cause", (await answer(page)).includes("a pris fin le 31/10/2026"));
    expect("the timeline", (await page.locator("#timeline svg").count()) > 0);
    await accessible(page, "answered");
    await page.screenshot({ path: join(pictures, "wide-fr.png"), fullPage: true });

    // One correction, one click.
    await page.locator("#corrections button").first().click();
    expect("the correction", (await answer(page)).includes("Facturable en tiers payant"));
    expect("it is in the form", (await page.locator('[data-place="claim.lines[0].exemption"]').inputValue()) === "0");
    await page.locator('[data-place="claim.lines[0].exemption"]').fill("4");
    expect("typed back", (await answer(page)).includes("Non facturable"));

    // The same claim on another day, with the keyboard.
    await page.locator("#day").focus();
    for (let press = 0; press < 25; press += 1) await page.keyboard.press("ArrowLeft");
    expect("25 days before", (await page.locator("#day-shown").innerText()).includes("26 octobre 2026"));
    expect("the ALD was open then", (await answer(page)).startsWith("✓"));
    await page.locator("#day-back").click();
    expect("back", (await answer(page)).startsWith("✗"));

    // A fault is at its field.
    await page.locator('[data-place="claim.nature"]').fill("é");
    expect("the field is marked", (await page.locator('[data-place="claim.nature"]').getAttribute("aria-invalid")) === "true");
    expect("and told", (await page.locator("#form .wrong").innerText()).startsWith("a code has 1 to 2"));
    await accessible(page, "fault");
    await page.screenshot({ path: join(pictures, "fault-fr.png"), fullPage: true });
    await page.locator('[data-place="claim.nature"]').fill("10");
    expect("mended", (await page.locator("#form .wrong").count()) === 0);

    // What cannot be read is said, and costs nothing else.
    await drop(page, [{ name: "<img src=x>.json", bytes: Buffer.from("{ not json") }, { name: "cut.in", bytes: README[1].bytes.subarray(0, 20) }]);
    expect("two faults", (await page.locator("#taken li.fault").count()) === 2);
    expect("a name is no markup", (await page.locator("#taken img").count()) === 0);
    expect("the answer stands", (await answer(page)).includes("Non facturable"));

    // A return, and the words of the other language.
    await drop(page, [file("tests/readers/noemie-576.ret")]);
    expect("the work list", (await page.locator("#returns h3, #returns h2").count()) > 0);
    await page.selectOption("#lang", "en");
    expect("English", (await answer(page)).includes("Cannot be billed"));
    await page.screenshot({ path: join(pictures, "wide-en.png"), fullPage: true });

    await page.emulateMedia({ media: "print" });
    const pdf = await page.pdf({ path: join(pictures, "page.pdf"), format: "A4" });
    expect("a PDF", pdf.subarray(0, 5).toString() === "%PDF-");
    await page.emulateMedia({ media: "screen" });

    expect(`nothing is fetched after the load: ${asked.slice(before)}`, asked.slice(before).every((url) => url.startsWith("data:") || url.startsWith("blob:")));
    expect("nothing leaves", asked.every((url) => url.startsWith(home) || url.startsWith("data:") || url.startsWith("blob:")));
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length]);
    expect("nothing is kept", kept.every((count) => count === 0));
    expect(`no fault of the page: ${faults}`, faults.length === 0);
    const refused = await page.evaluate(() => fetch("https://example.invalid/").then(() => false, () => true));
    expect("the policy lets nothing out", refused);
  }

  // A telephone, light and dark, in both languages; every example.
  for (const [colorScheme, lang, width] of [["light", "fr", 360], ["dark", "en", 360], ["dark", "fr", 1280], ["light", "en", 320]]) {
    const { page, context } = await opened({ viewport: { width, height: 780 }, colorScheme });
    await page.selectOption("#lang", lang);
    const samples = await page.locator("#examples button").count();
    expect("three examples", samples === 3);
    for (let place = 0; place < samples; place += 1) {
      await page.locator("#examples button").nth(place).click();
      expect("an answer", /^[✓✗?]/.test(await answer(page)));
      expect(`${width} px, ${lang}: no sideways scrolling`, await narrow(page));
      await accessible(page, `${colorScheme}, ${lang}, ${width} px`);
      await page.screenshot({ path: join(pictures, `${colorScheme}-${lang}-${width}-${place}.png`), fullPage: true });
    }
    await page.selectOption("#audience", "patient");
    await page.locator("#details").check();
    await accessible(page, `patient, ${colorScheme}, ${lang}`);
    await context.close();
  }
  // The picture of the README has room for its answer.
  {
    const page = await browser.newPage();
    await page.setContent(readFileSync(join(root, "docs/pictures/answer.svg"), "utf8"));
    const [height, room] = await page.evaluate(() => [document.querySelector("foreignObject > div").offsetHeight, document.querySelector("svg").clientHeight]);
    expect(`the answer of ${height} px fits into ${room}`, height > 300 && height <= room);
  }
  console.log(`${checks} checks hold in Chromium ${browser.version()}`);
} finally {
  await browser.close();
  server.close();
}
