// Every case in Node: the answer is, byte for byte, the one of the library on this machine.
// node cases.mjs PACKAGE CASES, where CASES has one JSON document a line: { name, kind, document, answer }.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";

const [folder, cases] = process.argv.slice(2).map((one) => resolve(one));
const bytes = readFileSync(join(folder, "tierspayant_bg.wasm"));
const started = performance.now();
const engine = await import(pathToFileURL(join(folder, "index.mjs")));
await engine.load(bytes);
engine.versions();
const start = performance.now() - started;

let same = 0;
for (const line of readFileSync(cases, "utf8").split("\n").filter(Boolean)) {
  const { name, kind, document, answer } = JSON.parse(line);
  let found;
  try {
    found = kind === "reject" ? engine.triageText(document) : engine.checkText(document);
  } catch (fault) {
    found = `${fault.code} ${fault.place}`;
  }
  if (found !== answer) {
    console.error(`${name}:\n${found}\nin place of\n${answer}`);
    process.exit(1);
  }
  same += 1;
}

// What is refused says where; what is hostile is escaped.
const hostile = { format: "tierspayant/1", claim: { care_date: "2026-11-20", lines: [{ id: "<script>" }, { id: "2" }] } };
const page = engine.answerPage(hostile);
if (page.includes("<script") || !page.includes("&lt;script&gt;")) throw new Error(page);
try {
  engine.check({ ...hostile, claim: { care_date: "20/11/2026" } });
  throw new Error("a date that is none was taken");
} catch (fault) {
  if (fault.place !== "claim.care_date" || !/^TP-IN-/.test(fault.code)) throw fault;
}
// A list in Windows-1252: each byte as the standard has it, and what cannot be read is never said to be paid.
const every = engine.windows1252(Uint8Array.from({ length: 32 }, (_, place) => 0x80 + place));
const expected = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];
if ([...every].some((char, place) => char.codePointAt(0) !== expected[place])) throw new Error(every);
const list = (amount) =>
  Uint8Array.from(`N\xb0 facture;Part;Montant;Pay\xe9;Motif\n42;RO;${amount};0;DROITS FERMES\n43;RO;1,00;1,00;\n`, (char) =>
    char.charCodeAt(0),
  );
const work = engine.workList(list("1 042,50 \x80"), { form: "text" });
if (!work.startsWith("À faire") || !work.replace(/\s/g, " ").includes("1 042,50 €")) throw new Error(work);
const gap = engine.workList(list("abc"), { form: "text" });
if (gap.includes("tout est payé") || !gap.includes("ligne 2")) throw new Error(gap);
console.log(`${same} cases the same, start ${start.toFixed(1)} ms`);
