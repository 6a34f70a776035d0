//! The words of facts, each by its list and its place in it.

use crate::model::record::Word;
use crate::model::{CardState, EndReason, Mode, Origin, PaidInstead, Source, Status, Trait, text_enum};
use crate::tables::{DateRole, Ground, Right, RightKind};

text_enum! {
    /// What another question answers, in the facts of a reason.
    Answer {
        /// The right is there.
        Yes = "yes",
        /// It is not there.
        No = "no",
        /// Nothing settles it.
        Undetermined = "undetermined",
    }
}

text_enum! {
    /// A word of facts that stands for no one thing.
    Unnamed {
        /// Any exemption.
        Exemption = "exemption",
        /// What is not known.
        Unknown = "unknown",
    }
}

/// A word of one of the lists that facts are given in.
#[derive(Clone, Copy)]
pub(crate) struct FactWord {
    list: u8,
    place: u8,
}

macro_rules! lists {
    ($($list:ident),+ $(,)?) => {
        /// The place of each list.
        enum Place { $($list),+ }

        /// The words of each list.
        const LISTS: &[&[Word]] = &[$($list::WORDS.words),+];

        $(impl From<$list> for FactWord {
            #[inline]
            fn from(word: $list) -> Self {
                FactWord { list: Place::$list as u8, place: word as u8 }
            }
        })+
    };
}

lists!(
    Answer,
    CardState,
    DateRole,
    EndReason,
    Ground,
    Mode,
    Origin,
    PaidInstead,
    RightKind,
    Source,
    Status,
    Trait,
    Unnamed
);

impl From<Right> for FactWord {
    #[inline]
    fn from(right: Right) -> Self {
        match right {
            Right::Kind(kind) => kind.into(),
            Right::Ground(ground) => ground.into(),
            Right::AnyExemption => Unnamed::Exemption.into(),
        }
    }
}

/// What is not known is a word as well.
impl<W: Into<FactWord>> From<Option<W>> for FactWord {
    #[inline]
    fn from(word: Option<W>) -> Self {
        word.map_or(Unnamed::Unknown.into(), Into::into)
    }
}

impl FactWord {
    /// The word as it is written.
    pub(super) fn as_str(self) -> &'static str {
        let list = LISTS.get(usize::from(self.list));
        let word = list.and_then(|list| list.get(usize::from(self.place)));
        word.map_or("", |word| word.word)
    }

    /// A word as it is written, of whichever list.
    pub(super) fn of(text: &str) -> Option<Self> {
        LISTS.iter().zip(0..).find_map(|(words, list)| {
            let place = words.iter().position(|word| word.word == text)?;
            let place = u8::try_from(place).ok()?;
            Some(FactWord { list, place })
        })
    }
}
