//! The rules with their law, what follows from each reason, and the rejects that are known.

use super::file::{File, text};
use crate::wire::{self, Word};
use crate::{Files, TableError};
use tierspayant_core::ids::{RemedySet, RuleId};
use tierspayant_core::tables::{Ground, ReasonInfo, RightKind, RuleInfo, Rulebook};

pub(super) fn rulebook(files: &Files) -> Result<Rulebook, TableError> {
    let rule_file = File::open(files, "rules.toml")?;
    let mut rules = Vec::new();
    for one in rule_file.parse::<wire::Rules>()?.rule {
        let id: RuleId = rule_file.word(&one.id)?;
        rule_file.once(rules.iter().all(|other: &RuleInfo| other.id != id), &one.id)?;
        rules.push(RuleInfo {
            id,
            title: text(&one.title),
            validity: rule_file.period(one.from.as_ref(), one.to.as_ref())?,
            reference: rule_file.reference(&one.reference, &one.confidence, &one.checked)?,
        });
    }
    let file = File::open(files, "reasons.toml")?;
    let mut reasons = Vec::new();
    for (id, one) in file.parse::<wire::ReasonFile>()? {
        let remedies = |words: &[Word]| -> Result<RemedySet, TableError> {
            Ok(file
                .words(words)?
                .iter()
                .fold(RemedySet::NONE, |set, one| set.with(*one)))
        };
        reasons.push(ReasonInfo {
            id: file.word(&id)?,
            remedies: remedies(&one.remedies)?,
            remedies_offline: remedies(one.offline.as_deref().unwrap_or_default())?,
            about: one.about.as_ref().map(|word| right(&file, word)).transpose()?,
            reject: one.reject.as_ref().map(|word| file.word(word)).transpose()?,
            indu: one.indu.as_ref().map(|word| file.word(word)).transpose()?,
        });
    }
    Rulebook::new(rules, reasons).map_err(|id| {
        let file = if id.contains('.') { file } else { rule_file };
        file.wrong(file.text.len(), format!("`{id}` is missing"))
    })
}

/// A kind of right, or a ground of exemption.
fn right(file: &File<'_>, word: &Word) -> Result<&'static str, TableError> {
    match word.get_ref().parse::<RightKind>() {
        Ok(kind) => Ok(kind.as_str()),
        Err(_) => Ok(file.word::<Ground>(word)?.as_str()),
    }
}
