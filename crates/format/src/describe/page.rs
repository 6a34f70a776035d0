//! `docs/format.md`: every field, with what it means, what it holds, and what it is called elsewhere.

use super::columns::columns_of;
use super::{Described, c_name, lists, python_name, records, sentence};
use tierspayant_core::model::record::{FieldSpec, Kind, Privacy, RecordSpec, WordList};

const HEAD: &str = "\
# The documents

Written by `cargo xtask describe` from the declarations of the records (`crates/core/src/model`, `crates/format`); the schemas beside it
(`docs/schema`) come from the same declarations.

A document is one JSON object in UTF-8; a byte-order mark is read, UTF-16 is named as such and refused. Absent and `null` both mean that
nothing is said. Unknown and repeated fields, words that are not in a closed list, values of another type and dates in any form but
`YYYY-MM-DD` are refused with their place, and no error repeats a value. Both bounds of a period belong to it; a missing bound is open.

**private** marks what tells of a person: it is never part of a digest, an error or a log. In C, zero and an empty text mean that nothing is
said; the names are members of the structs named under each title. A column is `table.column` of the batch (`docs/columns.md`).

| document | what it is | schema |
|---|---|---|
";

/// The page of some documents.
pub fn page(documents: &[Described]) -> String {
    let mut page = HEAD.to_owned();
    for one in documents {
        let (name, title, anchor) = (one.name, one.title, anchor(one.record.name));
        page.push_str(&format!(
            "| [{name}](#{anchor}) | {title} | `docs/schema/{name}.json` |\n"
        ));
    }
    let records = records(documents);
    for record in &records {
        section(&mut page, record);
    }
    page.push_str("\n# The words\n");
    for list in lists(&records) {
        words(&mut page, list);
    }
    page
}

fn anchor(name: &str) -> String {
    python_name(name).to_lowercase()
}

fn section(page: &mut String, record: &RecordSpec) {
    let name = python_name(record.name);
    page.push_str(&format!("\n## {name}\n\n{}\n", sentence(record.doc)));
    let structs = super::c_structs(record.name);
    if !structs.is_empty() {
        page.push_str(&format!("\nIn C: `{}`.\n", structs.join("`, `")));
    }
    page.push_str("\n| field | meaning | holds | absent | C | column |\n|---|---|---|---|---|---|\n");
    for field in record.each() {
        let shown = |name: Option<String>| name.map_or_else(String::new, |name| format!("`{name}`"));
        page.push_str(&format!(
            "| `{}` | {} | {} | {} | {} | {} |\n",
            field.names.join("`, `"),
            meaning(field),
            holds(field.kind),
            absent(field),
            shown(c_name(record, field)),
            columns_of(record, field)
                .iter()
                .map(|one| format!("`{one}`"))
                .collect::<Vec<_>>()
                .join(", "),
        ));
    }
}

fn meaning(field: &FieldSpec) -> String {
    let doc = sentence(field.doc);
    match field.privacy {
        Privacy::Public => doc,
        Privacy::Identity => format!("{doc} **private**"),
        Privacy::NeverWritten => format!("{doc} **private**, never written"),
    }
}

fn absent(field: &FieldSpec) -> &'static str {
    match (field.required, field.absent) {
        (true, _) => "refused",
        (false, Some(words)) => words,
        (false, None) => "not said",
    }
}

fn holds(kind: Kind) -> String {
    let linked = |list: &WordList| format!("[{0}](#{1})", shown(list), shown(list).to_lowercase());
    match kind {
        Kind::Date => "a day".to_owned(),
        Kind::Moment => "a day, or `YYYY-MM-DDTHH:MM:SS`".to_owned(),
        Kind::Text(usize::MAX) => "a text".to_owned(),
        Kind::EitherWord(one, other) => format!("{} or {}", linked(one), linked(other)),
        Kind::Facts(list) => format!("an object, its keys of {}", linked(list)),
        Kind::Text(most) => format!("a text of at most {most} bytes"),
        Kind::Code(most) => format!("a code of at most {most} characters, raw"),
        Kind::KnownCode(most, list) => {
            format!("{}, or another code of at most {most} characters", linked(list))
        }
        Kind::Digits(count) => format!("{count} digits"),
        Kind::BirthDate => "6 to 10 characters, digits and dashes".to_owned(),
        Kind::Nir => "13 characters and maybe the key of 2 digits".to_owned(),
        Kind::Word(list) => linked(list),
        Kind::OpenWord(list) => format!("{}; another word leaves a doubt", linked(list)),
        Kind::Number(0, u64::MAX) => "a whole number, 0 or more".to_owned(),
        Kind::Number(least, most) => format!("a whole number, {least} to {most}"),
        Kind::Boolean => "true or false".to_owned(),
        Kind::Record(record) => format!("[{}](#{})", python_name(record.name), anchor(record.name)),
        Kind::List(of) => format!("a list: {}", holds(*of)),
        Kind::Set(of) => format!("a list, at least one, none twice: {}", holds(*of)),
        Kind::Constant(text) => format!("`{text}`"),
    }
}

/// The name of a list, also where its type is one of words beside another of that name.
fn shown(list: &WordList) -> &'static str {
    list.name.strip_suffix("Word").unwrap_or(list.name)
}

fn words(page: &mut String, list: &WordList) {
    page.push_str(&format!(
        "\n## {}\n\n{}\n\n| word | meaning |\n|---|---|\n",
        shown(list),
        sentence(list.doc)
    ));
    for word in list.words {
        page.push_str(&format!("| `{}` | {} |\n", word.word, sentence(word.doc)));
    }
}
