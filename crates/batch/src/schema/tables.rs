//! The tables and their columns. Written by `cargo xtask describe` from the declarations of the documents: do not edit.

use super::{ColumnSpec, Kind, TableSpec};

/// One row per line of a claim; the rows of a claim stand together.
pub const LINES: TableSpec = TableSpec {
    name: "lines",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("as_of", Kind::Day, false, "Dossier", &["as_of"]),
        ColumnSpec::new("claim_id", Kind::Key, false, "Claim", &["id"]),
        ColumnSpec::new("setting", Kind::Text, false, "Claim", &["setting"]),
        ColumnSpec::new("care_date", Kind::Day, true, "Claim", &["care_date"]),
        ColumnSpec::new("prescription_date", Kind::Day, false, "Claim", &["prescription_date"]),
        ColumnSpec::new("transmission_date", Kind::Day, false, "Claim", &["transmission_date"]),
        ColumnSpec::new("person_id", Kind::Key, false, "Claim", &["person", "id"]),
        ColumnSpec::new("birth_date", Kind::Text, false, "Claim", &["person", "birth_date"]),
        ColumnSpec::new("birth_rank", Kind::Count, false, "Claim", &["person", "birth_rank"]),
        ColumnSpec::new("nir", Kind::Text, false, "Claim", &["person", "nir"]),
        ColumnSpec::new("regime", Kind::Text, false, "Claim", &["scheme", "regime"]),
        ColumnSpec::new("fund", Kind::Text, false, "Claim", &["scheme", "fund"]),
        ColumnSpec::new("centre", Kind::Text, false, "Claim", &["scheme", "centre"]),
        ColumnSpec::new("card", Kind::Text, false, "Claim", &["card"]),
        ColumnSpec::new("nature", Kind::Key, false, "Claim", &["nature"]),
        ColumnSpec::new("accident_number", Kind::Text, false, "Claim", &["accident", "number"]),
        ColumnSpec::new("accident_date", Kind::Day, false, "Claim", &["accident", "date"]),
        ColumnSpec::new("contract_number", Kind::Text, false, "Claim", &["contract", "number"]),
        ColumnSpec::new("contract_type", Kind::Text, false, "Claim", &["contract", "type"]),
        ColumnSpec::new("contract_service", Kind::Text, false, "Claim", &["contract", "service"]),
        ColumnSpec::new("contract_indicator", Kind::Text, false, "Claim", &["contract", "indicator"]),
        ColumnSpec::new("contract_start", Kind::Day, false, "Claim", &["contract", "start"]),
        ColumnSpec::new("contract_end", Kind::Day, false, "Claim", &["contract", "end"]),
        ColumnSpec::new("third_party", Kind::Words, false, "Claim", &["third_party"]),
        ColumnSpec::new("prescriber_standing", Kind::Text, false, "Claim", &["prescriber", "standing"]),
        ColumnSpec::new("mode", Kind::Text, false, "Claim", &["mode"]),
        ColumnSpec::new("paid_instead", Kind::Text, false, "Claim", &["paid_instead"]),
        ColumnSpec::new("other_regime", Kind::Text, false, "Claim", &["other_scheme", "regime"]),
        ColumnSpec::new("other_fund", Kind::Text, false, "Claim", &["other_scheme", "fund"]),
        ColumnSpec::new("other_centre", Kind::Text, false, "Claim", &["other_scheme", "centre"]),
        ColumnSpec::new("line_id", Kind::Key, false, "Line", &["id"]),
        ColumnSpec::new("category", Kind::Text, false, "Line", &["category"]),
        ColumnSpec::new("exemption", Kind::Key, false, "Line", &["exemption"]),
        ColumnSpec::new("relation", Kind::Text, false, "Line", &["relation"]),
        ColumnSpec::new("origin", Kind::Text, false, "Line", &["origin"]),
        ColumnSpec::new("amount_cents", Kind::Count, false, "Line", &["amount_cents"]),
        ColumnSpec::new("traits", Kind::Words, false, "Line", &["traits"]),
        ColumnSpec::new("document", Kind::Text, false, "Line", &["document"]),
        ColumnSpec::new("voucher", Kind::Text, false, "Line", &["voucher"]),
        ColumnSpec::new("prior_agreement", Kind::Text, false, "Line", &["prior_agreement"]),
        ColumnSpec::new("prior_agreement_requested_on", Kind::Day, false, "Line", &["prior_agreement_requested_on"]),
        ColumnSpec::new("prior_agreement_received_on", Kind::Day, false, "Line", &["prior_agreement_received_on"]),
        ColumnSpec::new("line_prescription", Kind::Text, false, "Line", &["prescription", "state"]),
        ColumnSpec::new("line_prescription_date", Kind::Day, false, "Line", &["prescription", "date"]),
        ColumnSpec::new("transport_urgent", Kind::Flag, false, "Line", &["transport", "urgent"]),
        ColumnSpec::new("transport_ground", Kind::Text, false, "Line", &["transport", "ground"]),
        ColumnSpec::new("proof", Kind::Text, false, "Line", &["proof"]),
    ],
};

/// One row per answer of a source about a person; not needed where the other tables say it all.
pub const SNAPSHOTS: TableSpec = TableSpec {
    name: "snapshots",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("snapshot", Kind::Key, false, "", &[]),
        ColumnSpec::new("lists", Kind::Words, false, "", &[]),
        ColumnSpec::new("source", Kind::Text, false, "Snapshot", &["source"]),
        ColumnSpec::new("observed_at", Kind::Moment, false, "Snapshot", &["observed_at"]),
        ColumnSpec::new("updated_on", Kind::Day, false, "Snapshot", &["updated_on"]),
        ColumnSpec::new("horizon_from", Kind::Day, false, "Snapshot", &["horizon", "from"]),
        ColumnSpec::new("horizon_to", Kind::Day, false, "Snapshot", &["horizon", "to"]),
        ColumnSpec::new("person_id", Kind::Key, false, "Snapshot", &["person", "id"]),
        ColumnSpec::new("birth_date", Kind::Text, false, "Snapshot", &["person", "birth_date"]),
        ColumnSpec::new("birth_rank", Kind::Count, false, "Snapshot", &["person", "birth_rank"]),
        ColumnSpec::new("nir", Kind::Text, false, "Snapshot", &["person", "nir"]),
        ColumnSpec::new("regime", Kind::Text, false, "Snapshot", &["scheme", "regime"]),
        ColumnSpec::new("fund", Kind::Text, false, "Snapshot", &["scheme", "fund"]),
        ColumnSpec::new("centre", Kind::Text, false, "Snapshot", &["scheme", "centre"]),
    ],
};

/// Periods of base rights (AMO).
pub const COVERAGE: TableSpec = TableSpec {
    name: "coverage",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("snapshot", Kind::Key, false, "", &[]),
        ColumnSpec::new("source", Kind::Text, false, "", &[]),
        ColumnSpec::new("observed_at", Kind::Moment, false, "", &[]),
        ColumnSpec::new("start", Kind::Day, false, "Period", &["start"]),
        ColumnSpec::new("end", Kind::Day, false, "Period", &["end"]),
    ],
};

/// Coverage codes by period: ALD digit and situation.
pub const CODES: TableSpec = TableSpec {
    name: "codes",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("snapshot", Kind::Key, false, "", &[]),
        ColumnSpec::new("source", Kind::Text, false, "", &[]),
        ColumnSpec::new("observed_at", Kind::Moment, false, "", &[]),
        ColumnSpec::new("start", Kind::Day, false, "CoverageCode", &["start"]),
        ColumnSpec::new("end", Kind::Day, false, "CoverageCode", &["end"]),
        ColumnSpec::new("ald", Kind::Key, false, "CoverageCode", &["ald"]),
        ColumnSpec::new("situation", Kind::Text, false, "CoverageCode", &["situation"]),
    ],
};

/// Exemptions on record.
pub const EXEMPTIONS: TableSpec = TableSpec {
    name: "exemptions",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("snapshot", Kind::Key, false, "", &[]),
        ColumnSpec::new("source", Kind::Text, false, "", &[]),
        ColumnSpec::new("observed_at", Kind::Moment, false, "", &[]),
        ColumnSpec::new("vocabulary", Kind::Text, true, "ExemptionEntry", &["vocabulary"]),
        ColumnSpec::new("code", Kind::Text, true, "ExemptionEntry", &["code"]),
        ColumnSpec::new("start", Kind::Day, false, "ExemptionEntry", &["start"]),
        ColumnSpec::new("end", Kind::Day, false, "ExemptionEntry", &["end"]),
        ColumnSpec::new("status", Kind::Text, false, "ExemptionEntry", &["status"]),
    ],
};

/// Maternity records, one per snapshot.
pub const MATERNITY: TableSpec = TableSpec {
    name: "maternity",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("snapshot", Kind::Key, false, "", &[]),
        ColumnSpec::new("source", Kind::Text, false, "", &[]),
        ColumnSpec::new("observed_at", Kind::Moment, false, "", &[]),
        ColumnSpec::new("start", Kind::Day, false, "MaternityEntry", &["start"]),
        ColumnSpec::new("end", Kind::Day, false, "MaternityEntry", &["end"]),
        ColumnSpec::new("presumed_start", Kind::Day, false, "MaternityEntry", &["presumed_start"]),
        ColumnSpec::new("presumed_delivery", Kind::Day, false, "MaternityEntry", &["presumed_delivery"]),
        ColumnSpec::new("delivery", Kind::Day, false, "MaternityEntry", &["delivery"]),
        ColumnSpec::new("status", Kind::Text, false, "MaternityEntry", &["status"]),
    ],
};

/// Accidents and occupational diseases on record.
pub const ACCIDENTS: TableSpec = TableSpec {
    name: "accidents",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("snapshot", Kind::Key, false, "", &[]),
        ColumnSpec::new("source", Kind::Text, false, "", &[]),
        ColumnSpec::new("observed_at", Kind::Moment, false, "", &[]),
        ColumnSpec::new("number", Kind::Text, false, "AccidentEntry", &["number"]),
        ColumnSpec::new("date", Kind::Day, false, "AccidentEntry", &["date"]),
        ColumnSpec::new("start", Kind::Day, false, "AccidentEntry", &["start"]),
        ColumnSpec::new("end", Kind::Day, false, "AccidentEntry", &["end"]),
        ColumnSpec::new("status", Kind::Text, false, "AccidentEntry", &["status"]),
    ],
};

/// Complementary contracts on record.
pub const CONTRACTS: TableSpec = TableSpec {
    name: "contracts",
    columns: &[
        ColumnSpec::new("person", Kind::Key, true, "", &[]),
        ColumnSpec::new("snapshot", Kind::Key, false, "", &[]),
        ColumnSpec::new("source", Kind::Text, false, "", &[]),
        ColumnSpec::new("observed_at", Kind::Moment, false, "", &[]),
        ColumnSpec::new("number", Kind::Text, false, "ContractEntry", &["number"]),
        ColumnSpec::new("type", Kind::Text, false, "ContractEntry", &["type"]),
        ColumnSpec::new("service", Kind::Text, false, "ContractEntry", &["service"]),
        ColumnSpec::new("indicator", Kind::Text, false, "ContractEntry", &["indicator"]),
        ColumnSpec::new("start", Kind::Day, false, "ContractEntry", &["start"]),
        ColumnSpec::new("end", Kind::Day, false, "ContractEntry", &["end"]),
        ColumnSpec::new("status", Kind::Text, false, "ContractEntry", &["status"]),
        ColumnSpec::new("participation", Kind::Flag, false, "ContractEntry", &["participation"]),
        ColumnSpec::new("end_reason", Kind::Text, false, "ContractEntry", &["end_reason"]),
        ColumnSpec::new("rights", Kind::Words, false, "ContractEntry", &["rights"]),
    ],
};

/// Rejects that came back, to be triaged with the lines of their claims.
pub const REJECTS: TableSpec = TableSpec {
    name: "rejects",
    columns: &[
        ColumnSpec::new("claim_id", Kind::Key, true, "", &[]),
        ColumnSpec::new("key", Kind::Text, false, "Report", &["key"]),
        ColumnSpec::new("label", Kind::Text, false, "Report", &["label"]),
        ColumnSpec::new("share", Kind::Text, false, "Report", &["share"]),
        ColumnSpec::new("state", Kind::Text, false, "Report", &["state"]),
        ColumnSpec::new("line_id", Kind::Key, false, "Report", &["line"]),
        ColumnSpec::new("returned_on", Kind::Day, false, "Report", &["returned_on"]),
        ColumnSpec::new("amount_cents", Kind::Count, false, "Report", &["amount_cents"]),
    ],
};
