//! The check of prepared input, with buffers that are used again.

use crate::cases::Cases;
use crate::count::allocations;
use crate::measure::{line, median};
use std::hint::black_box;
use tierspayant::Engine;
use tierspayant::core::decision::{Checker, check};
use tierspayant::core::verdict::Verdict;

/// What a check costs.
pub struct Cost {
    pub nanoseconds: f64,
    pub allocations: u64,
}

pub fn run(engine: &Engine, cases: &Cases) -> Cost {
    println!("\ncheck of prepared input, the whole catalogue, without text");
    let tables = &engine.tables().decision;
    let mut checker = Checker::new(tables);
    let mut pass = || {
        for case in &cases.prepared {
            black_box(checker.check(case));
        }
    };
    let nanoseconds = median(cases.prepared.len(), &mut pass);
    let allocations = allocations(&mut pass);
    line("buffers used again", nanoseconds, nanoseconds);
    println!("  {allocations} allocations in {} checks", cases.prepared.len());
    let fresh = median(cases.prepared.len(), || {
        for case in &cases.prepared {
            black_box(check(tables, case));
        }
    });
    line("a decision of its own each time", fresh, nanoseconds);
    let kit = tierspayant_testkit::Kit::new();
    let count = cases.prepared.len();
    let any: Vec<_> = (0..count as u64)
        .map(|seed| engine.case(&kit.dossier(seed)))
        .collect();
    let mut pass = || {
        for case in &any {
            black_box(checker.check(case));
        }
    };
    let varied = median(count, &mut pass);
    line(
        "any dossier of the format, crowded around its bounds",
        varied,
        nanoseconds,
    );
    println!(
        "  {} allocations in {count} checks",
        crate::count::allocations(&mut pass)
    );
    let billable: usize = cases
        .prepared
        .iter()
        .filter(|case| check(tables, case).verdict() == Verdict::Billable)
        .count();
    println!("  {billable} of {} billable", cases.prepared.len());
    Cost {
        nanoseconds,
        allocations,
    }
}
