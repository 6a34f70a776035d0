//! What a command reads: files, their formats, and the dossier made of them.

mod dossier;
mod file;
mod format;
mod tables;

pub(crate) use dossier::dossier;
pub(crate) use file::Input;
pub(crate) use format::{RightsFormat, snapshots};
pub(crate) use tables::engine;
