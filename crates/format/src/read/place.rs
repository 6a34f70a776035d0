//! Where in a document a fault is: the steps are noted one by one while the fault travels up.

use crate::error::InputError;
use std::cell::RefCell;
use tierspayant_core::model::Fault;
use tierspayant_core::model::record::{Misplaced, PathStep};

/// The place of a document as a whole.
pub(crate) const DOCUMENT: &str = "document";

/// What became of a reading: the first fault, and the steps above it, from the innermost.
#[derive(Default)]
pub(crate) struct Trouble {
    fault: RefCell<Option<Fault>>,
    steps: RefCell<Vec<String>>,
}

impl Trouble {
    /// Notes a fault of the place that is being read.
    pub(crate) fn tell(&self, fault: Fault) {
        self.fault.replace(Some(fault));
    }

    /// Notes a fault somewhere below the place that is being read.
    pub(crate) fn tell_below(&self, found: Misplaced) {
        self.tell(found.fault);
        for step in found.path.iter().rev() {
            match step {
                PathStep::Field(name) => self.below_field(name),
                PathStep::Item(index) => self.below_item(*index),
            }
        }
    }

    /// The fault is below this field.
    pub(crate) fn below_field(&self, name: &str) {
        let name = if looks_like_a_name(name) { name } else { "…" };
        self.steps.borrow_mut().push(format!(".{name}"));
    }

    /// The fault is below this item.
    pub(crate) fn below_item(&self, index: usize) {
        self.steps.borrow_mut().push(format!("[{index}]"));
    }

    /// The fault that was noted, if there is one.
    pub(crate) fn told(&self) -> Option<InputError> {
        self.fault.take().map(|fault| self.at(fault))
    }

    /// A fault of the place where reading stopped.
    pub(crate) fn at(&self, fault: Fault) -> InputError {
        let steps = self.steps.take();
        let place: String = steps.iter().rev().map(String::as_str).collect();
        match place.strip_prefix('.').unwrap_or(&place) {
            "" => InputError::new(DOCUMENT, fault),
            place => InputError::new(place, fault),
        }
    }
}

/// Whether a key that nobody expected may be repeated: a short word, with too few digits for a number or a date.
fn looks_like_a_name(key: &str) -> bool {
    let word = key
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    word && key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.len() <= 40 && digits <= 3
}
