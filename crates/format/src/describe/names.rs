//! What a field is called elsewhere: in C, in Python, in the tables of the batch.

use tierspayant_core::model::record::{FieldSpec, Kind, RecordSpec};

/// The structs of C that hold the fields of a record.
pub fn c_structs(record: &str) -> &'static [&'static str] {
    match record {
        "Dossier" | "Claim" | "Prescriber" => &["tp_claim"],
        "Person" | "Scheme" => &["tp_claim", "tp_snapshot"],
        "ClaimAccident" => &["tp_claim_accident"],
        "ClaimContract" => &["tp_claim_contract"],
        "Line" | "LinePrescription" | "TransportFacts" => &["tp_line"],
        "Snapshot" | "Horizon" => &["tp_snapshot"],
        "Period" => &["tp_coverage"],
        "CoverageCode" => &["tp_coverage_code"],
        "ExemptionEntry" => &["tp_exemption"],
        "MaternityEntry" => &["tp_maternity"],
        "AccidentEntry" => &["tp_accident"],
        "ContractEntry" => &["tp_contract"],
        "DomainRight" => &["tp_contract_right"],
        "ServiceEntry" => &["tp_service"],
        _ => &[],
    }
}

/// What a field is in C: the member of a struct, or the function that adds it to a dossier.
pub fn c_name(record: &RecordSpec, field: &FieldSpec) -> Option<String> {
    if c_structs(record.name).is_empty() {
        return None;
    }
    let name = field.name();
    Some(match (record.name, name) {
        // Their fields stand in the struct itself.
        ("Claim" | "Snapshot", "person" | "scheme")
        | ("Claim", "prescriber")
        | ("Line", "prescription" | "transport") => return None,
        ("Claim", "other_scheme") => "other_regime".to_owned(),
        ("ContractEntry", "rights") => "tp_dossier_add_contract_right()".to_owned(),
        ("Prescriber", name) => format!("prescriber_{name}"),
        ("LinePrescription", "state") => "prescription".to_owned(),
        ("LinePrescription", name) => format!("line_prescription_{name}"),
        ("TransportFacts", name) => format!("transport_{name}"),
        ("Dossier", "claim") => "tp_claim".to_owned(),
        ("Dossier", "rights") => "tp_dossier_add_snapshot()".to_owned(),
        ("Claim", "accident" | "contract") => format!("tp_dossier_set_claim_{name}()"),
        ("Snapshot", "horizon") => "has_horizon".to_owned(),
        ("Snapshot", "maternity") => "tp_dossier_set_maternity()".to_owned(),
        ("Horizon", name) => format!("horizon_{name}"),
        ("Person", "id") => "person_id".to_owned(),
        (_, "start" | "end") => name.to_owned(),
        _ => match field.kind {
            Kind::Constant(_) => return None,
            Kind::List(_) | Kind::Set(_) if name != "third_party" => {
                let one = name.strip_suffix('s').unwrap_or(name);
                format!("tp_dossier_add_{one}()")
            }
            _ => field.member.to_owned(),
        },
    })
}

/// The name of a record outside of Rust: its class in Python, its definition in a schema.
pub fn python_name(record: &str) -> String {
    match record {
        "RejectBody" => "Reject".to_owned(),
        "RightsBody" => "Rights".to_owned(),
        other => match other.strip_suffix("Out") {
            Some(part) => format!("{part}Answer"),
            None => other.strip_suffix("Entry").unwrap_or(other).to_owned(),
        },
    }
}
