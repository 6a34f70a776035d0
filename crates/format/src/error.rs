//! An input that was refused: one place and one fault.

use tierspayant_core::model::Fault;

/// Why an input was refused: one place and one fault.
///
/// Its text is one line, `place: fault`. Neither the text nor the debug print repeats a value of the input, and a
/// field name that was not expected is shown only when it looks like a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct InputError {
    place: Box<str>,
    #[source]
    fault: Fault,
}

impl InputError {
    pub(crate) fn new(place: impl Into<Box<str>>, fault: Fault) -> Self {
        InputError {
            place: place.into(),
            fault,
        }
    }

    /// Where it is: a path such as `rights[1].exemptions[0].start`, `document` for the whole, and a line and column
    /// or a byte when the input is not JSON at all.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What is wrong there.
    pub const fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The stable code of the fault, such as `TP-IN-021`.
    pub const fn code(&self) -> &'static str {
        self.fault.code()
    }
}
