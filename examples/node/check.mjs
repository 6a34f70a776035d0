// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons and the remedies.
//
// npm install koffi && node check.mjs card.in adri.json claim.json 20261120091200
import { readFileSync } from "node:fs";
import { Engine, FORMAT } from "./tierspayant.mjs";

const [card, adri, claim, moment] = process.argv.slice(2);
const observedAt = BigInt(moment);
const engine = new Engine();
try {
  const answer = engine.check(readFileSync(claim), [
    { format: FORMAT.ssv, bytes: readFileSync(card), observedAt },
    { format: FORMAT.adriJson, bytes: readFileSync(adri), observedAt },
  ]);
  console.log(answer.verdict);
  for (const { id, text, remedies } of answer.reasons) {
    console.log(`${id}: ${text}`);
    for (const remedy of remedies) console.log(`  -> ${remedy}`);
  }
} finally {
  engine.close();
}
