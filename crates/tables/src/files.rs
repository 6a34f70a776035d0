//! The files of a set of tables.

use std::collections::BTreeMap;

/// The files of a set of tables, by name.
pub type Files = BTreeMap<String, String>;

/// The names of the files of a set, in order.
pub const NAMES: &[&str] = &[
    "claim_codes.toml",
    "contracts.toml",
    "coverage.toml",
    "dates.toml",
    "edition.toml",
    "exemptions.toml",
    "policy.toml",
    "products.toml",
    "reasons.toml",
    "rejects.toml",
    "rules.toml",
    "sources.toml",
    "triage.toml",
];
