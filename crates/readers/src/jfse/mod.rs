//! `jfse`: a card reading as the jFSE engine hands it over in JSON, of a carte Vitale or of the application on a phone (apCV).
//!
//! The parts that this engine also writes in its ADRi answers are read by the same functions. The token of a phone's card is never kept.

#[cfg(test)]
mod tests;

use crate::adri::{identity, nir, rights};
use crate::error::{FieldProblem, ReadError};
use crate::json::{self, Fields, Node, Path};
use crate::outcome::{ReadOptions, ReadResult, Report, Why};
use crate::text;
use tierspayant_core::model::{AccidentEntry, ContractEntry, Nir, Scheme, ServiceEntry, Snapshot, Source};

/// Names of what is around the card, from the outside in.
const ENVELOPES: &[&str] = &["method", "output"];

/// Fields of the card that are known and not used.
const CARD: &[(&str, Why)] = &[
    ("groupe", Why::NotNeeded),
    ("type", Why::NotNeeded),
    ("dateFinValidite", Why::NotNeeded),
    ("noBeneficiaireSelectionne", Why::NotNeeded),
    ("noSerieCarte", Why::Personal),
    ("noSerie", Why::Personal),
    ("codeGestion", Why::NotNeeded),
    ("libelleRegime", Why::NotNeeded),
    ("libelleCaisse", Why::NotNeeded),
    ("libelleGestion", Why::NotNeeded),
    ("contexteApCV", Why::Personal),
    ("mode131", Why::NotNeeded),
];

/// Fields of a beneficiary that are known and not used.
const PERSON: &[(&str, Why)] = &[
    ("groupe", Why::NotNeeded),
    ("numero", Why::NotNeeded),
    ("nom", Why::Personal),
    ("nomUsuel", Why::Personal),
    ("nomPatronymique", Why::Personal),
    ("prenom", Why::Personal),
    ("adresse", Why::Personal),
    ("adresse1", Why::Personal),
    ("adresse2", Why::Personal),
    ("adresse3", Why::Personal),
    ("adresse4", Why::Personal),
    ("adresse5", Why::Personal),
    ("cleNIRCertifie", Why::Personal),
    ("dateCertificationNIR", Why::Personal),
    ("contexteApCV", Why::Personal),
    ("ACS", Why::NotNeeded),
    ("ACSLibelle", Why::NotNeeded),
    ("qualiteLibelle", Why::NotNeeded),
    ("libelleQualite", Why::NotNeeded),
];

/// Reads a card.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadResult, ReadError> {
    let mut report = Report::default();
    let root = json::parse(bytes, &mut report)?;
    let card = open(&root, &mut report)?;
    let snapshots = snapshots(card, options, &mut report)?;
    Ok(report.snapshots(snapshots))
}

/// Opens the envelopes down to the card.
fn open<'d>(root: &'d Node, report: &mut Report) -> Result<Fields<'d>, ReadError> {
    let object = |node: &'d Node, path: &Path| {
        Fields::of(node, path.clone()).ok_or_else(|| ReadError::field(path, FieldProblem::NotAnObject))
    };
    let mut path = Path::root();
    let mut fields = object(root, &path)?;
    for name in ENVELOPES.iter().chain(["donneescv"].iter()) {
        if fields.has("lstDonneesBeneficiaire") {
            break;
        }
        if let Some((inner, node)) = fields.take(name) {
            fields.finish(
                &[
                    ("name", Why::NotNeeded),
                    ("service", Why::NotNeeded),
                    ("lstMessages", Why::NotNeeded),
                ],
                report,
            );
            fields = object(node, &inner)?;
            path = inner;
        }
    }
    if fields.has("lstDonneesBeneficiaire") {
        Ok(fields)
    } else {
        Err(ReadError::field(&path, FieldProblem::NotThisFormat))
    }
}

/// What belongs to the whole family.
struct Family {
    source: Source,
    scheme: Scheme,
    insured: Option<Nir>,
    services: Option<Vec<ServiceEntry>>,
    accidents: Option<Vec<AccidentEntry>>,
}

fn snapshots(
    mut card: Fields<'_>,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<Vec<Snapshot>, ReadError> {
    let phone = card.flag("apCV", report).unwrap_or(false);
    let mut family = Family {
        source: if phone { Source::Apcv } else { Source::Vitale },
        scheme: Scheme {
            regime: card.padded("codeRegime", 2, report),
            fund: card.padded("caisseGestionnaire", 3, report),
            centre: card.padded("centreGestionnaire", 4, report),
        },
        insured: nir(&mut card, "NIR", "cleNIR", report),
        services: None,
        accidents: None,
    };
    if let Some(mut service) = card.object("serviceAMOFamille")? {
        let period = service.period("dateDebut", "dateFin", report)?;
        let code = service.text("code", report).filter(|code| !text::is_zeros(code));
        family.services = match code.map(str::parse) {
            None => Some(Vec::new()),
            Some(Ok(code)) => period.map(|period| vec![ServiceEntry { code, period }]),
            Some(Err(_)) => None,
        };
        service.finish(&[("groupe", Why::NotNeeded)], report);
    }
    if let Some(accidents) = card.object("donneesAT")? {
        family.accidents = Some(rights::accidents(accidents, report));
    }
    let mut snapshots = Vec::new();
    for person in card.objects("lstDonneesBeneficiaire")?.unwrap_or_default() {
        snapshots.push(beneficiary(person, &family, options, report)?);
    }
    card.finish(CARD, report);
    Ok(snapshots)
}

fn beneficiary(
    mut person: Fields<'_>,
    family: &Family,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<Snapshot, ReadError> {
    let mut snapshot = Snapshot::silent(family.source);
    snapshot.observed_at = options.observed_at;
    snapshot.scheme = family.scheme;
    let insured = person.text("qualite", report).is_some_and(text::is_zeros);
    snapshot.person = identity(&mut person, report);
    if insured {
        snapshot.person.nir = snapshot.person.nir.or(family.insured);
        snapshot.accidents.clone_from(&family.accidents);
    }
    let own = rights::services(&mut person, report)?;
    snapshot.services = match (own, &family.services) {
        (Some(mut own), Some(family)) => {
            own.extend(
                family
                    .iter()
                    .copied()
                    .filter(|entry| !own.contains(entry))
                    .collect::<Vec<_>>(),
            );
            Some(own)
        }
        (own, family) => own.or_else(|| family.clone()),
    };
    snapshot.coverage = rights::coverage(&mut person, report)?;
    snapshot.codes = rights::codes(&mut person, report)?;
    let no_service = snapshot.services.as_ref().is_some_and(Vec::is_empty);
    let read_in_full = snapshot.coverage.is_some() || snapshot.codes.is_some();
    let mutual = person.object("donneesMutuelle")?;
    let mut contracts = rights::contracts(mutual, no_service && read_in_full, report)?;
    if let Some(entry) = person.object("donneesComplementaire")? {
        contracts = match complementary(entry, report)? {
            Some(entry) => {
                let mut all = contracts.unwrap_or_default();
                all.push(entry);
                Some(all)
            }
            None => contracts.filter(|all| !all.is_empty()),
        };
    }
    snapshot.contracts = contracts;
    person.finish(PERSON, report);
    Ok(snapshot)
}

/// The complementary insurer (AMC) of a beneficiary: the number of the electronic exchange where there is one, else that of paper.
fn complementary(mut entry: Fields<'_>, report: &mut Report) -> Result<Option<ContractEntry>, ReadError> {
    let period = entry.period("dateDebut", "dateFin", report)?;
    let electronic = entry.parsed_not_zeros("numeroComplementaireEDI", report);
    let paper = entry.parsed_not_zeros("numeroComplementaireB2", report);
    let indicator = entry.parsed("indicateurTraitement", report);
    entry.finish(
        &[
            ("groupe", Why::NotNeeded),
            ("numeroAdherent", Why::Personal),
            ("codeRoutage", Why::NotNeeded),
            ("identifiantHote", Why::NotNeeded),
            ("nomDomaine", Why::NotNeeded),
            ("codeAiguillageSTS", Why::NotNeeded),
            ("typeServices", Why::NotNeeded),
            ("servicesAssociesContrat", Why::NotNeeded),
        ],
        report,
    );
    let number = electronic.or(paper);
    Ok(number.and(period).map(|period| ContractEntry {
        number,
        indicator,
        period,
        ..ContractEntry::default()
    }))
}
