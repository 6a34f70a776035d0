//! What is made once, and documents that could cost more than their size.

use crate::Failure;
use crate::aims::Aims;
use crate::count::{Memory, memory};
use crate::grown;
use std::hint::black_box;
use std::time::Instant;
use tierspayant::{Engine, Options};

/// An engine: time, allocations, memory.
pub fn engine(aims: &mut Aims) {
    let start = Instant::now();
    let made = memory(|| black_box(Engine::embedded()));
    let took = start.elapsed().as_secs_f64() * 1e3;
    let Memory { allocations, bytes } = made;
    println!("\nan engine: {took:.4} ms, {allocations} allocations, {bytes} bytes");
    aims.at_most("an engine, ms", took, 0.5);
    aims.at_most("an engine, allocations", allocations as f64, 100.0);
    aims.at_most("an engine, MB", bytes as f64 / 1e6, 0.5);
}

/// The whole answer to the largest documents, what-if included: the least of three runs, or that it is refused.
pub fn large(aims: &mut Aims) -> Result<(), Failure> {
    println!("\nthe largest documents, whole answers with what-if");
    let engine = Engine::embedded();
    let options = Options::default().without_digest();
    for (direction, size, most) in [("lines", 5_000, 200.0), ("snapshots", 100_000, 1_000.0)] {
        let document = grown::bytes(direction, size)?;
        let (mut least, mut error) = (f64::MAX, None);
        for _ in 0..3 {
            let start = Instant::now();
            error = black_box(engine.check_json(&document, &options)).err();
            least = least.min(start.elapsed().as_secs_f64() * 1e3);
        }
        let refused = error.map_or(String::new(), |error| format!(", refused: {error}"));
        println!(
            "  {size:>7} {direction:<10} {:>9} bytes {least:>8.0} ms{refused}",
            document.len()
        );
        aims.at_most(format!("{size} {direction} with what-if, ms"), least, most);
    }
    Ok(())
}
