//! Values of a file become entries, each error with its place.
//!
//! Written by hand and not derived: what is derived is written out anew for every entry and is ten times larger.

use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A value of a file, and where it stands.
pub(crate) type Given<'g, 'f> = &'g Spanned<DeValue<'f>>;

/// Why a value is not what is wanted there: the byte where it stands, and what is wrong.
pub(crate) struct Unfit {
    pub at: usize,
    pub why: String,
}

fn unfit(given: Given<'_, '_>, wanted: &str) -> Unfit {
    Unfit {
        at: given.span().start,
        why: format!("{wanted} is expected"),
    }
}

/// What can be read from a value of a file.
pub(crate) trait Read: Sized {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit>;

    /// What a field that is left out gives; nothing where it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fields of an entry.
pub(crate) struct Fields<'g, 'f> {
    at: usize,
    table: &'g DeTable<'f>,
}

impl<'g, 'f> Fields<'g, 'f> {
    /// The fields of an entry that has these and no others.
    pub(crate) fn of(given: Given<'g, 'f>, names: &[&str]) -> Result<Self, Unfit> {
        let DeValue::Table(table) = given.get_ref() else {
            return Err(unfit(given, "a table"));
        };
        for name in table.keys() {
            if names.iter().all(|known| plain(known) != name.get_ref()) {
                return Err(Unfit {
                    at: name.span().start,
                    why: format!("unknown field `{}`", name.get_ref()),
                });
            }
        }
        Ok(Fields {
            at: given.span().start,
            table,
        })
    }

    pub(crate) fn field<T: Read>(&self, name: &str) -> Result<T, Unfit> {
        let name = plain(name);
        match self.table.get(name) {
            Some(given) => T::read(given),
            None => T::absent().ok_or_else(|| Unfit {
                at: self.at,
                why: format!("missing field `{name}`"),
            }),
        }
    }
}

/// The name of a field, as a file writes it.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

impl Read for String {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        let text = given.get_ref().as_str();
        text.map(str::to_owned).ok_or_else(|| unfit(given, "a text"))
    }
}

impl Read for bool {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        let said = given.get_ref().as_bool();
        said.ok_or_else(|| unfit(given, "true or false"))
    }
}

impl Read for i64 {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        let DeValue::Integer(number) = given.get_ref() else {
            return Err(unfit(given, "a whole number"));
        };
        i64::from_str_radix(number.as_str(), number.radix()).map_err(|_| unfit(given, "a smaller number"))
    }
}

macro_rules! smaller {
    ($($kind:ty),+) => { $(impl Read for $kind {
        fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
            let number = i64::read(given)?;
            <$kind>::try_from(number).map_err(|_| unfit(given, concat!("a number of the kind ", stringify!($kind))))
        }
    })+ };
}
smaller!(u8, u16, u32);

impl<T: Read> Read for Spanned<T> {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        Ok(Spanned::new(given.span(), T::read(given)?))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        T::read(given).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        match given.get_ref() {
            DeValue::Array(list) => list.iter().map(T::read).collect(),
            _ => Err(unfit(given, "a list")),
        }
    }
}

/// What a name of an entry is kept as.
pub(crate) trait Name: Ord {
    fn of(name: &Spanned<DeString<'_>>) -> Self;
}

impl Name for String {
    fn of(name: &Spanned<DeString<'_>>) -> Self {
        name.get_ref().clone().into_owned()
    }
}

impl Name for Spanned<String> {
    fn of(name: &Spanned<DeString<'_>>) -> Self {
        Spanned::new(name.span(), String::of(name))
    }
}

/// Entries by their name.
impl<K: Name, T: Read> Read for BTreeMap<K, T> {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        let DeValue::Table(table) = given.get_ref() else {
            return Err(unfit(given, "a table"));
        };
        table
            .iter()
            .map(|(name, value)| T::read(value).map(|value| (K::of(name), value)))
            .collect()
    }
}
