//! The first line: the answer in one sentence.

use super::{Page, mark};
use crate::layout::{Item, Layout, Role};
use crate::values::Variables;
use tierspayant_core::model::Share;
use tierspayant_core::verdict::Verdict;

impl Page<'_> {
    pub(super) fn answer(&self, page: &mut Layout) {
        let sign = mark(self.explained.decision.verdict());
        let answer = Item::of(Role::Answer, 0, self.answer_sentence());
        page.item(answer.sign(sign).tone(sign.tone()));
    }

    /// Verdict, shares, basis and guarantee.
    pub(super) fn answer_sentence(&self) -> String {
        let decision = self.explained.decision;
        let verdict = decision.verdict();
        let (amo, amc) = (decision.share(Share::Amo), decision.share(Share::Amc));
        let word = |one: Option<Verdict>| one.map(Verdict::as_str);
        let setting = Variables::default()
            .word("verdict", Some(verdict.as_str()))
            .word("basis", verdict.basis())
            .word("guarantee", Some(decision.guarantee().as_str()))
            .word("amo", word(amo))
            .word("amc", word(amc))
            .flag("split", word(amo) != word(amc));
        self.frame("answer", setting)
    }
}
