//! Statuses, and the error object that tells more.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

use crate::arg;
use crate::guard::guard;
use crate::handle::{Handle, borrow, take_back};
use crate::memory;
use facade::format::InputError;
use facade::readers::ReadError;
use facade::tables::TableError;
use std::borrow::Cow;
use std::ffi::CString;
use std::ffi::c_char;

/// What a call gives back: 0, or a negative number.
pub(crate) type Status = i32;

/// The call succeeded.
pub const TP_OK: i32 = 0;
/// A pointer that is required is NULL.
pub const TP_ERROR_NULL: i32 = -1;
/// The size of a struct or the length of a buffer is not one.
pub const TP_ERROR_SIZE: i32 = -2;
/// A struct holds a field that this version does not know: it is from a newer header.
pub const TP_ERROR_NEWER: i32 = -3;
/// An integer outside its list, a number that is no day, or a code or word that its field does not take.
pub const TP_ERROR_VALUE: i32 = -4;
/// A text is not UTF-8.
pub const TP_ERROR_UTF8: i32 = -5;
/// Something required was not said, such as the care date or the lines of a claim.
pub const TP_ERROR_MISSING: i32 = -6;
/// An index past the end, or more entries than any real dossier has.
pub const TP_ERROR_RANGE: i32 = -7;
/// The buffer of the caller is too small; the size that it needs was given.
pub const TP_ERROR_BUFFER: i32 = -8;
/// A JSON document is refused; the error tells the place.
pub const TP_ERROR_INPUT: i32 = -9;
/// A card buffer or the answer of a service cannot be read; the error tells the place.
pub const TP_ERROR_DOCUMENT: i32 = -10;
/// A table or a text of the engine is refused; the error tells the file and the line.
pub const TP_ERROR_TABLE: i32 = -11;
/// Another thread is changing this object: only one may at a time.
pub const TP_ERROR_BUSY: i32 = -12;
/// The library has a fault. No verdict was given; the process and the other objects are unharmed. The error names its
/// place in the source of the library, and nothing of the input.
pub const TP_ERROR_PANIC: i32 = -13;

/// A pointer is to no object of this kind: to another kind, to something else, or to what was freed.
pub const TP_ERROR_HANDLE: i32 = -14;
/// The system has no memory left, or what was made while it had none is still there. Nothing was given, and no error
/// either. Free what is not needed, what this call made most of all, and try again.
pub const TP_ERROR_MEMORY: i32 = -15;

/// What an error that could not be kept says.
const NO_MEMORY: (i32, &str) = (TP_ERROR_MEMORY, "TP-C-015");

/// Why a call failed. Its texts never repeat a value of the input.
///
/// A pointer and no more: every step of every call hands one on. Nothing stands for no memory, so that telling it needs none.
pub(crate) struct Failure(Option<Box<Told>>);

struct Told {
    status: Status,
    code: &'static str,
    place: Cow<'static, str>,
    what: Cow<'static, str>,
}

impl Failure {
    fn new(status: Status, code: &'static str, place: Cow<'static, str>, what: Cow<'static, str>) -> Self {
        let told = Told {
            status,
            code,
            place,
            what,
        };
        Failure(Some(Box::new(told)))
    }

    /// One whose words are known beforehand. Calls that succeed do not carry the code that makes it.
    #[cold]
    #[inline(never)]
    fn plain(status: Status, code: &'static str, place: &'static str, what: &'static str) -> Self {
        Self::new(status, code, Cow::Borrowed(place), Cow::Borrowed(what))
    }

    pub(crate) fn status(&self) -> Status {
        self.0.as_ref().map_or(NO_MEMORY.0, |told| told.status)
    }

    /// The whole of it in one line.
    pub(crate) fn line(&self) -> String {
        match &self.0 {
            None => NO_MEMORY.1.to_owned(),
            Some(told) if told.place.is_empty() => format!("{} {}", told.code, told.what),
            Some(told) => format!("{} {}: {}", told.code, told.place, told.what),
        }
    }

    pub(crate) fn null(name: &'static str) -> Self {
        Self::plain(TP_ERROR_NULL, "TP-C-001", name, "this pointer is required")
    }

    pub(crate) fn size(name: &'static str) -> Self {
        Self::plain(TP_ERROR_SIZE, "TP-C-002", name, "no such size")
    }

    pub(crate) fn newer(name: &'static str) -> Self {
        Self::plain(
            TP_ERROR_NEWER,
            "TP-C-003",
            name,
            "a field that this version does not know is set",
        )
    }

    pub(crate) fn value(name: &'static str) -> Self {
        Self::plain(
            TP_ERROR_VALUE,
            "TP-C-004",
            name,
            "not a value that this field takes",
        )
    }

    /// A value that the model refuses, with its own words.
    pub(crate) fn refused(name: &'static str, why: &dyn std::fmt::Display) -> Self {
        let what = why.to_string();
        Self::new(TP_ERROR_VALUE, "TP-C-004", Cow::Borrowed(name), Cow::Owned(what))
    }

    pub(crate) fn utf8(name: &'static str) -> Self {
        Self::plain(TP_ERROR_UTF8, "TP-C-005", name, "not UTF-8")
    }

    pub(crate) fn missing(name: &'static str) -> Self {
        Self::plain(TP_ERROR_MISSING, "TP-C-006", name, "this is required")
    }

    pub(crate) fn range(name: &'static str) -> Self {
        Self::plain(TP_ERROR_RANGE, "TP-C-007", name, "out of range")
    }

    pub(crate) fn buffer() -> Self {
        Self::plain(TP_ERROR_BUFFER, "TP-C-008", "buffer", "too small")
    }

    pub(crate) fn handle(name: &'static str) -> Self {
        Self::plain(
            TP_ERROR_HANDLE,
            "TP-C-014",
            name,
            "not such an object, or freed already",
        )
    }

    /// Needs no memory itself, and is never told by an error object.
    pub(crate) const fn memory() -> Self {
        Failure(None)
    }

    /// A fault of the library, by its place in the source.
    pub(crate) fn panic(place: String) -> Self {
        Self::new(
            TP_ERROR_PANIC,
            "TP-C-013",
            Cow::Owned(place),
            Cow::Borrowed("a fault of the library: please report this line"),
        )
    }

    pub(crate) fn busy(name: &'static str) -> Self {
        Self::plain(TP_ERROR_BUSY, "TP-C-012", name, "another thread is changing it")
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        Self::new(
            TP_ERROR_INPUT,
            error.code(),
            Cow::Owned(error.place().to_owned()),
            Cow::Owned(error.fault().to_string()),
        )
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let place = match &error {
            ReadError::Card { place, .. } => place.to_string(),
            ReadError::Field { place, .. } => place.clone(),
            ReadError::NotJson { line, column } => format!("line {line}, column {column}"),
            _ => "document".to_owned(),
        };
        let message = error.to_string();
        let what = message.strip_prefix(&format!("{place}: ")).unwrap_or(&message);
        let what = what.to_owned();
        Self::new(TP_ERROR_DOCUMENT, "TP-C-010", Cow::Owned(place), Cow::Owned(what))
    }
}

impl From<TableError> for Failure {
    fn from(error: TableError) -> Self {
        let message = error.to_string();
        let (place, what) = message.split_once(": ").unwrap_or(("", &message));
        let (place, what) = (place.to_owned(), what.to_owned());
        Self::new(TP_ERROR_TABLE, "TP-C-011", Cow::Owned(place), Cow::Owned(what))
    }
}

/// Why a call failed, in words. It never repeats a value of the input, so it may go into a log.
///
/// Threads may share it. It does not depend on any other object.
pub struct tp_error {
    status: Status,
    code: CString,
    place: CString,
    message: CString,
}

impl Handle for tp_error {
    const NAME: &'static str = "error";
}

impl From<Failure> for tp_error {
    fn from(failure: Failure) -> Self {
        let (code, place, message) = match &failure.0 {
            None => (NO_MEMORY.1, "", Cow::Borrowed("")),
            Some(told) if told.place.is_empty() => (told.code, "", Cow::Borrowed(&*told.what)),
            Some(told) => (
                told.code,
                &*told.place,
                Cow::Owned(format!("{}: {}", told.place, told.what)),
            ),
        };
        tp_error {
            status: failure.status(),
            code: c_text(code),
            place: c_text(place),
            message: c_text(&message),
        }
    }
}

/// A text that ends with a NUL, as printf wants it; a NUL inside, which no message has, would become a blank.
fn c_text(text: &str) -> CString {
    CString::new(text.replace('\0', " ")).unwrap_or_default()
}

/// The status that the call gave back, or `TP_ERROR_NULL` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_error_status(error: *const tp_error) -> i32 {
    guard(TP_ERROR_PANIC, || {
        // SAFETY: the contract of the header.
        unsafe { borrow(error) }.map_or_else(|wrong| wrong.status(), |error| error.status)
    })
}

/// A stable code such as `TP-IN-021`, the same in every language. Ends with NUL; lives as long as the error;
/// empty for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_error_code(error: *const tp_error) -> *const c_char {
    // SAFETY: the contract of the header.
    guard(c"".as_ptr(), || unsafe { view(error, |error| &error.code) })
}

/// Where the fault is, such as `rights[1].exemptions[0].start` or the name of an argument; may be empty. Ends with
/// NUL; lives as long as the error; empty for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_error_place(error: *const tp_error) -> *const c_char {
    // SAFETY: the contract of the header.
    guard(c"".as_ptr(), || unsafe { view(error, |error| &error.place) })
}

/// One line in English: the place and what is wrong there. Ends with NUL; lives as long as the error; empty for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_error_message(error: *const tp_error) -> *const c_char {
    // SAFETY: the contract of the header.
    guard(c"".as_ptr(), || unsafe { view(error, |error| &error.message) })
}

/// Frees an error. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_error_free(error: *mut tp_error) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(error) });
}

/// What a status means, in a few English words that end with NUL and live for ever. Unknown numbers have a text as well.
#[unsafe(no_mangle)]
pub extern "C" fn tp_status_text(status: i32) -> *const c_char {
    guard(c"".as_ptr(), || {
        let text = match status {
            TP_OK => c"ok",
            TP_ERROR_NULL => c"a required pointer is NULL",
            TP_ERROR_SIZE => c"a size or length is not one",
            TP_ERROR_NEWER => c"a struct from a newer header",
            TP_ERROR_VALUE => c"a value that its field does not take",
            TP_ERROR_UTF8 => c"not UTF-8",
            TP_ERROR_MISSING => c"something required was not said",
            TP_ERROR_RANGE => c"out of range",
            TP_ERROR_BUFFER => c"the buffer is too small",
            TP_ERROR_INPUT => c"the JSON document is refused",
            TP_ERROR_DOCUMENT => c"the document cannot be read",
            TP_ERROR_TABLE => c"a table or text is refused",
            TP_ERROR_BUSY => c"another thread is changing the object",
            TP_ERROR_PANIC => c"a fault of the library",
            TP_ERROR_HANDLE => c"a pointer to no such object",
            TP_ERROR_MEMORY => c"no memory left",
            _ => c"not a status",
        };
        text.as_ptr()
    })
}

/// # Safety
///
/// As for [`borrow`].
unsafe fn view(error: *const tp_error, part: impl Fn(&tp_error) -> &CString) -> *const c_char {
    // SAFETY: the caller's promise.
    unsafe { borrow(error) }.map_or(c"".as_ptr(), |error| part(error).as_ptr())
}

/// Sets an output to NULL before anything else, so that a failed call never leaves an old pointer there. Fails while the
/// reserve is not whole, since what is asked for is an object.
///
/// # Safety
///
/// The pointer is NULL or valid for writing.
pub(crate) unsafe fn clear<T>(out: *mut *mut T) -> Result<(), Failure> {
    // SAFETY: the caller's promise.
    unsafe { arg::write_if(out, std::ptr::null_mut()) };
    memory::whole()
}
