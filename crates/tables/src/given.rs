//! Values of a file become entries, each error with its place.
//!
//! Written by hand and not derived: what is derived is written out anew for every entry and is ten times larger.

use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of a file, and where it stands.
pub(crate) type Given<'g> = &'g Spanned<DeValue<'g>>;

/// A word, and the byte of the file where it stands, for the error.
#[derive(Clone, Copy)]
pub(crate) struct Word<'g> {
    pub at: usize,
    pub text: &'g str,
}

/// A list of words.
#[derive(Clone, Copy, Default)]
pub(crate) struct Words<'g>(&'g [Spanned<DeValue<'g>>]);

impl<'g> Words<'g> {
    pub(crate) fn iter(self) -> impl Iterator<Item = Word<'g>> {
        // Reading the list has seen that all of them are words.
        self.0.iter().filter_map(|given| Word::read(given).ok())
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// Entries by their name, in the order of the names.
pub(crate) struct Named<'g, T>(pub Vec<(Word<'g>, T)>);

impl<T> Named<'_, T> {
    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        let found = self.0.iter().find(|(one, _)| one.text == name);
        found.map(|(_, entry)| entry)
    }
}

/// Why a value is not what is wanted there. A pointer and no more, since every field hands one on.
pub(crate) type Unfit = Box<Misfit>;

/// The byte where a value stands, and what is wrong with it.
pub(crate) struct Misfit {
    pub at: usize,
    pub why: String,
}

#[inline(never)]
fn misfit(at: usize, why: fmt::Arguments<'_>) -> Unfit {
    Box::new(Misfit {
        at,
        why: why.to_string(),
    })
}

fn unfit(given: Given<'_>, wanted: &str) -> Unfit {
    misfit(given.span().start, format_args!("{wanted} is expected"))
}

/// What can be read from a value of a file.
pub(crate) trait Read<'g>: Sized {
    fn read(given: Given<'g>) -> Result<Self, Unfit>;

    /// What a field that is left out gives; nothing where it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fields of an entry.
pub(crate) struct Fields<'g> {
    at: usize,
    table: &'g DeTable<'g>,
}

impl<'g> Fields<'g> {
    /// The fields of an entry that has these and no others.
    pub(crate) fn of(given: Given<'g>, names: &[&str]) -> Result<Self, Unfit> {
        let DeValue::Table(table) = given.get_ref() else {
            return Err(unfit(given, "a table"));
        };
        for name in table.keys() {
            if names.iter().all(|known| plain(known) != name.get_ref()) {
                let at = name.span().start;
                return Err(misfit(at, format_args!("unknown field `{}`", name.get_ref())));
            }
        }
        Ok(Fields {
            at: given.span().start,
            table,
        })
    }

    pub(crate) fn field<T: Read<'g>>(&self, name: &str) -> Result<T, Unfit> {
        let name = plain(name);
        match self.table.get(name) {
            Some(given) => T::read(given),
            None => T::absent().ok_or_else(|| misfit(self.at, format_args!("missing field `{name}`"))),
        }
    }
}

/// The name of a field, as a file writes it.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

impl<'g> Read<'g> for Word<'g> {
    fn read(given: Given<'g>) -> Result<Self, Unfit> {
        let text = given.get_ref().as_str().ok_or_else(|| unfit(given, "a text"))?;
        let at = given.span().start;
        Ok(Word { at, text })
    }
}

impl<'g> Read<'g> for Words<'g> {
    fn read(given: Given<'g>) -> Result<Self, Unfit> {
        let DeValue::Array(list) = given.get_ref() else {
            return Err(unfit(given, "a list"));
        };
        list.iter().try_for_each(|one| Word::read(one).map(drop))?;
        Ok(Words(list))
    }
}

impl Read<'_> for bool {
    fn read(given: Given<'_>) -> Result<Self, Unfit> {
        let said = given.get_ref().as_bool();
        said.ok_or_else(|| unfit(given, "true or false"))
    }
}

impl Read<'_> for i64 {
    fn read(given: Given<'_>) -> Result<Self, Unfit> {
        let DeValue::Integer(number) = given.get_ref() else {
            return Err(unfit(given, "a whole number"));
        };
        i64::from_str_radix(number.as_str(), number.radix()).map_err(|_| unfit(given, "a smaller number"))
    }
}

macro_rules! smaller {
    ($($kind:ty),+) => { $(impl Read<'_> for $kind {
        fn read(given: Given<'_>) -> Result<Self, Unfit> {
            let number = i64::read(given)?;
            <$kind>::try_from(number).map_err(|_| unfit(given, concat!("a number of the kind ", stringify!($kind))))
        }
    })+ };
}
smaller!(u8, u16, u32);

impl<'g, T: Read<'g>> Read<'g> for Spanned<T> {
    fn read(given: Given<'g>) -> Result<Self, Unfit> {
        Ok(Spanned::new(given.span(), T::read(given)?))
    }
}

impl<'g, T: Read<'g>> Read<'g> for Option<T> {
    fn read(given: Given<'g>) -> Result<Self, Unfit> {
        T::read(given).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<'g, T: Read<'g>> Read<'g> for Vec<T> {
    fn read(given: Given<'g>) -> Result<Self, Unfit> {
        match given.get_ref() {
            DeValue::Array(list) => list.iter().map(T::read).collect(),
            _ => Err(unfit(given, "a list")),
        }
    }
}

impl<'g, T: Read<'g>> Read<'g> for Named<'g, T> {
    fn read(given: Given<'g>) -> Result<Self, Unfit> {
        let DeValue::Table(table) = given.get_ref() else {
            return Err(unfit(given, "a table"));
        };
        let mut named = Vec::new();
        for (name, given) in table {
            let (at, text) = (name.span().start, name.get_ref().as_ref());
            named.push((Word { at, text }, T::read(given)?));
        }
        Ok(Named(named))
    }
}
