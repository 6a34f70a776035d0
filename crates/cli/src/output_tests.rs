//! When a text is coloured.

use super::colored;
use clap::ColorChoice::{Always, Auto, Never};
use std::ffi::OsString;

fn with(name: &'static str, value: &'static str) -> impl Fn(&str) -> Option<OsString> {
    move |asked| (asked == name).then(|| value.into())
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let plain = |_: &str| None;
    assert!(colored(Auto, true, plain));
    assert!(!colored(Auto, false, plain));
    assert!(colored(Auto, true, with("NO_COLOR", "")));
    assert!(!colored(Auto, true, with("NO_COLOR", "1")));
    assert!(!colored(Auto, true, with("TERM", "dumb")));
    assert!(colored(Always, false, with("NO_COLOR", "1")));
    assert!(!colored(Never, true, plain));
}
