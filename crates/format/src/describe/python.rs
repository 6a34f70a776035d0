//! `_typed.py`: the documents as classes of Python, closed lists as `Literal`.

use super::{Described, item, lists, python_name, records, sentence};
use tierspayant_core::model::record::{FieldSpec, Kind, RecordSpec};

/// What stands before the classes.
const HEAD: &str = include_str!("typed.py");

/// As wide as the formatter of the package writes.
const WIDTH: usize = 110;

/// The module of the classes of some documents.
pub fn python(documents: &[Described]) -> String {
    let records = records(documents);
    let mut module = HEAD.to_owned();
    for list in lists(&records) {
        if matches!(list.name, "Nature" | "Trait") {
            continue;
        }
        let words: Vec<String> = list.words.iter().map(|one| format!("\"{}\"", one.word)).collect();
        let line = format!("{} = Literal[{}]", list.name, words.join(", "));
        if line.len() <= WIDTH {
            module.push_str(&format!("{line}\n"));
        } else {
            module.push_str(&format!(
                "{} = Literal[\n    {},\n]\n",
                list.name,
                words.join(",\n    ")
            ));
        }
    }
    for record in records.iter().filter(|one| one.name != "RightsBody") {
        class(&mut module, record);
    }
    module
}

fn class(module: &mut String, record: &RecordSpec) {
    module.push_str("\n\n@dataclass(frozen=True, kw_only=True, slots=True, repr=False)\n");
    module.push_str(&format!("class {}(Typed):\n", python_name(record.name)));
    docstring(module, &sentence(record.doc));
    module.push('\n');
    for field in record.each() {
        let name = match field.name() {
            "from" => "from_",
            name => name,
        };
        let default = match field.kind {
            Kind::Constant(text) => format!("\"{text}\""),
            _ => "None".to_owned(),
        };
        module.push_str(&format!("    {name}: {} = {default}\n", annotation(field)));
        let mut doc = sentence(field.doc);
        if let Some(absent) = field.absent {
            doc.push_str(&format!(" Absent: {}.", absent.replace('`', "")));
        }
        docstring(module, &doc);
    }
}

fn annotation(field: &FieldSpec) -> String {
    match field.kind {
        Kind::Constant(_) => "str".to_owned(),
        Kind::List(_) | Kind::Set(_) => format!("Sequence[{}] | None", one(item(field.kind))),
        kind => format!("{} | None", one(kind)),
    }
}

fn one(kind: Kind) -> String {
    match kind {
        Kind::Date => "Day".to_owned(),
        Kind::Moment => "Moment".to_owned(),
        Kind::Number(..) => "int".to_owned(),
        Kind::Boolean => "bool".to_owned(),
        Kind::Word(list) => list.name.to_owned(),
        Kind::Record(record) => python_name(record.name),
        _ => "str".to_owned(),
    }
}

/// A text as a docstring, over several lines where it is long.
fn docstring(module: &mut String, text: &str) {
    const QUOTES: &str = "\"\"\"";
    let text = text.replace('\\', "");
    if text.len() + 4 + 2 * QUOTES.len() <= WIDTH {
        module.push_str(&format!("    {QUOTES}{text}{QUOTES}\n"));
        return;
    }
    let mut line = format!("    {QUOTES}");
    for (place, word) in text.split(' ').enumerate() {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            module.push_str(&format!("{}\n", line.trim_end()));
            line = "    ".to_owned();
        } else if place > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
    module.push_str(&format!("{line}\n    {QUOTES}\n"));
}
