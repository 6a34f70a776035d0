//! The rules with their law, what follows from each reason, and the rejects that are known.

use super::file::{File, Refused, text};
use crate::Files;
use crate::given::{Word, Words};
use crate::wire::{self, Proof};
use tierspayant_core::ids::{RemedySet, RuleId};
use tierspayant_core::tables::{ReasonInfo, Right, RightKind, RuleInfo, Rulebook};

pub(super) fn rulebook(files: &Files) -> Result<Rulebook, Refused> {
    let rule_file = File::open(files, "rules.toml")?;
    let mut rules = Vec::new();
    let table = rule_file.table()?;
    for one in rule_file.read::<wire::Rules<'_>>(&table)?.rule {
        let id: RuleId = rule_file.word(one.id)?;
        rule_file.once(rules.iter().all(|other: &RuleInfo| other.id != id), one.id)?;
        rules.push(RuleInfo {
            id,
            title: text(one.title),
            validity: rule_file.period(one.from, one.to)?,
            reference: rule_file.reference(Proof {
                source: one.reference,
                confidence: one.confidence,
                checked: one.checked,
            })?,
        });
    }
    let file = File::open(files, "reasons.toml")?;
    let mut reasons = Vec::new();
    let table = file.table()?;
    let remedies = |words: Words<'_>| {
        words.iter().try_fold(RemedySet::NONE, |set, word| {
            Ok::<_, Refused>(set.with(file.word(word)?))
        })
    };
    for (id, one) in file.read::<wire::ReasonFile<'_>>(&table)?.0 {
        reasons.push(ReasonInfo {
            id: file.word(id)?,
            remedies: remedies(one.remedies)?,
            remedies_offline: remedies(one.offline.unwrap_or_default())?,
            about: one.about.map(|word| right(&file, word)).transpose()?,
            reject: file.optional(one.reject)?,
            indu: file.optional(one.indu)?,
        });
    }
    Rulebook::new(rules, reasons).map_err(|id| {
        let file = if id.contains('.') { file } else { rule_file };
        file.wrong(file.text.len(), format!("`{id}` is missing"))
    })
}

/// A kind of right, or a ground of exemption.
fn right(file: &File<'_>, word: Word<'_>) -> Result<Right, Refused> {
    match word.text.parse::<RightKind>() {
        Ok(kind) => Ok(Right::Kind(kind)),
        Err(_) => file.word(word).map(Right::Ground),
    }
}
