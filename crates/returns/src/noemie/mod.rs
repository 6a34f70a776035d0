//! NOEMIE-PS: what a fund or a complementary insurer sends back to the professional.
//!
//! The layout comes from public descriptions and was never run on a fund's own file. It is redundant, and every file proves or refutes it:
//! a file is accepted only where each known entity closes where it must, and where the first and the last block are what they must be; otherwise it is
//! refused with the offset. What the file says of its own counts and sums is compared and reported in [`Returns::checks`], and refuses nothing: what
//! exactly is counted and summed is not public.
//!
//! Of persons nothing is read: the entities 103, 110 and 120, member numbers and free comments are passed over and listed as such.
//!
//! ```
//! use tierspayant_returns::noemie;
//!
//! let refused = noemie::read(&b"not a return"[..]).unwrap_err();
//! assert_eq!(refused.offset, 0);
//! ```

mod checks;
#[cfg(any(test, feature = "test-files"))]
pub mod encode;
mod layout;
mod parts;
mod stream;
#[cfg(test)]
mod tests;

use super::model::{Deduction, FileHead, ReturnedInvoice, Returns, ReturnsError};
use crate::fields::Fields;
use checks::Checks;
use std::collections::BTreeSet;
use std::io::Read;
use stream::{Next, Stream};
use tierspayant_core::model::{Date, Share};
use tierspayant_readers::{Unused, Why};

/// Reads a whole file.
///
/// # Errors
///
/// Where the file is not what the layout says; the offset of the first fault is told, never a value.
pub fn read(input: impl Read) -> Result<Returns, ReturnsError> {
    let mut reader = Reader::open(input)?;
    let mut invoices = Vec::new();
    while let Some(invoice) = reader.next_invoice()? {
        invoices.push(invoice);
    }
    let end = reader.finish();
    Ok(Returns { invoices, ..end })
}

/// A file read invoice by invoice. What it gives counts only once [`Reader::next_invoice`] has given `None`: a fault further on refuses the file.
pub struct Reader<R> {
    stream: Stream<R>,
    head: FileHead,
    invoice: Option<ReturnedInvoice>,
    /// What holds for the invoices that follow.
    accounted_on: Option<Date>,
    payer: Option<String>,
    lot: Option<String>,
    deductions: Vec<Deduction>,
    unused: BTreeSet<(String, u8)>,
    checks: Checks,
    ended: bool,
}

impl<R: Read> Reader<R> {
    /// Opens a file and reads its head.
    ///
    /// # Errors
    ///
    /// Where the file is empty or begins otherwise.
    pub fn open(input: R) -> Result<Self, ReturnsError> {
        let (stream, first) = Stream::open(input)?;
        Ok(Reader {
            stream,
            head: parts::head(&Fields {
                bytes: first.as_slice(),
            }),
            invoice: None,
            accounted_on: None,
            payer: None,
            lot: None,
            deductions: Vec::new(),
            unused: BTreeSet::new(),
            checks: Checks::default(),
            ended: false,
        })
    }

    /// The next invoice; `None` after the last one, once the end of the file was read and is right.
    ///
    /// # Errors
    ///
    /// At the first entity that is not what the layout says.
    pub fn next_invoice(&mut self) -> Result<Option<ReturnedInvoice>, ReturnsError> {
        while !self.ended {
            match self.stream.next()? {
                Next::End(block) => {
                    let last = self.closed();
                    self.checks.end(
                        &Fields {
                            bytes: block.as_slice(),
                        },
                        self.stream.blocks_read,
                    );
                    self.ended = true;
                    return Ok(last);
                }
                Next::Unknown(id) => {
                    self.checks.entity();
                    self.note(&String::from_utf8_lossy(&id), Why::Unknown);
                }
                Next::Known(entity, bytes) => {
                    self.checks.entity();
                    if let Some(done) = self.entity(entity.id, entity.personal, &Fields { bytes: &bytes }) {
                        return Ok(Some(done));
                    }
                }
            }
        }
        Ok(None)
    }

    /// What the file held besides its invoices.
    pub fn finish(self) -> Returns {
        let unused = self.unused.into_iter();
        Returns {
            head: self.head,
            invoices: Vec::new(),
            deductions: self.deductions,
            checks: self.checks.list(),
            unused: unused
                .map(|(place, why)| Unused {
                    place,
                    why: reason(why),
                })
                .collect(),
        }
    }

    /// Takes one entity in; gives back the invoice before it where it closes one.
    fn entity(&mut self, id: &str, personal: bool, fields: &Fields<'_>) -> Option<ReturnedInvoice> {
        if personal {
            self.note(id, Why::Personal);
            return None;
        }
        match id {
            "100" | "102" => {
                let done = self.closed();
                let mut invoice = parts::invoice(id, fields);
                invoice.lot = invoice.lot.or_else(|| self.lot.clone());
                invoice.accounted_on = self.accounted_on;
                invoice.payer.clone_from(&self.payer);
                self.checks.invoice();
                self.invoice = Some(invoice);
                return done;
            }
            "070" | "071" => {
                let done = self.closed();
                self.accounted_on = fields.day(layout::accounting::DATE);
                self.payer = (id == "071")
                    .then(|| fields.text(layout::accounting::PAYER))
                    .flatten();
                if id == "071" {
                    self.note("071 labels of the transfer", Why::NotNeeded);
                }
                return done;
            }
            "080" => {
                let done = self.closed();
                self.lot = fields
                    .text(layout::lot::NUMBER)
                    .map(|text| super::model::lot(&text));
                self.checks.lot();
                return done;
            }
            "020" | "040" | "081" => {
                self.note(id, Why::NotNeeded);
                return self.closed();
            }
            "990" => {
                let done = self.closed();
                self.checks.control(fields);
                return done;
            }
            "250" => {
                let deduction = parts::deduction(fields);
                match self.invoice.as_mut() {
                    Some(invoice) => invoice.deductions.push(deduction),
                    None => {
                        if deduction.is_taken() {
                            self.checks.taken(deduction.amount_cents.saturating_abs());
                        }
                        self.deductions.push(deduction);
                    }
                }
            }
            _ => self.inside(id, fields),
        }
        None
    }

    /// An entity that belongs to the invoice that is open.
    fn inside(&mut self, id: &str, fields: &Fields<'_>) {
        let Some(invoice) = self.invoice.as_mut() else {
            self.note(id, Why::NoOwner);
            return;
        };
        match id {
            "198" => invoice.shares.push(parts::share(Share::Amo, fields)),
            "199" => {
                invoice.shares.push(parts::share(Share::Amc, fields));
                self.note("199 member number", Why::Personal);
            }
            "210" => invoice.lines.push(parts::line(fields)),
            "290" => invoice.rejects.push(parts::signal(fields)),
            "294" => {
                invoice.rejects.push(parts::reject(fields));
                self.note("294 extra text", Why::Personal);
            }
            "295" | "262" => self.note(id, Why::Personal),
            other => self.note(other, Why::NotNeeded),
        }
    }

    fn closed(&mut self) -> Option<ReturnedInvoice> {
        let invoice = self.invoice.take()?;
        self.checks.closed(&invoice);
        Some(invoice)
    }

    fn note(&mut self, place: &str, why: Why) {
        self.unused.insert((place.to_owned(), rank(why)));
    }
}

/// The reasons that this reader gives, in the order in which they are listed.
const REASONS: [Why; 4] = [Why::Unknown, Why::Personal, Why::NotNeeded, Why::NoOwner];

fn rank(why: Why) -> u8 {
    let place = REASONS.iter().position(|one| *one == why);
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(u8::MAX)
}

fn reason(rank: u8) -> Why {
    REASONS.get(usize::from(rank)).copied().unwrap_or(Why::Unknown)
}
