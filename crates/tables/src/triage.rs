//! Keys and labels of rejects, and what triage makes of them.

use crate::given::{Word, Words};
use crate::load::{File, Refused, text};
use crate::{Files, wire};
use tierspayant_core::triage::{
    Abbreviation, CauseRow, ClassRow, Guidance, KnownReject, ReasonAbout, Rejects, RuleWords, WordRule,
};

pub(crate) fn rejects(files: &Files) -> Result<Rejects, Refused> {
    let file = File::open(files, "rejects.toml")?;
    let table = file.table()?;
    let wire: wire::RejectFile<'_> = file.read(&table)?;
    let optional = |word: Option<Word<'_>>| word.map(text);
    let mut abbreviations = Vec::new();
    for one in &wire.abbreviation {
        abbreviations.push(Abbreviation {
            short: text(one.short),
            long: text(one.long),
            reference: file.reference(one.proof)?,
        });
    }
    let mut entries = Vec::new();
    for one in &wire.reject {
        if one.key.is_none() && one.label.is_none() {
            return Err(file.wrong(one.class.at, "a reject has a key or a label"));
        }
        let aliases = one.aliases.unwrap_or_default();
        if let (None, Some(alias)) = (one.label, aliases.iter().next()) {
            return Err(file.wrong(alias.at, "an alias is another spelling of a label"));
        }
        entries.push(KnownReject {
            class: file.word(one.class)?,
            key: optional(one.key),
            label: optional(one.label),
            aliases: aliases.iter().map(text).collect(),
            meaning: optional(one.meaning),
            validity: file.period(one.from, one.to)?,
            reference: file.reference(one.proof)?,
        });
    }
    let mut rules = Vec::new();
    for one in wire.words.iter().flatten() {
        if one.all.is_empty() || one.all.iter().any(|group| group.is_empty()) {
            return Err(file.wrong(one.class.at, "a rule holds groups of words, none empty"));
        }
        let each = |group: Words<'_>| group.iter().map(|word| word.text.to_owned()).collect();
        let words = RuleWords {
            words: one.all.iter().copied().map(each).collect(),
            without: one.without.map(each).unwrap_or_default(),
        };
        let rule = WordRule {
            class: file.word(one.class)?,
            words: words.told().into(),
            share: file.optional(one.share)?,
            reference: file.reference(one.proof)?,
        };
        rules.push((rule, words));
    }
    Rejects::new(entries, rules, abbreviations).map_err(|place| {
        let at = wire.reject.get(place).map_or(0, |one| one.class.at);
        file.wrong(
            at,
            "an earlier entry has this key or label, on the same day, with another class",
        )
    })
}

pub(crate) fn guidance(files: &Files) -> Result<Guidance, Refused> {
    let file = File::open(files, "triage.toml")?;
    let table = file.table()?;
    let wire: wire::TriageFile<'_> = file.read(&table)?;
    let mut causes: Vec<CauseRow> = Vec::new();
    for one in &wire.cause {
        let cause = file.word(one.id)?;
        file.once(causes.iter().all(|row| row.cause != cause), one.id)?;
        let plain = one.reasons.iter().map(|word| {
            Ok(ReasonAbout {
                id: file.word(word)?,
                fact: None,
                doubt: None,
            })
        });
        let dated = one.dated.iter().flatten().map(|dated| {
            Ok(ReasonAbout {
                id: file.word(dated.reason)?,
                fact: file.optional(dated.fact)?,
                doubt: file.optional(dated.doubt)?,
            })
        });
        causes.push(CauseRow {
            cause,
            reasons: plain.chain(dated).collect::<Result<_, Refused>>()?,
            asked: file.words(one.asked.unwrap_or_default())?,
            steps: file.words(one.steps)?,
            reference: file.reference(one.proof)?,
        });
    }
    let mut classes: Vec<ClassRow> = Vec::new();
    for one in &wire.class {
        let class = file.word(one.id)?;
        file.once(classes.iter().all(|row| row.class != class), one.id)?;
        classes.push(ClassRow {
            class,
            like: file.words(one.like.unwrap_or_default())?,
            cause: file.optional(one.cause)?,
            reasons: file.words(one.reasons)?,
            rights: file.word(one.rights)?,
            amo: file.word(one.amo)?,
            amc: file.word(one.amc)?,
            reference: file.reference(one.proof)?,
        });
    }
    Guidance::new(causes, classes).map_err(|id| file.wrong(file.eof(), format!("`{id}` is missing")))
}
