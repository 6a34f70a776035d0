//! `cnam-droits`: answers of the rights API of the CNAM ("API des droits assurés").
//!
//! The API has one path for the beneficiary, one for the contracts, one for the exemptions and one for the fund. Each of
//! these answers is read alone, and so is one object that gathers them under the names of the paths, or a list of such
//! objects, one per beneficiary.
//!
//! The service looks from the day of the call to one year later, and never back: the snapshot carries that horizon where
//! the day of the call is known. It covers the general scheme and the schemes that it hosts.

mod rights;
mod shape;
#[cfg(test)]
mod tests;

use tierspayant_core::model::{BirthRank, Date, Period, Person, Scheme, Snapshot, Source};

use crate::error::ReadError;
use crate::json::Fields;
use crate::outcome::{ReadOptions, ReadResult, Report, Why};
use crate::{identity, json};
use shape::{Answer, Part};

/// Reads an answer.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadResult, ReadError> {
    let mut report = Report::default();
    let root = json::parse(bytes, &mut report)?;
    let people = match shape::open(&root, &mut report)? {
        Answer::Refused(refusal) => return Ok(report.refused(refusal)),
        Answer::People(people) => people,
    };
    let mut snapshots = Vec::with_capacity(people.len());
    for parts in people {
        snapshots.push(snapshot(parts, options, &mut report)?);
    }
    Ok(report.snapshots(snapshots))
}

/// Reads what was given of one beneficiary.
fn snapshot(parts: Vec<Part<'_>>, options: &ReadOptions, report: &mut Report) -> Result<Snapshot, ReadError> {
    let mut snapshot = Snapshot::silent(Source::Portal);
    snapshot.observed_at = options.observed_at;
    snapshot.horizon = options.observed_at.and_then(|moment| horizon(moment.date()));
    for part in parts {
        match part {
            Part::Person(fields) => snapshot.person = person(fields, report),
            Part::Fund(fields) => snapshot.scheme = scheme(fields, report),
            Part::Contracts(items) => rights::contracts(items, &mut snapshot, report)?,
            Part::Exemptions(items) => rights::exemptions(items, &mut snapshot, report)?,
        }
    }
    // "No exemption" is believed only where the answer shows that the API covers this person's scheme.
    if snapshot.coverage.is_none() {
        snapshot.exemptions = snapshot.exemptions.filter(|exemptions| !exemptions.is_empty());
    }
    Ok(snapshot)
}

/// From the day of the call to the same day one year later.
fn horizon(call: Date) -> Option<Period> {
    let next_year = Date::from_ymd(call.year() + 1, call.month(), call.day())
        .or_else(|_| Date::from_ymd(call.year() + 1, call.month(), 28))
        .ok();
    Period::new(Some(call), next_year).ok()
}

/// What identifies the person.
fn person(mut fields: Fields<'_>, report: &mut Report) -> Person {
    let place = |name: &str| String::from(&fields.path().field(name));
    let (born, rank, number) = (place("date_naissance"), place("rang_naissance"), place("nir"));
    let birth_date = fields
        .text("date_naissance", report)
        .and_then(|text| identity::birth_date(text, &born, report));
    let birth_rank: Option<BirthRank> = if fields.has("rang_naissance") {
        let text = fields.text("rang_naissance", report).unwrap_or_default();
        identity::birth_rank(text, &rank, report)
    } else {
        None
    };
    let nir = fields.text("nir", report).and_then(|text| {
        let nir = text.parse().ok();
        if nir.is_none() {
            report.unused(number.as_str(), Why::WrongKind);
        }
        nir
    });
    fields.finish(
        &[
            ("nom_famille", Why::Personal),
            ("nom_usage", Why::Personal),
            ("prenom", Why::Personal),
            ("qualite", Why::NotNeeded),
            ("medecin_traitant_choisi", Why::NotNeeded),
            ("presence_CMUC_ACS", Why::FlagWithoutDates),
        ],
        report,
    );
    Person {
        id: None,
        birth_date,
        birth_rank,
        nir,
    }
}

/// The fund: its id is the scheme on two characters and the fund on three.
fn scheme(mut fields: Fields<'_>, report: &mut Report) -> Scheme {
    let place = fields.path().field("id");
    let id = fields.text("id", report).map(|id| json::pad(id, 5));
    let split = id
        .as_deref()
        .and_then(|id| id.split_at_checked(2))
        .filter(|(_, fund)| fund.len() == 3);
    if id.is_some() && split.is_none() {
        report.unused(&place, Why::WrongKind);
    }
    let named = fields.padded("grandRegime", 2, report);
    let scheme = Scheme {
        regime: named.or_else(|| split.and_then(|(regime, _)| regime.parse().ok())),
        fund: split.and_then(|(_, fund)| fund.parse().ok()),
        centre: fields.padded("codeCentre", 4, report),
    };
    fields.finish(
        &[
            ("adresse", Why::NotNeeded),
            ("libelle", Why::NotNeeded),
            ("organisme", Why::NotNeeded),
        ],
        report,
    );
    scheme
}
