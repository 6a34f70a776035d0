//! Does this source show a complementary contract of this kind on this day?

use super::entries::ContractView;
use super::said::{Absence, Said, Silence, Tally};
use super::view::View;
use crate::model::{ClaimContract, Code, Date};
use crate::tables::RightKind;

/// Which contract is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractQuery {
    /// Any CSS, under whatever number; the contract of a leaver is none.
    Css,
    /// A CSS under this very number.
    CssUnder(Code<12>),
    /// A CSS under some number.
    CssNumbered,
    /// A contract of this kind whose number and type are those that the claim carries.
    Carried(RightKind, ClaimContract),
    /// Any AME.
    Ame,
    /// A contract under this number, neither CSS nor AME.
    Private(Code<12>),
    /// A contract under the number that the claim carries, neither CSS nor AME, whose type does not differ.
    PrivateAs(ClaimContract),
    /// Any contract of a leaver of the CSS.
    Leaver,
    /// Any contract that is neither CSS nor AME, under whatever number.
    AnyPrivate,
}

impl ContractQuery {
    fn wants(self, entry: &ContractView) -> bool {
        match self {
            ContractQuery::Css => entry.kind == RightKind::Css && !entry.leaver,
            ContractQuery::Ame => entry.kind == RightKind::Ame && !entry.leaver,
            ContractQuery::CssUnder(number) => {
                entry.kind == RightKind::Css && !entry.leaver && entry.number == Some(number)
            }
            ContractQuery::Carried(kind, carried) => {
                let number = entry.number.zip(carried.number);
                let types = entry.record.contract_type.zip(carried.contract_type);
                entry.kind == kind
                    && !entry.leaver
                    && number.is_none_or(|(one, other)| one == other)
                    && types.is_none_or(|(one, other)| one.number() == other.number())
            }
            ContractQuery::Private(number) => {
                entry.kind == RightKind::PrivateContract && !entry.leaver && entry.number == Some(number)
            }
            ContractQuery::CssNumbered => {
                entry.kind == RightKind::Css && !entry.leaver && entry.number.is_some()
            }
            ContractQuery::PrivateAs(carried) => {
                let given = entry.record.contract_type.filter(|_| entry.typed);
                let types = given.zip(carried.contract_type);
                entry.kind == RightKind::PrivateContract
                    && !entry.leaver
                    && entry.number == carried.number
                    && types.is_none_or(|(one, other)| one.number() == other.number())
            }
            ContractQuery::Leaver => entry.leaver,
            ContractQuery::AnyPrivate => entry.kind == RightKind::PrivateContract && !entry.leaver,
        }
    }

    const fn kind(self) -> RightKind {
        match self {
            ContractQuery::Css | ContractQuery::CssUnder(_) | ContractQuery::CssNumbered => RightKind::Css,
            ContractQuery::Ame => RightKind::Ame,
            ContractQuery::Carried(kind, _) => kind,
            ContractQuery::Private(_)
            | ContractQuery::PrivateAs(_)
            | ContractQuery::Leaver
            | ContractQuery::AnyPrivate => RightKind::PrivateContract,
        }
    }
}

/// What a source says of a contract on a day.
pub fn said_contract(view: &View, query: ContractQuery, day: Date) -> Said<'_> {
    if let Some(silence) = view.out_of_reach(day) {
        return Said::Silent(silence);
    }
    let Some(contracts) = &view.contracts else {
        return Said::Silent(if view.shows.shows(query.kind()) {
            Silence::NotStated
        } else {
            Silence::CannotShow
        });
    };
    let mut tally = Tally::default();
    contracts.on_day(
        day,
        |entry| query.wants(entry),
        |_, entry| {
            tally.add(&entry.record, view.observed_at, day);
            true
        },
    );
    match tally.answer() {
        Some(said) => said,
        None if view.shows.shows(query.kind()) => Said::No(Absence::NotRecorded),
        None => Said::Silent(Silence::CannotShow),
    }
}

#[cfg(test)]
#[path = "contract_tests.rs"]
mod tests;
