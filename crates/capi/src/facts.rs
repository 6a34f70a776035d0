//! Numbers of the words that only who bills a claim knows.

use crate::error::Failure;
use crate::words::look_up;
use facade::core::model::{
    DocumentState, EndReason, Mode, PaidInstead, PrescriptionState, PriorAgreement, Proof, Standing,
    TransportGround, Voucher,
};

/// A doctor in the convention.
pub const TP_STANDING_CONVENTION: i32 = 1;
/// A doctor outside the convention (secteur 3).
pub const TP_STANDING_OUTSIDE_CONVENTION: i32 = 2;
/// A prescriber of a hospital.
pub const TP_STANDING_HOSPITAL: i32 = 3;

const fn standing_number(one: Standing) -> i32 {
    match one {
        Standing::Convention => TP_STANDING_CONVENTION,
        Standing::OutsideConvention => TP_STANDING_OUTSIDE_CONVENTION,
        Standing::Hospital => TP_STANDING_HOSPITAL,
    }
}

/// How the prescriber stands to the health insurance; 0 is not said.
pub(crate) fn standing(number: i32, name: &'static str) -> Result<Option<Standing>, Failure> {
    look_up(Standing::ALL, standing_number, number, name)
}

/// With the card.
pub const TP_MODE_CARD: i32 = 1;
/// Without it, in degraded mode.
pub const TP_MODE_DEGRADED: i32 = 2;
/// Without it, the patient being elsewhere (tele-care).
pub const TP_MODE_REMOTE: i32 = 3;
/// Without it, for a minor who asks for secrecy.
pub const TP_MODE_SECRECY: i32 = 4;

const fn mode_number(one: Mode) -> i32 {
    match one {
        Mode::Card => TP_MODE_CARD,
        Mode::Degraded => TP_MODE_DEGRADED,
        Mode::Remote => TP_MODE_REMOTE,
        Mode::Secrecy => TP_MODE_SECRECY,
    }
}

/// How the claim is made; 0 is not said.
pub(crate) fn mode(number: i32, name: &'static str) -> Result<Option<Mode>, Failure> {
    look_up(Mode::ALL, mode_number, number, name)
}

/// A nursing service at home (SSIAD).
pub const TP_PAID_INSTEAD_NURSING_SERVICE: i32 = 1;
/// Hospital at home (HAD).
pub const TP_PAID_INSTEAD_HOSPITAL_AT_HOME: i32 = 2;
/// A home for the elderly (EHPAD).
pub const TP_PAID_INSTEAD_NURSING_HOME: i32 = 3;

const fn paid_instead_number(one: PaidInstead) -> i32 {
    match one {
        PaidInstead::NursingService => TP_PAID_INSTEAD_NURSING_SERVICE,
        PaidInstead::HospitalAtHome => TP_PAID_INSTEAD_HOSPITAL_AT_HOME,
        PaidInstead::NursingHome => TP_PAID_INSTEAD_NURSING_HOME,
    }
}

/// Who may pay in place of the fund; 0 is nobody.
pub(crate) fn paid_instead(number: i32, name: &'static str) -> Result<Option<PaidInstead>, Failure> {
    look_up(PaidInstead::ALL, paid_instead_number, number, name)
}

/// Shown, and complete.
pub const TP_DOCUMENT_PRESENT: i32 = 1;
/// Not shown.
pub const TP_DOCUMENT_ABSENT: i32 = 2;
/// It says that the prescription is outside the terms of cover.
pub const TP_DOCUMENT_OUTSIDE_TERMS: i32 = 3;

const fn document_number(one: DocumentState) -> i32 {
    match one {
        DocumentState::Present => TP_DOCUMENT_PRESENT,
        DocumentState::Absent => TP_DOCUMENT_ABSENT,
        DocumentState::OutsideTerms => TP_DOCUMENT_OUTSIDE_TERMS,
    }
}

/// The prescriber's document; 0 is not said.
pub(crate) fn document(number: i32, name: &'static str) -> Result<Option<DocumentState>, Failure> {
    look_up(DocumentState::ALL, document_number, number, name)
}

/// Shown.
pub const TP_VOUCHER_PRESENT: i32 = 1;
/// Not shown.
pub const TP_VOUCHER_ABSENT: i32 = 2;

const fn voucher_number(one: Voucher) -> i32 {
    match one {
        Voucher::Present => TP_VOUCHER_PRESENT,
        Voucher::Absent => TP_VOUCHER_ABSENT,
    }
}

/// The voucher of a vaccine; 0 is not said.
pub(crate) fn voucher(number: i32, name: &'static str) -> Result<Option<Voucher>, Failure> {
    look_up(Voucher::ALL, voucher_number, number, name)
}

/// Given.
pub const TP_AGREEMENT_GRANTED: i32 = 1;
/// Asked for, not answered.
pub const TP_AGREEMENT_REQUESTED: i32 = 2;
/// Refused.
pub const TP_AGREEMENT_REFUSED: i32 = 3;
/// This care needs none.
pub const TP_AGREEMENT_NOT_NEEDED: i32 = 4;

const fn agreement_number(one: PriorAgreement) -> i32 {
    match one {
        PriorAgreement::Granted => TP_AGREEMENT_GRANTED,
        PriorAgreement::Requested => TP_AGREEMENT_REQUESTED,
        PriorAgreement::Refused => TP_AGREEMENT_REFUSED,
        PriorAgreement::NotNeeded => TP_AGREEMENT_NOT_NEEDED,
    }
}

/// The fund's prior agreement; 0 is not said.
pub(crate) fn agreement(number: i32, name: &'static str) -> Result<Option<PriorAgreement>, Failure> {
    look_up(PriorAgreement::ALL, agreement_number, number, name)
}

/// There is one.
pub const TP_PRESCRIPTION_PRESENT: i32 = 1;
/// There is none: direct access, a test or a product without one.
pub const TP_PRESCRIPTION_NONE: i32 = 2;
/// There is one, to be used only where a test says so.
pub const TP_PRESCRIPTION_CONDITIONAL: i32 = 3;

const fn prescription_number(one: PrescriptionState) -> i32 {
    match one {
        PrescriptionState::Present => TP_PRESCRIPTION_PRESENT,
        PrescriptionState::None => TP_PRESCRIPTION_NONE,
        PrescriptionState::Conditional => TP_PRESCRIPTION_CONDITIONAL,
    }
}

/// Whether there is a prescription; 0 is not said.
pub(crate) fn prescription(number: i32, name: &'static str) -> Result<Option<PrescriptionState>, Failure> {
    look_up(PrescriptionState::ALL, prescription_number, number, name)
}

/// Into or out of a hospital.
pub const TP_GROUND_HOSPITALISATION: i32 = 1;
/// Care of an ALD.
pub const TP_GROUND_ALD: i32 = 2;
/// An accident or an occupational disease.
pub const TP_GROUND_ACCIDENT: i32 = 3;
/// Lying, or under constant watch.
pub const TP_GROUND_LYING_OR_WATCHED: i32 = 4;
/// More than 150 km away.
pub const TP_GROUND_LONG_DISTANCE: i32 = 5;
/// Transports in series.
pub const TP_GROUND_SERIES: i32 = 6;
/// Summoned by the fund or an expert.
pub const TP_GROUND_SUMMONS: i32 = 7;
/// Another ground.
pub const TP_GROUND_OTHER: i32 = 8;

const fn ground_number(one: TransportGround) -> i32 {
    match one {
        TransportGround::Hospitalisation => TP_GROUND_HOSPITALISATION,
        TransportGround::Ald => TP_GROUND_ALD,
        TransportGround::Accident => TP_GROUND_ACCIDENT,
        TransportGround::LyingOrWatched => TP_GROUND_LYING_OR_WATCHED,
        TransportGround::LongDistance => TP_GROUND_LONG_DISTANCE,
        TransportGround::Series => TP_GROUND_SERIES,
        TransportGround::Summons => TP_GROUND_SUMMONS,
        TransportGround::Other => TP_GROUND_OTHER,
    }
}

/// The ground of a transport; 0 is not said.
pub(crate) fn ground(number: i32, name: &'static str) -> Result<Option<TransportGround>, Failure> {
    look_up(TransportGround::ALL, ground_number, number, name)
}

/// Sent.
pub const TP_PROOF_SENT: i32 = 1;
/// Still to be sent.
pub const TP_PROOF_TO_SEND: i32 = 2;
/// Missing.
pub const TP_PROOF_MISSING: i32 = 3;

const fn proof_number(one: Proof) -> i32 {
    match one {
        Proof::Sent => TP_PROOF_SENT,
        Proof::ToSend => TP_PROOF_TO_SEND,
        Proof::Missing => TP_PROOF_MISSING,
    }
}

/// The documents that the fund asks for; 0 is not said.
pub(crate) fn proof(number: i32, name: &'static str) -> Result<Option<Proof>, Failure> {
    look_up(Proof::ALL, proof_number, number, name)
}

/// Its term.
pub const TP_END_TERM: i32 = 1;
/// It was given up.
pub const TP_END_RENOUNCED: i32 = 2;
/// A contribution was not paid.
pub const TP_END_UNPAID: i32 = 3;
/// The household changed.
pub const TP_END_HOUSEHOLD: i32 = 4;

const fn end_reason_number(one: EndReason) -> i32 {
    match one {
        EndReason::Term => TP_END_TERM,
        EndReason::Renounced => TP_END_RENOUNCED,
        EndReason::Unpaid => TP_END_UNPAID,
        EndReason::Household => TP_END_HOUSEHOLD,
    }
}

/// Why a contract ended; 0 is not said.
pub(crate) fn end_reason(number: i32, name: &'static str) -> Result<Option<EndReason>, Failure> {
    look_up(EndReason::ALL, end_reason_number, number, name)
}
