//! Returns as the jFSE billing engine gives them: the list of invoices in tiers payant, with their payments and rejects, in JSON.
//!
//! The names of the fields come from a public client of the engine; the values of a real answer were never seen. In particular, whether an amount
//! that is a whole number counts euros or cents is not public: one amount of a file with a decimal sign says that all are euros, and otherwise the
//! caller has to say it. A state `C` is a share that nobody answered yet, which is not the deferral that NOEMIE writes `D`.
//!
//! ```
//! use tierspayant_returns::jfse::{JfseOptions, read};
//!
//! let answer = br#"{"method":{"output":{"lstFacturesTP":[{"noFacture":"42","etatAMO":"R","montantAMO":42.50,"etatAMC":"P","montantAMC":6.40,
//!     "lstRejets":[{"date":"20261125","part":"AMO","code":"0009-816","libelle":"ALD INCONNUE EN BASE","niveau":"F"}]}]}}}"#;
//! let returns = read(answer, &JfseOptions::default())?;
//! assert_eq!(returns.invoices[0].shares[0].asked_cents, 4250);
//! # Ok::<(), tierspayant_returns::ReturnsError>(())
//! ```

mod invoice;
#[cfg(test)]
mod tests;
mod value;

use crate::model::{Returns, ReturnsError};
use crate::words::words;
use serde_json::Value;
use std::collections::BTreeSet;
use tierspayant_readers::{Unused, Why};
use value::Amounts;

words! {
    /// What an amount without a decimal sign counts.
    Unit {
        /// Euros.
        Euros = "euros",
        /// Cents.
        Cents = "cents",
    }
}

/// What the caller knows of an answer.
#[derive(Debug, Clone, Copy, Default)]
pub struct JfseOptions {
    /// What a whole amount counts, where no amount of the answer has a decimal sign.
    pub whole_amounts: Option<Unit>,
}

/// The lists of other calls, which hold nothing that an invoice does not.
const OTHER_LISTS: &[&str] = &["lstVirements", "lstARLs", "lstFacturesLot"];

/// Reads an answer: the whole envelope, or its output alone.
///
/// # Errors
///
/// Where it is no JSON, where there is no list of invoices, or where nothing says what its amounts count.
pub fn read(bytes: &[u8], options: &JfseOptions) -> Result<Returns, ReturnsError> {
    let document: Value = serde_json::from_slice(bytes).map_err(|error| {
        let line_starts = std::iter::once(0).chain(
            bytes
                .iter()
                .enumerate()
                .filter(|(_, byte)| **byte == b'\n')
                .map(|(place, _)| place + 1),
        );
        let start = line_starts.take(error.line().max(1)).last().unwrap_or(0);
        let offset = start.saturating_add(error.column()).min(bytes.len());
        ReturnsError::new(offset as u64, "this is no JSON")
    })?;
    let output = document
        .pointer("/method/output")
        .or_else(|| document.get("output"))
        .unwrap_or(&document);
    let Some(invoices) = output.get("lstFacturesTP").and_then(Value::as_array) else {
        return Err(ReturnsError::new(
            0,
            "there is no list of invoices (lstFacturesTP)",
        ));
    };
    let amounts = Amounts::of(invoices, options.whole_amounts).ok_or_else(|| {
        ReturnsError::new(
            0,
            "all amounts are whole numbers, and nothing says whether they count euros or cents",
        )
    })?;
    let mut unused: BTreeSet<(String, bool)> = BTreeSet::new();
    for list in OTHER_LISTS.iter().filter(|list| output.get(**list).is_some()) {
        unused.insert(((*list).to_owned(), false));
    }
    let mut returns = Returns::default();
    for (place, one) in invoices.iter().enumerate() {
        let read = invoice::read(one, amounts, &mut unused);
        let read =
            read.map_err(|problem| ReturnsError::new(0, format!("lstFacturesTP[{place}]: {problem}")))?;
        returns.invoices.extend(read);
    }
    returns.unused = unused
        .into_iter()
        .map(|(place, personal)| Unused {
            place,
            why: if personal { Why::Personal } else { Why::NotNeeded },
        })
        .collect();
    Ok(returns)
}
