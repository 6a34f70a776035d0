// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons, the remedies and the page.
//
// npm install koffi && node check.mjs card.in adri.json claim.json 20261120091200
// (tierspayant.mjs stands where the archive has it, or TIERSPAYANT_BINDING says where)
import { readFileSync } from "node:fs";

if (process.argv.length !== 6) {
  console.error("check.mjs CARD ADRI CLAIM MOMENT");
  process.exit(64);
}
const { Dossier, Engine, Library, TP } = await import(process.env.TIERSPAYANT_BINDING ?? "../../bindings/node/tierspayant.mjs");
const verdicts = ["undetermined", "billable", "not_billable", "not_asked"];
const [card, adri, claim, moment] = process.argv.slice(2);

const engine = Engine.create();
const dossier = Dossier.fromClaimJson(readFileSync(claim));
for (const [format, path] of [[TP.FORMAT_SSV, card], [TP.FORMAT_ADRI_JSON, adri]]) {
  const reading = Library.read(format, readFileSync(path), BigInt(moment));
  dossier.addReading(reading);
  reading.close();
}
const { summary, result } = engine.check(dossier);
console.log(verdicts[summary.verdict]);
for (let i = 0; i < summary.reason_count; i++) {
  const reason = result.reason(i);
  console.log(`${reason.id}: ${result.reasonText(i, TP.LANG_FR, TP.AUDIENCE_COUNTER)}`);
  for (let j = 0; j < reason.remedy_count; j++) {
    console.log(`  -> ${result.remedyText(i, j, TP.LANG_FR, TP.AUDIENCE_COUNTER)}`);
  }
}
console.log(`\n${result.text(TP.LANG_FR, TP.AUDIENCE_COUNTER).trimEnd()}`);
for (const one of [result, dossier, engine]) one.close();
