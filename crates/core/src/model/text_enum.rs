//! One macro for the closed word lists of the format, so that a word, its variant and its list never drift apart.

/// Declares an enum whose variants each have one fixed word in the format.
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

            /// What describes the list.
            pub const WORDS: &'static $crate::model::record::WordList = &$crate::model::record::WordList {
                name: stringify!($name),
                doc: &[$($about),+],
                words: &[$($crate::model::record::Word { word: $word, doc: &[$($doc),+] }),+],
            };

            /// The word used in the format, the same in every language.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::model::record::texts!($name, Word($name::WORDS), Public, |word| word);

        impl std::str::FromStr for $name {
            type Err = $crate::model::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok($name::$variant),)+
                    _ => Err($crate::model::UnknownWord { expected: &[$($word),+] }),
                }
            }
        }
    };
}
pub(crate) use text_enum;
