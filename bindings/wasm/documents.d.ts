// Written from the declarations of the documents by `cargo xtask describe`.

/** One question: a claim, what the sources said, and the day it is asked. */
export interface Dossier {
  /** The format of the document. */
  format: "tierspayant/1";
  /** The day the question is asked. Absent: nothing that depends on today is said. */
  as_of?: string | null;
  /** What is about to be sent. */
  claim: Claim;
  /** What each source said, in any order. Absent: no source was asked. */
  rights?: Array<Snapshot> | null;
}

/** What is about to be sent. */
export interface Claim {
  /** The caller's id of the claim. */
  id?: string | null;
  /** Who bills. Absent: `pharmacy`. */
  setting?: "pharmacy" | "nurse" | "physiotherapist" | "doctor" | "midwife" | "dentist" | "speech_therapist" | "laboratory" | "device_supplier" | "transport" | "hospital" | "psychologist" | "other" | null;
  /** The day the care was given or the product delivered. */
  care_date: string;
  /** The day of the prescription. */
  prescription_date?: string | null;
  /** The day the claim is transmitted, where it is not `as_of`. Absent: the day `as_of`. */
  transmission_date?: string | null;
  /** The beneficiary. Absent: nothing is known of the person. */
  person?: Person | null;
  /** The obligatory scheme that the claim names. Absent: the claim names no scheme. */
  scheme?: Scheme | null;
  /** What became of the card at the counter. */
  card?: "read" | "absent" | "unreadable" | "opposed" | null;
  /** Nature d'assurance. */
  nature?: string | null;
  /** The accident that the claim names, for nature 41. Absent: the claim names none. */
  accident?: ClaimAccident | null;
  /** The complementary contract that the claim will carry. Absent: no complementary share is asked. */
  contract?: ClaimContract | null;
  /** The shares that ask for tiers payant. Absent: every share that the claim could carry: `amo`, and `amc` when there is a contract. */
  third_party?: Array<"amo" | "amc"> | null;
  /** Who prescribed. */
  prescriber?: Prescriber | null;
  /** How the claim is made. Absent: as `card` says. */
  mode?: "card" | "degraded" | "remote" | "secrecy" | null;
  /** Who may pay in place of the fund. Absent: nobody else does. */
  paid_instead?: "nursing_service" | "hospital_stay" | "hospital_at_home" | "nursing_home" | null;
  /** The scheme of the other insured parent of a child. Absent: there is none, or it is not known. */
  other_scheme?: Scheme | null;
  /** The lines, at least one, each with its own id. */
  lines: Array<Line>;
}

/** What is known of a person's identity; every part may be missing. */
export interface Person {
  /** The caller's own id. */
  id?: string | null;
  /** The birth date, raw. */
  birth_date?: string | null;
  /** The birth rank, which tells twins apart. */
  birth_rank?: number | null;
  /** The NIR, never needed for a verdict. */
  nir?: string | null;
}

/** The obligatory scheme, each part where known. */
export interface Scheme {
  /** Grand régime, such as `01` or `02`. */
  regime?: string | null;
  /** Caisse. */
  fund?: string | null;
  /** Centre. */
  centre?: string | null;
}

/** The accident that a claim names. */
export interface ClaimAccident {
  /** The number given by the fund. */
  number?: string | null;
  /** The day of the accident. */
  date?: string | null;
}

/** The complementary contract that a claim carries. */
export interface ClaimContract {
  /** Organism number, 8 characters for a mutuelle, up to 10 for an AMC. */
  number?: string | null;
  /** Type de contrat, such as `89`. */
  type?: string | null;
  /** Code service. */
  service?: string | null;
  /** Indicateur de traitement. */
  indicator?: string | null;
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
}

/** Who prescribed. */
export interface Prescriber {
  /** How the prescriber stands to the health insurance. */
  standing?: "convention" | "outside_convention" | "hospital" | null;
}

/** One line of the claim. */
export interface Line {
  /** The caller's id of the line, unique in the claim. */
  id: string;
  /** What it bills; it chooses the date that counts. */
  category?: "drug" | "device" | "biology" | "act" | "act_series" | "transport" | "stay" | null;
  /** Justification of exemption, `0` to `9` or `C`; another code is kept as written. */
  exemption?: string | null;
  /** Whether its care is related to the condition that exempts. Absent: `unknown`. */
  relation?: "related" | "unrelated" | "unknown" | null;
  /** Where the exemption came from. */
  origin?: "card" | "adri" | "prescription" | "manual" | "setting" | null;
  /** Amount in euro cents. */
  amount_cents?: number | null;
  /** Facts that rules need. Absent: none is said. */
  traits?: Array<string> | null;
  /** The prescriber's document that a product needs. */
  document?: "present" | "absent" | "outside_terms" | null;
  /** The voucher of a vaccine. */
  voucher?: "present" | "absent" | null;
  /** The fund's prior agreement. */
  prior_agreement?: "granted" | "requested" | "refused" | "not_needed" | null;
  /** The day on which that agreement was asked for. */
  prior_agreement_requested_on?: string | null;
  /** The day on which the fund received the request, as its receipt says: its silence counts from there. Absent: the day on which it was asked for. */
  prior_agreement_received_on?: string | null;
  /** Its own prescription. Absent: that of the claim. */
  prescription?: LinePrescription | null;
  /** What is known of a transport. */
  transport?: TransportFacts | null;
  /** The documents that the fund asks for. */
  proof?: "sent" | "to_send" | "missing" | null;
}

/** The prescription of one line. */
export interface LinePrescription {
  /** Whether there is one. Absent: `present`. */
  state?: "present" | "none" | "conditional" | null;
  /** Its day. Absent: the day of the claim. */
  date?: string | null;
}

/** What is known of a transport. */
export interface TransportFacts {
  /** Whether the prescriber attested an emergency. */
  urgent?: boolean | null;
  /** The ground on which it is covered. */
  ground?: "hospitalisation" | "ald" | "accident" | "lying_or_watched" | "long_distance" | "series" | "summons" | "other" | null;
}

/** What one source said of one person at one moment. A list that is `None` was not part of the answer and says nothing; an empty list was part of it and says that there is none. */
export interface Snapshot {
  /** Who spoke. */
  source: "bdo" | "adri" | "cdri" | "portal" | "attestation" | "vitale" | "apcv" | "manual" | "amc";
  /** When the source was asked or the card was read. */
  observed_at?: string | null;
  /** A card's last update, or an attestation's date of issue. */
  updated_on?: string | null;
  /** The days that the service could see; open where it gives no bound. Absent: it is not known what the service could see. */
  horizon?: Horizon | null;
  /** Who it spoke of. Absent: nothing is known of the person. */
  person?: Person | null;
  /** The scheme it named. Absent: it named none. */
  scheme?: Scheme | null;
  /** Periods of base rights (AMO). Absent: not part of the answer. */
  coverage?: Array<Period> | null;
  /** Coverage codes by period: ALD digit and situation. Absent: not part of the answer. */
  codes?: Array<CoverageCode> | null;
  /** Exemptions held by the person. Absent: not part of the answer. */
  exemptions?: Array<Exemption> | null;
  /** The maternity record. Absent: not part of the answer. */
  maternity?: Maternity | null;
  /** Accidents and occupational diseases. Absent: not part of the answer. */
  accidents?: Array<Accident> | null;
  /** Complementary contracts. Absent: not part of the answer. */
  contracts?: Array<Contract> | null;
  /** Service codes (code service AMO), kept raw: their meaning depends on the source and on the year. Absent: not part of the answer. */
  services?: Array<Service> | null;
}

/** The days that a service could see. */
export interface Horizon {
  /** The first day. Absent: no bound. */
  from?: string | null;
  /** The last day, which belongs to it. Absent: no bound. */
  to?: string | null;
}

/** A period of days. Both bounds belong to it; a missing bound is open. */
export interface Period {
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
}

/** One period of a coverage code, as on the card and in an ADRi answer. */
export interface CoverageCode {
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
  /** ALD digit, raw. */
  ald?: string | null;
  /** Situation, régime and two digits, raw. */
  situation?: string | null;
}

/** One exemption of a person, in its own vocabulary. */
export interface Exemption {
  /** Which list the code belongs to. */
  vocabulary: "bdo" | "cdri" | "snds" | "claim" | "cdri_etm" | "cdri_mtm" | "snds_etm" | "snds_exo" | "snds_mtm";
  /** The code, raw. */
  code: string;
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
  /** Its state. */
  status?: "active" | "pending" | "suspended" | "refused" | "closed" | null;
}

/** The maternity record of a person. */
export interface Maternity {
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
  /** Presumed start of the pregnancy. */
  presumed_start?: string | null;
  /** Presumed day of delivery. */
  presumed_delivery?: string | null;
  /** Real day of delivery. */
  delivery?: string | null;
  /** Its state. */
  status?: "active" | "pending" | "suspended" | "refused" | "closed" | null;
}

/** One accident or occupational disease on record. */
export interface Accident {
  /** The number given by the fund. */
  number?: string | null;
  /** The day of the accident. */
  date?: string | null;
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
  /** Its state. */
  status?: "active" | "pending" | "suspended" | "refused" | "closed" | null;
}

/** One complementary contract on record. */
export interface Contract {
  /** Organism number. */
  number?: string | null;
  /** Type de contrat. */
  type?: string | null;
  /** Code service. */
  service?: string | null;
  /** Indicateur de traitement. */
  indicator?: string | null;
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
  /** Its state. */
  status?: "active" | "pending" | "suspended" | "refused" | "closed" | null;
  /** CSS with (`true`) or without (`false`) participation. */
  participation?: boolean | null;
  /** Why it ended. */
  end_reason?: "term" | "renounced" | "unpaid" | "household" | null;
  /** Rights by kind of expense, as the insurer's own answer tells them. Absent: the insurer did not tell them. */
  rights?: Array<DomainRight> | null;
}

/** Rights under a contract for one kind of expense, as the insurer tells them. */
export interface DomainRight {
  /** The kind of expense, as the insurer names it. */
  domain: string;
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
  /** Their state. */
  status?: "active" | "pending" | "suspended" | "refused" | "closed" | null;
}

/** One service code with its period, kept raw. */
export interface Service {
  /** The code as written. */
  code: string;
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day, which belongs to the period. Absent: no bound. */
  end?: string | null;
}

/** Rights alone: what each source said. */
export interface Rights {
  /** The format of the document. */
  format: "tierspayant/1";
  /** The day the question is asked. */
  as_of?: string | null;
  /** A claim, which is read and left aside. */
  claim?: Claim | null;
  /** What each source said, in any order. */
  rights: Array<Snapshot>;
}

/** A reject with its claim and what is known of the rights. */
export interface Reject {
  /** The format of the document. */
  format: "tierspayant-reject/1";
  /** What a return said of the claim. */
  reject: Report;
  /** The claim as it was sent. */
  claim: Claim;
  /** Every snapshot at hand, those read since included. Absent: no source was asked. */
  rights?: Array<Snapshot> | null;
}

/** What a return said of a claim. */
export interface Report {
  /** The reject code, in any spelling. */
  key?: string | null;
  /** The label that stands beside the code. */
  label?: string | null;
  /** The share that was rejected. */
  share?: "amo" | "amc" | null;
  /** What became of it. Absent: it was rejected. */
  state?: "rejected" | "deferred" | null;
  /** The id of the line that was rejected. Absent: the claim as a whole. */
  line?: string | null;
  /** The day of the return. */
  returned_on?: string | null;
  /** The amount that was not paid, in euro cents. */
  amount_cents?: number | null;
}

/** The answer to one dossier. Ids and codes are those of the dossier; there is no identity in it. */
export interface Answer {
  /** The format of the document. */
  format: "tierspayant/1";
  /** The caller's id of the claim. */
  claim_id?: string | null;
  /** The verdict. */
  verdict: "undetermined" | "billable" | "not_billable";
  /** Why it is not `billable`. Absent: the part is billable. */
  basis?: "forbidden" | "not_granted" | "conflict" | "pending" | "stale" | "missing" | "beyond_rules" | null;
  /** Whether payment of the AMO share is guaranteed. */
  guarantee: "none" | "unknown" | "likely" | "guaranteed";
  /** The verdict on each share that asks for tiers payant. */
  shares: Array<ShareAnswer>;
  /** The lines, in the order of the claim. */
  lines: Array<LineAnswer>;
  /** Every reason, those that weigh most first. */
  reasons: Array<ReasonAnswer>;
  /** What to do, each thing once: first what the page says is to be done now (a correction that is enough alone, where there is one), then what is needed before advice. Absent: texts were not asked for. */
  todo?: Array<TaskAnswer> | null;
  /** The classes of reject to expect. */
  rejects: Array<RejectAnswer>;
  /** The days and the corrections with which the claim would be billable. Absent: it was not asked for. */
  what_if?: WhatIfAnswer | null;
  /** The tables that decided. */
  rules: RulesAnswer;
  /** What was asked. Absent: it was not asked for. */
  input?: InputAnswer | null;
}

/** The verdict on one share. */
export interface ShareAnswer {
  /** The share. */
  share: "amo" | "amc";
  /** The verdict. */
  verdict: "undetermined" | "billable" | "not_billable";
  /** Why it is not `billable`. Absent: the part is billable. */
  basis?: "forbidden" | "not_granted" | "conflict" | "pending" | "stale" | "missing" | "beyond_rules" | null;
}

/** What became of one line. */
export interface LineAnswer {
  /** The caller's id of the line. */
  id: string;
  /** The date that counts for it. */
  date: string;
  /** Which date of the claim that is. */
  date_role: "care" | "prescription" | "query" | "transmission";
  /** What became of the exemption that it claims. */
  exemption: "confirmed" | "not_claimed" | "not_recorded" | "not_started" | "ended" | "pending" | "unrelated" | "contradicted" | "unknown";
  /** The verdict on its AMO share. Absent: the share does not ask for tiers payant. */
  amo?: VerdictAnswer | null;
  /** The verdict on its AMC share. Absent: the share does not ask for tiers payant. */
  amc?: VerdictAnswer | null;
}

/** A verdict with its basis. */
export interface VerdictAnswer {
  /** The verdict. */
  verdict: "undetermined" | "billable" | "not_billable";
  /** Why it is not `billable`. Absent: the part is billable. */
  basis?: "forbidden" | "not_granted" | "conflict" | "pending" | "stale" | "missing" | "beyond_rules" | null;
}

/** Why: one finding of one rule. */
export interface ReasonAnswer {
  /** Its id, `family.what`. */
  id: "identity.other_person" | "identity.mismatch" | "identity.ambiguous" | "identity.unverified" | "identity.nir_key" | "identity.nir_differs" | "identity.care_before_birth" | "coverage.not_open" | "coverage.unknown" | "coverage.scheme_differs" | "coverage.closed_under_accident" | "coverage.two_dates" | "coverage.situation_unknown" | "exemption.not_recorded" | "exemption.not_started" | "exemption.ended" | "exemption.not_active" | "exemption.pending" | "exemption.unknown" | "exemption.wrong_code" | "exemption.code_with_nature" | "exemption.forced" | "exemption.missed" | "exemption.not_stated" | "exemption.unknown_code" | "exemption.by_act" | "exemption.two_dates" | "ald.unrelated" | "ald.relation_unknown" | "ald.non_exempting" | "maternity.computed_only" | "maternity.implausible" | "maternity.listed_act" | "at_mp.reference_missing" | "at_mp.date_differs" | "at_mp.care_before_accident" | "at_mp.not_recorded" | "at_mp.not_started" | "at_mp.ended" | "at_mp.not_active" | "at_mp.pending" | "at_mp.unknown" | "at_mp.agreed_care" | "at_mp.two_dates" | "at_mp.nature_differs" | "at_mp.unrelated" | "at_mp.relation_unknown" | "person.drug_class" | "person.military_routing" | "other.by_nature" | "other.not_settled" | "other.contraception_age" | "other.contraception_age_unknown" | "other.newborn_place" | "other.relation_unknown" | "other.unrelated" | "other.scheme_not_special" | "other.scheme_not_settled" | "other.local_scheme_not_recorded" | "other.local_scheme_unknown" | "other.local_scheme_missed" | "other.prevention_unproven" | "contract.not_open" | "contract.not_recorded" | "contract.not_active" | "contract.pending" | "contract.unknown" | "contract.forced" | "contract.type_mismatch" | "contract.differs" | "contract.changed" | "contract.organism_unknown" | "contract.exclusive" | "contract.ends_soon" | "contract.leaver" | "contract.past" | "contract.missed" | "contract.missing" | "contract.not_settled" | "contract.outside_care_path" | "card.opposed" | "card.needed" | "card.may_be_needed" | "card.changed_by_hand" | "pharmacy.generic_refused" | "pharmacy.prescription_old" | "time.care_in_future" | "time.late" | "time.limitation" | "time.prescription_missing" | "time.prescription_old" | "time.prescription_after_care" | "time.date_not_settled" | "rules.beyond" | "rules.category_missing" | "rules.nature_missing" | "rules.nature_unknown" | "rules.trait_unknown" | "source.conflict" | "source.stale" | "source.card_richer" | "source.card_poorer" | "source.other_richer" | "source.other_poorer" | "source.unknown_code" | "source.only_card" | "source.only_attestation" | "source.after_question" | "coverage.not_covered" | "coverage.accident_not_covered" | "coverage.secret" | "ald.low_benefit" | "ald.transport" | "other.before_start" | "other.age_limit" | "other.age_unknown" | "other.product_code" | "other.voucher_absent" | "other.voucher_unknown" | "other.psychologist_before" | "other.psychologist" | "contract.ame_excluded" | "contract.ame_delay" | "contract.ame_code" | "contract.prolonged" | "contract.before_mayotte" | "pharmacy.generic_exception" | "pharmacy.biosimilar_refused" | "pharmacy.document_absent" | "pharmacy.document_outside_terms" | "pharmacy.document_not_said" | "coverage.prescriber_outside" | "coverage.agreement_refused" | "coverage.agreement_requested" | "coverage.agreement_silence" | "coverage.agreement_not_said" | "coverage.transport_ground" | "coverage.shared_transport_refused" | "coverage.paid_instead" | "contract.domain_closed" | "contract.domain_unknown" | "card.mode_differs" | "time.prescription_none" | "time.proof_missing" | "time.proof_to_send" | "coverage.secret_differs" | "identity.right_implausible" | "other.voucher_outside" | "coverage.agreement_old" | "coverage.scheme_unknown" | "rules.category_elsewhere" | "other.psychologist_age" | "time.sent_before_care" | "contract.ame_at_mayotte" | "other.voucher_of_a_minor" | "other.billed_alone" | "other.injection_age" | "contract.may_not_pay" | "other.flu_not_targeted" | "other.not_yet_paid" | "coverage.third_party_before";
  /** How much it weighs. */
  severity: "blocking" | "doubt" | "notice";
  /** The share that it concerns. Absent: every share. */
  share?: "amo" | "amc" | null;
  /** The id of the line that it concerns. Absent: every line. */
  line?: string | null;
  /** The rule that gave it. */
  rule: "I-01" | "I-02" | "I-03" | "I-04" | "I-05" | "C-01" | "C-02" | "C-03" | "C-04" | "C-05" | "C-06" | "C-07" | "C-08" | "C-09" | "C-10" | "C-11" | "C-12" | "E-01" | "E-02" | "E-03" | "E-04" | "E-05" | "E-06" | "E-07" | "A-01" | "A-02" | "A-03" | "A-04" | "M-01" | "M-02" | "M-03" | "T-01" | "T-02" | "T-03" | "T-04" | "T-05" | "P-01" | "P-02" | "O-01" | "O-02" | "O-03" | "O-04" | "O-05" | "O-06" | "O-07" | "O-08" | "O-09" | "O-10" | "K-01" | "K-02" | "K-03" | "K-04" | "K-05" | "K-06" | "K-07" | "K-08" | "K-09" | "K-10" | "K-11" | "K-12" | "K-13" | "K-14" | "K-15" | "K-17" | "K-18" | "K-19" | "K-20" | "K-16" | "V-01" | "V-02" | "V-03" | "V-05" | "F-01" | "F-02" | "F-03" | "F-04" | "D-01" | "D-02" | "D-03" | "D-04" | "D-07" | "D-05" | "D-06" | "D-08" | "R-01" | "R-02" | "R-03" | "S-01" | "S-02" | "S-03" | "S-04" | "S-05" | "S-06";
  /** What was compared. */
  facts: Partial<Record<"date" | "date_role" | "start" | "end" | "right" | "code" | "record_code" | "suggested" | "source" | "observed" | "other_source" | "other_observed" | "age_days" | "allowed_days" | "origin" | "forcing" | "status" | "number" | "type" | "record_number" | "record_type" | "other_date" | "other_date_role" | "other_answer" | "retry_on" | "received_on" | "accident_date" | "nature" | "card" | "trait" | "limit" | "scheme" | "record_scheme" | "paid_instead" | "mode" | "end_reason", string | number>>;
  /** What to do, what cures first. */
  remedies: Array<"source.query_adri" | "card.update" | "patient.ask_attestation" | "patient.renew_css" | "exemption.correct" | "exemption.remove" | "exemption.unforce" | "line.state_relation" | "contract.correct" | "claim.correct_nature" | "claim.complete" | "claim.check_identity" | "invoice.recycle" | "invoice.new_fse" | "invoice.paper" | "amc.bill_amo_alone" | "patient.pays" | "claim.hold_until" | "proof.send" | "fund.contact" | "amc.contact" | "software.fix_setting" | "claim.correct_scheme" | "claim.check_prescriber" | "agreement.ask" | "invoice.wait" | "invoice.find_payment" | "claim.check_direct_access" | "invoice.split" | "service.agree">;
  /** The class of reject that would come back. Absent: none is known. */
  reject?: "etm_not_in_bdo" | "etm_absent_from_referential" | "contract_type_incompatible" | "rights_closed" | "insured_unknown" | "nature_incompatible" | "accident_unknown" | "complementary_unknown" | "card_refused" | "prescriber_unknown" | "prescription_not_allowed" | "already_paid" | "too_late" | "billing_rule" | "wrong_fund" | "prior_agreement" | "missing_proof" | "payment_deferred" | null;
  /** Why a payment could be reclaimed. Absent: no risk is known. */
  indu?: "missing_proof" | "overridden" | null;
  /** The law. */
  reference: ReferenceAnswer;
  /** A sentence for the counter. Absent: texts were not asked for. */
  message?: string | null;
}

/** A text of law, and how sure it is. */
export interface ReferenceAnswer {
  /** The text. */
  text: string;
  /** What kind of source it is. */
  confidence: "official" | "official_copy" | "administration" | "vendor" | "secondary" | "inferred" | "product";
  /** The day it was checked. */
  checked: string;
}

/** One thing to do. */
export interface TaskAnswer {
  /** What it is. */
  remedy: "source.query_adri" | "card.update" | "patient.ask_attestation" | "patient.renew_css" | "exemption.correct" | "exemption.remove" | "exemption.unforce" | "line.state_relation" | "contract.correct" | "claim.correct_nature" | "claim.complete" | "claim.check_identity" | "invoice.recycle" | "invoice.new_fse" | "invoice.paper" | "amc.bill_amo_alone" | "patient.pays" | "claim.hold_until" | "proof.send" | "fund.contact" | "amc.contact" | "software.fix_setting" | "claim.correct_scheme" | "claim.check_prescriber" | "agreement.ask" | "invoice.wait" | "invoice.find_payment" | "claim.check_direct_access" | "invoice.split" | "service.agree";
  /** Whether something blocks or is in doubt without it; otherwise it is advice. */
  needed: boolean;
  /** The shares that it concerns. */
  shares: Array<"amo" | "amc">;
  /** The ids of the lines that it concerns; empty: the claim as a whole. */
  lines: Array<string>;
  /** What to do, in a sentence for the counter. */
  text: string;
}

/** A class of reject to expect. */
export interface RejectAnswer {
  /** The class. */
  class: "etm_not_in_bdo" | "etm_absent_from_referential" | "contract_type_incompatible" | "rights_closed" | "insured_unknown" | "nature_incompatible" | "accident_unknown" | "complementary_unknown" | "card_refused" | "prescriber_unknown" | "prescription_not_allowed" | "already_paid" | "too_late" | "billing_rule" | "wrong_fund" | "prior_agreement" | "missing_proof" | "payment_deferred";
  /** The codes and labels known for the day on which the return would come. */
  known: Array<KnownAnswer>;
}

/** A reject that the tables know. */
export interface KnownAnswer {
  /** Its code. */
  key?: string | null;
  /** Its label. */
  label?: string | null;
  /** What it means. */
  meaning?: string | null;
}

/** With what the claim would be billable. */
export interface WhatIfAnswer {
  /** The first day of care on which it would be. Absent: there is no such day. */
  earliest?: string | null;
  /** The last day. Absent: there is no such day, or no known end. */
  latest?: string | null;
  /** Each single change that makes it billable. */
  corrections: Array<CorrectionAnswer>;
}

/** One single change that makes the claim billable; only the fields that change are there. */
export interface CorrectionAnswer {
  /** What is changed. */
  change: string;
  /** The line whose exemption changes. */
  line?: string | null;
  /** The exemption to claim. */
  exemption?: string | null;
  /** The nature d'assurance to bill under. */
  nature?: string | null;
  /** The number of the contract to carry. */
  number?: string | null;
  /** The payer to put. */
  scheme?: Scheme | null;
  /** The type of the contract to carry. */
  type?: string | null;
}

/** The tables that decided. */
export interface RulesAnswer {
  /** Their edition. */
  edition: string;
  /** SHA-256 of their files. */
  digest: string;
  /** The first day that they cover. */
  covers_from?: string | null;
  /** The last day that they cover. */
  covers_to?: string | null;
}

/** What was asked. */
export interface InputAnswer {
  /** SHA-256 of the dossier without its people. */
  digest: string;
}

/** The rights of a person over time, and the answer to the claim on each day. */
export interface TimelineAnswer {
  /** The format of the document. */
  format: "tierspayant/1";
  /** The first day. */
  from?: string | null;
  /** The last day. */
  to?: string | null;
  /** Each right, day by day. */
  rights: Array<RightAnswer>;
  /** The ids of the lines that have the same exemption on every day, group by group. */
  lines: Array<Array<string>>;
  /** The answer to the claim, had the care been given on those days. */
  claim: Array<ClaimAnswer>;
}

/** A right over time. */
export interface RightAnswer {
  /** `coverage`, a ground of exemption, or a kind of contract. */
  right: string;
  /** What is known of it, day after day. */
  intervals: Array<IntervalAnswer>;
}

/** Days on which the same is known of a right. */
export interface IntervalAnswer {
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day. Absent: no bound. */
  end?: string | null;
  /** How sure it is. */
  certainty: "proved" | "horizon" | "assumed" | "contradicted" | "pending" | "absent" | "stale" | "unknown";
  /** The source that says so. */
  source?: "bdo" | "adri" | "cdri" | "portal" | "attestation" | "vitale" | "apcv" | "manual" | "amc" | null;
}

/** Days on which the claim would get the same answer. */
export interface ClaimAnswer {
  /** The first day. Absent: no bound. */
  start?: string | null;
  /** The last day. Absent: no bound. */
  end?: string | null;
  /** The verdict. */
  verdict: "undetermined" | "billable" | "not_billable";
  /** Why it is not `billable`. Absent: the part is billable. */
  basis?: "forbidden" | "not_granted" | "conflict" | "pending" | "stale" | "missing" | "beyond_rules" | null;
  /** What would become of the exemption, for each group of `lines`. */
  exemptions: Array<"confirmed" | "not_claimed" | "not_recorded" | "not_started" | "ended" | "pending" | "unrelated" | "contradicted" | "unknown">;
}

/** What becomes of a reject. What was written in the reject is not repeated: only what the tables know of it. */
export interface TriageAnswer {
  /** The format of the document. */
  format: "tierspayant-reject/1";
  /** The caller's id of the claim. */
  claim_id?: string | null;
  /** The class of the reject. Absent: it was not recognised. */
  class?: "etm_not_in_bdo" | "etm_absent_from_referential" | "contract_type_incompatible" | "rights_closed" | "insured_unknown" | "nature_incompatible" | "accident_unknown" | "complementary_unknown" | "card_refused" | "prescriber_unknown" | "prescription_not_allowed" | "already_paid" | "too_late" | "billing_rule" | "wrong_fund" | "prior_agreement" | "missing_proof" | "payment_deferred" | null;
  /** How it was recognised. */
  recognised: RecognisedAnswer;
  /** The share that was rejected. */
  share?: "amo" | "amc" | null;
  /** The line that was rejected. Absent: the claim as a whole. */
  line?: string | null;
  /** The day of the return. */
  returned_on?: string | null;
  /** The amount that was not paid, in euro cents. */
  amount_cents?: number | null;
  /** The most probable cause. */
  cause: CauseAnswer;
  /** The others. */
  other_causes: Array<CauseAnswer>;
  /** What the check says today of what was rejected. */
  now: VerdictAnswer;
  /** Whether the check would have caught it before sending. */
  caught: CaughtAnswer;
  /** What puts it right, in order. */
  steps: Array<StepAnswer>;
  /** Each single change that makes the claim billable. */
  corrections: Array<CorrectionAnswer>;
  /** Who pays otherwise. */
  payers: Array<PayerAnswer>;
  /** The day from which it may be too late. */
  limitation?: LimitationAnswer | null;
  /** Why a payment may be reclaimed. */
  indu: Array<"missing_proof" | "overridden">;
  /** What the check finds today. */
  reasons: Array<ReasonAnswer>;
  /** The tables that decided. */
  rules: RulesAnswer;
  /** What was asked. Absent: it was not asked for. */
  input?: InputAnswer | null;
}

/** How the reject was recognised. */
export interface RecognisedAnswer {
  /** What it was recognised by. */
  by: "key" | "label" | "both" | "state" | "none";
  /** Whether the tables hold its key. */
  key: "absent" | "unknown" | "other_dates" | "known";
  /** Whether the tables hold its label. */
  label: "absent" | "unknown" | "other_dates" | "known";
  /** How the label was found. Absent: it was not found. */
  matched?: "same" | "inflected" | "prefix" | "words" | null;
  /** The classes of the key and of the label, where they differ. Absent: they agree. */
  contradiction?: ContradictionAnswer | null;
  /** What the tables know of it. */
  known: Array<KnownRejectAnswer>;
}

/** A key and a label that point at two classes. */
export interface ContradictionAnswer {
  /** The class of the key. */
  key: "etm_not_in_bdo" | "etm_absent_from_referential" | "contract_type_incompatible" | "rights_closed" | "insured_unknown" | "nature_incompatible" | "accident_unknown" | "complementary_unknown" | "card_refused" | "prescriber_unknown" | "prescription_not_allowed" | "already_paid" | "too_late" | "billing_rule" | "wrong_fund" | "prior_agreement" | "missing_proof" | "payment_deferred";
  /** The class of the label. */
  label: "etm_not_in_bdo" | "etm_absent_from_referential" | "contract_type_incompatible" | "rights_closed" | "insured_unknown" | "nature_incompatible" | "accident_unknown" | "complementary_unknown" | "card_refused" | "prescriber_unknown" | "prescription_not_allowed" | "already_paid" | "too_late" | "billing_rule" | "wrong_fund" | "prior_agreement" | "missing_proof" | "payment_deferred";
}

/** A reject that the tables know, with its source. */
export interface KnownRejectAnswer {
  /** Its class. */
  class: "etm_not_in_bdo" | "etm_absent_from_referential" | "contract_type_incompatible" | "rights_closed" | "insured_unknown" | "nature_incompatible" | "accident_unknown" | "complementary_unknown" | "card_refused" | "prescriber_unknown" | "prescription_not_allowed" | "already_paid" | "too_late" | "billing_rule" | "wrong_fund" | "prior_agreement" | "missing_proof" | "payment_deferred";
  /** Its code. */
  key?: string | null;
  /** Its label. */
  label?: string | null;
  /** What it means, or the words by which it was found. */
  meaning?: string | null;
  /** The first day on which it was in use. */
  from?: string | null;
  /** The last day. */
  to?: string | null;
  /** Where that is known from. */
  reference: ReferenceAnswer;
}

/** A cause with what shows it. */
export interface CauseAnswer {
  /** The cause. */
  id: "identity" | "lag" | "pending" | "wrong_code" | "contract_mistyped" | "contract_changed" | "accident_mistyped" | "forced" | "stale_data" | "not_started" | "ended" | "not_active" | "never_recorded" | "rule" | "duplicate" | "missing_document" | "prescriber" | "late" | "card" | "billing" | "deferred" | "unknown" | "paid_instead";
  /** A sentence for the counter. */
  message: string;
  /** The reasons that show it. */
  evidence: Array<EvidenceAnswer>;
  /** Where that is known from. */
  reference: ReferenceAnswer;
}

/** A reason that shows a cause. */
export interface EvidenceAnswer {
  /** The reason. */
  reason: "identity.other_person" | "identity.mismatch" | "identity.ambiguous" | "identity.unverified" | "identity.nir_key" | "identity.nir_differs" | "identity.care_before_birth" | "coverage.not_open" | "coverage.unknown" | "coverage.scheme_differs" | "coverage.closed_under_accident" | "coverage.two_dates" | "coverage.situation_unknown" | "exemption.not_recorded" | "exemption.not_started" | "exemption.ended" | "exemption.not_active" | "exemption.pending" | "exemption.unknown" | "exemption.wrong_code" | "exemption.code_with_nature" | "exemption.forced" | "exemption.missed" | "exemption.not_stated" | "exemption.unknown_code" | "exemption.by_act" | "exemption.two_dates" | "ald.unrelated" | "ald.relation_unknown" | "ald.non_exempting" | "maternity.computed_only" | "maternity.implausible" | "maternity.listed_act" | "at_mp.reference_missing" | "at_mp.date_differs" | "at_mp.care_before_accident" | "at_mp.not_recorded" | "at_mp.not_started" | "at_mp.ended" | "at_mp.not_active" | "at_mp.pending" | "at_mp.unknown" | "at_mp.agreed_care" | "at_mp.two_dates" | "at_mp.nature_differs" | "at_mp.unrelated" | "at_mp.relation_unknown" | "person.drug_class" | "person.military_routing" | "other.by_nature" | "other.not_settled" | "other.contraception_age" | "other.contraception_age_unknown" | "other.newborn_place" | "other.relation_unknown" | "other.unrelated" | "other.scheme_not_special" | "other.scheme_not_settled" | "other.local_scheme_not_recorded" | "other.local_scheme_unknown" | "other.local_scheme_missed" | "other.prevention_unproven" | "contract.not_open" | "contract.not_recorded" | "contract.not_active" | "contract.pending" | "contract.unknown" | "contract.forced" | "contract.type_mismatch" | "contract.differs" | "contract.changed" | "contract.organism_unknown" | "contract.exclusive" | "contract.ends_soon" | "contract.leaver" | "contract.past" | "contract.missed" | "contract.missing" | "contract.not_settled" | "contract.outside_care_path" | "card.opposed" | "card.needed" | "card.may_be_needed" | "card.changed_by_hand" | "pharmacy.generic_refused" | "pharmacy.prescription_old" | "time.care_in_future" | "time.late" | "time.limitation" | "time.prescription_missing" | "time.prescription_old" | "time.prescription_after_care" | "time.date_not_settled" | "rules.beyond" | "rules.category_missing" | "rules.nature_missing" | "rules.nature_unknown" | "rules.trait_unknown" | "source.conflict" | "source.stale" | "source.card_richer" | "source.card_poorer" | "source.other_richer" | "source.other_poorer" | "source.unknown_code" | "source.only_card" | "source.only_attestation" | "source.after_question" | "coverage.not_covered" | "coverage.accident_not_covered" | "coverage.secret" | "ald.low_benefit" | "ald.transport" | "other.before_start" | "other.age_limit" | "other.age_unknown" | "other.product_code" | "other.voucher_absent" | "other.voucher_unknown" | "other.psychologist_before" | "other.psychologist" | "contract.ame_excluded" | "contract.ame_delay" | "contract.ame_code" | "contract.prolonged" | "contract.before_mayotte" | "pharmacy.generic_exception" | "pharmacy.biosimilar_refused" | "pharmacy.document_absent" | "pharmacy.document_outside_terms" | "pharmacy.document_not_said" | "coverage.prescriber_outside" | "coverage.agreement_refused" | "coverage.agreement_requested" | "coverage.agreement_silence" | "coverage.agreement_not_said" | "coverage.transport_ground" | "coverage.shared_transport_refused" | "coverage.paid_instead" | "contract.domain_closed" | "contract.domain_unknown" | "card.mode_differs" | "time.prescription_none" | "time.proof_missing" | "time.proof_to_send" | "coverage.secret_differs" | "identity.right_implausible" | "other.voucher_outside" | "coverage.agreement_old" | "coverage.scheme_unknown" | "rules.category_elsewhere" | "other.psychologist_age" | "time.sent_before_care" | "contract.ame_at_mayotte" | "other.voucher_of_a_minor" | "other.billed_alone" | "other.injection_age" | "contract.may_not_pay" | "other.flu_not_targeted" | "other.not_yet_paid" | "coverage.third_party_before";
  /** Whether it was known before sending. */
  asked: "now" | "before_sending";
}

/** Whether the check would have caught it before sending. */
export interface CaughtAnswer {
  /** What it would have done. */
  answer: "blocked" | "doubted" | "missed";
  /** The verdict. */
  verdict: "undetermined" | "billable" | "not_billable";
  /** Why it is not `billable`. Absent: the part is billable. */
  basis?: "forbidden" | "not_granted" | "conflict" | "pending" | "stale" | "missing" | "beyond_rules" | null;
  /** The reasons of that verdict. */
  reasons: Array<"identity.other_person" | "identity.mismatch" | "identity.ambiguous" | "identity.unverified" | "identity.nir_key" | "identity.nir_differs" | "identity.care_before_birth" | "coverage.not_open" | "coverage.unknown" | "coverage.scheme_differs" | "coverage.closed_under_accident" | "coverage.two_dates" | "coverage.situation_unknown" | "exemption.not_recorded" | "exemption.not_started" | "exemption.ended" | "exemption.not_active" | "exemption.pending" | "exemption.unknown" | "exemption.wrong_code" | "exemption.code_with_nature" | "exemption.forced" | "exemption.missed" | "exemption.not_stated" | "exemption.unknown_code" | "exemption.by_act" | "exemption.two_dates" | "ald.unrelated" | "ald.relation_unknown" | "ald.non_exempting" | "maternity.computed_only" | "maternity.implausible" | "maternity.listed_act" | "at_mp.reference_missing" | "at_mp.date_differs" | "at_mp.care_before_accident" | "at_mp.not_recorded" | "at_mp.not_started" | "at_mp.ended" | "at_mp.not_active" | "at_mp.pending" | "at_mp.unknown" | "at_mp.agreed_care" | "at_mp.two_dates" | "at_mp.nature_differs" | "at_mp.unrelated" | "at_mp.relation_unknown" | "person.drug_class" | "person.military_routing" | "other.by_nature" | "other.not_settled" | "other.contraception_age" | "other.contraception_age_unknown" | "other.newborn_place" | "other.relation_unknown" | "other.unrelated" | "other.scheme_not_special" | "other.scheme_not_settled" | "other.local_scheme_not_recorded" | "other.local_scheme_unknown" | "other.local_scheme_missed" | "other.prevention_unproven" | "contract.not_open" | "contract.not_recorded" | "contract.not_active" | "contract.pending" | "contract.unknown" | "contract.forced" | "contract.type_mismatch" | "contract.differs" | "contract.changed" | "contract.organism_unknown" | "contract.exclusive" | "contract.ends_soon" | "contract.leaver" | "contract.past" | "contract.missed" | "contract.missing" | "contract.not_settled" | "contract.outside_care_path" | "card.opposed" | "card.needed" | "card.may_be_needed" | "card.changed_by_hand" | "pharmacy.generic_refused" | "pharmacy.prescription_old" | "time.care_in_future" | "time.late" | "time.limitation" | "time.prescription_missing" | "time.prescription_old" | "time.prescription_after_care" | "time.date_not_settled" | "rules.beyond" | "rules.category_missing" | "rules.nature_missing" | "rules.nature_unknown" | "rules.trait_unknown" | "source.conflict" | "source.stale" | "source.card_richer" | "source.card_poorer" | "source.other_richer" | "source.other_poorer" | "source.unknown_code" | "source.only_card" | "source.only_attestation" | "source.after_question" | "coverage.not_covered" | "coverage.accident_not_covered" | "coverage.secret" | "ald.low_benefit" | "ald.transport" | "other.before_start" | "other.age_limit" | "other.age_unknown" | "other.product_code" | "other.voucher_absent" | "other.voucher_unknown" | "other.psychologist_before" | "other.psychologist" | "contract.ame_excluded" | "contract.ame_delay" | "contract.ame_code" | "contract.prolonged" | "contract.before_mayotte" | "pharmacy.generic_exception" | "pharmacy.biosimilar_refused" | "pharmacy.document_absent" | "pharmacy.document_outside_terms" | "pharmacy.document_not_said" | "coverage.prescriber_outside" | "coverage.agreement_refused" | "coverage.agreement_requested" | "coverage.agreement_silence" | "coverage.agreement_not_said" | "coverage.transport_ground" | "coverage.shared_transport_refused" | "coverage.paid_instead" | "contract.domain_closed" | "contract.domain_unknown" | "card.mode_differs" | "time.prescription_none" | "time.proof_missing" | "time.proof_to_send" | "coverage.secret_differs" | "identity.right_implausible" | "other.voucher_outside" | "coverage.agreement_old" | "coverage.scheme_unknown" | "rules.category_elsewhere" | "other.psychologist_age" | "time.sent_before_care" | "contract.ame_at_mayotte" | "other.voucher_of_a_minor" | "other.billed_alone" | "other.injection_age" | "contract.may_not_pay" | "other.flu_not_targeted" | "other.not_yet_paid" | "coverage.third_party_before">;
  /** Whether one of them names this class. */
  predicted: boolean;
}

/** One step that puts it right. */
export interface StepAnswer {
  /** What to do. */
  id: "source.query_adri" | "card.update" | "patient.ask_attestation" | "patient.renew_css" | "exemption.correct" | "exemption.remove" | "exemption.unforce" | "line.state_relation" | "contract.correct" | "claim.correct_nature" | "claim.complete" | "claim.check_identity" | "invoice.recycle" | "invoice.new_fse" | "invoice.paper" | "amc.bill_amo_alone" | "patient.pays" | "claim.hold_until" | "proof.send" | "fund.contact" | "amc.contact" | "software.fix_setting" | "claim.correct_scheme" | "claim.check_prescriber" | "agreement.ask" | "invoice.wait" | "invoice.find_payment" | "claim.check_direct_access" | "invoice.split" | "service.agree";
  /** A sentence for the counter. */
  message: string;
  /** The day for it. Absent: no day is set. */
  date?: string | null;
  /** What it is about. */
  facts: Partial<Record<"date" | "date_role" | "start" | "end" | "right" | "code" | "record_code" | "suggested" | "source" | "observed" | "other_source" | "other_observed" | "age_days" | "allowed_days" | "origin" | "forcing" | "status" | "number" | "type" | "record_number" | "record_type" | "other_date" | "other_date_role" | "other_answer" | "retry_on" | "received_on" | "accident_date" | "nature" | "card" | "trait" | "limit" | "scheme" | "record_scheme" | "paid_instead" | "mode" | "end_reason", string | number>>;
}

/** Who pays a share, if the reject cannot be put right. */
export interface PayerAnswer {
  /** The share. */
  share: "amo" | "amc";
  /** Who pays it. */
  payer: "new_claim" | "patient" | "insurer_or_patient" | "not_settled";
  /** Where that is known from. */
  reference: ReferenceAnswer;
}

/** The day from which a claim may be too late. */
export interface LimitationAnswer {
  /** The day. */
  date: string;
  /** The law. */
  reference: ReferenceAnswer;
}
