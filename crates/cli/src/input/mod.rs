//! What a command reads: files, their formats, and the dossier made of them.

mod dossier;
mod file;
mod format;

pub(crate) use dossier::dossier;
pub(crate) use file::Input;
pub(crate) use format::{RightsFormat, snapshots};
