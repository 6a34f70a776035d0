//! The kinds of text.

/// A kind of text, with the word that opens its section in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    #[allow(
        dead_code,
        reason = "the build script numbers them, in the order of their ids"
    )]
    Reason,
    #[allow(
        dead_code,
        reason = "the build script numbers them, in the order of their ids"
    )]
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

    /// Whether it is only said with a capital at its start.
    #[allow(dead_code, reason = "the build script packs it so")]
    pub(crate) const fn is_a_sentence(self) -> bool {
        matches!(self, Kind::Reason | Kind::Remedy | Kind::Cause)
    }

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
