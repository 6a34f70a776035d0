//! The command line as it is typed.

mod rights;

pub(crate) use rights::RightsFile;

use crate::input::RightsFormat;
use crate::output;
use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use rights::RightsFiles;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use tierspayant::{HtmlFrame, HtmlStyle, Style};
use tierspayant_core::model::{Date, Moment};
use tierspayant_returns::jfse::Unit;
use tierspayant_returns::messages::To;
use tierspayant_returns::prevention::By;
use tierspayant_returns::table::Column;

const STATUSES: &str = "Exit status: 0 billable, 1 not billable, 2 undetermined (or an unknown reject), 64 wrong usage, \
    65 bad data (the place on standard error), 74 output that cannot be written.";

/// Can each line of this claim be billed in tiers payant, before it is sent?
#[derive(Parser)]
#[command(name = "tierspayant", version, after_help = STATUSES, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Answer a dossier, or a claim with what was read of the rights
    Check(CheckArgs),
    /// Turn what a card reader or a service gave into snapshots, as JSON
    Read(ReadArgs),
    /// Check a table of lines against tables of rights: Parquet, Arrow or CSV
    #[cfg(feature = "batch")]
    Batch(crate::batch::BatchArgs),
    /// Draw the rights over time, and the answer to the claim on each day
    Timeline(TimelineArgs),
    /// Say what a reject is, why it came, what puts it right, and who pays otherwise
    Triage(TriageArgs),
    /// Read what came back, joined with the claims: state, class, cause and next step of each share, as a table
    Returns(ReturnsArgs),
    /// The work list: what to do about what came back, by the step that cures it
    Todo(TodoArgs),
    /// Answer documents for as long as they come: one a line in, one answer a line out, in order
    Serve(ServeArgs),
}

/// Other tables than those compiled in.
#[derive(Args)]
pub(crate) struct TablesArgs {
    /// A folder of tables: each file replaces the one of the same name that is compiled in
    #[arg(long, value_name = "DIR")]
    pub(crate) tables: Option<PathBuf>,
}

/// Where the dossier comes from.
#[derive(Args)]
pub(crate) struct DossierArgs {
    /// The dossier, as JSON; `-` reads standard input
    #[arg(value_name = "DOSSIER", required_unless_present = "claim", conflicts_with_all = ["claim", "rights", "from", "observed_at"])]
    pub(crate) dossier: Option<PathBuf>,

    /// The claim alone, as JSON; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) claim: Option<PathBuf>,

    /// The day the question is asked, where the claim does not say it: YYYY-MM-DD
    #[arg(long, value_name = "DAY", requires = "claim")]
    pub(crate) as_of: Option<Date>,

    #[command(flatten)]
    rights: RightsFiles,

    /// When the sources spoke, for inputs that do not say it: YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS
    #[arg(long, value_name = "MOMENT", requires = "rights")]
    pub(crate) observed_at: Option<Moment>,
}

impl DossierArgs {
    /// The files of rights, each with its format.
    pub(crate) fn rights(&self) -> &[RightsFile] {
        &self.rights.0
    }
}

/// How an answer is shown to a person.
#[derive(Args)]
pub(crate) struct ShowArgs {
    /// Language of the text
    #[arg(long, value_enum, default_value_t = Lang::Fr)]
    pub(crate) lang: Lang,

    /// When to use colours; NO_COLOR is honoured
    #[arg(long, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub(crate) color: ColorChoice,

    /// Columns of a line; those of the terminal by default
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,

    /// Draw with ASCII signs only
    #[arg(long)]
    pub(crate) ascii: bool,

    /// Say everything: each line and date, the law behind each reason, the reject to expect, the tables
    #[arg(long)]
    pub(crate) details: bool,
}

impl ShowArgs {
    /// Whether what goes to standard output is coloured.
    pub(crate) fn colored(&self) -> bool {
        output::colored(self.color, io::stdout().is_terminal(), |name| {
            std::env::var_os(name)
        })
    }

    /// How a page of HTML is made: a document of its own.
    pub(crate) const fn html(&self) -> HtmlStyle {
        HtmlStyle {
            details: self.details,
            frame: HtmlFrame::Document,
        }
    }

    /// How a page is drawn on standard output.
    pub(crate) fn style(&self) -> Style {
        Style {
            color: self.colored(),
            width: self.width.unwrap_or_else(output::width),
            ascii: self.ascii,
            details: self.details,
        }
    }
}

#[derive(Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) dossier: DossierArgs,

    #[command(flatten)]
    pub(crate) tables: TablesArgs,

    #[command(flatten)]
    pub(crate) show: ShowArgs,

    /// Who reads the text
    #[arg(long, value_enum, default_value_t = Audience::Counter)]
    pub(crate) audience: Audience,

    /// Form of the answer
    #[arg(long, value_enum, default_value_t = Form::Text)]
    pub(crate) format: Form,
}

#[derive(Args)]
pub(crate) struct ServeArgs {
    /// Speak through standard input and output: no port, no file
    #[arg(long, required = true)]
    pub(crate) stdio: bool,

    #[command(flatten)]
    pub(crate) tables: TablesArgs,

    /// Language of the messages
    #[arg(long, value_enum, default_value_t = Lang::Fr)]
    pub(crate) lang: Lang,

    /// Leave out first and last billable day and corrections
    #[arg(long)]
    pub(crate) without_what_if: bool,
}

#[derive(Args)]
pub(crate) struct ReadArgs {
    /// What was read; `-` reads standard input
    pub(crate) file: PathBuf,

    /// Format of the file
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = RightsFormat::JSON)]
    pub(crate) from: RightsFormat,

    /// When the source spoke, for an input that does not say it: YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS
    #[arg(long, value_name = "MOMENT")]
    pub(crate) observed_at: Option<Moment>,

    /// List on standard error every field that was not used, with the reason
    #[arg(long)]
    pub(crate) unused: bool,
}

#[derive(Args)]
pub(crate) struct TimelineArgs {
    #[command(flatten)]
    pub(crate) dossier: DossierArgs,

    #[command(flatten)]
    pub(crate) tables: TablesArgs,

    #[command(flatten)]
    pub(crate) show: ShowArgs,

    /// First day; a year before the care by default
    #[arg(long, value_name = "DAY")]
    pub(crate) from_day: Option<Date>,

    /// Last day; a year after the care by default
    #[arg(long, value_name = "DAY")]
    pub(crate) to_day: Option<Date>,

    /// Form of the answer
    #[arg(long, value_enum, default_value_t = DrawnForm::Text)]
    pub(crate) format: DrawnForm,
}

#[derive(Args)]
pub(crate) struct TriageArgs {
    /// The reject with its claim and what is known of the rights, as JSON; `-` reads standard input
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) tables: TablesArgs,

    #[command(flatten)]
    pub(crate) show: ShowArgs,

    /// Who reads the text
    #[arg(long, value_enum, default_value_t = Audience::Counter)]
    pub(crate) audience: Audience,

    /// Form of the answer
    #[arg(long, value_enum, default_value_t = Form::Text)]
    pub(crate) format: Form,
}

/// A language of the text.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Lang {
    Fr,
    En,
}

impl From<Lang> for tierspayant::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => tierspayant::Lang::Fr,
            Lang::En => tierspayant::Lang::En,
        }
    }
}

/// Who reads the text.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Audience {
    /// The person at the counter
    Counter,
    /// The patient, in plain words
    Patient,
}

impl From<Audience> for tierspayant::Audience {
    fn from(audience: Audience) -> Self {
        match audience {
            Audience::Counter => tierspayant::Audience::Counter,
            Audience::Patient => tierspayant::Audience::Patient,
        }
    }
}

/// Form of an answer.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Form {
    /// An explanation
    Text,
    /// The same page for a browser: no script, light and dark, ready to print
    Html,
    /// The whole answer, for programs
    Json,
}

/// Form of a drawing.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum DrawnForm {
    /// Drawn with characters
    Text,
    /// A page for a browser, with the picture
    Html,
    /// The picture alone
    Svg,
    /// The days, for programs
    Json,
}

/// Form of a page.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum PageForm {
    /// Lines of text
    Text,
    /// The same page for a browser
    Html,
}

/// What came back, and the claims that it came back on.
#[derive(Args)]
pub(crate) struct ReturnsInput {
    /// Files of returns, in any order: NOEMIE-PS, an answer of the jFSE engine, or a list in CSV or XLSX
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// What was sent: dossiers, one JSON document a line or one a file, whose claim's id is its invoice or INVOICE/LOT; or a B2 file
    #[arg(long, value_name = "FILE")]
    pub(crate) claims: Vec<PathBuf>,

    /// Rights that were read since, one JSON document a line or one a file; they go to the claims of the person whose id they carry
    #[arg(long, value_name = "FILE")]
    pub(crate) rights: Vec<PathBuf>,

    /// The list of what was sent, in CSV or XLSX: amounts, days, the invoice that each replaces, those given up, operators, settings
    #[arg(long, value_name = "FILE")]
    pub(crate) sent: Vec<PathBuf>,

    /// What the amounts of the jFSE engine count where none has a decimal sign: euros or cents
    #[arg(long, value_name = "UNIT")]
    pub(crate) amounts: Option<Unit>,

    /// A column of a list by its own header, such as `--column "Ref interne=invoice"`
    #[arg(long, value_name = "HEADER=COLUMN", value_parser = column)]
    pub(crate) column: Vec<(String, Column)>,

    /// The day from which a refusal is too late to be sent again is compared with this one: YYYY-MM-DD
    #[arg(long, value_name = "DAY")]
    pub(crate) today: Option<Date>,

    #[command(flatten)]
    pub(crate) tables: TablesArgs,
}

/// A header, and what its column holds.
fn column(text: &str) -> Result<(String, Column), String> {
    let named = text.rsplit_once('=').and_then(|(header, name)| {
        let column = Column::ALL.iter().find(|column| column.as_str() == name.trim())?;
        Some((header.trim().to_owned(), *column))
    });
    named.ok_or_else(|| {
        let known: Vec<&str> = Column::ALL.iter().map(|column| column.as_str()).collect();
        format!("HEADER=COLUMN, where COLUMN is one of: {}", known.join(", "))
    })
}

#[derive(Args)]
pub(crate) struct ReturnsArgs {
    #[command(flatten)]
    pub(crate) input: ReturnsInput,

    /// Rates of rejects instead of rows: by month, cause, share, payer, operator or setting
    #[arg(long, value_name = "GROUP")]
    pub(crate) rates: Option<By>,

    /// Rates before this day and from it on, apart: YYYY-MM-DD
    #[arg(long, value_name = "DAY", requires = "rates")]
    pub(crate) since: Option<Date>,

    /// Form of the table
    #[arg(long, value_enum, default_value_t = TableForm::Csv)]
    pub(crate) format: TableForm,
}

#[derive(Args)]
pub(crate) struct TodoArgs {
    #[command(flatten)]
    pub(crate) input: ReturnsInput,

    /// Instead of the list, the text of a message about each row to do: to the fund, or to the patient
    #[arg(long, value_name = "TO")]
    pub(crate) message: Option<To>,

    #[command(flatten)]
    pub(crate) show: ShowArgs,

    /// Form of the list
    #[arg(long, value_enum, default_value_t = PageForm::Text)]
    pub(crate) format: PageForm,
}

/// Form of a table.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum TableForm {
    /// Comma separated, in UTF-8, amounts in cents
    Csv,
    /// One JSON object a line
    Jsonl,
}
