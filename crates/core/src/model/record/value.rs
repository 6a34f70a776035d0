//! Values of the document, and what they are read from and written to.

use super::{Kind, Misplaced, Privacy, Record};
use crate::model::Fault;

/// A value of the document.
pub trait Value: Sized {
    /// What it is.
    const KIND: Kind;
    /// Whom it may tell of.
    const PRIVACY: Privacy = Privacy::Public;
    /// Whether a field of this type must be there.
    const REQUIRED: bool = true;

    /// The value of a field that says nothing; `None` where that is a fault.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether it says something: what does not is left out.
    fn is_said(&self) -> bool {
        true
    }

    /// Reads it; `None` where nothing is said.
    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error>;

    /// Writes it.
    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error>;
}

/// One place of a document to read, whatever holds it. Each method is a fault where another type of value stands
/// there, and `None` where nothing does.
pub trait Input: Sized {
    /// What stops the reading.
    type Error;

    /// A text, made into a value.
    fn text<T>(self, make: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Self::Error>;

    /// A whole number, made into a value.
    fn number<T>(self, make: impl FnOnce(u64) -> Result<T, Fault>) -> Result<Option<T>, Self::Error>;

    /// True or false.
    fn boolean(self) -> Result<Option<bool>, Self::Error>;

    /// A list, made into a value once it is read.
    fn list<T: Value, U>(
        self,
        make: impl FnOnce(Vec<T>) -> Result<U, Misplaced>,
    ) -> Result<Option<U>, Self::Error>;

    /// A record.
    fn record<R: Record>(self) -> Result<Option<R>, Self::Error>;

    /// A fault of this place.
    fn refuse(self, fault: Fault) -> Self::Error;
}

/// One place of a document to write.
pub trait Output: Sized {
    /// What is left once it is written.
    type Done;
    /// What stops the writing.
    type Error;

    /// Writes a text.
    fn text(self, text: &str) -> Result<Self::Done, Self::Error>;

    /// Writes a text of letters, digits, `_`, `.`, `:` and `-` alone, which stand for themselves everywhere.
    fn plain(self, text: &str) -> Result<Self::Done, Self::Error> {
        self.text(text)
    }

    /// The same, given as its letters.
    fn ascii(self, letters: &[u8]) -> Result<Self::Done, Self::Error> {
        self.plain(std::str::from_utf8(letters).unwrap_or_default())
    }

    /// Writes a whole number.
    fn number(self, number: u64) -> Result<Self::Done, Self::Error>;

    /// Writes an integer that may be negative.
    fn integer(self, number: i64) -> Result<Self::Done, Self::Error>;

    /// Writes true or false.
    fn boolean(self, boolean: bool) -> Result<Self::Done, Self::Error>;

    /// Writes that nothing is said.
    fn nothing(self) -> Result<Self::Done, Self::Error>;

    /// Writes a list.
    fn list<T: Value>(self, items: &[T]) -> Result<Self::Done, Self::Error>;

    /// Writes a record.
    fn record<R: Record>(self, record: &R) -> Result<Self::Done, Self::Error>;
}

/// The fields of a record to write, in order.
pub trait Fields {
    /// What stops the writing.
    type Error;

    /// Writes a field.
    fn field<T: Value>(&mut self, name: &'static str, value: &T) -> Result<(), Self::Error>;
}

impl<T: Value> Value for Option<T> {
    const KIND: Kind = T::KIND;
    const PRIVACY: Privacy = T::PRIVACY;
    const REQUIRED: bool = false;

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_said(&self) -> bool {
        self.as_ref().is_some_and(T::is_said)
    }

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        Ok(T::read(source)?.map(Some))
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        match self {
            Some(value) => value.write(sink),
            None => sink.nothing(),
        }
    }
}

impl<T: Value> Value for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.list(Ok)
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.list(self)
    }
}

impl Value for u64 {
    const KIND: Kind = Kind::Number(0, u64::MAX);

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.number(Ok)
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.number(*self)
    }
}

impl Value for bool {
    const KIND: Kind = Kind::Boolean;

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.boolean()
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.boolean(*self)
    }
}

impl Value for Box<str> {
    const KIND: Kind = Kind::Text(200);

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.text(crate::model::checked_text)
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.text(self)
    }
}

/// Values that are texts: read by `FromStr`, written as the text that is given for them; `plain` where it never holds a
/// sign that may not stand for itself.
#[doc(hidden)]
#[macro_export]
macro_rules! texts {
    (@impl $write:ident [$($generic:tt)*] $type:ty, $kind:expr, $privacy:ident, |$value:ident| $text:expr) => {
        impl $($generic)* $crate::model::record::Value for $type {
            const KIND: $crate::model::record::Kind = {
                #[allow(unused_imports, reason = "a kind may name none of its variants")]
                use $crate::model::record::Kind::*;
                $kind
            };
            const PRIVACY: $crate::model::record::Privacy = $crate::model::record::Privacy::$privacy;

            fn read<S: $crate::model::record::Input>(source: S) -> Result<Option<Self>, S::Error> {
                source.text(|text| text.parse::<$type>().map_err($crate::model::Fault::from))
            }

            fn write<W: $crate::model::record::Output>(&self, sink: W) -> Result<W::Done, W::Error> {
                let $value = self;
                sink.$write($text)
            }
        }
    };
    ([$($generic:tt)*] $($rest:tt)+) => {
        $crate::model::record::texts!(@impl text [$($generic)*] $($rest)+);
    };
    (ascii $type:ident, $($rest:tt)+) => {
        $crate::model::record::texts!(@impl ascii [] $type, $($rest)+);
    };
    (plain $type:ident, $($rest:tt)+) => {
        $crate::model::record::texts!(@impl plain [] $type, $($rest)+);
    };
    ($type:ident, $($rest:tt)+) => {
        $crate::model::record::texts!(@impl text [] $type, $($rest)+);
    };
}
pub use crate::texts;
