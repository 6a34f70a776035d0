// tierspayant for browsers, Node and Deno: objects in, objects and pages out. Nothing is kept, nothing is sent.
import init, * as engine from "./tierspayant.js";

/** Loads the engine: from beside this file where that can be fetched, else from the bytes of `tierspayant_bg.wasm`. */
export async function load(bytes) {
  if (bytes === undefined) await init();
  else engine.initSync({ module: bytes });
}

// A document as text: what is no text yet is written as JSON.
const text = (document) => (typeof document === "string" ? document : JSON.stringify(document));
const page = (options) => [options.lang ?? "fr", options.audience ?? "counter", options.form ?? "html", options.details ?? false];

export const check = (dossier, { lang = "fr", whatIf = true } = {}) => JSON.parse(engine.check(text(dossier), lang, whatIf));
export const checkText = (dossier, { lang = "fr", whatIf = true } = {}) => engine.check(text(dossier), lang, whatIf);
export const explain = (dossier, options = {}) => engine.page(text(dossier), ...page({ ...options, form: "text" }));
export const answerPage = (dossier, options = {}) => engine.page(text(dossier), ...page(options));
export const timeline = (dossier, { first, last } = {}) => JSON.parse(engine.timeline(text(dossier), first, last));
export const timelinePage = (dossier, { lang = "fr", form = "html", first, last } = {}) =>
  engine.timelinePage(text(dossier), lang, form, first, last);
export const triage = (reject, { lang = "fr" } = {}) => JSON.parse(engine.triage(text(reject), lang));
export const triageText = (reject, { lang = "fr" } = {}) => engine.triage(text(reject), lang);
export const triagePage = (reject, options = {}) => engine.triagePage(text(reject), ...page(options));
export const schema = (name) => JSON.parse(engine.schema(name));
export const styleSheet = () => engine.styleSheet();
export const versions = () => JSON.parse(engine.versions());

/** What a card reader or a service gave. */
export function read(format, bytes, { observedAt } = {}) {
  const { read: { rights }, unused, refusal } = JSON.parse(engine.read(format, bytes, observedAt));
  return { rights, unused, refusal };
}

/** The work list of a file of returns: NOEMIE-PS, an answer of jFSE, or a list in CSV. */
export function workList(returns, { claims, today, lang = "fr", form = "html" } = {}) {
  return engine.workList(utf8(returns), claims === undefined ? undefined : text(claims), today, lang, form);
}

// 0x80 to 0x9F of Windows-1252, which some versions of Node take for control characters. Five places hold nothing.
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Text of bytes in Windows-1252, decoded by hand. */
export function windows1252(bytes) {
  let found = "";
  for (const byte of bytes) found += byte >= 0x80 && byte <= 0x9f ? HIGH[byte - 0x80] : String.fromCharCode(byte);
  return found;
}

/** A list that is not UTF-8 is UTF-16 where it says so, and else Windows-1252. */
function utf8(bytes) {
  const marks = { "255,254": "utf-16le", "254,255": "utf-16be" };
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    const encoding = marks[[bytes[0], bytes[1]].join()];
    return new TextEncoder().encode(encoding ? new TextDecoder(encoding).decode(bytes) : windows1252(bytes));
  }
}
