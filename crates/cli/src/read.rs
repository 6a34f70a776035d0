//! `read`: what a card reader or a service gave, as snapshots in JSON.

use crate::args::ReadArgs;
use crate::failure::Failure;
use crate::input::{Input, snapshots};
use crate::output::{note, print};
use std::process::ExitCode;
use tierspayant_format::{Limits, write_snapshots};

pub(crate) fn run(args: &ReadArgs) -> Result<ExitCode, Failure> {
    let input = Input(&args.file);
    let read = snapshots(input, args.from, args.observed_at, &Limits::default())?;
    if args.unused {
        for unused in &read.unused {
            note(format_args!("{input}: not used: {unused}"));
        }
    } else if !read.unused.is_empty() {
        let count = read.unused.len();
        note(format_args!(
            "{input}: {count} fields were not used; --unused lists them"
        ));
    }
    print(|out| write_snapshots(out, &read.snapshots))?;
    Ok(ExitCode::SUCCESS)
}
