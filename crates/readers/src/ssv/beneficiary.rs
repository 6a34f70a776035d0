//! One beneficiary: group 104 and the groups 105 to 111 after it.

use tierspayant_core::model::{BirthRank, CoverageCode, Period, Person, ServiceEntry, Snapshot, Source};

use super::card::{self, Card};
use super::contracts::Contracts;
use super::frame::Group;
use super::group::Fields;
use super::layout::{
    ACCIDENTS, BENEFICIARY, COMMON_ZONE, COMPLEMENTARY, COVERAGE, FAMILY_SERVICE, MUTUAL, MUTUAL_RIGHTS,
    RIGHTS,
};
use crate::error::ReadError;
use crate::kept::Kept;
use crate::outcome::{ReadOptions, Report, Why};
use crate::{identity, text};

/// Whether a group 104 is the insured person: quality 0.
pub(crate) fn is_insured(group: &Group<'_>) -> bool {
    group
        .fields
        .get(13)
        .is_some_and(|quality| text::is_zeros(&text::latin1(quality.raw)))
}

/// Reads one beneficiary; `groups` begins with its group 104.
pub(crate) fn snapshot(
    groups: &[Group<'_>],
    card: &Card,
    insured_used: &mut bool,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<Snapshot, ReadError> {
    let mut snapshot = Snapshot::silent(Source::Vitale);
    snapshot.observed_at = options.observed_at;
    snapshot.scheme = card.scheme;
    let mut contracts = Contracts::default();
    let mut coverage = Kept::default();
    let mut codes = Kept::default();
    for group in groups {
        let mut fields = Fields::of(group);
        let mut why = Why::NotNeeded;
        match group.id {
            BENEFICIARY => {
                let insured = is_insured(group);
                snapshot.person = person(&mut fields, report);
                if insured && snapshot.person.nir.is_none() {
                    snapshot.person.nir = card.insured.map(|(nir, _)| nir);
                    *insured_used = true;
                }
                let own = card::service(&mut fields, 15, 16, 17, report)?;
                snapshot.services = services(own, card.services.as_deref());
                snapshot.accidents = card.accidents.clone().filter(|_| insured);
            }
            RIGHTS => coverage.push(rights(&mut fields, report)?),
            COVERAGE => codes.push(coverage_code(&mut fields, report)?),
            MUTUAL => contracts.mutual(&mut fields, report),
            MUTUAL_RIGHTS => contracts.mutual_rights(&mut fields, report)?,
            COMPLEMENTARY => contracts.complementary(&mut fields, report)?,
            COMMON_ZONE => {}
            // Read with the card, wherever they stand.
            FAMILY_SERVICE | ACCIDENTS => continue,
            _ => why = Why::Unknown,
        }
        let id = group.id;
        fields.finish(
            |number| {
                if is_personal(id, number) {
                    Why::Personal
                } else {
                    why
                }
            },
            report,
        );
    }
    // A beneficiary with neither rights nor coverage codes was not read in full: every real one has a code.
    let read_in_full = codes.any() || coverage.any();
    snapshot.coverage = coverage.list().filter(|_| read_in_full);
    snapshot.codes = codes.list().filter(|codes| !codes.is_empty());
    let no_service = snapshot.services.as_ref().is_some_and(Vec::is_empty);
    snapshot.contracts = contracts.finish(no_service && read_in_full, report);
    Ok(snapshot)
}

/// What identifies the person.
fn person(fields: &mut Fields<'_>, report: &mut Report) -> Person {
    let place = fields.place(12).to_string();
    let birth_date = fields
        .text(12)
        .and_then(|text| identity::birth_date(&text, &place, report));
    let place = fields.place(13).to_string();
    let rank = fields.text(13).unwrap_or_default();
    let birth_rank: Option<BirthRank> = identity::birth_rank(&rank, &place, report);
    Person {
        id: None,
        birth_date,
        birth_rank,
        nir: card::nir(fields, 9, 10, report),
    }
}

/// Group 105. A group without any bound is a place kept for a period, not a right without limits.
fn rights(fields: &mut Fields<'_>, report: &mut Report) -> Result<Option<Period>, ReadError> {
    let place = fields.place(1).to_string();
    let period = fields.period(1, 2, report)?;
    if period == Some(Period::ALWAYS) {
        report.unused(place, Why::NoPeriod);
        return Ok(None);
    }
    Ok(period)
}

/// Group 106.
fn coverage_code(fields: &mut Fields<'_>, report: &mut Report) -> Result<Option<CoverageCode>, ReadError> {
    let period = fields.period(1, 2, report)?;
    let ald = fields.parsed(3, report);
    let situation = fields.parsed(4, report);
    Ok(period.map(|period| CoverageCode {
        period,
        ald,
        situation,
    }))
}

/// The person's own services and those of the family, each once.
fn services(own: Option<Vec<ServiceEntry>>, family: Option<&[ServiceEntry]>) -> Option<Vec<ServiceEntry>> {
    let mut services = own.or_else(|| family.map(|_| Vec::new()))?;
    for service in family.unwrap_or_default() {
        if !services.contains(service) {
            services.push(*service);
        }
    }
    Some(services)
}

/// Whether a field holds personal data: names, addresses and what certifies the number; the member number of a contract.
fn is_personal(group: u16, field: usize) -> bool {
    match group {
        BENEFICIARY => matches!(field, 1..=8 | 11),
        COMPLEMENTARY => field == 3,
        _ => false,
    }
}
