//! One macro for the closed word lists of the format, so that a word, its variant and its list never drift apart.

use super::record::WordList;

/// A closed list of words, as [`text_enum!`](crate::text_enum) declares it.
pub trait ClosedList: Copy + PartialEq + 'static {
    /// Every value, in declaration order.
    const ALL: &'static [Self];
    /// What describes the list.
    const WORDS: &'static WordList;

    /// The word used in the format.
    fn word(self) -> &'static str;
}

/// Declares an enum whose variants each have one fixed word in the format.
#[macro_export]
macro_rules! text_enum {
    ($(#[doc = $about:literal])+ $name:ident {
        $($(#[doc = $doc:literal])+ $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[doc = $doc])+ $variant),+ }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Every word, in declaration order: what writes, reads and refuses words looks there.
            const TEXTS: &'static [&'static str] = &[$($word),+];

            /// What describes the list.
            pub const WORDS: &'static $crate::model::record::WordList = &$crate::model::record::WordList {
                name: stringify!($name),
                doc: $crate::model::record::told(&[$($about),+]),
                words: &[$($crate::model::record::Word { word: $word, doc: $crate::model::record::told(&[$($doc),+]) }),+],
            };

            /// The word used in the format, the same in every language.
            #[expect(clippy::indexing_slicing, reason = "there is a word for each value")]
            pub const fn as_str(self) -> &'static str {
                $name::TEXTS[self as usize]
            }
        }

        impl $crate::model::ClosedList for $name {
            const ALL: &'static [$name] = $name::ALL;
            const WORDS: &'static $crate::model::record::WordList = $name::WORDS;

            fn word(self) -> &'static str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::model::record::texts!(plain $name, Word($name::WORDS), Public, |word| word.as_str());

        impl std::str::FromStr for $name {
            type Err = $crate::model::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok($name::$variant),)+
                    _ => Err($crate::model::UnknownWord { expected: $name::TEXTS }),
                }
            }
        }
    };
}
pub use crate::text_enum;
