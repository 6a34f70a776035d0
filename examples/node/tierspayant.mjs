// The library for Node, through koffi: what this example needs of it.
import { createRequire } from "node:module";
import path from "node:path";

// NODE_PATH is not looked at by import, but it is by require.
const koffi = createRequire(path.join(process.env.NODE_PATH ?? process.cwd(), "x.js"))("koffi");

export const FORMAT = { ssv: 1, adriJson: 2, cnamDroits: 3, c2s: 4, snapshots: 5 };
const VERDICTS = ["undetermined", "billable", "not_billable", "not_asked"];

const lib = koffi.load(process.env.TIERSPAYANT_LIBRARY ?? (process.platform === "win32" ? "tierspayant.dll" : "libtierspayant.so.0"));
const view = koffi.struct("tp_str", { data: "void *", len: "size_t" });
const summary = koffi.struct("tp_summary", {
  size: "uint32_t", verdict: "int32_t", basis: "int32_t", guarantee: "int32_t", amo_verdict: "int32_t",
  amo_basis: "int32_t", amc_verdict: "int32_t", amc_basis: "int32_t", line_count: "uint32_t", reason_count: "uint32_t",
  blocking_count: "uint32_t", doubt_count: "uint32_t",
});
const reason = koffi.struct("tp_reason", {
  size: "uint32_t", severity: "int32_t", share: "int32_t", line: "int32_t", fact_count: "uint32_t",
  remedy_count: "uint32_t", reference_checked: "int32_t", reserved: "int32_t", id: view, rule: view, reject: view,
  indu: view, reference: view, confidence: view,
});

const fn = (result, name, ...types) => lib.func(name, result, types);
const out = koffi.out(koffi.pointer("void", 2));
const abiCheck = fn("int32_t", "tp_abi_check", "int32_t", "int32_t");
const structSize = fn("size_t", "tp_struct_size", "str", "size_t");
const errorMessage = fn("str", "tp_error_message", "void *");
const errorFree = fn("void", "tp_error_free", "void *");
const textData = fn("str", "tp_text_data", "void *");
const textFree = fn("void", "tp_text_free", "void *");
const engineNew = fn("int32_t", "tp_engine_new", out, out);
const engineFree = fn("void", "tp_engine_free", "void *");
const read = fn("int32_t", "tp_read", "int32_t", "void *", "size_t", "int64_t", out, out);
const readingFree = fn("void", "tp_reading_free", "void *");
const fromClaimJson = fn("int32_t", "tp_dossier_from_claim_json", "void *", "size_t", out, out);
const addReading = fn("int32_t", "tp_dossier_add_reading", "void *", "void *", out);
const dossierFree = fn("void", "tp_dossier_free", "void *");
const check = fn("int32_t", "tp_check", "void *", "void *", koffi.inout(koffi.pointer(summary)), out, out);
const resultReason = fn("int32_t", "tp_result_reason", "void *", "size_t", koffi.inout(koffi.pointer(reason)), out);
const reasonText = fn("int32_t", "tp_result_reason_text", "void *", "size_t", "int32_t", "int32_t", out, out);
const remedyText = fn("int32_t", "tp_result_remedy_text", "void *", "size_t", "size_t", "int32_t", "int32_t", out, out);
const resultFree = fn("void", "tp_result_free", "void *");

if (abiCheck(0, 1) !== 0) throw new Error("another version of the library");
for (const [name, type] of [["tp_summary", summary], ["tp_reason", reason], ["tp_str", view]]) {
  if (structSize(name, name.length) < koffi.sizeof(type)) throw new Error(`${name} is laid out otherwise`);
}

/** Calls a function whose last argument is the place of an error. */
function call(what, ...args) {
  const error = [null];
  if (what(...args, error) !== 0) {
    const message = errorMessage(error[0]);
    errorFree(error[0]);
    throw new Error(message);
  }
}

/** Calls a function that gives an object. */
function make(what, ...args) {
  const place = [null];
  call(what, ...args, place);
  return place[0];
}

/** Calls a function that gives a text. */
function text(what, ...args) {
  const object = make(what, ...args);
  const copy = textData(object);
  textFree(object);
  return copy;
}

const show = ({ data, len }) => (len ? koffi.decode(data, "char", Number(len)) : "");

export class Engine {
  #engine = make(engineNew);

  close() {
    engineFree(this.#engine);
    this.#engine = null;
  }

  /** Checks a claim in JSON with rights as they were read: `[{ format, bytes, observedAt }]`. */
  check(claim, rights) {
    const dossier = make(fromClaimJson, claim, claim.length);
    try {
      for (const { format, bytes, observedAt } of rights) {
        const reading = make(read, format, bytes, bytes.length, observedAt);
        try {
          call(addReading, dossier, reading);
        } finally {
          readingFree(reading);
        }
      }
      const said = { ...empty(summary), size: koffi.sizeof(summary) };
      const place = [null];
      call(check, this.#engine, dossier, said, place);
      try {
        return { verdict: VERDICTS[said.verdict], reasons: Array.from({ length: said.reason_count }, (_, i) => this.#reason(place[0], i)) };
      } finally {
        resultFree(place[0]);
      }
    } finally {
      dossierFree(dossier);
    }
  }

  #reason(result, i) {
    const one = { ...empty(reason), size: koffi.sizeof(reason) };
    call(resultReason, result, i, one);
    const remedies = Array.from({ length: one.remedy_count }, (_, j) => text(remedyText, result, i, j, 0, 0));
    return { id: show(one.id), text: text(reasonText, result, i, 0, 0), remedies };
  }
}

/** A struct with every number 0 and every view empty. */
function empty(type) {
  const members = Object.entries(koffi.introspect(type).members);
  return Object.fromEntries(members.map(([name, { type: of }]) => [name, koffi.introspect(of).name === "tp_str" ? { data: null, len: 0 } : 0]));
}
