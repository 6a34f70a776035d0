//! The rights that an answer shows.

use tierspayant_core::model::{AccidentEntry, ContractEntry, CoverageCode, Period, ServiceEntry};

use crate::error::ReadError;
use crate::json::Fields;
use crate::kept::Kept;
use crate::outcome::{Report, Why};
use crate::text;

/// Takes the service of the fund. Its dates go by two spellings in the field: the one of the answers, and the one of a
/// client that therefore never read them.
pub(crate) fn services(
    person: &mut Fields<'_>,
    report: &mut Report,
) -> Result<Option<Vec<ServiceEntry>>, ReadError> {
    let place = String::from(&person.path().field("codeServiceAMO"));
    let usual = person.period("dateDebutServiceAMO", "dateFinServiceAMO", report)?;
    let other = person.period("dateDebutCodeServiceAMO", "dateFinCodeServiceAMO", report)?;
    let Some(text) = person.text("codeServiceAMO", report) else {
        return Ok(None);
    };
    if text::is_zeros(text) {
        return Ok(Some(Vec::new()));
    }
    let Ok(code) = text.parse() else {
        report.unused(place, Why::WrongKind);
        return Ok(None);
    };
    // A pair without any bound says less than one with bounds.
    let period = match (usual, other) {
        (Some(Period::ALWAYS), Some(other)) => Some(other),
        (usual, _) => usual,
    };
    Ok(period.map(|period| vec![ServiceEntry { code, period }]))
}

/// Takes the periods of base rights. One without any bound is listed: a place for a period, not a right without limits.
pub(crate) fn coverage(
    person: &mut Fields<'_>,
    report: &mut Report,
) -> Result<Option<Vec<Period>>, ReadError> {
    let mut all = Kept::default();
    let mut given = false;
    for name in ["lstPeriodeAMO", "lstPeriodeDroitsAMO"] {
        for mut item in person
            .objects(name)?
            .inspect(|_| given = true)
            .unwrap_or_default()
        {
            let period = item.period("dateDebut", "dateFin", report)?;
            if period == Some(Period::ALWAYS) {
                report.unused(item.path(), Why::NoPeriod);
            }
            all.push(period.filter(|period| *period != Period::ALWAYS));
            item.finish(&[("groupe", Why::NotNeeded)], report);
        }
    }
    Ok(all.list().filter(|_| given))
}

/// Takes the coverage codes.
pub(crate) fn codes(
    person: &mut Fields<'_>,
    report: &mut Report,
) -> Result<Option<Vec<CoverageCode>>, ReadError> {
    let Some(items) = person.objects("lstPeriodeCodeCouverture")? else {
        return Ok(None);
    };
    let mut all = Kept::default();
    for mut item in items {
        let period = item.period("dateDebut", "dateFin", report)?;
        let ald = item.parsed("codeALD", report);
        let situation = item.padded("codeSituation", 4, report);
        all.push(period.map(|period| CoverageCode {
            period,
            ald,
            situation,
        }));
        item.finish(
            &[
                ("groupe", Why::NotNeeded),
                ("codeExoStandard", Why::NotNeeded),
                ("tauxStandard", Why::NotNeeded),
                ("flagAlsaceMoselle", Why::NotNeeded),
            ],
            report,
        );
    }
    Ok(all.list())
}

/// Takes the complementary contract, with one entry per period. Without any period it cannot say when it holds. No
/// contract says nothing, unless the answer also says that there is no service of the fund (`denied`): then it shows none.
pub(crate) fn contracts(
    mutual: Option<Fields<'_>>,
    denied: bool,
    report: &mut Report,
) -> Result<Option<Vec<ContractEntry>>, ReadError> {
    let none = denied.then(Vec::new);
    let Some(mut mutual) = mutual else {
        return Ok(none);
    };
    let names = ["noIdentification", "identificationMutuelle"];
    let name = names
        .into_iter()
        .find(|name| mutual.has(name))
        .unwrap_or("noIdentification");
    let place = mutual.path().field(name);
    let number = mutual.text(name, report).filter(|number| !text::is_zeros(number));
    let indicator = mutual.parsed("indicateurTraitement", report);
    let mut periods = Vec::new();
    for name in [
        "periodeMutuelle",
        "lstPeriodeMutuelle",
        "lstPeriodeDroitsMutuelle",
    ] {
        for mut item in mutual.objects(name)?.unwrap_or_default() {
            periods.extend(item.period("dateDebut", "dateFin", report)?);
            item.finish(
                &[("noPeriode", Why::NotNeeded), ("groupe", Why::NotNeeded)],
                report,
            );
        }
    }
    mutual.finish(
        &[
            ("codeAiguillageSTS", Why::NotNeeded),
            ("typeServicesAssocies", Why::NotNeeded),
            ("servicesAssociesAuContrat", Why::NotNeeded),
            ("codeGarantiesComplementaires", Why::NotNeeded),
        ],
        report,
    );
    let Some(number) = number else {
        return Ok(none);
    };
    let Ok(number) = number.parse() else {
        report.unused(&place, Why::WrongKind);
        return Ok(None);
    };
    if periods.is_empty() {
        report.unused(&place, Why::NoPeriod);
        return Ok(None);
    }
    let entry = ContractEntry {
        number: Some(number),
        indicator,
        ..ContractEntry::default()
    };
    Ok(Some(
        periods
            .into_iter()
            .map(|period| ContractEntry {
                period,
                ..entry.clone()
            })
            .collect(),
    ))
}

/// Takes the declared accidents. The record was given, so an empty list says that there is none.
pub(crate) fn accidents(mut record: Fields<'_>, report: &mut Report) -> Vec<AccidentEntry> {
    let mut accidents = Vec::new();
    for index in 1..=3 {
        for name in [format!("identifiantAT{index}"), format!("identifiantAT_{index}")] {
            let place = record.path().field(&name);
            let Some(number) = record.text(&name, report).filter(|text| !text::is_zeros(text)) else {
                continue;
            };
            match number.parse() {
                Ok(number) => {
                    accidents.push(AccidentEntry {
                        number: Some(number),
                        ..AccidentEntry::default()
                    });
                }
                Err(_) => report.unused(&place, Why::WrongKind),
            }
        }
        for name in ["organismeDestinataireAT", "organismeGestionnaireAT", "codeAT"] {
            for name in [format!("{name}{index}"), format!("{name}_{index}")] {
                record.skip(&name, Why::NotNeeded, report);
            }
        }
    }
    record.finish(&[("groupe", Why::NotNeeded)], report);
    accidents
}
