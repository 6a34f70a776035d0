//! The batch on two threads beside one, rounds that alternate, by the clock.

use crate::Failure;
use crate::aims::Aims;
use crate::measure::{Timed, alternating};
use crate::works::batch_on;

pub fn run(aims: &mut Aims) -> Result<(), Failure> {
    println!("\na batch, whole answers, by the clock");
    let (mut one, mut two) = (batch_on(1)?, batch_on(2)?);
    let count = one.count;
    let ratios = alternating(vec![
        Timed::new("two threads", count, &mut two.pass),
        Timed::new("one thread", count, &mut one.pass),
    ]);
    let gain = ratios.last().copied().unwrap_or_default();
    aims.at_least("two threads, × one", gain, 1.9);
    Ok(())
}
