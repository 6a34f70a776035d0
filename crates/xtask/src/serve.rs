//! `serve`: clients of `tierspayant serve --stdio` in Python and in Node, many documents, killed half way, and the answers
//! are those of one call each.

use crate::abi::{folder, write_cases};
use crate::process::{cargo, output, program, run, target};
use std::path::PathBuf;

/// Documents when none are asked for.
const DOCUMENTS: u32 = 100_000;

pub(crate) fn prove(arguments: &[String]) -> Result<String, String> {
    let named = |name: &str| {
        let place = arguments.iter().position(|one| one == name)?;
        arguments.get(place.saturating_add(1)).cloned()
    };
    let count = match named("--documents") {
        Some(number) => number
            .parse()
            .map_err(|_| format!("{number}: no number of documents"))?,
        None => DOCUMENTS,
    };
    let built = match named("--program") {
        Some(path) => PathBuf::from(path),
        None => {
            run(cargo().args(["build", "--release", "--quiet", "--package", "tierspayant-cli"]))?;
            target().join("release/tierspayant")
        }
    };
    let folder = folder("serve")?;
    let (dossiers, answers) = (folder.join("dossiers"), folder.join("answers"));
    let cases = write_cases(&dossiers, &answers)?;
    let (all, half) = (count.to_string(), (count / 2).to_string());
    let ask = |client: &[&str], killed: &[&str]| -> Result<String, String> {
        let [interpreter, script] = client else {
            return Err("no client".to_owned());
        };
        let mut command = program(interpreter);
        command
            .arg(script)
            .arg(&built)
            .arg(&dossiers)
            .arg(&all)
            .args(killed);
        let text = output(&mut command)?;
        let (answered, digest) = text.trim().split_once(' ').ok_or("the client prints nothing")?;
        if answered != all {
            return Err(format!("{script}: {answered} answers to {all} documents"));
        }
        Ok(digest.to_owned())
    };
    let expected = digest_of(&answers, count)?;
    let (python, node) = (
        ["python3", "examples/serve/client.py"],
        ["node", "examples/serve/client.mjs"],
    );
    for (client, killed) in [
        (python, None),
        (python, Some(&half)),
        (node, None),
        (node, Some(&half)),
    ] {
        let killed: Vec<&str> = killed.map(String::as_str).into_iter().collect();
        if ask(&client, &killed)? != expected {
            return Err(format!("{client:?}: other answers than of one call each"));
        }
    }
    Ok(format!(
        "serve: {count} documents of {cases} cases by Python and by Node, each again with the program killed half way: \
         the answers of one call each; 0 failed"
    ))
}

/// The SHA-256 of so many answers, the file over and over.
fn digest_of(answers: &std::path::Path, count: u32) -> Result<String, String> {
    let script = "import hashlib, itertools, sys\n\
                  lines = open(sys.argv[1], 'rb').read().splitlines(keepends=True)\n\
                  digest = hashlib.sha256()\n\
                  for line in itertools.islice(itertools.cycle(lines), int(sys.argv[2])): digest.update(line)\n\
                  print(digest.hexdigest())\n";
    let text = output(
        program("python3")
            .args(["-c", script])
            .arg(answers)
            .arg(count.to_string()),
    )?;
    Ok(text.trim().to_owned())
}
