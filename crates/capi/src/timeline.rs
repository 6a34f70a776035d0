//! The timeline: the rights of a person over a window of days.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

use crate::arg::{self, Sized32, first_size};
use crate::dossier::tp_dossier;
use crate::engine::tp_engine;
use crate::error::{Failure, clear, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::{Handle, borrow, give, take_back};
use crate::options::{style, tp_style};
use crate::text::{give_text, tp_str, tp_text};
use crate::words::{TP_BASIS_NONE, UNKNOWN, lang, verdict};
use facade::core::model::{Dossier, Period};
use facade::core::timeline::{FollowedRight, Timeline};
use facade::lists::Numbered;
use facade::{Engine, HtmlFrame};

/// The rights of a person over a window of days, and the answer to the claim on each of them.
///
/// It never changes, and threads may share it. It outlives the engine and the dossier that it came from.
pub struct tp_timeline {
    engine: Engine,
    dossier: Dossier,
    timeline: Timeline,
}

impl Handle for tp_timeline {
    const NAME: &'static str = "timeline";
}

/// One interval of one right. The caller allocates it and sets `size`. Views live for ever.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_right_interval {
    /// `sizeof(tp_right_interval)`, set by the caller and left as it is.
    pub size: u32,
    /// First day.
    pub start: i32,
    /// Last day.
    pub end: i32,
    /// Zero.
    pub reserved: i32,
    /// What is known of the right: `proved`, `horizon`, `assumed`, `contradicted`, `pending`, `absent`, `stale` or
    /// `unknown`.
    pub certainty: tp_str,
    /// Who decides, such as `adri`; empty when nobody does.
    pub source: tp_str,
}

/// One interval of the claim, asked on each of its days. The caller allocates it and sets `size`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_claim_interval {
    /// `sizeof(tp_claim_interval)`, set by the caller and left as it is.
    pub size: u32,
    /// First day.
    pub start: i32,
    /// Last day.
    pub end: i32,
    /// The verdict on each of its days: one of `TP_VERDICT_`.
    pub verdict: i32,
    /// Its basis: one of `TP_BASIS_`.
    pub basis: i32,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_right_interval {
    const NAME: &'static str = "right interval";
    const FIRST_SIZE: usize = first_size(48, 32);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_claim_interval {
    const NAME: &'static str = "claim interval";
    const FIRST_SIZE: usize = first_size(20, 20);
}

/// The longest window, in days: a hundred years.
const LONGEST_WINDOW: i32 = 36_525;

/// Gives the timeline of a dossier from one day to another, bounds included, to be freed with `tp_timeline_free`.
///
/// Fails with `TP_ERROR_VALUE` when the last day is before the first one, and with `TP_ERROR_RANGE` when they are more
/// than a hundred years apart.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_new(
    engine: *const tp_engine,
    dossier: *const tp_dossier,
    first: i32,
    last: i32,
    out: *mut *mut tp_timeline,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let engine = borrow(engine)?.get().clone();
            let (first, last) = (
                arg::required_day(first, "first")?,
                arg::required_day(last, "last")?,
            );
            match last.days_since(first) {
                ..0 => return Err(Failure::value("last")),
                LONGEST_WINDOW.. => return Err(Failure::range("last")),
                _ => {}
            }
            let dossier = borrow(dossier)?.read()?.dossier.clone();
            let timeline = tp_timeline {
                timeline: engine.timeline(&dossier, first, last),
                engine,
                dossier,
            };
            arg::write(out, "out", || give(timeline))
        })
    }
}

/// Gives the timeline as indented JSON, to be freed with `tp_text_free`: the same bytes in every language.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_json(
    timeline: *const tp_timeline,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let one = borrow(timeline)?;
                Ok(one.engine.timeline_json(&one.dossier, &one.timeline))
            })
        })
    }
}

/// Gives the timeline drawn with characters, for a fixed-width font, to be freed with `tp_text_free`. `lang` is one of
/// `TP_LANG_`; `style` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_text(
    timeline: *const tp_timeline,
    lang: i32,
    style: *const tp_style,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let one = borrow(timeline)?;
                let (lang, style) = (self::lang(lang)?, self::style(style)?);
                Ok(one.engine.draw_timeline(&one.dossier, &one.timeline, lang, style))
            })
        })
    }
}

/// Gives the timeline as a picture, an SVG document, to be freed with `tp_text_free`. `lang` is one of `TP_LANG_`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_svg(
    timeline: *const tp_timeline,
    lang: i32,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let (one, lang) = (borrow(timeline)?, self::lang(lang)?);
                Ok(one
                    .engine
                    .timeline_svg(&one.dossier, &one.timeline, lang, HtmlFrame::Document))
            })
        })
    }
}

/// The number of rights that the timeline follows; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_right_count(timeline: *const tp_timeline) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(timeline) }.map_or(0, |one| one.timeline.rights.len())
    })
}

/// Shows what a right is: its kind (`coverage`, `exemption` or `contract`) and, but for `coverage`, which one, such as
/// `ald` or `css`. Both views live for ever. `interval_count` is set to the number of its intervals.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_right(
    timeline: *const tp_timeline,
    right: usize,
    kind: *mut tp_str,
    which: *mut tp_str,
    interval_count: *mut usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(kind, tp_str::EMPTY);
            arg::write_if(which, tp_str::EMPTY);
            arg::write_if(interval_count, 0);
            let right = borrow(timeline)?.timeline.rights.get(right);
            let (followed, intervals) = right.ok_or_else(|| Failure::range("right"))?;
            let (kind_of, which_of) = match followed {
                FollowedRight::Coverage => ("coverage", ""),
                FollowedRight::Exemption(ground) => ("exemption", ground.as_str()),
                FollowedRight::Contract(kind) => ("contract", kind.as_str()),
            };
            arg::write(kind, "kind", || tp_str::of(kind_of))?;
            arg::write(which, "which", || tp_str::of(which_of))?;
            arg::write(interval_count, "interval_count", || intervals.len())
        })
    }
}

/// Fills in one interval of a right; together they tile the window. Fails with `TP_ERROR_RANGE` when an index is past
/// the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_right_interval(
    timeline: *const tp_timeline,
    right: usize,
    index: usize,
    out: *mut tp_right_interval,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let right = borrow(timeline)?.timeline.rights.get(right);
            let (_, intervals) = right.ok_or_else(|| Failure::range("right"))?;
            let interval = intervals.get(index).ok_or_else(|| Failure::range("index"))?;
            let (start, end) = bounds(interval.period);
            arg::fill(
                out,
                &tp_right_interval {
                    size: 0,
                    start,
                    end,
                    reserved: 0,
                    certainty: tp_str::of(interval.certainty.as_str()),
                    source: tp_str::of_some(interval.source.map(|source| source.as_str())),
                },
            )
        })
    }
}

/// The number of intervals of the claim; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_claim_count(timeline: *const tp_timeline) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(timeline) }.map_or(0, |one| one.timeline.claim.len())
    })
}

/// Fills in one interval of the claim; together they tile the window. It is set to undetermined on entry.
///
/// Fails with `TP_ERROR_RANGE` when `index` is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_claim(
    timeline: *const tp_timeline,
    index: usize,
    out: *mut tp_claim_interval,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let undetermined = tp_claim_interval {
                size: 0,
                start: 0,
                end: 0,
                verdict: UNKNOWN,
                basis: TP_BASIS_NONE,
            };
            arg::fill(out, &undetermined)?;
            let interval = borrow(timeline)?.timeline.claim.get(index);
            let interval = interval.ok_or_else(|| Failure::range("index"))?;
            let (start, end) = bounds(interval.period);
            let (verdict, basis) = verdict(interval.verdict);
            arg::fill(
                out,
                &tp_claim_interval {
                    size: 0,
                    start,
                    end,
                    verdict,
                    basis,
                },
            )
        })
    }
}

/// Gives what becomes of the exemption of one line on the days of an interval of the claim: one of `TP_EXEMPTION_`. It
/// is set to `TP_EXEMPTION_UNKNOWN` on entry.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_exemption(
    timeline: *const tp_timeline,
    index: usize,
    line: usize,
    out: *mut i32,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(out, UNKNOWN);
            let timeline = &borrow(timeline)?.timeline;
            timeline.claim.get(index).ok_or_else(|| Failure::range("index"))?;
            let state = timeline
                .exemption(index, line)
                .ok_or_else(|| Failure::range("line"))?;
            arg::write(out, "out", || state.number())
        })
    }
}

/// Frees a timeline. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_timeline_free(timeline: *mut tp_timeline) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(timeline) });
}

fn bounds(period: Period) -> (i32, i32) {
    (arg::number_of(period.start()), arg::number_of(period.end()))
}
