{ The library for Delphi 7 and later and Free Pascal, 32 and 64 bits, whole. Written by the build from the header of the
  library: do not edit.

  Handles are Pointer, structs travel as pointers (Pascal passes a record by value in another way than C), texts are
  UTF-8. A call that fails raises ETiersPayant from TpNeed; nothing ends the program. Set a record to zero and its size
  to SizeOf. }
unit tierspayant;

{$ifdef FPC}{$mode delphi}{$packrecords C}{$else}{$ALIGN 8}{$endif}
{$MINENUMSIZE 4}

interface

uses
  SysUtils;

{$ifdef FPC}
  {$define TP_UTF8}
{$else}
  {$if CompilerVersion >= 20.0}{$define TP_UTF8}{$ifend}
{$endif}

type
  { As wide as a pointer: NativeUInt has another width in Delphi 2007, and there is none in Delphi 7. }
  {$ifdef FPC}
  TTpSize = SizeUInt;
  {$else}
  {$if CompilerVersion >= 20.0}
  TTpSize = NativeUInt;
  {$else}
  TTpSize = Cardinal;
  {$ifend}
  {$endif}
  PTpSize = ^TTpSize;
  PTpInt32 = ^Integer;
  PTpPointer = ^Pointer;

  { UTF-8 that the compiler knows as such: assigned to a string, it is converted. }
  TTpUtf8 = UTF8String;

  { A call that failed. }
  ETiersPayant = class(Exception)
  public
    Status: Integer;
    Code: TTpUtf8;
    Place: TTpUtf8;
  end;

const
  {$ifdef MSWINDOWS}
  TpLibrary = 'tierspayant.dll';
  {$else}
  TpLibrary = 'tierspayant';
  {$endif}

  TP_VERSION_MAJOR = 0;
  TP_VERSION_MINOR = 1;
  TP_VERSION_PATCH = 0;
  TP_ABI_MAJOR = 0;
  TP_ABI_MINOR = 2;
  TP_OK = 0;
  TP_ERROR_NULL = -1;
  TP_ERROR_SIZE = -2;
  TP_ERROR_NEWER = -3;
  TP_ERROR_VALUE = -4;
  TP_ERROR_UTF8 = -5;
  TP_ERROR_MISSING = -6;
  TP_ERROR_RANGE = -7;
  TP_ERROR_BUFFER = -8;
  TP_ERROR_INPUT = -9;
  TP_ERROR_DOCUMENT = -10;
  TP_ERROR_TABLE = -11;
  TP_ERROR_BUSY = -12;
  TP_ERROR_PANIC = -13;
  TP_ERROR_HANDLE = -14;
  TP_ERROR_MEMORY = -15;
  TP_LANG_FR = 0;
  TP_LANG_EN = 1;
  TP_AUDIENCE_COUNTER = 0;
  TP_AUDIENCE_PATIENT = 1;
  TP_WORDS_VERDICT = 1;
  TP_WORDS_BASIS = 2;
  TP_WORDS_GUARANTEE = 3;
  TP_WORDS_SEVERITY = 4;
  TP_WORDS_EXEMPTION = 5;
  TP_WORDS_SHARE = 6;
  TP_WORDS_CARD = 7;
  TP_WORDS_CATEGORY = 8;
  TP_WORDS_RELATION = 9;
  TP_WORDS_ORIGIN = 10;
  TP_WORDS_SOURCE = 11;
  TP_WORDS_VOCABULARY = 12;
  TP_WORDS_ENTRY = 13;
  TP_WORDS_FORMAT = 14;
  TP_WORDS_STANDING = 15;
  TP_WORDS_MODE = 16;
  TP_WORDS_PAID_INSTEAD = 17;
  TP_WORDS_DOCUMENT = 18;
  TP_WORDS_VOUCHER = 19;
  TP_WORDS_AGREEMENT = 20;
  TP_WORDS_PRESCRIPTION = 21;
  TP_WORDS_GROUND = 22;
  TP_WORDS_PROOF = 23;
  TP_WORDS_END = 24;
  TP_WORDS_SETTING = 25;
  TP_WORDS_TRAIT = 26;
  TP_WORDS_DATE_ROLE = 27;
  TP_WORDS_REMEDY = 28;
  TP_WORDS_REJECT_CLASS = 29;
  TP_WORDS_INDU = 30;
  TP_WORDS_CONFIDENCE = 31;
  TP_WORDS_CERTAINTY = 32;
  TP_WORDS_REPORTED = 33;
  TP_WORDS_RECOGNISED = 34;
  TP_WORDS_FOUND = 35;
  TP_WORDS_MATCHED = 36;
  TP_WORDS_CAUSE = 37;
  TP_WORDS_KNOWN_AT = 38;
  TP_WORDS_CAUGHT = 39;
  TP_WORDS_PAYER = 40;
  TP_FORMAT_SSV = 1;
  TP_FORMAT_ADRI_JSON = 2;
  TP_FORMAT_CNAM_DROITS = 3;
  TP_FORMAT_C2S = 4;
  TP_FORMAT_JFSE = 6;
  TP_FORMAT_LECTURE_VITALE = 7;
  TP_FORMAT_SNAPSHOTS = 5;
  TP_SHARE_AMO = 1;
  TP_SHARE_AMC = 2;
  TP_CARD_READ = 1;
  TP_CARD_ABSENT = 2;
  TP_CARD_UNREADABLE = 3;
  TP_CARD_OPPOSED = 4;
  TP_CATEGORY_DRUG = 1;
  TP_CATEGORY_DEVICE = 2;
  TP_CATEGORY_BIOLOGY = 3;
  TP_CATEGORY_ACT = 4;
  TP_CATEGORY_ACT_SERIES = 5;
  TP_CATEGORY_TRANSPORT = 6;
  TP_CATEGORY_STAY = 7;
  TP_RELATION_RELATED = 1;
  TP_RELATION_UNRELATED = 2;
  TP_RELATION_UNKNOWN = 3;
  TP_ORIGIN_CARD = 1;
  TP_ORIGIN_ADRI = 2;
  TP_ORIGIN_PRESCRIPTION = 3;
  TP_ORIGIN_MANUAL = 4;
  TP_ORIGIN_SETTING = 5;
  TP_STANDING_CONVENTION = 1;
  TP_STANDING_OUTSIDE_CONVENTION = 2;
  TP_STANDING_HOSPITAL = 3;
  TP_MODE_CARD = 1;
  TP_MODE_DEGRADED = 2;
  TP_MODE_REMOTE = 3;
  TP_MODE_SECRECY = 4;
  TP_PAID_INSTEAD_NURSING_SERVICE = 1;
  TP_PAID_INSTEAD_HOSPITAL_STAY = 2;
  TP_PAID_INSTEAD_HOSPITAL_AT_HOME = 3;
  TP_PAID_INSTEAD_NURSING_HOME = 4;
  TP_DOCUMENT_PRESENT = 1;
  TP_DOCUMENT_ABSENT = 2;
  TP_DOCUMENT_OUTSIDE_TERMS = 3;
  TP_VOUCHER_PRESENT = 1;
  TP_VOUCHER_ABSENT = 2;
  TP_AGREEMENT_GRANTED = 1;
  TP_AGREEMENT_REQUESTED = 2;
  TP_AGREEMENT_REFUSED = 3;
  TP_AGREEMENT_NOT_NEEDED = 4;
  TP_PRESCRIPTION_PRESENT = 1;
  TP_PRESCRIPTION_NONE = 2;
  TP_PRESCRIPTION_CONDITIONAL = 3;
  TP_GROUND_HOSPITALISATION = 1;
  TP_GROUND_ALD = 2;
  TP_GROUND_ACCIDENT = 3;
  TP_GROUND_LYING_OR_WATCHED = 4;
  TP_GROUND_LONG_DISTANCE = 5;
  TP_GROUND_SERIES = 6;
  TP_GROUND_SUMMONS = 7;
  TP_GROUND_OTHER = 8;
  TP_PROOF_SENT = 1;
  TP_PROOF_TO_SEND = 2;
  TP_PROOF_MISSING = 3;
  TP_SETTING_PHARMACY = 1;
  TP_SETTING_NURSE = 2;
  TP_SETTING_PHYSIOTHERAPIST = 3;
  TP_SETTING_DOCTOR = 4;
  TP_SETTING_MIDWIFE = 5;
  TP_SETTING_DENTIST = 6;
  TP_SETTING_SPEECH_THERAPIST = 7;
  TP_SETTING_LABORATORY = 8;
  TP_SETTING_DEVICE_SUPPLIER = 9;
  TP_SETTING_TRANSPORT = 10;
  TP_SETTING_HOSPITAL = 11;
  TP_SETTING_PSYCHOLOGIST = 12;
  TP_SETTING_OTHER = 13;
  TP_TRAIT_GENERIC_REFUSED = 1;
  TP_TRAIT_NARCOTIC = 2;
  TP_TRAIT_OVER_300_EUR = 3;
  TP_TRAIT_GLP1 = 4;
  TP_TRAIT_INSULIN_ASPART = 5;
  TP_TRAIT_SITAGLIPTIN_METFORMIN = 6;
  TP_TRAIT_INSULIN_GLARGINE = 7;
  TP_TRAIT_NURSING_HOME = 8;
  TP_TRAIT_INFANT_UNDER_3_MONTHS = 9;
  TP_TRAIT_CONTRACEPTION = 10;
  TP_TRAIT_EMERGENCY_CONTRACEPTION = 11;
  TP_TRAIT_CONDOM = 12;
  TP_TRAIT_IVG = 13;
  TP_TRAIT_MATERNITY_LISTED = 14;
  TP_TRAIT_INFERTILITY = 15;
  TP_TRAIT_DONATION = 16;
  TP_TRAIT_SEXUAL_VIOLENCE = 17;
  TP_TRAIT_TERRORISM = 18;
  TP_TRAIT_MILITARY_INFIRMITY = 19;
  TP_TRAIT_RATE_15 = 20;
  TP_TRAIT_RATE_30 = 21;
  TP_TRAIT_OUTSIDE_CARE_PATH = 22;
  TP_TRAIT_SHARED_TRANSPORT_REFUSED = 23;
  TP_TRAIT_AGREED_AFTER_CONSOLIDATION = 24;
  TP_TRAIT_PREVENTION = 25;
  TP_TRAIT_FIRST_SUPPLY = 26;
  TP_TRAIT_BIOSIMILAR_REFUSED = 27;
  TP_TRAIT_HYBRID_REFUSED = 28;
  TP_TRAIT_TFR_GROUP = 29;
  TP_TRAIT_GENERIC_NOT_CHEAPER = 30;
  TP_TRAIT_NOT_SUBSTITUTABLE = 31;
  TP_TRAIT_FLU_VACCINE = 32;
  TP_TRAIT_SPA_CURE = 33;
  TP_TRAIT_IST_TEST = 34;
  TP_TRAIT_HIV_TEST = 35;
  TP_TRAIT_COLORECTAL_KIT = 36;
  TP_TRAIT_ORAL_HEALTH_EXAM = 37;
  TP_TRAIT_PROGRAMMED_CARE = 38;
  TP_TRAIT_DOCUMENT_REQUIRED = 39;
  TP_TRAIT_WHEELCHAIR = 40;
  TP_URGENT_NO = 1;
  TP_URGENT_YES = 2;
  TP_SHARE_BOTH = 3;
  TP_SOURCE_BDO = 1;
  TP_SOURCE_ADRI = 2;
  TP_SOURCE_CDRI = 3;
  TP_SOURCE_PORTAL = 4;
  TP_SOURCE_ATTESTATION = 5;
  TP_SOURCE_VITALE = 6;
  TP_SOURCE_APCV = 7;
  TP_SOURCE_MANUAL = 8;
  TP_SOURCE_AMC = 9;
  TP_VOCABULARY_BDO = 1;
  TP_VOCABULARY_CDRI = 2;
  TP_VOCABULARY_SNDS = 3;
  TP_VOCABULARY_CLAIM = 4;
  TP_VOCABULARY_CDRI_ETM = 5;
  TP_VOCABULARY_CDRI_MTM = 6;
  TP_VOCABULARY_SNDS_ETM = 7;
  TP_VOCABULARY_SNDS_EXO = 8;
  TP_VOCABULARY_SNDS_MTM = 9;
  TP_ENTRY_ACTIVE = 1;
  TP_ENTRY_PENDING = 2;
  TP_ENTRY_SUSPENDED = 3;
  TP_ENTRY_REFUSED = 4;
  TP_ENTRY_CLOSED = 5;
  TP_END_TERM = 1;
  TP_END_RENOUNCED = 2;
  TP_END_UNPAID = 3;
  TP_END_HOUSEHOLD = 4;
  TP_PARTICIPATION_WITHOUT = 1;
  TP_PARTICIPATION_WITH = 2;
  TP_LIST_COVERAGE = 1;
  TP_LIST_CODES = 2;
  TP_LIST_EXEMPTIONS = 4;
  TP_LIST_ACCIDENTS = 8;
  TP_LIST_CONTRACTS = 16;
  TP_LIST_SERVICES = 32;
  TP_VERDICT_UNDETERMINED = 0;
  TP_VERDICT_BILLABLE = 1;
  TP_VERDICT_NOT_BILLABLE = 2;
  TP_BASIS_FORBIDDEN = 1;
  TP_BASIS_NOT_GRANTED = 2;
  TP_BASIS_MISSING = 3;
  TP_BASIS_PENDING = 4;
  TP_BASIS_CONFLICT = 5;
  TP_BASIS_STALE = 6;
  TP_BASIS_BEYOND_RULES = 7;
  TP_GUARANTEE_UNKNOWN = 0;
  TP_GUARANTEE_GUARANTEED = 1;
  TP_GUARANTEE_LIKELY = 2;
  TP_GUARANTEE_NONE = 3;
  TP_SEVERITY_BLOCKING = 1;
  TP_SEVERITY_DOUBT = 2;
  TP_SEVERITY_NOTICE = 3;
  TP_EXEMPTION_UNKNOWN = 0;
  TP_EXEMPTION_CONFIRMED = 1;
  TP_EXEMPTION_NOT_CLAIMED = 2;
  TP_EXEMPTION_NOT_RECORDED = 3;
  TP_EXEMPTION_NOT_STARTED = 4;
  TP_EXEMPTION_ENDED = 5;
  TP_EXEMPTION_PENDING = 6;
  TP_EXEMPTION_UNRELATED = 7;
  TP_EXEMPTION_CONTRADICTED = 8;
  TP_DATE_ROLE_CARE = 1;
  TP_DATE_ROLE_PRESCRIPTION = 2;
  TP_DATE_ROLE_QUERY = 3;
  TP_DATE_ROLE_TRANSMISSION = 4;
  TP_REMEDY_SOURCE_QUERY_ADRI = 1;
  TP_REMEDY_CARD_UPDATE = 2;
  TP_REMEDY_PATIENT_ASK_ATTESTATION = 3;
  TP_REMEDY_PATIENT_RENEW_CSS = 4;
  TP_REMEDY_EXEMPTION_CORRECT = 5;
  TP_REMEDY_EXEMPTION_REMOVE = 6;
  TP_REMEDY_EXEMPTION_UNFORCE = 7;
  TP_REMEDY_LINE_STATE_RELATION = 8;
  TP_REMEDY_CONTRACT_CORRECT = 9;
  TP_REMEDY_CLAIM_CORRECT_NATURE = 10;
  TP_REMEDY_CLAIM_COMPLETE = 11;
  TP_REMEDY_CLAIM_CHECK_IDENTITY = 12;
  TP_REMEDY_INVOICE_RECYCLE = 13;
  TP_REMEDY_INVOICE_NEW_FSE = 14;
  TP_REMEDY_INVOICE_PAPER = 15;
  TP_REMEDY_AMC_BILL_AMO_ALONE = 16;
  TP_REMEDY_PATIENT_PAYS = 17;
  TP_REMEDY_CLAIM_HOLD_UNTIL = 18;
  TP_REMEDY_PROOF_SEND = 19;
  TP_REMEDY_FUND_CONTACT = 20;
  TP_REMEDY_AMC_CONTACT = 21;
  TP_REMEDY_SOFTWARE_FIX_SETTING = 22;
  TP_REMEDY_CLAIM_CORRECT_SCHEME = 23;
  TP_REMEDY_CLAIM_CHECK_PRESCRIBER = 24;
  TP_REMEDY_AGREEMENT_ASK = 25;
  TP_REMEDY_INVOICE_WAIT = 26;
  TP_REMEDY_INVOICE_FIND_PAYMENT = 27;
  TP_REMEDY_CLAIM_CHECK_DIRECT_ACCESS = 28;
  TP_REMEDY_INVOICE_SPLIT = 29;
  TP_REMEDY_SERVICE_AGREE = 30;
  TP_INDU_MISSING_PROOF = 1;
  TP_INDU_OVERRIDDEN = 2;
  TP_CONFIDENCE_OFFICIAL = 1;
  TP_CONFIDENCE_OFFICIAL_COPY = 2;
  TP_CONFIDENCE_ADMINISTRATION = 3;
  TP_CONFIDENCE_VENDOR = 4;
  TP_CONFIDENCE_SECONDARY = 5;
  TP_CONFIDENCE_INFERRED = 6;
  TP_CONFIDENCE_PRODUCT = 7;
  TP_FACT_DATE = 1;
  TP_FACT_DAYS = 2;
  TP_FACT_WORD = 3;
  TP_FACT_CODE = 4;
  TP_VERDICT_NOT_ASKED = 3;
  TP_BASIS_NONE = 0;
  TP_CHANGE_ASK_AGAIN = 1;
  TP_CHANGE_EXEMPTION = 2;
  TP_CHANGE_NATURE = 3;
  TP_CHANGE_CONTRACT = 4;
  TP_CHANGE_AMO_ALONE = 5;
  TP_CHANGE_SCHEME = 6;
  TP_REJECT_CLASS_ETM_NOT_IN_BDO = 1;
  TP_REJECT_CLASS_ETM_ABSENT_FROM_REFERENTIAL = 2;
  TP_REJECT_CLASS_CONTRACT_TYPE_INCOMPATIBLE = 3;
  TP_REJECT_CLASS_RIGHTS_CLOSED = 4;
  TP_REJECT_CLASS_INSURED_UNKNOWN = 5;
  TP_REJECT_CLASS_NATURE_INCOMPATIBLE = 6;
  TP_REJECT_CLASS_ACCIDENT_UNKNOWN = 7;
  TP_REJECT_CLASS_COMPLEMENTARY_UNKNOWN = 8;
  TP_REJECT_CLASS_CARD_REFUSED = 9;
  TP_REJECT_CLASS_PRESCRIBER_UNKNOWN = 10;
  TP_REJECT_CLASS_PRESCRIPTION_NOT_ALLOWED = 11;
  TP_REJECT_CLASS_ALREADY_PAID = 12;
  TP_REJECT_CLASS_TOO_LATE = 13;
  TP_REJECT_CLASS_BILLING_RULE = 14;
  TP_REJECT_CLASS_WRONG_FUND = 15;
  TP_REJECT_CLASS_PRIOR_AGREEMENT = 16;
  TP_REJECT_CLASS_MISSING_PROOF = 17;
  TP_REJECT_CLASS_PAYMENT_DEFERRED = 18;
  TP_REPORTED_REJECTED = 1;
  TP_REPORTED_DEFERRED = 2;
  TP_RECOGNISED_KEY = 1;
  TP_RECOGNISED_LABEL = 2;
  TP_RECOGNISED_BOTH = 3;
  TP_RECOGNISED_STATE = 4;
  TP_RECOGNISED_NONE = 5;
  TP_FOUND_ABSENT = 1;
  TP_FOUND_UNKNOWN = 2;
  TP_FOUND_OTHER_DATES = 3;
  TP_FOUND_KNOWN = 4;
  TP_MATCHED_SAME = 1;
  TP_MATCHED_INFLECTED = 2;
  TP_MATCHED_PREFIX = 3;
  TP_MATCHED_WORDS = 4;
  TP_CAUSE_IDENTITY = 1;
  TP_CAUSE_LAG = 2;
  TP_CAUSE_PENDING = 3;
  TP_CAUSE_WRONG_CODE = 4;
  TP_CAUSE_CONTRACT_MISTYPED = 5;
  TP_CAUSE_CONTRACT_CHANGED = 6;
  TP_CAUSE_ACCIDENT_MISTYPED = 7;
  TP_CAUSE_FORCED = 8;
  TP_CAUSE_STALE_DATA = 9;
  TP_CAUSE_NOT_STARTED = 10;
  TP_CAUSE_ENDED = 11;
  TP_CAUSE_NOT_ACTIVE = 12;
  TP_CAUSE_NEVER_RECORDED = 13;
  TP_CAUSE_RULE = 14;
  TP_CAUSE_DUPLICATE = 15;
  TP_CAUSE_MISSING_DOCUMENT = 16;
  TP_CAUSE_PRESCRIBER = 17;
  TP_CAUSE_LATE = 18;
  TP_CAUSE_CARD = 19;
  TP_CAUSE_BILLING = 20;
  TP_CAUSE_DEFERRED = 21;
  TP_CAUSE_UNKNOWN = 22;
  TP_CAUSE_PAID_INSTEAD = 23;
  TP_KNOWN_AT_NOW = 1;
  TP_KNOWN_AT_BEFORE_SENDING = 2;
  TP_CAUGHT_BLOCKED = 1;
  TP_CAUGHT_DOUBTED = 2;
  TP_CAUGHT_MISSED = 3;
  TP_PAYER_NEW_CLAIM = 1;
  TP_PAYER_PATIENT = 2;
  TP_PAYER_INSURER_OR_PATIENT = 3;
  TP_PAYER_NOT_SETTLED = 4;
  TP_CERTAINTY_PROVED = 1;
  TP_CERTAINTY_HORIZON = 2;
  TP_CERTAINTY_ASSUMED = 3;
  TP_CERTAINTY_CONTRADICTED = 4;
  TP_CERTAINTY_PENDING = 5;
  TP_CERTAINTY_ABSENT = 6;
  TP_CERTAINTY_STALE = 7;
  TP_CERTAINTY_UNKNOWN = 8;

type
  PTpStr = ^TTpStr;
  TTpStr = record
    data: PAnsiChar;
    len: TTpSize;
  end;

  PTpUnused = ^TTpUnused;
  TTpUnused = record
    size: Cardinal;
    place: TTpStr;
    why: TTpStr;
  end;

  PTpClaim = ^TTpClaim;
  TTpClaim = record
    size: Cardinal;
    as_of: Integer;
    care_date: Integer;
    prescription_date: Integer;
    transmission_date: Integer;
    card: Integer;
    third_party: Integer;
    birth_rank: Integer;
    id: TTpStr;
    setting: TTpStr;
    nature: TTpStr;
    person_id: TTpStr;
    birth_date: TTpStr;
    nir: TTpStr;
    regime: TTpStr;
    fund: TTpStr;
    centre: TTpStr;
    prescriber_standing: Integer;
    mode: Integer;
    paid_instead: Integer;
    reserved: Integer;
    other_regime: TTpStr;
    other_fund: TTpStr;
    other_centre: TTpStr;
  end;

  PTpClaimContract = ^TTpClaimContract;
  TTpClaimContract = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    reserved: Integer;
    number: TTpStr;
    contract_type: TTpStr;
    service: TTpStr;
    indicator: TTpStr;
  end;

  PTpClaimAccident = ^TTpClaimAccident;
  TTpClaimAccident = record
    size: Cardinal;
    date: Integer;
    number: TTpStr;
  end;

  PTpLine = ^TTpLine;
  TTpLine = record
    size: Cardinal;
    category: Integer;
    relation: Integer;
    origin: Integer;
    has_amount: Integer;
    reserved: Integer;
    amount_cents: Int64;
    id: TTpStr;
    exemption: TTpStr;
    document: Integer;
    voucher: Integer;
    prior_agreement: Integer;
    prior_agreement_requested_on: Integer;
    prescription: Integer;
    line_prescription_date: Integer;
    transport_urgent: Integer;
    transport_ground: Integer;
    proof: Integer;
    prior_agreement_received_on: Integer;
  end;

  PTpCoverage = ^TTpCoverage;
  TTpCoverage = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    reserved: Integer;
  end;

  PTpCoverageCode = ^TTpCoverageCode;
  TTpCoverageCode = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    reserved: Integer;
    ald: TTpStr;
    situation: TTpStr;
  end;

  PTpExemption = ^TTpExemption;
  TTpExemption = record
    size: Cardinal;
    vocabulary: Integer;
    start: Integer;
    end_: Integer;
    status: Integer;
    reserved: Integer;
    code: TTpStr;
  end;

  PTpMaternity = ^TTpMaternity;
  TTpMaternity = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    presumed_start: Integer;
    presumed_delivery: Integer;
    delivery: Integer;
    status: Integer;
    reserved: Integer;
  end;

  PTpAccident = ^TTpAccident;
  TTpAccident = record
    size: Cardinal;
    date: Integer;
    start: Integer;
    end_: Integer;
    status: Integer;
    reserved: Integer;
    number: TTpStr;
  end;

  PTpContract = ^TTpContract;
  TTpContract = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    status: Integer;
    participation: Integer;
    reserved: Integer;
    number: TTpStr;
    contract_type: TTpStr;
    service: TTpStr;
    indicator: TTpStr;
    end_reason: Integer;
    reserved_end: Integer;
  end;

  PTpContractRight = ^TTpContractRight;
  TTpContractRight = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    status: Integer;
    domain: TTpStr;
  end;

  PTpService = ^TTpService;
  TTpService = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    reserved: Integer;
    code: TTpStr;
  end;

  PTpSnapshot = ^TTpSnapshot;
  TTpSnapshot = record
    size: Cardinal;
    source: Integer;
    observed_at: Int64;
    updated_on: Integer;
    has_horizon: Integer;
    horizon_from: Integer;
    horizon_to: Integer;
    lists: Integer;
    birth_rank: Integer;
    person_id: TTpStr;
    birth_date: TTpStr;
    nir: TTpStr;
    regime: TTpStr;
    fund: TTpStr;
    centre: TTpStr;
  end;

  PTpOptions = ^TTpOptions;
  TTpOptions = record
    size: Cardinal;
    lang: Integer;
    without_what_if: Integer;
  end;

  PTpSummary = ^TTpSummary;
  TTpSummary = record
    size: Cardinal;
    verdict: Integer;
    basis: Integer;
    guarantee: Integer;
    amo_verdict: Integer;
    amo_basis: Integer;
    amc_verdict: Integer;
    amc_basis: Integer;
    line_count: Cardinal;
    reason_count: Cardinal;
    blocking_count: Cardinal;
    doubt_count: Cardinal;
  end;

  PTpStyle = ^TTpStyle;
  TTpStyle = record
    size: Cardinal;
    width: Cardinal;
    color: Integer;
    ascii: Integer;
    details: Integer;
  end;

  PTpLineAnswer = ^TTpLineAnswer;
  TTpLineAnswer = record
    size: Cardinal;
    amo_verdict: Integer;
    amo_basis: Integer;
    amc_verdict: Integer;
    amc_basis: Integer;
    exemption: Integer;
    date: Integer;
    reserved: Integer;
    date_role: TTpStr;
    id: TTpStr;
  end;

  PTpReason = ^TTpReason;
  TTpReason = record
    size: Cardinal;
    severity: Integer;
    share: Integer;
    line: Integer;
    fact_count: Cardinal;
    remedy_count: Cardinal;
    reference_checked: Integer;
    reserved: Integer;
    id: TTpStr;
    rule: TTpStr;
    reject: TTpStr;
    indu: TTpStr;
    reference: TTpStr;
    confidence: TTpStr;
  end;

  PTpFact = ^TTpFact;
  TTpFact = record
    size: Cardinal;
    kind: Integer;
    number: Integer;
    reserved: Integer;
    key: TTpStr;
    word: TTpStr;
  end;

  PTpCorrection = ^TTpCorrection;
  TTpCorrection = record
    size: Cardinal;
    change: Integer;
    line: Integer;
    reserved: Integer;
    exemption: TTpStr;
    number: TTpStr;
    contract_type: TTpStr;
    nature: TTpStr;
    regime: TTpStr;
    fund: TTpStr;
    centre: TTpStr;
  end;

  PTpRightInterval = ^TTpRightInterval;
  TTpRightInterval = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    reserved: Integer;
    certainty: TTpStr;
    source: TTpStr;
  end;

  PTpClaimInterval = ^TTpClaimInterval;
  TTpClaimInterval = record
    size: Cardinal;
    start: Integer;
    end_: Integer;
    verdict: Integer;
    basis: Integer;
  end;

function tp_struct_size(name: PAnsiChar; len: TTpSize): TTpSize; cdecl; external TpLibrary;
function tp_version: Integer; cdecl; external TpLibrary;
function tp_version_text: PAnsiChar; cdecl; external TpLibrary;
function tp_abi_check(major: Integer; minor: Integer): Integer; cdecl; external TpLibrary;
function tp_error_status(error: Pointer): Integer; cdecl; external TpLibrary;
function tp_error_code(error: Pointer): PAnsiChar; cdecl; external TpLibrary;
function tp_error_place(error: Pointer): PAnsiChar; cdecl; external TpLibrary;
function tp_error_message(error: Pointer): PAnsiChar; cdecl; external TpLibrary;
procedure tp_error_free(error: Pointer); cdecl; external TpLibrary;
function tp_status_text(status: Integer): PAnsiChar; cdecl; external TpLibrary;
function tp_str_copy_cp1252(view: PTpStr; buffer: PAnsiChar; size: TTpSize; needed: PTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_text_from_cp1252(data: PAnsiChar; len: TTpSize; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_str_copy_utf16(view: PTpStr; buffer: PWideChar; size: TTpSize; needed: PTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_text_from_utf16(data: PWideChar; len: TTpSize; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_text_data(text: Pointer): PAnsiChar; cdecl; external TpLibrary;
function tp_text_len(text: Pointer): TTpSize; cdecl; external TpLibrary;
procedure tp_text_free(text: Pointer); cdecl; external TpLibrary;
function tp_str_copy(view: PTpStr; buffer: PAnsiChar; size: TTpSize; needed: PTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_str_copy_latin1(view: PTpStr; buffer: PAnsiChar; size: TTpSize; needed: PTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_text_from_latin1(data: PAnsiChar; len: TTpSize; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_word(list: Integer; number: Integer; out_: PTpStr; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_word_number(list: Integer; word: PAnsiChar; len: TTpSize; out_: PTpInt32; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_engine_new(out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_engine_builder_new(out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_engine_builder_set_table(builder: Pointer; name: PAnsiChar; name_len: TTpSize; text: PAnsiChar; text_len: TTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_engine_builder_build(builder: Pointer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
procedure tp_engine_builder_free(builder: Pointer); cdecl; external TpLibrary;
procedure tp_engine_free(engine: Pointer); cdecl; external TpLibrary;
function tp_engine_edition(engine: Pointer; out_: PTpStr; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_engine_digest(engine: Pointer; out_: PTpStr; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_engine_covers(engine: Pointer; from: PTpInt32; to_: PTpInt32; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_table_count: TTpSize; cdecl; external TpLibrary;
function tp_table(index: TTpSize; name: PTpStr; text: PTpStr; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_read(format: Integer; data: PAnsiChar; len: TTpSize; observed_at: Int64; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_reading_snapshot_count(reading: Pointer): TTpSize; cdecl; external TpLibrary;
function tp_reading_json(reading: Pointer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_reading_refusal(reading: Pointer; out_: PTpStr; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_reading_unused_count(reading: Pointer): TTpSize; cdecl; external TpLibrary;
function tp_reading_unused(reading: Pointer; index: TTpSize; out_: PTpUnused; error: PTpPointer): Integer; cdecl; external TpLibrary;
procedure tp_reading_free(reading: Pointer); cdecl; external TpLibrary;
function tp_dossier_from_json(json: PAnsiChar; len: TTpSize; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_from_claim_json(json: PAnsiChar; len: TTpSize; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
procedure tp_dossier_free(dossier: Pointer); cdecl; external TpLibrary;
function tp_dossier_new(claim: PTpClaim; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_set_claim_contract(dossier: Pointer; contract: PTpClaimContract; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_set_claim_accident(dossier: Pointer; accident: PTpClaimAccident; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_line(dossier: Pointer; line: PTpLine; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_trait(dossier: Pointer; line: TTpSize; word: PAnsiChar; len: TTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_reading(dossier: Pointer; reading: Pointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_clear_rights(dossier: Pointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_rights_json(dossier: Pointer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_json(dossier: Pointer; people: Integer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_coverage(dossier: Pointer; snapshot: TTpSize; coverage: PTpCoverage; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_code(dossier: Pointer; snapshot: TTpSize; code: PTpCoverageCode; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_exemption(dossier: Pointer; snapshot: TTpSize; exemption: PTpExemption; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_set_maternity(dossier: Pointer; snapshot: TTpSize; maternity: PTpMaternity; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_accident(dossier: Pointer; snapshot: TTpSize; accident: PTpAccident; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_contract(dossier: Pointer; snapshot: TTpSize; contract: PTpContract; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_contract_right(dossier: Pointer; snapshot: TTpSize; contract: TTpSize; right: PTpContractRight; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_service(dossier: Pointer; snapshot: TTpSize; service: PTpService; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_dossier_add_snapshot(dossier: Pointer; snapshot: PTpSnapshot; index: PTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_check_json(engine: Pointer; json: PAnsiChar; len: TTpSize; options: PTpOptions; verdict: PTpInt32; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_check(engine: Pointer; dossier: Pointer; summary: PTpSummary; result_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_summary(result_: Pointer; out_: PTpSummary; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_json(result_: Pointer; options: PTpOptions; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_text(result_: Pointer; lang: Integer; audience: Integer; style: PTpStyle; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_html(result_: Pointer; lang: Integer; audience: Integer; details: Integer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
procedure tp_result_free(result_: Pointer); cdecl; external TpLibrary;
function tp_result_line_count(result_: Pointer): TTpSize; cdecl; external TpLibrary;
function tp_result_line(result_: Pointer; index: TTpSize; out_: PTpLineAnswer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_reason_count(result_: Pointer): TTpSize; cdecl; external TpLibrary;
function tp_result_reason(result_: Pointer; index: TTpSize; out_: PTpReason; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_fact(result_: Pointer; reason: TTpSize; index: TTpSize; out_: PTpFact; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_remedy(result_: Pointer; reason: TTpSize; index: TTpSize; out_: PTpStr; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_reason_text(result_: Pointer; index: TTpSize; lang: Integer; audience: Integer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_remedy_text(result_: Pointer; reason: TTpSize; index: TTpSize; lang: Integer; audience: Integer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_result_what_if(result_: Pointer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_what_if_days(what_if: Pointer; earliest: PTpInt32; latest: PTpInt32; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_what_if_correction_count(what_if: Pointer): TTpSize; cdecl; external TpLibrary;
function tp_what_if_correction(what_if: Pointer; index: TTpSize; out_: PTpCorrection; error: PTpPointer): Integer; cdecl; external TpLibrary;
procedure tp_what_if_free(what_if: Pointer); cdecl; external TpLibrary;
function tp_triage_json(engine: Pointer; json: PAnsiChar; len: TTpSize; options: PTpOptions; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_triage_text(engine: Pointer; json: PAnsiChar; len: TTpSize; lang: Integer; audience: Integer; style: PTpStyle; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_new(engine: Pointer; dossier: Pointer; first: Integer; last: Integer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_json(timeline: Pointer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_text(timeline: Pointer; lang: Integer; style: PTpStyle; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_svg(timeline: Pointer; lang: Integer; out_: PTpPointer; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_right_count(timeline: Pointer): TTpSize; cdecl; external TpLibrary;
function tp_timeline_right(timeline: Pointer; right: TTpSize; kind: PTpStr; which: PTpStr; interval_count: PTpSize; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_right_interval(timeline: Pointer; right: TTpSize; index: TTpSize; out_: PTpRightInterval; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_claim_count(timeline: Pointer): TTpSize; cdecl; external TpLibrary;
function tp_timeline_claim(timeline: Pointer; index: TTpSize; out_: PTpClaimInterval; error: PTpPointer): Integer; cdecl; external TpLibrary;
function tp_timeline_exemption(timeline: Pointer; index: TTpSize; line: TTpSize; out_: PTpInt32; error: PTpPointer): Integer; cdecl; external TpLibrary;
procedure tp_timeline_free(timeline: Pointer); cdecl; external TpLibrary;

{ Raises ETiersPayant when a call failed, and frees its error. }
procedure TpNeed(status: Integer; error: PTpPointer);

{ A view as a text of its own. }
function TpText(const view: TTpStr): TTpUtf8;

{ The text of the library as a text of its own; frees it. }
function TpTaken(text: Pointer): TTpUtf8;

{ A view of a text, which must live as long. }
function TpView(const text: TTpUtf8): TTpStr;

implementation

procedure TpNeed(status: Integer; error: PTpPointer);
var
  problem: ETiersPayant;
begin
  if status = TP_OK then
    Exit;
  if (error = nil) or (error^ = nil) then
  begin
    problem := ETiersPayant.Create(string(TTpUtf8(tp_status_text(status))));
    problem.Status := status;
  end
  else
  begin
    problem := ETiersPayant.Create(string(TTpUtf8(tp_error_message(error^))));
    problem.Status := status;
    problem.Code := TTpUtf8(tp_error_code(error^));
    problem.Place := TTpUtf8(tp_error_place(error^));
    tp_error_free(error^);
    error^ := nil;
  end;
  raise problem;
end;

function TpText(const view: TTpStr): TTpUtf8;
begin
  SetLength(Result, view.len);
  if view.len > 0 then
    Move(view.data^, Pointer(Result)^, view.len);
end;

function TpTaken(text: Pointer): TTpUtf8;
var
  len: TTpSize;
begin
  len := tp_text_len(text);
  SetLength(Result, len);
  if len > 0 then
    Move(tp_text_data(text)^, Pointer(Result)^, len);
  tp_text_free(text);
end;

function TpView(const text: TTpUtf8): TTpStr;
begin
  Result.data := PAnsiChar(text);
  Result.len := Length(text);
end;

end.
