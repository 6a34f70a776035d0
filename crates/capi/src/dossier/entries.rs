//! The entries of a snapshot, each added by one call.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use super::field::{kept, parsed, period, required};
use super::tp_dossier;
use crate::arg::{self, Sized32, first_size};
use crate::error::{Failure, tp_error};
use crate::guard::fallible;
use crate::handle::borrow;
use crate::text::tp_str;
use crate::words;
use facade::core::model::{
    AccidentEntry, ContractEntry, CoverageCode, DomainRight, ExemptionEntry, MaternityEntry, Period,
    ServiceEntry,
};

/// The contract is a CSS without participation.
pub const TP_PARTICIPATION_WITHOUT: i32 = 1;
/// The contract is a CSS with participation.
pub const TP_PARTICIPATION_WITH: i32 = 2;

/// A period of base rights (AMO). Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_coverage {
    /// `sizeof(tp_coverage)`.
    pub size: u32,
    /// First day; open when 0.
    pub start: i32,
    /// Last day; open when 0.
    pub end: i32,
    /// Zero.
    pub reserved: i32,
}

/// One period of a coverage code, as on the card and in an ADRi answer. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_coverage_code {
    /// `sizeof(tp_coverage_code)`.
    pub size: u32,
    /// First day; open when 0.
    pub start: i32,
    /// Last day; open when 0.
    pub end: i32,
    /// Zero.
    pub reserved: i32,
    /// ALD digit, raw.
    pub ald: tp_str,
    /// Situation, régime and two digits, raw.
    pub situation: tp_str,
}

/// One exemption of a person, in its own vocabulary. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_exemption {
    /// `sizeof(tp_exemption)`.
    pub size: u32,
    /// Which list the code belongs to: one of `TP_VOCABULARY_`. Required.
    pub vocabulary: i32,
    /// First day; open when 0.
    pub start: i32,
    /// Last day; open when 0.
    pub end: i32,
    /// Its state: one of `TP_ENTRY_`.
    pub status: i32,
    /// Zero.
    pub reserved: i32,
    /// The code, up to 16 characters. Required.
    pub code: tp_str,
}

/// The maternity record of a person. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_maternity {
    /// `sizeof(tp_maternity)`.
    pub size: u32,
    /// First day of the fund's period; open when 0.
    pub start: i32,
    /// Last day of it; open when 0. When both are 0, the fund gave no period.
    pub end: i32,
    /// Presumed start of the pregnancy.
    pub presumed_start: i32,
    /// Presumed day of delivery.
    pub presumed_delivery: i32,
    /// Real day of delivery.
    pub delivery: i32,
    /// Its state: one of `TP_ENTRY_`.
    pub status: i32,
    /// Zero.
    pub reserved: i32,
}

/// One accident or occupational disease on record. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_accident {
    /// `sizeof(tp_accident)`.
    pub size: u32,
    /// The day of the accident.
    pub date: i32,
    /// First day; open when 0.
    pub start: i32,
    /// Last day; open when 0.
    pub end: i32,
    /// Its state: one of `TP_ENTRY_`.
    pub status: i32,
    /// Zero.
    pub reserved: i32,
    /// The number given by the fund, up to 12 characters.
    pub number: tp_str,
}

/// One complementary contract on record. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_contract {
    /// `sizeof(tp_contract)`.
    pub size: u32,
    /// First day; open when 0.
    pub start: i32,
    /// Last day; open when 0.
    pub end: i32,
    /// Its state: one of `TP_ENTRY_`.
    pub status: i32,
    /// CSS: one of `TP_PARTICIPATION_`.
    pub participation: i32,
    /// Zero.
    pub reserved: i32,
    /// Organism number, up to 12 characters.
    pub number: tp_str,
    /// Type de contrat, up to 3 characters.
    pub contract_type: tp_str,
    /// Code service.
    pub service: tp_str,
    /// Indicateur de traitement.
    pub indicator: tp_str,
    /// Why it ended: one of `TP_END_`.
    pub end_reason: i32,
    /// Zero.
    pub reserved_end: i32,
}

/// Rights under a contract for one kind of expense, as the insurer tells them. Zero means that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_contract_right {
    /// `sizeof(tp_contract_right)`.
    pub size: u32,
    /// First day; open when 0.
    pub start: i32,
    /// Last day; open when 0.
    pub end: i32,
    /// Its state: one of `TP_ENTRY_`.
    pub status: i32,
    /// The kind of expense, as the insurer names it, 1 to 200 bytes. Required.
    pub domain: tp_str,
}

/// One service code (code service AMO), raw. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_service {
    /// `sizeof(tp_service)`.
    pub size: u32,
    /// First day; open when 0.
    pub start: i32,
    /// Last day; open when 0.
    pub end: i32,
    /// Zero.
    pub reserved: i32,
    /// The code, up to 4 characters. Required.
    pub code: tp_str,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_coverage {
    const NAME: &'static str = "coverage";
    const FIRST_SIZE: usize = first_size(16, 16);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_coverage_code {
    const NAME: &'static str = "code";
    const FIRST_SIZE: usize = first_size(48, 32);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_exemption {
    const NAME: &'static str = "exemption";
    const FIRST_SIZE: usize = first_size(40, 32);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_maternity {
    const NAME: &'static str = "maternity";
    const FIRST_SIZE: usize = first_size(32, 32);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_accident {
    const NAME: &'static str = "accident";
    const FIRST_SIZE: usize = first_size(40, 32);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_contract {
    const NAME: &'static str = "contract";
    const FIRST_SIZE: usize = first_size(88, 56);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_contract_right {
    const NAME: &'static str = "right";
    const FIRST_SIZE: usize = first_size(32, 24);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_service {
    const NAME: &'static str = "service";
    const FIRST_SIZE: usize = first_size(32, 24);
}

/// Adds a period of base rights to a snapshot. Fails with `TP_ERROR_RANGE` when there is no such snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_coverage(
    dossier: *mut tp_dossier,
    snapshot: usize,
    coverage: *const tp_coverage,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(coverage)?;
            zero(given.reserved, "coverage.reserved")?;
            let entry = period((given.start, "coverage.start"), (given.end, "coverage.end"))?;
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                snapshot.coverage.get_or_insert_default().push(entry);
                Ok(())
            })
        })
    }
}

/// Adds a coverage code to a snapshot. Fails with `TP_ERROR_RANGE` when there is no such snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_code(
    dossier: *mut tp_dossier,
    snapshot: usize,
    code: *const tp_coverage_code,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(code)?;
            zero(given.reserved, "code.reserved")?;
            let entry = CoverageCode {
                period: period((given.start, "code.start"), (given.end, "code.end"))?,
                ald: parsed(given.ald, "code.ald")?,
                situation: parsed(given.situation, "code.situation")?,
            };
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                snapshot.codes.get_or_insert_default().push(entry);
                Ok(())
            })
        })
    }
}

/// Adds an exemption to a snapshot. Fails with `TP_ERROR_RANGE` when there is no such snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_exemption(
    dossier: *mut tp_dossier,
    snapshot: usize,
    exemption: *const tp_exemption,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(exemption)?;
            zero(given.reserved, "exemption.reserved")?;
            let vocabulary = words::said(given.vocabulary, "exemption.vocabulary")?;
            let entry = ExemptionEntry {
                vocabulary: vocabulary.ok_or_else(|| Failure::missing("exemption.vocabulary"))?,
                code: required(given.code, "exemption.code")?,
                period: period((given.start, "exemption.start"), (given.end, "exemption.end"))?,
                status: words::said(given.status, "exemption.status")?,
            };
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                snapshot.exemptions.get_or_insert_default().push(entry);
                Ok(())
            })
        })
    }
}

/// Sets the maternity record of a snapshot, in the place of the one it had. Fails with `TP_ERROR_RANGE` when there is no such snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_set_maternity(
    dossier: *mut tp_dossier,
    snapshot: usize,
    maternity: *const tp_maternity,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(maternity)?;
            zero(given.reserved, "maternity.reserved")?;
            let entry = MaternityEntry {
                period: Some(period(
                    (given.start, "maternity.start"),
                    (given.end, "maternity.end"),
                )?)
                .filter(|period| *period != Period::ALWAYS),
                presumed_start: arg::day(given.presumed_start, "maternity.presumed_start")?,
                presumed_delivery: arg::day(given.presumed_delivery, "maternity.presumed_delivery")?,
                delivery: arg::day(given.delivery, "maternity.delivery")?,
                status: words::said(given.status, "maternity.status")?,
            };
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                snapshot.maternity = Some(entry);
                Ok(())
            })
        })
    }
}

/// Adds an accident on record to a snapshot. Fails with `TP_ERROR_RANGE` when there is no such snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_accident(
    dossier: *mut tp_dossier,
    snapshot: usize,
    accident: *const tp_accident,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(accident)?;
            zero(given.reserved, "accident.reserved")?;
            let entry = AccidentEntry {
                number: parsed(given.number, "accident.number")?,
                date: arg::day(given.date, "accident.date")?,
                period: period((given.start, "accident.start"), (given.end, "accident.end"))?,
                status: words::said(given.status, "accident.status")?,
            };
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                snapshot.accidents.get_or_insert_default().push(entry);
                Ok(())
            })
        })
    }
}

/// Adds a contract on record to a snapshot. Fails with `TP_ERROR_RANGE` when there is no such snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_contract(
    dossier: *mut tp_dossier,
    snapshot: usize,
    contract: *const tp_contract,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(contract)?;
            zero(given.reserved, "contract.reserved")?;
            zero(given.reserved_end, "contract.reserved_end")?;
            let participation = match given.participation {
                0 => None,
                TP_PARTICIPATION_WITHOUT => Some(false),
                TP_PARTICIPATION_WITH => Some(true),
                _ => return Err(Failure::value("contract.participation")),
            };
            let entry = ContractEntry {
                number: parsed(given.number, "contract.number")?,
                contract_type: parsed(given.contract_type, "contract.contract_type")?,
                service: parsed(given.service, "contract.service")?,
                indicator: parsed(given.indicator, "contract.indicator")?,
                participation,
                period: period((given.start, "contract.start"), (given.end, "contract.end"))?,
                status: words::said(given.status, "contract.status")?,
                end_reason: words::said(given.end_reason, "contract.end_reason")?,
                rights: None,
            };
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                snapshot.contracts.get_or_insert_default().push(entry);
                Ok(())
            })
        })
    }
}

/// Adds rights for one kind of expense to a contract of a snapshot. Both count from 0. Fails with `TP_ERROR_RANGE` when
/// there is no such snapshot or contract.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_contract_right(
    dossier: *mut tp_dossier,
    snapshot: usize,
    contract: usize,
    right: *const tp_contract_right,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(right)?;
            let right = DomainRight {
                domain: kept(given.domain, "right.domain")?
                    .ok_or_else(|| Failure::missing("right.domain"))?,
                period: period((given.start, "right.start"), (given.end, "right.end"))?,
                status: words::said(given.status, "right.status")?,
            };
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                let contracts = snapshot.contracts.as_mut();
                let contract = contracts.and_then(|contracts| contracts.get_mut(contract));
                let contract = contract.ok_or_else(|| Failure::range("contract"))?;
                contract.rights.get_or_insert_default().push(right);
                Ok(())
            })
        })
    }
}

/// Adds a service code to a snapshot. Fails with `TP_ERROR_RANGE` when there is no such snapshot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_service(
    dossier: *mut tp_dossier,
    snapshot: usize,
    service: *const tp_service,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let given = arg::sized(service)?;
            zero(given.reserved, "service.reserved")?;
            let entry = ServiceEntry {
                code: required(given.code, "service.code")?,
                period: period((given.start, "service.start"), (given.end, "service.end"))?,
            };
            borrow(dossier)?.change_snapshot(snapshot, |snapshot| {
                snapshot.services.get_or_insert_default().push(entry);
                Ok(())
            })
        })
    }
}

/// A field that no meaning is given to yet must be zero, or it never could be given one.
fn zero(reserved: i32, name: &'static str) -> Result<(), Failure> {
    if reserved == 0 {
        Ok(())
    } else {
        Err(Failure::value(name))
    }
}
