//! Writes synthetic files of claims, for tests and examples. No real file was copied here: the text is made from the layout alone.

use crate::blocks::BLOCK;

/// A file of claims in the making.
#[derive(Clone)]
pub struct TestClaims {
    norm: &'static str,
    records: Vec<Vec<u8>>,
    invoices: usize,
}

impl TestClaims {
    /// A file of an establishment, with one lot `007`.
    pub fn establishment() -> Self {
        TestClaims {
            norm: "CP",
            records: Vec::new(),
            invoices: 0,
        }
    }

    /// A file of a professional, with one lot `007`.
    pub fn professional() -> Self {
        TestClaims {
            norm: "",
            ..TestClaims::establishment()
        }
    }

    /// Adds a record: its type and its fields, each with the position of its first character. Everything else is blank.
    #[must_use]
    pub fn record(mut self, kind: &str, fields: &[(usize, &str)]) -> Self {
        let record = record(kind, fields);
        // The first record of an invoice has no letter where its companions have one.
        let companion = |place: usize| record.get(place).is_some_and(u8::is_ascii_alphabetic);
        let place = if self.norm == "CP" { 38 } else { 36 };
        self.invoices = self
            .invoices
            .saturating_add(usize::from(kind == "2" && !companion(place)));
        self.records.push(record);
        self
    }

    /// The bytes of the file.
    pub fn encode(&self) -> Vec<u8> {
        let mut file = record("000", &[(62, self.norm), (66, "B2")]);
        file.extend(record("1", &[(20, "007")]));
        for one in &self.records {
            file.extend(one);
        }
        let invoices = format!("{:03}", self.invoices);
        file.extend(record("6", &[(11, &invoices), (52, "007")]));
        file.extend(record("999", &[]));
        file
    }
}

fn record(kind: &str, fields: &[(usize, &str)]) -> Vec<u8> {
    let mut text = vec![b' '; BLOCK];
    for (place, value) in [(1, kind)].iter().chain(fields) {
        for (slot, byte) in text.iter_mut().skip(place.saturating_sub(1)).zip(value.bytes()) {
            *slot = byte;
        }
    }
    text
}
