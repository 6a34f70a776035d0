//! The digest of a dossier: enough to recognise it, useless to find out whom it is about.

use sha2::{Digest, Sha256};
use std::hash::{Hash, Hasher};
use tierspayant_core::model::Dossier;

/// Hexadecimal SHA-256 of everything in a dossier but the identity of people.
///
/// It is the same on every machine: numbers are fed in one width and byte order.
pub(crate) fn dossier_digest(dossier: &Dossier) -> String {
    let mut feed = Feed(Vec::with_capacity(1024));
    dossier.hash(&mut feed);
    Sha256::digest(&feed.0)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The bytes to digest: a digest is quicker over one run of bytes than over many small ones.
struct Feed(Vec<u8>);

impl Hasher for Feed {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn write_u32(&mut self, number: u32) {
        self.write(&number.to_le_bytes());
    }

    fn write_i32(&mut self, number: i32) {
        self.write(&number.to_le_bytes());
    }

    fn write_u64(&mut self, number: u64) {
        self.write(&number.to_le_bytes());
    }

    fn write_usize(&mut self, number: usize) {
        self.write(&u64::try_from(number).unwrap_or(u64::MAX).to_le_bytes());
    }

    fn write_isize(&mut self, number: isize) {
        self.write(&i64::try_from(number).unwrap_or(i64::MAX).to_le_bytes());
    }

    /// Nobody asks for it: the digest is read from the feed.
    fn finish(&self) -> u64 {
        0
    }
}
