//! The conversation, line by line.

use super::{Line, serve};
use std::cell::RefCell;
use std::io::{self, Read, Write};
use tierspayant_format::Limits;

fn limits() -> Limits {
    Limits {
        bytes: 8,
        ..Limits::default()
    }
}

fn echo(line: Line<'_>) -> String {
    match line {
        Line::Whole(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        Line::TooLong => "too long".to_owned(),
    }
}

fn said(input: &str) -> String {
    let mut output = Vec::new();
    assert!(serve(input.as_bytes(), &mut output, &limits(), echo).is_ok());
    String::from_utf8(output).unwrap()
}

#[test]
fn each_line_has_one_answer_in_order() {
    assert_eq!(said(""), "");
    assert_eq!(said("one\ntwo\n"), "one\ntwo\n");
    assert_eq!(
        said("one\n\ntwo"),
        "one\n\ntwo\n",
        "empty lines, and a last one without an end"
    );
    assert_eq!(said("12345678\n123456789\n1\n"), "12345678\ntoo long\n1\n");
    assert_eq!(said("123456789"), "too long\n");
    let long = "x".repeat(100_000);
    assert_eq!(
        said(&format!("{long}\n1\n{long}\n2")),
        "too long\n1\ntoo long\n2\n"
    );
}

/// A host that gives its next line once it has read the answer to the one before.
struct Patient<'a> {
    lines: Vec<&'static str>,
    answered: &'a RefCell<usize>,
    given: usize,
}

impl Read for Patient<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        assert_eq!(*self.answered.borrow(), self.given, "asked on before it answered");
        let Some(line) = self.lines.pop() else {
            return Ok(0);
        };
        self.given += 1;
        buffer[..line.len()].copy_from_slice(line.as_bytes());
        Ok(line.len())
    }
}

struct Counted<'a>(&'a RefCell<usize>);

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0.borrow_mut() += bytes.iter().filter(|byte| **byte == b'\n').count();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_answer_is_there_before_the_next_question() {
    let answered = RefCell::new(0);
    let host = Patient {
        lines: vec!["three\n", "two\n", "one\n"],
        answered: &answered,
        given: 0,
    };
    assert!(serve(host, Counted(&answered), &limits(), echo).is_ok());
    assert_eq!(*answered.borrow(), 3);
}
