//! Forced panics and a count of guarded calls, for the proof that no panic leaves the library. Never shipped: a proof
//! looks for these symbols in the library that is.
#![expect(unsafe_code, reason = "exports carry an unsafe attribute")]

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

static ARMED: AtomicBool = AtomicBool::new(false);
static ENTERED: AtomicU32 = AtomicU32::new(0);

/// Called by the guard inside itself.
pub(crate) fn entered() {
    ENTERED.fetch_add(1, Ordering::SeqCst);
    if ARMED.load(Ordering::SeqCst) {
        #[expect(clippy::panic, reason = "this is what is to be proved harmless")]
        {
            panic!("forced");
        }
    }
}

/// Makes every call panic from now on, or no more.
#[unsafe(no_mangle)]
pub extern "C" fn tp_test_force_panic(armed: i32) {
    ARMED.store(armed != 0, Ordering::SeqCst);
}

/// How many calls went through the guard so far.
#[unsafe(no_mangle)]
pub extern "C" fn tp_test_guarded_calls() -> u32 {
    ENTERED.load(Ordering::SeqCst)
}
