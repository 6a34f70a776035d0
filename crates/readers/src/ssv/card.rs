//! The card: what belongs to the whole family, and the cut into beneficiaries.

use tierspayant_core::model::{AccidentEntry, Nir, Period, Scheme, ServiceEntry, Snapshot};

use super::beneficiary;
use super::error::{CardPlace, CardProblem};
use super::frame::Group;
use super::group::Fields;
use super::layout::{
    ACCIDENTS, BENEFICIARY, CARD, COMMON_ZONE, COMPLEMENTARY, COVERAGE, FAMILY_SERVICE, MUTUAL,
    MUTUAL_RIGHTS, RIGHTS,
};
use crate::error::ReadError;
use crate::outcome::{ReadOptions, Report, Why};
use crate::text;

/// What a card says of the whole family.
#[derive(Default)]
pub(crate) struct Card {
    /// The scheme, the fund and the centre.
    pub(crate) scheme: Scheme,
    /// The number of the insured person, and its place.
    pub(crate) insured: Option<(Nir, CardPlace)>,
    /// The services of the family; `None` when the card does not say.
    pub(crate) services: Option<Vec<ServiceEntry>>,
    /// The accidents of the insured person; `None` when the card does not say.
    pub(crate) accidents: Option<Vec<AccidentEntry>>,
}

/// Turns the groups of a buffer into one snapshot per beneficiary.
pub(crate) fn snapshots(
    groups: &[Group<'_>],
    options: &ReadOptions,
    report: &mut Report,
) -> Result<Vec<Snapshot>, ReadError> {
    let mut snapshots = Vec::new();
    // One buffer may hold several readings one after the other: each group 101 begins a card.
    for card_groups in groups.chunk_by(|_, next| next.id != CARD) {
        one_card(card_groups, options, report, &mut snapshots)?;
    }
    Ok(snapshots)
}

/// Reads the groups of one card.
fn one_card(
    groups: &[Group<'_>],
    options: &ReadOptions,
    report: &mut Report,
    snapshots: &mut Vec<Snapshot>,
) -> Result<(), ReadError> {
    let has_insured = groups
        .iter()
        .any(|group| group.id == BENEFICIARY && beneficiary::is_insured(group));
    let mut card = Card::default();
    for group in groups {
        match group.id {
            CARD => read_card(group, &mut card, report),
            FAMILY_SERVICE => family_service(group, &mut card, report)?,
            ACCIDENTS => accidents(group, has_insured, &mut card, report),
            _ => {}
        }
    }
    let mut insured_used = false;
    for member in groups.chunk_by(|_, next| next.id != BENEFICIARY) {
        if member.first().is_some_and(|first| first.id == BENEFICIARY) {
            snapshots.push(beneficiary::snapshot(
                member,
                &card,
                &mut insured_used,
                options,
                report,
            )?);
        } else {
            before_the_first_person(member, report)?;
        }
    }
    if let Some((_, place)) = card.insured.filter(|_| !insured_used) {
        report.unused(
            place.to_string(),
            if has_insured {
                Why::Superseded
            } else {
                Why::NoOwner
            },
        );
    }
    Ok(())
}

/// Group 101.
fn read_card(group: &Group<'_>, card: &mut Card, report: &mut Report) {
    let mut fields = Fields::of(group);
    let place = fields.place(8);
    card.insured = nir(&mut fields, 8, 9, report).map(|nir| (nir, place));
    card.scheme = Scheme {
        regime: fields.parsed(10, report),
        fund: fields.parsed(11, report),
        centre: fields.parsed(12, report),
    };
    fields.finish(
        |number| {
            if number == 2 {
                Why::Personal
            } else {
                Why::NotNeeded
            }
        },
        report,
    );
}

/// Group 102: a service that the fund gives to the whole family.
fn family_service(group: &Group<'_>, card: &mut Card, report: &mut Report) -> Result<(), ReadError> {
    let mut fields = Fields::of(group);
    if let Some(services) = service(&mut fields, 1, 2, 3, report)? {
        card.services.get_or_insert_default().extend(services);
    }
    fields.finish(|_| Why::NotNeeded, report);
    Ok(())
}

/// Group 103: the accidents, which are those of the insured person. The first three fields name the default organism;
/// its code and accident are not filled.
fn accidents(group: &Group<'_>, has_insured: bool, card: &mut Card, report: &mut Report) {
    let mut fields = Fields::of(group);
    if has_insured {
        let list = card.accidents.get_or_insert_default();
        for number in [3, 6, 9] {
            if let Some(number) = fields.parsed_not_zeros(number, report) {
                list.push(AccidentEntry {
                    number: Some(number),
                    ..AccidentEntry::default()
                });
            }
        }
    }
    fields.finish(
        |_| if has_insured { Why::NotNeeded } else { Why::NoOwner },
        report,
    );
}

/// Takes a service: its code and its two bounds. A code of zeros says that there is no service; a blank one says nothing.
pub(crate) fn service(
    fields: &mut Fields<'_>,
    code: usize,
    start: usize,
    end: usize,
    report: &mut Report,
) -> Result<Option<Vec<ServiceEntry>>, ReadError> {
    let Some(text) = fields.text(code) else {
        return Ok(None);
    };
    if text::is_zeros(&text) {
        return Ok(Some(Vec::new()));
    }
    let code = fields.parsed(code, report);
    let period: Option<Period> = fields.period(start, end, report)?;
    Ok(code
        .zip(period)
        .map(|(code, period)| vec![ServiceEntry { code, period }]))
}

/// Takes a number and its key. A key of zeros is none; a number of another shape is listed.
pub(crate) fn nir(fields: &mut Fields<'_>, number: usize, key: usize, report: &mut Report) -> Option<Nir> {
    let key = fields
        .text(key)
        .filter(|key| key.len() == 2 && !text::is_zeros(key));
    let text = fields.text(number).filter(|text| !text::is_zeros(text))?;
    let nir = [text.as_str(), key.as_deref().unwrap_or_default()]
        .concat()
        .parse()
        .ok();
    if nir.is_none() {
        report.unused(fields.place(number).to_string(), Why::WrongKind);
    }
    nir
}

/// The groups before the first beneficiary: those of the family were read already, the others are listed, and one that
/// belongs to a person is a fault, because nothing says to whom.
fn before_the_first_person(groups: &[Group<'_>], report: &mut Report) -> Result<(), ReadError> {
    for group in groups {
        match group.id {
            CARD | FAMILY_SERVICE | ACCIDENTS => {}
            RIGHTS | COVERAGE | MUTUAL | MUTUAL_RIGHTS | COMPLEMENTARY | COMMON_ZONE => {
                let place = CardPlace::group(group.at, group.id);
                return Err(ReadError::Card {
                    place,
                    problem: CardProblem::NoPersonYet,
                });
            }
            _ => Fields::of(group).finish(|_| Why::Unknown, report),
        }
    }
    Ok(())
}
