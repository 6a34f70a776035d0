//! What one source said of one person at one moment.

use super::record::{Bounds, FromTo, OrNothing, record};
use super::{Code, Date, DomainRight, EndReason, Moment, Period, Person, Scheme, Source, Status, Vocabulary};

record! {
    /// What one source said of one person at one moment.
    ///
    /// A list that is `None` was not part of the answer and says nothing; an empty list was part of it and says that
    /// there is none.
    #[derive(PartialOrd, Ord)]
    Snapshot {
        /// Who spoke.
        source: Source,
        /// When the source was asked or the card was read.
        observed_at: Option<Moment>,
        /// A card's last update, or an attestation's date of issue.
        updated_on: Option<Date>,
        /// The days that the service could see; open where it gives no bound.
        horizon: Option<Period> as FromTo => "it is not known what the service could see",
        /// Who it spoke of.
        person: Person as OrNothing => "nothing is known of the person",
        /// The scheme it named.
        scheme: Scheme as OrNothing => "it named none",
        /// Periods of base rights (AMO).
        coverage: Option<Vec<Period>> => "not part of the answer",
        /// Coverage codes by period: ALD digit and situation.
        codes: Option<Vec<CoverageCode>> => "not part of the answer",
        /// Exemptions held by the person.
        exemptions: Option<Vec<ExemptionEntry>> => "not part of the answer",
        /// The maternity record.
        maternity: Option<MaternityEntry> => "not part of the answer",
        /// Accidents and occupational diseases.
        accidents: Option<Vec<AccidentEntry>> => "not part of the answer",
        /// Complementary contracts.
        contracts: Option<Vec<ContractEntry>> => "not part of the answer",
        /// Service codes (code service AMO), kept raw: their meaning depends on the source and on the year.
        services: Option<Vec<ServiceEntry>> => "not part of the answer",
    }
}

impl Snapshot {
    /// A snapshot in which this source has said nothing yet.
    pub fn silent(source: Source) -> Self {
        Snapshot {
            source,
            observed_at: None,
            updated_on: None,
            horizon: None,
            person: Person::default(),
            scheme: Scheme::default(),
            coverage: None,
            codes: None,
            exemptions: None,
            maternity: None,
            accidents: None,
            contracts: None,
            services: None,
        }
    }
}

record! {
    /// One period of a coverage code, as on the card and in an ADRi answer.
    #[derive(Copy, PartialOrd, Ord, Hash)]
    CoverageCode {
        /// The days on which it holds.
        period: Period as Bounds,
        /// ALD digit, raw.
        ald: Option<Code<4>>,
        /// Situation, régime and two digits, raw.
        situation: Option<Code<8>>,
    }
}

record! {
    /// One exemption of a person, in its own vocabulary.
    #[derive(Copy, PartialOrd, Ord, Hash)]
    ExemptionEntry {
        /// Which list the code belongs to.
        vocabulary: Vocabulary,
        /// The code, raw.
        code: Code<16>,
        /// The days on which it holds.
        period: Period as Bounds,
        /// Its state.
        status: Option<Status>,
    }
}

record! {
    /// The maternity record of a person.
    #[derive(Copy, Default, PartialOrd, Ord, Hash)]
    MaternityEntry {
        /// The fund's period, absent when only medical dates are known.
        period: Option<Period> as Bounds,
        /// Presumed start of the pregnancy.
        presumed_start: Option<Date>,
        /// Presumed day of delivery.
        presumed_delivery: Option<Date>,
        /// Real day of delivery.
        delivery("delivery", "real_delivery"): Option<Date>,
        /// Its state.
        status: Option<Status>,
    }
}

record! {
    /// One accident or occupational disease on record.
    #[derive(Copy, Default, PartialOrd, Ord, Hash)]
    AccidentEntry {
        /// The number given by the fund.
        number: Option<Code<12>>,
        /// The day of the accident.
        date: Option<Date>,
        /// The days on which care is covered.
        period: Period as Bounds,
        /// Its state.
        status: Option<Status>,
    }
}

record! {
    /// One complementary contract on record.
    #[derive(Default, PartialOrd, Ord, Hash)]
    ContractEntry {
        /// Organism number.
        number: Option<Code<12>>,
        /// Type de contrat.
        contract_type("type"): Option<Code<3>>,
        /// Code service.
        service: Option<Code<2>>,
        /// Indicateur de traitement.
        indicator: Option<Code<2>>,
        /// The days on which it holds.
        period: Period as Bounds,
        /// Its state.
        status: Option<Status>,
        /// CSS with (`true`) or without (`false`) participation.
        participation: Option<bool>,
        /// Why it ended.
        end_reason: Option<EndReason>,
        /// Rights by kind of expense, as the insurer's own answer tells them.
        rights: Option<Vec<DomainRight>> => "the insurer did not tell them",
    }
}

record! {
    /// One service code with its period, kept raw.
    #[derive(Copy, PartialOrd, Ord, Hash)]
    ServiceEntry {
        /// The code as written.
        code: Code<4>,
        /// The days on which it holds.
        period: Period as Bounds,
    }
}
