//! Contracts and exemptions of the CNAM's rights API.

use tierspayant_core::model::{
    Code, ContractEntry, ExemptionEntry, MaternityEntry, Period, Snapshot, Vocabulary,
};

use crate::error::ReadError;
use crate::json::Fields;
use crate::kept::Kept;
use crate::outcome::{Report, Why};

/// Reads the contracts: those of the mandatory insurance are base rights, the others complementary contracts. The API
/// gives no organism number, and its contract type is a list of its own, so neither is filled.
pub(super) fn contracts(
    items: Vec<Fields<'_>>,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), ReadError> {
    let mut base = Kept::default();
    let mut others = Kept::default();
    for mut contract in items {
        let nature = contract.text("nature_assurance", report).unwrap_or_default();
        let kept = match nature {
            "AMO" => &mut base,
            "AMC" => &mut others,
            _ => {
                let path = contract.path().field("nature_assurance");
                report.unused(&path, Why::Unknown);
                contract.finish(&[], report);
                continue;
            }
        };
        let whole = contract.period("date_debut", "date_fin", report)?;
        let periods = contract.objects("periodes_droits")?.unwrap_or_default();
        let listed = !periods.is_empty();
        for mut item in periods {
            kept.push(item.period("date_debut", "date_fin", report)?);
            item.finish(&[], report);
        }
        if !listed {
            // The contract's own bounds are those of its rights where no period is listed.
            if whole == Some(Period::ALWAYS) {
                report.unused(contract.path(), Why::NoPeriod);
            }
            kept.push(whole.filter(|period| *period != Period::ALWAYS));
        }
        contract.skip("details", Why::NotNeeded, report);
        contract.finish(&[], report);
    }
    // No base right is how the API answers for a scheme that it does not cover, and its complementary part holds only
    // what the State grants: in neither case does an empty list say that there is none.
    snapshot.coverage = base.list().filter(|periods| !periods.is_empty());
    let entry = |period: Period| ContractEntry {
        period,
        ..ContractEntry::default()
    };
    snapshot.contracts = others
        .list()
        .map(|periods| periods.into_iter().map(entry).collect::<Vec<_>>())
        .filter(|entries| !entries.is_empty());
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
