//! The batch on two threads beside one, rounds that alternate, by the clock; and beside it a loop that reads no memory and shares nothing,
//! which tells what two threads can gain on this machine at this hour.

use crate::Failure;
use crate::aims::Aims;
use crate::measure::{Timed, alternating};
use crate::works::batch_on;
use std::hint::black_box;

/// Steps of the loop, as many on two threads as on one: about as long as the batch takes.
const STEPS: usize = 300_000_000;

pub fn run(aims: &mut Aims) -> Result<(), Failure> {
    println!("\na batch, whole answers, by the clock; and a loop that reads no memory");
    let (mut one, mut two) = (batch_on(1)?, batch_on(2)?);
    let count = one.count;
    let ratios = alternating(vec![
        Timed::new("two threads", count, &mut two.pass),
        Timed::new("one thread", count, &mut one.pass),
        Timed::new(
            "a thousand steps of the loop on two threads",
            STEPS / 1_000,
            || {
                std::thread::scope(|scope| {
                    scope.spawn(|| steps(STEPS / 2));
                    steps(STEPS / 2);
                });
            },
        ),
        Timed::new(
            "a thousand steps of the loop on one thread",
            STEPS / 1_000,
            || steps(STEPS),
        ),
    ]);
    let [_, gain, both, alone] = ratios[..] else {
        return Err("there are four rows".into());
    };
    println!("  the loop alone gains {:.2} ×", alone / both);
    aims.at_least("two threads, × one", gain, 1.9);
    aims.at_least("two threads, × what the loop gains", gain * both / alone, 0.95);
    Ok(())
}

/// So many steps, each of which needs the one before.
fn steps(count: usize) {
    let mut state = black_box(1_u64);
    for _ in 0..count {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
    }
    black_box(state);
}
