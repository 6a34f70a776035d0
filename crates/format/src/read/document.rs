//! Whole documents: a format with the fields of a record beside it.

use std::marker::PhantomData;
use tierspayant_core::model::Fault;
use tierspayant_core::model::record::{
    FieldSpec, Fields, Input, Kind, Misplaced, Output, Privacy, Record, RecordSpec, Slot, Value,
};

/// A record that is a document of its own.
pub trait Body: Record {
    /// The format that it names.
    const FORMAT: &'static str;

    /// Whether it must name its format.
    fn needs_format(&self) -> bool {
        true
    }
}

/// A document: its format, then the fields of its body.
pub struct Document<B>(pub B);

/// What was read of a document so far.
#[doc(hidden)]
pub struct Draft<B: Record> {
    format: Slot<Box<str>>,
    body: B::Draft,
}

impl<B: Record> Default for Draft<B> {
    fn default() -> Self {
        Draft {
            format: Slot::default(),
            body: B::Draft::default(),
        }
    }
}

const NAMES: &[&str] = &["format"];

/// The format that a document names is the one that was expected.
pub(super) fn check_format(named: Option<&str>, needed: bool, expected: &'static str) -> Result<(), Fault> {
    match named {
        Some(named) if named == expected => Ok(()),
        None if !needed => Ok(()),
        None => Err(Fault::Missing),
        Some(_) => Err(Fault::Format { expected }),
    }
}

impl<B: Body> Record for Document<B> {
    const SPEC: &'static RecordSpec = &RecordSpec {
        name: B::SPEC.name,
        doc: B::SPEC.doc,
        fields: &[
            FieldSpec {
                names: NAMES,
                member: "format",
                doc: &[" The format of the document."],
                kind: Kind::Constant(B::FORMAT),
                required: true,
                absent: None,
                privacy: Privacy::Public,
                spread: None,
            },
            FieldSpec {
                names: &[],
                member: "body",
                doc: &[],
                kind: Kind::Boolean,
                required: true,
                absent: None,
                privacy: Privacy::Public,
                spread: Some(B::SPEC.fields),
            },
        ],
    };
    type Draft = Draft<B>;

    fn take<S: Input>(draft: &mut Draft<B>, key: &str, input: S) -> Result<(), S::Error> {
        if key == "format" {
            return draft
                .format
                .fill(input, |input| input.text(|text| Ok(text.into())));
        }
        if !B::SPEC.has(key) {
            return Err(input.refuse(Fault::unknown_field(Self::SPEC)));
        }
        B::take(&mut draft.body, key, input)
    }

    fn finish(draft: Draft<B>) -> Result<Self, Misplaced> {
        let named = draft.format.said();
        // A format that is not the right one is told before what is missing from the rest.
        let told = |needed| {
            check_format(named.as_deref(), needed, B::FORMAT).map_err(|fault| Misplaced::field(NAMES, fault))
        };
        told(false)?;
        let body = B::finish(draft.body)?;
        told(body.needs_format())?;
        Ok(Document(body))
    }

    fn write<F: Fields>(&self, fields: &mut F) -> Result<(), F::Error> {
        fields.field("format", &Format::<B>(PhantomData))?;
        self.0.write(fields)
    }
}

/// The format of a document as a value to write.
struct Format<B>(PhantomData<B>);

impl<B: Body> Value for Format<B> {
    const KIND: Kind = Kind::Constant(B::FORMAT);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        input.text(|_| Ok(Format(PhantomData)))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.text(B::FORMAT)
    }
}

impl<B: Body> Value for Document<B> {
    const KIND: Kind = Kind::Record(<Document<B> as Record>::SPEC);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        input.record()
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.record(self)
    }
}
