//! What cbindgen prints.

use cbindgen::{Builder, Config, DocumentationStyle, Language, Style};

/// The declarations, in the order of the sources, without anything around them.
pub(crate) fn printed() -> String {
    print(Builder::new().with_crate(env!("CARGO_MANIFEST_DIR")))
}

/// Those of the flat interface, whose calling convention is not one that cbindgen prints.
pub(crate) fn printed_flat() -> String {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/flat/mod.rs");
    let source = std::fs::read_to_string(source).unwrap();
    let copy = std::env::temp_dir().join(format!("tierspayant-flat-{}.rs", std::process::id()));
    std::fs::write(&copy, source.replace("extern \"system\"", "extern \"C\"")).unwrap();
    let printed = print(Builder::new().with_src(&copy));
    std::fs::remove_file(copy).unwrap();
    printed
}

fn print(builder: Builder) -> String {
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
    builder
        .with_config(config)
        .generate()
        .unwrap()
        .write(&mut printed);
    String::from_utf8(printed).unwrap()
}
