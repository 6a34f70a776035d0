//! A dossier as the JSON of the format, so that a difference can be kept and replayed.

use crate::pools::NIRS;
use core::fmt::Display;
use serde_json::{Map, Value};
use tierspayant_core::model::{
    AccidentEntry, Claim, ClaimContract, ContractEntry, Dossier, Line, MaternityEntry, Nir, Period, Person,
    Scheme, Snapshot,
};

/// The document of a dossier, on one line. A NIR is written only where it is one that this crate made up.
pub fn dossier_to_json(dossier: &Dossier) -> String {
    let mut object = Object::default();
    object.text("format", Some("tierspayant/1"));
    object.text("as_of", dossier.as_of);
    object.value("claim", claim(&dossier.claim));
    object.value(
        "rights",
        Value::Array(dossier.rights.iter().map(snapshot).collect()),
    );
    object.done().to_string()
}

#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn value(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn text(&mut self, name: &str, text: Option<impl Display>) {
        if let Some(text) = text {
            self.value(name, Value::String(text.to_string()));
        }
    }

    fn list<T>(&mut self, name: &str, list: Option<&Vec<T>>, entry: impl Fn(&T) -> Value) {
        if let Some(list) = list {
            self.value(name, Value::Array(list.iter().map(entry).collect()));
        }
    }

    fn period(&mut self, period: Period) {
        self.text("start", period.start());
        self.text("end", period.end());
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn claim(claim: &Claim) -> Value {
    let mut object = Object::default();
    object.text("id", claim.id.as_deref());
    object.text("setting", claim.setting.as_deref());
    object.text("care_date", Some(claim.care_date));
    object.text("prescription_date", claim.prescription_date);
    object.text("transmission_date", claim.transmission_date);
    object.value("person", person(&claim.person));
    object.value("scheme", scheme(&claim.scheme));
    object.text("card", claim.card);
    object.text("nature", claim.nature.as_ref().map(|nature| nature.as_str()));
    if let Some(accident) = &claim.accident {
        let mut named = Object::default();
        named.text("number", accident.number);
        named.text("date", accident.date);
        object.value("accident", named.done());
    }
    if let Some(carried) = &claim.contract {
        object.value("contract", contract_carried(carried));
    }
    let shares = claim.third_party.shares().iter();
    let shares = shares.map(|share| Value::String(share.to_string()));
    object.value("third_party", Value::Array(shares.collect()));
    object.value("lines", Value::Array(claim.lines.iter().map(line).collect()));
    object.done()
}

fn contract_carried(contract: &ClaimContract) -> Value {
    let mut object = Object::default();
    object.text("number", contract.number);
    object.text("type", contract.contract_type);
    object.text("service", contract.service);
    object.text("indicator", contract.indicator);
    object.text("start", contract.start);
    object.text("end", contract.end);
    object.done()
}

fn line(line: &Line) -> Value {
    let mut object = Object::default();
    object.text("id", Some(&line.id));
    object.text("category", line.category);
    object.text("exemption", line.exemption);
    object.text("relation", Some(line.relation));
    object.text("origin", line.origin);
    if let Some(cents) = line.amount_cents {
        object.value("amount_cents", cents.into());
    }
    let mut traits: Vec<Value> = line.traits.iter().map(|one| one.as_str().into()).collect();
    if line.traits.has_unknown() {
        traits.push("unheard_of".into());
    }
    if !traits.is_empty() {
        object.value("traits", Value::Array(traits));
    }
    object.done()
}

fn person(person: &Person) -> Value {
    let mut object = Object::default();
    object.text("id", person.id.as_ref().map(|id| id.as_str()));
    object.text(
        "birth_date",
        person.birth_date.as_ref().map(|birth| birth.as_str()),
    );
    if let Some(rank) = person.birth_rank {
        object.value("birth_rank", rank.get().into());
    }
    let made_up = |nir: &Nir| NIRS.iter().find(|one| one.parse::<Nir>().ok() == Some(*nir));
    object.text("nir", person.nir.as_ref().and_then(made_up));
    object.done()
}

fn scheme(scheme: &Scheme) -> Value {
    let mut object = Object::default();
    object.text("regime", scheme.regime);
    object.text("fund", scheme.fund);
    object.text("centre", scheme.centre);
    object.done()
}

fn snapshot(snapshot: &Snapshot) -> Value {
    let mut object = Object::default();
    object.text("source", Some(snapshot.source));
    object.text("observed_at", snapshot.observed_at);
    object.text("updated_on", snapshot.updated_on);
    if let Some(horizon) = snapshot.horizon {
        let mut bounds = Object::default();
        bounds.text("from", horizon.start());
        bounds.text("to", horizon.end());
        object.value("horizon", bounds.done());
    }
    object.value("person", person(&snapshot.person));
    object.value("scheme", scheme(&snapshot.scheme));
    object.list("coverage", snapshot.coverage.as_ref(), |period| {
        let mut object = Object::default();
        object.period(*period);
        object.done()
    });
    object.list("codes", snapshot.codes.as_ref(), |code| {
        let mut object = Object::default();
        object.period(code.period);
        object.text("ald", code.ald);
        object.text("situation", code.situation);
        object.done()
    });
    object.list("exemptions", snapshot.exemptions.as_ref(), |entry| {
        let mut object = Object::default();
        object.text("vocabulary", Some(entry.vocabulary));
        object.text("code", Some(entry.code));
        object.period(entry.period);
        object.text("status", entry.status);
        object.done()
    });
    if let Some(record) = &snapshot.maternity {
        object.value("maternity", maternity(record));
    }
    object.list("accidents", snapshot.accidents.as_ref(), accident);
    object.list("contracts", snapshot.contracts.as_ref(), contract);
    object.list("services", snapshot.services.as_ref(), |entry| {
        let mut object = Object::default();
        object.text("code", Some(entry.code));
        object.period(entry.period);
        object.done()
    });
    object.done()
}

fn maternity(record: &MaternityEntry) -> Value {
    let mut object = Object::default();
    if let Some(period) = record.period {
        object.period(period);
    }
    object.text("presumed_start", record.presumed_start);
    object.text("presumed_delivery", record.presumed_delivery);
    object.text("delivery", record.delivery);
    object.text("status", record.status);
    object.done()
}

fn accident(entry: &AccidentEntry) -> Value {
    let mut object = Object::default();
    object.text("number", entry.number);
    object.text("date", entry.date);
    object.period(entry.period);
    object.text("status", entry.status);
    object.done()
}

fn contract(entry: &ContractEntry) -> Value {
    let mut object = Object::default();
    object.text("number", entry.number);
    object.text("type", entry.contract_type);
    object.text("service", entry.service);
    object.text("indicator", entry.indicator);
    if let Some(participation) = entry.participation {
        object.value("participation", participation.into());
    }
    object.period(entry.period);
    object.text("status", entry.status);
    object.done()
}
