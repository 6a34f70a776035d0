//! Wrong usage: status 64, and never an answer. Help and version are no mistakes.

use crate::run::run;

#[test]
fn wrong_usage() {
    for args in [
        &[][..],
        &["chekc"],
        &["check"],
        &["check", "a.json", "b.json"],
        &["check", "a.json", "--claim", "b.json"],
        &["check", "a.json", "--rights", "b.json"],
        &["check", "a.json", "--from", "ssv"],
        &["check", "--rights", "b.json"],
        &["check", "--claim", "a.json", "--from", "ssv"],
        &["check", "--claim", "a.json", "--from", "ssv", "--rights", "b.in"],
        &[
            "check", "--claim", "a.json", "--rights", "b.in", "--from", "ssv", "--from", "json",
        ],
        &[
            "check", "--claim", "a.json", "--rights", "b.in", "--from", "vitale",
        ],
        &["check", "--claim", "-", "--rights", "-"],
        &["check", "--claim", "a.json", "--rights", "-", "--rights", "-"],
        &["check", "a.json", "--lang", "de"],
        &["check", "a.json", "--format", "xml"],
        &["check", "a.json", "--audience", "fund"],
        &["check", "a.json", "--color", "sometimes"],
        &["check", "a.json", "--observed-at", "yesterday"],
        &["check", "a.json", "--observed-at", "2026-11-20"],
        &["check", "--claim", "a.json", "--observed-at", "2026-11-20"],
        &[
            "check",
            "--claim",
            "a.json",
            "--rights",
            "b.in",
            "--observed-at",
            "20261120",
        ],
        &["read"],
        &["read", "a.in", "--from", "b2"],
        &["read", "a.in", "--observed-at", ""],
        &["timeline"],
    ] {
        let done = run(args);
        assert_eq!(done.status, Some(64), "{args:?}: {}", done.err);
        assert_eq!(done.out, "", "{args:?}");
        assert!(!done.err.is_empty() && !done.err.contains("panic"), "{args:?}");
    }
}

#[test]
fn a_mistake_is_explained() {
    let formats: Vec<&str> = tierspayant::readers::Format::ALL
        .iter()
        .map(|one| one.as_str())
        .collect();
    let done = run(&[
        "check", "--claim", "a.json", "--rights", "b.in", "--from", "vitale",
    ]);
    assert!(
        done.err.contains(&format!("json, {}", formats.join(", "))),
        "{}",
        done.err
    );
    let done = run(&["check", "--claim", "a.json", "--from", "ssv", "--rights", "b.in"]);
    assert!(
        done.err
            .contains("each --from names the format of the --rights before it"),
        "{}",
        done.err
    );
    let done = run(&["check", "--claim", "-", "--rights", "-"]);
    assert_eq!(done.err, "tierspayant: standard input can be read only once\n");
}

#[test]
fn help_and_version() {
    for args in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["check", "--help"],
        &["read", "--help"],
        &["timeline", "--help"],
    ] {
        let done = run(args);
        assert_eq!((done.status, &*done.err), (Some(0), ""), "{args:?}");
        assert!(done.out.contains("Usage: tierspayant"), "{args:?}");
    }
    let done = run(&["--version"]);
    assert_eq!(done.status, Some(0));
    assert_eq!(done.out, format!("tierspayant {}\n", env!("CARGO_PKG_VERSION")));
}
