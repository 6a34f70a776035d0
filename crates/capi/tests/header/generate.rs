//! What cbindgen prints.

use cbindgen::{Builder, Config, DocumentationStyle, Language, Style};

/// The declarations, in the order of the sources, without anything around them.
pub(crate) fn printed() -> String {
    let config = Config {
        language: Language::C,
        style: Style::Type,
        documentation_style: DocumentationStyle::C,
        line_length: 110,
        no_includes: true,
        usize_is_size_t: true,
        ..Config::default()
    };
    let mut printed = Vec::new();
    Builder::new()
        .with_crate(env!("CARGO_MANIFEST_DIR"))
        .with_config(config)
        .generate()
        .unwrap()
        .write(&mut printed);
    String::from_utf8(printed).unwrap()
}
