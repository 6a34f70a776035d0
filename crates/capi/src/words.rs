//! The numbers of the header for the closed word lists of the format.
//!
//! Numbers from C are looked up in these lists and never cast. Each list is an exhaustive match, so that a word added
//! in Rust does not compile before it has its number here. A number is never given to another word.

use crate::error::Failure;
use facade::core::finding::Severity;
use facade::core::model::{CardState, Category, Origin, Relation, Share, Source, Status, Vocabulary};
use facade::core::verdict::{DoubtBasis, ExemptionState, Guarantee, NoBasis, Verdict};
use facade::readers::Format;
use facade::{Audience, Lang};

/// Nothing settles it: neither yes nor no. Also what an output holds when a call failed.
pub const TP_VERDICT_UNDETERMINED: i32 = 0;
/// It can be billed in tiers payant.
pub const TP_VERDICT_BILLABLE: i32 = 1;
/// It cannot be billed in tiers payant.
pub const TP_VERDICT_NOT_BILLABLE: i32 = 2;
/// The claim does not ask tiers payant for this share.
pub const TP_VERDICT_NOT_ASKED: i32 = 3;

/// No basis: the part is billable, or the call failed.
pub const TP_BASIS_NONE: i32 = 0;
/// Not billable: a rule forbids it.
pub const TP_BASIS_FORBIDDEN: i32 = 1;
/// Not billable: a source that would show the right was read, and shows none.
pub const TP_BASIS_NOT_GRANTED: i32 = 2;
/// Undetermined: a fact that decides is missing.
pub const TP_BASIS_MISSING: i32 = 3;
/// Undetermined: the right is being registered or is under instruction.
pub const TP_BASIS_PENDING: i32 = 4;
/// Undetermined: two facts that cannot both be true.
pub const TP_BASIS_CONFLICT: i32 = 5;
/// Undetermined: the facts are too old to be relied on.
pub const TP_BASIS_STALE: i32 = 6;
/// Undetermined: no text that the tables hold settles the point.
pub const TP_BASIS_BEYOND_RULES: i32 = 7;

/// The verdict and its basis.
pub(crate) const fn verdict(one: Verdict) -> (i32, i32) {
    match one {
        Verdict::Billable => (TP_VERDICT_BILLABLE, TP_BASIS_NONE),
        Verdict::NotBillable(NoBasis::Forbidden) => (TP_VERDICT_NOT_BILLABLE, TP_BASIS_FORBIDDEN),
        Verdict::NotBillable(NoBasis::NotGranted) => (TP_VERDICT_NOT_BILLABLE, TP_BASIS_NOT_GRANTED),
        Verdict::Undetermined(DoubtBasis::Missing) => (TP_VERDICT_UNDETERMINED, TP_BASIS_MISSING),
        Verdict::Undetermined(DoubtBasis::Pending) => (TP_VERDICT_UNDETERMINED, TP_BASIS_PENDING),
        Verdict::Undetermined(DoubtBasis::Conflict) => (TP_VERDICT_UNDETERMINED, TP_BASIS_CONFLICT),
        Verdict::Undetermined(DoubtBasis::Stale) => (TP_VERDICT_UNDETERMINED, TP_BASIS_STALE),
        Verdict::Undetermined(DoubtBasis::BeyondRules) => (TP_VERDICT_UNDETERMINED, TP_BASIS_BEYOND_RULES),
    }
}

/// The verdict on a share that may not be asked.
pub(crate) fn asked(one: Option<Verdict>) -> (i32, i32) {
    one.map_or((TP_VERDICT_NOT_ASKED, TP_BASIS_NONE), verdict)
}

/// Not known, because what became of the card was not said.
pub const TP_GUARANTEE_UNKNOWN: i32 = 0;
/// The card was read and its data were not changed by hand: the AMO share is guaranteed.
pub const TP_GUARANTEE_GUARANTEED: i32 = 1;
/// Rejects for rights are unlikely, but no law guarantees payment.
pub const TP_GUARANTEE_LIKELY: i32 = 2;
/// Nothing guarantees payment of the AMO share.
pub const TP_GUARANTEE_NONE: i32 = 3;

/// The guarantee.
pub(crate) const fn guarantee(one: Guarantee) -> i32 {
    match one {
        Guarantee::Unknown => TP_GUARANTEE_UNKNOWN,
        Guarantee::Guaranteed => TP_GUARANTEE_GUARANTEED,
        Guarantee::Likely => TP_GUARANTEE_LIKELY,
        Guarantee::None => TP_GUARANTEE_NONE,
    }
}

/// The part is not billable for this reason.
pub const TP_SEVERITY_BLOCKING: i32 = 1;
/// The part is undetermined for this reason.
pub const TP_SEVERITY_DOUBT: i32 = 2;
/// The reason changes no verdict.
pub const TP_SEVERITY_NOTICE: i32 = 3;

/// The severity.
pub(crate) const fn severity(one: Severity) -> i32 {
    match one {
        Severity::Blocking => TP_SEVERITY_BLOCKING,
        Severity::Doubt => TP_SEVERITY_DOUBT,
        Severity::Notice => TP_SEVERITY_NOTICE,
    }
}

/// Nothing settles what became of the exemption.
pub const TP_EXEMPTION_UNKNOWN: i32 = 0;
/// A source that decides shows it on the date that counts.
pub const TP_EXEMPTION_CONFIRMED: i32 = 1;
/// The line claims none.
pub const TP_EXEMPTION_NOT_CLAIMED: i32 = 2;
/// The source that decides shows none.
pub const TP_EXEMPTION_NOT_RECORDED: i32 = 3;
/// It is recorded, and starts later.
pub const TP_EXEMPTION_NOT_STARTED: i32 = 4;
/// It is recorded, and ended before.
pub const TP_EXEMPTION_ENDED: i32 = 5;
/// It is being registered or under instruction.
pub const TP_EXEMPTION_PENDING: i32 = 6;
/// The care has nothing to do with it.
pub const TP_EXEMPTION_UNRELATED: i32 = 7;
/// Sources, or the claim itself, contradict each other.
pub const TP_EXEMPTION_CONTRADICTED: i32 = 8;

/// The state of an exemption.
pub(crate) const fn exemption(one: ExemptionState) -> i32 {
    match one {
        ExemptionState::Unknown => TP_EXEMPTION_UNKNOWN,
        ExemptionState::Confirmed => TP_EXEMPTION_CONFIRMED,
        ExemptionState::NotClaimed => TP_EXEMPTION_NOT_CLAIMED,
        ExemptionState::NotRecorded => TP_EXEMPTION_NOT_RECORDED,
        ExemptionState::NotStarted => TP_EXEMPTION_NOT_STARTED,
        ExemptionState::Ended => TP_EXEMPTION_ENDED,
        ExemptionState::Pending => TP_EXEMPTION_PENDING,
        ExemptionState::Unrelated => TP_EXEMPTION_UNRELATED,
        ExemptionState::Contradicted => TP_EXEMPTION_CONTRADICTED,
    }
}

/// Assurance maladie obligatoire.
pub const TP_SHARE_AMO: i32 = 1;
/// Assurance maladie complémentaire.
pub const TP_SHARE_AMC: i32 = 2;

/// The share.
pub(crate) const fn share(one: Share) -> i32 {
    match one {
        Share::Amo => TP_SHARE_AMO,
        Share::Amc => TP_SHARE_AMC,
    }
}
/// Both shares: `TP_SHARE_AMO | TP_SHARE_AMC`.
pub const TP_SHARE_BOTH: i32 = 3;

/// The card was read for this claim, as a card or as its application.
pub const TP_CARD_READ: i32 = 1;
/// The card was not there.
pub const TP_CARD_ABSENT: i32 = 2;
/// The card was there, but could not be read.
pub const TP_CARD_UNREADABLE: i32 = 3;
/// The card is on the opposition list.
pub const TP_CARD_OPPOSED: i32 = 4;

const fn card_number(one: CardState) -> i32 {
    match one {
        CardState::Read => TP_CARD_READ,
        CardState::Absent => TP_CARD_ABSENT,
        CardState::Unreadable => TP_CARD_UNREADABLE,
        CardState::Opposed => TP_CARD_OPPOSED,
    }
}

/// The state of the card; 0 is none.
pub(crate) fn card(number: i32, name: &'static str) -> Result<Option<CardState>, Failure> {
    look_up(CardState::ALL, card_number, number, name)
}

/// A drug.
pub const TP_CATEGORY_DRUG: i32 = 1;
/// A device of the LPP.
pub const TP_CATEGORY_DEVICE: i32 = 2;
/// An act of biology.
pub const TP_CATEGORY_BIOLOGY: i32 = 3;
/// An isolated act.
pub const TP_CATEGORY_ACT: i32 = 4;
/// An act of a series.
pub const TP_CATEGORY_ACT_SERIES: i32 = 5;
/// A transport.
pub const TP_CATEGORY_TRANSPORT: i32 = 6;
/// A stay.
pub const TP_CATEGORY_STAY: i32 = 7;

const fn category_number(one: Category) -> i32 {
    match one {
        Category::Drug => TP_CATEGORY_DRUG,
        Category::Device => TP_CATEGORY_DEVICE,
        Category::Biology => TP_CATEGORY_BIOLOGY,
        Category::Act => TP_CATEGORY_ACT,
        Category::ActSeries => TP_CATEGORY_ACT_SERIES,
        Category::Transport => TP_CATEGORY_TRANSPORT,
        Category::Stay => TP_CATEGORY_STAY,
    }
}

/// The category of a line; 0 is none.
pub(crate) fn category(number: i32, name: &'static str) -> Result<Option<Category>, Failure> {
    look_up(Category::ALL, category_number, number, name)
}

/// The care is related to the condition that exempts.
pub const TP_RELATION_RELATED: i32 = 1;
/// It is not.
pub const TP_RELATION_UNRELATED: i32 = 2;
/// It is not known; so is 0.
pub const TP_RELATION_UNKNOWN: i32 = 3;

const fn relation_number(one: Relation) -> i32 {
    match one {
        Relation::Related => TP_RELATION_RELATED,
        Relation::Unrelated => TP_RELATION_UNRELATED,
        Relation::Unknown => TP_RELATION_UNKNOWN,
    }
}

/// The relation of a line; 0 is none.
pub(crate) fn relation(number: i32, name: &'static str) -> Result<Option<Relation>, Failure> {
    look_up(Relation::ALL, relation_number, number, name)
}

/// The exemption came from the carte Vitale.
pub const TP_ORIGIN_CARD: i32 = 1;
/// It came from an ADRi answer.
pub const TP_ORIGIN_ADRI: i32 = 2;
/// It came from the ALD zone of a bizone prescription.
pub const TP_ORIGIN_PRESCRIPTION: i32 = 3;
/// It was typed by hand.
pub const TP_ORIGIN_MANUAL: i32 = 4;
/// A setting of the software put it there.
pub const TP_ORIGIN_SETTING: i32 = 5;

const fn origin_number(one: Origin) -> i32 {
    match one {
        Origin::Card => TP_ORIGIN_CARD,
        Origin::Adri => TP_ORIGIN_ADRI,
        Origin::Prescription => TP_ORIGIN_PRESCRIPTION,
        Origin::Manual => TP_ORIGIN_MANUAL,
        Origin::Setting => TP_ORIGIN_SETTING,
    }
}

/// The origin of an exemption; 0 is none.
pub(crate) fn origin(number: i32, name: &'static str) -> Result<Option<Origin>, Failure> {
    look_up(Origin::ALL, origin_number, number, name)
}

/// The fund's own database.
pub const TP_SOURCE_BDO: i32 = 1;
/// The rights service called from the billing software.
pub const TP_SOURCE_ADRI: i32 = 2;
/// Its hospital twin.
pub const TP_SOURCE_CDRI: i32 = 3;
/// A rights page looked at by hand (Amelipro).
pub const TP_SOURCE_PORTAL: i32 = 4;
/// An attestation de droits.
pub const TP_SOURCE_ATTESTATION: i32 = 5;
/// A carte Vitale reading.
pub const TP_SOURCE_VITALE: i32 = 6;
/// The carte Vitale application.
pub const TP_SOURCE_APCV: i32 = 7;
/// Typed by hand.
pub const TP_SOURCE_MANUAL: i32 = 8;
/// The online answer of a complementary insurer.
pub const TP_SOURCE_AMC: i32 = 9;

const fn source_number(one: Source) -> i32 {
    match one {
        Source::Bdo => TP_SOURCE_BDO,
        Source::Adri => TP_SOURCE_ADRI,
        Source::Cdri => TP_SOURCE_CDRI,
        Source::Portal => TP_SOURCE_PORTAL,
        Source::Attestation => TP_SOURCE_ATTESTATION,
        Source::Vitale => TP_SOURCE_VITALE,
        Source::Apcv => TP_SOURCE_APCV,
        Source::Manual => TP_SOURCE_MANUAL,
        Source::Amc => TP_SOURCE_AMC,
    }
}

/// A source; 0 is none.
pub(crate) fn source(number: i32, name: &'static str) -> Result<Option<Source>, Failure> {
    look_up(Source::ALL, source_number, number, name)
}

/// Motives held by the fund: LIS, EXC, EXP, L324, MAT…
pub const TP_VOCABULARY_BDO: i32 = 1;
/// ETM codes of the hospital rights service.
pub const TP_VOCABULARY_CDRI: i32 = 2;
/// Numbers of the national claims warehouse.
pub const TP_VOCABULARY_SNDS: i32 = 3;
/// Justification codes of a claim: 0 to 9 and C.
pub const TP_VOCABULARY_CLAIM: i32 = 4;

/// Exemptions (ETM) of the hospital rights service.
pub const TP_VOCABULARY_CDRI_ETM: i32 = 5;
/// Modulations (MTM) of the hospital rights service.
pub const TP_VOCABULARY_CDRI_MTM: i32 = 6;
/// Exemptions of a person in the claims warehouse (IR_ETM_V).
pub const TP_VOCABULARY_SNDS_ETM: i32 = 7;
/// Motives of exemption of a paid line in the claims warehouse (IR_EXO_V).
pub const TP_VOCABULARY_SNDS_EXO: i32 = 8;
/// Modulations of a person in the claims warehouse (IR_MTM_V).
pub const TP_VOCABULARY_SNDS_MTM: i32 = 9;

const fn vocabulary_number(one: Vocabulary) -> i32 {
    match one {
        Vocabulary::Bdo => TP_VOCABULARY_BDO,
        Vocabulary::Cdri => TP_VOCABULARY_CDRI,
        Vocabulary::Snds => TP_VOCABULARY_SNDS,
        Vocabulary::Claim => TP_VOCABULARY_CLAIM,
        Vocabulary::CdriEtm => TP_VOCABULARY_CDRI_ETM,
        Vocabulary::CdriMtm => TP_VOCABULARY_CDRI_MTM,
        Vocabulary::SndsEtm => TP_VOCABULARY_SNDS_ETM,
        Vocabulary::SndsExo => TP_VOCABULARY_SNDS_EXO,
        Vocabulary::SndsMtm => TP_VOCABULARY_SNDS_MTM,
    }
}

/// A vocabulary; 0 is none.
pub(crate) fn vocabulary(number: i32, name: &'static str) -> Result<Option<Vocabulary>, Failure> {
    look_up(Vocabulary::ALL, vocabulary_number, number, name)
}

/// The entry is in force.
pub const TP_ENTRY_ACTIVE: i32 = 1;
/// It is being registered or under instruction.
pub const TP_ENTRY_PENDING: i32 = 2;
/// It is suspended.
pub const TP_ENTRY_SUSPENDED: i32 = 3;
/// It was refused.
pub const TP_ENTRY_REFUSED: i32 = 4;
/// It is closed.
pub const TP_ENTRY_CLOSED: i32 = 5;

const fn entry_number(one: Status) -> i32 {
    match one {
        Status::Active => TP_ENTRY_ACTIVE,
        Status::Pending => TP_ENTRY_PENDING,
        Status::Suspended => TP_ENTRY_SUSPENDED,
        Status::Refused => TP_ENTRY_REFUSED,
        Status::Closed => TP_ENTRY_CLOSED,
    }
}

/// The state of an entry; 0 is none.
pub(crate) fn entry(number: i32, name: &'static str) -> Result<Option<Status>, Failure> {
    look_up(Status::ALL, entry_number, number, name)
}

/// The buffer of groups 101 to 111 that a reading of a carte Vitale gives.
pub const TP_FORMAT_SSV: i32 = 1;
/// An ADRi answer as billing engines hand it over in JSON.
pub const TP_FORMAT_ADRI_JSON: i32 = 2;
/// Answers of the rights API of the CNAM.
pub const TP_FORMAT_CNAM_DROITS: i32 = 3;
/// An answer of API Particulier on the C2S, versions 2 and 3.
pub const TP_FORMAT_C2S: i32 = 4;

const fn format_number(one: Format) -> i32 {
    match one {
        Format::Ssv => TP_FORMAT_SSV,
        Format::AdriJson => TP_FORMAT_ADRI_JSON,
        Format::CnamDroits => TP_FORMAT_CNAM_DROITS,
        Format::C2s => TP_FORMAT_C2S,
        Format::Jfse => TP_FORMAT_JFSE,
        Format::LectureVitale => TP_FORMAT_LECTURE_VITALE,
        // A format added later has no number yet: a test finds it.
        _ => 0,
    }
}

/// A format; 0 is none.
pub(crate) fn format(number: i32, name: &'static str) -> Result<Option<Format>, Failure> {
    look_up(Format::ALL, format_number, number, name)
}
/// The snapshots of this project: `{"rights": […]}`, a list of them, or one.
pub const TP_FORMAT_SNAPSHOTS: i32 = 5;
/// A card reading as the jFSE engine hands it over in JSON, a phone's card (apCV) included.
pub const TP_FORMAT_JFSE: i32 = 6;
/// The XML of the Lecture Vitale library.
pub const TP_FORMAT_LECTURE_VITALE: i32 = 7;

/// French.
pub const TP_LANG_FR: i32 = 0;
/// English.
pub const TP_LANG_EN: i32 = 1;

/// A language.
pub(crate) fn lang(number: i32) -> Result<Lang, Failure> {
    match number {
        TP_LANG_FR => Ok(Lang::Fr),
        TP_LANG_EN => Ok(Lang::En),
        _ => Err(Failure::value("lang")),
    }
}

/// For the counter.
pub const TP_AUDIENCE_COUNTER: i32 = 0;
/// For the patient.
pub const TP_AUDIENCE_PATIENT: i32 = 1;

/// Who a text is for.
pub(crate) fn audience(number: i32) -> Result<Audience, Failure> {
    match number {
        TP_AUDIENCE_COUNTER => Ok(Audience::Counter),
        TP_AUDIENCE_PATIENT => Ok(Audience::Patient),
        _ => Err(Failure::value("audience")),
    }
}

/// The value that has this number; 0 is none, and another number is refused.
pub(crate) fn look_up<T: Copy>(
    all: &[T],
    number_of: impl Fn(T) -> i32,
    number: i32,
    name: &'static str,
) -> Result<Option<T>, Failure> {
    if number == 0 {
        return Ok(None);
    }
    let found = all.iter().copied().find(|one| number_of(*one) == number);
    found.map(Some).ok_or(Failure::value(name))
}
