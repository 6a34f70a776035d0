//! What is easier to prove from Rust than from C: the guard, the reading of structs, and that lists are whole.
#![expect(unsafe_code, reason = "the exports are called as C calls them")]

use crate::arg::{fill, moment, sized};
use crate::check::{tp_check_json, tp_summary};
use crate::engine::{
    tp_engine, tp_engine_builder_free, tp_engine_builder_new, tp_engine_builder_set_table, tp_engine_edition,
    tp_engine_free, tp_engine_new,
};
use crate::error::{
    TP_ERROR_HANDLE, TP_ERROR_INPUT, TP_ERROR_NEWER, TP_ERROR_NULL, TP_ERROR_PANIC, TP_ERROR_SIZE,
    TP_ERROR_VALUE, TP_OK, tp_error_code, tp_error_free, tp_error_message, tp_error_place, tp_error_status,
};
use crate::guard::{fallible, guard};
use crate::options::tp_options;
use crate::panicked::note_places;
use crate::text::tp_str;
use crate::text::view_text;
use crate::version::{TP_ABI_MAJOR, tp_version_text};
use crate::words::{UNKNOWN, tp_word, tp_word_number};
use facade::core::verdict::VerdictWord;
use facade::lists::{Numbered, names, words_of};
use proptest::prelude::*;
use std::ffi::CStr;
use std::panic::{set_hook, take_hook};
use std::ptr::null_mut;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

static HOOKED: AtomicU32 = AtomicU32::new(0);

/// Held by the tests that depend on the panic hook.
static HOOK: Mutex<()> = Mutex::new(());

#[test]
fn a_panic_stays_inside_and_the_hook_of_the_host_stays_its_own() {
    let _alone = HOOK.lock();
    note_places();
    let before = take_hook();
    set_hook(Box::new(|_| {
        HOOKED.fetch_add(1, Ordering::SeqCst);
    }));
    let caught = guard(-13, || panic!("inside"));
    let nested = guard(-1, || guard(-2, || panic!("deeper")));
    let mine = std::panic::catch_unwind(|| panic!("mine"));
    set_hook(before);
    assert_eq!((caught, nested), (-13, -2));
    assert!(mine.is_err());
    assert_eq!(
        HOOKED.load(Ordering::SeqCst),
        3,
        "each panic reached the hook of the host once"
    );
}

/// The hook notes the place for the error, whatever the test beside it does with the hook of the process.
#[test]
fn the_error_of_a_panic_names_its_place_and_nothing_else() {
    let _alone = HOOK.lock();
    let mut error = null_mut();
    let line = line!() + 1;
    let status = unsafe { fallible(&raw mut error, || panic!("what a patient typed")) };
    assert_eq!(status, TP_ERROR_PANIC);
    let text = |given| unsafe { CStr::from_ptr(given) }.to_str().unwrap();
    let place = format!("crates/capi/src/tests.rs:{line}");
    unsafe {
        assert_eq!(tp_error_status(error), TP_ERROR_PANIC);
        assert_eq!(text(tp_error_code(error)), "TP-C-013");
        assert_eq!(text(tp_error_place(error)), place);
        assert!(!text(tp_error_message(error)).contains("patient"));
        tp_error_free(error);
    }
}

#[test]
fn versions_are_those_of_the_manifest_and_of_the_shared_library() {
    assert_eq!(env!("TP_ABI_MAJOR_OF_BUILD"), TP_ABI_MAJOR.to_string());
    let text = unsafe { CStr::from_ptr(tp_version_text()) };
    assert_eq!(text.to_str(), Ok(env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_word_is_shown_for_its_number_and_found_again() {
    let mut count = 0;
    for list in 1..=i32::try_from(names().len()).unwrap() {
        for (number, word) in words_of(names()[usize::try_from(list).unwrap() - 1]) {
            let (mut shown, mut found) = (tp_str::EMPTY, -1);
            assert_eq!(unsafe { tp_word(list, number, &raw mut shown, null_mut()) }, 0);
            assert_eq!(unsafe { view_text(&raw const shown) }.ok(), Some(word.word));
            let status = unsafe { tp_word_number(list, shown.data, shown.len, &raw mut found, null_mut()) };
            assert_eq!((status, found), (0, number));
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
    let mut shown = tp_str::EMPTY;
    for (list, number) in [(0, 1), (-1, 1), (10_000, 1), (1, 99), (1, i32::MIN)] {
        assert_eq!(
            unsafe { tp_word(list, number, &raw mut shown, null_mut()) },
            TP_ERROR_VALUE
        );
        assert_eq!(shown.len, 0);
    }
}

#[test]
fn a_struct_of_any_release_is_read_and_filled_as_far_as_it_goes() {
    #[repr(C)]
    struct Newer {
        options: tp_options,
        more: [u8; 20],
    }
    let size = |more: usize| u32::try_from(size_of::<tp_options>() + more).unwrap();
    let mut newer = Newer {
        options: tp_options {
            size: size(20),
            lang: 1,
            without_what_if: 1,
        },
        more: [0; 20],
    };
    let read = |newer: &Newer| unsafe { sized(std::ptr::from_ref(newer).cast::<tp_options>()) };
    assert_eq!(read(&newer).map(|one| one.lang).ok(), Some(1));
    newer.more[19] = 1;
    assert_eq!(read(&newer).err().map(|one| one.status()), Some(TP_ERROR_NEWER));
    newer.options.size = size(19);
    assert!(read(&newer).is_ok(), "what is past the size is not looked at");
    newer.options.size = size(0) - 1;
    assert_eq!(read(&newer).err().map(|one| one.status()), Some(TP_ERROR_SIZE));

    newer.options.size = size(12);
    newer.more = [7; 20];
    let given = tp_options {
        size: 0,
        lang: 5,
        without_what_if: 6,
    };
    let filled = unsafe { fill(std::ptr::from_mut(&mut newer).cast::<tp_options>(), &given) };
    assert!(filled.is_ok());
    assert_eq!((newer.options.size, newer.options.lang), (size(12), 5));
    assert_eq!(
        (&newer.more[..12], &newer.more[12..]),
        (&[0; 12][..], &[7; 8][..])
    );

    let missing = unsafe { fill(null_mut::<tp_summary>(), &tp_summary::UNDETERMINED) };
    assert_eq!(missing.err().map(|one| one.status()), Some(TP_ERROR_NULL));
}

#[test]
fn a_misaligned_struct_is_read() {
    let mut bytes = [0_u8; 40];
    let at = 1 + bytes.as_ptr().align_offset(8);
    bytes[at] = u8::try_from(size_of::<tp_options>()).unwrap();
    bytes[at + 4] = 1;
    let read = unsafe { sized(bytes.as_ptr().add(at).cast::<tp_options>()) };
    assert_eq!(read.map(|one| one.lang).ok(), Some(1));
}

#[test]
fn a_moment_is_a_day_or_a_day_and_a_time() {
    let shown = |number: i64| moment(number, "moment").ok().flatten().map(|one| one.to_string());
    assert_eq!(shown(20_261_120).as_deref(), Some("2026-11-20"));
    assert_eq!(shown(20_261_120_000_000).as_deref(), Some("2026-11-20T00:00:00"));
    assert_eq!(shown(20_261_120_235_959).as_deref(), Some("2026-11-20T23:59:59"));
    assert!(matches!(moment(0, "moment"), Ok(None)));
    for wrong in [
        1,
        -1,
        20_261_131,
        20_261_120_240_000,
        20_261_120_006_000,
        i64::MAX,
        i64::MIN,
    ] {
        assert_eq!(
            moment(wrong, "moment").err().map(|one| one.status()),
            Some(TP_ERROR_VALUE)
        );
    }
}

struct Shared(*mut tp_engine);

impl Drop for Shared {
    fn drop(&mut self) {
        unsafe { tp_engine_free(self.0) };
    }
}

#[test]
fn no_bytes_give_a_verdict_without_an_answer() {
    let mut engine = null_mut();
    assert_eq!(unsafe { tp_engine_new(&raw mut engine, null_mut()) }, TP_OK);
    let engine = Shared(engine);
    proptest!(ProptestConfig::with_cases(256), |(bytes in proptest::collection::vec(any::<u8>(), 0..200))| {
        let (mut verdict, mut text, mut error) = (VerdictWord::Billable.number(), null_mut(), null_mut());
        let status = unsafe {
            tp_check_json(
                engine.0, bytes.as_ptr().cast(), bytes.len(), std::ptr::null(),
                &raw mut verdict, &raw mut text, &raw mut error,
            )
        };
        prop_assert_eq!(status, TP_ERROR_INPUT);
        prop_assert_eq!(verdict, UNKNOWN);
        prop_assert!(text.is_null() && !error.is_null());
        unsafe { tp_error_free(error) };
    });
}

#[test]
fn a_pointer_to_something_else_is_told() {
    let mut engine = null_mut();
    assert_eq!(unsafe { tp_engine_new(&raw mut engine, null_mut()) }, TP_OK);
    let engine = Shared(engine);
    let (mut builder, mut edition) = (null_mut(), tp_str::EMPTY);
    assert_eq!(
        unsafe { tp_engine_builder_new(&raw mut builder, null_mut()) },
        TP_OK
    );

    // A builder where an engine is wanted, the middle of one, and memory that was never the library's.
    let here = [0x5a_u64; 64];
    let others = [
        builder.cast_const().cast::<tp_engine>(),
        unsafe { engine.0.byte_add(1) }.cast_const(),
        unsafe { engine.0.byte_add(8) }.cast_const(),
        here.as_ptr().cast(),
    ];
    for other in others {
        let mut error = null_mut();
        let status = unsafe { tp_engine_edition(other, &raw mut edition, &raw mut error) };
        assert_eq!(status, TP_ERROR_HANDLE);
        let place = unsafe { CStr::from_ptr(tp_error_place(error)) };
        assert_eq!(place.to_str(), Ok("engine"));
        unsafe { tp_error_free(error) };
        // Freeing it does nothing, least of all to what it really is.
        unsafe { tp_engine_free(other.cast_mut()) };
        assert_eq!(unsafe { tp_error_status(other.cast()) }, TP_ERROR_HANDLE);
    }
    let (name, text) = ("rejects.toml", "");
    let status = unsafe {
        tp_engine_builder_set_table(
            builder,
            name.as_ptr().cast(),
            name.len(),
            text.as_ptr().cast(),
            text.len(),
            null_mut(),
        )
    };
    assert_eq!(status, TP_OK);
    unsafe { tp_engine_builder_free(builder) };
    assert_eq!(
        unsafe { tp_engine_edition(engine.0, &raw mut edition, null_mut()) },
        TP_OK
    );
}
