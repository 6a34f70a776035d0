//! Contracts and exemptions of the CNAM's rights API.

use tierspayant_core::model::{
    Code, ContractEntry, ExemptionEntry, MaternityEntry, Period, Snapshot, Vocabulary,
};

use crate::error::ReadError;
use crate::json::Fields;
use crate::kept::Kept;
use crate::outcome::{Report, Why};

/// The type of a contract of the complementary protection that the State grants, whoever runs it.
const GRANTED: &str = "89";

/// Reads the contracts: those of the mandatory insurance are base rights, the others complementary contracts. The API
/// gives no organism number.
pub(super) fn contracts(
    items: Vec<Fields<'_>>,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), ReadError> {
    let mut base = Kept::default();
    let mut granted = Kept::default();
    for mut contract in items {
        let nature = contract.text("nature_assurance", report).unwrap_or_default();
        let code = details(&mut contract, report)?;
        let kept = match nature {
            "AMO" => &mut base,
            "AMC" if code.is_some_and(is_granted) => &mut granted,
            _ => {
                let name = if nature == "AMC" {
                    "details"
                } else {
                    "nature_assurance"
                };
                report.unused(&contract.path().field(name), Why::Unknown);
                contract.finish(&[], report);
                continue;
            }
        };
        periods(contract, kept, report)?;
    }
    // No base right is how the API answers for a scheme that it does not cover, and its complementary part holds only
    // what the State grants: in neither case does an empty list say that there is none.
    snapshot.coverage = base.list().filter(|periods| !periods.is_empty());
    let contract_type = GRANTED.parse().ok();
    let entry = |period: Period| ContractEntry {
        contract_type,
        period,
        ..ContractEntry::default()
    };
    let entries: Option<Vec<_>> = granted
        .list()
        .map(|periods| periods.into_iter().map(entry).collect());
    snapshot.contracts = entries.filter(|entries| !entries.is_empty());
    Ok(())
}

/// Takes the code of the contract's type, in a list of the API's own.
fn details<'d>(contract: &mut Fields<'d>, report: &mut Report) -> Result<Option<&'d str>, ReadError> {
    let Some(mut details) = contract.object("details")? else {
        return Ok(None);
    };
    let code = details.text("code_type_contrat", report);
    details.finish(
        &[
            ("libelle", Why::NotNeeded),
            ("libelle_type_contrat", Why::NotNeeded),
        ],
        report,
    );
    Ok(code)
}

/// Whether a complementary contract is the one that the State grants in full. The API gives that and the former help to
/// pay for a private contract, and does not publish its codes: another code is not guessed.
fn is_granted(code: &str) -> bool {
    let code = code.to_ascii_uppercase();
    ["CMU", "CSS", "C2S"].iter().any(|name| code.contains(name))
}

/// Takes the periods of one contract; the contract's own bounds are those of its rights where no period is listed.
fn periods(mut contract: Fields<'_>, kept: &mut Kept<Period>, report: &mut Report) -> Result<(), ReadError> {
    let whole = contract.period("date_debut", "date_fin", report)?;
    let periods = contract.objects("periodes_droits")?.unwrap_or_default();
    if periods.is_empty() {
        if whole == Some(Period::ALWAYS) {
            report.unused(contract.path(), Why::NoPeriod);
        }
        kept.push(whole.filter(|period| *period != Period::ALWAYS));
    } else if whole.is_some_and(|whole| whole != Period::ALWAYS) {
        report.unused(contract.path(), Why::Superseded);
    }
    for mut item in periods {
        kept.push(item.period("date_debut", "date_fin", report)?);
        item.finish(&[], report);
    }
    contract.finish(&[], report);
    Ok(())
}

/// Reads the exemptions. The motive is shown to care establishments only: an exemption without one cannot be told apart
/// from another, and then the answer is no full list, from which nothing could be found missing.
pub(super) fn exemptions(
    items: Vec<Fields<'_>>,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), ReadError> {
    let mut kept = Kept::default();
    for mut exemption in items {
        let period = exemption.period("date_debut", "date_fin", report)?;
        let code = motive(&mut exemption, report)?;
        if code.is_none() {
            report.unused(exemption.path(), Why::Hidden);
        }
        maternity(&mut exemption, code, period, snapshot, report)?;
        kept.push(code.zip(period).map(|(code, period)| ExemptionEntry {
            vocabulary: Vocabulary::Bdo,
            code,
            period,
            status: None,
        }));
        exemption.finish(&[], report);
    }
    snapshot.exemptions = kept.list();
    Ok(())
}

/// Takes the code of the motive.
fn motive(exemption: &mut Fields<'_>, report: &mut Report) -> Result<Option<Code<16>>, ReadError> {
    let Some(mut motive) = exemption.object("motif")? else {
        return Ok(None);
    };
    let code = motive.parsed("code", report);
    motive.finish(
        &[("libelle", Why::NotNeeded), ("libelle_long", Why::NotNeeded)],
        report,
    );
    Ok(code)
}

/// Takes the maternity record of an exemption; one is kept.
fn maternity(
    exemption: &mut Fields<'_>,
    code: Option<Code<16>>,
    period: Option<Period>,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), ReadError> {
    let path = exemption.path().field("maternite");
    let mut record = MaternityEntry {
        period,
        ..MaternityEntry::default()
    };
    if let Some(mut fields) = exemption.object("maternite")? {
        record.presumed_start = fields.day("date_presumee_grossesse")?;
        record.delivery = fields.day("date_reelle_accouchement")?;
        fields.finish(&[], report);
    }
    let dated = record.presumed_start.is_some() || record.delivery.is_some();
    let is_maternity = code.is_some_and(|code| code.as_str() == "MAT");
    if !dated && !is_maternity {
        return Ok(());
    }
    if snapshot.maternity.is_some() {
        report.unused(&path, Why::OneKept);
    } else {
        snapshot.maternity = Some(record);
    }
    Ok(())
}
