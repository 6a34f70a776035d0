//! Forks while threads check, many times, and asks every child for an answer: `fork_while_checking TIMES`.
//!
//! A child has only the thread that forked. Where another thread held a lock at that moment, nobody in the child will ever
//! give it back; an engine that takes no lock answers all the same. It prints how many children answered.
#![expect(unsafe_code, reason = "the standard library does not fork")]

use std::error::Error;
use std::ffi::c_int;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tierspayant::{Engine, Options};

unsafe extern "C" {
    fn fork() -> c_int;
    fn waitpid(child: c_int, status: *mut c_int, options: c_int) -> c_int;
    fn kill(child: c_int, signal: c_int) -> c_int;
    fn _exit(status: c_int) -> !;
}

/// Do not wait for a child that still runs.
const AT_ONCE: c_int = 1;
const KILL: c_int = 9;
/// How long a child may take: a lock that nobody gives back takes for ever.
const LONGEST: Duration = Duration::from_secs(20);
const THREADS: usize = 3;

const DOSSIER: &[u8] = br#"{ "format": "tierspayant/1",
  "claim": { "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
             "lines": [ { "id": "1", "category": "drug", "exemption": "4", "relation": "related" } ] },
  "rights": [ { "source": "adri", "observed_at": "2026-11-20", "coverage": [ {} ],
                "codes": [ { "end": "2026-10-31", "ald": "1", "situation": "0100" } ] } ] }"#;

fn main() -> Result<(), Box<dyn Error>> {
    let times: u32 = std::env::args()
        .nth(1)
        .ok_or("fork_while_checking TIMES")?
        .parse()?;
    let engine = Engine::embedded();
    let answer = |engine: &Engine| engine.check_json(DOSSIER, &Options::default());
    let expected = answer(&engine)?;
    let (stop, asked) = (AtomicBool::new(false), AtomicU64::new(0));
    let answered = std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    if answer(&engine).is_ok() {
                        asked.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
        let mut answered = 0;
        for _ in 0..times {
            // SAFETY: the child asks for one answer and exits; it touches nothing of the other threads.
            let child = unsafe { fork() };
            match child {
                ..0 => break,
                0 => {
                    let same = answer(&engine).is_ok_and(|text| text == expected);
                    // SAFETY: nothing of this process is left to be done.
                    unsafe { _exit(c_int::from(!same)) }
                }
                child => answered += u32::from(waited(child)),
            }
        }
        stop.store(true, Ordering::Relaxed);
        answered
    });
    println!(
        "{answered} of {times} children answered, while {THREADS} threads checked {} dossiers",
        asked.load(Ordering::Relaxed)
    );
    if answered == times {
        Ok(())
    } else {
        Err("a child did not answer".into())
    }
}

/// Whether a child ends in time with a good answer; one that does not is ended.
fn waited(child: c_int) -> bool {
    let (started, mut status) = (Instant::now(), 0);
    loop {
        // SAFETY: `child` is a child of this process that was not waited for, and `status` is a place to write to.
        let ended = unsafe { waitpid(child, &raw mut status, AT_ONCE) };
        if ended == child {
            return status == 0;
        }
        if ended < 0 || started.elapsed() > LONGEST {
            // SAFETY: it is still a child of this process.
            let _ = unsafe { kill(child, KILL) };
            // SAFETY: as above.
            let _ = unsafe { waitpid(child, &raw mut status, 0) };
            return false;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
}
