//! The files of a set of tables.

use std::collections::BTreeMap;

/// The files of a set of tables, by name.
pub type Files = BTreeMap<String, String>;

macro_rules! tables {
    ($($name:literal),+ $(,)?) => {
        /// The names of the files of a set, in order, each with the file compiled in.
        pub const EMBEDDED: &[(&str, &str)] = &[$(($name, include_str!(concat!("../data/", $name)))),+];
    };
}

tables!(
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
);

/// The files compiled in, to start from when only one is to be changed.
pub fn embedded_files() -> Files {
    EMBEDDED
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}
