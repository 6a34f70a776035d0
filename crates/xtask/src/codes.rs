//! `docs/errors.md`: every code of an error with what it means, from the sources that give them.

use crate::process::root;
use std::collections::BTreeMap;
use std::fs;

/// What the codes are of, and where they are given.
const SOURCES: [(&str, &str); 3] = [
    (
        "Documents in JSON, in every language",
        "crates/core/src/model/fault.rs",
    ),
    ("Tables and rows of the batch", "crates/batch/src/error.rs"),
    ("Calls of the C library", "crates/capi/src/error.rs"),
];

const HEAD: &str = "\
# The codes of errors

Written by `cargo xtask describe` from the sources. An error has a code, a place and a sentence, and never repeats a value of the input.
A code is never given to another kind of error, so that a program may act on it; the sentence may change.
";

/// The page.
pub(crate) fn page() -> String {
    let mut page = HEAD.to_owned();
    for (title, path) in SOURCES {
        let text = fs::read_to_string(root().join(path)).unwrap_or_default();
        page.push_str(&format!("\n## {title}\n\n| code | what is wrong |\n|---|---|\n"));
        for (code, doc) in codes(&text) {
            page.push_str(&format!("| `{code}` | {doc} |\n"));
        }
    }
    page
}

/// Each code with the comment of the variant or constant that it is given for.
fn codes(text: &str) -> BTreeMap<&str, String> {
    let docs = docs(text);
    let mut found = BTreeMap::new();
    let mut last = None;
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for word in line.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
            if docs.contains_key(word) {
                last = docs.get(word);
            }
        }
        if let Some((code, doc)) = code_of(line).zip(last) {
            found.entry(code).or_insert_with(|| doc.clone());
        }
    }
    found
}

/// The code that a line gives.
fn code_of(line: &str) -> Option<&str> {
    let start = line.find("\"TP-")?;
    line.get(start..)?.split('"').nth(1)
}

/// The comments of variants, as `Enum::Variant`, and of constants.
fn docs(text: &str) -> BTreeMap<String, String> {
    let mut docs = BTreeMap::new();
    let (mut of, mut doc) = (String::new(), Vec::new());
    for line in text.lines().map(str::trim) {
        let name: String = line
            .trim_start_matches("pub const ")
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        if let Some(about) = line.strip_prefix("///") {
            doc.push(about.trim().replace('|', "\\|"));
        } else if let Some(name) = line.strip_prefix("pub enum ") {
            of = name.trim_end_matches(" {").to_owned();
            doc.clear();
        } else if name.starts_with(char::is_uppercase) && !doc.is_empty() {
            let key = if line.starts_with("pub const ") {
                name
            } else {
                format!("{of}::{name}")
            };
            docs.insert(key, doc.join(" "));
            doc.clear();
        } else if line.is_empty() || name.starts_with(char::is_lowercase) {
            // The comment of a member of a variant ends with it.
            doc.clear();
        }
    }
    docs
}

#[cfg(test)]
mod tests {
    use super::{SOURCES, code_of, codes, page};
    use crate::process::root;
    use std::collections::BTreeSet;

    #[test]
    fn a_code_has_the_comment_of_its_variant_or_constant() {
        let text = "pub enum Fault {\n    /// Not there.\n    #[error(\"missing\")]\n    Missing,\n}\n\n/// No pointer.\npub const TP_NULL: i32 = -1;\n\n\
                    Fault::Missing => \"TP-IN-1\",\nnew(\n    TP_NULL,\n    \"TP-C-1\",\n";
        let found: Vec<_> = codes(text).into_iter().collect();
        assert_eq!(
            found,
            [
                ("TP-C-1", "No pointer.".to_owned()),
                ("TP-IN-1", "Not there.".to_owned())
            ]
        );
    }

    #[test]
    fn every_code_is_on_the_page() {
        let page = page();
        for (_, path) in SOURCES {
            let text = std::fs::read_to_string(root().join(path)).unwrap();
            let given: BTreeSet<&str> = text.lines().filter_map(code_of).collect();
            assert!(given.len() > 10, "{path}");
            for code in given {
                assert!(page.contains(&format!("| `{code}` | ")), "{code}");
            }
        }
    }
}
