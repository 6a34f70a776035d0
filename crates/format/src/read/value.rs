//! Any deserializer as a place to read values of the document from, in one pass and without a value in any error.

use super::place::Trouble;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use tierspayant_core::model::Fault;
use tierspayant_core::model::record::{Input, Kind, Misplaced, Record, Value};

/// One value that a deserializer holds.
pub(crate) struct Place<'t, 'de, D> {
    held: D,
    trouble: &'t Trouble,
    document: PhantomData<&'de ()>,
}

/// Reads a value that must be there: a whole document or an item of a list.
pub(crate) fn item<'de, T: Value, D: Deserializer<'de>>(held: D, trouble: &Trouble) -> Result<T, D::Error> {
    T::read(Place::new(held, trouble))?.ok_or_else(|| {
        trouble.tell(wrong(expected(T::KIND), "null"));
        told()
    })
}

/// The error that stops a deserializer; the fault itself is noted in [`Trouble`].
fn told<E: Error>() -> E {
    E::custom("a fault of the document")
}

fn wrong(expected: &'static str, found: &'static str) -> Fault {
    Fault::WrongType { expected, found }
}

const A_TEXT: &str = "a text";
const A_NUMBER: &str = "a whole number, 0 or more";
const A_BOOLEAN: &str = "true or false";
const A_LIST: &str = "a list";
const AN_OBJECT: &str = "an object";

/// How an error names what a field takes.
const fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Number(..) => A_NUMBER,
        Kind::Boolean => A_BOOLEAN,
        Kind::Record(_) => AN_OBJECT,
        Kind::List(_) | Kind::Set(_) => A_LIST,
        _ => A_TEXT,
    }
}

impl<'t, 'de, D: Deserializer<'de>> Place<'t, 'de, D> {
    fn new(held: D, trouble: &'t Trouble) -> Self {
        Place {
            held,
            trouble,
            document: PhantomData,
        }
    }

    fn want<W: Want<'de>>(self, want: W) -> Result<Option<W::Value>, D::Error> {
        let trouble = self.trouble;
        self.held.deserialize_any(Any { want, trouble })
    }
}

impl<'de, D: Deserializer<'de>> Input for Place<'_, 'de, D> {
    type Error = D::Error;

    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, D::Error> {
        self.want(Text(make))
    }

    fn number<T>(self, make: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, D::Error> {
        self.want(Number(make))
    }

    fn boolean(self) -> Result<Option<bool>, D::Error> {
        self.want(Boolean)
    }

    fn list<T: Value, U>(
        self,
        make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
    ) -> Result<Option<U>, D::Error> {
        self.want(List(make, PhantomData))
    }

    fn record<R: Record>(self) -> Result<Option<R>, D::Error> {
        self.want(Object(PhantomData))
    }

    fn refuse(self, fault: Fault) -> D::Error {
        self.trouble.tell(fault);
        told()
    }
}

/// What is wanted of a value: everything else is of a wrong type.
trait Want<'de>: Sized {
    type Value;
    const EXPECTED: &'static str;

    fn boolean(self, _: bool) -> Result<Self::Value, Fault> {
        Err(wrong(Self::EXPECTED, "true or false"))
    }

    fn number(self, _: u64) -> Result<Self::Value, Fault> {
        Err(wrong(Self::EXPECTED, "a number"))
    }

    fn text(self, _: &str) -> Result<Self::Value, Fault> {
        Err(wrong(Self::EXPECTED, "a text"))
    }

    fn list<A: SeqAccess<'de>>(self, _: A, trouble: &Trouble) -> Result<Self::Value, A::Error> {
        trouble.tell(wrong(Self::EXPECTED, "a list"));
        Err(told())
    }

    fn object<A: MapAccess<'de>>(self, _: A, trouble: &Trouble) -> Result<Self::Value, A::Error> {
        trouble.tell(wrong(Self::EXPECTED, "an object"));
        Err(told())
    }
}

struct Text<F>(F);

impl<T, F: FnOnce(&str) -> Result<T, Fault>> Want<'_> for Text<F> {
    type Value = T;
    const EXPECTED: &'static str = A_TEXT;

    fn text(self, text: &str) -> Result<T, Fault> {
        self.0(text)
    }
}

struct Number<F>(F);

impl<T, F: FnOnce(u64) -> Result<T, Fault>> Want<'_> for Number<F> {
    type Value = T;
    const EXPECTED: &'static str = A_NUMBER;

    fn number(self, number: u64) -> Result<T, Fault> {
        self.0(number)
    }
}

struct Boolean;

impl Want<'_> for Boolean {
    type Value = bool;
    const EXPECTED: &'static str = A_BOOLEAN;

    fn boolean(self, boolean: bool) -> Result<bool, Fault> {
        Ok(boolean)
    }
}

struct List<T, F>(F, PhantomData<T>);

impl<'de, T: Value, U, F: FnOnce(Vec<T>) -> Result<U, Misplaced>> Want<'de> for List<T, F> {
    type Value = U;
    const EXPECTED: &'static str = A_LIST;

    fn list<A: SeqAccess<'de>>(self, mut list: A, trouble: &Trouble) -> Result<U, A::Error> {
        let mut items = Vec::new();
        loop {
            let read = list.next_element_seed(Item::<T>(trouble, PhantomData));
            match read.inspect_err(|_| trouble.below_item(items.len()))? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        self.0(items).map_err(|found| {
            trouble.tell_below(found);
            told()
        })
    }
}

struct Object<R>(PhantomData<R>);

impl<'de, R: Record> Want<'de> for Object<R> {
    type Value = R;
    const EXPECTED: &'static str = AN_OBJECT;

    fn object<A: MapAccess<'de>>(self, mut object: A, trouble: &Trouble) -> Result<R, A::Error> {
        let mut draft = R::Draft::default();
        while let Some(Key(key)) = object.next_key()? {
            let field = Field::<R> {
                draft: &mut draft,
                key: &key,
                trouble,
            };
            object
                .next_value_seed(field)
                .inspect_err(|_| trouble.below_field(R::SPEC.canonical(&key).unwrap_or(&key)))?;
        }
        R::finish(draft).map_err(|found| {
            trouble.tell_below(found);
            told()
        })
    }
}

/// An item of a list.
struct Item<'t, T>(&'t Trouble, PhantomData<T>);

impl<'de, T: Value> DeserializeSeed<'de> for Item<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, held: D) -> Result<T, D::Error> {
        item(held, self.0)
    }
}

/// A field of a record, read into its draft.
struct Field<'a, R: Record> {
    draft: &'a mut R::Draft,
    key: &'a str,
    trouble: &'a Trouble,
}

impl<'de, R: Record> DeserializeSeed<'de> for Field<'_, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, held: D) -> Result<(), D::Error> {
        R::take(self.draft, self.key, Place::new(held, self.trouble))
    }
}

/// The name of a field, borrowed where the document allows it.
#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(super) struct Key<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

struct Any<'t, W> {
    want: W,
    trouble: &'t Trouble,
}

impl<W> Any<'_, W> {
    fn made<'de, E: Error>(
        self,
        make: impl FnOnce(W) -> Result<W::Value, Fault>,
    ) -> Result<Option<W::Value>, E>
    where
        W: Want<'de>,
    {
        make(self.want).map(Some).map_err(|fault| {
            self.trouble.tell(fault);
            told()
        })
    }
}

impl<'de, W: Want<'de>> Visitor<'de> for Any<'_, W> {
    type Value = Option<W::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(W::EXPECTED)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Self::Value, E> {
        self.made(|want| want.boolean(boolean))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        self.made(|want| want.number(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => self.visit_f64(f64::NAN),
        }
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        self.made(|_| Err(wrong(W::EXPECTED, "a number that is negative or not whole")))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.made(|want| want.text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        self.want.list(list, self.trouble).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        self.want.object(object, self.trouble).map(Some)
    }
}
