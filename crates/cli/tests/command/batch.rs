//! `batch`: tables in, tables out, and what is refused.

use crate::run::{file, run, text};

const LINES: &[u8] =
    b"claim_id,line_id,person,care_date,card,nature,category,exemption,relation,amount_cents,till\n\
    a,1,p1,2026-11-20,read,10,drug,4,related,100,7\n\
    a,2,p1,2026-11-20,read,10,drug,0,unrelated,,7\n\
    b,1,p2,2026-11-20,read,10,drug,4,related,100,7\n\
    c,1,p2,20/11/2026,read,10,drug,4,related,100,7\n";
const COVERAGE: &[u8] = b"person,start,end\np1,2019-03-01,\np2,2019-03-01,\n";
const CODES: &[u8] = b"person,start,ald,situation\np1,2019-03-01,1,0100\np2,2019-03-01,0,0100\n";

/// The columns of a CSV file, by name.
fn column(table: &str, name: &str) -> Vec<String> {
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let place = lines.next().unwrap().iter().position(|one| *one == name).unwrap();
    lines.map(|line| line[place].to_owned()).collect()
}

#[test]
fn each_line_has_its_answer_in_every_format() {
    let (lines, coverage, codes) = (
        file("batch-lines.csv", LINES),
        file("batch-coverage.csv", COVERAGE),
        file("batch-codes.csv", CODES),
    );
    for format in ["csv", "parquet", "arrow"] {
        let out = file(&format!("batch-out.{format}"), b"");
        let done = run(&[
            "batch",
            text(&lines),
            "--coverage",
            text(&coverage),
            "--codes",
            text(&codes),
            "--source",
            "adri",
            "--observed-at",
            "2026-11-20",
            "--extra",
            "keep",
            "--out",
            text(&out),
        ]);
        assert_eq!(done.status, Some(0), "{}", done.err);
        assert!(
            done.err
                .contains("4 lines: 3 with an answer, 1 that cannot be read"),
            "{}",
            done.err
        );
        if format == "csv" {
            let table = std::fs::read_to_string(&out).unwrap();
            assert_eq!(
                column(&table, "verdict"),
                ["billable", "billable", "not_billable", ""]
            );
            assert_eq!(column(&table, "error_code"), ["", "", "", "TP-IN-021"]);
            assert_eq!(column(&table, "till"), ["7"; 4]);
        } else {
            // What was written can be read: it has columns that lines do not have.
            let again = run(&["batch", text(&out), "--out", text(&file("batch-again.csv", b""))]);
            assert_eq!(again.status, Some(65));
            assert!(again.err.contains("lines.till: unknown column"), "{}", again.err);
        }
    }
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    let out = file("batch-none.csv", b"");
    let refused = |lines: &str| run(&["batch", lines, "--out", text(&out)]);
    let done = refused(text(&file("batch-short.csv", b"person\np\n")));
    assert_eq!(done.status, Some(65));
    assert!(
        done.err
            .contains("lines.care_date: this column is required [TP-TB-001]"),
        "{}",
        done.err
    );
    assert_eq!(refused("lines.txt").status, Some(65));
    assert_eq!(refused("no-such-file.parquet").status, Some(65));
    assert_eq!(
        refused(text(&file("batch-broken.parquet", b"PAR1"))).status,
        Some(65)
    );
}

#[test]
fn a_csv_file_may_have_semicolons_and_lines_of_a_claim_apart_are_refused() {
    let text_of = String::from_utf8(LINES.to_vec()).unwrap();
    let lines = file("batch-semicolons.csv", text_of.replace(',', ";").as_bytes());
    let out = file("batch-semicolons-out.csv", b"");
    let common = [
        "--extra",
        "ignore",
        "--known-by",
        "care_date",
        "--out",
        text(&out),
    ];
    let done = run(&[&["batch", text(&lines)][..], &common].concat());
    assert_eq!(done.status, Some(0), "{}", done.err);
    assert!(done.err.contains("4 lines: 3 with an answer"), "{}", done.err);
    let mut rows: Vec<&str> = text_of.lines().collect();
    rows.swap(2, 3);
    let apart = file("batch-apart.csv", rows.join("\n").as_bytes());
    let done = run(&[&["batch", text(&apart)][..], &common].concat());
    assert!(
        done.err.contains("4 lines: 2 with an answer, 2 that cannot"),
        "{}",
        done.err
    );
    let table = std::fs::read_to_string(&out).unwrap();
    assert!(
        column(&table, "error_code").contains(&"TP-TB-109".to_owned()),
        "{table}"
    );
}
