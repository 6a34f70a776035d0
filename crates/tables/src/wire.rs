//! The tables as they are written in the files.

use crate::given::{Fields, Given, Read, Unfit};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;

/// A word whose place in the file is kept for the error.
pub(crate) type Word = Spanned<String>;

/// Declares a table entry: a field that is not named is refused.
macro_rules! wire {
    ($name:ident { $($field:ident: $kind:ty),+ $(,)? }) => {
        pub(crate) struct $name { $(pub $field: $kind),+ }

        impl Read for $name {
            fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
                let fields = Fields::of(given, &[$(stringify!($field)),+])?;
                Ok($name { $($field: fields.field(stringify!($field))?),+ })
            }
        }
    };
}

wire!(Edition { edition: Spanned<String>, covers_from: Word, covers_to: Word });

wire!(SourceEntry {
    strength: u8,
    online: bool,
    kinds: Vec<Word>,
    grounds: Vec<Word>,
    motives: Option<Vec<Word>>,
    schemes_not_covered: Option<Vec<Word>>,
    source: Word,
    confidence: Word,
    checked: Word,
});

wire!(DateEntry {
    rule: Word,
    rights: Word,
    source: Word,
    confidence: Word,
    checked: Word
});

wire!(Exemptions { exemption: Vec<ExemptionEntry> });
wire!(ExemptionEntry {
    vocabulary: Word,
    code: Word,
    ground: Word,
    also: Option<Vec<Word>>,
    label: Word,
    source: Word,
    confidence: Word,
    checked: Word,
});

wire!(Coverage { scope: Vec<Word>, ald_digit: Vec<AldDigit>, situation: Vec<SituationEntry> });
wire!(AldDigit {
    digit: Word,
    meaning: Word,
    source: Word,
    confidence: Word,
    checked: Word
});
wire!(SituationEntry {
    code: Word,
    grounds: Vec<Word>,
    label: Word,
    pays: Option<Word>,
    low_rates: Option<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});

wire!(ClaimCodes {
    code: Vec<ClaimCode>,
    suggestion: Vec<Suggestion>,
    missed: Vec<Missed>,
    not_missed: NotMissed,
    special_schemes: SpecialSchemes,
    forcing: Vec<ForcingEntry>,
});
wire!(ForcingEntry {
    what: Word,
    letter: Word,
    source: Word,
    confidence: Word,
    checked: Word
});
wire!(ClaimCode {
    code: Word,
    asks: Word,
    grounds: Option<Vec<Word>>,
    label: Word,
    forcing: Option<Word>,
    forcing_source: Option<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(Suggestion {
    grounds: Vec<Word>,
    code: Word,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(Missed {
    grounds: Vec<Word>,
    nature: Option<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(NotMissed {
    grounds: Vec<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(SpecialSchemes {
    agreed: Vec<Word>,
    not_settled: Vec<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});

wire!(Contracts {
    number: Vec<NumberEntry>,
    r#type: Vec<TypeEntry>,
    prolongation: Vec<ProlongationEntry>,
    domain: Vec<DomainEntry>,
});
wire!(DomainEntry {
    word: Word,
    categories: Vec<Word>,
    settings: Option<Vec<Word>>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(ProlongationEntry {
    kinds: Vec<Word>,
    ends_from: Word,
    ends_to: Word,
    months: Option<u32>,
    until: Option<Word>,
    term_months: Option<u32>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(NumberEntry {
    number: Word,
    means: Word,
    source: Word,
    confidence: Word,
    checked: Word
});
wire!(TypeEntry {
    first: Spanned<u16>,
    last: u16,
    means: Word,
    source: Word,
    confidence: Word,
    checked: Word,
});

wire!(Products {
    exempt: Vec<ExemptEntry>,
    document: Vec<DocumentEntry>,
    shared: Vec<SharedEntry>,
    for_ages: Vec<ForAgesEntry>,
    place: Vec<PlaceEntry>,
    biller: Vec<BillerEntry>,
    included: Vec<IncludedEntry>,
    ame: AmeEntry,
    ald: LowBenefitEntry,
    substitution: SubstitutionEntry,
});
wire!(IncludedEntry {
    r#trait: Word,
    payer: Word,
    from: Option<Word>,
    categories: Vec<Word>,
    settings: Option<Vec<Word>>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(ExemptEntry {
    r#trait: Word,
    from: Option<Word>,
    to: Option<Word>,
    category: Option<Word>,
    not_category: Option<Word>,
    setting: Option<Word>,
    age_from: Option<u8>,
    age_below: Option<u8>,
    code_known: Option<bool>,
    without_prescription: Option<bool>,
    prescribed_unless_exempt: Option<bool>,
    without_card: Option<bool>,
    secret: Option<bool>,
    alone: Option<bool>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(ForAgesEntry {
    r#trait: Word,
    age_from: Option<u8>,
    age_below: Option<u8>,
    every_years: Option<u8>,
    each_year_from: Option<Word>,
    months_before_maternity: u8,
    months_after_birth: u8,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(DocumentEntry {
    r#trait: Word,
    from: Option<Word>,
    to: Option<Word>,
    absent: Word,
    outside_terms: Word,
    not_said: Word,
    nothing_from: Option<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(SharedEntry {
    r#trait: Word,
    from: Option<Word>,
    to: Option<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(PlaceEntry {
    traits: Vec<Word>,
    categories: Vec<Word>,
    settings: Vec<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(BillerEntry {
    category: Word,
    settings: Vec<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(AmeEntry {
    excluded: Vec<Word>,
    delayed: Vec<Word>,
    delay_months: u8,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(LowBenefitEntry {
    low_benefit: Vec<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(SubstitutionEntry {
    generic_exceptions: Vec<Word>,
    other_refusals: Vec<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});

/// One value of the policy: a number, a day or a list of words.
pub(crate) enum PolicyValue {
    Number(i64),
    Text(String),
    Words(Vec<String>),
}

impl Read for PolicyValue {
    fn read(given: Given<'_, '_>) -> Result<Self, Unfit> {
        match given.get_ref() {
            DeValue::Integer(_) => Read::read(given).map(PolicyValue::Number),
            DeValue::Array(_) => Read::read(given).map(PolicyValue::Words),
            _ => Read::read(given).map(PolicyValue::Text),
        }
    }
}

wire!(PolicyEntry { value: Spanned<PolicyValue>, source: Word, confidence: Word, checked: Word });

/// The policy, by name.
pub(crate) type PolicyFile = BTreeMap<String, PolicyEntry>;

wire!(Rules { rule: Vec<RuleEntry> });
wire!(RuleEntry {
    id: Word,
    title: Word,
    from: Option<Word>,
    to: Option<Word>,
    reference: Word,
    confidence: Word,
    checked: Word,
});

wire!(ReasonEntry {
    remedies: Vec<Word>,
    offline: Option<Vec<Word>>,
    about: Option<Word>,
    reject: Option<Word>,
    indu: Option<Word>,
});

/// The reasons, by id.
pub(crate) type ReasonFile = BTreeMap<Spanned<String>, ReasonEntry>;

wire!(RejectFile {
    abbreviation: Vec<AbbreviationEntry>,
    reject: Vec<RejectEntry>,
    words: Option<Vec<WordsEntry>>,
});
wire!(WordsEntry {
    class: Word,
    all: Vec<Vec<Word>>,
    without: Option<Vec<Word>>,
    share: Option<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(AbbreviationEntry {
    short: Word,
    long: Word,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(RejectEntry {
    class: Word,
    key: Option<Word>,
    label: Option<Word>,
    aliases: Option<Vec<Word>>,
    meaning: Option<Word>,
    from: Option<Word>,
    to: Option<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});

wire!(TriageFile { cause: Vec<CauseEntry>, class: Vec<ClassEntry> });
wire!(CauseEntry {
    id: Word,
    reasons: Vec<Word>,
    dated: Option<Vec<DatedReason>>,
    asked: Option<Vec<Word>>,
    steps: Vec<Word>,
    source: Word,
    confidence: Word,
    checked: Word,
});
wire!(DatedReason {
    reason: Word,
    fact: Option<Word>,
    doubt: Option<Word>,
});
wire!(ClassEntry {
    id: Word,
    rights: Word,
    like: Option<Vec<Word>>,
    cause: Option<Word>,
    reasons: Vec<Word>,
    amo: Word,
    amc: Word,
    source: Word,
    confidence: Word,
    checked: Word,
});
