//! The header as data: its numbers, structs and functions, and what a method of a class would be for each function.

use std::fs;
use std::path::Path;

pub(crate) struct Field {
    pub(crate) ty: String,
    pub(crate) name: String,
}

pub(crate) struct Struct {
    pub(crate) name: String,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) result: String,
    pub(crate) params: Vec<Field>,
    /// The first sentence of what the header says of it.
    pub(crate) doc: String,
}

pub(crate) struct Header {
    pub(crate) numbers: Vec<(String, i64)>,
    pub(crate) opaque: Vec<String>,
    pub(crate) structs: Vec<Struct>,
    pub(crate) functions: Vec<Function>,
    /// The declarations alone, as a reader of C without a preprocessor takes them.
    pub(crate) plain: String,
}

/// What a method takes.
pub(crate) enum In {
    Object {
        class: String,
        name: String,
    },
    /// A struct, which may be left out when it is options or a style.
    Struct {
        of: String,
        name: String,
        optional: bool,
    },
    Bytes {
        name: String,
    },
    Int {
        name: String,
        bits: u32,
    },
    Size {
        name: String,
    },
}

/// What a method gives.
pub(crate) enum Out {
    Object { class: String, name: String },
    Text { name: String },
    View { name: String },
    Int { name: String },
    Size { name: String },
    Struct { of: String, name: String },
}

/// A function as a method: of which class, on which object.
pub(crate) struct Method<'a> {
    pub(crate) function: &'a Function,
    /// `None` for what belongs to no object.
    pub(crate) class: Option<String>,
    pub(crate) on_object: bool,
    /// The rest of the name of the function.
    pub(crate) name: String,
    pub(crate) ins: Vec<In>,
    pub(crate) outs: Vec<Out>,
    /// Whether it gives a status and takes a place for an error.
    pub(crate) can_fail: bool,
}

pub(crate) fn header(file: &str) -> Header {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join(file)).unwrap();
    let mut header = Header {
        numbers: Vec::new(),
        opaque: Vec::new(),
        structs: Vec::new(),
        functions: Vec::new(),
        plain: String::new(),
    };
    let mut doc = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("/*") && !line.contains("typedef") {
            doc = line.trim_start_matches("/*").to_owned();
            let mut here = line;
            while !here.trim_end().ends_with("*/") {
                here = lines.next().unwrap();
                doc.push(' ');
                doc.push_str(here.trim().trim_start_matches('*').trim());
            }
            doc = doc
                .replace("*/", "")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
        } else if let Some(rest) = line.strip_prefix("#define TP") {
            let words: Vec<&str> = rest.split_whitespace().collect();
            if let [name, value, ..] = words.as_slice() {
                if let Ok(number) = value.trim_matches(['(', ')']).parse() {
                    header.numbers.push((format!("TP{name}"), number));
                }
            }
        } else if let Some(rest) = line.strip_prefix("typedef struct ") {
            if let Some(name) = rest.strip_suffix(" {") {
                header.plain.push_str(&format!("typedef struct {name} {{"));
                let mut fields = Vec::new();
                let mut inside = false;
                for line in lines.by_ref() {
                    if line.starts_with('}') {
                        break;
                    }
                    inside |= line.trim_start().starts_with("/*");
                    if let (false, Some(field)) = (inside, line.trim().strip_suffix(';')) {
                        header.plain.push_str(&format!(" {field};"));
                        fields.push(declared(field));
                    }
                    inside &= !line.trim_end().ends_with("*/");
                }
                header.plain.push_str(&format!(" }} {name};\n"));
                header.structs.push(Struct {
                    name: name.to_owned(),
                    fields,
                });
            } else {
                let name = rest.split(' ').next().unwrap();
                header.plain.push_str(&format!("{line}\n"));
                header.opaque.push(name.to_owned());
            }
        } else if line.starts_with("TP_API ") {
            let mut whole = line.to_owned();
            while !whole.ends_with(';') {
                whole.push(' ');
                whole.push_str(lines.next().unwrap().trim());
            }
            let whole = whole
                .replace("TP_API ", "")
                .replace("TP_CALL ", "")
                .replace("TPW_CALL ", "");
            header.plain.push_str(&format!("{whole}\n"));
            let (head, arguments) = whole.split_once('(').unwrap();
            let head = declared(head);
            let arguments = arguments.trim_end_matches(");").trim();
            header.functions.push(Function {
                name: head.name,
                result: head.ty,
                params: if arguments == "void" {
                    Vec::new()
                } else {
                    arguments.split(", ").map(declared).collect()
                },
                doc: doc.split(". ").next().unwrap().trim_end_matches('.').to_owned(),
            });
        }
    }
    assert!(
        header.structs.is_empty() || header.structs.len() > 20,
        "{} structs",
        header.structs.len()
    );
    header
}

/// A type and a name, where stars may stand beside the name.
fn declared(text: &str) -> Field {
    let text = text.trim();
    let start = text.rfind([' ', '*']).unwrap() + 1;
    let (ty, name) = text.split_at(start);
    Field {
        ty: ty.trim().replace(" *", "*"),
        name: name.to_owned(),
    }
}

/// `tp_claim_contract` as `ClaimContract`.
pub(crate) fn pascal(name: &str) -> String {
    let name = name.strip_prefix("tp_").unwrap_or(name);
    let up = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    name.split('_').map(up).collect()
}

/// `set_claim_contract` as `setClaimContract`.
pub(crate) fn camel(name: &str) -> String {
    let pascal = pascal(name);
    pascal[..1].to_lowercase() + &pascal[1..]
}

impl Header {
    fn is_struct(&self, name: &str) -> bool {
        self.structs.iter().any(|one| one.name == name)
    }

    /// Every class with the methods that it has.
    pub(crate) fn methods(&self) -> Vec<Method<'_>> {
        let own = |name: &str| {
            !name.ends_with("_free")
                && !["tp_error_", "tp_text_", "tp_str_", "tp_status_", "tp_struct_"]
                    .iter()
                    .any(|start| name.starts_with(start))
                && name != "tp_version_text"
        };
        self.functions
            .iter()
            .filter(|one| own(&one.name))
            .map(|one| self.method(one))
            .collect()
    }

    fn method<'a>(&'a self, function: &'a Function) -> Method<'a> {
        let mut classes: Vec<&String> = self.opaque.iter().collect();
        classes.sort_by_key(|one| std::cmp::Reverse(one.len()));
        let params = &function.params;
        let handle = |ty: &str| {
            let name = ty.trim_start_matches("const ").strip_suffix('*')?;
            self.opaque.iter().any(|one| one == name).then(|| name.to_owned())
        };
        let named = classes
            .iter()
            .find(|one| function.name.starts_with(&format!("{one}_")));
        let first = params.first().and_then(|one| handle(&one.ty));
        let class = named.map(|one| (*one).clone()).or_else(|| first.clone());
        let on_object = class.is_some() && first == class;
        let name = match named {
            Some(class) => function.name[class.len() + 1..].to_owned(),
            None => function.name["tp_".len()..].to_owned(),
        };
        // A timeline is made of an engine and a dossier: it is a static method of its class.
        let (mut ins, mut outs, mut can_fail) = (Vec::new(), Vec::new(), false);
        let mut rest = params.iter().skip(usize::from(on_object)).peekable();
        while let Some(Field { ty, name }) = rest.next() {
            let name = name.clone();
            let plain = ty.trim_start_matches("const ").trim_end_matches('*').to_owned();
            let optional = plain == "tp_options" || plain == "tp_style";
            match ty.as_str() {
                "tp_error**" => can_fail = true,
                "const char*" => {
                    assert!(rest.next().unwrap().name.ends_with("len"), "{}", function.name);
                    ins.push(In::Bytes { name });
                }
                "int32_t" => ins.push(In::Int { name, bits: 32 }),
                "int64_t" => ins.push(In::Int { name, bits: 64 }),
                "size_t" => ins.push(In::Size { name }),
                "tp_text**" => outs.push(Out::Text { name }),
                "tp_str*" => outs.push(Out::View { name }),
                "int32_t*" => outs.push(Out::Int { name }),
                "size_t*" => outs.push(Out::Size { name }),
                ty if ty.ends_with("**") => outs.push(Out::Object { class: plain, name }),
                ty if self.is_struct(&plain) && ty.starts_with("const ") => ins.push(In::Struct {
                    of: plain,
                    name,
                    optional,
                }),
                _ if self.is_struct(&plain) => outs.push(Out::Struct { of: plain, name }),
                _ => ins.push(In::Object {
                    class: handle(ty).unwrap_or_else(|| panic!("{}: {ty}", function.name)),
                    name,
                }),
            }
        }
        Method {
            function,
            class,
            on_object,
            name,
            ins,
            outs,
            can_fail,
        }
    }
}
