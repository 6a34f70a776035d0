//! Which format goes with which file.

use super::super::{Cli, Command};
use clap::Parser;

/// The files and formats of a command line, or `None` when it is refused.
fn pairs(line: &str) -> Option<Vec<String>> {
    let words = ["tierspayant", "check", "--claim", "c"]
        .into_iter()
        .chain(line.split_whitespace());
    let Command::Check(args) = Cli::try_parse_from(words).ok()?.command else {
        return None;
    };
    let files = args.dossier.rights().iter();
    Some(
        files
            .map(|file| format!("{} {}", file.path.display(), file.from))
            .collect(),
    )
}

#[test]
fn a_format_goes_with_the_file_before_it() {
    let check = |line: &str, expected: &[&str]| assert_eq!(pairs(line).unwrap(), expected, "{line}");
    check("", &[]);
    check("--rights a", &["a json"]);
    check("--rights a --from ssv", &["a ssv"]);
    check("--rights a --rights b --from ssv", &["a json", "b ssv"]);
    check("--rights a --from ssv --rights b", &["a ssv", "b json"]);
    check(
        "--rights=a --from=ssv --lang en --rights=b --from=c2s",
        &["a ssv", "b c2s"],
    );
    check(
        "--rights b --from json --rights b --from ssv --rights a",
        &["b json", "b ssv", "a json"],
    );
}

#[test]
fn a_format_without_its_file_is_refused() {
    for line in [
        "--from ssv",
        "--from ssv --rights a",
        "--rights a --from ssv --from ssv",
        "--rights a --from b",
    ] {
        assert_eq!(pairs(line), None, "{line}");
    }
}
