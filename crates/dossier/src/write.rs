//! Snapshots as JSON, in the form that [`crate::parse_snapshots`] reads back.

use core::fmt::Display;
use serde::{Serialize, Serializer};
use std::io;
use tierspayant_core::model::{
    AccidentEntry, Code, ContractEntry, CoverageCode, Date, ExemptionEntry, MaternityEntry, Moment, Period,
    Person, Scheme, ServiceEntry, Snapshot, Source, Status, Vocabulary,
};

/// The document `{"format", "rights"}` with these snapshots, on one line.
///
/// What was not said is left out. A NIR is never written: what identifies the person is the id, the birth date and
/// the birth rank. Read again, the rest gives equal snapshots, but that a maternity record whose period has no bound
/// comes back without a period.
pub fn snapshots_to_json(snapshots: &[Snapshot]) -> String {
    // Text keys and texts that cannot fail to print: there is no error to tell.
    serde_json::to_string(&Document::of(snapshots)).unwrap_or_default()
}

/// Writes the same document over several lines, with a line feed at its end.
pub fn write_snapshots(mut out: impl io::Write, snapshots: &[Snapshot]) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, &Document::of(snapshots))?;
    out.write_all(b"\n")
}

/// A value written as the text that it prints.
struct Shown<T>(T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    rights: Vec<SnapshotOut<'a>>,
}

impl<'a> Document<'a> {
    fn of(snapshots: &'a [Snapshot]) -> Self {
        Document {
            format: crate::FORMAT,
            rights: snapshots.iter().map(SnapshotOut::of).collect(),
        }
    }
}

/// Declares objects of the output, in which what was not said is left out.
macro_rules! outputs {
    ($($name:ident $(<$life:lifetime>)? { $($(#[$meta:meta])* $field:ident: $type:ty),+ $(,)? })+) => {$(
        #[derive(Serialize)]
        struct $name $(<$life>)? {
            $($(#[$meta])* #[serde(skip_serializing_if = "Option::is_none")] $field: Option<$type>),+
        }
    )+};
}

outputs! {
    SnapshotOut<'a> {
        source: Shown<Source>,
        observed_at: Shown<Moment>,
        updated_on: Shown<Date>,
        horizon: HorizonOut,
        person: PersonOut<'a>,
        scheme: SchemeOut,
        coverage: Vec<PeriodOut>,
        codes: Vec<CoverageCodeOut>,
        exemptions: Vec<ExemptionOut>,
        maternity: MaternityOut,
        accidents: Vec<AccidentOut>,
        contracts: Vec<ContractOut>,
        services: Vec<ServiceOut>,
    }
    HorizonOut {
        from: Shown<Date>,
        to: Shown<Date>,
    }
    PersonOut<'a> {
        id: &'a str,
        birth_date: &'a str,
        birth_rank: u8,
    }
    SchemeOut {
        regime: Shown<Code<2>>,
        fund: Shown<Code<3>>,
        centre: Shown<Code<4>>,
    }
    PeriodOut {
        start: Shown<Date>,
        end: Shown<Date>,
    }
    CoverageCodeOut {
        #[serde(flatten)] period: PeriodOut,
        ald: Shown<Code<4>>,
        situation: Shown<Code<8>>,
    }
    ExemptionOut {
        vocabulary: Shown<Vocabulary>,
        code: Shown<Code<16>>,
        #[serde(flatten)] period: PeriodOut,
        status: Shown<Status>,
    }
    MaternityOut {
        #[serde(flatten)] period: PeriodOut,
        presumed_start: Shown<Date>,
        presumed_delivery: Shown<Date>,
        delivery: Shown<Date>,
        status: Shown<Status>,
    }
    AccidentOut {
        number: Shown<Code<12>>,
        date: Shown<Date>,
        #[serde(flatten)] period: PeriodOut,
        status: Shown<Status>,
    }
    ContractOut {
        number: Shown<Code<12>>,
        #[serde(rename = "type")] contract_type: Shown<Code<3>>,
        service: Shown<Code<2>>,
        indicator: Shown<Code<2>>,
        #[serde(flatten)] period: PeriodOut,
        status: Shown<Status>,
        participation: bool,
    }
    ServiceOut {
        code: Shown<Code<4>>,
        #[serde(flatten)] period: PeriodOut,
    }
}

impl<'a> SnapshotOut<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        SnapshotOut {
            source: shown(snapshot.source),
            observed_at: snapshot.observed_at.map(Shown),
            updated_on: snapshot.updated_on.map(Shown),
            horizon: snapshot.horizon.map(|horizon| HorizonOut {
                from: horizon.start().map(Shown),
                to: horizon.end().map(Shown),
            }),
            person: person(&snapshot.person),
            scheme: scheme(&snapshot.scheme),
            coverage: list(&snapshot.coverage, |entry| period(*entry)),
            codes: list(&snapshot.codes, coverage_code),
            exemptions: list(&snapshot.exemptions, exemption),
            maternity: snapshot.maternity.as_ref().map(maternity),
            accidents: list(&snapshot.accidents, accident),
            contracts: list(&snapshot.contracts, contract),
            services: list(&snapshot.services, service),
        }
    }
}

fn shown<T>(value: T) -> Option<Shown<T>> {
    Some(Shown(value))
}

fn list<T, O>(entries: &Option<Vec<T>>, out: impl Fn(&T) -> O) -> Option<Vec<O>> {
    entries.as_ref().map(|entries| entries.iter().map(out).collect())
}

fn period(period: Period) -> PeriodOut {
    PeriodOut {
        start: period.start().map(Shown),
        end: period.end().map(Shown),
    }
}

fn person(person: &Person) -> Option<PersonOut<'_>> {
    let out = PersonOut {
        id: person.id.as_ref().map(|id| id.as_str()),
        birth_date: person.birth_date.as_ref().map(|date| date.as_str()),
        birth_rank: person.birth_rank.map(|rank| rank.get()),
    };
    let nothing = out.id.is_none() && out.birth_date.is_none() && out.birth_rank.is_none();
    (!nothing).then_some(out)
}

fn scheme(scheme: &Scheme) -> Option<SchemeOut> {
    (*scheme != Scheme::default()).then(|| SchemeOut {
        regime: scheme.regime.map(Shown),
        fund: scheme.fund.map(Shown),
        centre: scheme.centre.map(Shown),
    })
}

fn coverage_code(entry: &CoverageCode) -> CoverageCodeOut {
    CoverageCodeOut {
        period: Some(period(entry.period)),
        ald: entry.ald.map(Shown),
        situation: entry.situation.map(Shown),
    }
}

fn exemption(entry: &ExemptionEntry) -> ExemptionOut {
    ExemptionOut {
        vocabulary: shown(entry.vocabulary),
        code: shown(entry.code),
        period: Some(period(entry.period)),
        status: entry.status.map(Shown),
    }
}

fn maternity(entry: &MaternityEntry) -> MaternityOut {
    MaternityOut {
        period: entry.period.map(period),
        presumed_start: entry.presumed_start.map(Shown),
        presumed_delivery: entry.presumed_delivery.map(Shown),
        delivery: entry.delivery.map(Shown),
        status: entry.status.map(Shown),
    }
}

fn accident(entry: &AccidentEntry) -> AccidentOut {
    AccidentOut {
        number: entry.number.map(Shown),
        date: entry.date.map(Shown),
        period: Some(period(entry.period)),
        status: entry.status.map(Shown),
    }
}

fn contract(entry: &ContractEntry) -> ContractOut {
    ContractOut {
        number: entry.number.map(Shown),
        contract_type: entry.contract_type.map(Shown),
        service: entry.service.map(Shown),
        indicator: entry.indicator.map(Shown),
        period: Some(period(entry.period)),
        status: entry.status.map(Shown),
        participation: entry.participation,
    }
}

fn service(entry: &ServiceEntry) -> ServiceOut {
    ServiceOut {
        code: shown(entry.code),
        period: Some(period(entry.period)),
    }
}
