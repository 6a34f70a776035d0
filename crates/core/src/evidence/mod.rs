//! Several snapshots become one view: who speaks of this person, what each can show, and which one decides.
//!
//! Each source answers a question with yes, no or silence; the strongest one that is not silent decides.

mod accident;
mod contract;
mod coverage;
mod entries;
mod features;
mod freshness;
mod ground;
mod identity;
mod records;
mod said;
mod situation;
mod view;
mod weigh;

pub(crate) use accident::only_accident;
pub use accident::{accident_date, accident_date_differs, said_accident};
pub use contract::{ContractQuery, said_contract};
pub use coverage::said_coverage;
pub use entries::{AccidentView, CodeSpan, ContractView, DomainView};
pub(crate) use entries::{contract_kind, contract_meaning};
pub use features::Features;
pub use freshness::{Freshness, freshness};
pub use ground::said_ground;
pub use identity::{Identity, Match, identify};
pub use records::Records;
pub use said::{Absence, Recorded, Said, Silence};
pub use situation::said_situation;
pub(crate) use view::places;
pub use view::{Evidence, View};
pub use weigh::{Direction, Outcome, Weighed, disagreements, weigh};
pub(crate) use weigh::{rank, weigh_by};
