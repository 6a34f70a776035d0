//! The files compiled in, packed: only who changes a table reads them, and packed they are a sixth of their size.

use crate::files::{Files, NAMES};
use miniz_oxide::inflate::decompress_to_vec_with_limit;

include!(concat!(env!("OUT_DIR"), "/packed.rs"));

/// The files compiled in, to start from when only one is to be changed.
pub fn embedded_files() -> Files {
    let whole = decompress_to_vec_with_limit(PACKED, LENGTHS.iter().sum()).unwrap_or_default();
    let mut rest = whole.as_slice();
    let files = NAMES.iter().zip(LENGTHS).map(|(name, length)| {
        let (file, after) = rest.split_at_checked(*length).unwrap_or_default();
        rest = after;
        ((*name).to_owned(), String::from_utf8_lossy(file).into_owned())
    });
    files.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let files = embedded_files();
        assert_eq!(files.len(), NAMES.len());
        for (name, text) in files {
            let path = format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"));
            assert_eq!(text, std::fs::read_to_string(path).unwrap(), "{name}");
        }
    }
}
