// The library for Node 18 and later, through koffi, whole. Written by the build from the header of the library: do not edit.
//
// Structs are objects by the names of the header; what is left out is 0 or empty. Dates are yyyymmdd, 0 when absent;
// moments yyyymmddhhmmss, as numbers or BigInt. The library is found in the environment variable TIERSPAYANT_LIBRARY, or
// by its usual name.
import { createRequire } from "node:module";

let koffi;
try {
  koffi = createRequire(process.env.NODE_PATH ? process.env.NODE_PATH + "/" : import.meta.url)("koffi");
} catch (error) {
  throw error.code === "MODULE_NOT_FOUND" ? new Error("the library is called through koffi: npm install koffi", { cause: error }) : error;
}

const names = { win32: "tierspayant.dll", darwin: "libtierspayant.dylib" };
const library = koffi.load(process.env.TIERSPAYANT_LIBRARY ?? names[process.platform] ?? "libtierspayant.so.0");

/** A call that failed: its status, a stable code, and the place of the fault. No value of the input. */
export class TiersPayantError extends Error {
  constructor(status, code, place, message) {
    super(message);
    this.status = status;
    this.code = code;
    this.place = place;
  }
}

const view = ({ data, len }) => (Number(len) === 0 ? "" : Buffer.from(koffi.decode(data, "uint8_t", Number(len))).toString("utf8"));
const number = (value) => (typeof value === "bigint" ? Number(value) : value);

/** A struct of the library, from an object. */
function struct(type, fields, given) {
  const made = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = given[name];
    if (name === "size") made.size = koffi.sizeof(type);
    else if (kind === "tp_str") {
      const bytes = Buffer.from(value ?? "", "utf8");
      made[name] = { data: bytes.length === 0 ? null : bytes, len: bytes.length };
    } else made[name] = value ?? 0;
  }
  return made;
}

/** An object, from a struct of the library. */
function plain(fields, given) {
  const made = {};
  for (const [name, kind] of Object.entries(fields)) {
    if (name !== "size") made[name] = kind === "tp_str" ? view(given[name]) : given[name];
  }
  return made;
}

function need(status, error) {
  if (status === 0) return;
  if (!error[0]) throw new TiersPayantError(status, "", "", native.tp_status_text(status));
  const problem = new TiersPayantError(
    status, native.tp_error_code(error[0]), native.tp_error_place(error[0]), native.tp_error_message(error[0]));
  native.tp_error_free(error[0]);
  throw problem;
}

function taken(text) {
  const copy = view({ data: native.text_bytes(text), len: native.tp_text_len(text) });
  native.tp_text_free(text);
  return copy;
}

/** An object of the library, freed once, however often it is closed. */
class Handle {
  #pointer;

  constructor(pointer) {
    this.#pointer = pointer;
  }

  get pointer() {
    if (this.#pointer === null) throw new Error("closed");
    return this.#pointer;
  }

  close() {
    if (this.#pointer !== null) this.constructor.free(this.#pointer);
    this.#pointer = null;
  }
}

/** The numbers of the header. */
export const TP = Object.freeze({
  VERSION_MAJOR: 0,
  VERSION_MINOR: 1,
  VERSION_PATCH: 0,
  ABI_MAJOR: 0,
  ABI_MINOR: 2,
  OK: 0,
  ERROR_NULL: -1,
  ERROR_SIZE: -2,
  ERROR_NEWER: -3,
  ERROR_VALUE: -4,
  ERROR_UTF8: -5,
  ERROR_MISSING: -6,
  ERROR_RANGE: -7,
  ERROR_BUFFER: -8,
  ERROR_INPUT: -9,
  ERROR_DOCUMENT: -10,
  ERROR_TABLE: -11,
  ERROR_BUSY: -12,
  ERROR_PANIC: -13,
  ERROR_HANDLE: -14,
  ERROR_MEMORY: -15,
  LANG_FR: 0,
  LANG_EN: 1,
  AUDIENCE_COUNTER: 0,
  AUDIENCE_PATIENT: 1,
  WORDS_VERDICT: 1,
  WORDS_BASIS: 2,
  WORDS_GUARANTEE: 3,
  WORDS_SEVERITY: 4,
  WORDS_EXEMPTION: 5,
  WORDS_SHARE: 6,
  WORDS_CARD: 7,
  WORDS_CATEGORY: 8,
  WORDS_RELATION: 9,
  WORDS_ORIGIN: 10,
  WORDS_SOURCE: 11,
  WORDS_VOCABULARY: 12,
  WORDS_ENTRY: 13,
  WORDS_FORMAT: 14,
  WORDS_STANDING: 15,
  WORDS_MODE: 16,
  WORDS_PAID_INSTEAD: 17,
  WORDS_DOCUMENT: 18,
  WORDS_VOUCHER: 19,
  WORDS_AGREEMENT: 20,
  WORDS_PRESCRIPTION: 21,
  WORDS_GROUND: 22,
  WORDS_PROOF: 23,
  WORDS_END: 24,
  WORDS_SETTING: 25,
  WORDS_TRAIT: 26,
  WORDS_DATE_ROLE: 27,
  WORDS_REMEDY: 28,
  WORDS_REJECT_CLASS: 29,
  WORDS_INDU: 30,
  WORDS_CONFIDENCE: 31,
  WORDS_CERTAINTY: 32,
  WORDS_REPORTED: 33,
  WORDS_RECOGNISED: 34,
  WORDS_FOUND: 35,
  WORDS_MATCHED: 36,
  WORDS_CAUSE: 37,
  WORDS_KNOWN_AT: 38,
  WORDS_CAUGHT: 39,
  WORDS_PAYER: 40,
  FORMAT_SSV: 1,
  FORMAT_ADRI_JSON: 2,
  FORMAT_CNAM_DROITS: 3,
  FORMAT_C2S: 4,
  FORMAT_JFSE: 6,
  FORMAT_LECTURE_VITALE: 7,
  FORMAT_SNAPSHOTS: 5,
  SHARE_AMO: 1,
  SHARE_AMC: 2,
  CARD_READ: 1,
  CARD_ABSENT: 2,
  CARD_UNREADABLE: 3,
  CARD_OPPOSED: 4,
  CATEGORY_DRUG: 1,
  CATEGORY_DEVICE: 2,
  CATEGORY_BIOLOGY: 3,
  CATEGORY_ACT: 4,
  CATEGORY_ACT_SERIES: 5,
  CATEGORY_TRANSPORT: 6,
  CATEGORY_STAY: 7,
  RELATION_RELATED: 1,
  RELATION_UNRELATED: 2,
  RELATION_UNKNOWN: 3,
  ORIGIN_CARD: 1,
  ORIGIN_ADRI: 2,
  ORIGIN_PRESCRIPTION: 3,
  ORIGIN_MANUAL: 4,
  ORIGIN_SETTING: 5,
  STANDING_CONVENTION: 1,
  STANDING_OUTSIDE_CONVENTION: 2,
  STANDING_HOSPITAL: 3,
  MODE_CARD: 1,
  MODE_DEGRADED: 2,
  MODE_REMOTE: 3,
  MODE_SECRECY: 4,
  PAID_INSTEAD_NURSING_SERVICE: 1,
  PAID_INSTEAD_HOSPITAL_STAY: 2,
  PAID_INSTEAD_HOSPITAL_AT_HOME: 3,
  PAID_INSTEAD_NURSING_HOME: 4,
  DOCUMENT_PRESENT: 1,
  DOCUMENT_ABSENT: 2,
  DOCUMENT_OUTSIDE_TERMS: 3,
  VOUCHER_PRESENT: 1,
  VOUCHER_ABSENT: 2,
  AGREEMENT_GRANTED: 1,
  AGREEMENT_REQUESTED: 2,
  AGREEMENT_REFUSED: 3,
  AGREEMENT_NOT_NEEDED: 4,
  PRESCRIPTION_PRESENT: 1,
  PRESCRIPTION_NONE: 2,
  PRESCRIPTION_CONDITIONAL: 3,
  GROUND_HOSPITALISATION: 1,
  GROUND_ALD: 2,
  GROUND_ACCIDENT: 3,
  GROUND_LYING_OR_WATCHED: 4,
  GROUND_LONG_DISTANCE: 5,
  GROUND_SERIES: 6,
  GROUND_SUMMONS: 7,
  GROUND_OTHER: 8,
  PROOF_SENT: 1,
  PROOF_TO_SEND: 2,
  PROOF_MISSING: 3,
  SETTING_PHARMACY: 1,
  SETTING_NURSE: 2,
  SETTING_PHYSIOTHERAPIST: 3,
  SETTING_DOCTOR: 4,
  SETTING_MIDWIFE: 5,
  SETTING_DENTIST: 6,
  SETTING_SPEECH_THERAPIST: 7,
  SETTING_LABORATORY: 8,
  SETTING_DEVICE_SUPPLIER: 9,
  SETTING_TRANSPORT: 10,
  SETTING_HOSPITAL: 11,
  SETTING_PSYCHOLOGIST: 12,
  SETTING_OTHER: 13,
  TRAIT_GENERIC_REFUSED: 1,
  TRAIT_NARCOTIC: 2,
  TRAIT_OVER_300_EUR: 3,
  TRAIT_GLP1: 4,
  TRAIT_INSULIN_ASPART: 5,
  TRAIT_SITAGLIPTIN_METFORMIN: 6,
  TRAIT_INSULIN_GLARGINE: 7,
  TRAIT_NURSING_HOME: 8,
  TRAIT_INFANT_UNDER_3_MONTHS: 9,
  TRAIT_CONTRACEPTION: 10,
  TRAIT_EMERGENCY_CONTRACEPTION: 11,
  TRAIT_CONDOM: 12,
  TRAIT_IVG: 13,
  TRAIT_MATERNITY_LISTED: 14,
  TRAIT_INFERTILITY: 15,
  TRAIT_DONATION: 16,
  TRAIT_SEXUAL_VIOLENCE: 17,
  TRAIT_TERRORISM: 18,
  TRAIT_MILITARY_INFIRMITY: 19,
  TRAIT_RATE_15: 20,
  TRAIT_RATE_30: 21,
  TRAIT_OUTSIDE_CARE_PATH: 22,
  TRAIT_SHARED_TRANSPORT_REFUSED: 23,
  TRAIT_AGREED_AFTER_CONSOLIDATION: 24,
  TRAIT_PREVENTION: 25,
  TRAIT_FIRST_SUPPLY: 26,
  TRAIT_BIOSIMILAR_REFUSED: 27,
  TRAIT_HYBRID_REFUSED: 28,
  TRAIT_TFR_GROUP: 29,
  TRAIT_GENERIC_NOT_CHEAPER: 30,
  TRAIT_NOT_SUBSTITUTABLE: 31,
  TRAIT_FLU_VACCINE: 32,
  TRAIT_SPA_CURE: 33,
  TRAIT_IST_TEST: 34,
  TRAIT_HIV_TEST: 35,
  TRAIT_COLORECTAL_KIT: 36,
  TRAIT_ORAL_HEALTH_EXAM: 37,
  TRAIT_PROGRAMMED_CARE: 38,
  TRAIT_DOCUMENT_REQUIRED: 39,
  TRAIT_WHEELCHAIR: 40,
  URGENT_NO: 1,
  URGENT_YES: 2,
  SHARE_BOTH: 3,
  SOURCE_BDO: 1,
  SOURCE_ADRI: 2,
  SOURCE_CDRI: 3,
  SOURCE_PORTAL: 4,
  SOURCE_ATTESTATION: 5,
  SOURCE_VITALE: 6,
  SOURCE_APCV: 7,
  SOURCE_MANUAL: 8,
  SOURCE_AMC: 9,
  VOCABULARY_BDO: 1,
  VOCABULARY_CDRI: 2,
  VOCABULARY_SNDS: 3,
  VOCABULARY_CLAIM: 4,
  VOCABULARY_CDRI_ETM: 5,
  VOCABULARY_CDRI_MTM: 6,
  VOCABULARY_SNDS_ETM: 7,
  VOCABULARY_SNDS_EXO: 8,
  VOCABULARY_SNDS_MTM: 9,
  ENTRY_ACTIVE: 1,
  ENTRY_PENDING: 2,
  ENTRY_SUSPENDED: 3,
  ENTRY_REFUSED: 4,
  ENTRY_CLOSED: 5,
  END_TERM: 1,
  END_RENOUNCED: 2,
  END_UNPAID: 3,
  END_HOUSEHOLD: 4,
  PARTICIPATION_WITHOUT: 1,
  PARTICIPATION_WITH: 2,
  LIST_COVERAGE: 1,
  LIST_CODES: 2,
  LIST_EXEMPTIONS: 4,
  LIST_ACCIDENTS: 8,
  LIST_CONTRACTS: 16,
  LIST_SERVICES: 32,
  VERDICT_UNDETERMINED: 0,
  VERDICT_BILLABLE: 1,
  VERDICT_NOT_BILLABLE: 2,
  BASIS_FORBIDDEN: 1,
  BASIS_NOT_GRANTED: 2,
  BASIS_MISSING: 3,
  BASIS_PENDING: 4,
  BASIS_CONFLICT: 5,
  BASIS_STALE: 6,
  BASIS_BEYOND_RULES: 7,
  GUARANTEE_UNKNOWN: 0,
  GUARANTEE_GUARANTEED: 1,
  GUARANTEE_LIKELY: 2,
  GUARANTEE_NONE: 3,
  SEVERITY_BLOCKING: 1,
  SEVERITY_DOUBT: 2,
  SEVERITY_NOTICE: 3,
  EXEMPTION_UNKNOWN: 0,
  EXEMPTION_CONFIRMED: 1,
  EXEMPTION_NOT_CLAIMED: 2,
  EXEMPTION_NOT_RECORDED: 3,
  EXEMPTION_NOT_STARTED: 4,
  EXEMPTION_ENDED: 5,
  EXEMPTION_PENDING: 6,
  EXEMPTION_UNRELATED: 7,
  EXEMPTION_CONTRADICTED: 8,
  DATE_ROLE_CARE: 1,
  DATE_ROLE_PRESCRIPTION: 2,
  DATE_ROLE_QUERY: 3,
  DATE_ROLE_TRANSMISSION: 4,
  REMEDY_SOURCE_QUERY_ADRI: 1,
  REMEDY_CARD_UPDATE: 2,
  REMEDY_PATIENT_ASK_ATTESTATION: 3,
  REMEDY_PATIENT_RENEW_CSS: 4,
  REMEDY_EXEMPTION_CORRECT: 5,
  REMEDY_EXEMPTION_REMOVE: 6,
  REMEDY_EXEMPTION_UNFORCE: 7,
  REMEDY_LINE_STATE_RELATION: 8,
  REMEDY_CONTRACT_CORRECT: 9,
  REMEDY_CLAIM_CORRECT_NATURE: 10,
  REMEDY_CLAIM_COMPLETE: 11,
  REMEDY_CLAIM_CHECK_IDENTITY: 12,
  REMEDY_INVOICE_RECYCLE: 13,
  REMEDY_INVOICE_NEW_FSE: 14,
  REMEDY_INVOICE_PAPER: 15,
  REMEDY_AMC_BILL_AMO_ALONE: 16,
  REMEDY_PATIENT_PAYS: 17,
  REMEDY_CLAIM_HOLD_UNTIL: 18,
  REMEDY_PROOF_SEND: 19,
  REMEDY_FUND_CONTACT: 20,
  REMEDY_AMC_CONTACT: 21,
  REMEDY_SOFTWARE_FIX_SETTING: 22,
  REMEDY_CLAIM_CORRECT_SCHEME: 23,
  REMEDY_CLAIM_CHECK_PRESCRIBER: 24,
  REMEDY_AGREEMENT_ASK: 25,
  REMEDY_INVOICE_WAIT: 26,
  REMEDY_INVOICE_FIND_PAYMENT: 27,
  REMEDY_CLAIM_CHECK_DIRECT_ACCESS: 28,
  REMEDY_INVOICE_SPLIT: 29,
  REMEDY_SERVICE_AGREE: 30,
  INDU_MISSING_PROOF: 1,
  INDU_OVERRIDDEN: 2,
  CONFIDENCE_OFFICIAL: 1,
  CONFIDENCE_OFFICIAL_COPY: 2,
  CONFIDENCE_ADMINISTRATION: 3,
  CONFIDENCE_VENDOR: 4,
  CONFIDENCE_SECONDARY: 5,
  CONFIDENCE_INFERRED: 6,
  CONFIDENCE_PRODUCT: 7,
  FACT_DATE: 1,
  FACT_DAYS: 2,
  FACT_WORD: 3,
  FACT_CODE: 4,
  VERDICT_NOT_ASKED: 3,
  BASIS_NONE: 0,
  CHANGE_ASK_AGAIN: 1,
  CHANGE_EXEMPTION: 2,
  CHANGE_NATURE: 3,
  CHANGE_CONTRACT: 4,
  CHANGE_AMO_ALONE: 5,
  CHANGE_SCHEME: 6,
  REJECT_CLASS_ETM_NOT_IN_BDO: 1,
  REJECT_CLASS_ETM_ABSENT_FROM_REFERENTIAL: 2,
  REJECT_CLASS_CONTRACT_TYPE_INCOMPATIBLE: 3,
  REJECT_CLASS_RIGHTS_CLOSED: 4,
  REJECT_CLASS_INSURED_UNKNOWN: 5,
  REJECT_CLASS_NATURE_INCOMPATIBLE: 6,
  REJECT_CLASS_ACCIDENT_UNKNOWN: 7,
  REJECT_CLASS_COMPLEMENTARY_UNKNOWN: 8,
  REJECT_CLASS_CARD_REFUSED: 9,
  REJECT_CLASS_PRESCRIBER_UNKNOWN: 10,
  REJECT_CLASS_PRESCRIPTION_NOT_ALLOWED: 11,
  REJECT_CLASS_ALREADY_PAID: 12,
  REJECT_CLASS_TOO_LATE: 13,
  REJECT_CLASS_BILLING_RULE: 14,
  REJECT_CLASS_WRONG_FUND: 15,
  REJECT_CLASS_PRIOR_AGREEMENT: 16,
  REJECT_CLASS_MISSING_PROOF: 17,
  REJECT_CLASS_PAYMENT_DEFERRED: 18,
  REPORTED_REJECTED: 1,
  REPORTED_DEFERRED: 2,
  RECOGNISED_KEY: 1,
  RECOGNISED_LABEL: 2,
  RECOGNISED_BOTH: 3,
  RECOGNISED_STATE: 4,
  RECOGNISED_NONE: 5,
  FOUND_ABSENT: 1,
  FOUND_UNKNOWN: 2,
  FOUND_OTHER_DATES: 3,
  FOUND_KNOWN: 4,
  MATCHED_SAME: 1,
  MATCHED_INFLECTED: 2,
  MATCHED_PREFIX: 3,
  MATCHED_WORDS: 4,
  CAUSE_IDENTITY: 1,
  CAUSE_LAG: 2,
  CAUSE_PENDING: 3,
  CAUSE_WRONG_CODE: 4,
  CAUSE_CONTRACT_MISTYPED: 5,
  CAUSE_CONTRACT_CHANGED: 6,
  CAUSE_ACCIDENT_MISTYPED: 7,
  CAUSE_FORCED: 8,
  CAUSE_STALE_DATA: 9,
  CAUSE_NOT_STARTED: 10,
  CAUSE_ENDED: 11,
  CAUSE_NOT_ACTIVE: 12,
  CAUSE_NEVER_RECORDED: 13,
  CAUSE_RULE: 14,
  CAUSE_DUPLICATE: 15,
  CAUSE_MISSING_DOCUMENT: 16,
  CAUSE_PRESCRIBER: 17,
  CAUSE_LATE: 18,
  CAUSE_CARD: 19,
  CAUSE_BILLING: 20,
  CAUSE_DEFERRED: 21,
  CAUSE_UNKNOWN: 22,
  CAUSE_PAID_INSTEAD: 23,
  KNOWN_AT_NOW: 1,
  KNOWN_AT_BEFORE_SENDING: 2,
  CAUGHT_BLOCKED: 1,
  CAUGHT_DOUBTED: 2,
  CAUGHT_MISSED: 3,
  PAYER_NEW_CLAIM: 1,
  PAYER_PATIENT: 2,
  PAYER_INSURER_OR_PATIENT: 3,
  PAYER_NOT_SETTLED: 4,
  CERTAINTY_PROVED: 1,
  CERTAINTY_HORIZON: 2,
  CERTAINTY_ASSUMED: 3,
  CERTAINTY_CONTRADICTED: 4,
  CERTAINTY_PENDING: 5,
  CERTAINTY_ABSENT: 6,
  CERTAINTY_STALE: 7,
  CERTAINTY_UNKNOWN: 8,
});

koffi.opaque("tp_dossier");
koffi.opaque("tp_engine");
koffi.opaque("tp_engine_builder");
koffi.opaque("tp_error");
koffi.opaque("tp_reading");
koffi.opaque("tp_result");
koffi.opaque("tp_text");
koffi.opaque("tp_timeline");
koffi.opaque("tp_what_if");
koffi.struct("tp_str", { data: "void *", len: "size_t" });
const fields = {
  tp_unused: { size: "uint32_t", place: "tp_str", why: "tp_str" },
  tp_claim: { size: "uint32_t", as_of: "int32_t", care_date: "int32_t", prescription_date: "int32_t", transmission_date: "int32_t", card: "int32_t", third_party: "int32_t", birth_rank: "int32_t", id: "tp_str", setting: "tp_str", nature: "tp_str", person_id: "tp_str", birth_date: "tp_str", nir: "tp_str", regime: "tp_str", fund: "tp_str", centre: "tp_str", prescriber_standing: "int32_t", mode: "int32_t", paid_instead: "int32_t", reserved: "int32_t", other_regime: "tp_str", other_fund: "tp_str", other_centre: "tp_str" },
  tp_claim_contract: { size: "uint32_t", start: "int32_t", end: "int32_t", reserved: "int32_t", number: "tp_str", contract_type: "tp_str", service: "tp_str", indicator: "tp_str" },
  tp_claim_accident: { size: "uint32_t", date: "int32_t", number: "tp_str" },
  tp_line: { size: "uint32_t", category: "int32_t", relation: "int32_t", origin: "int32_t", has_amount: "int32_t", reserved: "int32_t", amount_cents: "int64_t", id: "tp_str", exemption: "tp_str", document: "int32_t", voucher: "int32_t", prior_agreement: "int32_t", prior_agreement_requested_on: "int32_t", prescription: "int32_t", line_prescription_date: "int32_t", transport_urgent: "int32_t", transport_ground: "int32_t", proof: "int32_t", prior_agreement_received_on: "int32_t" },
  tp_coverage: { size: "uint32_t", start: "int32_t", end: "int32_t", reserved: "int32_t" },
  tp_coverage_code: { size: "uint32_t", start: "int32_t", end: "int32_t", reserved: "int32_t", ald: "tp_str", situation: "tp_str" },
  tp_exemption: { size: "uint32_t", vocabulary: "int32_t", start: "int32_t", end: "int32_t", status: "int32_t", reserved: "int32_t", code: "tp_str" },
  tp_maternity: { size: "uint32_t", start: "int32_t", end: "int32_t", presumed_start: "int32_t", presumed_delivery: "int32_t", delivery: "int32_t", status: "int32_t", reserved: "int32_t" },
  tp_accident: { size: "uint32_t", date: "int32_t", start: "int32_t", end: "int32_t", status: "int32_t", reserved: "int32_t", number: "tp_str" },
  tp_contract: { size: "uint32_t", start: "int32_t", end: "int32_t", status: "int32_t", participation: "int32_t", reserved: "int32_t", number: "tp_str", contract_type: "tp_str", service: "tp_str", indicator: "tp_str", end_reason: "int32_t", reserved_end: "int32_t" },
  tp_contract_right: { size: "uint32_t", start: "int32_t", end: "int32_t", status: "int32_t", domain: "tp_str" },
  tp_service: { size: "uint32_t", start: "int32_t", end: "int32_t", reserved: "int32_t", code: "tp_str" },
  tp_snapshot: { size: "uint32_t", source: "int32_t", observed_at: "int64_t", updated_on: "int32_t", has_horizon: "int32_t", horizon_from: "int32_t", horizon_to: "int32_t", lists: "int32_t", birth_rank: "int32_t", person_id: "tp_str", birth_date: "tp_str", nir: "tp_str", regime: "tp_str", fund: "tp_str", centre: "tp_str" },
  tp_options: { size: "uint32_t", lang: "int32_t", without_what_if: "int32_t" },
  tp_summary: { size: "uint32_t", verdict: "int32_t", basis: "int32_t", guarantee: "int32_t", amo_verdict: "int32_t", amo_basis: "int32_t", amc_verdict: "int32_t", amc_basis: "int32_t", line_count: "uint32_t", reason_count: "uint32_t", blocking_count: "uint32_t", doubt_count: "uint32_t" },
  tp_style: { size: "uint32_t", width: "uint32_t", color: "int32_t", ascii: "int32_t", details: "int32_t" },
  tp_line_answer: { size: "uint32_t", amo_verdict: "int32_t", amo_basis: "int32_t", amc_verdict: "int32_t", amc_basis: "int32_t", exemption: "int32_t", date: "int32_t", reserved: "int32_t", date_role: "tp_str", id: "tp_str" },
  tp_reason: { size: "uint32_t", severity: "int32_t", share: "int32_t", line: "int32_t", fact_count: "uint32_t", remedy_count: "uint32_t", reference_checked: "int32_t", reserved: "int32_t", id: "tp_str", rule: "tp_str", reject: "tp_str", indu: "tp_str", reference: "tp_str", confidence: "tp_str" },
  tp_fact: { size: "uint32_t", kind: "int32_t", number: "int32_t", reserved: "int32_t", key: "tp_str", word: "tp_str" },
  tp_correction: { size: "uint32_t", change: "int32_t", line: "int32_t", reserved: "int32_t", exemption: "tp_str", number: "tp_str", contract_type: "tp_str", nature: "tp_str", regime: "tp_str", fund: "tp_str", centre: "tp_str" },
  tp_right_interval: { size: "uint32_t", start: "int32_t", end: "int32_t", reserved: "int32_t", certainty: "tp_str", source: "tp_str" },
  tp_claim_interval: { size: "uint32_t", start: "int32_t", end: "int32_t", verdict: "int32_t", basis: "int32_t" },
};
for (const [name, known] of Object.entries(fields)) koffi.struct(name, known);

const native = {
  tp_struct_size: library.func("tp_struct_size", "size_t", ["uint8_t *", "size_t"]),
  tp_version: library.func("tp_version", "int32_t", []),
  tp_version_text: library.func("tp_version_text", "const char *", []),
  tp_abi_check: library.func("tp_abi_check", "int32_t", ["int32_t", "int32_t"]),
  tp_error_status: library.func("tp_error_status", "int32_t", ["tp_error *"]),
  tp_error_code: library.func("tp_error_code", "const char *", ["tp_error *"]),
  tp_error_place: library.func("tp_error_place", "const char *", ["tp_error *"]),
  tp_error_message: library.func("tp_error_message", "const char *", ["tp_error *"]),
  tp_error_free: library.func("tp_error_free", "void", ["tp_error *"]),
  tp_status_text: library.func("tp_status_text", "const char *", ["int32_t"]),
  tp_str_copy_cp1252: library.func("tp_str_copy_cp1252", "int32_t", ["tp_str *", "void *", "size_t", koffi.out("size_t *"), koffi.out("tp_error **")]),
  tp_text_from_cp1252: library.func("tp_text_from_cp1252", "int32_t", ["uint8_t *", "size_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_str_copy_utf16: library.func("tp_str_copy_utf16", "int32_t", ["tp_str *", "void *", "size_t", koffi.out("size_t *"), koffi.out("tp_error **")]),
  tp_text_from_utf16: library.func("tp_text_from_utf16", "int32_t", ["uint8_t *", "size_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_text_data: library.func("tp_text_data", "const char *", ["tp_text *"]),
  text_bytes: library.func("tp_text_data", "void *", ["tp_text *"]),
  tp_text_len: library.func("tp_text_len", "size_t", ["tp_text *"]),
  tp_text_free: library.func("tp_text_free", "void", ["tp_text *"]),
  tp_str_copy: library.func("tp_str_copy", "int32_t", ["tp_str *", "void *", "size_t", koffi.out("size_t *"), koffi.out("tp_error **")]),
  tp_str_copy_latin1: library.func("tp_str_copy_latin1", "int32_t", ["tp_str *", "void *", "size_t", koffi.out("size_t *"), koffi.out("tp_error **")]),
  tp_text_from_latin1: library.func("tp_text_from_latin1", "int32_t", ["uint8_t *", "size_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_word: library.func("tp_word", "int32_t", ["int32_t", "int32_t", koffi.inout("tp_str *"), koffi.out("tp_error **")]),
  tp_word_number: library.func("tp_word_number", "int32_t", ["int32_t", "uint8_t *", "size_t", koffi.out("int32_t *"), koffi.out("tp_error **")]),
  tp_engine_new: library.func("tp_engine_new", "int32_t", [koffi.out("tp_engine **"), koffi.out("tp_error **")]),
  tp_engine_builder_new: library.func("tp_engine_builder_new", "int32_t", [koffi.out("tp_engine_builder **"), koffi.out("tp_error **")]),
  tp_engine_builder_set_table: library.func("tp_engine_builder_set_table", "int32_t", ["tp_engine_builder *", "uint8_t *", "size_t", "uint8_t *", "size_t", koffi.out("tp_error **")]),
  tp_engine_builder_build: library.func("tp_engine_builder_build", "int32_t", ["tp_engine_builder *", koffi.out("tp_engine **"), koffi.out("tp_error **")]),
  tp_engine_builder_free: library.func("tp_engine_builder_free", "void", ["tp_engine_builder *"]),
  tp_engine_free: library.func("tp_engine_free", "void", ["tp_engine *"]),
  tp_engine_edition: library.func("tp_engine_edition", "int32_t", ["tp_engine *", koffi.inout("tp_str *"), koffi.out("tp_error **")]),
  tp_engine_digest: library.func("tp_engine_digest", "int32_t", ["tp_engine *", koffi.inout("tp_str *"), koffi.out("tp_error **")]),
  tp_engine_covers: library.func("tp_engine_covers", "int32_t", ["tp_engine *", koffi.out("int32_t *"), koffi.out("int32_t *"), koffi.out("tp_error **")]),
  tp_table_count: library.func("tp_table_count", "size_t", []),
  tp_table: library.func("tp_table", "int32_t", ["size_t", koffi.inout("tp_str *"), koffi.inout("tp_str *"), koffi.out("tp_error **")]),
  tp_read: library.func("tp_read", "int32_t", ["int32_t", "uint8_t *", "size_t", "int64_t", koffi.out("tp_reading **"), koffi.out("tp_error **")]),
  tp_reading_snapshot_count: library.func("tp_reading_snapshot_count", "size_t", ["tp_reading *"]),
  tp_reading_json: library.func("tp_reading_json", "int32_t", ["tp_reading *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_reading_refusal: library.func("tp_reading_refusal", "int32_t", ["tp_reading *", koffi.inout("tp_str *"), koffi.out("tp_error **")]),
  tp_reading_unused_count: library.func("tp_reading_unused_count", "size_t", ["tp_reading *"]),
  tp_reading_unused: library.func("tp_reading_unused", "int32_t", ["tp_reading *", "size_t", koffi.inout("tp_unused *"), koffi.out("tp_error **")]),
  tp_reading_free: library.func("tp_reading_free", "void", ["tp_reading *"]),
  tp_dossier_from_json: library.func("tp_dossier_from_json", "int32_t", ["uint8_t *", "size_t", koffi.out("tp_dossier **"), koffi.out("tp_error **")]),
  tp_dossier_from_claim_json: library.func("tp_dossier_from_claim_json", "int32_t", ["uint8_t *", "size_t", koffi.out("tp_dossier **"), koffi.out("tp_error **")]),
  tp_dossier_free: library.func("tp_dossier_free", "void", ["tp_dossier *"]),
  tp_dossier_new: library.func("tp_dossier_new", "int32_t", ["tp_claim *", koffi.out("tp_dossier **"), koffi.out("tp_error **")]),
  tp_dossier_set_claim_contract: library.func("tp_dossier_set_claim_contract", "int32_t", ["tp_dossier *", "tp_claim_contract *", koffi.out("tp_error **")]),
  tp_dossier_set_claim_accident: library.func("tp_dossier_set_claim_accident", "int32_t", ["tp_dossier *", "tp_claim_accident *", koffi.out("tp_error **")]),
  tp_dossier_add_line: library.func("tp_dossier_add_line", "int32_t", ["tp_dossier *", "tp_line *", koffi.out("tp_error **")]),
  tp_dossier_add_trait: library.func("tp_dossier_add_trait", "int32_t", ["tp_dossier *", "size_t", "uint8_t *", "size_t", koffi.out("tp_error **")]),
  tp_dossier_add_reading: library.func("tp_dossier_add_reading", "int32_t", ["tp_dossier *", "tp_reading *", koffi.out("tp_error **")]),
  tp_dossier_clear_rights: library.func("tp_dossier_clear_rights", "int32_t", ["tp_dossier *", koffi.out("tp_error **")]),
  tp_dossier_rights_json: library.func("tp_dossier_rights_json", "int32_t", ["tp_dossier *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_dossier_json: library.func("tp_dossier_json", "int32_t", ["tp_dossier *", "int32_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_dossier_add_coverage: library.func("tp_dossier_add_coverage", "int32_t", ["tp_dossier *", "size_t", "tp_coverage *", koffi.out("tp_error **")]),
  tp_dossier_add_code: library.func("tp_dossier_add_code", "int32_t", ["tp_dossier *", "size_t", "tp_coverage_code *", koffi.out("tp_error **")]),
  tp_dossier_add_exemption: library.func("tp_dossier_add_exemption", "int32_t", ["tp_dossier *", "size_t", "tp_exemption *", koffi.out("tp_error **")]),
  tp_dossier_set_maternity: library.func("tp_dossier_set_maternity", "int32_t", ["tp_dossier *", "size_t", "tp_maternity *", koffi.out("tp_error **")]),
  tp_dossier_add_accident: library.func("tp_dossier_add_accident", "int32_t", ["tp_dossier *", "size_t", "tp_accident *", koffi.out("tp_error **")]),
  tp_dossier_add_contract: library.func("tp_dossier_add_contract", "int32_t", ["tp_dossier *", "size_t", "tp_contract *", koffi.out("tp_error **")]),
  tp_dossier_add_contract_right: library.func("tp_dossier_add_contract_right", "int32_t", ["tp_dossier *", "size_t", "size_t", "tp_contract_right *", koffi.out("tp_error **")]),
  tp_dossier_add_service: library.func("tp_dossier_add_service", "int32_t", ["tp_dossier *", "size_t", "tp_service *", koffi.out("tp_error **")]),
  tp_dossier_add_snapshot: library.func("tp_dossier_add_snapshot", "int32_t", ["tp_dossier *", "tp_snapshot *", koffi.out("size_t *"), koffi.out("tp_error **")]),
  tp_check_json: library.func("tp_check_json", "int32_t", ["tp_engine *", "uint8_t *", "size_t", "tp_options *", koffi.out("int32_t *"), koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_check: library.func("tp_check", "int32_t", ["tp_engine *", "tp_dossier *", koffi.inout("tp_summary *"), koffi.out("tp_result **"), koffi.out("tp_error **")]),
  tp_result_summary: library.func("tp_result_summary", "int32_t", ["tp_result *", koffi.inout("tp_summary *"), koffi.out("tp_error **")]),
  tp_result_json: library.func("tp_result_json", "int32_t", ["tp_result *", "tp_options *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_result_text: library.func("tp_result_text", "int32_t", ["tp_result *", "int32_t", "int32_t", "tp_style *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_result_html: library.func("tp_result_html", "int32_t", ["tp_result *", "int32_t", "int32_t", "int32_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_result_free: library.func("tp_result_free", "void", ["tp_result *"]),
  tp_result_line_count: library.func("tp_result_line_count", "size_t", ["tp_result *"]),
  tp_result_line: library.func("tp_result_line", "int32_t", ["tp_result *", "size_t", koffi.inout("tp_line_answer *"), koffi.out("tp_error **")]),
  tp_result_reason_count: library.func("tp_result_reason_count", "size_t", ["tp_result *"]),
  tp_result_reason: library.func("tp_result_reason", "int32_t", ["tp_result *", "size_t", koffi.inout("tp_reason *"), koffi.out("tp_error **")]),
  tp_result_fact: library.func("tp_result_fact", "int32_t", ["tp_result *", "size_t", "size_t", koffi.inout("tp_fact *"), koffi.out("tp_error **")]),
  tp_result_remedy: library.func("tp_result_remedy", "int32_t", ["tp_result *", "size_t", "size_t", koffi.inout("tp_str *"), koffi.out("tp_error **")]),
  tp_result_reason_text: library.func("tp_result_reason_text", "int32_t", ["tp_result *", "size_t", "int32_t", "int32_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_result_remedy_text: library.func("tp_result_remedy_text", "int32_t", ["tp_result *", "size_t", "size_t", "int32_t", "int32_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_result_what_if: library.func("tp_result_what_if", "int32_t", ["tp_result *", koffi.out("tp_what_if **"), koffi.out("tp_error **")]),
  tp_what_if_days: library.func("tp_what_if_days", "int32_t", ["tp_what_if *", koffi.out("int32_t *"), koffi.out("int32_t *"), koffi.out("tp_error **")]),
  tp_what_if_correction_count: library.func("tp_what_if_correction_count", "size_t", ["tp_what_if *"]),
  tp_what_if_correction: library.func("tp_what_if_correction", "int32_t", ["tp_what_if *", "size_t", koffi.inout("tp_correction *"), koffi.out("tp_error **")]),
  tp_what_if_free: library.func("tp_what_if_free", "void", ["tp_what_if *"]),
  tp_triage_json: library.func("tp_triage_json", "int32_t", ["tp_engine *", "uint8_t *", "size_t", "tp_options *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_triage_text: library.func("tp_triage_text", "int32_t", ["tp_engine *", "uint8_t *", "size_t", "int32_t", "int32_t", "tp_style *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_timeline_new: library.func("tp_timeline_new", "int32_t", ["tp_engine *", "tp_dossier *", "int32_t", "int32_t", koffi.out("tp_timeline **"), koffi.out("tp_error **")]),
  tp_timeline_json: library.func("tp_timeline_json", "int32_t", ["tp_timeline *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_timeline_text: library.func("tp_timeline_text", "int32_t", ["tp_timeline *", "int32_t", "tp_style *", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_timeline_svg: library.func("tp_timeline_svg", "int32_t", ["tp_timeline *", "int32_t", koffi.out("tp_text **"), koffi.out("tp_error **")]),
  tp_timeline_right_count: library.func("tp_timeline_right_count", "size_t", ["tp_timeline *"]),
  tp_timeline_right: library.func("tp_timeline_right", "int32_t", ["tp_timeline *", "size_t", koffi.inout("tp_str *"), koffi.inout("tp_str *"), koffi.out("size_t *"), koffi.out("tp_error **")]),
  tp_timeline_right_interval: library.func("tp_timeline_right_interval", "int32_t", ["tp_timeline *", "size_t", "size_t", koffi.inout("tp_right_interval *"), koffi.out("tp_error **")]),
  tp_timeline_claim_count: library.func("tp_timeline_claim_count", "size_t", ["tp_timeline *"]),
  tp_timeline_claim: library.func("tp_timeline_claim", "int32_t", ["tp_timeline *", "size_t", koffi.inout("tp_claim_interval *"), koffi.out("tp_error **")]),
  tp_timeline_exemption: library.func("tp_timeline_exemption", "int32_t", ["tp_timeline *", "size_t", "size_t", koffi.out("int32_t *"), koffi.out("tp_error **")]),
  tp_timeline_free: library.func("tp_timeline_free", "void", ["tp_timeline *"]),
};

export class Dossier extends Handle {
  static free(pointer) {
    native.tp_dossier_free(pointer);
  }

  /** Gives the dossier of a JSON document, to be freed with tp_dossier_free. */
  static fromJson(json) {
    const jsonBytes = Buffer.from(json);
    const x_out = [null];
    const error = [null];
    need(native.tp_dossier_from_json(jsonBytes, jsonBytes.length, x_out, error), error);
    return new Dossier(x_out[0]);
  }

  /** Gives a dossier without rights for a claim in JSON, to be freed with tp_dossier_free: a claim object alone, or {"format", "as_of", "claim"}. */
  static fromClaimJson(json) {
    const jsonBytes = Buffer.from(json);
    const x_out = [null];
    const error = [null];
    need(native.tp_dossier_from_claim_json(jsonBytes, jsonBytes.length, x_out, error), error);
    return new Dossier(x_out[0]);
  }

  /** Gives a dossier with this claim, to be freed with tp_dossier_free. */
  static create(claim) {
    const x_out = [null];
    const error = [null];
    need(native.tp_dossier_new(claim && struct("tp_claim", fields.tp_claim, claim), x_out, error), error);
    return new Dossier(x_out[0]);
  }

  /** Sets the complementary contract of the claim, in the place of the one it had. */
  setClaimContract(contract) {
    const error = [null];
    need(native.tp_dossier_set_claim_contract(this.pointer, contract && struct("tp_claim_contract", fields.tp_claim_contract, contract), error), error);
  }

  /** Sets the accident of the claim, in the place of the one it had. */
  setClaimAccident(accident) {
    const error = [null];
    need(native.tp_dossier_set_claim_accident(this.pointer, accident && struct("tp_claim_accident", fields.tp_claim_accident, accident), error), error);
  }

  /** Adds a line at the end of the claim. */
  addLine(line) {
    const error = [null];
    need(native.tp_dossier_add_line(this.pointer, line && struct("tp_line", fields.tp_line, line), error), error);
  }

  /** Adds a fact that a rule may need to a line, such as narcotic or generic_refused. */
  addTrait(line, word) {
    const wordBytes = Buffer.from(word);
    const error = [null];
    need(native.tp_dossier_add_trait(this.pointer, line, wordBytes, wordBytes.length, error), error);
  }

  /** Adds the snapshots of a reading. */
  addReading(reading) {
    const error = [null];
    need(native.tp_dossier_add_reading(this.pointer, reading.pointer, error), error);
  }

  /** Takes every snapshot out of a dossier, so that the claim can be asked again with other rights. */
  clearRights() {
    const error = [null];
    need(native.tp_dossier_clear_rights(this.pointer, error), error);
  }

  /** Gives the snapshots of a dossier as JSON, to be freed with tp_text_free. */
  rightsJson() {
    const x_out = [null];
    const error = [null];
    need(native.tp_dossier_rights_json(this.pointer, x_out, error), error);
    return taken(x_out[0]);
  }

  /** Gives the dossier as JSON, to be freed with tp_text_free: what a support desk needs to see why a claim was decided as it was. */
  json(people) {
    const x_out = [null];
    const error = [null];
    need(native.tp_dossier_json(this.pointer, people, x_out, error), error);
    return taken(x_out[0]);
  }

  /** Adds a period of base rights to a snapshot. */
  addCoverage(snapshot, coverage) {
    const error = [null];
    need(native.tp_dossier_add_coverage(this.pointer, snapshot, coverage && struct("tp_coverage", fields.tp_coverage, coverage), error), error);
  }

  /** Adds a coverage code to a snapshot. */
  addCode(snapshot, code) {
    const error = [null];
    need(native.tp_dossier_add_code(this.pointer, snapshot, code && struct("tp_coverage_code", fields.tp_coverage_code, code), error), error);
  }

  /** Adds an exemption to a snapshot. */
  addExemption(snapshot, exemption) {
    const error = [null];
    need(native.tp_dossier_add_exemption(this.pointer, snapshot, exemption && struct("tp_exemption", fields.tp_exemption, exemption), error), error);
  }

  /** Sets the maternity record of a snapshot, in the place of the one it had. */
  setMaternity(snapshot, maternity) {
    const error = [null];
    need(native.tp_dossier_set_maternity(this.pointer, snapshot, maternity && struct("tp_maternity", fields.tp_maternity, maternity), error), error);
  }

  /** Adds an accident on record to a snapshot. */
  addAccident(snapshot, accident) {
    const error = [null];
    need(native.tp_dossier_add_accident(this.pointer, snapshot, accident && struct("tp_accident", fields.tp_accident, accident), error), error);
  }

  /** Adds a contract on record to a snapshot. */
  addContract(snapshot, contract) {
    const error = [null];
    need(native.tp_dossier_add_contract(this.pointer, snapshot, contract && struct("tp_contract", fields.tp_contract, contract), error), error);
  }

  /** Adds rights for one kind of expense to a contract of a snapshot. */
  addContractRight(snapshot, contract, right) {
    const error = [null];
    need(native.tp_dossier_add_contract_right(this.pointer, snapshot, contract, right && struct("tp_contract_right", fields.tp_contract_right, right), error), error);
  }

  /** Adds a service code to a snapshot. */
  addService(snapshot, service) {
    const error = [null];
    need(native.tp_dossier_add_service(this.pointer, snapshot, service && struct("tp_service", fields.tp_service, service), error), error);
  }

  /** Adds a snapshot. */
  addSnapshot(snapshot) {
    const x_index = [0];
    const error = [null];
    need(native.tp_dossier_add_snapshot(this.pointer, snapshot && struct("tp_snapshot", fields.tp_snapshot, snapshot), x_index, error), error);
    return number(x_index[0]);
  }
}

export class Engine extends Handle {
  static free(pointer) {
    native.tp_engine_free(pointer);
  }

  /** Gives the engine with the tables and texts compiled in, to be freed with tp_engine_free. */
  static create() {
    const x_out = [null];
    const error = [null];
    need(native.tp_engine_new(x_out, error), error);
    return new Engine(x_out[0]);
  }

  /** Shows the edition of the rules, such as 2026.11. */
  edition() {
    const x_out = { data: null, len: 0 };
    const error = [null];
    need(native.tp_engine_edition(this.pointer, x_out, error), error);
    return view(x_out);
  }

  /** Shows the digest of the tables, in hexadecimal. */
  digest() {
    const x_out = { data: null, len: 0 };
    const error = [null];
    need(native.tp_engine_digest(this.pointer, x_out, error), error);
    return view(x_out);
  }

  /** Gives the first and the last care date that the tables cover, as yyyymmdd, 0 where open. */
  covers() {
    const x_from = [0];
    const x_to = [0];
    const error = [null];
    need(native.tp_engine_covers(this.pointer, x_from, x_to, error), error);
    return { from: x_from[0], to: x_to[0] };
  }

  /** Answers a dossier in JSON with one line of JSON, to be freed with tp_text_free. */
  checkJson(json, options = null) {
    const jsonBytes = Buffer.from(json);
    const x_verdict = [0];
    const x_out = [null];
    const error = [null];
    need(native.tp_check_json(this.pointer, jsonBytes, jsonBytes.length, options && struct("tp_options", fields.tp_options, options), x_verdict, x_out, error), error);
    return { verdict: x_verdict[0], out: taken(x_out[0]) };
  }

  /** Answers a dossier built from structs. */
  check(dossier) {
    const x_summary = struct("tp_summary", fields.tp_summary, {});
    const x_result = [null];
    const error = [null];
    need(native.tp_check(this.pointer, dossier.pointer, x_summary, x_result, error), error);
    return { summary: plain(fields.tp_summary, x_summary), result: new Result(x_result[0]) };
  }

  /** Triages a reject with one line of JSON, to be freed with tp_text_free: its class, its most probable cause, what puts it right, and who pays otherwise. */
  triageJson(json, options = null) {
    const jsonBytes = Buffer.from(json);
    const x_out = [null];
    const error = [null];
    need(native.tp_triage_json(this.pointer, jsonBytes, jsonBytes.length, options && struct("tp_options", fields.tp_options, options), x_out, error), error);
    return taken(x_out[0]);
  }

  /** Explains the triage of a reject as a page, to be freed with tp_text_free. */
  triageText(json, lang, audience, style = null) {
    const jsonBytes = Buffer.from(json);
    const x_out = [null];
    const error = [null];
    need(native.tp_triage_text(this.pointer, jsonBytes, jsonBytes.length, lang, audience, style && struct("tp_style", fields.tp_style, style), x_out, error), error);
    return taken(x_out[0]);
  }
}

export class EngineBuilder extends Handle {
  static free(pointer) {
    native.tp_engine_builder_free(pointer);
  }

  /** Gives a builder that starts from the tables compiled in, to be freed with tp_engine_builder_free. */
  static create() {
    const x_out = [null];
    const error = [null];
    need(native.tp_engine_builder_new(x_out, error), error);
    return new EngineBuilder(x_out[0]);
  }

  /** Puts a table of yours, such as rejects.toml, in the place of the one compiled in. */
  setTable(name, text) {
    const nameBytes = Buffer.from(name);
    const textBytes = Buffer.from(text);
    const error = [null];
    need(native.tp_engine_builder_set_table(this.pointer, nameBytes, nameBytes.length, textBytes, textBytes.length, error), error);
  }

  /** Gives an engine with the tables of the builder, to be freed with tp_engine_free. */
  build() {
    const x_out = [null];
    const error = [null];
    need(native.tp_engine_builder_build(this.pointer, x_out, error), error);
    return new Engine(x_out[0]);
  }
}

export class Reading extends Handle {
  static free(pointer) {
    native.tp_reading_free(pointer);
  }

  /** The number of snapshots, one per beneficiary; 0 for NULL. */
  snapshotCount() {
    return number(native.tp_reading_snapshot_count(this.pointer));
  }

  /** Gives the snapshots as JSON, to be freed with tp_text_free. */
  json() {
    const x_out = [null];
    const error = [null];
    need(native.tp_reading_json(this.pointer, x_out, error), error);
    return taken(x_out[0]);
  }

  /** Shows what kind of error answer the document is, such as not_found, or an empty view when it is none. */
  refusal() {
    const x_out = { data: null, len: 0 };
    const error = [null];
    need(native.tp_reading_refusal(this.pointer, x_out, error), error);
    return view(x_out);
  }

  /** The number of fields that were present and not used; 0 for NULL. */
  unusedCount() {
    return number(native.tp_reading_unused_count(this.pointer));
  }

  /** Fills in one field that was not used. */
  unused(index) {
    const x_out = struct("tp_unused", fields.tp_unused, {});
    const error = [null];
    need(native.tp_reading_unused(this.pointer, index, x_out, error), error);
    return plain(fields.tp_unused, x_out);
  }
}

export class Result extends Handle {
  static free(pointer) {
    native.tp_result_free(pointer);
  }

  /** Fills in the summary of a result. */
  summary() {
    const x_out = struct("tp_summary", fields.tp_summary, {});
    const error = [null];
    need(native.tp_result_summary(this.pointer, x_out, error), error);
    return plain(fields.tp_summary, x_out);
  }

  /** Gives the whole answer as one line of JSON, to be freed with tp_text_free: the same bytes as tp_check_json for the same dossier. */
  json(options = null) {
    const x_out = [null];
    const error = [null];
    need(native.tp_result_json(this.pointer, options && struct("tp_options", fields.tp_options, options), x_out, error), error);
    return taken(x_out[0]);
  }

  /** Gives the explanation as a page, to be freed with tp_text_free: the answer, the lines, why, what to do, when; for the patient a short paragraph instead. */
  text(lang, audience, style = null) {
    const x_out = [null];
    const error = [null];
    need(native.tp_result_text(this.pointer, lang, audience, style && struct("tp_style", fields.tp_style, style), x_out, error), error);
    return taken(x_out[0]);
  }

  /** Explains a result as HTML, to be freed with tp_text_free: a document of its own with the words of tp_result_text, without script, light and dark, ready to print; everything that came from the claim is escaped. */
  html(lang, audience, details) {
    const x_out = [null];
    const error = [null];
    need(native.tp_result_html(this.pointer, lang, audience, details, x_out, error), error);
    return taken(x_out[0]);
  }

  /** The number of lines; 0 for NULL. */
  lineCount() {
    return number(native.tp_result_line_count(this.pointer));
  }

  /** Fills in the answer to one line, counted from 0 in the order of the claim; it is set to undetermined on entry. */
  line(index) {
    const x_out = struct("tp_line_answer", fields.tp_line_answer, {});
    const error = [null];
    need(native.tp_result_line(this.pointer, index, x_out, error), error);
    return plain(fields.tp_line_answer, x_out);
  }

  /** The number of reasons, all of them and not only the first; 0 for NULL. */
  reasonCount() {
    return number(native.tp_result_reason_count(this.pointer));
  }

  /** Fills in one reason; the heaviest come first. */
  reason(index) {
    const x_out = struct("tp_reason", fields.tp_reason, {});
    const error = [null];
    need(native.tp_result_reason(this.pointer, index, x_out, error), error);
    return plain(fields.tp_reason, x_out);
  }

  /** Fills in one fact of a reason. */
  fact(reason, index) {
    const x_out = struct("tp_fact", fields.tp_fact, {});
    const error = [null];
    need(native.tp_result_fact(this.pointer, reason, index, x_out, error), error);
    return plain(fields.tp_fact, x_out);
  }

  /** Shows the stable id of one remedy of a reason, such as source.query_adri. */
  remedy(reason, index) {
    const x_out = { data: null, len: 0 };
    const error = [null];
    need(native.tp_result_remedy(this.pointer, reason, index, x_out, error), error);
    return view(x_out);
  }

  /** Gives what a reason says in words, to be freed with tp_text_free. */
  reasonText(index, lang, audience) {
    const x_out = [null];
    const error = [null];
    need(native.tp_result_reason_text(this.pointer, index, lang, audience, x_out, error), error);
    return taken(x_out[0]);
  }

  /** Gives what a remedy says in words, to be freed with tp_text_free, with the facts of its reason. */
  remedyText(reason, index, lang, audience) {
    const x_out = [null];
    const error = [null];
    need(native.tp_result_remedy_text(this.pointer, reason, index, lang, audience, x_out, error), error);
    return taken(x_out[0]);
  }

  /** Gives the what-if of a result, to be freed with tp_what_if_free. */
  whatIf() {
    const x_out = [null];
    const error = [null];
    need(native.tp_result_what_if(this.pointer, x_out, error), error);
    return new WhatIf(x_out[0]);
  }
}

export class Timeline extends Handle {
  static free(pointer) {
    native.tp_timeline_free(pointer);
  }

  /** Gives the timeline of a dossier from one day to another, bounds included, to be freed with tp_timeline_free. */
  static create(engine, dossier, first, last) {
    const x_out = [null];
    const error = [null];
    need(native.tp_timeline_new(engine.pointer, dossier.pointer, first, last, x_out, error), error);
    return new Timeline(x_out[0]);
  }

  /** Gives the timeline as indented JSON, to be freed with tp_text_free: the same bytes in every language. */
  json() {
    const x_out = [null];
    const error = [null];
    need(native.tp_timeline_json(this.pointer, x_out, error), error);
    return taken(x_out[0]);
  }

  /** Gives the timeline drawn with characters, for a fixed-width font, to be freed with tp_text_free. */
  text(lang, style = null) {
    const x_out = [null];
    const error = [null];
    need(native.tp_timeline_text(this.pointer, lang, style && struct("tp_style", fields.tp_style, style), x_out, error), error);
    return taken(x_out[0]);
  }

  /** Gives the timeline as a picture, an SVG document, to be freed with tp_text_free. */
  svg(lang) {
    const x_out = [null];
    const error = [null];
    need(native.tp_timeline_svg(this.pointer, lang, x_out, error), error);
    return taken(x_out[0]);
  }

  /** The number of rights that the timeline follows; 0 for NULL. */
  rightCount() {
    return number(native.tp_timeline_right_count(this.pointer));
  }

  /** Shows what a right is: its kind (coverage, exemption or contract) and, but for coverage, which one, such as ald or css. */
  right(right) {
    const x_kind = { data: null, len: 0 };
    const x_which = { data: null, len: 0 };
    const x_interval_count = [0];
    const error = [null];
    need(native.tp_timeline_right(this.pointer, right, x_kind, x_which, x_interval_count, error), error);
    return { kind: view(x_kind), which: view(x_which), intervalCount: number(x_interval_count[0]) };
  }

  /** Fills in one interval of a right; together they tile the window. */
  rightInterval(right, index) {
    const x_out = struct("tp_right_interval", fields.tp_right_interval, {});
    const error = [null];
    need(native.tp_timeline_right_interval(this.pointer, right, index, x_out, error), error);
    return plain(fields.tp_right_interval, x_out);
  }

  /** The number of intervals of the claim; 0 for NULL. */
  claimCount() {
    return number(native.tp_timeline_claim_count(this.pointer));
  }

  /** Fills in one interval of the claim; together they tile the window. */
  claim(index) {
    const x_out = struct("tp_claim_interval", fields.tp_claim_interval, {});
    const error = [null];
    need(native.tp_timeline_claim(this.pointer, index, x_out, error), error);
    return plain(fields.tp_claim_interval, x_out);
  }

  /** Gives what becomes of the exemption of one line on the days of an interval of the claim: one of TP_EXEMPTION_. */
  exemption(index, line) {
    const x_out = [0];
    const error = [null];
    need(native.tp_timeline_exemption(this.pointer, index, line, x_out, error), error);
    return x_out[0];
  }
}

export class WhatIf extends Handle {
  static free(pointer) {
    native.tp_what_if_free(pointer);
  }

  /** Gives the first billable day from the day of the care on, 0 when there is none, and the last day of that unbroken run, 0 when no end is known. */
  days() {
    const x_earliest = [0];
    const x_latest = [0];
    const error = [null];
    need(native.tp_what_if_days(this.pointer, x_earliest, x_latest, error), error);
    return { earliest: x_earliest[0], latest: x_latest[0] };
  }

  /** The number of corrections; 0 for NULL, and when the claim is billable as it is. */
  correctionCount() {
    return number(native.tp_what_if_correction_count(this.pointer));
  }

  /** Fills in one correction. */
  correction(index) {
    const x_out = struct("tp_correction", fields.tp_correction, {});
    const error = [null];
    need(native.tp_what_if_correction(this.pointer, index, x_out, error), error);
    return plain(fields.tp_correction, x_out);
  }
}

export class Library {
  /** The version of the library that is running, as major * 1000000 + minor * 1000 + patch. */
  static version() {
    return number(native.tp_version());
  }

  /** Whether a program compiled with a header of this ABI runs with this library: TP_OK, or TP_ERROR_NEWER when it wants more than this library has, or TP_ERROR_VALUE when the major versions differ. */
  static abiCheck(major, minor) {
    return number(native.tp_abi_check(major, minor));
  }

  /** Shows the word of a number: read for TP_WORDS_CARD and TP_CARD_READ. */
  static word(list, number) {
    const x_out = { data: null, len: 0 };
    const error = [null];
    need(native.tp_word(list, number, x_out, error), error);
    return view(x_out);
  }

  /** Gives the number of a word: TP_CARD_READ for TP_WORDS_CARD and read. */
  static wordNumber(list, word) {
    const wordBytes = Buffer.from(word);
    const x_out = [0];
    const error = [null];
    need(native.tp_word_number(list, wordBytes, wordBytes.length, x_out, error), error);
    return x_out[0];
  }

  /** The number of tables compiled in. */
  static tableCount() {
    return number(native.tp_table_count());
  }

  /** Shows the name and the text of a table compiled in, to start from when one is to be changed. */
  static table(index) {
    const x_name = { data: null, len: 0 };
    const x_text = { data: null, len: 0 };
    const error = [null];
    need(native.tp_table(index, x_name, x_text, error), error);
    return { name: view(x_name), text: view(x_text) };
  }

  /** Reads a card buffer, an answer of a service, or snapshots in JSON, and gives the reading, to be freed with tp_reading_free. */
  static read(format, data, observedAt) {
    const dataBytes = Buffer.from(data);
    const x_out = [null];
    const error = [null];
    need(native.tp_read(format, dataBytes, dataBytes.length, observedAt, x_out, error), error);
    return new Reading(x_out[0]);
  }
}
