//! A snapshot as it is written.

use super::{PersonWire, SchemeWire, objects};
use crate::given::{Given, List, Text};

objects! {
    /// What one source said.
    SnapshotWire<'a> {
        source: Text<'a>,
        observed_at: Text<'a>,
        updated_on: Text<'a>,
        horizon: Given<HorizonWire<'a>>,
        person: Given<PersonWire<'a>>,
        scheme: Given<SchemeWire<'a>>,
        coverage: List<PeriodWire<'a>>,
        codes: List<CoverageCodeWire<'a>>,
        exemptions: List<ExemptionWire<'a>>,
        maternity: Given<MaternityWire<'a>>,
        accidents: List<AccidentWire<'a>>,
        contracts: List<ContractWire<'a>>,
        services: List<ServiceWire<'a>>,
    }

    /// The days that a service could see.
    HorizonWire<'a> {
        from: Text<'a>,
        to: Text<'a>,
    }

    /// A period of base rights.
    PeriodWire<'a> {
        start: Text<'a>,
        end: Text<'a>,
    }

    /// A coverage code.
    CoverageCodeWire<'a> {
        start: Text<'a>,
        end: Text<'a>,
        ald: Text<'a>,
        situation: Text<'a>,
    }

    /// An exemption.
    ExemptionWire<'a> {
        vocabulary: Text<'a>,
        code: Text<'a>,
        start: Text<'a>,
        end: Text<'a>,
        status: Text<'a>,
    }

    /// A maternity record.
    MaternityWire<'a> {
        start: Text<'a>,
        end: Text<'a>,
        presumed_start: Text<'a>,
        presumed_delivery: Text<'a>,
        #[serde(alias = "real_delivery")]
        delivery: Text<'a>,
        status: Text<'a>,
    }

    /// An accident or occupational disease.
    AccidentWire<'a> {
        number: Text<'a>,
        date: Text<'a>,
        start: Text<'a>,
        end: Text<'a>,
        status: Text<'a>,
    }

    /// A complementary contract.
    ContractWire<'a> {
        number: Text<'a>,
        #[serde(rename = "type")]
        contract_type: Text<'a>,
        service: Text<'a>,
        indicator: Text<'a>,
        start: Text<'a>,
        end: Text<'a>,
        status: Text<'a>,
        participation: Given<bool>,
    }

    /// A service code.
    ServiceWire<'a> {
        code: Text<'a>,
        start: Text<'a>,
        end: Text<'a>,
    }
}
