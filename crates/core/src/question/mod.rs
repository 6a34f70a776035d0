//! The claim as the rules meet it: decoded, and cheap to change for a what-if.

pub mod silence;

use crate::evidence::Evidence;
use crate::model::{
    CardState, Category, Claim, ClaimAccident, ClaimContract, ClaimFacts, Code, Date, Dossier, Line,
    LineFacts, Nature, Origin, PrescriptionState, Relation, Scheme, Setting, Share, ShareSet, Trait, Traits,
};
use crate::tables::{
    AgeRange, CareForAges, ClaimedGround, ContractNumber, ContractType, DateRule, ExemptCare, Holds,
    RightKind, Tables,
};

/// A dossier ready to be decided: the question and the evidence, decoded through one set of tables.
#[derive(Clone, Debug)]
pub struct Case {
    /// What is asked.
    pub question: Question,
    /// What was said.
    pub evidence: Evidence,
}

/// The claim, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The day the question is asked.
    pub as_of: Option<Date>,
    /// The day of the care.
    pub care_date: Date,
    /// The day of the prescription.
    pub prescription_date: Option<Date>,
    /// The day of transmission.
    pub transmission_date: Option<Date>,
    /// What became of the card.
    pub card: Option<CardState>,
    /// Nature d'assurance.
    pub nature: Option<Nature>,
    /// The accident it names.
    pub accident: Option<ClaimAccident>,
    /// The contract it carries.
    pub contract: Option<AskedContract>,
    /// The shares that ask for tiers payant.
    pub third_party: ShareSet,
    /// Who bills; a pharmacy where the claim does not say.
    pub setting: Setting,
    /// Whether the claim says who bills.
    pub setting_said: bool,
    /// The scheme it names.
    pub scheme: Scheme,
    /// The first and the last day on which the person may have been born.
    pub born: Option<(Date, Date)>,
    /// What only who bills knows.
    pub facts: ClaimFacts,
    /// The lines.
    pub lines: Vec<AskedLine>,
}

/// One line, decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AskedLine {
    /// The place of its id among the ids of the claim, in alphabetical order.
    pub rank: u16,
    /// What it bills.
    pub category: Option<Category>,
    /// Its exemption code as written.
    pub exemption: Option<Code<4>>,
    /// What the code asks for.
    pub claimed: Claimed,
    /// Relation to the condition that exempts.
    pub relation: Relation,
    /// Where the exemption came from.
    pub origin: Option<Origin>,
    /// Amount in cents.
    pub amount_cents: Option<u64>,
    /// Facts that rules need.
    pub traits: Traits,
    /// What only who bills it knows.
    pub facts: LineFacts,
}

/// What the exemption code of a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claimed {
    /// The line does not say.
    NotStated,
    /// The code is in no table.
    Unknown,
    /// The code asks for this.
    Known(ClaimedGround),
}

/// The contract of a claim, decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AskedContract {
    /// As the claim carries it.
    pub raw: ClaimContract,
    /// What its number stands for.
    pub number: ContractNumber,
    /// What its type stands for.
    pub contract_type: ContractType,
}

impl Case {
    /// Decodes a dossier through the tables.
    pub fn new(tables: &Tables, dossier: &Dossier) -> Self {
        Case {
            question: Question::new(tables, dossier),
            evidence: Evidence::new(tables, dossier),
        }
    }
}

impl Question {
    /// Decodes the claim of a dossier through the tables.
    pub fn new(tables: &Tables, dossier: &Dossier) -> Self {
        Question::asked_on(tables, &dossier.claim, dossier.as_of)
    }

    /// Decodes a claim through the tables, asked on a day.
    pub fn asked_on(tables: &Tables, claim: &Claim, as_of: Option<Date>) -> Self {
        // Mostly they are in order.
        let in_order = claim.lines.is_sorted_by(|one, next| one.id < next.id);
        let mut ids: Vec<&str> = Vec::new();
        if !in_order {
            ids.extend(claim.lines.iter().map(|line| &*line.id));
            ids.sort_unstable();
        }
        let rank = |place: usize, line: &Line| {
            let before = if in_order {
                place
            } else {
                ids.partition_point(|one| **one < *line.id)
            };
            u16::try_from(before).ok()
        };
        Question {
            as_of,
            care_date: claim.care_date,
            prescription_date: claim.prescription_date,
            transmission_date: silence::transmission_date(claim.transmission_date, as_of),
            card: silence::card(claim.card, claim.facts.mode),
            nature: claim.nature,
            accident: claim.accident,
            contract: claim.contract.map(|raw| AskedContract::new(tables, raw)),
            third_party: silence::shares_of(claim),
            setting: silence::setting(claim.setting),
            setting_said: claim.setting.is_some(),
            scheme: claim.scheme,
            facts: claim.facts,
            born: claim.person.birth_date.and_then(|birth| birth.days()),
            lines: claim
                .lines
                .iter()
                .enumerate()
                .map(|(place, line)| AskedLine {
                    rank: rank(place, line).unwrap_or(u16::MAX),
                    category: line.category,
                    exemption: line.exemption,
                    claimed: Claimed::of(tables, line.exemption),
                    relation: silence::relation(line.relation),
                    origin: line.origin,
                    amount_cents: line.amount_cents,
                    traits: line.traits,
                    facts: line.facts,
                })
                .collect(),
        }
    }

    /// Asks the same of its claim on another day.
    pub(crate) fn ask_again(&mut self, claim: &Claim, as_of: Option<Date>) {
        self.as_of = as_of;
        self.transmission_date = silence::transmission_date(claim.transmission_date, as_of);
    }

    /// Whether the age on the day of the care is in a range; `None` where the birth date leaves it open.
    pub fn age_is(&self, ages: AgeRange) -> Option<bool> {
        if ages.is_open() {
            return Some(true);
        }
        self.holds_at_age(|age| ages.contains(age))
    }

    /// Whether care for some ages is for this person's on the day of the care; `None` where the birth date leaves it open.
    pub fn is_of_age_for(&self, care: &CareForAges) -> Option<bool> {
        self.holds_at_age(|age| care.is_for(age, self.care_date))
    }

    fn holds_at_age(&self, holds: impl Fn(i32) -> bool) -> Option<bool> {
        let (first, last) = self.born?;
        let oldest = holds(self.care_date.age_of(first));
        (oldest == holds(self.care_date.age_of(last))).then_some(oldest)
    }

    /// Whether the person is a minor on the day of the care; `None` where the birth date leaves it open.
    pub fn is_minor(&self, tables: &Tables) -> Option<bool> {
        self.age_is(AgeRange {
            from: None,
            below: Some(tables.policy.age_of_majority),
        })
    }

    /// The row of care that is exempt by what it is that decides on a line, if it is such care.
    #[inline]
    pub fn exempt_care<'t>(&self, tables: &'t Tables, line: &AskedLine) -> Option<Holds<'t, ExemptCare>> {
        tables.products.exempt(line.traits, line.category, self.care_date)
    }

    /// Whether a line bills care that needs no prescription by its own rule.
    #[inline]
    pub fn without_prescription(&self, tables: &Tables, line: &AskedLine) -> bool {
        let Some(Holds::Now(row)) = self.exempt_care(tables, line) else {
            return false;
        };
        // Under an AME the code is 0, whatever exempts.
        let code = line.claims(ClaimedGround::Particular) || self.carries(RightKind::Ame);
        let exempt = || code && self.age_is(row.ages) != Some(false);
        row.without_prescription && (!row.prescribed_unless_exempt || exempt())
    }

    /// Whether a line has no prescription: its own rule asks for none, or it says so.
    #[inline]
    pub fn no_prescription(&self, tables: &Tables, line: &AskedLine) -> bool {
        line.facts.prescription.state == Some(PrescriptionState::None)
            || self.without_prescription(tables, line)
    }

    /// The day of the prescription of a line.
    #[inline]
    pub fn prescribed_on(&self, line: &AskedLine) -> Option<Date> {
        if line.facts.prescription.state == Some(PrescriptionState::None) {
            return None;
        }
        line.facts.prescription.date.or(self.prescription_date)
    }

    /// Whether the care lies outside the part of the year in which the fund's vouchers of flu vaccines hold.
    pub fn is_outside_flu_campaign(&self, tables: &Tables) -> bool {
        let policy = &tables.policy;
        let campaign = policy.flu_campaign(self.scheme.fund);
        campaign.is_some_and(|one| !one.holds_on(&policy.flu_campaign_starts, self.care_date))
    }

    /// Whether a share asks for tiers payant.
    pub fn asks(&self, share: Share) -> bool {
        self.third_party.contains(share)
    }

    /// Whether the claim holds a word that the tables do not: its nature, a code or a trait of a line.
    pub fn not_understood(&self) -> bool {
        let line = |line: &AskedLine| line.traits.has_unknown() || line.claimed == Claimed::Unknown;
        matches!(self.nature, Some(Nature::Unknown(_))) || self.lines.iter().any(line)
    }

    /// Whether the claim carries a CSS.
    pub fn carries(&self, kind: RightKind) -> bool {
        self.contract.is_some_and(|contract| contract.kind() == kind)
    }

    /// Whether the nature of insurance exempts, whatever the code.
    pub(crate) const fn is_exempt_by_nature(&self) -> bool {
        matches!(
            self.nature,
            Some(Nature::Maternity | Nature::Accident | Nature::Prevention)
        )
    }

    /// Where the exemption that a line claims came from, when it was set without reading it from a source. Under
    /// maternity and accident the nature of insurance exempts, whatever the code.
    pub const fn set_by_hand(&self, line: &AskedLine) -> Option<Origin> {
        let by_nature = matches!(self.nature, Some(Nature::Maternity | Nature::Accident));
        match (line.origin, line.claimed) {
            (None | Some(Origin::Card | Origin::Adri | Origin::Prescription), _) => None,
            (_, Claimed::NotStated | Claimed::Known(ClaimedGround::NoExemption)) if !by_nature => None,
            (Some(Origin::Manual | Origin::Setting), _) => line.origin,
        }
    }

    /// The rule of dates for a line, once the contract of the claim is taken into account.
    #[inline]
    pub fn date_rule(&self, tables: &Tables, line: &AskedLine) -> DateRule {
        if self.no_prescription(tables, line) {
            return DateRule::Care;
        }
        // A medical profession prescribes its own acts.
        let own_act = line.category == Some(Category::ActSeries)
            && tables.policy.own_prescribers.contains(&self.setting)
            && self.prescribed_on(line).is_none();
        if own_act {
            return DateRule::Care;
        }
        match line.category.map(|category| tables.date_rule(category)) {
            Some(DateRule::PrescriptionUnlessCss) if self.carries(RightKind::Css) => DateRule::Care,
            Some(DateRule::PrescriptionUnlessCss) => DateRule::PrescriptionOrBetter,
            Some(rule) => rule,
            None => DateRule::NotSettled,
        }
    }
}

impl Claimed {
    /// What a code asks for.
    pub fn of(tables: &Tables, code: Option<Code<4>>) -> Self {
        match code {
            None => Claimed::NotStated,
            Some(code) => tables
                .codes
                .claim_codes
                .get(&code)
                .map_or(Claimed::Unknown, |known| Claimed::Known(*known)),
        }
    }
}

impl AskedContract {
    /// Decodes the contract of a claim.
    pub fn new(tables: &Tables, raw: ClaimContract) -> Self {
        let (number, contract_type) =
            crate::evidence::contract_meaning(tables, raw.number, raw.contract_type);
        AskedContract {
            raw,
            number,
            contract_type,
        }
    }

    /// The kind of right that it is.
    pub fn kind(&self) -> RightKind {
        crate::evidence::contract_kind(self.number, self.contract_type)
    }

    /// Whether it is a contract of the ACS.
    pub fn is_acs(&self) -> bool {
        self.contract_type == ContractType::Acs && self.kind() == RightKind::PrivateContract
    }
}

/// An amount that is on the same side of the one limit that rules compare, the same for all that are.
fn compared(tables: &Tables, amount_cents: Option<u64>) -> Option<u64> {
    let limit = tables.policy.card_needed_above_cents;
    amount_cents.map(|cents| limit.saturating_add(u64::from(cents > limit)))
}

impl AskedLine {
    /// Whether every rule finds the same on this line as on another one of the claim. Their ids are not compared, and of
    /// their amounts no more than a rule does: on which side of one limit they are.
    pub fn is_alike(&self, tables: &Tables, other: &AskedLine) -> bool {
        let AskedLine {
            rank: _,
            category,
            exemption,
            // Told by the code.
            claimed: _,
            relation,
            origin,
            amount_cents,
            traits,
            facts,
        } = self;
        // Of lines that differ, most differ in their code.
        *exemption == other.exemption
            && *relation == other.relation
            && *category == other.category
            && *origin == other.origin
            && compared(tables, *amount_cents) == compared(tables, other.amount_cents)
            && *traits == other.traits
            // Mostly neither says anything.
            && (!(facts.says_something() | other.facts.says_something()) || *facts == other.facts)
    }

    /// The same line with all that no rule tells apart put to one value: lines that are alike become equal.
    #[must_use]
    pub fn as_compared(&self, tables: &Tables) -> Self {
        AskedLine {
            rank: 0,
            amount_cents: compared(tables, self.amount_cents),
            ..*self
        }
    }

    /// Whether its code asks for this.
    pub fn claims(&self, ground: ClaimedGround) -> bool {
        self.claimed == Claimed::Known(ground)
    }

    /// Whether the line has a trait.
    pub const fn has(&self, one: Trait) -> bool {
        self.traits.has(one)
    }
}
