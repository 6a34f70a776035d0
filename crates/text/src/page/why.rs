//! Why: every reason, the heaviest first, with the rule behind it.

use super::Page;
use super::merge::Parts;
use crate::kind::Kind;
use crate::layout::{Item, Layout, Sign};
use crate::texts::Told;
use crate::values::Variables;
use tierspayant_core::finding::{Reason, Severity};
use tierspayant_core::ids::{ReasonId, RejectClass};
use tierspayant_core::model::{Share, ShareSet};
use tierspayant_core::tables::Confidence;

/// One message with the parts that it is about.
pub(super) struct Group {
    pub severity: Severity,
    pub id: ReasonId,
    pub share: Option<Share>,
    pub parts: Parts,
    pub message: String,
    pub reject: Option<RejectClass>,
}

impl Page<'_> {
    /// Every reason, the heaviest first; with details, the law behind it and the reject to expect.
    pub(super) fn why(&self, page: &mut Layout) {
        let details = page.details;
        let groups = self.groups(!details);
        if groups.is_empty() {
            return;
        }
        page.heading(self.bare("heading_why"));
        for group in &groups {
            let tag = self.tag(group.share.as_slice(), &group.parts.lines);
            let sign = severity_sign(group.severity);
            page.item(Item::entry(sign, group.message.clone()).lead(tag));
            if details {
                page.item(Item::aside(2, self.reference(group)));
            }
        }
    }

    /// The reasons, merged where they say the same of several lines.
    pub(super) fn groups(&self, brief: bool) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for reason in &self.explained.decision.reasons {
            let severity = reason.effect.severity();
            let message = self
                .texts
                .reason_message(self.voice, reason, Told { alone: false, brief });
            let same = |group: &&mut Group| {
                (group.severity, group.id, group.share) == (severity, reason.id, reason.share)
                    && group.parts.lines.is_empty() == reason.line.is_none()
                    && group.message == message
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.parts.add(None, reason.line),
                None => groups.push(Group {
                    severity,
                    id: reason.id,
                    share: reason.share,
                    parts: parts_of(reason),
                    message,
                    reject: reason.reject(&self.explained.tables.rules),
                }),
            }
        }
        groups
    }

    /// `règle K-05 · L861-5 CSS · officiel`, and what to expect when the claim is sent all the same.
    fn reference(&self, group: &Group) -> String {
        let (id, severity) = (group.id, group.severity);
        let rules = &self.explained.tables.rules;
        let rule = rules.rule(id.rule());
        let reference = rule.map(|rule| &rule.reference);
        // A choice of the product is told in French by its reference and in English by the title of its rule.
        let chosen = rule.filter(|rule| rule.reference.confidence == Confidence::Product);
        let setting = Variables::default()
            .text("rule", Some(id.rule().as_str()))
            .text("title", chosen.map(|rule| &*rule.title))
            .text("reference", reference.map(|one| &*one.text))
            .word("confidence", reference.map(|one| one.confidence.as_str()));
        let law = self.texts.lower(self.voice, Kind::Frame, "reference", setting);
        let info = rules.reason(id);
        let reject = group.reject.filter(|_| severity != Severity::Notice);
        let reject = reject.map(|class| self.texts.reject(self.lang, class));
        let indu = info.and_then(|info| info.indu);
        if reject.is_none() && indu.is_none() {
            return law;
        }
        let setting = Variables::default()
            .word("severity", Some(severity.as_str()))
            .text("reject", reject.as_deref())
            .word("indu", indu.map(|one| one.as_str()));
        let risk = self.texts.lower(self.voice, Kind::Frame, "risk", setting);
        format!("{law} · {risk}")
    }
}

fn parts_of(reason: &Reason) -> Parts {
    let mut parts = Parts::default();
    parts.add(reason.share.map(ShareSet::from), reason.line);
    parts
}

const fn severity_sign(severity: Severity) -> Sign {
    match severity {
        Severity::Blocking => Sign::No,
        Severity::Doubt => Sign::Unsure,
        Severity::Notice => Sign::Bullet,
    }
}
