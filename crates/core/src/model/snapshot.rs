//! What one source said of one person at one moment.

use super::{Code, Date, Moment, Period, Person, Scheme, Source, Status, Vocabulary};

/// What one source said of one person at one moment.
///
/// A list that is `None` was not part of the answer and says nothing; an empty list was part of it and says that
/// there is none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Snapshot {
    /// Who spoke.
    pub source: Source,
    /// When the source was asked or the card was read.
    pub observed_at: Option<Moment>,
    /// A card's last update, or an attestation's date of issue.
    pub updated_on: Option<Date>,
    /// The days that the service could see; open where it gives no bound.
    pub horizon: Option<Period>,
    /// Who it spoke of.
    pub person: Person,
    /// The scheme it named.
    pub scheme: Scheme,
    /// Periods of base rights (AMO).
    pub coverage: Option<Vec<Period>>,
    /// Coverage codes by period: ALD digit and situation.
    pub codes: Option<Vec<CoverageCode>>,
    /// Exemptions held by the person.
    pub exemptions: Option<Vec<ExemptionEntry>>,
    /// The maternity record.
    pub maternity: Option<MaternityEntry>,
    /// Accidents and occupational diseases.
    pub accidents: Option<Vec<AccidentEntry>>,
    /// Complementary contracts.
    pub contracts: Option<Vec<ContractEntry>>,
    /// Service codes (code service AMO), kept raw: their meaning depends on the source and on the year.
    pub services: Option<Vec<ServiceEntry>>,
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

/// One period of a coverage code, as on the card and in an ADRi answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CoverageCode {
    /// The days on which it holds.
    pub period: Period,
    /// ALD digit, raw; absent when it was blank.
    pub ald: Option<Code<4>>,
    /// Situation, régime and two digits, raw; absent when it was blank.
    pub situation: Option<Code<8>>,
}

/// One exemption of a person, in its own vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExemptionEntry {
    /// Which list the code belongs to.
    pub vocabulary: Vocabulary,
    /// The code, raw.
    pub code: Code<16>,
    /// The days on which it holds.
    pub period: Period,
    /// Its state; absent when the source gives none.
    pub status: Option<Status>,
}

/// The maternity record of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaternityEntry {
    /// The fund's period, absent when only medical dates are known.
    pub period: Option<Period>,
    /// Presumed start of the pregnancy.
    pub presumed_start: Option<Date>,
    /// Presumed day of delivery.
    pub presumed_delivery: Option<Date>,
    /// Real day of delivery.
    pub delivery: Option<Date>,
    /// Its state; absent when the source gives none.
    pub status: Option<Status>,
}

/// One accident or occupational disease on record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccidentEntry {
    /// The number given by the fund.
    pub number: Option<Code<12>>,
    /// The day of the accident.
    pub date: Option<Date>,
    /// The days on which care is covered.
    pub period: Period,
    /// Its state; absent when the source gives none.
    pub status: Option<Status>,
}

/// One complementary contract on record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContractEntry {
    /// Organism number.
    pub number: Option<Code<12>>,
    /// Type de contrat.
    pub contract_type: Option<Code<3>>,
    /// Code service.
    pub service: Option<Code<2>>,
    /// Indicateur de traitement.
    pub indicator: Option<Code<2>>,
    /// CSS with (`true`) or without (`false`) participation; absent when not said.
    pub participation: Option<bool>,
    /// The days on which it holds.
    pub period: Period,
    /// Its state; absent when the source gives none.
    pub status: Option<Status>,
}

/// One service code with its period, kept raw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceEntry {
    /// The code as written.
    pub code: Code<4>,
    /// The days on which it holds.
    pub period: Period,
}
