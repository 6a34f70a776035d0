//! PHP through FFI, and Node through koffi: the same classes, in two spellings.

use crate::model::{Header, In, Method, Out, camel, pascal};
use std::fmt::Write;

const PHP: &str = r#"<?php
// The library for PHP 7.4 and later, through FFI, whole. Written by the build from the header of the library: do not edit.
//
// FFI must be enabled (ffi.enable). Structs are arrays by the names of the header; what is left out is 0 or empty. Dates
// are yyyymmdd and moments yyyymmddhhmmss, 0 when absent. The library is found in the environment variable
// TIERSPAYANT_LIBRARY, or by its usual name.
namespace TiersPayant;

/** A call that failed: its status, a stable code, and the place of the fault. No value of the input. */
final class TiersPayantException extends \RuntimeException
{
    public $status;
    public $errorCode;
    public $place;

    public function __construct(int $status, string $errorCode, string $place, string $message)
    {
        parent::__construct($message, $status);
        $this->status = $status;
        $this->errorCode = $errorCode;
        $this->place = $place;
    }
}

/** The functions as they are in C. */
final class Native
{
    private static $ffi = null;

    public static function ffi(): \FFI
    {
        if (self::$ffi === null) {
            $name = PHP_OS_FAMILY === 'Windows' ? 'tierspayant.dll' : (PHP_OS_FAMILY === 'Darwin' ? 'libtierspayant.dylib' : 'libtierspayant.so.@MAJOR@');
            self::$ffi = \FFI::cdef(self::CDEF, getenv('TIERSPAYANT_LIBRARY') ?: $name);
        }
        return self::$ffi;
    }

    public static function need(int $status, $error): void
    {
        if ($status === 0) {
            return;
        }
        $ffi = self::ffi();
        if (\FFI::isNull($error)) {
            throw new TiersPayantException($status, '', '', self::text($ffi->tp_status_text($status)));
        }
        $problem = new TiersPayantException(
            $status,
            self::text($ffi->tp_error_code($error)),
            self::text($ffi->tp_error_place($error)),
            self::text($ffi->tp_error_message($error))
        );
        $ffi->tp_error_free($error);
        throw $problem;
    }

    /** FFI gives a `const char *` as a string. */
    private static function text($given): string
    {
        return is_string($given) ? $given : \FFI::string($given);
    }

    public static function view($view): string
    {
        return $view->len === 0 ? '' : \FFI::string($view->data, $view->len);
    }

    public static function taken($text): string
    {
        $given = self::ffi()->tp_text_data($text);
        $copy = is_string($given) ? $given : \FFI::string($given, self::ffi()->tp_text_len($text));
        self::ffi()->tp_text_free($text);
        return $copy;
    }

    /** A struct of the library, from an array; what its texts are in is kept in `$kept`. */
    public static function struct(string $name, array $given, array &$kept)
    {
        $struct = self::ffi()->new($name);
        $struct->size = \FFI::sizeof($struct);
        foreach ($given as $field => $value) {
            if (is_string($value)) {
                if ($value !== '') {
                    $bytes = self::ffi()->new('char[' . strlen($value) . ']');
                    \FFI::memcpy($bytes, $value, strlen($value));
                    $kept[] = $bytes;
                    $struct->$field->data = self::ffi()->cast('char *', \FFI::addr($bytes[0]));
                    $struct->$field->len = strlen($value);
                }
            } else {
                $struct->$field = $value;
            }
        }
        return $struct;
    }

    /** An array, from a struct of the library. */
    public static function fields($struct, array $names): array
    {
        $given = [];
        foreach ($names as $name) {
            $value = $struct->$name;
            $given[$name] = is_object($value) ? self::view($value) : $value;
        }
        return $given;
    }

    const CDEF = <<<'C'
@CDEF@C;
}

/** An object of the library, freed once, however often it is closed. */
abstract class Handle
{
    private $pointer;

    public function __construct($pointer)
    {
        $this->pointer = $pointer;
    }

    public function pointer()
    {
        if ($this->pointer === null) {
            throw new \LogicException('closed');
        }
        return $this->pointer;
    }

    public function close(): void
    {
        if ($this->pointer !== null) {
            $free = static::FREE;
            Native::ffi()->$free($this->pointer);
            $this->pointer = null;
        }
    }

    public function __destruct()
    {
        $this->close();
    }
}
"#;

const NODE: &str = r#"// The library for Node 18 and later, through koffi, whole. Written by the build from the header of the library: do not edit.
//
// Structs are objects by the names of the header; what is left out is 0 or empty. Dates are yyyymmdd, 0 when absent;
// moments yyyymmddhhmmss, as numbers or BigInt. The library is found in the environment variable TIERSPAYANT_LIBRARY, or
// by its usual name.
import { createRequire } from "node:module";

let koffi;
try {
  koffi = createRequire(process.env.NODE_PATH ? process.env.NODE_PATH + "/" : import.meta.url)("koffi");
} catch (error) {
  throw error.code === "MODULE_NOT_FOUND" ? new Error("the library is called through koffi: npm install koffi", { cause: error }) : error;
}

const names = { win32: "tierspayant.dll", darwin: "libtierspayant.dylib" };
const library = koffi.load(process.env.TIERSPAYANT_LIBRARY ?? names[process.platform] ?? "libtierspayant.so.@MAJOR@");

/** A call that failed: its status, a stable code, and the place of the fault. No value of the input. */
export class TiersPayantError extends Error {
  constructor(status, code, place, message) {
    super(message);
    this.status = status;
    this.code = code;
    this.place = place;
  }
}

const view = ({ data, len }) => (Number(len) === 0 ? "" : Buffer.from(koffi.decode(data, "uint8_t", Number(len))).toString("utf8"));
const number = (value) => (typeof value === "bigint" ? Number(value) : value);

/** A struct of the library, from an object. */
function struct(type, fields, given) {
  const made = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = given[name];
    if (name === "size") made.size = koffi.sizeof(type);
    else if (kind === "tp_str") {
      const bytes = Buffer.from(value ?? "", "utf8");
      made[name] = { data: bytes.length === 0 ? null : bytes, len: bytes.length };
    } else made[name] = value ?? 0;
  }
  return made;
}

/** An object, from a struct of the library. */
function plain(fields, given) {
  const made = {};
  for (const [name, kind] of Object.entries(fields)) {
    if (name !== "size") made[name] = kind === "tp_str" ? view(given[name]) : given[name];
  }
  return made;
}

function need(status, error) {
  if (status === 0) return;
  if (!error[0]) throw new TiersPayantError(status, "", "", native.tp_status_text(status));
  const problem = new TiersPayantError(
    status, native.tp_error_code(error[0]), native.tp_error_place(error[0]), native.tp_error_message(error[0]));
  native.tp_error_free(error[0]);
  throw problem;
}

function taken(text) {
  const copy = view({ data: native.text_bytes(text), len: native.tp_text_len(text) });
  native.tp_text_free(text);
  return copy;
}

/** An object of the library, freed once, however often it is closed. */
class Handle {
  #pointer;

  constructor(pointer) {
    this.#pointer = pointer;
  }

  get pointer() {
    if (this.#pointer === null) throw new Error("closed");
    return this.#pointer;
  }

  close() {
    if (this.#pointer !== null) this.constructor.free(this.#pointer);
    this.#pointer = null;
  }
}
"#;

/// What differs between the two, for one method.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tongue {
    Php,
    Node,
}

pub(crate) fn php(header: &Header) -> String {
    let mut out = PHP
        .replace("@CDEF@", &header.plain)
        .replace("@MAJOR@", &major(header));
    out.push_str("\n/** The numbers of the header. */\nfinal class Tp\n{\n");
    for (name, number) in &header.numbers {
        writeln!(out, "    const {} = {number};", name.trim_start_matches("TP_")).unwrap();
    }
    out.push_str("}\n");
    let methods = header.methods();
    for class in classes(header) {
        write!(
            out,
            "\nfinal class {} extends Handle\n{{\n    const FREE = '{class}_free';\n",
            pascal(class)
        )
        .unwrap();
        for method in methods.iter().filter(|one| one.class.as_deref() == Some(class)) {
            out.push_str(&written(header, method, Tongue::Php));
        }
        out.push_str("}\n");
    }
    out.push_str("\nfinal class Library\n{");
    for method in methods.iter().filter(|one| one.class.is_none()) {
        out.push_str(&written(header, method, Tongue::Php));
    }
    out.push_str("}\n");
    out
}

pub(crate) fn node(header: &Header) -> String {
    let mut out = NODE.replace("@MAJOR@", &major(header));
    out.push_str("\n/** The numbers of the header. */\nexport const TP = Object.freeze({\n");
    for (name, number) in &header.numbers {
        writeln!(out, "  {}: {number},", name.trim_start_matches("TP_")).unwrap();
    }
    out.push_str("});\n\n");
    for name in &header.opaque {
        writeln!(out, "koffi.opaque(\"{name}\");").unwrap();
    }
    out.push_str("koffi.struct(\"tp_str\", { data: \"void *\", len: \"size_t\" });\nconst fields = {\n");
    for one in header.structs.iter().filter(|one| one.name != "tp_str") {
        let fields: Vec<String> = one
            .fields
            .iter()
            .map(|field| format!("{}: \"{}\"", field.name, field.ty))
            .collect();
        writeln!(out, "  {}: {{ {} }},", one.name, fields.join(", ")).unwrap();
    }
    out.push_str("};\nfor (const [name, known] of Object.entries(fields)) koffi.struct(name, known);\n\nconst native = {\n");
    for function in &header.functions {
        let params: Vec<String> = function
            .params
            .iter()
            .map(|one| node_type(header, &one.ty))
            .collect();
        writeln!(
            out,
            "  {}: library.func(\"{}\", \"{}\", [{}]),",
            function.name,
            function.name,
            function.result.replace('*', " *"),
            params.join(", ")
        )
        .unwrap();
        if function.name == "tp_text_data" {
            out.push_str("  text_bytes: library.func(\"tp_text_data\", \"void *\", [\"tp_text *\"]),\n");
        }
    }
    out.push_str("};\n");
    let methods = header.methods();
    for class in classes(header) {
        write!(out, "\nexport class {} extends Handle {{\n  static free(pointer) {{\n    native.{class}_free(pointer);\n  }}\n", pascal(class)).unwrap();
        for method in methods.iter().filter(|one| one.class.as_deref() == Some(class)) {
            out.push_str(&written(header, method, Tongue::Node));
        }
        out.push_str("}\n");
    }
    out.push_str("\nexport class Library {");
    for method in methods.iter().filter(|one| one.class.is_none()) {
        out.push_str(&written(header, method, Tongue::Node));
    }
    out.push_str("}\n");
    out
}

fn major(header: &Header) -> String {
    let number = header.numbers.iter().find(|(name, _)| name == "TP_ABI_MAJOR");
    number.unwrap().1.to_string()
}

fn classes(header: &Header) -> impl Iterator<Item = &String> {
    header
        .opaque
        .iter()
        .filter(|one| !["tp_error", "tp_text"].contains(&one.as_str()))
}

fn node_type(header: &Header, ty: &str) -> String {
    let plain = ty.trim_start_matches("const ").trim_end_matches('*');
    let is_struct = header.structs.iter().any(|one| one.name == plain);
    match ty {
        "int32_t" | "uint32_t" | "int64_t" | "size_t" => format!("\"{ty}\""),
        "const char*" | "const uint16_t*" => "\"uint8_t *\"".to_owned(),
        "char*" | "uint16_t*" => "\"void *\"".to_owned(),
        _ if ty.ends_with("**") => format!("koffi.out(\"{plain} **\")"),
        _ if is_struct && ty.starts_with("const ") => format!("\"{plain} *\""),
        _ if is_struct => format!("koffi.inout(\"{plain} *\")"),
        "int32_t*" | "size_t*" => format!("koffi.out(\"{plain} *\")"),
        _ => format!("\"{plain} *\""),
    }
}

fn written(header: &Header, method: &Method<'_>, tongue: Tongue) -> String {
    let php = tongue == Tongue::Php;
    let (step, dollar) = if php { ("        ", "$") } else { ("    ", "") };
    let (mut given, mut optional, mut passed, mut before, mut values) =
        (Vec::new(), Vec::new(), Vec::new(), String::new(), Vec::new());
    if method.on_object {
        passed.push(if php { "$this->pointer()" } else { "this.pointer" }.to_owned());
    }
    for one in &method.ins {
        match one {
            In::Object { class, name } => {
                let name = camel(name);
                given.push(if php {
                    format!("{} ${name}", pascal(class))
                } else {
                    name.clone()
                });
                passed.push(if php {
                    format!("${name}->pointer()")
                } else {
                    format!("{name}.pointer")
                });
            }
            In::Struct {
                of,
                name,
                optional: may_miss,
            } => {
                let name = camel(name);
                let list = if *may_miss { &mut optional } else { &mut given };
                match (php, may_miss) {
                    (true, true) => list.push(format!("?array ${name} = null")),
                    (true, false) => list.push(format!("array ${name}")),
                    (false, true) => list.push(format!("{name} = null")),
                    (false, false) => list.push(name.clone()),
                }
                if php {
                    writeln!(before, "{step}$kept_{name} = [];").unwrap();
                    writeln!(before, "{step}$struct_{name} = ${name} === null ? null : Native::struct('{of}', ${name}, $kept_{name});").unwrap();
                    passed.push(format!(
                        "$struct_{name} === null ? null : \\FFI::addr($struct_{name})"
                    ));
                } else {
                    passed.push(format!("{name} && struct(\"{of}\", fields.{of}, {name})"));
                }
            }
            In::Bytes { name } => {
                let name = camel(name);
                if php {
                    given.push(format!("string ${name}"));
                    passed.push(format!("${name}, strlen(${name})"));
                } else {
                    given.push(name.clone());
                    writeln!(before, "{step}const {name}Bytes = Buffer.from({name});").unwrap();
                    passed.push(format!("{name}Bytes, {name}Bytes.length"));
                }
            }
            In::Int { name, .. } | In::Size { name } => {
                let name = camel(name);
                given.push(if php { format!("int ${name}") } else { name.clone() });
                passed.push(format!("{dollar}{name}"));
            }
        }
    }
    for one in &method.outs {
        let (name, php_place, php_value, node_place, node_value) = match one {
            Out::Object { class, name } => (
                name,
                format!("{class} *"),
                format!("new {}($x_{name})", pascal(class)),
                "[null]".to_owned(),
                format!("new {}(x_{name}[0])", pascal(class)),
            ),
            Out::Text { name } => (
                name,
                "tp_text *".into(),
                format!("Native::taken($x_{name})"),
                "[null]".into(),
                format!("taken(x_{name}[0])"),
            ),
            Out::View { name } => (
                name,
                "tp_str".into(),
                format!("Native::view($x_{name})"),
                "{ data: null, len: 0 }".into(),
                format!("view(x_{name})"),
            ),
            Out::Int { name } => (
                name,
                "int32_t".into(),
                format!("$x_{name}->cdata"),
                "[0]".into(),
                format!("x_{name}[0]"),
            ),
            Out::Size { name } => (
                name,
                "size_t".into(),
                format!("$x_{name}->cdata"),
                "[0]".into(),
                format!("number(x_{name}[0])"),
            ),
            Out::Struct { of, name } => {
                let known = header.structs.iter().find(|one| one.name == *of).unwrap();
                let names: Vec<String> = known
                    .fields
                    .iter()
                    .filter(|one| one.name != "size")
                    .map(|one| format!("'{}'", one.name))
                    .collect();
                (
                    name,
                    of.clone(),
                    format!("Native::fields($x_{name}, [{}])", names.join(", ")),
                    format!("struct(\"{of}\", fields.{of}, {{}})"),
                    format!("plain(fields.{of}, x_{name})"),
                )
            }
        };
        if php {
            writeln!(before, "{step}$x_{name} = Native::ffi()->new('{php_place}');").unwrap();
            if matches!(one, Out::Struct { .. }) {
                writeln!(before, "{step}$x_{name}->size = \\FFI::sizeof($x_{name});").unwrap();
            }
            passed.push(format!("\\FFI::addr($x_{name})"));
            values.push((name, php_value));
        } else {
            writeln!(before, "{step}const x_{name} = {node_place};").unwrap();
            passed.push(format!("x_{name}"));
            values.push((name, node_value));
        }
    }
    let name = &method.function.name;
    let mut body = before;
    if method.can_fail {
        if php {
            writeln!(body, "{step}$error = Native::ffi()->new('tp_error *');").unwrap();
            passed.push("\\FFI::addr($error)".to_owned());
            writeln!(
                body,
                "{step}Native::need(Native::ffi()->{name}({}), $error);",
                passed.join(", ")
            )
            .unwrap();
        } else {
            writeln!(body, "{step}const error = [null];").unwrap();
            passed.push("error".to_owned());
            writeln!(body, "{step}need(native.{name}({}), error);", passed.join(", ")).unwrap();
        }
    } else if php {
        writeln!(body, "{step}return Native::ffi()->{name}({});", passed.join(", ")).unwrap();
    } else {
        writeln!(body, "{step}return number(native.{name}({}));", passed.join(", ")).unwrap();
    }
    match values.as_slice() {
        [] => {}
        [(_, value)] => writeln!(body, "{step}return {value};").unwrap(),
        _ => {
            let pairs: Vec<String> = values
                .iter()
                .map(|(name, value)| {
                    if php {
                        format!("'{name}' => {value}")
                    } else {
                        format!("{}: {value}", camel(name))
                    }
                })
                .collect();
            let (open, close) = if php { ("[", "]") } else { ("{ ", " }") };
            writeln!(body, "{step}return {open}{}{close};", pairs.join(", ")).unwrap();
        }
    }
    given.extend(optional);
    let called = match camel(&method.name).as_str() {
        "new" => "create".to_owned(),
        name => name.to_owned(),
    };
    let fixed = if method.on_object { "" } else { "static " };
    let doc = method.function.doc.replace("*/", "");
    if php {
        format!(
            "\n    /** {doc}. */\n    public {fixed}function {called}({})\n    {{\n{body}    }}\n",
            given.join(", ")
        )
    } else {
        format!(
            "\n  /** {doc}. */\n  {fixed}{called}({}) {{\n{body}  }}\n",
            given.join(", ")
        )
    }
}
