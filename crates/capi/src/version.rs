//! Versions: of the library, of its ABI, and of the header that a caller was compiled with.
#![expect(unsafe_code, reason = "exports carry an unsafe attribute")]

use crate::error::{TP_ERROR_NEWER, TP_ERROR_VALUE, TP_OK};
use crate::guard::guard;
use std::ffi::{CStr, c_char};

/// Version of the library that this header belongs to: first number.
pub const TP_VERSION_MAJOR: i32 = 0;
/// Second number.
pub const TP_VERSION_MINOR: i32 = 1;
/// Third number.
pub const TP_VERSION_PATCH: i32 = 0;
/// The three numbers as one: major * 1000000 + minor * 1000 + patch. (`TP_VERSION` is a type of Windows.)
pub const TP_VERSION_NUMBER: i32 = TP_VERSION_MAJOR * 1_000_000 + TP_VERSION_MINOR * 1_000 + TP_VERSION_PATCH;
/// Major version of the ABI. It is the number in the name of the shared library, and changes when a program compiled
/// with an older header must not run with this library.
pub const TP_ABI_MAJOR: i32 = 0;
/// Minor version of the ABI. It grows when something is added.
pub const TP_ABI_MINOR: i32 = 2;

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

/// The version of the library that is running, as major * 1000000 + minor * 1000 + patch.
#[unsafe(no_mangle)]
pub extern "C" fn tp_version() -> i32 {
    guard(0, || TP_VERSION_NUMBER)
}

/// The version of the library that is running, as text that ends with NUL and lives for ever.
#[unsafe(no_mangle)]
pub extern "C" fn tp_version_text() -> *const c_char {
    guard(c"".as_ptr(), || VERSION.as_ptr())
}

/// Whether a program compiled with a header of this ABI runs with this library: `TP_OK`, or `TP_ERROR_NEWER` when it
/// wants more than this library has, or `TP_ERROR_VALUE` when the major versions differ.
///
/// Call it first, as `tp_abi_check(TP_ABI_MAJOR, TP_ABI_MINOR)`, when the library is loaded at run time.
#[unsafe(no_mangle)]
pub extern "C" fn tp_abi_check(major: i32, minor: i32) -> i32 {
    guard(TP_ERROR_VALUE, || {
        if major != TP_ABI_MAJOR || minor < 0 {
            TP_ERROR_VALUE
        } else if minor > TP_ABI_MINOR {
            TP_ERROR_NEWER
        } else {
            TP_OK
        }
    })
}
