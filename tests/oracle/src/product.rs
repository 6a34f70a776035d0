//! Care that is exempt by what it is, by date and age: the table of the conventions.

use crate::birth::Birth;
use crate::code::{Answer, carries_ame, doubt};
use crate::finding::Finding;
use crate::traits::Traits as _;
use crate::world::World;
use std::ops::RangeInclusive;
use std::sync::LazyLock;
use tierspayant_core::model::{Category, Code, Date, Line};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) struct Row {
    word: &'static str,
    /// Whether it is biology; either where absent.
    biology: Option<bool>,
    from: Option<Date>,
    ages: RangeInclusive<i32>,
    setting: Option<&'static str>,
    /// The code that asks for it was not read.
    code_unknown: bool,
    /// No prescription is needed.
    pub direct: bool,
}

type Day = (i32, u32, u32);

fn row(word: &'static str, biology: Option<bool>, from: Option<Day>, ages: RangeInclusive<i32>) -> Row {
    Row {
        word,
        biology,
        from: from.and_then(|(year, month, day)| Date::from_ymd(year, month, day).ok()),
        ages,
        setting: None,
        code_unknown: word == "hiv_test",
        direct: false,
    }
}

fn direct(row: Row, setting: Option<&'static str>) -> Row {
    Row {
        setting,
        direct: true,
        ..row
    }
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(table);

fn table() -> Vec<Row> {
    let all = || i32::MIN..=i32::MAX;
    let laboratory = Some("laboratory");
    vec![
        row("ivg", Some(false), Some((2013, 3, 31)), all()),
        row("ivg", Some(true), Some((2016, 4, 1)), all()),
        row("contraception", None, Some((2013, 3, 31)), 15..=17),
        row("contraception", None, Some((2020, 8, 28)), i32::MIN..=17),
        row("contraception", None, Some((2022, 1, 1)), i32::MIN..=25),
        direct(
            row("emergency_contraception", None, Some((2023, 1, 1)), all()),
            None,
        ),
        direct(row("condom", None, Some((2023, 1, 1)), i32::MIN..=25), None),
        direct(
            row("ist_test", Some(true), Some((2024, 9, 1)), i32::MIN..=25),
            laboratory,
        ),
        direct(row("hiv_test", Some(true), Some((2022, 1, 1)), all()), laboratory),
        direct(
            row("colorectal_kit", None, Some((2024, 1, 1)), 50..=74),
            Some("pharmacy"),
        ),
        row("donation", None, None, all()),
    ]
}

fn fits(row: &Row, line: &Line) -> bool {
    let biology = line.category == Some(Category::Biology);
    line.has(row.word) && row.biology.is_none_or(|wanted| wanted == biology)
}

/// The row that decides on a day: of the first trait with one in force, the last that has started.
pub(crate) fn in_force(line: &Line, day: Date) -> Option<&'static Row> {
    let started = |row: &Row| row.from.is_none_or(|from| from <= day);
    let mut rows = TABLE.iter().filter(|row| fits(row, line) && started(row));
    let first = rows.next()?;
    Some(rows.rfind(|row| row.word == first.word).unwrap_or(first))
}

/// Whether a line has a trait of the table, whatever its dates.
pub(crate) fn is_listed(line: &Line) -> bool {
    TABLE.iter().any(|row| line.has(row.word))
}

/// The trait of the row in force that holds a line: its code is known, its setting and the person's age are those of the row.
pub(crate) fn row_that_fits(world: &World<'_>, line: &Line) -> Option<&'static str> {
    let care = world.claim.care_date;
    let row = in_force(line, care)?;
    let everybody = row.ages == (i32::MIN..=i32::MAX);
    let birth = world.birth_of_claim();
    let aged = everybody || birth.and_then(|birth| birth.is_aged(&row.ages, care)) == Some(true);
    let here = row.setting.is_none_or(|setting| setting == world.setting());
    let exists = exists(world, line, row.word);
    (!row.code_unknown && aged && here && exists).then_some(row.word)
}

/// Whether a line needs no prescription by the table: a condom under code 3 alone, and in its ages or at an age that is not known.
pub(crate) fn needs_no_prescription(world: &World<'_>, line: &Line) -> bool {
    let care = world.claim.care_date;
    let Some(row) = in_force(line, care).filter(|row| row.direct) else {
        return false;
    };
    let birth = world.birth_of_claim();
    let aged = birth.and_then(|birth| birth.is_aged(&row.ages, care));
    let code_3 = line.exemption.is_some_and(|code| code.as_str() == "3");
    row.word != "condom" || (code_3 || carries_ame(world)) && aged != Some(false)
}

/// What the table says of a line with code 3; nothing where the line is in no row. A drug at a low rate keeps it.
pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Option<Answer> {
    let mut answer = by_row(world, line)?;
    let rate = line.first_of(&["rate_15", "rate_30"]);
    let told = rate.map(|rate| Finding::notice("person.drug_class").word("trait", rate));
    answer.found.extend(told);
    Some(answer)
}

fn by_row(world: &World<'_>, line: &Line) -> Option<Answer> {
    let care = world.claim.care_date;
    let Some(row) = in_force(line, care) else {
        return before_start(world, line);
    };
    let tell = |found: Finding| found.word("trait", row.word);
    let answer = |state, found| Some(Answer::new(state, tell(found)));
    let not_settled = || {
        answer(
            ExemptionState::Unknown,
            Finding::doubt("other.not_settled", DoubtBasis::BeyondRules),
        )
    };
    let elsewhere = row.setting.is_some_and(|setting| setting != world.setting());
    if row.code_unknown || elsewhere || !exists(world, line, row.word) {
        return not_settled();
    }
    let contraception = row.word == "contraception";
    let everybody = row.ages == (i32::MIN..=i32::MAX);
    let aged = world
        .birth_of_claim()
        .and_then(|birth| birth.is_aged(&row.ages, care));
    match aged.or(everybody.then_some(true)) {
        Some(true) => answer(ExemptionState::Confirmed, Finding::notice("other.by_nature")),
        Some(false) => {
            let under_15 = || {
                let birth = world.birth_of_claim();
                birth.and_then(|birth| birth.is_aged(&(i32::MIN..=14), care)) == Some(true)
            };
            let young = contraception && *row.ages.start() == 15;
            if young && under_15() {
                return not_settled();
            }
            let id = if contraception {
                "other.contraception_age"
            } else {
                "other.age_limit"
            };
            answer(
                ExemptionState::NotRecorded,
                Finding::block(id, NoBasis::Forbidden),
            )
        }
        None => {
            let id = if contraception {
                "other.contraception_age_unknown"
            } else {
                "other.age_unknown"
            };
            answer(ExemptionState::Unknown, Finding::doubt(id, DoubtBasis::Missing))
        }
    }
}

const KIT: &str = "colorectal_kit";

/// Whether the row that decides on a line is that of the kit.
pub(crate) fn is_kit(world: &World<'_>, line: &Line) -> bool {
    in_force(line, world.claim.care_date).is_some_and(|row| row.word == KIT)
}

/// The kit of a screening that a pharmacy bills with the code that claims none: nobody bills it so.
pub(crate) fn kit_without_code(world: &World<'_>, line: &Line) -> Option<Answer> {
    let word = KIT;
    let care = world.claim.care_date;
    let row = in_force(line, care).filter(|row| row.word == word && row.setting == Some(world.setting()))?;
    let aged = world
        .birth_of_claim()
        .and_then(|birth| birth.is_aged(&row.ages, care));
    let (id, basis, remedies) = match aged {
        Some(true) => {
            let found = Finding::doubt("other.product_code", DoubtBasis::Conflict).code_of(line);
            let code = "3".parse::<Code<4>>().ok();
            let code = code.filter(|_| !line.has("military_infirmity"));
            let found = found.word("trait", word).code("suggested", code);
            return Some(Answer::new(ExemptionState::Contradicted, found));
        }
        Some(false) => ("other.age_limit", DoubtBasis::BeyondRules, vec!["fund.contact"]),
        None => ("other.age_unknown", DoubtBasis::Missing, Vec::new()),
    };
    let mut found = Finding::doubt(id, basis).word("trait", word);
    found.remedies = remedies;
    Some(Answer::new(ExemptionState::Unknown, found))
}

fn before_start(world: &World<'_>, line: &Line) -> Option<Answer> {
    let rows = TABLE.iter().filter(|row| fits(row, line));
    // Of several the one that starts first, of equals the first of the table.
    let first = rows.min_by_key(|row| row.from)?;
    let of_age = world
        .birth_of_claim()
        .and_then(|birth| of_age(birth, world.claim.care_date));
    Some(if of_age == Some(true) {
        let early = Finding::block("other.before_start", NoBasis::Forbidden);
        Answer::new(
            ExemptionState::NotRecorded,
            early.word("trait", first.word).day("start", first.from),
        )
    } else {
        let mut answer = doubt("other.not_settled", DoubtBasis::BeyondRules);
        answer.found = answer
            .found
            .into_iter()
            .map(|found| found.word("trait", first.word))
            .collect();
        answer
    })
}

/// Whether the person of the claim is of age on the day of the care, where that is known.
pub(crate) fn is_of_age(world: &World<'_>) -> Option<bool> {
    let birth = world.birth_of_claim();
    birth.and_then(|birth| of_age(birth, world.claim.care_date))
}

/// Care that exists on lines of some categories, and in some professions, alone.
const PLACES: &[(&str, &[Category], &str)] = &[
    (
        "condom",
        &[Category::Drug, Category::Device],
        "pharmacy hospital other",
    ),
    (
        "emergency_contraception",
        &[Category::Drug, Category::Device],
        "pharmacy doctor midwife nurse hospital other",
    ),
    (
        "contraception",
        &[
            Category::Drug,
            Category::Device,
            Category::Biology,
            Category::Act,
            Category::ActSeries,
            Category::Stay,
        ],
        "pharmacy doctor midwife nurse laboratory hospital device_supplier other",
    ),
    (
        "ivg",
        &[
            Category::Drug,
            Category::Biology,
            Category::Act,
            Category::ActSeries,
            Category::Stay,
        ],
        "pharmacy doctor midwife laboratory hospital other",
    ),
    (
        "oral_health_exam",
        &[Category::Act, Category::ActSeries],
        "dentist hospital other",
    ),
    (
        "flu_vaccine",
        &[Category::Drug, Category::Act, Category::ActSeries],
        "pharmacy doctor midwife nurse laboratory hospital other",
    ),
];

/// Whether care of a trait exists on such a line, in such a profession.
pub(crate) fn exists(world: &World<'_>, line: &Line, word: &str) -> bool {
    let place = PLACES.iter().find(|(one, ..)| *one == word);
    place.is_none_or(|(_, categories, settings)| {
        let category = line.category.is_none_or(|one| categories.contains(&one));
        category && settings.split(' ').any(|one| one == world.setting())
    })
}

/// Whether a person is of age, from the 18th birthday on.
pub(crate) fn of_age(birth: Birth, day: Date) -> Option<bool> {
    birth.is_aged(&(18..=i32::MAX), day)
}
