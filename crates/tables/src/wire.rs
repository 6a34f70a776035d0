//! The tables as they are written in the files.

use crate::given::{Fields, Given, Named, Read, Unfit, Word, Words};
use toml::Spanned;
use toml::de::DeValue;

/// Declares a table entry: a field that is not named is refused.
macro_rules! wire {
    ($name:ident { $($field:ident: $kind:ty),+ $(,)? }) => {
        pub(crate) struct $name<'g> { $(pub $field: $kind),+ }

        impl<'g> Read<'g> for $name<'g> {
            fn read(given: Given<'g>) -> Result<Self, Unfit> {
                let fields = Fields::of(given, &[$(stringify!($field)),+])?;
                Ok($name { $($field: fields.field(stringify!($field))?),+ })
            }
        }
    };
}

/// Declares a table entry that names its source.
macro_rules! sourced {
    ($name:ident { $($field:ident: $kind:ty),+ $(,)? }) => {
        pub(crate) struct $name<'g> { $(pub $field: $kind,)+ pub proof: Proof<'g> }

        impl<'g> Read<'g> for $name<'g> {
            fn read(given: Given<'g>) -> Result<Self, Unfit> {
                let fields = Fields::of(given, &[$(stringify!($field),)+ "source", "confidence", "checked"])?;
                Ok($name { $($field: fields.field(stringify!($field))?,)+ proof: Proof::of(&fields)? })
            }
        }
    };
}

/// Where an entry comes from, how sure that is, and the day on which it was last looked at.
#[derive(Clone, Copy)]
pub(crate) struct Proof<'g> {
    pub source: Word<'g>,
    pub confidence: Word<'g>,
    pub checked: Word<'g>,
}

impl<'g> Proof<'g> {
    fn of(fields: &Fields<'g>) -> Result<Self, Unfit> {
        Ok(Proof {
            source: fields.field("source")?,
            confidence: fields.field("confidence")?,
            checked: fields.field("checked")?,
        })
    }
}

wire!(Edition { edition: Word<'g>, covers_from: Word<'g>, covers_to: Word<'g> });

sourced!(SourceEntry {
    strength: u8,
    online: bool,
    kinds: Words<'g>,
    grounds: Words<'g>,
    motives: Option<Words<'g>>,
    schemes_not_covered: Option<Words<'g>>,
});

sourced!(DateEntry { rule: Word<'g>, rights: Word<'g> });

wire!(Exemptions { exemption: Vec<ExemptionEntry<'g>> });
sourced!(ExemptionEntry {
    vocabulary: Word<'g>,
    code: Word<'g>,
    ground: Word<'g>,
    also: Option<Words<'g>>,
    label: Word<'g>,
});

wire!(Coverage { scope: Words<'g>, ald_digit: Vec<AldDigit<'g>>, situation: Vec<SituationEntry<'g>> });
sourced!(AldDigit { digit: Word<'g>, meaning: Word<'g> });
sourced!(SituationEntry {
    code: Word<'g>,
    grounds: Words<'g>,
    label: Word<'g>,
    pays: Option<Word<'g>>,
    low_rates: Option<Word<'g>>,
});

wire!(ClaimCodes {
    code: Vec<ClaimCode<'g>>,
    suggestion: Vec<Suggestion<'g>>,
    missed: Vec<Missed<'g>>,
    not_missed: NotMissed<'g>,
    special_schemes: SpecialSchemes<'g>,
    forcing: Vec<ForcingEntry<'g>>,
});
sourced!(ForcingEntry { what: Word<'g>, letter: Word<'g> });
sourced!(ClaimCode {
    code: Word<'g>,
    asks: Word<'g>,
    grounds: Option<Words<'g>>,
    label: Word<'g>,
    forcing: Option<Word<'g>>,
    forcing_source: Option<Word<'g>>,
});
sourced!(Suggestion { grounds: Words<'g>, code: Word<'g> });
sourced!(Missed { grounds: Words<'g>, nature: Option<Word<'g>> });
sourced!(NotMissed { grounds: Words<'g> });
sourced!(SpecialSchemes { agreed: Words<'g>, not_settled: Words<'g> });

wire!(Contracts {
    number: Vec<NumberEntry<'g>>,
    r#type: Vec<TypeEntry<'g>>,
    prolongation: Vec<ProlongationEntry<'g>>,
    domain: Vec<DomainEntry<'g>>,
});
sourced!(DomainEntry { word: Word<'g>, categories: Words<'g>, settings: Option<Words<'g>> });
sourced!(ProlongationEntry {
    kinds: Words<'g>,
    ends_from: Word<'g>,
    ends_to: Word<'g>,
    months: Option<u32>,
    until: Option<Word<'g>>,
    term_months: Option<u32>,
});
sourced!(NumberEntry { number: Word<'g>, means: Word<'g> });
sourced!(TypeEntry { first: Spanned<u16>, last: u16, means: Word<'g> });

wire!(Products {
    exempt: Vec<ExemptEntry<'g>>,
    document: Vec<DocumentEntry<'g>>,
    shared: Vec<SharedEntry<'g>>,
    for_ages: Vec<ForAgesEntry<'g>>,
    place: Vec<PlaceEntry<'g>>,
    biller: Vec<BillerEntry<'g>>,
    included: Vec<IncludedEntry<'g>>,
    not_paid: Vec<NotPaidEntry<'g>>,
    remote: RemoteEntry<'g>,
    flu: FluEntry<'g>,
    ame: AmeEntry<'g>,
    insurer: InsurerEntry<'g>,
    ald: LowBenefitEntry<'g>,
    substitution: SubstitutionEntry<'g>,
});
sourced!(ExemptEntry {
    r#trait: Word<'g>,
    from: Option<Word<'g>>,
    to: Option<Word<'g>>,
    category: Option<Word<'g>>,
    not_category: Option<Word<'g>>,
    setting: Option<Word<'g>>,
    age_from: Option<u8>,
    age_below: Option<u8>,
    code_known: Option<bool>,
    without_prescription: Option<bool>,
    prescribed_unless_exempt: Option<bool>,
    without_card: Option<bool>,
    secret: Option<bool>,
    alone: Option<bool>,
});
sourced!(ForAgesEntry {
    r#trait: Word<'g>,
    age_from: Option<u8>,
    age_below: Option<u8>,
    every_years: Option<u8>,
    each_year_from: Option<Word<'g>>,
    months_before_maternity: u8,
    months_after_birth: u8,
    mothers_from: Option<Word<'g>>,
    months_after_birth_from: Option<Word<'g>>,
});
sourced!(DocumentEntry {
    r#trait: Word<'g>,
    from: Option<Word<'g>>,
    to: Option<Word<'g>>,
    absent: Word<'g>,
    outside_terms: Word<'g>,
    not_said: Word<'g>,
    nothing_from: Option<Word<'g>>,
});
sourced!(SharedEntry { r#trait: Word<'g>, from: Option<Word<'g>>, to: Option<Word<'g>> });
sourced!(PlaceEntry { traits: Words<'g>, categories: Words<'g>, settings: Words<'g> });
sourced!(BillerEntry { category: Word<'g>, settings: Words<'g> });
sourced!(IncludedEntry {
    r#trait: Word<'g>,
    payer: Word<'g>,
    from: Option<Word<'g>>,
    categories: Words<'g>,
    settings: Option<Words<'g>>,
});
sourced!(NotPaidEntry {
    r#trait: Word<'g>,
    before: Option<Word<'g>>,
    category: Option<Word<'g>>,
    settings: Option<Words<'g>>,
    age_from: Option<u8>,
    age_below: Option<u8>,
});
sourced!(RemoteEntry { from: Option<Word<'g>>, to: Option<Word<'g>>, categories: Words<'g> });
sourced!(AmeEntry { excluded: Words<'g>, delayed: Words<'g>, delay_months: u8 });
sourced!(FluEntry {
    targeted_from: Word<'g>,
    children_from: Word<'g>,
    children_years: u8,
    adult_years: u8,
    targeted_years: u8,
});
sourced!(InsurerEntry { optional: Words<'g>, care_path_from: u8 });
sourced!(LowBenefitEntry { low_benefit: Words<'g> });
sourced!(SubstitutionEntry {
    generic_everywhere_from: Word<'g>,
    generic_exceptions: Words<'g>,
    other_refusals: Words<'g>,
});

/// One value of the policy: a number, a day or a list of words.
#[derive(Clone, Copy)]
pub(crate) enum PolicyValue<'g> {
    Number(i64),
    Text(Word<'g>),
    Words(Words<'g>),
}

impl<'g> Read<'g> for PolicyValue<'g> {
    fn read(given: Given<'g>) -> Result<Self, Unfit> {
        match given.get_ref() {
            DeValue::Integer(_) => Read::read(given).map(PolicyValue::Number),
            DeValue::Array(_) => Read::read(given).map(PolicyValue::Words),
            _ => Read::read(given).map(PolicyValue::Text),
        }
    }
}

sourced!(PolicyEntry { value: Spanned<PolicyValue<'g>> });

/// The policy, by name.
pub(crate) type PolicyFile<'g> = Named<'g, PolicyEntry<'g>>;

wire!(Rules { rule: Vec<RuleEntry<'g>> });
wire!(RuleEntry {
    id: Word<'g>,
    title: Word<'g>,
    from: Option<Word<'g>>,
    to: Option<Word<'g>>,
    reference: Word<'g>,
    confidence: Word<'g>,
    checked: Word<'g>,
});

wire!(ReasonEntry {
    remedies: Words<'g>,
    offline: Option<Words<'g>>,
    about: Option<Word<'g>>,
    reject: Option<Word<'g>>,
    indu: Option<Word<'g>>,
});

/// The reasons, by id.
pub(crate) type ReasonFile<'g> = Named<'g, ReasonEntry<'g>>;

wire!(RejectFile {
    abbreviation: Vec<AbbreviationEntry<'g>>,
    reject: Vec<RejectEntry<'g>>,
    words: Option<Vec<WordsEntry<'g>>>,
});
sourced!(WordsEntry {
    class: Word<'g>,
    all: Vec<Words<'g>>,
    without: Option<Words<'g>>,
    share: Option<Word<'g>>,
});
sourced!(AbbreviationEntry { short: Word<'g>, long: Word<'g> });
sourced!(RejectEntry {
    class: Word<'g>,
    key: Option<Word<'g>>,
    label: Option<Word<'g>>,
    aliases: Option<Words<'g>>,
    meaning: Option<Word<'g>>,
    from: Option<Word<'g>>,
    to: Option<Word<'g>>,
});

wire!(TriageFile { cause: Vec<CauseEntry<'g>>, class: Vec<ClassEntry<'g>> });
sourced!(CauseEntry {
    id: Word<'g>,
    reasons: Words<'g>,
    dated: Option<Vec<DatedReason<'g>>>,
    asked: Option<Words<'g>>,
    steps: Words<'g>,
});
wire!(DatedReason {
    reason: Word<'g>,
    fact: Option<Word<'g>>,
    doubt: Option<Word<'g>>,
});
sourced!(ClassEntry {
    id: Word<'g>,
    rights: Word<'g>,
    like: Option<Words<'g>>,
    cause: Option<Word<'g>>,
    reasons: Words<'g>,
    amo: Word<'g>,
    amc: Word<'g>,
});
