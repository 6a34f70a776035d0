//! A field as it was given: nothing, a value of the right type, or something of a wrong type.
//!
//! Wrong types are kept instead of refused while the document is parsed, so that the conversion, which knows the
//! exact place, words the error, and so that no value of the input gets into it.

use crate::error::{Fault, InputError};
use crate::place::At;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;

/// A field as it was given. Absent and `null` are both nothing.
#[derive(Default)]
pub(crate) enum Given<T> {
    #[default]
    Nothing,
    Value(T),
    Wrong(Kind),
}

/// A text field.
pub(crate) type Text<'a> = Given<Cow<'a, str>>;

/// A list field.
pub(crate) type List<T> = Given<Vec<Given<T>>>;

/// The type of a value that was found where another one was expected.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Boolean,
    WholeNumber,
    OtherNumber,
    Text,
    List,
    Object,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Kind::Boolean => "true or false",
            Kind::WholeNumber => "a number",
            Kind::OtherNumber => "a number that is negative or not whole",
            Kind::Text => "a text",
            Kind::List => "a list",
            Kind::Object => "an object",
        }
    }
}

impl<T> Given<T> {
    /// The value, or nothing.
    pub(crate) fn optional<'de>(self, at: &At<'_>) -> Result<Option<T>, InputError>
    where
        T: Shape<'de>,
    {
        let wrong = |found: Kind| Fault::WrongType {
            expected: T::EXPECTED,
            found: found.name(),
        };
        match self {
            Given::Nothing => Ok(None),
            Given::Value(value) => Ok(Some(value)),
            Given::Wrong(found) => Err(InputError::new(at, wrong(found))),
        }
    }

    /// The value of a field that must be there.
    pub(crate) fn required<'de>(self, at: &At<'_>) -> Result<T, InputError>
    where
        T: Shape<'de>,
    {
        self.optional(at)?
            .ok_or_else(|| InputError::new(at, Fault::Missing))
    }

    /// The value of a list item or of the whole document, where `null` is a wrong type.
    pub(crate) fn item<'de>(self, at: &At<'_>) -> Result<T, InputError>
    where
        T: Shape<'de>,
    {
        self.optional(at)?.ok_or_else(|| {
            let fault = Fault::WrongType {
                expected: T::EXPECTED,
                found: "null",
            };
            InputError::new(at, fault)
        })
    }
}

/// A type that a field can have.
pub(crate) trait Shape<'de>: Sized {
    /// How an error names it.
    const EXPECTED: &'static str;

    fn boolean(_: bool) -> Given<Self> {
        Given::Wrong(Kind::Boolean)
    }

    fn number(_: u64) -> Given<Self> {
        Given::Wrong(Kind::WholeNumber)
    }

    fn text(_: Cow<'de, str>) -> Given<Self> {
        Given::Wrong(Kind::Text)
    }

    fn list<A: SeqAccess<'de>>(mut list: A) -> Result<Given<Self>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Given::Wrong(Kind::List))
    }

    fn object<A: MapAccess<'de>>(mut object: A) -> Result<Given<Self>, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Given::Wrong(Kind::Object))
    }
}

impl<'de: 'a, 'a> Shape<'de> for Cow<'a, str> {
    const EXPECTED: &'static str = "a text";

    fn text(text: Cow<'de, str>) -> Given<Self> {
        Given::Value(text)
    }
}

impl Shape<'_> for u64 {
    const EXPECTED: &'static str = "a whole number, 0 or more";

    fn number(number: u64) -> Given<Self> {
        Given::Value(number)
    }
}

impl Shape<'_> for bool {
    const EXPECTED: &'static str = "true or false";

    fn boolean(boolean: bool) -> Given<Self> {
        Given::Value(boolean)
    }
}

impl<'de, T: Shape<'de>> Shape<'de> for Vec<Given<T>> {
    const EXPECTED: &'static str = "a list";

    fn list<A: SeqAccess<'de>>(mut list: A) -> Result<Given<Self>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Given::Value(items))
    }
}

impl<'de, T: Shape<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue(PhantomData))
    }
}

struct AnyValue<T>(PhantomData<T>);

impl<'de, T: Shape<'de>> Visitor<'de> for AnyValue<T> {
    type Value = Given<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_unit<E: Error>(self) -> Result<Given<T>, E> {
        Ok(Given::Nothing)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Given<T>, E> {
        Ok(T::boolean(boolean))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Given<T>, E> {
        Ok(T::number(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Given<T>, E> {
        Ok(u64::try_from(number).map_or(Given::Wrong(Kind::OtherNumber), T::number))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Given<T>, E> {
        Ok(Given::Wrong(Kind::OtherNumber))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Given<T>, E> {
        Ok(T::text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Given<T>, E> {
        Ok(T::text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Given<T>, A::Error> {
        T::list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Given<T>, A::Error> {
        T::object(object)
    }
}
