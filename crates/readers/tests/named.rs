//! A reader is named wherever readers are listed by hand, fuzzed, and has a sample.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use std::fs;
use std::path::{Path, PathBuf};
use tierspayant_readers::Format;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn texts_in(folder: &str) -> String {
    let files = fs::read_dir(root().join(folder)).unwrap();
    files
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn every_reader_is_in_each_list_and_under_the_fuzzer() {
    let lists = [
        "bindings/python/python/tierspayant/_one.py",
        "bindings/wasm/index.d.mts",
        "examples/web/files.mjs",
    ];
    let texts = lists.map(|name| (name, fs::read_to_string(root().join(name)).unwrap()));
    let fuzzed = texts_in("fuzz/fuzz_targets");
    for format in Format::ALL {
        let word = format!("\"{format}\"");
        for (name, text) in &texts {
            assert!(text.contains(&word), "{name} does not name {word}");
        }
        let target = format!("Format::{format:?}");
        assert!(
            fuzzed.contains(&target),
            "no target of fuzz/fuzz_targets reads {target}"
        );
    }
}

#[test]
fn every_reader_has_a_sample() {
    let samples: Vec<String> = fs::read_dir(root().join("tests/readers"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    for format in Format::ALL {
        let word = format.as_str();
        let family = match word.split_once('-') {
            Some((family, _)) => family,
            None if word == "ssv" => "card",
            None => word,
        };
        assert!(
            samples.iter().any(|name| name.starts_with(family)),
            "tests/readers has no sample of {word}"
        );
    }
}
