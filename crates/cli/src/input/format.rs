//! The formats of rights: the JSON of this project, and those of the readers.

use super::Input;
use crate::failure::Failure;
use crate::output::note;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::fmt;
use std::sync::LazyLock;
use tierspayant_core::model::{Moment, Snapshot};
use tierspayant_format::{Limits, parse_snapshots_within};
use tierspayant_readers::{Format, ReadOptions, ReadResult, read};

/// The format that a file of rights is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RightsFormat(Option<Format>);

/// The JSON of this project, and every format of the readers.
static ALL: LazyLock<Vec<RightsFormat>> = LazyLock::new(|| {
    let read = Format::ALL.iter().map(|format| RightsFormat(Some(*format)));
    [RightsFormat::JSON].into_iter().chain(read).collect()
});

impl RightsFormat {
    /// The snapshots of this project; the other formats are those of the readers.
    pub(crate) const JSON: RightsFormat = RightsFormat(None);

    fn name(self) -> &'static str {
        self.0.map_or("json", Format::as_str)
    }
}

impl fmt::Display for RightsFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl ValueEnum for RightsFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// What an input holds. The moment is given to the snapshots that do not say when their source spoke, and an error
/// answer of a service is told on standard error.
pub(crate) fn snapshots(
    input: Input<'_>,
    from: RightsFormat,
    observed_at: Option<Moment>,
    limits: &Limits,
) -> Result<ReadResult, Failure> {
    let bytes = input.bytes(limits)?;
    let mut result = match from.0 {
        Some(format) => {
            read(format, &bytes, &ReadOptions { observed_at }).map_err(|error| Failure::data(input, error))?
        }
        None => ReadResult {
            snapshots: parse_snapshots_within(&bytes, limits).map_err(|error| input.refused(&error))?,
            ..ReadResult::default()
        },
    };
    if let Some(refusal) = result.refusal {
        note(format_args!("{input}: {refusal}: it says nothing of the rights"));
    }
    for Snapshot {
        observed_at: said, ..
    } in &mut result.snapshots
    {
        *said = said.or(observed_at);
    }
    Ok(result)
}
