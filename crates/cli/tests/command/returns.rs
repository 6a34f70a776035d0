//! `returns` and `todo`: files of returns, joined with the claims.

use crate::run::{file as written, run, sample, text};

/// The claim that the sample of a return came back on.
const CLAIM: &str = r#"{"format":"tierspayant/1","claim":{"id":"42/007","care_date":"2026-11-20","transmission_date":"2026-11-20","card":"read","nature":"10","third_party":["amo"],"lines":[{"id":"1","category":"drug","exemption":"4","relation":"related","amount_cents":4250}]},"rights":[{"source":"adri","observed_at":"2026-11-26","coverage":[{"start":"2019-01-01"}],"codes":[{"end":"2026-10-31","ald":"1","situation":"0100"},{"start":"2026-11-01","ald":"0","situation":"0100"}]}]}"#;

#[test]
fn a_return_is_joined_with_its_claim() {
    let claims = written("returns-claims.jsonl", format!("{CLAIM}\n\n").as_bytes());
    let file = sample("noemie-576.ret");
    let done = run(&[
        "returns",
        text(&file),
        "--claims",
        text(&claims),
        "--format",
        "jsonl",
    ]);
    assert_eq!(done.status, Some(1), "{}", done.err);
    let rows: Vec<serde_json::Value> = done
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(rows.len(), 3);
    for (field, value) in [
        ("state", "rejected"),
        ("class", "etm_not_in_bdo"),
        ("cause", "ended"),
        ("caught", "doubted"),
    ] {
        assert_eq!(rows[0][field], value, "{field}");
    }
    let cents = |field: &str| rows.iter().map(|row| row[field].as_i64().unwrap()).sum::<i64>();
    assert_eq!(
        (cents("asked_cents"), cents("paid_cents"), cents("unpaid_cents")),
        (5_890, 640, 5_250)
    );
}

#[test]
fn the_work_list_says_what_to_do_and_where_each_cent_is() {
    let claims = written("todo-claims.jsonl", CLAIM.as_bytes());
    let file = sample("noemie-576.ret");
    let done = run(&["todo", text(&file), "--claims", text(&claims), "--width", "400"]);
    assert_eq!(done.status, Some(1), "{}", done.err);
    assert!(done.out.starts_with("À faire\u{a0}: 2 parts"), "{}", done.out);
    assert!(
        done.out.contains("Facture 42, lot 007 · AMO · 42,50"),
        "{}",
        done.out
    );
    assert!(done.out.contains("Demandé 58,90"), "{}", done.out);
    for personal in ["185057599900", "SPECIMEN", "850514"] {
        assert!(!done.out.contains(personal) && !done.err.contains(personal));
    }
}

/// Nobody is told that all is paid while a row could not be read.
#[test]
fn a_row_that_could_not_be_read_has_its_exit_status() {
    let header = "N° facture;Part;Montant;Payé;Motif\n";
    let status_of = |name: &str, rows: &str| {
        let list = written(name, format!("{header}{rows}").as_bytes());
        run(&["todo", text(&list), "--width", "400"])
    };
    let gap = status_of("todo-gap.csv", "42;RO;abc;0;DROITS FERMES\n43;RO;1,00;1,00;\n");
    assert_eq!(gap.status, Some(3), "{}", gap.err);
    assert!(
        gap.out.contains("ligne 2") && !gap.out.contains("tout est payé"),
        "{}",
        gap.out
    );
    let whole = status_of("todo-whole.csv", "43;RO;1,00;1,00;\n");
    assert_eq!(whole.status, Some(0), "{}", whole.err);
    let work = status_of("todo-work.csv", "42;RO;abc;0;X\n44;RO;2,00;0;DROITS FERMES\n");
    assert_eq!(work.status, Some(1), "{}", work.err);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let list = written("returns-list.csv", "Ref;Somme\n42;douze\n43;1,00\n".as_bytes());
    let mapped = [
        "returns",
        text(&list),
        "--column",
        "Ref=invoice",
        "--column",
        "Somme=asked",
    ];
    let done = run(&mapped);
    assert_eq!(done.out.lines().count(), 2, "{}", done.out);
    assert!(
        done.err
            .contains("row 2, asked: not an amount, as 42,50; the row is left out"),
        "{}",
        done.err
    );
    let done = run(&["returns", text(&list)]);
    assert_eq!(done.status, Some(65));
    assert!(
        done.err.contains("byte 0: no row names a column of invoices"),
        "{}",
        done.err
    );
    let done = run(&["todo", text(&list), "--column", "Ref=nothing"]);
    assert_eq!(done.status, Some(64));
    let claims = written("returns-bad.jsonl", "{\"format\":\"tierspayant/1\"}\n".as_bytes());
    let done = run(&["todo", text(&sample("noemie-576.ret")), "--claims", text(&claims)]);
    assert!(done.err.contains("line 1: claim: "), "{}", done.err);
    assert_eq!(done.status, Some(65));
}

/// The files of a made-up year, in a folder of their own.
fn year(name: &str) -> (std::path::PathBuf, tierspayant_returns::synthetic::Year) {
    use tierspayant_returns::synthetic::{Recipe, year};
    let recipe = Recipe {
        invoices: 600,
        ..Recipe::starting("2025-11-01".parse().unwrap())
    };
    let year = year(&recipe);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for file in &year.files {
        let path = folder.join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.bytes).unwrap();
    }
    (folder, year)
}

/// A command over the year, with its files of returns in some order.
fn over(folder: &std::path::Path, command: &str, backwards: bool, more: &[&str]) -> crate::run::Done {
    let mut files: Vec<_> = std::fs::read_dir(folder.join("returns"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    if backwards {
        files.reverse();
    }
    let (claims, rights, sent) = (
        folder.join("claims.jsonl"),
        folder.join("rights.jsonl"),
        folder.join("sent.csv"),
    );
    let mut arguments = vec![command];
    arguments.extend(files.iter().map(|file| text(file)));
    arguments.extend([
        "--claims",
        text(&claims),
        "--rights",
        text(&rights),
        "--sent",
        text(&sent),
    ]);
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn two_commands_give_the_work_list_and_the_causes_of_a_year() {
    let (folder, year) = year("year");
    let done = over(&folder, "returns", false, &["--format", "jsonl"]);
    assert_eq!((done.status, done.err.as_str()), (Some(1), ""));
    let rows: Vec<serde_json::Value> = done
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let cents = |field: &str| rows.iter().map(|row| row[field].as_i64().unwrap()).sum::<i64>();
    let totals = year.totals;
    assert_eq!(
        (cents("asked_cents"), cents("paid_cents"), cents("unpaid_cents")),
        (totals.asked, totals.paid, totals.asked - totals.paid)
    );
    // Each reject of the obligatory share has its class and a cause that the rights show; the check foresaw none that it could not.
    let refused: Vec<_> = rows
        .iter()
        .filter(|row| row["class"] == "etm_not_in_bdo")
        .collect();
    assert!(refused.len() > 10, "{}", refused.len());
    for row in refused {
        let cause = row["cause"].as_str().unwrap();
        assert!(
            matches!(cause, "ended" | "never_recorded" | "forced" | "stale_data"),
            "{row}"
        );
        assert!(row["caught"].is_string() && row["next"].is_string(), "{row}");
    }
    let backwards = over(&folder, "returns", true, &["--format", "jsonl"]);
    assert_eq!(backwards.out, done.out, "the order of the files changes nothing");

    let done = over(
        &folder,
        "todo",
        false,
        &["--width", "400", "--today", "2027-01-01"],
    );
    assert_eq!(done.status, Some(1), "{}", done.err);
    let asked = format!("Demandé{},{:02}", totals.asked / 100, totals.asked % 100);
    let packed: String = done
        .out
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    assert!(packed.contains(&asked), "{asked}: {}", done.out);
    let rates = over(&folder, "returns", false, &["--rates", "operator"]);
    let first = rates.out.lines().nth(1).unwrap();
    assert!(
        first.starts_with(",op3,") && first.contains("hand_typed_training"),
        "{}",
        rates.out
    );
    let split = over(
        &folder,
        "returns",
        false,
        &["--rates", "share", "--since", "2026-05-01"],
    );
    assert_eq!(split.out.lines().count(), 5, "{}", split.out);
    for to in ["payer", "patient"] {
        let done = over(&folder, "todo", false, &["--message", to]);
        assert!(done.out.contains("facture"), "{}", done.out);
        assert!(!done.out.contains("1850575999") && !done.out.contains("p000"));
    }
}

#[test]
fn an_answer_of_the_engine_says_what_its_amounts_count_or_the_caller_does() {
    let whole = r#"{"lstFacturesTP":[{"noFacture":"1","etatAMO":"R","montantAMO":1200}]}"#;
    let file = written("returns-jfse.json", whole.as_bytes());
    let done = run(&["returns", text(&file)]);
    assert_eq!(done.status, Some(65));
    assert!(done.err.contains("euros or cents"), "{}", done.err);
    let done = run(&["returns", text(&file), "--amounts", "cents", "--format", "jsonl"]);
    assert!(done.out.contains(r#""asked_cents":1200"#), "{}", done.out);
}
