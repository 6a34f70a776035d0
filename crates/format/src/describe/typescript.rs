//! Types of TypeScript.

use super::{Described, may_be_null, python_name, records, sentence};
use std::fmt::Write as _;
use tierspayant_core::model::record::{FieldSpec, Kind, RecordSpec, WordList};

/// The types of some documents, each record once.
pub fn typescript(documents: &[Described]) -> String {
    let mut out =
        String::from("// Written from the declarations of the documents by `cargo xtask describe`.\n");
    for record in records(documents) {
        interface(record, &mut out);
    }
    out
}

fn interface(record: &RecordSpec, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "\n/** {} */\nexport interface {} {{",
        sentence(record.doc),
        python_name(record.name)
    );
    for field in record.each() {
        let kind = match may_be_null(field) {
            true => format!("{} | null", kind(field.kind)),
            false => kind(field.kind),
        };
        let mark = if field.required { "" } else { "?" };
        let _ = writeln!(out, "  /** {} */\n  {}{mark}: {kind};", told(field), field.name());
    }
    out.push_str("}\n");
}

fn told(field: &FieldSpec) -> String {
    let mut doc = sentence(field.doc);
    if let Some(absent) = field.absent {
        doc.push_str(&format!(" Absent: {absent}."));
    }
    doc
}

fn words(list: &WordList) -> String {
    let words = list.words.iter().map(|one| format!("\"{}\"", one.word));
    words.collect::<Vec<_>>().join(" | ")
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Date
        | Kind::Moment
        | Kind::Text(_)
        | Kind::Code(_)
        | Kind::KnownCode(..)
        | Kind::Digits(_)
        | Kind::BirthDate
        | Kind::Nir
        | Kind::OpenWord(_) => "string".to_owned(),
        Kind::Word(list) => words(list),
        Kind::EitherWord(one, other) => format!("{} | {}", words(one), words(other)),
        Kind::Facts(list) => format!("Partial<Record<{}, string | number>>", words(list)),
        Kind::Number(..) => "number".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Record(record) => python_name(record.name),
        Kind::List(of) | Kind::Set(of) => format!("Array<{}>", self::kind(*of)),
        Kind::Constant(text) => format!("\"{text}\""),
    }
}
