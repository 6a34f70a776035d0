// What a host writes in TypeScript: compiled, never run.
import { check, load, read, timelinePage, triage } from "../index.mjs";
import type { Answer, Dossier, Fault } from "../index.mjs";

export async function example(card: Uint8Array): Promise<string> {
  await load();
  const { rights } = read("ssv", card, { observedAt: "2026-11-20" });
  const dossier: Dossier = {
    format: "tierspayant/1",
    claim: { care_date: "2026-11-20", card: "read", third_party: ["amo"], lines: [{ id: "1", exemption: "4" }] },
    rights,
  };
  try {
    const answer: Answer = check(dossier, { lang: "en" });
    // @ts-expect-error: there are three verdicts, and none of them is a boolean.
    if (answer.verdict === true) return "";
    const causes: string[] = answer.reasons.map((one) => one.message ?? one.id);
    return answer.verdict === "billable" ? timelinePage(dossier, { form: "svg" }) : causes.join("\n");
  } catch (fault) {
    return (fault as Fault).place;
  }
}

// @ts-expect-error: a word of no list.
export const wrong: Dossier = { format: "tierspayant/1", claim: { care_date: "2026-11-20", card: "lost", lines: [] } };
export const told = triage("{}").class;
