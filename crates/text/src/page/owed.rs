//! Who pays: what the patient pays and what is owed, by share, in words and with the amounts that are given.
//!
//! Rates and amounts of a share are never computed: the claim gives the amount of a line, and no more.

use super::Page;
use crate::layout::{Item, Layout, Sign};
use crate::typography::euros;
use crate::values::Variables;
use std::collections::HashSet;
use tierspayant_core::decision::LineDecision;
use tierspayant_core::finding::{Effect, Reason};
use tierspayant_core::ids::{ReasonId, RemedyId};
use tierspayant_core::model::{Line, Share, Trait};
use tierspayant_core::question::AskedContract;
use tierspayant_core::tables::RightKind;
use tierspayant_core::verdict::{ExemptionState, Verdict};
use tierspayant_core::whatif::Correction;

/// Lines that are paid in the same way.
struct Paid {
    amo: Option<&'static str>,
    amc: Option<&'static str>,
    /// Whether the whole tariff is paid.
    exempt: bool,
    /// Whether a right that is not used would pay it.
    missed: bool,
    lines: Vec<u16>,
    /// The sum of their amounts; absent where one of them is not given.
    cents: Option<u64>,
}

impl Page<'_> {
    pub(super) fn owed(&self, page: &mut Layout) {
        let groups = self.paid();
        if groups.is_empty() {
            return;
        }
        page.heading(self.bare("heading_owed"));
        for group in &groups {
            page.item(Item::entry(Sign::Bullet, self.paid_sentence(group)));
        }
    }

    fn paid(&self) -> Vec<Paid> {
        let mut groups: Vec<Paid> = Vec::new();
        let reasons = self.explained.decision.reasons.iter();
        let missed = reasons.filter(|reason| reason.id == ReasonId::ExemptionMissed);
        let missed: HashSet<u16> = missed.filter_map(|reason| reason.line).collect();
        let reasons = &self.explained.decision.reasons;
        let whole = reasons.iter().any(|reason| reason.id == ReasonId::ContractMissed);
        let lines = self
            .explained
            .claim
            .lines
            .iter()
            .zip(&self.explained.decision.lines);
        for (place, (line, found)) in lines.enumerate() {
            let Ok(place) = u16::try_from(place) else { break };
            // What is not paid is not told apart by what would be paid.
            let exempt = found.amo == Some(Verdict::Billable) && is_exempt(line, found);
            let (amo, amc) = (found.amo.map(Verdict::as_str), found.amc.map(Verdict::as_str));
            let missed = whole || missed.contains(&place);
            let same = |group: &&mut Paid| {
                (group.amo, group.amc, group.exempt, group.missed) == (amo, amc, exempt, missed)
            };
            match groups.iter_mut().find(same) {
                Some(group) => {
                    group.lines.push(place);
                    group.cents = group
                        .cents
                        .zip(line.amount_cents)
                        .and_then(|(sum, one)| sum.checked_add(one));
                }
                None => groups.push(Paid {
                    amo,
                    amc,
                    exempt,
                    missed,
                    lines: vec![place],
                    cents: line.amount_cents,
                }),
            }
        }
        groups
    }

    /// Whether the complementary share may be asked from the patient: somebody advises it, or a rule leaves no other way;
    /// never where another contract would pay it.
    fn patient_may_pay_the_rest(&self) -> bool {
        let contract = |one: &Correction| matches!(one, Correction::Contract { .. });
        if self.explained.corrections.iter().any(contract) {
            return false;
        }
        let mut reasons = self.explained.decision.reasons.iter();
        let pays = |reason: &Reason| {
            let left = reason.share == Some(Share::Amc) && matches!(reason.effect, Effect::Block(_));
            left && reason.remedies.has(RemedyId::PatientPays)
        };
        reasons.any(|reason| reason.remedies.has(RemedyId::AmoAlone) || pays(reason))
            || self.explained.corrections.contains(&Correction::AmoAlone)
    }

    fn paid_sentence(&self, group: &Paid) -> String {
        let several = self.explained.claim.lines.len() > 1;
        let lines = self.line_ids(&group.lines);
        let amount = group.cents.map(|cents| euros(self.lang, cents));
        let contract = self.explained.claim.contract;
        let kind = contract.map(|raw| AskedContract::new(self.explained.tables, raw).kind());
        let setting = Variables::default()
            .text("lines", Some(&*lines).filter(|_| several))
            .flag("many", group.lines.len() > 1)
            .text("amount", amount.as_deref())
            .word("amo", group.amo)
            .word("amc", group.amc)
            .flag("same", group.amo == group.amc)
            .flag("exempt", group.exempt)
            .flag("missed", group.missed)
            .flag("alone", self.patient_may_pay_the_rest())
            .flag("css", kind == Some(RightKind::Css))
            .flag("ame", kind == Some(RightKind::Ame));
        self.frame("owed", setting)
    }
}

/// Whether the exemption pays the whole tariff: drugs with a rate of their own may keep it.
fn is_exempt(line: &Line, found: &LineDecision) -> bool {
    let own_rate = line.traits.has(Trait::Rate15) || line.traits.has(Trait::Rate30);
    found.exemption == ExemptionState::Confirmed && !own_rate
}
