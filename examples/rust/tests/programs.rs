//! Both programs run as their first lines say, and print what they promise.

use std::path::Path;
use std::process::{Command, Output};

fn run(program: &str, arguments: &[&str]) -> std::io::Result<Output> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Command::new(program).args(arguments).current_dir(root).output()
}

#[test]
fn check_prints_the_page_and_exits_with_the_verdict() -> std::io::Result<()> {
    let program = env!("CARGO_BIN_EXE_check");
    let good = run(program, &["examples/data/dossier.json"])?;
    assert_eq!(good.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&good.stdout).starts_with("✓ Facturable en tiers payant"));

    // A claim alone is no dossier: the place on standard error, and nothing that looks like an answer.
    let bad = run(program, &["examples/data/reject.json"])?;
    assert_eq!(bad.status.code(), Some(65));
    assert!(bad.stdout.is_empty());
    assert!(String::from_utf8_lossy(&bad.stderr).contains("[TP-IN-"));
    Ok(())
}

#[test]
fn reasons_reads_both_sources_and_refuses_half_a_card() -> std::io::Result<()> {
    let files = [
        "examples/counter/claim.json",
        "examples/counter/card.in",
        "examples/counter/adri.json",
    ];
    let output = run(env!("CARGO_BIN_EXE_reasons"), &files)?;
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("half a card: refused: group "), "{text}");
    assert!(text.contains("claim: not_billable"), "{text}");
    assert!(text.contains("blocking: exemption.ended (not_granted)"), "{text}");
    assert!(text.contains("    end = 2026-10-31"), "{text}");
    Ok(())
}
