//! Every text of the product, made by templates from the structured decision; never written inside a rule.
//!
//! There are three voices: French for the counter, French for the patient, English. Texts are data (`data/*.toml`),
//! compiled and proved when they are loaded: a template that names an unknown fact, forgets the filter of a date or of a
//! word, or needs a fact that may be absent is refused with its file and its line. The texts compiled in are proved by the
//! tests of this crate instead, so that they load faster.
//!
//! ```
//! use tierspayant_text::{Lang, Texts};
//! let texts = Texts::embedded()?;
//! assert_eq!(texts.word(Lang::Fr, "exemption_state", "ended"), "terminée");
//! # Ok::<(), tierspayant_text::TextError>(())
//! ```
#![forbid(unsafe_code)]

mod data;
mod draw;
mod error;
mod known;
mod page;
mod paper;
mod templates;
mod texts;
mod triage;
mod typography;
mod values;
mod verify;
mod voice;
mod worklist;

#[cfg(test)]
mod law_tests;
#[cfg(test)]
mod load_tests;

pub use draw::draw_timeline;
pub use error::{TextError, TextProblem};
pub use page::{Explained, Task, explain, todo};
pub use paper::Style;
pub use texts::Texts;
pub use triage::{TriageExplained, explain_triage};
pub use voice::{Audience, Lang, UnknownLang};
pub use worklist::{Balance, WorkRow, work_list};
