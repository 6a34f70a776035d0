//! Forms of fields that are written and not read: those of an answer.

use super::{Field, Fields, Input, Kind, Misplaced, Output, Plain, Privacy, Value};
use crate::model::{Date, Fault, Text};
use std::marker::PhantomData;

/// A list of words that a field takes one of.
pub trait Listed {
    /// What the field holds.
    const KIND: Kind;
}

impl<T: Value> Listed for T {
    const KIND: Kind = <T as Value>::KIND;
}

/// A word of the list `T`, as it is written.
#[derive(Debug)]
pub struct Words<T>(PhantomData<T>);

/// A value that may be absent, and is then written as `null`.
#[derive(Debug)]
pub struct OrNull;

/// A word of the list `T`, or `null`.
#[derive(Debug)]
pub struct WordsOrNull<T>(PhantomData<T>);

/// What is only written cannot be read.
macro_rules! unread {
    () => {
        const PRIVACY: Privacy = Privacy::Public;
        type Slot = ();

        fn take<S: Input>(_: &mut (), _: &str, input: S) -> Result<(), S::Error> {
            Err(input.refuse(Fault::Shape))
        }

        fn finish((): (), names: &'static [&'static str]) -> Result<Self, Misplaced> {
            Err(Misplaced::field(names, Fault::Shape))
        }
    };
}

fn put<T: Value, F: Fields>(
    value: &T,
    names: &'static [&'static str],
    fields: &mut F,
) -> Result<(), F::Error> {
    names.first().map_or(Ok(()), |name| fields.field(name, value))
}

/// A word of a list, which stands for itself however it is written.
struct ListedWord(&'static str);

impl Value for ListedWord {
    const KIND: Kind = Kind::Text(usize::MAX);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.plain(self.0)
    }
}

impl<T: Listed> Field<Words<T>> for &'static str {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = true;
    unread!();

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        put(&ListedWord(self), names, fields)
    }
}

impl<T: Listed> Field<Words<T>> for Option<&'static str> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;
    unread!();

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        Field::<Plain>::write(&self.map(ListedWord), names, fields)
    }
}

impl<T: Listed> Field<Words<T>> for &'static [&'static str] {
    const KIND: Kind = Kind::List(&T::KIND);
    const REQUIRED: bool = true;
    unread!();

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        put(&Listing(self), names, fields)
    }
}

/// Texts that stand elsewhere, as a list.
struct Listing(&'static [&'static str]);

impl Value for Listing {
    const KIND: Kind = Kind::List(&Kind::Text(usize::MAX));

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.list(self.0)
    }
}

impl<T: Listed> Field<Words<T>> for Vec<&'static str> {
    const KIND: Kind = Kind::List(&T::KIND);
    const REQUIRED: bool = true;
    unread!();

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        put(self, names, fields)
    }
}

impl<T: Listed> Field<WordsOrNull<T>> for Option<&'static str> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;
    unread!();

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        put(&self.map(ListedWord), names, fields)
    }
}

/// A day, or an empty text where there is none.
#[derive(Debug)]
pub struct OrEmpty;

impl Field<OrEmpty> for Option<Date> {
    const KIND: Kind = Kind::Text(usize::MAX);
    const REQUIRED: bool = true;
    unread!();

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        match self {
            Some(day) => put(day, names, fields),
            None => put(&"", names, fields),
        }
    }
}

impl<T: Value> Field<OrNull> for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;
    unread!();

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        put(self, names, fields)
    }
}

/// Any text of the library. It is not read.
impl Value for String {
    const KIND: Kind = Kind::Text(usize::MAX);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.text(self)
    }
}

/// A text of the tables.
impl Value for Text {
    const KIND: Kind = Kind::Text(usize::MAX);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        input.text(|text| Ok(text.to_owned().into()))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.text(self)
    }
}

/// A text that stands elsewhere. It is not read.
impl Value for &str {
    const KIND: Kind = Kind::Text(usize::MAX);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.text(self)
    }
}
