//! Every proof and campaign of the project, each as one command: `cargo xtask NAME`.
//!
//! The last line of each is its figure.
#![forbid(unsafe_code)]

mod abi;
mod compare;
mod enumerate;
mod install;
mod pages;
mod process;
mod test;
mod windows;

use std::process::ExitCode;

/// A command: its name, what it does in one line, and how.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<String, String>,
}

const TASKS: &[Task] = &[
    Task {
        name: "test",
        about: "formatting, lints, every test: what CI runs",
        run: test::run,
    },
    Task {
        name: "pages",
        about: "a page per rule in docs/rules, from the tables, the texts and the cases; --check only looks",
        run: pages::run,
    },
    Task {
        name: "compare",
        about: "the core against the second implementation, on generated dossiers: --cases N --seed S",
        run: compare::run,
    },
    Task {
        name: "enumerate",
        about: "every cell of the exemptions, and docs/enumeration.md",
        run: enumerate::run,
    },
    Task {
        name: "abi",
        about: "the C library: header, symbols, layouts, every client, every try to kill it, its cost",
        run: abi::run,
    },
    Task {
        name: "bench-abi",
        about: "the cost of the C doors over plain Rust, in instructions and in time",
        run: abi::bench,
    },
    Task {
        name: "windows",
        about: "the C library for Windows and 32-bit Linux, and its clients there",
        run: windows::run_all,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let named = arguments
        .first()
        .and_then(|name| TASKS.iter().find(|task| task.name == name));
    let Some(task) = named else {
        println!("cargo xtask NAME, where NAME is one of:");
        for task in TASKS {
            println!("  {:<12} {}", task.name, task.about);
        }
        return ExitCode::from(64);
    };
    match (task.run)(arguments.get(1..).unwrap_or_default()) {
        Ok(figure) => {
            println!("{figure}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            println!("{}: failed: {problem}", task.name);
            ExitCode::FAILURE
        }
    }
}
