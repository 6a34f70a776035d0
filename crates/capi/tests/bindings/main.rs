//! The bindings of `bindings/generated` are those that the header gives: whole, and never older than it.
//!
//! `TP_UPDATE=1 cargo test -p tierspayant-capi --test bindings` writes them again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what is wrong by failing"
)]

mod cpp;
mod csharp;
mod delphi;
mod flat;
mod java;
mod model;
mod script;

use std::fs;
use std::path::Path;

#[test]
fn the_bindings_are_those_of_the_header() {
    let header = model::header("include/tierspayant.h");
    let flat = model::header("include/tierspayant_flat.h");
    let files = [
        ("../c/include/tierspayant.hpp", cpp::written(&header)),
        ("csharp/TiersPayant.cs", csharp::written(&header)),
        ("delphi/tierspayant.pas", delphi::written(&header)),
        ("java/TiersPayant.java", java::written(&header)),
        ("java22/TiersPayant.java", java::foreign(&header)),
        ("node/tierspayant.mjs", script::node(&header)),
        ("php/TiersPayant.php", script::php(&header)),
        ("vb/TiersPayant.bas", flat::visual_basic(&header, &flat)),
        ("windev/tierspayant.wl", flat::windev(&header, &flat)),
    ];
    for (name, written) in files {
        for function in &header.functions {
            // C++ has the header itself; VB and WinDev call the flat functions.
            let declares = !["../c", "vb", "windev"]
                .iter()
                .any(|start| name.starts_with(start));
            assert!(
                !declares || written.contains(&function.name),
                "{name} has no {}",
                function.name
            );
        }
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../bindings/generated")
            .join(name);
        if std::env::var_os("TP_UPDATE").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &written).unwrap();
        }
        assert!(
            fs::read_to_string(&file).is_ok_and(|committed| committed == written),
            "bindings/generated/{name} is not current: run TP_UPDATE=1 cargo test -p tierspayant-capi --test bindings"
        );
    }
}
