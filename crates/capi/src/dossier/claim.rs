//! The claim, its contract and its accident.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use super::field::{kept, parsed, period, person, scheme};
use super::tp_dossier;
use crate::arg::{self, Sized32, first_size};
use crate::error::{Failure, clear, tp_error};
use crate::guard::fallible;
use crate::handle::{borrow, give};
use crate::text::tp_str;
use crate::words::{self, TP_SHARE_BOTH};
use facade::core::model::{
    Claim, ClaimAccident, ClaimContract, ClaimFacts, Dossier, Prescriber, Scheme, ShareSet,
};

/// What is about to be sent, but for its lines, contract and accident. Set everything to zero, then `size`, then what
/// you know: zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_claim {
    /// `sizeof(tp_claim)`.
    pub size: u32,
    /// The day the question is asked; when 0, nothing that depends on today is said.
    pub as_of: i32,
    /// The day the care was given or the product delivered. Required.
    pub care_date: i32,
    /// The day of the prescription.
    pub prescription_date: i32,
    /// The day of transmission, where it is not `as_of`.
    pub transmission_date: i32,
    /// What became of the card: one of `TP_CARD_`.
    pub card: i32,
    /// The shares that ask for tiers payant: `TP_SHARE_AMO`, `TP_SHARE_AMC` or both; when 0, AMO, and AMC as well once
    /// there is a contract.
    pub third_party: i32,
    /// Birth rank, 1 to 9.
    pub birth_rank: i32,
    /// Your id of the claim, 1 to 200 bytes without control or format characters; it comes back in the answer.
    pub id: tp_str,
    /// Who bills: `pharmacy`, `nurse`, … (the words of the format); when empty, a pharmacy.
    pub setting: tp_str,
    /// Nature d'assurance as in the FSE: `10`, `13`, `22`, `30`, `41` or `90`.
    pub nature: tp_str,
    /// Your id of the person, compared with that of the snapshots.
    pub person_id: tp_str,
    /// Birth date as written, 6 to 10 characters, digits and dashes: months such as 13 are real.
    pub birth_date: tp_str,
    /// NIR, 13 characters and maybe 2 of key. Never needed, never printed.
    pub nir: tp_str,
    /// Grand régime, 2 digits.
    pub regime: tp_str,
    /// Caisse, 3 digits.
    pub fund: tp_str,
    /// Centre, 4 characters.
    pub centre: tp_str,
    /// How the prescriber stands to the health insurance: one of `TP_STANDING_`.
    pub prescriber_standing: i32,
    /// How the claim is made: one of `TP_MODE_`; when 0, as `card` says.
    pub mode: i32,
    /// Who may pay in place of the fund: one of `TP_PAID_INSTEAD_`.
    pub paid_instead: i32,
    /// Zero.
    pub reserved: i32,
    /// Grand régime of the other insured parent of a child, 2 characters.
    pub other_regime: tp_str,
    /// Caisse of the other insured parent, 3 characters.
    pub other_fund: tp_str,
    /// Centre of the other insured parent, 4 characters.
    pub other_centre: tp_str,
}

/// The complementary contract that the claim will carry.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_claim_contract {
    /// `sizeof(tp_claim_contract)`.
    pub size: u32,
    /// First day, where the claim carries one.
    pub start: i32,
    /// Last day, where the claim carries one.
    pub end: i32,
    /// Zero.
    pub reserved: i32,
    /// Organism number, up to 12 characters.
    pub number: tp_str,
    /// Type de contrat, such as `89`.
    pub contract_type: tp_str,
    /// Code service.
    pub service: tp_str,
    /// Indicateur de traitement.
    pub indicator: tp_str,
}

/// The accident that a claim of nature 41 names.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_claim_accident {
    /// `sizeof(tp_claim_accident)`.
    pub size: u32,
    /// The day of the accident.
    pub date: i32,
    /// The number given by the fund, up to 12 characters.
    pub number: tp_str,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_claim {
    const NAME: &'static str = "claim";
    const FIRST_SIZE: usize = first_size(176, 104);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_claim_contract {
    const NAME: &'static str = "contract";
    const FIRST_SIZE: usize = first_size(80, 48);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_claim_accident {
    const NAME: &'static str = "accident";
    const FIRST_SIZE: usize = first_size(24, 16);
}

/// Gives a dossier with this claim, to be freed with `tp_dossier_free`. It has no line yet, and needs one before it is
/// asked.
///
/// Fails with `TP_ERROR_MISSING` without a care date, and with `TP_ERROR_VALUE` on anything that its field does not
/// take; the error names the field.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_new(
    claim: *const tp_claim,
    out: *mut *mut tp_dossier,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let given = arg::sized(claim)?;
            let dossier = tp_dossier::new(dossier(&given)?);
            arg::write(out, "out", || give(dossier))
        })
    }
}

/// Sets the complementary contract of the claim, in the place of the one it had.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_set_claim_contract(
    dossier: *mut tp_dossier,
    contract: *const tp_claim_contract,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(contract)?;
            let contract = ClaimContract {
                number: parsed(given.number, "contract.number")?,
                contract_type: parsed(given.contract_type, "contract.contract_type")?,
                service: parsed(given.service, "contract.service")?,
                indicator: parsed(given.indicator, "contract.indicator")?,
                period: period((given.start, "contract.start"), (given.end, "contract.end"))?,
            };
            if given.reserved != 0 {
                return Err(Failure::value("contract.reserved"));
            }
            borrow(dossier)?.change(|state| {
                state.dossier.claim.contract = Some(contract);
                Ok(())
            })
        })
    }
}

/// Sets the accident of the claim, in the place of the one it had.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_set_claim_accident(
    dossier: *mut tp_dossier,
    accident: *const tp_claim_accident,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(accident)?;
            let accident = ClaimAccident {
                number: parsed(given.number, "accident.number")?,
                date: arg::day(given.date, "accident.date")?,
            };
            borrow(dossier)?.change(|state| {
                state.dossier.claim.accident = Some(accident);
                Ok(())
            })
        })
    }
}

/// # Safety
///
/// Every view of the claim can be read.
unsafe fn dossier(given: &tp_claim) -> Result<Dossier, Failure> {
    // SAFETY: the caller's promise.
    unsafe {
        let care_date = arg::required_day(given.care_date, "claim.care_date")?;
        if given.reserved != 0 {
            return Err(Failure::value("claim.reserved"));
        }
        let facts = ClaimFacts {
            prescriber: Prescriber {
                standing: words::said(given.prescriber_standing, "claim.prescriber_standing")?,
            },
            mode: words::said(given.mode, "claim.mode")?,
            paid_instead: words::said(given.paid_instead, "claim.paid_instead")?,
            other_scheme: Scheme {
                regime: parsed(given.other_regime, "claim.other_regime")?,
                fund: parsed(given.other_fund, "claim.other_fund")?,
                centre: parsed(given.other_centre, "claim.other_centre")?,
            },
        };
        Ok(Dossier {
            as_of: arg::day(given.as_of, "claim.as_of")?,
            claim: Claim {
                id: kept(given.id, "claim.id")?,
                setting: parsed(given.setting, "claim.setting")?,
                prescription_date: arg::day(given.prescription_date, "claim.prescription_date")?,
                transmission_date: arg::day(given.transmission_date, "claim.transmission_date")?,
                person: person(given.person_id, given.birth_date, given.birth_rank, given.nir)?,
                scheme: scheme(given.regime, given.fund, given.centre)?,
                card: words::said(given.card, "claim.card")?,
                nature: parsed(given.nature, "claim.nature")?,
                third_party: third_party(given.third_party)?,
                facts,
                ..Claim::on(care_date)
            },
            rights: Vec::new(),
        })
    }
}

fn third_party(shares: i32) -> Result<Option<ShareSet>, Failure> {
    match shares {
        0 => Ok(None),
        TP_SHARE_BOTH => Ok(Some(ShareSet::Both)),
        _ => Err(Failure::value("claim.third_party")),
    }
}
