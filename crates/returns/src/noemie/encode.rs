//! Writes synthetic files of returns, for tests and examples. No real file was copied here: the text is made from the layout alone.
//!
//! ```
//! use tierspayant_returns::noemie::{encode::TestFile, read};
//!
//! let file = TestFile::new("576")
//!     .entity("102", &[(6, "000000042"), (21, "007"), (30, "F")])
//!     .entity("198", &[(6, "00004250"), (14, "R"), (15, "00000000"), (23, "P")])
//!     .entity("294", &[(6, "0009-816ETM NON TROUVE EN BDO"), (96, "F"), (97, "O")]);
//! let returns = read(&file.encode()[..])?;
//! assert_eq!(returns.invoices[0].rejects[0].key.as_deref(), Some("0009-816"));
//! # Ok::<(), tierspayant_returns::ReturnsError>(())
//! ```

use super::layout::ENTITIES;
use crate::blocks::BLOCK;

/// A file of returns in the making.
#[derive(Clone)]
pub struct TestFile {
    reference: String,
    data: Vec<u8>,
    records: usize,
    lots: usize,
    made_on: String,
    sum: i64,
}

impl TestFile {
    /// A file of a fund of the general scheme, made on 2026-11-25, of this reference.
    pub fn new(reference: &str) -> Self {
        TestFile {
            reference: reference.to_owned(),
            data: Vec::new(),
            records: 2,
            lots: 0,
            made_on: "261125".to_owned(),
            sum: 0,
        }
    }

    /// The same, made on another day, written `AAMMJJ`.
    #[must_use]
    pub fn made_on(mut self, day: &str) -> Self {
        day.clone_into(&mut self.made_on);
        self
    }

    /// Adds an amount to the sum of the file.
    #[must_use]
    pub const fn sum(mut self, cents: i64) -> Self {
        self.sum = self.sum.saturating_add(cents);
        self
    }

    /// Adds an entity: its id and its fields, each with the position of its first character. Everything else is blank.
    #[must_use]
    pub fn entity(mut self, id: &str, fields: &[(usize, &str)]) -> Self {
        let length = ENTITIES
            .iter()
            .find(|entity| entity.id == id)
            .map_or(20, |entity| entity.length);
        let mut text = vec![b' '; length];
        put(&mut text, 1, id);
        put(&mut text, 4, "03");
        for (place, value) in fields {
            put(&mut text, *place, value);
        }
        put(&mut text, length, "@");
        self.data.extend(text);
        self.records = self.records.saturating_add(1);
        self.lots = self.lots.saturating_add(usize::from(id == "080"));
        self
    }

    /// The bytes of the file.
    pub fn encode(&self) -> Vec<u8> {
        let mut file = self.outer("000");
        let count = self.data.chunks(BLOCK - 1).count();
        for (place, data) in self.data.chunks(BLOCK - 1).enumerate() {
            let mut block = vec![b' '; BLOCK];
            put(&mut block, 1, if place + 1 == count { "1" } else { "0" });
            for (slot, byte) in block.iter_mut().skip(1).zip(data) {
                *slot = *byte;
            }
            file.extend(block);
        }
        let mut end = self.outer("999");
        put(&mut end, 56, &format!("{:08}", self.records));
        put(&mut end, 83, &format!("{:03}", self.lots));
        if self.sum != 0 {
            put(&mut end, 86, &format!("{:011}", self.sum.unsigned_abs()));
            put(&mut end, 97, if self.sum < 0 { "N" } else { "P" });
        }
        file.extend(end);
        file
    }

    fn outer(&self, id: &str) -> Vec<u8> {
        let mut block = vec![b' '; BLOCK];
        put(&mut block, 1, id);
        put(&mut block, 4, "CP00000000075101");
        put(&mut block, 56, &self.made_on);
        put(&mut block, 62, &self.reference);
        put(&mut block, 70, "U");
        block
    }
}

/// Writes a text at a position counted from 1; what does not fit is left out.
fn put(into: &mut [u8], place: usize, text: &str) {
    for (slot, byte) in into.iter_mut().skip(place.saturating_sub(1)).zip(text.bytes()) {
        *slot = byte;
    }
}
