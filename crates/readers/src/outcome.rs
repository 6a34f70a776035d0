//! What a reader is told, and what it gives back.

use std::fmt;

use tierspayant_core::model::{Moment, Snapshot};

/// What the caller knows and the document does not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// When the card was read or the service was called. A card, the CNAM API and the C2S answer carry no such date; an
    /// ADRi answer does, and its own date wins.
    pub observed_at: Option<Moment>,
}

/// What a document held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadResult {
    /// One snapshot per beneficiary, in the order of the document.
    pub snapshots: Vec<Snapshot>,
    /// Every field that was present and not used, with the reason. Values are never repeated here.
    pub unused: Vec<Unused>,
    /// Set when the document is an error answer of the service: there is no snapshot then, because an error says
    /// nothing of a person's rights.
    pub refusal: Option<Refusal>,
}

/// One field that was present and not used.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Unused {
    /// The place: a JSON path, or a group and field of a card.
    pub place: String,
    /// The reason.
    pub why: Why,
}

impl fmt::Display for Unused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.why)
    }
}

/// Why a field was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Why {
    /// It holds nothing.
    Empty,
    /// It identifies a person beyond what a verdict needs.
    Personal,
    /// It is known and no rule needs it.
    NotNeeded,
    /// This reader does not know it.
    Unknown,
    /// Its content is not of the kind that this field holds.
    WrongKind,
    /// Its period ends before it starts.
    EndsBeforeStart,
    /// It repeats a field of the same name with the same value.
    Repeated,
    /// Another field says the same thing and was preferred.
    Superseded,
    /// It says yes or no without dates.
    FlagWithoutDates,
    /// It contradicts another field of the answer.
    Contradiction,
    /// It has no period, so it cannot say on which days it holds.
    NoPeriod,
    /// The service hid what it is about.
    Hidden,
    /// Nothing in the document says to whom it belongs.
    NoOwner,
    /// The model holds one such entry, and another was kept.
    OneKept,
    /// Blank bytes after the end of the document.
    Padding,
    /// Bytes that are not UTF-8 were read as Latin-1.
    Latin1,
    /// The answer is an error answer, in which nothing is read.
    ErrorAnswer,
}

impl Why {
    /// A short stable id.
    pub const fn as_str(self) -> &'static str {
        match self {
            Why::Empty => "empty",
            Why::Personal => "personal",
            Why::NotNeeded => "not_needed",
            Why::Unknown => "unknown",
            Why::WrongKind => "wrong_kind",
            Why::EndsBeforeStart => "ends_before_start",
            Why::Repeated => "repeated",
            Why::Superseded => "superseded",
            Why::FlagWithoutDates => "flag_without_dates",
            Why::Contradiction => "contradiction",
            Why::NoPeriod => "no_period",
            Why::Hidden => "hidden",
            Why::NoOwner => "no_owner",
            Why::OneKept => "one_kept",
            Why::Padding => "padding",
            Why::Latin1 => "latin1",
            Why::ErrorAnswer => "error_answer",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::Empty => "empty",
            Why::Personal => "personal data that no verdict needs",
            Why::NotNeeded => "known, and no rule needs it",
            Why::Unknown => "not known to this reader",
            Why::WrongKind => "not of the kind that this field holds",
            Why::EndsBeforeStart => "ends before it starts",
            Why::Repeated => "repeated with the same value",
            Why::Superseded => "another field says the same and was preferred",
            Why::FlagWithoutDates => "a yes or no without dates",
            Why::Contradiction => "contradicts another field of the answer",
            Why::NoPeriod => "no period, so no day on which it holds",
            Why::Hidden => "the service hid what it is about",
            Why::NoOwner => "nothing says to whom it belongs",
            Why::OneKept => "only one such entry can be held, and another was kept",
            Why::Padding => "blank bytes after the end",
            Why::Latin1 => "not UTF-8, read as Latin-1",
            Why::ErrorAnswer => "part of an error answer",
        })
    }
}

/// What kind of error answer a service gave. None of them is a no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// The service does not know the person: "not found" is not "no".
    NotFound,
    /// The request was not understood.
    BadRequest,
    /// The caller is not allowed to ask.
    Denied,
    /// Too many requests.
    TooManyRequests,
    /// The service behind gave no answer in time.
    TimedOut,
    /// The service, or the one behind it, is down or gave an unusable answer.
    Unavailable,
    /// An error of another kind.
    Other,
}

impl Refusal {
    /// A short stable id.
    pub const fn as_str(self) -> &'static str {
        match self {
            Refusal::NotFound => "not_found",
            Refusal::BadRequest => "bad_request",
            Refusal::Denied => "denied",
            Refusal::TooManyRequests => "too_many_requests",
            Refusal::TimedOut => "timed_out",
            Refusal::Unavailable => "unavailable",
            Refusal::Other => "other",
        }
    }

    /// The kind of an HTTP status of 400 or more.
    pub(crate) fn of_status(status: u64) -> Option<Self> {
        Some(match status {
            ..400 => return None,
            404 => Refusal::NotFound,
            400 | 422 => Refusal::BadRequest,
            401 | 403 => Refusal::Denied,
            429 => Refusal::TooManyRequests,
            408 | 504 => Refusal::TimedOut,
            500 | 502 | 503 => Refusal::Unavailable,
            _ => Refusal::Other,
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::NotFound => "the service does not know this person",
            Refusal::BadRequest => "the service did not understand the request",
            Refusal::Denied => "the service refused the caller",
            Refusal::TooManyRequests => "the service got too many requests",
            Refusal::TimedOut => "the service did not answer in time",
            Refusal::Unavailable => "the service is not available",
            Refusal::Other => "the service answered with an error",
        })
    }
}

/// Gathers the unused fields while a document is read.
#[derive(Debug, Default)]
pub(crate) struct Report {
    unused: Vec<Unused>,
}

impl Report {
    /// Lists one place.
    pub(crate) fn unused(&mut self, place: impl Into<String>, why: Why) {
        self.unused.push(Unused {
            place: place.into(),
            why,
        });
    }

    /// The result with these snapshots.
    pub(crate) fn snapshots(self, snapshots: Vec<Snapshot>) -> ReadResult {
        ReadResult {
            snapshots,
            unused: self.unused,
            refusal: None,
        }
    }

    /// The result of an error answer.
    pub(crate) fn refused(self, refusal: Refusal) -> ReadResult {
        ReadResult {
            snapshots: Vec::new(),
            unused: self.unused,
            refusal: Some(refusal),
        }
    }
}
