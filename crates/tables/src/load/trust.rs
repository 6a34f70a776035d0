//! Trust in sources, and the date that counts.

use super::file::{File, Refused};
use crate::given::Named;
use crate::{Files, wire};
use tierspayant_core::model::{Category, Source};
use tierspayant_core::tables::{DateRule, RightSet, RightsRule, SourceTrust};

pub(super) fn sources(files: &Files) -> Result<[SourceTrust; Source::ALL.len()], Refused> {
    let file = File::open(files, "sources.toml")?;
    let table = file.table()?;
    let wire: Named<'_, wire::SourceEntry<'_>> = file.read(&table)?;
    known_names(&file, &wire, Source::ALL.iter().map(|source| source.as_str()))?;
    let mut all = Vec::new();
    for source in Source::ALL {
        let one = wire
            .get(source.as_str())
            .ok_or_else(|| file.wrong(0, format!("{source} is missing")))?;
        file.reference(one.proof)?;
        let mut shows = RightSet::NONE;
        for kind in one.kinds.iter() {
            shows = shows.with_kind(file.word(kind)?);
        }
        for ground in one.grounds.iter() {
            shows = shows.with_ground(file.word(ground)?);
        }
        let schemes_not_covered = file.words(one.schemes_not_covered.unwrap_or_default())?;
        all.push(SourceTrust {
            strength: one.strength,
            online: one.online,
            shows,
            listed: file.grounds(one.motives.unwrap_or(one.grounds))?,
            schemes_not_covered,
        });
    }
    all.try_into().map_err(|_| file.wrong(0, "a source is missing"))
}

/// The day that counts for an exemption, and the day on which base rights are read, by category.
pub(super) type Dates = ([DateRule; Category::ALL.len()], [RightsRule; Category::ALL.len()]);

pub(super) fn dates(files: &Files) -> Result<Dates, Refused> {
    let file = File::open(files, "dates.toml")?;
    let table = file.table()?;
    let wire: Named<'_, wire::DateEntry<'_>> = file.read(&table)?;
    known_names(
        &file,
        &wire,
        Category::ALL.iter().map(|category| category.as_str()),
    )?;
    let (mut all, mut rights) = (Vec::new(), Vec::new());
    for category in Category::ALL {
        let one = wire
            .get(category.as_str())
            .ok_or_else(|| file.wrong(0, format!("{category} is missing")))?;
        file.reference(one.proof)?;
        all.push(file.word(one.rule)?);
        rights.push(file.word(one.rights)?);
    }
    let short = |_| file.wrong(0, "a category is missing");
    Ok((
        all.try_into().map_err(short)?,
        rights
            .try_into()
            .map_err(|_| file.wrong(0, "a category is missing"))?,
    ))
}

fn known_names<T>(
    file: &File<'_>,
    names: &Named<'_, T>,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Result<(), Refused> {
    let is_known = |name: &str| known.clone().any(|one| one == name);
    match names.0.iter().find(|(name, _)| !is_known(name.text)) {
        None => Ok(()),
        Some((name, _)) => Err(file.wrong(name.at, format_args!("`{}` is not known here", name.text))),
    }
}
