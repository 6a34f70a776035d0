//! The facts of a reason as they are written in an answer.

use super::{FactKey, FactValue, Facts};
use crate::model::Fault;
use crate::model::record::{Fields, Input, Kind, Misplaced, Output, Record, RecordSpec, Value};

/// Facts as an object: words, codes and days as texts, numbers of days as numbers. They are written and not read.
impl Value for Facts {
    const KIND: Kind = Kind::Facts(FactKey::WORDS);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        output.record(self)
    }
}

impl Record for Facts {
    const SPEC: &'static RecordSpec = &RecordSpec {
        name: "Facts",
        doc: &[" The facts of a reason, by their key."],
        fields: &[],
    };
    type Draft = ();

    fn take<S: Input>(_: &mut (), _: &str, input: S) -> Result<(), S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn finish((): ()) -> Result<Self, Misplaced> {
        Err(Misplaced {
            path: Vec::new(),
            fault: Fault::Shape,
        })
    }

    fn write<F: Fields>(&self, fields: &mut F) -> Result<(), F::Error> {
        self.iter()
            .try_for_each(|(key, value)| fields.field(key.as_str(), &value))
    }
}

impl Value for FactValue {
    const KIND: Kind = Kind::Text(usize::MAX);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        match self {
            FactValue::Date(day) => output.ascii(day.letters().as_bytes()),
            FactValue::Days(days) => output.integer(i64::from(*days)),
            FactValue::Word(word) => output.plain(word),
            FactValue::Code(code) if code.is_plain() => output.ascii(code.as_bytes()),
            FactValue::Code(code) => output.text(code.as_str()),
        }
    }
}

#[cfg(test)]
#[path = "written_tests.rs"]
mod tests;
