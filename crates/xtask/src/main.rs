//! Every proof and campaign of the project, each as one command: `cargo xtask NAME`.
//!
//! The last line of each is its figure.
#![forbid(unsafe_code)]

mod abi;
mod bench;
mod codes;
mod compare;
mod describe;
mod dist;
mod documented;
mod enumerate;
mod fork;
mod fuzz;
mod install;
mod msrv;
mod mutants;
mod pages;
mod process;
mod python;
mod returns;
mod serve;
mod test;
mod tidy;
mod wasm;
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
        about: "formatting, lints, every test, of Rust and of Python, and the notebooks: what CI runs",
        run: test::run,
    },
    Task {
        name: "test-rust",
        about: "the part of `test` that needs no Python",
        run: test::rust,
    },
    Task {
        name: "pages",
        about: "a page per rule in docs/rules, from the tables, the texts and the cases; --check only looks",
        run: pages::run,
    },
    Task {
        name: "describe",
        about: "docs/format.md, docs/columns.md, docs/errors.md, docs/schema, typed classes of Python, columns of the batch, from the declarations; --check only looks",
        run: describe::run,
    },
    Task {
        name: "tidy",
        about: "no file too long, no public name twice in a crate, and how many lines of source there are; part of `test`",
        run: tidy::run,
    },
    Task {
        name: "mutants",
        about: "changes of the core that no test notices; goes on where it was: --most N, --only TEXT, --threads N",
        run: mutants::run,
    },
    Task {
        name: "fuzz",
        about: "every reader of bytes, guided by coverage: --seconds N a target, --target NAME, --keep",
        run: fuzz::run,
    },
    Task {
        name: "bench",
        about: "time, instructions and allocations of a check, alone and beside two rules engines",
        run: bench::run,
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
        name: "fork",
        about: "a process forks 1,000 times while its threads check, and every child answers",
        run: fork::run,
    },
    Task {
        name: "mutate-returns",
        about: "spoilt files of returns are refused with their offset or read: --cases N --seed S",
        run: returns::run,
    },
    Task {
        name: "abi-grown",
        about: "clients of the last and of the next release of the header with the library of today; part of `test`",
        run: abi::grown,
    },
    Task {
        name: "abi",
        about: "the C library: header, symbols, layouts, every client, every try to kill it, races",
        run: abi::run,
    },
    Task {
        name: "bench-abi",
        about: "the cost of calls through C over plain Rust, in instructions and in time",
        run: abi::bench,
    },
    Task {
        name: "msrv",
        about: "the C library and what it is made of, with the oldest compiler that is promised",
        run: msrv::run,
    },
    Task {
        name: "windows",
        about: "the C library for Windows and 32-bit Linux, and its clients there",
        run: windows::run_all,
    },
    Task {
        name: "dist",
        about: "what a vendor downloads, into dist/: TARGET…; --check uses each archive; --twice TARGET… compares two builds; --costs",
        run: dist::run,
    },
    Task {
        name: "serve",
        about: "clients of `serve --stdio` in Python and Node, killed half way: --documents N --program PATH",
        run: serve::prove,
    },
    Task {
        name: "wasm",
        about: "the engine as WebAssembly: size, every case in Node, the page of examples/web in a browser; --no-browser",
        run: wasm::run_all,
    },
    Task {
        name: "test-python",
        about: "the Python package: installed in an environment of its own, every test",
        run: python::test,
    },
    Task {
        name: "bench-python",
        about: "the batch against polars, DuckDB and pandas, as ratios: SIZE…",
        run: python::bench,
    },
    Task {
        name: "bench-check",
        about: "what one check costs in Python: dict, bytes, verdict alone, with its reasons",
        run: python::bench_check,
    },
    Task {
        name: "engines",
        about: "the batch on DuckDB, polars in streaming and Spark, compared with the plain one",
        run: python::engines,
    },
    Task {
        name: "notebooks",
        about: "the notebooks of the examples, executed",
        run: python::notebooks,
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
