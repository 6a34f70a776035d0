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
console.log(`${same} cases the same, start ${start.toFixed(1)} ms`);
