//! Does this source show a complementary contract of this kind on this day?

use super::said::{Absence, Record, Said, Silence, Tally};
use super::view::{ContractView, View};
use crate::model::{Code, Date};
use crate::tables::RightKind;

/// Which contract is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractQuery {
    /// Any CSS, under whatever number.
    Css,
    /// Any AME.
    Ame,
    /// A contract under this number, neither CSS nor AME.
    Private(Code<12>),
    /// Any contract of a leaver of the CSS.
    Leaver,
    /// Any contract that is neither CSS nor AME, under whatever number.
    AnyPrivate,
}

impl ContractQuery {
    fn wants(self, entry: &ContractView) -> bool {
        match self {
            ContractQuery::Css => entry.kind == RightKind::Css,
            ContractQuery::Ame => entry.kind == RightKind::Ame,
            ContractQuery::Private(number) => {
                entry.kind == RightKind::PrivateContract && !entry.leaver && entry.number == Some(number)
            }
            ContractQuery::Leaver => entry.leaver,
            ContractQuery::AnyPrivate => entry.kind == RightKind::PrivateContract && !entry.leaver,
        }
    }

    const fn kind(self) -> RightKind {
        match self {
            ContractQuery::Css => RightKind::Css,
            ContractQuery::Ame => RightKind::Ame,
            ContractQuery::Private(_) | ContractQuery::Leaver | ContractQuery::AnyPrivate => {
                RightKind::PrivateContract
            }
        }
    }
}

/// What a source says of a contract on a day.
pub fn said_contract(view: &View, query: ContractQuery, day: Date) -> Said {
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
    for entry in contracts.iter().filter(|entry| query.wants(entry)) {
        let code = entry.number.and_then(Code::resize);
        let record = Record {
            period: entry.period,
            code,
            status: entry.status,
            contract_type: entry.contract_type,
            ..Record::default()
        };
        tally.add(record, view.observed, day);
    }
    match tally.answer() {
        Some(said) => said,
        None if view.shows.shows(query.kind()) => Said::No(Absence::NotRecorded),
        None => Said::Silent(Silence::CannotShow),
    }
}
