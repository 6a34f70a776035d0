//! What to do next: the remedies of a reason, but for those that cannot help.

use super::context::{Context, Finding};
use super::facts::FactKey;
use super::reason::{Effect, Reason};
use crate::evidence::{ContractQuery, Evidence, Freshness, Outcome, Said, View, said_contract, weigh};
use crate::ids::{RemedyId, RemedySet};
use crate::model::{Mode, Nature, Scheme, Share, Source};
use crate::question::Question;
use crate::tables::{Ground, GroundSet, Right, RightKind, SourceTrust, Tables};
use crate::verdict::DoubtBasis;

/// The remedies that send to a source, each with the source that answers.
const SOURCES_ASKED: [(RemedyId, Source); 3] = [
    (RemedyId::QueryAdri, Source::Adri),
    (RemedyId::UpdateCard, Source::Vitale),
    (RemedyId::AskAttestation, Source::Attestation),
];

impl Context<'_> {
    /// What the table of the reason asks for, where it can help this claim.
    pub(super) fn advice(&self, finding: &Finding) -> RemedySet {
        let reason = &finding.reason;
        let Some(info) = self.tables.rules.reason(reason.id) else {
            return reason.remedies;
        };
        let mut remedies = reason.remedies.union(info.remedies);
        let settled_online = finding.said_by.is_some_and(|(_, online, _)| online);
        if !settled_online {
            remedies = remedies.union(info.remedies_offline);
        }
        let right = finding.right.or(info.about);
        let had_some = info.remedies.union(info.remedies_offline) != RemedySet::NONE;
        // What would tell others of care that was asked for in secret is never asked.
        let secret = self.question.facts.mode == Some(Mode::Secrecy);
        if secret {
            remedies = SOURCES_ASKED
                .iter()
                .fold(remedies, |left, (remedy, _)| left.without(*remedy));
        }
        remedies = self.asked_of_who_can_show(remedies, right, reason.effect);
        let by_nature = self.question.nature == Some(Nature::Maternity)
            && right == Some(Right::Ground(Ground::Maternity));
        if by_nature {
            remedies = self.under_maternity(remedies, reason.effect, had_some);
        }
        // The fund knows nothing of an insurer's own contract.
        if right == Some(Right::Kind(RightKind::PrivateContract)) && remedies.has(RemedyId::ContactFund) {
            remedies = remedies.without(RemedyId::ContactFund).with(RemedyId::ContactAmc);
        }
        // A claim for the AMC share alone cannot ask for the other one instead.
        if !self.question.asks(Share::Amo) {
            remedies = remedies.without(RemedyId::AmoAlone);
        }
        // A day that is over is no day to wait for.
        let is_over = |day| self.question.as_of.is_some_and(|as_of| day <= as_of);
        if remedies.has(RemedyId::HoldUntil) && reason.facts.day(FactKey::RetryOn).is_some_and(is_over) {
            remedies = remedies.without(RemedyId::HoldUntil);
        }
        if remedies.has(RemedyId::AmoAlone) && css_or_ame_may_pay(self.tables, self.question, self.evidence) {
            remedies = remedies.without(RemedyId::AmoAlone);
        }
        let left = finding.without.iter().fold(remedies, RemedySet::without);
        // Whoever is stopped is told whom to ask at least, where the table had something to say.
        if left == RemedySet::NONE && had_some && !secret && reason.effect != Effect::Notice {
            left.with(who_to_ask(right))
        } else {
            left
        }
    }

    /// Who is asked can show the right and has not just said it; where nobody at hand can, who knows of it is asked.
    #[inline]
    fn asked_of_who_can_show(
        &self,
        mut remedies: RemedySet,
        right: Option<Right>,
        effect: Effect,
    ) -> RemedySet {
        let asks_a_source =
            |remedies: RemedySet| SOURCES_ASKED.iter().any(|(remedy, _)| remedies.has(*remedy));
        if !asks_a_source(remedies) {
            return remedies;
        }
        let mut shown_by_none = false;
        for (remedy, source) in SOURCES_ASKED {
            let scheme = self.question.scheme;
            if remedies.has(remedy)
                && right.is_some_and(|right| !may_show(self.tables, scheme, source, right))
            {
                remedies = remedies.without(remedy);
                shown_by_none = true;
            }
        }
        if remedies.has(RemedyId::QueryAdri) && self.adri_would_say_the_same(effect) {
            remedies = remedies.without(RemedyId::QueryAdri);
        }
        if shown_by_none && !asks_a_source(remedies) && effect != Effect::Notice {
            remedies = remedies.with(who_to_ask(right));
        }
        remedies
    }

    /// Under maternity the nature exempts, and there is no code to remove.
    fn under_maternity(&self, remedies: RemedySet, effect: Effect, had_some: bool) -> RemedySet {
        // The AME pays in full under nature 10: nobody is asked about a maternity.
        if self.question.carries(RightKind::Ame) && had_some {
            return RemedySet::NONE.with(RemedyId::CorrectNature);
        }
        if !remedies.has(RemedyId::RemoveExemption) {
            return remedies;
        }
        let left = remedies.without(RemedyId::RemoveExemption);
        // Nobody leaves the maternity that is being registered: one waits.
        if effect == Effect::Doubt(DoubtBasis::Pending) {
            left
        } else {
            left.with(RemedyId::CorrectNature)
        }
    }

    /// An exemption is not taken off a line that another code exempts: that code is put instead.
    pub(super) fn prefer_another_code(&self, reason: &mut Reason) {
        if !reason.remedies.has(RemedyId::RemoveExemption) {
            return;
        }
        let line = reason.line.map(usize::from);
        let Some(asked) = line.and_then(|line| self.question.lines.get(line)) else {
            return;
        };
        let day = reason.facts.day(FactKey::Date);
        let day = day.unwrap_or(self.question.care_date);
        if let Some(code) = self.fitting_code(asked, day) {
            let remedies = reason.remedies.without(RemedyId::RemoveExemption);
            reason.remedies = remedies.with(RemedyId::CorrectExemption);
            reason.facts.set_code(FactKey::Suggested, code);
        }
    }

    /// ADRi answered for this very care: only what it contradicts, or an older answer, is worth another question.
    fn adri_would_say_the_same(&self, effect: Effect) -> bool {
        let again = matches!(effect, Effect::Doubt(DoubtBasis::Conflict | DoubtBasis::Stale));
        let care = self.question.care_date;
        let fresh = |view: &View| {
            view.source == Source::Adri && view.speaks_on(care) && self.freshness(view) == Freshness::Fresh
        };
        !again && self.evidence.views.iter().any(fresh)
    }
}

/// Who knows of a right that no source at hand can show.
fn who_to_ask(right: Option<Right>) -> RemedyId {
    if right == Some(Right::Kind(RightKind::PrivateContract)) {
        RemedyId::ContactAmc
    } else {
        RemedyId::ContactFund
    }
}

/// Whether whom a remedy sends to can show a right; one that sends to no source always may help.
pub(crate) fn may_answer(tables: &Tables, scheme: Scheme, remedy: RemedyId, right: Option<Right>) -> bool {
    let asked = SOURCES_ASKED.iter().find(|(one, _)| *one == remedy);
    match (asked, right) {
        (Some((_, source)), Some(right)) => may_show(tables, scheme, *source, right),
        _ => true,
    }
}

/// Whether a source can show a right to a person of this scheme.
fn may_show(tables: &Tables, scheme: Scheme, source: Source, right: Right) -> bool {
    let trust = tables.source(source);
    let covered = |regime| !trust.schemes_not_covered.contains(&regime);
    can_show(trust, right) && scheme.regime.is_none_or(covered)
}

/// Whether a source can show a right; it may show some exemption.
fn can_show(trust: &SourceTrust, right: Right) -> bool {
    match right {
        Right::Kind(kind) => trust.shows.shows(kind),
        Right::Ground(ground) => trust.shows.shows_all(GroundSet::of(ground)),
        Right::AnyExemption => true,
    }
}

/// Whether a CSS or an AME may pay the complementary share, so that the patient is not asked for it.
pub(crate) fn css_or_ame_may_pay(tables: &Tables, question: &Question, evidence: &Evidence) -> bool {
    let care = question.care_date;
    [
        (RightKind::Css, ContractQuery::Css),
        (RightKind::Ame, ContractQuery::Ame),
    ]
    .into_iter()
    .any(|(kind, query)| {
        let weighed = weigh(&evidence.views, &tables.policy, question.card, care, |view| {
            said_contract(view, query, care)
        });
        match weighed.outcome {
            Outcome::Yes(_) | Outcome::Pending(_) | Outcome::Conflict => true,
            Outcome::No(_) => false,
            Outcome::Silent => question.carries(kind),
            Outcome::Stale => {
                let shown = |view| matches!(said_contract(view, query, care), Said::Yes(_));
                question.carries(kind) || weighed.by.is_some_and(shown)
            }
        }
    })
}
