//! Snapshots typed in by calls: what one source said at one moment.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use super::field::{period, person, scheme};
use super::tp_dossier;
use crate::arg::{self, Sized32, first_size};
use crate::error::{Failure, tp_error};
use crate::guard::fallible;
use crate::handle::borrow;
use crate::text::tp_str;
use crate::words;
use facade::core::model::Snapshot;

/// The answer carried the list of coverage periods.
pub const TP_LIST_COVERAGE: i32 = 1;
/// The answer carried the list of coverage codes.
pub const TP_LIST_CODES: i32 = 2;
/// The answer carried the list of exemptions.
pub const TP_LIST_EXEMPTIONS: i32 = 4;
/// The answer carried the list of accidents.
pub const TP_LIST_ACCIDENTS: i32 = 8;
/// The answer carried the list of contracts.
pub const TP_LIST_CONTRACTS: i32 = 16;
/// The answer carried the list of service codes.
pub const TP_LIST_SERVICES: i32 = 32;

const EVERY_LIST: i32 = 63;

/// What one source said of one person at one moment, but for its entries. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_snapshot {
    /// `sizeof(tp_snapshot)`.
    pub size: u32,
    /// Who spoke: one of `TP_SOURCE_`. Required.
    pub source: i32,
    /// When it was asked or read: yyyymmddhhmmss, or yyyymmdd when the time is not known.
    pub observed_at: i64,
    /// A card's last update, or an attestation's date of issue.
    pub updated_on: i32,
    /// 1 when the next two say which days the service could see, otherwise 0.
    pub has_horizon: i32,
    /// First of them; open when 0.
    pub horizon_from: i32,
    /// Last of them; open when 0.
    pub horizon_to: i32,
    /// Which lists were part of the answer, even empty: a sum of `TP_LIST_`. A list that was part of it and is empty
    /// says that there is none; one that was not says nothing. Adding an entry sets the bit of its list.
    pub lists: i32,
    /// Birth rank, 1 to 9.
    pub birth_rank: i32,
    /// Your id of the person.
    pub person_id: tp_str,
    /// Birth date as written.
    pub birth_date: tp_str,
    /// NIR, never needed and never printed.
    pub nir: tp_str,
    /// Grand régime, 2 characters.
    pub regime: tp_str,
    /// Caisse, 3 characters.
    pub fund: tp_str,
    /// Centre, 4 characters.
    pub centre: tp_str,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_snapshot {
    const NAME: &'static str = "snapshot";
    const FIRST_SIZE: usize = first_size(136, 88);
}

/// Adds a snapshot. `index`, which may be NULL, is set to its place, which its entries are added with.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_snapshot(
    dossier: *mut tp_dossier,
    snapshot: *const tp_snapshot,
    index: *mut usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let snapshot = read(&arg::sized(snapshot)?)?;
            borrow(dossier)?.change(|state| {
                state.room_for(1)?;
                arg::write_if(index, state.dossier.rights.len());
                state.dossier.rights.push(snapshot);
                Ok(())
            })
        })
    }
}

/// # Safety
///
/// Every view of the snapshot can be read.
unsafe fn read(given: &tp_snapshot) -> Result<Snapshot, Failure> {
    let source =
        words::said(given.source, "snapshot.source")?.ok_or_else(|| Failure::missing("snapshot.source"))?;
    let horizon = period(
        (given.horizon_from, "snapshot.horizon_from"),
        (given.horizon_to, "snapshot.horizon_to"),
    )?;
    let has_horizon = arg::yes_no(given.has_horizon, "snapshot.has_horizon")?;
    if !has_horizon && (given.horizon_from != 0 || given.horizon_to != 0) {
        return Err(Failure::value("snapshot.has_horizon"));
    }
    if given.lists & !EVERY_LIST != 0 {
        return Err(Failure::value("snapshot.lists"));
    }
    let carried = |list: i32| given.lists & list != 0;
    // SAFETY: the caller's promise.
    unsafe {
        Ok(Snapshot {
            observed_at: arg::moment(given.observed_at, "snapshot.observed_at")?,
            updated_on: arg::day(given.updated_on, "snapshot.updated_on")?,
            horizon: has_horizon.then_some(horizon),
            person: person(given.person_id, given.birth_date, given.birth_rank, given.nir)?,
            scheme: scheme(given.regime, given.fund, given.centre)?,
            coverage: carried(TP_LIST_COVERAGE).then(Vec::new),
            codes: carried(TP_LIST_CODES).then(Vec::new),
            exemptions: carried(TP_LIST_EXEMPTIONS).then(Vec::new),
            accidents: carried(TP_LIST_ACCIDENTS).then(Vec::new),
            contracts: carried(TP_LIST_CONTRACTS).then(Vec::new),
            services: carried(TP_LIST_SERVICES).then(Vec::new),
            ..Snapshot::silent(source)
        })
    }
}
