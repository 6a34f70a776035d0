//! The kinds of text.

/// A kind of text, with the word that opens its section in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Reason,
    Remedy,
    Reject,
    Cause,
    Correction,
    Frame,
    /// A part of other texts, which the build script puts into them.
    #[allow(dead_code, reason = "the build script compiles them")]
    Fragment,
}

impl Kind {
    /// How many kinds there are.
    pub(crate) const COUNT: usize = 7;

    #[allow(dead_code, reason = "the build script writes it in what it finds wrong")]
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Kind::Reason => "reason",
            Kind::Remedy => "remedy",
            Kind::Reject => "reject",
            Kind::Cause => "cause",
            Kind::Correction => "correction",
            Kind::Frame => "frame",
            Kind::Fragment => "fragment",
        }
    }
}
