//! The parts of a return, the same whatever the format that it came in.

use tierspayant_core::model::{Date, Share};
use tierspayant_readers::Unused;

/// What one file of returns held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Returns {
    /// What the file says of itself.
    pub head: FileHead,
    /// The invoices, in the order of the file.
    pub invoices: Vec<ReturnedInvoice>,
    /// Deductions that stand with no invoice.
    pub deductions: Vec<Deduction>,
    /// What the file says of its own content, compared with what was read.
    pub checks: Vec<Check>,
    /// Every part that was present and not used, with the reason, each kind of part once. Values are never repeated here.
    pub unused: Vec<Unused>,
}

/// What a file of returns says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileHead {
    /// Kind of the sender, two letters, such as `CP` (CPAM) or `OC` (complementary insurer).
    pub sender_type: Option<String>,
    /// Reference of the norm, such as `576` or `908`.
    pub reference: Option<String>,
    /// The day on which the file was made.
    pub created_on: Option<Date>,
    /// Whether the file says of itself that it is a test or a demonstration.
    pub test: bool,
}

/// One invoice of a return.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnedInvoice {
    /// Number of the invoice, without its leading zeros.
    pub invoice: String,
    /// Number of the lot, as written.
    pub lot: Option<String>,
    /// The day of the invoice.
    pub invoice_date: Option<Date>,
    /// Kind of flow, raw: `F` electronic sheet, `B` degraded, `D` DRE, `A` complementary, `P` and `C` paper, `E` recall.
    pub flow: Option<char>,
    /// Nature d'assurance, raw.
    pub nature: Option<String>,
    /// Accounting date of the payment or of the refusal.
    pub accounted_on: Option<Date>,
    /// The organism that pays.
    pub payer: Option<String>,
    /// The shares that the return speaks of, the AMO share first.
    pub shares: Vec<ReturnedShare>,
    /// The act lines.
    pub lines: Vec<ReturnedLine>,
    /// Rejects and signals.
    pub rejects: Vec<Reject>,
    /// Deductions that stand with this invoice.
    pub deductions: Vec<Deduction>,
}

/// What became of a share of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedShare {
    /// Which share.
    pub share: Share,
    /// What became of it.
    pub state: ShareState,
    /// Amount asked, in cents.
    pub asked_cents: i64,
    /// Amount paid, in cents; negative when it was taken back.
    pub paid_cents: Option<i64>,
    /// Number of the complementary organism, for the AMC share.
    pub organism: Option<String>,
}

/// What became of a share. One share may be refused while the other is paid: no invoice has one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShareState {
    /// Paid, in whole or in part: the amounts tell.
    Paid,
    /// Refused.
    Rejected,
    /// The payer works on it: wait, and do not send again.
    Deferred,
    /// Not handled by this payer.
    NotHandled,
    /// A letter that no description gives, as written.
    Unknown(char),
}

impl ShareState {
    /// `paid`, `rejected`, `deferred`, `not_handled` or `unknown`.
    pub const fn as_str(self) -> &'static str {
        match self {
            ShareState::Paid => "paid",
            ShareState::Rejected => "rejected",
            ShareState::Deferred => "deferred",
            ShareState::NotHandled => "not_handled",
            ShareState::Unknown(_) => "unknown",
        }
    }
}

/// One act line of a return.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnedLine {
    /// Number of the line in the invoice.
    pub line: Option<String>,
    /// Exemption code, raw.
    pub exemption: Option<char>,
    /// Day of the prescription.
    pub prescription_date: Option<Date>,
    /// Day of the care, or its first day.
    pub care_date: Option<Date>,
    /// Code of the act or of the prestation.
    pub act: Option<String>,
    /// Rate in percent.
    pub rate: Option<u16>,
    /// Amount reimbursed by the obligatory insurer, in cents; negative when taken back.
    pub amo_cents: Option<i64>,
    /// Amount of the complementary insurer, in cents.
    pub amc_cents: Option<i64>,
    /// Amount spent, in cents.
    pub spent_cents: Option<i64>,
}

/// A reject or a signal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reject {
    /// The line that it concerns; absent for the whole invoice.
    pub line: Option<String>,
    /// The key, as written: the payers' lists of keys are not public.
    pub key: Option<String>,
    /// The label, as written, numbers of persons masked.
    pub label: Option<String>,
    /// Whether the invoice or one line is refused.
    pub level: Option<Level>,
    /// The share that it concerns.
    pub share: Option<RejectShare>,
    /// Act concerned.
    pub act: Option<String>,
    /// Day of the care concerned.
    pub care_date: Option<Date>,
    /// A signal without effect on the payment, as far as the format tells.
    pub signal: bool,
}

/// How far a reject reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The whole invoice.
    Invoice,
    /// One line.
    Line,
    /// A code inside a line.
    Code,
}

/// The share that a reject concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RejectShare {
    /// The obligatory share, or both: the format does not tell them apart.
    ObligatoryOrBoth,
    /// The complementary share.
    Complementary,
}

/// The largest amount that is read, in cents: what is larger is no amount of an invoice, but may be the number of a person in a column that moved.
pub(crate) const LARGEST_AMOUNT: i64 = 999_999_999;

/// The number of a lot as it is compared: digits alone have three places.
pub(crate) fn lot(text: &str) -> String {
    match text.parse::<u16>() {
        Ok(number) if text.bytes().all(|byte| byte.is_ascii_digit()) => format!("{number:03}"),
        _ => text.to_owned(),
    }
}

/// The number of an invoice as it is compared: without the zeros before it.
pub(crate) fn invoice(text: &str) -> String {
    let short = text.trim_start_matches('0');
    if short.is_empty() {
        text.chars().take(1).collect()
    } else {
        short.to_owned()
    }
}

/// Money that a payer takes back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deduction {
    /// The line that it stands with.
    pub line: Option<String>,
    /// Reference of the debt.
    pub reference: Option<String>,
    /// Day of the debt.
    pub date: Option<Date>,
    /// Kind of debt, raw: `IND` undue payment (indu), and others.
    pub kind: Option<String>,
    /// Operation, raw: `RPR` taken from this payment, `PAI` paid, `ANT` cancelled.
    pub operation: Option<String>,
    /// Amount in cents.
    pub amount_cents: i64,
    /// What is still owed, in cents.
    pub balance_cents: Option<i64>,
}

impl Deduction {
    /// Whether it was taken from the payment that the file tells of.
    pub fn is_taken(&self) -> bool {
        self.operation.as_deref() == Some("RPR")
    }
}

/// One thing that a file says of its own content, and whether it is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What is compared, such as `sum of the AMO shares against the act lines`.
    pub what: &'static str,
    /// What came of it.
    pub result: CheckResult,
    /// How many times it was compared.
    pub times: u64,
}

/// What came of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckResult {
    /// It could not be compared.
    NotPossible,
    /// The same each time.
    Passed,
    /// Different at least once.
    Failed,
}

/// Why a file of returns was refused. It never repeats a value of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("byte {offset}: {problem}")]
pub struct ReturnsError {
    /// Offset of the fault in the file, in bytes from 0.
    pub offset: u64,
    /// What is wrong.
    pub problem: String,
}

impl ReturnsError {
    pub(crate) fn new(offset: u64, problem: impl Into<String>) -> Self {
        ReturnsError {
            offset,
            problem: problem.into(),
        }
    }
}
