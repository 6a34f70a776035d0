//! Writes the packed texts as Rust constants.

use crate::template::{Pool, VoiceTexts};
use crate::voice::Voice;
use crate::voices::Compiled;
use std::fmt::Write as _;

/// The source of the constants `POOL`, `VOICES` and `TOLD`.
pub(crate) fn source(compiled: &Compiled) -> String {
    let Pool {
        letters,
        ends,
        code,
        words,
        forms,
    } = compiled.pool;
    let pool = format!(
        "Pool {{ letters: {letters:?}, ends: &{ends:?}, code: &{code:?}, words: &{words:?}, forms: &{forms:?} }}"
    );
    let voices: Vec<String> = compiled.voices.iter().map(voice_texts).collect();
    let mut out = String::from("// Written by the build script from `data/*.toml`.\n");
    item(&mut out, "POOL", "Pool", &pool);
    item(
        &mut out,
        "VOICES",
        "[VoiceTexts; 3]",
        &format!("[{}]", voices.join(", ")),
    );
    item(&mut out, "TOLD", "&[&str]", &format!("&{:?}", compiled.told));
    out
}

fn item(out: &mut String, name: &str, kind: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "static {name}: {kind} = {value};");
}

fn voice_texts(texts: &VoiceTexts) -> String {
    let VoiceTexts {
        voice,
        texts,
        ends,
        reasons,
        remedies,
        tables,
        ..
    } = texts;
    let voice = match voice {
        Voice::Fr => "Fr",
        Voice::FrPatient => "FrPatient",
        Voice::En => "En",
    };
    format!(
        "VoiceTexts {{ voice: Voice::{voice}, pool: &POOL, texts: &{texts:?}, ends: {ends:?}, reasons: &{reasons:?}, \
         remedies: &{remedies:?}, tables: &{tables:?} }}"
    )
}
