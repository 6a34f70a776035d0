//! Dossiers as flat tables: what the check reads of them, one row per line and per entry.

mod column;

use crate::frame::{Input, input};
use crate::rights::RightsTables;
use arrow_array::RecordBatch;
use column::Table;
use tierspayant::core::model::{
    Claim, Date, DomainRight, Dossier, Line, Period, Person, Scheme, Share, Snapshot,
};

/// The tables of some dossiers. Dossiers do not share people: the key of a person is the place of the dossier.
pub struct FlatTables {
    /// The lines, dossier after dossier.
    pub lines: RecordBatch,
    /// The tables of rights, by name.
    pub rights: Vec<(&'static str, RecordBatch)>,
}

impl FlatTables {
    /// The tables of rights, ready to be indexed.
    pub fn rights_tables(&self) -> RightsTables {
        let table = |name: &str| -> Option<Input> {
            let (_, batch) = self.rights.iter().find(|(one, _)| *one == name)?;
            Some(input(batch.schema(), vec![batch.clone()]))
        };
        RightsTables {
            snapshots: table("snapshots"),
            coverage: table("coverage"),
            codes: table("codes"),
            exemptions: table("exemptions"),
            maternity: table("maternity"),
            accidents: table("accidents"),
            contracts: table("contracts"),
        }
    }

    /// The lines, as an input.
    pub fn lines_input(&self) -> Input {
        input(self.lines.schema(), vec![self.lines.clone()])
    }
}

/// Writes dossiers as tables.
pub fn flat(dossiers: &[Dossier]) -> FlatTables {
    let mut lines = Table::default();
    let mut tables = Rights::default();
    for (place, dossier) in dossiers.iter().enumerate() {
        let key = format!("d{place}");
        let as_of = dossier.as_of;
        for line in &dossier.claim.lines {
            lines.row(|row| line_row(row, &key, as_of, &dossier.claim, line));
        }
        for (number, snapshot) in dossier.rights.iter().enumerate() {
            tables.snapshot(&key, &format!("s{number}"), snapshot);
        }
    }
    FlatTables {
        lines: lines.finish(&crate::schema::LINES),
        rights: tables.finish(),
    }
}

type Row<'r> = column::Row<'r>;

fn line_row(row: &mut Row<'_>, key: &str, as_of: Option<Date>, claim: &Claim, line: &Line) {
    row.text("claim_id", Some(key));
    row.text("line_id", Some(&line.id));
    row.text("person", Some(key));
    person(row, &claim.person);
    row.shown("setting", claim.setting);
    row.day("as_of", as_of);
    row.day("care_date", Some(claim.care_date));
    row.day("prescription_date", claim.prescription_date);
    row.day("transmission_date", claim.transmission_date);
    scheme(row, &claim.scheme);
    row.shown("card", claim.card);
    row.text("nature", claim.nature.as_ref().map(|nature| nature.as_str()));
    row.shown("accident_number", claim.accident.and_then(|one| one.number));
    row.day("accident_date", claim.accident.and_then(|one| one.date));
    let contract = claim.contract;
    row.shown("contract_number", contract.and_then(|one| one.number));
    row.shown("contract_type", contract.and_then(|one| one.contract_type));
    row.shown("contract_service", contract.and_then(|one| one.service));
    row.shown("contract_indicator", contract.and_then(|one| one.indicator));
    row.day("contract_start", contract.and_then(|one| one.period.start()));
    row.day("contract_end", contract.and_then(|one| one.period.end()));
    let shares = claim.third_party.map(|set| {
        let words: Vec<&str> = set.shares().iter().copied().map(Share::as_str).collect();
        words.join("+")
    });
    row.text("third_party", shares.as_deref());
    row.shown("category", line.category);
    row.shown("exemption", line.exemption);
    row.shown("relation", line.relation);
    row.shown("origin", line.origin);
    row.number("amount_cents", line.amount_cents);
    let mut traits: Vec<&str> = line.traits.iter().map(|one| one.as_str()).collect();
    if line.traits.has_unknown() {
        traits.push("unknown");
    }
    row.text("traits", Some(&traits.join(" ")));
    row.shown(
        "prescriber_standing",
        claim.prescriber.and_then(|prescriber| prescriber.standing),
    );
    row.shown("mode", claim.mode);
    row.shown("paid_instead", claim.paid_instead);
    row.shown("other_regime", claim.other_scheme.regime);
    row.shown("other_fund", claim.other_scheme.fund);
    row.shown("other_centre", claim.other_scheme.centre);
    line_facts(row, line);
}

fn line_facts(row: &mut Row<'_>, line: &Line) {
    row.shown("document", line.document);
    row.shown("voucher", line.voucher);
    row.shown("prior_agreement", line.prior_agreement);
    row.day("prior_agreement_requested_on", line.prior_agreement_requested_on);
    row.shown(
        "line_prescription",
        line.prescription.and_then(|prescription| prescription.state),
    );
    row.day(
        "line_prescription_date",
        line.prescription.and_then(|prescription| prescription.date),
    );
    let transport = line.transport.unwrap_or_default();
    row.flag("transport_urgent", transport.urgent);
    row.shown("transport_ground", transport.ground);
    row.shown("proof", line.proof);
}

fn person(row: &mut Row<'_>, person: &Person) {
    row.text("person_id", person.id.as_ref().map(|id| id.as_str()));
    row.text("birth_date", person.birth_date.as_ref().map(|one| one.as_str()));
    row.number("birth_rank", person.birth_rank.map(|rank| u64::from(rank.get())));
}

fn scheme(row: &mut Row<'_>, scheme: &Scheme) {
    row.shown("regime", scheme.regime);
    row.shown("fund", scheme.fund);
    row.shown("centre", scheme.centre);
}

fn period(row: &mut Row<'_>, period: Option<Period>) {
    row.day("start", period.and_then(Period::start));
    row.day("end", period.and_then(Period::end));
}

#[derive(Default)]
struct Rights {
    snapshots: Table,
    coverage: Table,
    codes: Table,
    exemptions: Table,
    maternity: Table,
    accidents: Table,
    contracts: Table,
}

impl Rights {
    fn snapshot(&mut self, key: &str, name: &str, snapshot: &Snapshot) {
        let said = [
            ("coverage", snapshot.coverage.is_some()),
            ("codes", snapshot.codes.is_some()),
            ("exemptions", snapshot.exemptions.is_some()),
            ("accidents", snapshot.accidents.is_some()),
            ("contracts", snapshot.contracts.is_some()),
        ];
        let said: Vec<&str> = said
            .iter()
            .filter(|(_, said)| *said)
            .map(|(name, _)| *name)
            .collect();
        let named = |row: &mut Row<'_>| {
            row.text("person", Some(key));
            row.text("snapshot", Some(name));
        };
        self.snapshots.row(|row| {
            named(row);
            row.shown("source", Some(snapshot.source));
            row.shown("observed_at", snapshot.observed_at);
            row.day("updated_on", snapshot.updated_on);
            row.day("horizon_from", snapshot.horizon.and_then(Period::start));
            row.day("horizon_to", snapshot.horizon.and_then(Period::end));
            person(row, &snapshot.person);
            scheme(row, &snapshot.scheme);
            row.text("lists", Some(&said.join(" ")));
        });
        for entry in snapshot.coverage.iter().flatten() {
            self.coverage.row(|row| {
                named(row);
                period(row, Some(*entry));
            });
        }
        for entry in snapshot.codes.iter().flatten() {
            self.codes.row(|row| {
                named(row);
                period(row, Some(entry.period));
                row.shown("ald", entry.ald);
                row.shown("situation", entry.situation);
            });
        }
        for entry in snapshot.exemptions.iter().flatten() {
            self.exemptions.row(|row| {
                named(row);
                period(row, Some(entry.period));
                row.shown("vocabulary", Some(entry.vocabulary));
                row.shown("code", Some(entry.code));
                row.shown("status", entry.status);
            });
        }
        if let Some(entry) = &snapshot.maternity {
            self.maternity.row(|row| {
                named(row);
                period(row, entry.period);
                row.day("presumed_start", entry.presumed_start);
                row.day("presumed_delivery", entry.presumed_delivery);
                row.day("delivery", entry.delivery);
                row.shown("status", entry.status);
            });
        }
        for entry in snapshot.accidents.iter().flatten() {
            self.accidents.row(|row| {
                named(row);
                period(row, Some(entry.period));
                row.shown("number", entry.number);
                row.day("date", entry.date);
                row.shown("status", entry.status);
            });
        }
        for entry in snapshot.contracts.iter().flatten() {
            self.contracts.row(|row| {
                named(row);
                period(row, Some(entry.period));
                row.shown("number", entry.number);
                row.shown("type", entry.contract_type);
                row.shown("service", entry.service);
                row.shown("indicator", entry.indicator);
                row.flag("participation", entry.participation);
                row.shown("status", entry.status);
                row.shown("end_reason", entry.end_reason);
                row.text("rights", entry.rights.as_deref().map(domain_rights).as_deref());
            });
        }
    }

    fn finish(self) -> Vec<(&'static str, RecordBatch)> {
        use crate::schema;
        [
            (&schema::SNAPSHOTS, self.snapshots),
            (&schema::COVERAGE, self.coverage),
            (&schema::CODES, self.codes),
            (&schema::EXEMPTIONS, self.exemptions),
            (&schema::MATERNITY, self.maternity),
            (&schema::ACCIDENTS, self.accidents),
            (&schema::CONTRACTS, self.contracts),
        ]
        .into_iter()
        .map(|(spec, table)| (spec.name, table.finish(spec)))
        .collect()
    }
}

/// Each as `domain/start/end/status`; a comma alone is a list without any.
fn domain_rights(rights: &[DomainRight]) -> String {
    let shown = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let each = rights.iter().map(|one| {
        let (start, end) = (shown(one.period.start()), shown(one.period.end()));
        let status = one.status.map_or("", |status| status.as_str());
        format!("{}/{start}/{end}/{status}", one.domain)
    });
    let all: Vec<String> = each.collect();
    if all.is_empty() {
        ",".to_owned()
    } else {
        all.join(",")
    }
}
