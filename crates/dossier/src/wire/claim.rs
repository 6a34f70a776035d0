//! A claim as it is written.

use super::{PersonWire, SchemeWire, objects};
use crate::given::{Given, List, Text};
use std::borrow::Cow;

objects! {
    /// What is about to be sent.
    ClaimWire<'a> {
        id: Text<'a>,
        setting: Text<'a>,
        care_date: Text<'a>,
        prescription_date: Text<'a>,
        transmission_date: Text<'a>,
        person: Given<PersonWire<'a>>,
        scheme: Given<SchemeWire<'a>>,
        card: Text<'a>,
        nature: Text<'a>,
        accident: Given<AccidentRefWire<'a>>,
        contract: Given<ClaimContractWire<'a>>,
        third_party: List<Cow<'a, str>>,
        lines: List<LineWire<'a>>,
    }

    /// The accident that a claim names.
    AccidentRefWire<'a> {
        number: Text<'a>,
        date: Text<'a>,
    }

    /// The complementary contract that a claim carries.
    ClaimContractWire<'a> {
        number: Text<'a>,
        #[serde(rename = "type")]
        contract_type: Text<'a>,
        service: Text<'a>,
        indicator: Text<'a>,
        start: Text<'a>,
        end: Text<'a>,
    }

    /// One line of a claim.
    LineWire<'a> {
        id: Text<'a>,
        category: Text<'a>,
        exemption: Text<'a>,
        relation: Text<'a>,
        origin: Text<'a>,
        amount_cents: Given<u64>,
        traits: List<Cow<'a, str>>,
    }
}
