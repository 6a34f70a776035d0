//! From the files to the tables that the decision reads, with every value checked.

mod codes;
mod file;
mod policy;
mod products;
mod rules;
mod trust;

use crate::files::NAMES;
pub(crate) use file::{File, Refused, text};

use crate::{Files, TableError, TableSet, triage, wire};
use sha2::{Digest, Sha256};
use tierspayant_core::tables::Tables;

/// Builds the tables from their files. Every file of the set must be there, and no other.
pub fn load(files: &Files) -> Result<TableSet, TableError> {
    if let Some(extra) = files.keys().find(|name| !NAMES.contains(&name.as_str())) {
        return Err(TableError::NotATable { file: extra.clone() });
    }
    whole(files).map_err(|refused| *refused)
}

fn whole(files: &Files) -> Result<TableSet, Refused> {
    let edition = File::open(files, "edition.toml")?;
    let table = edition.table()?;
    let header: wire::Edition<'_> = edition.read(&table)?;
    let covers = edition.period(Some(header.covers_from), Some(header.covers_to))?;
    let (dates, rights) = trust::dates(files)?;
    let decision = Tables {
        edition: text(header.edition),
        digest: digest(files).into(),
        covers,
        codes: codes::codes(files)?,
        sources: trust::sources(files)?,
        dates,
        rights,
        policy: policy::policy(files)?,
        products: products::products(files)?,
        rules: rules::rulebook(files)?,
    };
    Ok(TableSet {
        decision,
        rejects: triage::rejects(files)?,
        triage: triage::guidance(files)?,
    })
}

/// SHA-256 over names and contents, in the order of the names.
fn digest(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, text) in files {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
