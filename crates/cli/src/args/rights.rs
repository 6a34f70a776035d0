//! `--rights FILE --from FORMAT`, several times: which format goes with which file.

use crate::input::RightsFormat;
use clap::builder::EnumValueParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, value_parser};
use std::path::PathBuf;

/// A file of rights and the format it is in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RightsFile {
    pub(crate) path: PathBuf,
    pub(crate) from: RightsFormat,
}

/// The files of rights, in the order in which they were given.
pub(crate) struct RightsFiles(pub(crate) Vec<RightsFile>);

impl Args for RightsFiles {
    fn augment_args(command: Command) -> Command {
        command
            .arg(
                Arg::new("rights")
                    .long("rights")
                    .value_name("FILE")
                    .action(ArgAction::Append)
                    .value_parser(value_parser!(PathBuf))
                    .requires("claim")
                    .help("What was read of the rights, several times if need be; `-` reads standard input"),
            )
            .arg(
                Arg::new("from")
                    .long("from")
                    .value_name("FORMAT")
                    .action(ArgAction::Append)
                    .value_parser(EnumValueParser::<RightsFormat>::new())
                    .requires("rights")
                    .help("Format of the --rights before it; json where it is not given"),
            )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for RightsFiles {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let files = placed::<PathBuf>(matches, "rights").map(|(at, path)| (at, Typed::File(path)));
        let formats = placed::<RightsFormat>(matches, "from").map(|(at, from)| (at, Typed::Format(from)));
        let mut typed: Vec<(usize, Typed)> = files.chain(formats).collect();
        typed.sort_by_key(|(at, _)| *at);
        pair(typed.into_iter().map(|(_, one)| one)).map(RightsFiles)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

enum Typed {
    File(PathBuf),
    Format(RightsFormat),
}

/// The values of an option, each with its place on the command line.
fn placed<'a, T: Clone + Send + Sync + 'static>(
    matches: &'a ArgMatches,
    id: &str,
) -> impl Iterator<Item = (usize, T)> + use<'a, T> {
    let places = matches.indices_of(id).into_iter().flatten();
    places.zip(matches.get_many::<T>(id).into_iter().flatten().cloned())
}

/// A format goes with the file before it, and each file has one at most.
fn pair(typed: impl Iterator<Item = Typed>) -> Result<Vec<RightsFile>, clap::Error> {
    let mut files: Vec<RightsFile> = Vec::new();
    let mut open = false;
    for one in typed {
        match (one, files.last_mut()) {
            (Typed::File(path), _) => {
                files.push(RightsFile {
                    path,
                    from: RightsFormat::JSON,
                });
                open = true;
            }
            (Typed::Format(from), Some(last)) if open => {
                last.from = from;
                open = false;
            }
            (Typed::Format(_), _) => {
                let message = "each --from names the format of the --rights before it\n";
                return Err(clap::Error::raw(ErrorKind::ArgumentConflict, message));
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
#[path = "rights_tests.rs"]
mod tests;
