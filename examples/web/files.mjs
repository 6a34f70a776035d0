// What a dropped file is, told by what it holds, and what it adds to the dossier.
import { read, workList } from "./pkg/index.mjs";

const JSON_FORMATS = ["adri-json", "cnam-droits", "c2s", "jfse"];

/** The parts of a file: `claim`, `rights`, `reject` or `returns`, with its kind and how many fields were not used. */
export function take(bytes, { observedAt }) {
  const start = new TextDecoder("utf-8").decode(bytes.slice(0, 64)).trimStart();
  if (bytes[0] === 0) return rights("ssv", bytes, observedAt);
  if (start.startsWith("<")) return rights("lecture-vitale", bytes, observedAt);
  if (start.startsWith("{") || start.startsWith("[")) return json(bytes, observedAt);
  workList(bytes);
  return { kind: "returns", returns: bytes };
}

function json(bytes, observedAt) {
  const document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (String(document.format).startsWith("tierspayant-reject/")) return { kind: "reject", reject: document };
  if (document.claim) return { kind: document.rights ? "dossier" : "claim", dossier: document };
  if (document.rights && document.format) return { kind: "rights", rights: document.rights };
  let first;
  for (const format of JSON_FORMATS) {
    try {
      const found = rights(format, bytes, observedAt);
      if (found.rights.length || found.refusal) return found;
    } catch (fault) {
      first ??= fault;
    }
  }
  throw first ?? new Error("document");
}

function rights(format, bytes, observedAt) {
  const found = read(format, bytes, { observedAt });
  return { kind: "rights", format, rights: found.rights, unused: found.unused.length, refusal: found.refusal };
}
