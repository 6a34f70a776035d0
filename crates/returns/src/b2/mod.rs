//! B2: a file of claims before it is sent, of establishments and of professionals, so that each can be checked.
//!
//! Electronic sheets (FSE) are signed and enciphered, and never read from here: a plain B2 file holds what is sent outside of them. The layouts come
//! from public descriptions and were never run on a fund's own file: each record has 128 characters, begins with its type, and stands where it may; a
//! lot says how many invoices it holds. Anything else is refused with its offset.
//!
//! Nothing of a person is read: no NIR, no name, no birth date, no rank. A check of such a claim joins its rights by the invoice.
//!
//! What a line bills (`category`) is told only by the records that go with it (pharmacy, devices, biology, CCAM acts, stays): where none
//! does, it is not said.
//!
//! ```
//! use tierspayant_returns::b2::{B2Options, encode::TestClaims, read};
//!
//! let file = TestClaims::establishment()
//!     .record("2", &[(30, "000000042"), (39, "1"), (49, "01"), (51, "751"), (54, "0000"), (77, "10"), (79, "4")])
//!     .record("4", &[(70, "261120"), (76, "CS"), (108, "0001750"), (115, "0002500")]);
//! let claims = read(&file.encode()[..], &B2Options::default())?;
//! assert_eq!(claims.claims[0].claim.lines[0].exemption.map(|code| code.to_string()).as_deref(), Some("4"));
//! # Ok::<(), tierspayant_returns::ReturnsError>(())
//! ```

#[cfg(any(test, feature = "test-files"))]
pub mod encode;
mod layout;
mod parts;
#[cfg(test)]
mod tests;

use crate::blocks::Blocks;
use crate::fields::Fields;
use crate::model::ReturnsError;
use layout::{LOT, LOT_INVOICES, Layout, NORM};
use parts::Draft;
use std::collections::BTreeSet;
use std::io::Read;
use tierspayant_core::model::{Claim, Setting, Share};
use tierspayant_readers::{Unused, Why};

/// What the caller knows of a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct B2Options {
    /// Who bills; absent: a hospital for the layout of establishments, a pharmacy where pharmacy records stand, another profession otherwise.
    pub setting: Option<Setting>,
}

/// The claims of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct B2Claims {
    /// The claims, in the order of the file; an invoice with care of several days gives one for each day.
    pub claims: Vec<SentClaim>,
    /// Every kind of record or field that was present and not used, with the reason.
    pub unused: Vec<Unused>,
}

/// One claim of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentClaim {
    /// Number of the invoice, without its leading zeros.
    pub invoice: String,
    /// Number of the lot.
    pub lot: Option<String>,
    /// The claim; its person is not said.
    pub claim: Claim,
    /// What each share asks for, in cents.
    pub asked: Vec<(Share, i64)>,
}

/// Reads a file.
///
/// # Errors
///
/// Where the file is not what the layout says; the offset of the first fault is told, never a value.
pub fn read(input: impl Read, options: &B2Options) -> Result<B2Claims, ReturnsError> {
    let mut blocks = Blocks::new(input);
    let Some(head) = blocks.next()?.filter(|head| head.bytes.starts_with(b"000")) else {
        return Err(ReturnsError::new(0, "a file of claims begins with a record 000"));
    };
    let norm = Fields { bytes: &head.bytes }.text(NORM);
    let layout = match norm.as_deref() {
        Some(norm) if norm.starts_with("CP") => Layout::Establishment,
        _ => Layout::Professional,
    };
    let mut file = File {
        layout,
        options,
        lot: None,
        in_lot: 0,
        draft: None,
        claims: Vec::new(),
        unused: BTreeSet::new(),
    };
    let mut ended = false;
    while let Some(block) = blocks.next()? {
        if ended {
            return Err(ReturnsError::new(
                block.offset,
                "there is more after the record 999",
            ));
        }
        ended = file.record(&block.bytes, block.offset)?;
    }
    if !ended {
        return Err(ReturnsError::new(0, "the file ends without a record 999"));
    }
    Ok(B2Claims {
        claims: file.claims,
        unused: file
            .unused
            .into_iter()
            .map(|place| Unused {
                place,
                why: Why::NotNeeded,
            })
            .chain(std::iter::once(Unused {
                place: "identity of the records 2".to_owned(),
                why: Why::Personal,
            }))
            .collect(),
    })
}

/// A file being read.
struct File<'o> {
    layout: Layout,
    options: &'o B2Options,
    lot: Option<String>,
    /// Invoices of the lot so far.
    in_lot: i64,
    draft: Option<Draft>,
    claims: Vec<SentClaim>,
    unused: BTreeSet<String>,
}

impl File<'_> {
    /// Takes one record in; says whether it was the last one.
    fn record(&mut self, bytes: &[u8; crate::blocks::BLOCK], offset: u64) -> Result<bool, ReturnsError> {
        let fields = Fields { bytes };
        let places = self.layout.places();
        match bytes.first() {
            Some(b'9') if bytes.starts_with(b"999") => {
                self.close(offset)?;
                return Ok(true);
            }
            Some(b'1') => {
                self.close(offset)?;
                self.lot = fields.text(LOT);
                self.in_lot = 0;
            }
            Some(b'2') => match fields.letter(places.kind_of_2).filter(char::is_ascii_alphabetic) {
                None => {
                    self.close(offset)?;
                    self.in_lot = self.in_lot.saturating_add(1);
                    self.draft = Some(Draft::new(self.layout, &fields, self.lot.clone()));
                }
                Some(kind) => self.note(format!("2{kind}")),
            },
            Some(line @ (b'3' | b'4')) => {
                let kind = fields
                    .letter(places.kind_of_line)
                    .filter(char::is_ascii_alphabetic);
                let kind = kind.or_else(|| second_kind(self.layout, &fields));
                let Some(draft) = self.draft.as_mut() else {
                    return Err(ReturnsError::new(offset, "a line stands before any invoice"));
                };
                match kind {
                    None => draft.line(*line == b'3', &fields),
                    Some(kind) => {
                        if !draft.detail(kind, &fields) {
                            self.note(format!("{}{kind}", char::from(*line)));
                        }
                    }
                }
            }
            Some(b'5') => self.note("5".to_owned()),
            Some(b'6') => {
                self.close(offset)?;
                let said = fields.number(LOT_INVOICES).filter(|said| *said != 0);
                if said.is_some_and(|said| said != self.in_lot) {
                    return Err(ReturnsError::new(
                        offset,
                        "the lot does not hold as many invoices as it says",
                    ));
                }
            }
            _ => return Err(ReturnsError::new(offset, "no record of claims begins so")),
        }
        Ok(false)
    }

    fn close(&mut self, offset: u64) -> Result<(), ReturnsError> {
        if let Some(draft) = self.draft.take() {
            self.claims.extend(
                draft
                    .finish(self.options)
                    .map_err(|problem| ReturnsError::new(offset, problem))?,
            );
        }
        Ok(())
    }

    fn note(&mut self, place: String) {
        self.unused.insert(format!("record {place}"));
    }
}

/// In the layout of establishments, the records that go with a stay say what they are at another place than those that go with an act.
fn second_kind(layout: Layout, fields: &Fields<'_>) -> Option<char> {
    match layout {
        Layout::Establishment => fields.letter((39, 39)).filter(char::is_ascii_alphabetic),
        Layout::Professional => None,
    }
}
