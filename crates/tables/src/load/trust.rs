//! Trust in sources, and the date that counts.

use super::file::File;
use crate::{Files, TableError, wire};
use std::collections::BTreeMap;
use tierspayant_core::model::{Category, Source};
use tierspayant_core::tables::{DateRule, RightSet, RightsRule, SourceTrust};

pub(super) fn sources(files: &Files) -> Result<[SourceTrust; Source::ALL.len()], TableError> {
    let file = File::open(files, "sources.toml")?;
    let wire: BTreeMap<String, wire::SourceEntry> = file.parse()?;
    known_names(
        &file,
        wire.keys(),
        Source::ALL.iter().map(|source| source.as_str()),
    )?;
    let mut all = Vec::new();
    for source in Source::ALL {
        let one = wire
            .get(source.as_str())
            .ok_or_else(|| file.wrong(0, format!("{source} is missing")))?;
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let shows = file
            .words(&one.kinds)?
            .iter()
            .fold(RightSet::NONE, |set, one| set.with_kind(*one));
        let shows = file
            .words(&one.grounds)?
            .iter()
            .fold(shows, |set, one| set.with_ground(*one));
        let schemes_not_covered = file.words(one.schemes_not_covered.as_deref().unwrap_or_default())?;
        all.push(SourceTrust {
            strength: one.strength,
            online: one.online,
            shows,
            listed: file.grounds(one.motives.as_ref().unwrap_or(&one.grounds))?,
            schemes_not_covered,
        });
    }
    all.try_into().map_err(|_| file.wrong(0, "a source is missing"))
}

/// The day that counts for an exemption, and the day on which base rights are read, by category.
pub(super) type Dates = ([DateRule; Category::ALL.len()], [RightsRule; Category::ALL.len()]);

pub(super) fn dates(files: &Files) -> Result<Dates, TableError> {
    let file = File::open(files, "dates.toml")?;
    let wire: BTreeMap<String, wire::DateEntry> = file.parse()?;
    known_names(
        &file,
        wire.keys(),
        Category::ALL.iter().map(|category| category.as_str()),
    )?;
    let (mut all, mut rights) = (Vec::new(), Vec::new());
    for category in Category::ALL {
        let one = wire
            .get(category.as_str())
            .ok_or_else(|| file.wrong(0, format!("{category} is missing")))?;
        file.reference(&one.source, &one.confidence, &one.checked)?;
        all.push(file.word(&one.rule)?);
        rights.push(file.word(&one.rights)?);
    }
    let short = |_| file.wrong(0, "a category is missing");
    Ok((
        all.try_into().map_err(short)?,
        rights
            .try_into()
            .map_err(|_| file.wrong(0, "a category is missing"))?,
    ))
}

fn known_names<'n>(
    file: &File<'_>,
    names: impl Iterator<Item = &'n String>,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Result<(), TableError> {
    for name in names {
        if known.clone().all(|one| one != name) {
            let at = file.text.find(&format!("[{name}]")).unwrap_or(0);
            return Err(file.wrong(at, format!("`{name}` is not known here")));
        }
    }
    Ok(())
}
