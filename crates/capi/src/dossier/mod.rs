//! The dossier: a claim and what the sources said, built by one thread, asked by any number.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

mod claim;
mod entries;
mod field;
mod line;
mod snapshot;

use crate::arg;
use crate::error::{Failure, clear, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::{Handle, borrow, give, take_back};
use crate::memory;
use crate::reading::tp_reading;
use crate::text::{give_text, tp_text};
use facade::core::model::{Dossier, Snapshot};
use facade::format::{
    dossier_to_json, dossier_without_people_to_json, parse_claim, parse_dossier, snapshots_to_json,
};
use std::ffi::c_char;
use std::sync::{RwLock, RwLockReadGuard, TryLockError};

pub use claim::{tp_claim, tp_claim_accident, tp_claim_contract};
pub use entries::{
    tp_accident, tp_contract, tp_contract_right, tp_coverage, tp_coverage_code, tp_exemption, tp_maternity,
    tp_service,
};
pub use line::tp_line;
pub use snapshot::tp_snapshot;

/// A claim and what the sources said of the person's rights.
///
/// One thread at a time may change it, and nobody may ask meanwhile: a call that finds it otherwise fails with
/// `TP_ERROR_BUSY`. Any number of threads may ask at once. What it is given is copied. Once a call that changes it gave
/// `TP_ERROR_MEMORY`, it can only be freed.
pub struct tp_dossier {
    state: RwLock<State>,
}

/// What a dossier holds.
pub(crate) struct State {
    pub(crate) dossier: Dossier,
    /// Entries added by calls.
    entries: usize,
    /// Whether memory ran out while it was changed: nobody knows what is in it.
    spoiled: bool,
}

/// No real dossier comes near it. It stops a runaway caller.
const MOST_ENTRIES: usize = 1_000_000;

impl Handle for tp_dossier {
    const NAME: &'static str = "dossier";
}

impl tp_dossier {
    fn new(dossier: Dossier) -> Self {
        tp_dossier {
            state: RwLock::new(State {
                dossier,
                entries: 0,
                spoiled: false,
            }),
        }
    }

    /// The dossier as it is.
    ///
    /// A call that panicked may have left an entry out; what is there is well formed all the same.
    #[inline(always)]
    fn state(&self) -> Result<RwLockReadGuard<'_, State>, Failure> {
        let state = match self.state.try_read() {
            Ok(state) => state,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(Failure::busy("dossier")),
        };
        if state.spoiled {
            return Err(Failure::memory());
        }
        Ok(state)
    }

    /// The dossier, to ask: it has a line.
    #[inline(always)]
    pub(crate) fn read(&self) -> Result<RwLockReadGuard<'_, State>, Failure> {
        let state = self.state()?;
        if state.dossier.claim.lines.is_empty() {
            return Err(Failure::missing("claim.lines"));
        }
        Ok(state)
    }

    /// Changes the dossier.
    fn change(&self, change: impl FnOnce(&mut State) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut state = match self.state.try_write() {
            Ok(state) => state,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(Failure::busy("dossier")),
        };
        memory::whole()?;
        if state.spoiled {
            return Err(Failure::memory());
        }
        let done = change(&mut state);
        state.spoiled = memory::drawn();
        done
    }

    /// Changes one snapshot, by adding one entry.
    fn change_snapshot(
        &self,
        index: usize,
        change: impl FnOnce(&mut Snapshot) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.change(|state| {
            state.room_for(1)?;
            let snapshot = state.dossier.rights.get_mut(index);
            change(snapshot.ok_or_else(|| Failure::range("snapshot"))?)
        })
    }
}

impl State {
    fn room_for(&mut self, more: usize) -> Result<(), Failure> {
        let entries = self.entries.saturating_add(more);
        if entries > MOST_ENTRIES {
            return Err(Failure::range("dossier"));
        }
        self.entries = entries;
        Ok(())
    }
}

/// Gives the dossier of a JSON document, to be freed with `tp_dossier_free`. More may be added to it.
///
/// Fails with `TP_ERROR_INPUT` when the document is refused; the error names the place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_from_json(
    json: *const c_char,
    len: usize,
    out: *mut *mut tp_dossier,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let dossier = parse_dossier(arg::document(json.cast(), len, "json")?)?;
            arg::write(out, "out", || give(tp_dossier::new(dossier)))
        })
    }
}

/// Gives a dossier without rights for a claim in JSON, to be freed with `tp_dossier_free`: a claim object alone, or
/// `{"format", "as_of", "claim"}`. Readings and snapshots are added to it afterwards.
///
/// Fails with `TP_ERROR_INPUT` when the document is refused; the error names the place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_from_claim_json(
    json: *const c_char,
    len: usize,
    out: *mut *mut tp_dossier,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let document = parse_claim(arg::document(json.cast(), len, "json")?)?;
            let dossier = Dossier {
                as_of: document.as_of,
                claim: document.claim,
                rights: Vec::new(),
            };
            arg::write(out, "out", || give(tp_dossier::new(dossier)))
        })
    }
}

/// Adds the snapshots of a reading. The reading is copied, stays the caller's, and can be added to other dossiers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_reading(
    dossier: *mut tp_dossier,
    reading: *const tp_reading,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let snapshots = borrow(reading)?.snapshots();
            borrow(dossier)?.change(|state| {
                state.room_for(snapshots.len())?;
                state.dossier.rights.extend_from_slice(snapshots);
                Ok(())
            })
        })
    }
}

/// Takes every snapshot out of a dossier, so that the claim can be asked again with other rights.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_clear_rights(dossier: *mut tp_dossier, error: *mut *mut tp_error) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            borrow(dossier)?.change(|state| {
                state.dossier.rights.clear();
                state.entries = state.dossier.claim.lines.len();
                Ok(())
            })
        })
    }
}

/// Gives the snapshots of a dossier as JSON, to be freed with `tp_text_free`. A NIR is never written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_rights_json(
    dossier: *const tp_dossier,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                Ok(snapshots_to_json(&borrow(dossier)?.state()?.dossier.rights))
            })
        })
    }
}

/// Gives the dossier as JSON, to be freed with `tp_text_free`: what a support desk needs to see why a claim was decided as
/// it was. Its people are left out, and only the ids of the claim and of its lines are the caller's; with `people` 1 they
/// are written, without their NIR, and the document read again gives the same dossier.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_json(
    dossier: *const tp_dossier,
    people: i32,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let write = if arg::yes_no(people, "people")? {
                dossier_to_json
            } else {
                dossier_without_people_to_json
            };
            give_text(out, || Ok(write(&borrow(dossier)?.state()?.dossier)))
        })
    }
}

/// Frees a dossier, once no call uses it any more. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_free(dossier: *mut tp_dossier) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(dossier) });
}
