//! Every text of the product, made by templates from the structured decision; never written inside a rule.
//!
//! There are three voices: French for the counter, French for the patient, English. Texts are data (`data/*.toml`),
//! compiled and proved by the build script: a template that names an unknown fact, forgets the filter of a date or of a
//! word, or needs a fact that may be absent fails the build with its file and its line. At run time they are constants.
//!
//! ```
//! use tierspayant_text::{Lang, Texts};
//! let texts = Texts::embedded();
//! assert_eq!(texts.word(Lang::Fr, "exemption_state", "ended"), "terminée");
//! ```
#![forbid(unsafe_code)]

mod draw;
mod html;
mod kind;
mod layout;
mod medium;
mod page;
mod paper;
mod template;
mod texts;
mod triage;
mod typography;
mod values;
mod voice;
mod worklist;

// The build script, tested as what it is: code.
#[cfg(test)]
#[path = "../build/compile.rs"]
mod compile;
#[cfg(test)]
#[path = "../build/data.rs"]
mod data;
#[cfg(test)]
#[path = "../build/error.rs"]
mod error;
#[cfg(test)]
#[path = "../build/files.rs"]
mod files;
#[cfg(test)]
#[path = "../build/known.rs"]
mod known;
#[cfg(test)]
#[path = "../build/pack.rs"]
mod pack;
#[cfg(test)]
#[path = "../build/proof.rs"]
mod proof;
#[cfg(test)]
#[path = "../build/tree.rs"]
mod tree;
#[cfg(test)]
#[path = "../build/voices.rs"]
mod voices;

#[cfg(test)]
#[path = "../build/load_tests.rs"]
mod load_tests;

#[cfg(test)]
mod law_tests;

pub use draw::{MarkedDays, draw_timeline, timeline_svg};
pub use html::STYLE_SHEET;
pub use medium::{HtmlFrame, HtmlStyle, Medium};
pub use page::{Explained, Task, explain, todo};
pub use paper::Style;
pub use texts::Texts;
pub use triage::{TriageExplained, explain_triage};
pub use voice::{Audience, Lang, UnknownLang};
pub use worklist::{Balance, Gaps, MessageTo, Unread, WorkRow, work_list, work_message};
