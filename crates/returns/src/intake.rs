//! Everything that is at hand of what was sent and what came back, whatever the format of each file, put together.
//!
//! ```
//! use tierspayant::Engine;
//! use tierspayant_returns::intake::{Intake, Options};
//!
//! let mut intake = Intake::default();
//! intake.add_returns("N° facture;Part;Montant;Payé;Motif\n42;RO;42,50;0;DROITS FERMES\n".as_bytes(), &Options::default())?;
//! let followed = intake.follow(&Engine::embedded(), None);
//! assert_eq!(followed.balance.rejected, 4250);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::ledger::{Ledger, Sent};
use crate::model::{CheckResult, Returns};
use crate::report::{Claims, Followed, balance, report};
use crate::table::{RowFault, TableOptions};
use crate::{b2, jfse, noemie, table};
use tierspayant::Engine;
use tierspayant_core::model::{Date, Dossier};
use tierspayant_format::{Limits, parse_dossier_within, parse_snapshots_within};
use tierspayant_readers::Unused;
use tierspayant_text::{Balance, Gaps, Unread};

/// What the caller knows of the files.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Columns of lists.
    pub table: TableOptions,
    /// What whole amounts of the jFSE engine count.
    pub jfse: jfse::JfseOptions,
    /// How large a document may be.
    pub limits: Limits,
}

/// Why a file was refused as a whole, with its place. It never repeats a value of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct IntakeError(String);

fn refused(error: impl std::fmt::Display) -> IntakeError {
    IntakeError(error.to_string())
}

/// What a file held besides what was taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// Rows that could not be read and were left out, and what a file says of itself and is not so.
    pub faults: Vec<String>,
    /// Parts that were not used, with the reason.
    pub unused: Vec<Unused>,
}

/// Everything that is at hand.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    /// The returns.
    pub returns: Vec<Returns>,
    /// What was sent, as lists say it.
    pub sent: Vec<Sent>,
    claims: Vec<Dossier>,
    rights: Vec<tierspayant_core::model::Snapshot>,
    /// How many files of returns and lists of what was sent were taken in.
    files: usize,
    /// Rows that were left out, by the number of their file.
    unread: Vec<(usize, usize)>,
}

/// What became of everything.
#[derive(Debug, Clone)]
pub struct Follow {
    /// A row for each share of each invoice, by number, lot and share.
    pub rows: Vec<Followed>,
    /// Where every cent is.
    pub balance: Balance,
    /// Files that say of themselves that they are tests: nothing of them is counted.
    pub test_files: usize,
    /// What the files held and the rows do not: while there is any, nobody may say that all is paid.
    pub gaps: Gaps,
}

impl Intake {
    /// A file of returns: NOEMIE-PS, an answer of the jFSE engine, or a list in CSV or XLSX, told apart by how it begins.
    ///
    /// # Errors
    ///
    /// Where the file is not what it begins as.
    pub fn add_returns(&mut self, bytes: &[u8], options: &Options) -> Result<Notes, IntakeError> {
        let mut notes = Notes::default();
        self.files = self.files.saturating_add(1);
        let returns = if bytes.starts_with(b"000") {
            noemie::read(bytes).map_err(refused)?
        } else if bytes.trim_ascii_start().starts_with(b"{") {
            jfse::read(bytes, &options.jfse).map_err(refused)?
        } else {
            let list = table::read(bytes, &options.table).map_err(refused)?;
            notes.faults = self.left_out(&list.faults);
            list.returns
        };
        let failed = returns
            .checks
            .iter()
            .filter(|check| check.result == CheckResult::Failed);
        notes
            .faults
            .extend(failed.map(|check| format!("{}: not what was read", check.what)));
        notes.unused.clone_from(&returns.unused);
        self.returns.push(returns);
        Ok(notes)
    }

    /// Claims: a dossier, dossiers one a line, or a B2 file. The id of a claim is its invoice, or `INVOICE/LOT`.
    ///
    /// # Errors
    ///
    /// At the first document that is refused, with its line and its place in it.
    pub fn add_claims(&mut self, bytes: &[u8], options: &Options) -> Result<Notes, IntakeError> {
        let limits = &options.limits;
        if bytes.starts_with(b"000") {
            let file = b2::read(bytes, &b2::B2Options::default()).map_err(refused)?;
            for one in file.claims {
                self.sent.push(Sent {
                    invoice: crate::model::invoice(&one.invoice),
                    lot: one.lot.as_deref().map(crate::model::lot),
                    asked: one.asked,
                    sent_on: one.claim.transmission_date,
                    ..Sent::default()
                });
                self.claims.push(Dossier {
                    as_of: None,
                    claim: one.claim,
                    rights: Vec::new(),
                });
            }
            return Ok(Notes {
                unused: file.unused,
                ..Notes::default()
            });
        }
        if let Ok(dossier) = parse_dossier_within(bytes, limits) {
            self.claims.push(dossier);
            return Ok(Notes::default());
        }
        for (number, line) in lines(bytes) {
            let read = parse_dossier_within(line, limits);
            self.claims
                .push(read.map_err(|error| refused(format_args!("line {number}: {error}")))?);
        }
        Ok(Notes::default())
    }

    /// Rights that were read since, as `{"rights": […]}`, one document a line or one a file. They go to the claims of the person whose `id` they carry.
    ///
    /// # Errors
    ///
    /// At the first document that is refused, with its line and its place in it.
    pub fn add_rights(&mut self, bytes: &[u8], options: &Options) -> Result<(), IntakeError> {
        if let Ok(rights) = parse_snapshots_within(bytes, &options.limits) {
            self.rights.extend(rights);
            return Ok(());
        }
        for (number, line) in lines(bytes) {
            let read = parse_snapshots_within(line, &options.limits);
            self.rights
                .extend(read.map_err(|error| refused(format_args!("line {number}: {error}")))?);
        }
        Ok(())
    }

    /// A list of what was sent, in CSV or XLSX: see [`table::read_sent`].
    ///
    /// # Errors
    ///
    /// Where it is no list of invoices.
    pub fn add_sent(&mut self, bytes: &[u8], options: &Options) -> Result<Notes, IntakeError> {
        self.files = self.files.saturating_add(1);
        let list = table::read_sent(bytes, &options.table).map_err(refused)?;
        self.sent.extend(list.sent);
        Ok(Notes {
            faults: self.left_out(&list.faults),
            unused: list.unused,
        })
    }

    /// Notes the rows of the file at hand that could not be read, and says so.
    fn left_out(&mut self, faults: &[RowFault]) -> Vec<String> {
        let file = self.files;
        self.unread.extend(faults.iter().map(|fault| (file, fault.row)));
        let told = faults.iter().map(|fault| format!("{fault}; the row is left out"));
        told.collect()
    }

    /// What is missing from the rows.
    fn gaps(&self) -> Gaps {
        let several = self.files > 1;
        let rows = self.unread.iter().map(|(file, row)| Unread {
            file: several.then_some(*file),
            row: *row,
        });
        let checks = self.returns.iter().flat_map(|file| &file.checks);
        Gaps {
            rows: rows.collect(),
            checks: checks.filter(|check| check.result == CheckResult::Failed).count(),
        }
    }

    /// What became of everything, as far as these files tell. With `today`, what can no longer be sent again is too late.
    pub fn follow(&self, engine: &Engine, today: Option<Date>) -> Follow {
        let mut claims = Claims::new(self.claims.clone());
        claims.add_rights(&self.rights);
        let mut sent = self.sent.clone();
        sent.extend(claims.sent());
        let ledger = Ledger::new(&self.returns, &sent);
        let (elsewhere, test_files) = (ledger.taken_elsewhere, ledger.test_files);
        let rows = report(engine, ledger, &claims, today);
        Follow {
            balance: balance(&rows, elsewhere),
            rows,
            test_files,
            gaps: self.gaps(),
        }
    }

    /// A file of a made-up year, where it belongs; the tables of the shop are passed over.
    #[cfg(test)]
    pub(crate) fn add_synthetic(&mut self, file: &crate::synthetic::File) {
        let (bytes, options) = (&file.bytes[..], Options::default());
        match file.name.as_str() {
            "claims.jsonl" => assert_eq!(self.add_claims(bytes, &options), Ok(Notes::default())),
            "rights.jsonl" => assert_eq!(self.add_rights(bytes, &options), Ok(())),
            "sent.csv" => assert_eq!(self.add_sent(bytes, &options), Ok(Notes::default())),
            name if name.starts_with("returns/") => assert!(self.add_returns(bytes, &options).is_ok()),
            _ => {}
        }
    }
}

/// The lines that hold something, by their number from 1.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let numbered = bytes.split(|byte| *byte == b'\n').enumerate();
    let filled = numbered.filter(|(_, line)| !line.trim_ascii().is_empty());
    filled.map(|(place, line)| (place.saturating_add(1), line))
}
