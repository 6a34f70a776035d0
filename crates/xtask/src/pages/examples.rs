//! The cases, answered: for each reason the first case that gives it, and how much it weighs in all of them.

use crate::process::root;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use tierspayant::core::ids::ReasonId;
use tierspayant::{Engine, Lang, Options};

/// A case with its answers.
pub(super) struct Case {
    pub name: String,
    pub why: String,
    pub dossier: Value,
    pub fr: Value,
    pub en: Value,
    expected: BTreeSet<String>,
}

impl Case {
    /// The reasons of this id, in one language.
    pub fn reasons<'a>(&'a self, lang: Lang, id: &'a str) -> impl Iterator<Item = &'a Value> {
        let answer = match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        };
        let reasons = answer.get("reasons").and_then(Value::as_array);
        let is = move |one: &&Value| one.get("id").and_then(Value::as_str) == Some(id);
        reasons.into_iter().flatten().filter(is)
    }
}

/// Every case.
pub(super) struct Examples {
    cases: Vec<Case>,
    weights: BTreeMap<String, BTreeSet<String>>,
}

impl Examples {
    pub fn read(engine: &Engine) -> Result<Self, String> {
        let folder = root().join("tests/cases");
        // What is pending is answered wrongly: no example.
        let pending =
            tierspayant_testkit::pending_cases().map_err(|error| format!("pending.txt: {error}"))?;
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut paths = Vec::new();
        for entry in entries {
            paths.push(entry.map_err(|error| error.to_string())?.path());
        }
        paths.sort();
        let mut examples = Examples {
            cases: Vec::new(),
            weights: BTreeMap::new(),
        };
        for path in paths
            .iter()
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
        {
            let shown = path.display();
            let bytes = fs::read(path).map_err(|error| format!("{shown}: {error}"))?;
            let file: Value = serde_json::from_slice(&bytes).map_err(|error| format!("{shown}: {error}"))?;
            if text(&file, "format") != "tierspayant-cases/1" {
                continue;
            }
            let family = path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default();
            for case in file.get("cases").and_then(Value::as_array).into_iter().flatten() {
                let name = format!("{family}/{}", text(case, "name"));
                if pending.contains(&name) {
                    continue;
                }
                let case = read_case(engine, &family, case).map_err(|error| format!("{shown}: {error}"))?;
                examples.weigh(&case);
                examples.cases.push(case);
            }
        }
        Ok(examples)
    }

    fn weigh(&mut self, case: &Case) {
        let reasons = case.en.get("reasons").and_then(Value::as_array);
        for reason in reasons.into_iter().flatten() {
            let weights = self.weights.entry(text(reason, "id").to_owned()).or_default();
            weights.insert(text(reason, "severity").to_owned());
        }
    }

    /// How much a reason weighs in the cases.
    pub fn weights(&self, id: ReasonId) -> impl Iterator<Item = &str> {
        self.weights
            .get(id.as_str())
            .into_iter()
            .flatten()
            .map(String::as_str)
    }

    /// The first case that is about a reason, else the first that gives it.
    pub fn of(&self, id: ReasonId) -> Option<&Case> {
        let gives = |case: &&Case| case.reasons(Lang::En, id.as_str()).next().is_some();
        let mut about = self
            .cases
            .iter()
            .filter(|case| case.expected.contains(id.as_str()));
        about.find(gives).or_else(|| self.cases.iter().find(gives))
    }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn read_case(engine: &Engine, family: &str, case: &Value) -> Result<Case, String> {
    let name = format!("{family}/{}", text(case, "name"));
    let dossier = case.get("dossier").cloned().unwrap_or_default();
    let answer = |lang: Lang| -> Result<Value, String> {
        let options = Options {
            lang,
            ..Options::default()
        }
        .without_what_if();
        let answer = engine
            .check_json(dossier.to_string().as_bytes(), &options)
            .map_err(|error| format!("{name}: {error}"))?;
        serde_json::from_str(&answer).map_err(|error| format!("{name}: {error}"))
    };
    let expected = case
        .pointer("/expect/reasons")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|one| one.as_str().or_else(|| one.get("id")?.as_str()));
    Ok(Case {
        why: text(case, "why").to_owned(),
        fr: answer(Lang::Fr)?,
        en: answer(Lang::En)?,
        expected: expected.map(str::to_owned).collect(),
        name,
        dossier,
    })
}
