//! The text of a message about a row of the work list: to the fund or the insurer that refused it, or to the patient. It is text for a person to read,
//! change and send; it names no person, asks for no money, and is never a letter of collection.

use crate::intake::Follow;
use crate::words::words;
use tierspayant_core::triage::Work;
use tierspayant_text::{Lang, Medium, MessageTo, Texts, work_list, work_message};

words! {
    /// Whom a message is for.
    To {
        /// The fund or the insurer that refused the share.
        Payer = "payer",
        /// The patient.
        Patient = "patient",
    }
}

impl From<To> for MessageTo {
    fn from(to: To) -> Self {
        match to {
            To::Payer => MessageTo::Payer,
            To::Patient => MessageTo::Patient,
        }
    }
}

impl Follow {
    /// The work list as a page: what to do, by the step that cures it; what to wait for; and where every cent is.
    pub fn work_list(&self, texts: &Texts, lang: Lang, medium: impl Into<Medium>) -> String {
        let rows: Vec<_> = self.rows.iter().map(crate::report::Followed::work_row).collect();
        work_list(texts, &rows, &self.balance, &self.gaps, lang, medium)
    }

    /// A message about each row that asks for something, one after the other.
    pub fn messages(&self, texts: &Texts, to: To, lang: Lang) -> String {
        let rows = self.rows.iter().filter(|one| one.row.state.work() == Work::Now);
        let messages = rows.map(|one| work_message(texts, &one.work_row(), to.into(), lang));
        messages.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
#[path = "messages_tests.rs"]
mod tests;
