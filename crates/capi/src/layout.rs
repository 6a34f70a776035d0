//! Sizes of structs, so that a client in another language can prove that it lays them out as this library does.
#![expect(unsafe_code, reason = "exports carry an unsafe attribute")]

use crate::arg::Sized32;
use crate::check::tp_summary;
use crate::dossier::{
    tp_accident, tp_claim, tp_claim_accident, tp_claim_contract, tp_contract, tp_contract_right, tp_coverage,
    tp_coverage_code, tp_exemption, tp_line, tp_maternity, tp_service, tp_snapshot,
};
use crate::guard::guard;
use crate::options::{tp_options, tp_style};
use crate::reading::tp_unused;
use crate::result::{tp_fact, tp_line_answer, tp_reason};
use crate::text::tp_str;
use crate::timeline::{tp_claim_interval, tp_right_interval};
use crate::what_if::tp_correction;
use std::ffi::c_char;

/// Declares the structs of the header once, by name, and after a `;` those that have no size of their own.
macro_rules! structs {
    ($($name:ident),+; $($plain:ident),+) => {
        /// Name and size of every struct of the header.
        pub(crate) const STRUCTS: &[(&str, usize)] = &[
            $((stringify!($name), size_of::<$name>()),)+
            $((stringify!($plain), size_of::<$plain>()),)+
        ];

        // A struct may grow and never shrinks: the callers of its first release are still there.
        $(const _: () = assert!(size_of::<$name>() >= <$name as Sized32>::FIRST_SIZE);)+

        /// Proves of every struct that it can grow.
        #[cfg(test)]
        pub(crate) fn all_grow() -> usize {
            $(crate::growth_tests::grows::<$name>();)+
            [$(stringify!($name)),+].len()
        }
    };
}

structs!(
    tp_accident,
    tp_claim,
    tp_claim_accident,
    tp_claim_contract,
    tp_claim_interval,
    tp_contract,
    tp_contract_right,
    tp_correction,
    tp_coverage,
    tp_coverage_code,
    tp_exemption,
    tp_fact,
    tp_line,
    tp_line_answer,
    tp_maternity,
    tp_options,
    tp_reason,
    tp_right_interval,
    tp_service,
    tp_snapshot,
    tp_style,
    tp_summary,
    tp_unused;
    tp_str
);

/// The size that a struct of the header has in the library that is running, by its name such as `tp_claim` and the
/// length of that name; 0 when there is no such struct. A client that lays structs out by itself compares it with its
/// own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_struct_size(name: *const c_char, len: usize) -> usize {
    guard(0, || {
        // SAFETY: the contract of the header.
        let name = unsafe { crate::arg::bytes(name.cast(), len, "name") }.unwrap_or_default();
        let known = STRUCTS.iter().find(|(one, _)| one.as_bytes() == name);
        known.map_or(0, |(_, size)| *size)
    })
}
