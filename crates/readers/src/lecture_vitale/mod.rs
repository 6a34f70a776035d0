//! `lecture-vitale`: the XML that the Lecture Vitale library gives of a carte Vitale.
//!
//! It shows base rights and who the beneficiaries are. It writes exemptions as free text alone (`libelleExo`), from which nothing is
//! guessed: the snapshot is silent on them, and the field is listed as not used.

#[cfg(test)]
mod tests;
mod tree;

use crate::error::{FieldProblem, ReadError};
use crate::json::{Fields, Path};
use crate::kept::Kept;
use crate::outcome::{ReadOptions, ReadResult, Report, Why};
use crate::{date, identity, json, text};
use tierspayant_core::model::{Nir, Period, Person, Scheme, Snapshot, Source};

/// Reads a card.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadResult, ReadError> {
    let mut report = Report::default();
    let text = json::decode(bytes, &mut report)?;
    let root = tree::parse(&text)?;
    let mut fields =
        Fields::of(&root, Path::root()).ok_or_else(|| ReadError::field("$", FieldProblem::NotThisFormat))?;
    while !fields.has("listeBenef") {
        let (path, inner) = ["T_RESULTAT", "resultat", "lectureVitale", "vitale", "carte"]
            .into_iter()
            .find_map(|name| fields.take(name))
            .ok_or_else(|| ReadError::field("$", FieldProblem::NotThisFormat))?;
        fields.finish(&[], &mut report);
        fields = Fields::of(inner, path).ok_or_else(|| ReadError::field("$", FieldProblem::NotThisFormat))?;
    }
    let mut snapshots = Vec::new();
    if let Some(people) = fields.object("listeBenef")? {
        // One child per person, whatever its name.
        for (path, node) in people.into_values() {
            for person in json::one_or_more(node, &path)? {
                snapshots.push(beneficiary(person, options, &mut report)?);
            }
        }
    }
    fields.finish(
        &[("technique", Why::NotNeeded), ("tech", Why::NotNeeded)],
        &mut report,
    );
    Ok(report.snapshots(snapshots))
}

fn beneficiary(
    mut fields: Fields<'_>,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<Snapshot, ReadError> {
    let mut snapshot = Snapshot::silent(Source::Vitale);
    snapshot.observed_at = options.observed_at;
    if let Some(identity) = fields.object("ident")? {
        snapshot.person = person(identity, report)?;
    }
    if let Some(mut amo) = fields.object("amo")? {
        snapshot.scheme = Scheme {
            regime: amo.padded("codeRegime", 2, report),
            fund: amo.padded("caisse", 3, report),
            centre: amo.padded("centreCarte", 4, report),
        };
        snapshot.coverage = coverage(&mut amo, report)?;
        amo.finish(
            &[
                ("qualBenef", Why::NotNeeded),
                ("centreGestion", Why::NotNeeded),
                ("codeGestion", Why::NotNeeded),
                ("libelleExo", Why::FlagWithoutDates),
                ("medecinTraitant", Why::NotNeeded),
            ],
            report,
        );
    }
    fields.finish(&[("cmu", Why::FlagWithoutDates)], report);
    Ok(snapshot)
}

fn person(mut fields: Fields<'_>, report: &mut Report) -> Result<Person, ReadError> {
    let nir = |fields: &mut Fields<'_>, name: &str, report: &mut Report| -> Option<Nir> {
        let place = String::from(&fields.path().field(name));
        let written = fields.text(name, report).filter(|text| !text::is_zeros(text))?;
        let number: String = written.chars().filter(|letter| !letter.is_whitespace()).collect();
        let nir = number.parse().ok();
        if nir.is_none() {
            report.unused(place, Why::WrongKind);
        }
        nir
    };
    let certified = nir(&mut fields, "nirCertifie", report);
    let number = nir(&mut fields, "nir", report);
    let mut person = Person {
        nir: certified.or(number),
        ..Person::default()
    };
    if let Some(mut birth) = fields.object("naissance")? {
        let place = String::from(&birth.path().field("dateEnCarte"));
        let card = birth.text("dateEnCarte", report).map(date::turned);
        person.birth_date = card.and_then(|text| identity::birth_date(&text, &place, report));
        birth.finish(&[("date", Why::Superseded)], report);
    }
    let place = String::from(&fields.path().field("rangDeNaissance"));
    let rank = fields.text("rangDeNaissance", report).unwrap_or_default();
    person.birth_rank = identity::birth_rank(rank, &place, report);
    fields.finish(
        &[
            ("nomUsuel", Why::Personal),
            ("prenomUsuel", Why::Personal),
            ("nomPatronymique", Why::Personal),
            ("adresse", Why::Personal),
        ],
        report,
    );
    Ok(person)
}

/// The periods of base rights, days written `JJMMAAAA`. One without any bound is a place for a period, not a right without limits.
fn coverage(amo: &mut Fields<'_>, report: &mut Report) -> Result<Option<Vec<Period>>, ReadError> {
    let Some(mut list) = amo.object("listePeriodesDroits")? else {
        return Ok(None);
    };
    let mut all = Kept::default();
    for mut item in list.objects("element")?.unwrap_or_default() {
        let first = item.dated("debut", |text| date::start(&date::turned(text)))?;
        let last = item.dated("fin", |text| date::end(&date::turned(text)))?;
        let period = Period::new(first, last).ok();
        match period {
            None => report.unused(item.path(), Why::EndsBeforeStart),
            Some(Period::ALWAYS) => report.unused(item.path(), Why::NoPeriod),
            Some(_) => {}
        }
        all.push(period.filter(|period| *period != Period::ALWAYS));
        item.finish(&[], report);
    }
    list.finish(&[], report);
    Ok(all.list())
}
