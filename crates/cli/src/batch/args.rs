//! `batch` as it is typed.

use clap::{Args, ValueEnum};
use std::path::PathBuf;
use tierspayant_batch::{Extra, KnownBy, List};
use tierspayant_core::model::{Date, Moment, Source};

/// Files are Parquet, Arrow or CSV by their extension: `.parquet`, `.arrow`, `.csv`.
#[derive(Args)]
pub(crate) struct BatchArgs {
    /// The lines: one row per line of a claim, the rows of a claim together
    pub(crate) lines: PathBuf,

    /// Where the answers go, in the order of the lines
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,

    /// Answers of sources, where the other tables do not say it all
    #[arg(long, value_name = "FILE")]
    pub(crate) snapshots: Option<PathBuf>,

    /// Periods of base rights
    #[arg(long, value_name = "FILE")]
    pub(crate) coverage: Option<PathBuf>,

    /// Coverage codes by period
    #[arg(long, value_name = "FILE")]
    pub(crate) codes: Option<PathBuf>,

    /// Exemptions on record
    #[arg(long, value_name = "FILE")]
    pub(crate) exemptions: Option<PathBuf>,

    /// Maternity records
    #[arg(long, value_name = "FILE")]
    pub(crate) maternity: Option<PathBuf>,

    /// Accidents and occupational diseases
    #[arg(long, value_name = "FILE")]
    pub(crate) accidents: Option<PathBuf>,

    /// Complementary contracts
    #[arg(long, value_name = "FILE")]
    pub(crate) contracts: Option<PathBuf>,

    /// The source of rights whose rows name none
    #[arg(long)]
    pub(crate) source: Option<Source>,

    /// When that source was asked: YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS
    #[arg(long, value_name = "MOMENT")]
    pub(crate) observed_at: Option<Moment>,

    /// Tables that were asked for everybody: no row means that there is none
    #[arg(long, value_name = "TABLE", value_delimiter = ',')]
    pub(crate) complete: Vec<List>,

    /// The day the question is asked, for lines that do not say it
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,

    /// Which answers of sources count: all at hand, or those that had been given by the day of the care
    #[arg(long, value_enum, default_value_t = Known::Now)]
    pub(crate) known_by: Known,

    /// What becomes of columns that no rule reads
    #[arg(long, value_enum, default_value_t = ExtraColumns::Refuse)]
    pub(crate) extra: ExtraColumns,

    /// Take moments at midnight as days
    #[arg(long)]
    pub(crate) midnights: bool,

    /// The columns of the answer that are written, such as verdict,basis; all where it is not given
    #[arg(long, value_delimiter = ',')]
    pub(crate) columns: Option<Vec<String>>,

    /// How many threads check; as many as the machine has where it is not given
    #[arg(long)]
    pub(crate) threads: Option<usize>,
}

/// Which answers of sources count.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Known {
    /// All that are at hand
    Now,
    /// Those that had been given by the day of the care
    CareDate,
}

impl From<Known> for KnownBy {
    fn from(known: Known) -> Self {
        match known {
            Known::Now => KnownBy::Now,
            Known::CareDate => KnownBy::CareDate,
        }
    }
}

/// What becomes of columns that no rule reads.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ExtraColumns {
    /// They are an error
    Refuse,
    /// They are passed over
    Ignore,
    /// The columns of the lines stand before those of the answer
    Keep,
}

impl From<ExtraColumns> for Extra {
    fn from(extra: ExtraColumns) -> Self {
        match extra {
            ExtraColumns::Refuse => Extra::Refuse,
            ExtraColumns::Ignore => Extra::Ignore,
            ExtraColumns::Keep => Extra::Keep,
        }
    }
}
