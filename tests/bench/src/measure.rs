//! Times as ratios of runs that alternate in one process: what else the machine does then meets all alike.

use std::time::Instant;

/// How often something is measured.
const RUNS: usize = 15;

/// The median time of one of `count` things that are done together, in nanoseconds, after one run that is left out.
pub fn median(count: usize, mut done: impl FnMut()) -> f64 {
    done();
    middle((0..RUNS).map(|_| once(count, &mut done)).collect())
}

/// Something that is timed: how many things are done together, and what does them.
pub struct Timed<'d> {
    pub what: &'static str,
    pub count: usize,
    pub done: Box<dyn FnMut() + 'd>,
}

impl<'d> Timed<'d> {
    pub fn new(what: &'static str, count: usize, done: impl FnMut() + 'd) -> Self {
        let done = Box::new(done);
        Timed { what, count, done }
    }
}

/// Does these in turn, round after round, and prints a line for each; gives back how many times the first each takes,
/// the median over the rounds.
pub fn alternating(mut list: Vec<Timed<'_>>) -> Vec<f64> {
    for one in &mut list {
        (one.done)();
    }
    let mut times = vec![Vec::new(); list.len()];
    for _ in 0..RUNS {
        for (one, times) in list.iter_mut().zip(&mut times) {
            times.push(once(one.count, &mut one.done));
        }
    }
    let first = times.first().cloned().unwrap_or_default();
    let mut ratios = Vec::new();
    for (one, times) in list.iter().zip(times) {
        let rounds = times.iter().zip(&first).map(|(time, first)| time / first);
        ratios.push(middle(rounds.collect()));
        let ratio = ratios.last().copied().unwrap_or_default();
        println!("  {:<58} {:>10.0} ns {ratio:>9.2} ×", one.what, middle(times));
    }
    ratios
}

/// The time of one of `count` things that are done together, in nanoseconds.
fn once(count: usize, mut done: impl FnMut()) -> f64 {
    let start = Instant::now();
    done();
    start.elapsed().as_secs_f64() * 1e9 / count as f64
}

fn middle(mut list: Vec<f64>) -> f64 {
    list.sort_by(f64::total_cmp);
    list.get(list.len() / 2).copied().unwrap_or_default()
}

/// One line: what, how long, and how many times something else.
pub fn line(what: &str, nanoseconds: f64, beside: f64) {
    println!(
        "  {what:<58} {nanoseconds:>10.0} ns {:>9.2} ×",
        nanoseconds / beside
    );
}
