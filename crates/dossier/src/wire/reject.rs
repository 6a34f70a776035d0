//! A reject as it is written, with its claim and what is known of the rights.

use super::{ClaimWire, SnapshotWire, objects};
use crate::given::{Given, List, Text};

objects! {
    /// A whole document.
    RejectDocumentWire<'a> {
        format: Text<'a>,
        reject: Given<ReportWire<'a>>,
        claim: Given<ClaimWire<'a>>,
        rights: List<SnapshotWire<'a>>,
    }

    /// What a return said of the claim.
    ReportWire<'a> {
        key: Text<'a>,
        label: Text<'a>,
        share: Text<'a>,
        line: Text<'a>,
        returned_on: Text<'a>,
        amount_cents: Given<u64>,
    }
}
