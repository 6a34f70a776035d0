//! Keys and labels of rejects, and what triage makes of them.

use crate::load::{File, text};
use crate::wire::{self, Word};
use crate::{Files, TableError};
use tierspayant_core::triage::{
    Abbreviation, CauseRow, ClassRow, Guidance, KnownReject, ReasonAbout, Rejects, RuleWords, WordRule,
};

pub(crate) fn rejects(files: &Files) -> Result<Rejects, TableError> {
    let file = File::open(files, "rejects.toml")?;
    let wire: wire::RejectFile = file.parse()?;
    let optional = |word: &Option<Word>| word.as_ref().map(text);
    let mut abbreviations = Vec::new();
    for one in &wire.abbreviation {
        abbreviations.push(Abbreviation {
            short: text(&one.short),
            long: text(&one.long),
            reference: file.reference(&one.source, &one.confidence, &one.checked)?,
        });
    }
    let mut entries = Vec::new();
    for one in &wire.reject {
        if one.key.is_none() && one.label.is_none() {
            return Err(file.wrong(one.class.span().start, "a reject has a key or a label"));
        }
        let aliases = one.aliases.as_deref().unwrap_or_default();
        if let (None, Some(alias)) = (&one.label, aliases.first()) {
            return Err(file.wrong(alias.span().start, "an alias is another spelling of a label"));
        }
        entries.push(KnownReject {
            class: file.word(&one.class)?,
            key: optional(&one.key),
            label: optional(&one.label),
            aliases: aliases.iter().map(text).collect(),
            meaning: optional(&one.meaning),
            validity: file.period(one.from.as_ref(), one.to.as_ref())?,
            reference: file.reference(&one.source, &one.confidence, &one.checked)?,
        });
    }
    let mut rules = Vec::new();
    for one in wire.words.iter().flatten() {
        if one.all.is_empty() || one.all.iter().any(Vec::is_empty) {
            return Err(file.wrong(one.class.span().start, "a rule holds groups of words, none empty"));
        }
        let each = |group: &Vec<Word>| group.iter().map(|word| text(word).into_owned()).collect();
        let words = RuleWords {
            words: one.all.iter().map(each).collect(),
            without: one.without.as_ref().map(each).unwrap_or_default(),
        };
        let rule = WordRule {
            class: file.word(&one.class)?,
            words: words.told().into(),
            share: one.share.as_ref().map(|word| file.word(word)).transpose()?,
            reference: file.reference(&one.source, &one.confidence, &one.checked)?,
        };
        rules.push((rule, words));
    }
    Rejects::new(entries, rules, abbreviations).map_err(|place| {
        let at = wire.reject.get(place).map_or(0, |one| one.class.span().start);
        file.wrong(
            at,
            "an earlier entry has this key or label, on the same day, with another class",
        )
    })
}

pub(crate) fn guidance(files: &Files) -> Result<Guidance, TableError> {
    let file = File::open(files, "triage.toml")?;
    let wire: wire::TriageFile = file.parse()?;
    let mut causes: Vec<CauseRow> = Vec::new();
    for one in &wire.cause {
        let cause = file.word(&one.id)?;
        file.once(causes.iter().all(|row| row.cause != cause), &one.id)?;
        let plain = one.reasons.iter().map(|word| {
            Ok(ReasonAbout {
                id: file.word(word)?,
                fact: None,
                doubt: None,
            })
        });
        let dated = one.dated.as_deref().unwrap_or_default().iter().map(|dated| {
            Ok(ReasonAbout {
                id: file.word(&dated.reason)?,
                fact: dated.fact.as_ref().map(|word| file.word(word)).transpose()?,
                doubt: dated.doubt.as_ref().map(|word| file.word(word)).transpose()?,
            })
        });
        causes.push(CauseRow {
            cause,
            reasons: plain.chain(dated).collect::<Result<_, TableError>>()?,
            asked: file.words(one.asked.as_deref().unwrap_or_default())?,
            steps: file.words(&one.steps)?,
            reference: file.reference(&one.source, &one.confidence, &one.checked)?,
        });
    }
    let mut classes: Vec<ClassRow> = Vec::new();
    for one in &wire.class {
        let class = file.word(&one.id)?;
        file.once(classes.iter().all(|row| row.class != class), &one.id)?;
        classes.push(ClassRow {
            class,
            like: file.words(one.like.as_deref().unwrap_or_default())?,
            cause: one.cause.as_ref().map(|word| file.word(word)).transpose()?,
            reasons: file.words(&one.reasons)?,
            rights: file.word(&one.rights)?,
            amo: file.word(&one.amo)?,
            amc: file.word(&one.amc)?,
            reference: file.reference(&one.source, &one.confidence, &one.checked)?,
        });
    }
    Guidance::new(causes, classes).map_err(|id| file.wrong(file.eof(), format!("`{id}` is missing")))
}
