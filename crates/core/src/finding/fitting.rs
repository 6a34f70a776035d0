//! The exemption code that fits a line: by what the care is, or by a right on record.

use super::context::{Context, is_yes};
use crate::evidence::Weighed;
use crate::model::{Code, Date, Relation, Setting, Trait, Voucher};
use crate::question::AskedLine;
use crate::tables::{ClaimedGround, DateRule, ExemptCare, Ground, GroundSet, Holds, RightKind};

impl<'a> Context<'a> {
    /// Another code than that of the line that a product or a right on record of that day gives it. None where the nature of
    /// insurance exempts, and under an AME, which pays in full under the code without exemption.
    pub(crate) fn fitting_code(&self, asked: &AskedLine, day: Date) -> Option<Code<4>> {
        let question = self.question;
        if question.is_exempt_by_nature() || question.carries(RightKind::Ame) {
            return None;
        }
        let other = |code: &Code<4>| asked.exemption != Some(*code);
        let by_product = self.code_by_product(asked).map(|(code, _)| code);
        let suggested = self.tables.codes.suggested_codes.iter();
        let mut on_record = suggested
            .filter(|(grounds, code)| other(code) && self.exempted_by(asked, *grounds, day).is_some());
        let by_product = by_product.filter(other);
        by_product.or_else(|| on_record.next().map(|(_, code)| *code))
    }

    /// What the record says of grounds that exempt a line on a day, as the rule of their code would find it.
    #[inline]
    pub(crate) fn exempted_by(
        &self,
        asked: &AskedLine,
        grounds: GroundSet,
        day: Date,
    ) -> Option<Weighed<'a>> {
        if self.evidence.grounds.intersects(grounds) {
            self.exempted_on_record(asked, grounds, day)
        } else {
            None
        }
    }

    fn exempted_on_record(&self, asked: &AskedLine, grounds: GroundSet, day: Date) -> Option<Weighed<'a>> {
        let wanted = self.fitting_grounds(asked, grounds);
        if !self.evidence.grounds.intersects(wanted) || !self.care_fits(asked, wanted) {
            return None;
        }
        let weighed = self.exemption(wanted, day);
        let codes = &self.tables.codes;
        let code = codes.suggested_code(grounds);
        let claimed = code.and_then(|code| codes.claim_codes.get(&code)).copied();
        // A code asks for all of its grounds, and code 3 for what the care is before any record.
        let whole = claimed.map_or(wanted, |claimed| codes.claimed.of(claimed));
        let by_product = claimed == Some(ClaimedGround::Particular)
            && (self.tables.products.exempt.traits().meets(asked.traits)
                || self
                    .tables
                    .policy
                    .decision_needed
                    .first_of(asked.traits)
                    .is_some());
        let yes_on = |day| is_yes(&self.exemption(wanted, day)) && is_yes(&self.exemption(whole, day));
        // The period of a maternity is one of care.
        let care = wanted
            .intersects(GroundSet::of(Ground::Maternity))
            .then_some(self.question.care_date);
        let mut days = [Some(day), care, self.other_day_that_counts(asked)]
            .into_iter()
            .flatten();
        let exempts = !by_product && days.all(yes_on);
        exempts.then_some(weighed)
    }

    /// The day of the prescription, where no table says which of both days counts.
    fn other_day_that_counts(&self, asked: &AskedLine) -> Option<Date> {
        let question = self.question;
        let open = asked.category.is_some() && question.date_rule(self.tables, asked) == DateRule::NotSettled;
        question.prescribed_on(asked).filter(|_| open)
    }

    /// The code of care that is exempt by what it is, and the trait that says so.
    pub(crate) fn code_by_product(&self, asked: &AskedLine) -> Option<(Code<4>, Trait)> {
        let codes = &self.tables.codes;
        if asked.has(Trait::MilitaryInfirmity) {
            return None;
        }
        if let Some(row) = self.exempts_now(asked) {
            return Some((codes.code_for(ClaimedGround::Particular)?, row.what));
        }
        // A minor has a voucher of another kind as well, which leaves the share due.
        let (flu, products) = (Trait::FluVaccine, &self.tables.products);
        let with_voucher = asked.has(flu)
            && products.exists_there(flu, asked.category, self.question.setting)
            && asked.facts.voucher == Some(Voucher::Present)
            && !self.question.is_outside_flu_campaign(self.tables)
            && self.question.is_minor(self.tables) != Some(true);
        if !with_voucher {
            return None;
        }
        Some((codes.code_for(ClaimedGround::Prevention)?, flu))
    }

    /// The row that exempts a line by what it is, where who bills it and the age fit.
    fn exempts_now(&self, asked: &AskedLine) -> Option<&'a ExemptCare> {
        let question = self.question;
        let Some(Holds::Now(row)) = question.exempt_care(self.tables, asked) else {
            return None;
        };
        let here = |setting: Setting| setting == question.setting;
        let products = &self.tables.products;
        if !products.exists_there(row.what, asked.category, question.setting) {
            return None;
        }
        let fits = row.code_known && row.setting.is_none_or(here) && question.age_is(row.ages) == Some(true);
        Some(row).filter(|_| fits)
    }

    /// Whether nobody of the age of the person has such a right, whatever day of birth the birth date leaves possible.
    pub(crate) fn is_implausible(&self, right: Ground) -> bool {
        let (identity, care) = (&self.evidence.identity, self.question.care_date);
        let policy = &self.tables.policy;
        right == Ground::Maternity && identity.is_below(care, policy.maternity_from_years)
    }

    /// Whether the care of a line is of the kind that these grounds exempt, as far as the line says.
    fn care_fits(&self, asked: &AskedLine, grounds: GroundSet) -> bool {
        let has = |ground: Ground| grounds.intersects(GroundSet::of(ground));
        let related = asked.relation == Relation::Related;
        (!(has(Ground::Ald) || has(Ground::SpecialEducation)) || related)
            && (!has(Ground::Infertility) || related || asked.has(Trait::Infertility))
            && !has(Ground::Newborn)
            && !(has(Ground::Maternity) && self.is_implausible(Ground::Maternity))
            // The payer of a pensioned infirmity pays for it whatever the code.
            && !asked.has(Trait::MilitaryInfirmity)
    }

    /// What of these grounds may exempt the care of a line: a pension does not exempt at the own fund what is related to
    /// it, for which another fund pays.
    fn fitting_grounds(&self, asked: &AskedLine, grounds: GroundSet) -> GroundSet {
        let military = self.tables.policy.military_scheme;
        if asked.relation == Relation::Related && self.question.scheme.regime != Some(military) {
            grounds.difference(GroundSet::of(Ground::Military))
        } else {
            grounds
        }
    }
}
