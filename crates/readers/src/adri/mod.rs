//! `adri-json`: an ADRi answer as billing engines hand it over in JSON.
//!
//! The answer comes bare or in the envelope of the engine (`{"method": {"output": …}}`). It shows the base rights, the
//! coverage codes, a complementary contract and accidents; it carries no maternity record and no list of exemptions, so
//! the snapshot is silent there.

mod envelope;
pub(crate) mod rights;
#[cfg(test)]
mod tests;

use tierspayant_core::model::{BirthRank, Moment, Nir, Person, Scheme, Snapshot, Source};

use crate::error::ReadError;
use crate::json::Fields;
use crate::outcome::{ReadOptions, ReadResult, Report, Why};
use crate::{date, identity, json, text};
use envelope::Answer;

/// Fields of the person that are known and not used.
const PERSON: &[(&str, Why)] = &[
    ("numero", Why::NotNeeded),
    ("nomUsuel", Why::Personal),
    ("nomPatronymique", Why::Personal),
    ("prenom", Why::Personal),
    ("adresse1", Why::Personal),
    ("adresse2", Why::Personal),
    ("adresse3", Why::Personal),
    ("adresse4", Why::Personal),
    ("adresse5", Why::Personal),
    ("qualite", Why::NotNeeded),
    ("codeModedeGestionComplementaire", Why::NotNeeded),
    ("codeSupportComplementaire", Why::NotNeeded),
    ("topMedecinTraitant", Why::NotNeeded),
    ("cleNIRCertifie", Why::Personal),
    ("dateCertificationNIR", Why::Personal),
];

/// Reads an ADRi answer.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadResult, ReadError> {
    let mut report = Report::default();
    let root = json::parse(bytes, &mut report)?;
    let fields = match envelope::open(&root, &mut report)? {
        Answer::Refused(refusal) => return Ok(report.refused(refusal)),
        Answer::Rights(fields) => fields,
    };
    let snapshot = answer(fields, options, &mut report)?;
    Ok(report.snapshots(vec![snapshot]))
}

/// Reads the answer itself.
fn answer(mut fields: Fields<'_>, options: &ReadOptions, report: &mut Report) -> Result<Snapshot, ReadError> {
    let mut snapshot = Snapshot::silent(Source::Adri);
    let answered: Option<Moment> = fields.dated("dateReponse", date::moment)?;
    snapshot.observed_at = answered.or(options.observed_at);
    let mut accidents = fields.object("donneesAT")?;
    if let Some(mut person) = fields.object("beneficiaireDeSoins")? {
        snapshot.person = identity(&mut person, report);
        snapshot.services = rights::services(&mut person, report)?;
        snapshot.coverage = rights::coverage(&mut person, report)?;
        snapshot.codes = rights::codes(&mut person, report)?;
        if accidents.is_none() {
            accidents = person.object("donneesAT")?;
        }
        person.finish(PERSON, report);
    }
    if let Some(mut global) = fields.object("infosGlobales")? {
        snapshot.scheme = scheme(&mut global, report);
        global.finish(&[("codePresentationSupportAMO", Why::NotNeeded)], report);
    }
    let no_service = snapshot.services.as_ref().is_some_and(Vec::is_empty);
    snapshot.contracts = rights::contracts(fields.object("mutuelle")?, no_service, report)?;
    if let Some(accidents) = accidents {
        snapshot.accidents = Some(rights::accidents(accidents, report));
    }
    fields.finish(&[("lstMessages", Why::NotNeeded)], report);
    Ok(snapshot)
}

/// What identifies the person. The certified number has its own key where the engine gives one.
pub(crate) fn identity(person: &mut Fields<'_>, report: &mut Report) -> Person {
    let place = |name: &str| String::from(&person.path().field(name));
    let (born, rank) = (place("dateNaissance"), place("rangGemellaire"));
    let birth_date = person
        .text("dateNaissance", report)
        .and_then(|text| identity::birth_date(text, &born, report));
    let birth_rank: Option<BirthRank> = if person.has("rangGemellaire") {
        let text = person.text("rangGemellaire", report).unwrap_or_default();
        identity::birth_rank(text, &rank, report)
    } else {
        None
    };
    let first = nir(person, "noNIRCertifie", "cleNIRCertifie", report);
    let second = nir(person, "NIRCertifie", "cleNIRCertifie", report);
    Person {
        id: None,
        birth_date,
        birth_rank,
        nir: first.or(second),
    }
}

/// Takes a number with its key, either of which may be missing.
pub(crate) fn nir(person: &mut Fields<'_>, number: &str, key: &str, report: &mut Report) -> Option<Nir> {
    let place = String::from(&person.path().field(number));
    let text = person.text(number, report).filter(|text| !text::is_zeros(text))?;
    let key = person
        .text(key, report)
        .filter(|key| key.len() == 2 && !text::is_zeros(key));
    let whole = if text.len() == 13 {
        [text, key.unwrap_or_default()].concat()
    } else {
        text.to_owned()
    };
    let nir = whole.parse().ok();
    if nir.is_none() {
        report.unused(place, Why::WrongKind);
    }
    nir
}

/// The scheme, the fund and the centre, which may come as numbers that lost their zeros.
fn scheme(global: &mut Fields<'_>, report: &mut Report) -> Scheme {
    Scheme {
        regime: global.padded("codeRegime", 2, report),
        fund: global.padded("codeCaisse", 3, report),
        centre: global.padded("centrePrestation", 4, report),
    }
}
