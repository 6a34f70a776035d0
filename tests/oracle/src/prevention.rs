//! Code 7, and code 0 under nature 90: prevention rests on what the line is.

use crate::calendar::from;
use crate::code::{Answer, doubt};
use crate::finding::Finding;
use crate::product;
use crate::traits::Traits as _;
use crate::world::World;
use tierspayant_core::model::{Category, Code, Line, Share, Voucher};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    let code = line.exemption.map(|code| code.to_string());
    let care = Some(world.claim.care_date);
    let tell = |found: Finding| found.code_of(line);
    let seven = code.as_deref() == Some("7");
    let by_nature = |one| {
        let found = tell(Finding::notice("other.by_nature")).word("trait", one);
        Answer::new(ExemptionState::Confirmed, found)
    };
    let another_code = |found: Finding, one, suggested: &str| {
        let found = tell(found).word("trait", one);
        let suggested: Option<Code<4>> = suggested.parse().ok();
        Answer::new(ExemptionState::Contradicted, found.code("suggested", suggested))
    };
    match code.as_deref() {
        None => return doubt("exemption.not_stated", DoubtBasis::Missing),
        Some("0" | "7") => {}
        Some(_) => {
            let found = Finding::doubt("exemption.code_with_nature", DoubtBasis::Conflict);
            return Answer::new(ExemptionState::Contradicted, tell(found));
        }
    }
    if seven && line.has("oral_health_exam") && from(2025, 4, 1) <= care {
        let contract = world
            .claim
            .contract
            .is_some_and(|one| one.number.is_some() || one.contract_type.is_some());
        return if contract || world.asks(Share::Amc) {
            let found = Finding::block("other.product_code", NoBasis::Forbidden);
            another_code(found, "oral_health_exam", "0")
        } else {
            by_nature("oral_health_exam")
        };
    }
    if seven && line.has("colorectal_kit") && from(2024, 1, 1) <= care {
        let found = Finding::doubt("other.product_code", DoubtBasis::Conflict);
        let fits = product::row_that_fits(world, line) == Some("colorectal_kit");
        return another_code(found, "colorectal_kit", if fits { "3" } else { "" });
    }
    let vaccine = if line.has("flu_vaccine") {
        Some("flu_vaccine")
    } else {
        let drug = line.category == Some(Category::Drug);
        (seven && drug && line.has("prevention")).then_some("prevention")
    };
    if let Some(vaccine) = vaccine {
        return voucher(line, vaccine, by_nature);
    }
    if let Some(one) = line.first_of(&["oral_health_exam", "prevention"]) {
        return by_nature(one);
    }
    Answer::new(
        ExemptionState::Unknown,
        tell(Finding::doubt("other.prevention_unproven", DoubtBasis::Missing)),
    )
}

/// A vaccine rests on the voucher that the fund sent.
fn voucher(line: &Line, one: &'static str, by_nature: impl Fn(&'static str) -> Answer) -> Answer {
    let (state, found) = match line.voucher {
        Some(Voucher::Present) => return by_nature(one),
        Some(Voucher::Absent) => (
            ExemptionState::NotRecorded,
            Finding::block("other.voucher_absent", NoBasis::Forbidden),
        ),
        None => (
            ExemptionState::Unknown,
            Finding::doubt("other.voucher_unknown", DoubtBasis::Missing),
        ),
    };
    Answer::new(state, found.code_of(line).word("trait", one))
}
