//! The files of the texts.

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        /// Each file, with its content.
        pub(crate) const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../data/", $name)))),+];
    };
}

files!(
    "words.toml",
    "fragments.toml",
    "frames.toml",
    "reasons-rights.toml",
    "reasons-care.toml",
    "reasons-contracts.toml",
    "reasons-products.toml",
    "remedies.toml",
    "rejects.toml",
    "triage.toml",
);
