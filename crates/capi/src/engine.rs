//! The engine: made once, asked by many threads.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

use crate::arg;
use crate::error::{Failure, clear, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::{Handle, borrow, borrow_mut, give, take_back};
use crate::memory;
use crate::text::tp_str;
use facade::Engine;
use facade::tables::{Files, NAMES, embedded_files};
use std::ffi::c_char;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

/// A table may have so many bytes: what reads it takes some forty times as many.
const LARGEST_TABLE: usize = 1 << 20;

/// Makes an engine with tables of your own. One thread at a time.
pub struct tp_engine_builder {
    files: Files,
}

impl Handle for tp_engine_builder {
    const NAME: &'static str = "builder";
}

/// Tables and texts that answer dossiers.
///
/// It never changes once it is made, has no clock and does no I/O: any number of threads may use it at once. Results
/// keep what they need of it, so it may be freed before them.
pub struct tp_engine {
    inner: Engine,
}

impl Handle for tp_engine {
    const NAME: &'static str = "engine";
}

impl tp_engine {
    pub(crate) const fn get(&self) -> &Engine {
        &self.inner
    }
}

/// Gives the engine with the tables and texts compiled in, to be freed with `tp_engine_free`.
///
/// It costs next to nothing: tables and texts are constants. Fails only on NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_new(out: *mut *mut tp_engine, error: *mut *mut tp_error) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let engine = tp_engine {
                inner: Engine::embedded(),
            };
            arg::write(out, "out", || give(engine))
        })
    }
}

/// Gives a builder that starts from the tables compiled in, to be freed with `tp_engine_builder_free`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_builder_new(
    out: *mut *mut tp_engine_builder,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let builder = || tp_engine_builder {
                files: embedded_files(),
            };
            arg::write(out, "out", || give(builder()))
        })
    }
}

/// Puts a table of yours, such as `rejects.toml`, in the place of the one compiled in. Name and text are copied.
///
/// Nothing of the table is checked before `tp_engine_builder_build`. Fails on NULL, on text that is not UTF-8 and on more
/// than 1 MiB of it, twenty times the largest table there is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_builder_set_table(
    builder: *mut tp_engine_builder,
    name: *const c_char,
    name_len: usize,
    text: *const c_char,
    text_len: usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            memory::whole()?;
            let builder = borrow_mut(builder)?;
            let view = |data, len| tp_str { data, len };
            if text_len > LARGEST_TABLE {
                return Err(Failure::range("text_len"));
            }
            let name = arg::text(view(name, name_len), "name")?.ok_or_else(|| Failure::missing("name"))?;
            let text = arg::text(view(text, text_len), "text")?.unwrap_or_default();
            builder.files.insert(name.to_owned(), text.to_owned());
            Ok(())
        })
    }
}

/// Gives an engine with the tables of the builder, to be freed with `tp_engine_free`.
///
/// The builder can be used again and must still be freed. Fails with `TP_ERROR_TABLE` when a table is refused; the
/// error names its file and line.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_builder_build(
    builder: *const tp_engine_builder,
    out: *mut *mut tp_engine,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let _large = memory::Large::set_aside()?;
            let engine = tp_engine {
                inner: Engine::with_tables(&borrow(builder)?.files)?,
            };
            arg::write(out, "out", || give(engine))
        })
    }
}

/// Frees a builder. NULL is allowed and does nothing. Engines that it made are not concerned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_builder_free(builder: *mut tp_engine_builder) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(builder) });
}

/// Frees an engine, once no call uses it any more. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_free(engine: *mut tp_engine) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(engine) });
}

/// Shows the edition of the rules, such as `2026.11`. The view lives as long as the engine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_edition(
    engine: *const tp_engine,
    out: *mut tp_str,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(out, tp_str::EMPTY);
            let tables = &borrow(engine)?.inner.tables().decision;
            arg::write(out, "out", || tp_str::of(&tables.edition))
        })
    }
}

/// Shows the digest of the tables, in hexadecimal. The view lives as long as the engine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_digest(
    engine: *const tp_engine,
    out: *mut tp_str,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(out, tp_str::EMPTY);
            let tables = &borrow(engine)?.inner.tables().decision;
            arg::write(out, "out", || tp_str::of(&tables.digest))
        })
    }
}

/// Gives the first and the last care date that the tables cover, as yyyymmdd, 0 where open. Outside them every answer is
/// undetermined.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_engine_covers(
    engine: *const tp_engine,
    from: *mut i32,
    to: *mut i32,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(from, 0);
            arg::write_if(to, 0);
            let covers = borrow(engine)?.inner.tables().decision.covers;
            arg::write(from, "from", || arg::number_of(covers.start()))?;
            arg::write(to, "to", || arg::number_of(covers.end()))
        })
    }
}

/// The number of tables compiled in.
#[unsafe(no_mangle)]
pub extern "C" fn tp_table_count() -> usize {
    guard(0, || NAMES.len())
}

/// The tables compiled in, unpacked by the first who asks and kept for ever. No lock: a fork may find any other thread here.
fn compiled_in() -> Result<&'static Files, Failure> {
    static FILES: AtomicPtr<Files> = AtomicPtr::new(null_mut());
    let mut kept = FILES.load(Ordering::Acquire);
    if kept.is_null() {
        let made = Box::new(embedded_files());
        // What is made of the reserve is not kept: the reserve would never be whole again.
        if memory::drawn() {
            return Err(Failure::memory());
        }
        let made = Box::into_raw(made);
        let first = FILES.compare_exchange(null_mut(), made, Ordering::AcqRel, Ordering::Acquire);
        kept = first.map_or_else(
            |other| {
                // SAFETY: another thread was first, and nobody else has this one.
                drop(unsafe { Box::from_raw(made) });
                other
            },
            |_| made,
        );
    }
    // SAFETY: it was made here, and is never freed.
    Ok(unsafe { &*kept })
}

/// Shows the name and the text of a table compiled in, to start from when one is to be changed. Both views live for
/// ever. Fails with `TP_ERROR_RANGE` when `index` is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_table(
    index: usize,
    name: *mut tp_str,
    text: *mut tp_str,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(name, tp_str::EMPTY);
            arg::write_if(text, tp_str::EMPTY);
            let name_of = *NAMES.get(index).ok_or_else(|| Failure::range("index"))?;
            let text_of = compiled_in()?
                .get(name_of)
                .ok_or_else(|| Failure::range("index"))?;
            arg::write(name, "name", || tp_str::of(name_of))?;
            arg::write(text, "text", || tp_str::of(text_of))
        })
    }
}
