//! What goes in: the claim about to be sent and what each source said of the person's rights.
//!
//! Values here are valid by construction and raw: a code is kept as it was written, and what it means is read
//! from the tables later (see [`crate::question`]), so that an unknown code is never mistaken for a known one.

mod claim;
mod code;
mod date;
mod facts;
mod fault;
mod list;
mod nir;
mod period;
mod person;
pub mod record;
mod snapshot;
mod text_enum;
mod words;

pub use text_enum::{ClosedList, text_enum};

pub use claim::{Claim, ClaimAccident, ClaimContract, Dossier, Line, Traits};
pub use code::{Code, CodeError, Digits, DigitsError};
pub use date::{Date, DateError, Moment};
pub use facts::{
    ClaimFacts, DocumentState, DomainRight, EndReason, LineFacts, LinePrescription, Mode, PaidInstead,
    Prescriber, PrescriptionState, PriorAgreement, Proof, Standing, TransportFacts, TransportGround, Voucher,
};
pub use fault::{Fault, checked_text, text_fault};
pub use list::{List, Lookup, Text};
pub use nir::{Nir, NirError, has_nir_shape};
pub use period::{Period, PeriodError, Position};
pub use person::{BirthDate, BirthRank, Person, PersonError, PersonId, Scheme};
pub use snapshot::{
    AccidentEntry, ContractEntry, CoverageCode, ExemptionEntry, MaternityEntry, ServiceEntry, Snapshot,
};
pub use words::{
    CardState, Category, Nature, Origin, Relation, Setting, Share, ShareSet, Source, Status, Trait,
    UnknownWord, Vocabulary,
};
