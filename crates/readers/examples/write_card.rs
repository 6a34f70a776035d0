//! Writes the buffer of a synthetic family card to a file: `write_card OUT.in`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: write_card OUT.in");
        return ExitCode::from(64);
    };
    match std::fs::write(&path, tierspayant_readers::test_cards::family().encode()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("write_card: {error}");
            ExitCode::from(74)
        }
    }
}
