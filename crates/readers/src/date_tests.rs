use super::*;

fn on(text: &str) -> Day {
    Day::On(text.parse().unwrap())
}

#[test]
fn nothing_is_never_a_date() {
    for text in [
        "",
        "  ",
        "\0\0\0",
        "0",
        "00000000",
        "000000000000",
        "0000-00-00",
        "null",
        "NULL",
        " 00000000 ",
    ] {
        assert_eq!(day(text), Ok(Day::NotSet), "{text:?}");
    }
}

#[test]
fn every_form_in_use() {
    for text in [
        "20240229",
        "202402290000",
        "20240229235959",
        "2024-02-29",
        "2024-02-29T10:00:00Z",
        "2024-02-29 10:00",
    ] {
        assert_eq!(day(text), Ok(on("2024-02-29")), "{text:?}");
    }
}

#[test]
fn impossible_days_are_faults() {
    for text in [
        "20230229",
        "19421901",
        "19531332",
        "2024",
        "202402",
        "20240200",
        "29/02/2024",
        "2024-2-29",
        "2024-02-29x",
        "abcdefgh",
        "é024-02-29",
        "202402291",
        "2024-02-29T10h",
    ] {
        assert_eq!(day(text), Err(NotADate), "{text:?}");
    }
}

#[test]
fn nines_are_an_open_end_and_no_start() {
    for text in ["99991231", "99999999", "9999-12-31", "999912310000"] {
        assert_eq!(end(text), Ok(None), "{text:?}");
        assert_eq!(start(text), Err(NotADate), "{text:?}");
    }
}

#[test]
fn moments_keep_the_time_they_have() {
    let text = |text: &str| moment(text).unwrap().map(|moment| moment.to_string());
    assert_eq!(text("20201207").as_deref(), Some("2020-12-07"));
    assert_eq!(text("202012070912").as_deref(), Some("2020-12-07T09:12:00"));
    assert_eq!(
        text("2020-12-07T09:12:30").as_deref(),
        Some("2020-12-07T09:12:30")
    );
    assert_eq!(text("202012072912").as_deref(), Some("2020-12-07"));
    assert_eq!(text("00000000"), None);
}
