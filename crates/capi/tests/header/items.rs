//! The declarations that cbindgen prints, one by one.

use crate::sections::wrap;
use facade::lists::{names, words_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Define,
    Opaque,
    Struct,
    Function,
}

/// One declaration with what is said of it.
pub(crate) struct Item {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The paragraphs of its comment, without markup.
    pub(crate) doc: Vec<String>,
    /// As it stands in the header.
    pub(crate) declaration: String,
}

impl Item {
    /// The comment above the declaration.
    pub(crate) fn comment(&self) -> String {
        let paragraphs: Vec<String> = self.doc.iter().map(|one| wrap(one, 107, "\n * ")).collect();
        format!("/*\n * {}\n */\n", paragraphs.join("\n *\n * "))
    }
}

/// The constants of the closed lists, and those that name the lists themselves.
pub(crate) fn words() -> Vec<Item> {
    let define = |name: String, number: i32, doc: String| Item {
        kind: Kind::Define,
        doc: vec![doc],
        declaration: format!("#define {name} {number}"),
        name,
    };
    let mut all = Vec::new();
    for (place, list) in names().into_iter().enumerate() {
        let number = i32::try_from(place).unwrap() + 1;
        all.push(define(
            format!("TP_WORDS_{list}"),
            number,
            format!("The words of TP_{list}_."),
        ));
        for (number, word) in words_of(list) {
            let name = word.word.to_uppercase().replace(['-', '.'], "_");
            let doc = word.doc.iter().flat_map(|line| line.split_whitespace());
            let doc = doc.collect::<Vec<_>>().join(" ").replace('`', "");
            all.push(define(format!("TP_{list}_{name}"), number, doc));
        }
    }
    all
}

/// Every declaration, in order.
pub(crate) fn items(printed: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut doc = Vec::new();
    let mut lines = printed.lines();
    while let Some(line) = lines.next() {
        if line == "/*" {
            doc = paragraphs(lines.by_ref().take_while(|line| line.trim() != "*/"));
        } else if let Some(define) = line.strip_prefix("#define ") {
            items.push(define_of(define, std::mem::take(&mut doc)));
        } else if let Some(name) = line
            .strip_prefix("typedef struct ")
            .and_then(|rest| rest.strip_suffix(';'))
        {
            let name = name.split(' ').next().unwrap().to_owned();
            items.push(Item {
                kind: Kind::Opaque,
                declaration: format!("typedef struct {name} {name};"),
                name,
                doc: std::mem::take(&mut doc),
            });
        } else if line == "typedef struct {" {
            let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with('}')).collect();
            items.push(struct_of(&body, printed, std::mem::take(&mut doc)));
        } else if !line.is_empty() {
            let mut whole = line.to_owned();
            while !whole.ends_with(';') {
                whole.push(' ');
                whole.push_str(lines.next().unwrap().trim());
            }
            items.push(function_of(&whole, std::mem::take(&mut doc)));
        }
    }
    // They are behind a feature, which cbindgen does not look at.
    items.retain(|one| !one.name.starts_with("tp_test_"));
    items
}

/// The text of a comment by paragraphs; Rust's marks of code become plain.
fn paragraphs<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in lines {
        let line = line.trim().replace('`', "");
        if line.is_empty() {
            paragraphs.push(String::new());
        } else {
            let paragraph = paragraphs.last_mut().unwrap();
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(&line);
        }
    }
    paragraphs.retain(|one| !one.is_empty());
    paragraphs
}

fn define_of(define: &str, doc: Vec<String>) -> Item {
    let (name, value) = define.split_once(' ').unwrap();
    let value = if value.starts_with('-') {
        format!("({value})")
    } else {
        value.to_owned()
    };
    Item {
        kind: Kind::Define,
        name: name.to_owned(),
        doc,
        declaration: format!("#define {name} {value}"),
    }
}

fn struct_of(body: &[&str], printed: &str, doc: Vec<String>) -> Item {
    // The name stands after the body.
    let whole = format!("{}\n}} ", body.join("\n"));
    let after = &printed[printed.find(&whole).unwrap() + whole.len()..];
    let name = after.split(';').next().unwrap().to_owned();
    let mut fields = String::new();
    let mut said: Vec<String> = Vec::new();
    let mut lines = body.iter();
    while let Some(line) = lines.next() {
        if line.trim() == "/*" {
            said = paragraphs(lines.by_ref().take_while(|line| line.trim() != "*/").copied());
        } else {
            let text = wrap(&said.join(" "), 103, "\n       ");
            fields.push_str(&format!("    /* {text} */\n    {}\n", line.trim()));
        }
    }
    Item {
        kind: Kind::Struct,
        declaration: format!("typedef struct {name} {{\n{fields}}} {name};"),
        name,
        doc,
    }
}

fn function_of(whole: &str, doc: Vec<String>) -> Item {
    let (head, arguments) = whole.split_once('(').unwrap();
    let start = head.rfind([' ', '*']).unwrap() + 1;
    let (result, name) = head.split_at(start);
    let declaration = format!("TP_API {result}TP_CALL {name}({arguments}");
    let declaration = if declaration.len() <= 110 {
        declaration
    } else {
        let arguments: Vec<&str> = arguments.trim_end_matches(");").split(", ").collect();
        let first = format!("TP_API {result}TP_CALL {name}(");
        let mut lines = vec!["   ".to_owned()];
        for (place, argument) in arguments.iter().enumerate() {
            let end = if place + 1 == arguments.len() { ");" } else { "," };
            let line = lines.last_mut().unwrap();
            if line.len() + argument.len() + 2 > 110 {
                lines.push(format!("    {argument}{end}"));
            } else {
                line.push_str(&format!(" {argument}{end}"));
            }
        }
        format!("{first}\n{}", lines.join("\n"))
    };
    Item {
        kind: Kind::Function,
        name: name.to_owned(),
        doc,
        declaration,
    }
}
