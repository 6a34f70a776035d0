//! Documents out, in the form that they are read back.

mod compact;
mod digest;
mod json;

use compact::People;
pub use digest::digest;

use crate::FORMAT;
use crate::read::Body;
use compact::Compact;
use json::{Entries, Json};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io;
use tierspayant_core::model::{Dossier, Snapshot};

/// The document of a dossier, on one line. What was not said is left out, and a NIR is never written.
pub fn dossier_to_json(dossier: &Dossier) -> String {
    to_json(dossier)
}

/// The same document without its people: enough to see why a claim was decided as it was, as a support desk does.
/// What is left out is each `person`; the ids of the claim and of its lines are there.
pub fn dossier_without_people_to_json(dossier: &Dossier) -> String {
    Compact::of(Some(FORMAT), dossier, People::LeftOut)
}

/// A document on one line of JSON.
pub fn to_json<B: Body>(body: &B) -> String {
    Compact::of(Some(B::FORMAT), body, People::Named)
}

/// A document as indented JSON.
pub fn to_json_pretty<B: Body>(body: &B) -> String {
    // Text keys and texts that cannot fail to print: there is no error to tell.
    serde_json::to_string_pretty(&Whole(body)).unwrap_or_default()
}

/// The document `{"format", "rights"}` with these snapshots, on one line.
///
/// What was not said is left out. A NIR is never written: what identifies the person is the id, the birth date and
/// the birth rank. Read again, the rest gives equal snapshots, but that a maternity record whose period has no bound
/// comes back without a period.
pub fn snapshots_to_json(snapshots: &[Snapshot]) -> String {
    serde_json::to_string(&Rights(snapshots)).unwrap_or_default()
}

/// Writes the same document over several lines, with a line feed at its end.
pub fn write_snapshots(mut out: impl io::Write, snapshots: &[Snapshot]) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, &Rights(snapshots))?;
    out.write_all(b"\n")
}

/// A body with its format.
struct Whole<'a, B>(&'a B);

impl<B: Body> Serialize for Whole<'_, B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", B::FORMAT)?;
        self.0.write(&mut Entries(&mut map))?;
        map.end()
    }
}

/// Snapshots alone, with their format.
struct Rights<'a>(&'a [Snapshot]);

impl Serialize for Rights<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        let rights: Vec<_> = self.0.iter().map(Json).collect();
        map.serialize_entry("rights", &rights)?;
        map.end()
    }
}
