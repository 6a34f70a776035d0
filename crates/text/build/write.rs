//! Writes the compiled texts as Rust constants.

use crate::template::{Condition, Filter, Fragment, Piece, Said, Template, VoiceTexts, WordTable};
use crate::voice::Voice;
use crate::voices::Compiled;
use std::fmt::Write as _;

/// The source of the constants `VOICES` and `TOLD`.
pub(crate) fn source(compiled: &Compiled) -> String {
    let voices = list(compiled.voices.iter().map(voice_texts));
    let mut out = String::from("// Written by the build script from `data/*.toml`.\n");
    item(&mut out, "VOICES", "[VoiceTexts; 3]", &voices);
    item(&mut out, "TOLD", "&[&str]", &format!("&{:?}", compiled.told));
    for (voice, fragments) in compiled.voices.iter().zip(&compiled.fragments) {
        let voice_name = format!("{:?}", voice.voice);
        for table in voice.words {
            let name = table_name(&voice_name, table);
            item(&mut out, &name, "WordTable", &word_table(table));
        }
        // A fragment comes before those that include it; one that no text of this voice includes is left out.
        for fragment in fragments.iter().rev() {
            let name = fragment_name(&voice_name, fragment);
            if out.contains(&format!("Piece::Include(&{name})")) {
                let pieces = pieces(fragment.pieces, &voice_name);
                let value = format!("Fragment {{ name: {:?}, pieces: {pieces} }}", fragment.name);
                item(&mut out, &name, "Fragment", &value);
            }
        }
    }
    out
}

fn item(out: &mut String, name: &str, kind: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "static {name}: {kind} = {value};");
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

fn table_name(voice: &str, table: &WordTable) -> String {
    format!("{voice}_words_{}", table.name).to_uppercase()
}

fn fragment_name(voice: &str, fragment: &Fragment) -> String {
    format!("{voice}_fragment_{}", fragment.name).to_uppercase()
}

fn word_table(table: &WordTable) -> String {
    let words = table
        .words
        .iter()
        .map(|(word, forms)| format!("({word:?}, &{forms:?})"));
    format!("WordTable {{ name: {:?}, words: &{} }}", table.name, list(words))
}

fn voice_texts(texts: &VoiceTexts) -> String {
    let VoiceTexts { voice, texts, words } = texts;
    let voice_name = format!("{voice:?}");
    let texts = texts
        .iter()
        .map(|(name, template)| format!("({name:?}, {})", pieces(template, &voice_name)));
    let words = words
        .iter()
        .map(|table| format!("&{}", table_name(&voice_name, table)));
    format!(
        "VoiceTexts {{ voice: Voice::{}, texts: &{}, words: &{} }}",
        voice_variant(*voice),
        list(texts),
        list(words)
    )
}

const fn voice_variant(voice: Voice) -> &'static str {
    match voice {
        Voice::Fr => "Fr",
        Voice::FrPatient => "FrPatient",
        Voice::En => "En",
    }
}

fn pieces(template: Template, voice: &str) -> String {
    format!("&{}", list(template.iter().map(|one| piece(one, voice))))
}

fn piece(one: &Piece, voice: &str) -> String {
    match one {
        Piece::Text(text) => format!("Piece::Text({text:?})"),
        Piece::Value(Said {
            name,
            filter,
            capital,
        }) => format!(
            "Piece::Value(Said {{ name: {name:?}, filter: {}, capital: {capital} }})",
            filter_of(filter, voice)
        ),
        Piece::If { branches, otherwise } => {
            let branches = branches
                .iter()
                .map(|(condition, then)| format!("({}, {})", condition_of(condition), pieces(then, voice)));
            format!(
                "Piece::If {{ branches: &{}, otherwise: {} }}",
                list(branches),
                pieces(otherwise, voice)
            )
        }
        Piece::Include(fragment) => format!("Piece::Include(&{})", fragment_name(voice, fragment)),
    }
}

fn filter_of(filter: &Filter, voice: &str) -> String {
    match filter {
        Filter::Plain => "Filter::Plain".to_owned(),
        Filter::Date => "Filter::Date".to_owned(),
        Filter::Unit(unit) => format!("Filter::Unit({unit:?})"),
        Filter::Word { table, form } => format!(
            "Filter::Word {{ table: &{}, form: {form:?} }}",
            table_name(voice, table)
        ),
    }
}

fn condition_of(condition: &Condition) -> String {
    let joined = |all: &[Condition]| list(all.iter().map(condition_of));
    match condition {
        Condition::Is(name) => format!("Condition::Is({name:?})"),
        Condition::Given(name) => format!("Condition::Given({name:?})"),
        Condition::OneOf(name, words) => format!("Condition::OneOf({name:?}, &{words:?})"),
        Condition::Same(one, other) => format!("Condition::Same({one:?}, {other:?})"),
        Condition::Above(one, other) => format!("Condition::Above({one:?}, {other:?})"),
        Condition::MoreThan(name, least) => format!("Condition::MoreThan({name:?}, {least})"),
        Condition::Not(one) => format!("Condition::Not(&{})", condition_of(one)),
        Condition::And(all) => format!("Condition::And(&{})", joined(all)),
        Condition::Or(any) => format!("Condition::Or(&{})", joined(any)),
    }
}
