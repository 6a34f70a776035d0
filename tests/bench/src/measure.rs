//! Medians.

use std::time::Instant;

/// How often something is measured.
const RUNS: usize = 15;

/// The median time of one of `count` things that are done together, in nanoseconds, after one run that is left out.
pub fn median(count: usize, mut done: impl FnMut()) -> f64 {
    done();
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            done();
            start.elapsed().as_secs_f64() * 1e9 / count as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// One line: what, how long, and how many times something else.
pub fn line(what: &str, nanoseconds: f64, beside: f64) {
    println!(
        "  {what:<58} {nanoseconds:>10.0} ns {:>9.2} ×",
        nanoseconds / beside
    );
}
