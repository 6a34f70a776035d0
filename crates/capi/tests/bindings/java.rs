//! Java 11 and later, through JNA: one file, an AutoCloseable for each object.

use crate::model::{Header, In, Method, Out, camel, pascal};
use std::fmt::Write;

const TOP: &str = "\
// The library for Java, whole, through JNA. Written by the build from the header of the library: do not edit.
//
// Threads may share an Engine. Close what is made; closing twice is harmless. Dates are yyyymmdd and moments
// yyyymmddhhmmss, 0 when absent. Structs are those of the header: a Str is set with set() and read with toString().

import com.sun.jna.IntegerType;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.ByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

public final class TiersPayant {
    private TiersPayant() {}

    private static final Calls CALLS = Native.load(\"tierspayant\", Calls.class);

    /** A call that failed: its status, a stable code, and the place of the fault. No value of the input. */
    public static final class TiersPayantException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        public final int status;
        public final String code;
        public final String place;

        TiersPayantException(int status, String code, String place, String message) {
            super(message);
            this.status = status;
            this.code = code;
            this.place = place;
        }
    }

    /** An object of the library, freed once, however often it is closed. */
    public abstract static class Handle implements AutoCloseable {
        private Pointer pointer;

        Handle(Pointer pointer) {
            this.pointer = pointer;
        }

        final synchronized Pointer get() {
            if (pointer == null) throw new IllegalStateException(\"closed\");
            return pointer;
        }

        abstract void free(Pointer pointer);

        @Override
        public final synchronized void close() {
            if (pointer != null) free(pointer);
            pointer = null;
        }
    }

    /** As wide as size_t. */
    public static final class Size extends IntegerType {
        private static final long serialVersionUID = 1L;

        public Size() {
            this(0);
        }

        public Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** A place for a size_t. */
    public static final class SizeByReference extends ByReference {
        public SizeByReference() {
            super(Native.SIZE_T_SIZE);
        }

        int get() {
            return Native.SIZE_T_SIZE == 8 ? (int) getPointer().getLong(0) : getPointer().getInt(0);
        }
    }

    /** A text inside a struct. */
    @Structure.FieldOrder({\"data\", \"len\"})
    public static class Str extends Structure {
        public Pointer data;
        public Size len = new Size();
        private Memory kept;

        public void set(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            kept = bytes.length == 0 ? null : new Memory(bytes.length);
            if (kept != null) kept.write(0, bytes, 0, bytes.length);
            data = kept;
            len = new Size(bytes.length);
        }

        @Override
        public String toString() {
            int size = len.intValue();
            return size == 0 ? \"\" : new String(data.getByteArray(0, size), StandardCharsets.UTF_8);
        }
    }

    private static String taken(PointerByReference out) {
        Pointer text = out.getValue();
        try {
            byte[] bytes = CALLS.tp_text_data(text).getByteArray(0, CALLS.tp_text_len(text).intValue());
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            CALLS.tp_text_free(text);
        }
    }

    private static void need(int status, PointerByReference place) {
        if (status == 0) return;
        Pointer error = place.getValue();
        if (error == null) throw new TiersPayantException(status, \"\", \"\", CALLS.tp_status_text(status).getString(0, \"UTF-8\"));
        try {
            throw new TiersPayantException(
                status,
                CALLS.tp_error_code(error).getString(0, \"UTF-8\"),
                CALLS.tp_error_place(error).getString(0, \"UTF-8\"),
                CALLS.tp_error_message(error).getString(0, \"UTF-8\"));
        } finally {
            CALLS.tp_error_free(error);
        }
    }

";

/// The same classes without JNA: what they ask of it is in the file itself, through `java.lang.foreign` of Java 22 and later.
pub(crate) fn foreign(header: &Header) -> String {
    let jna = written(header);
    let (_, class) = jna.split_once("public final class TiersPayant {").unwrap();
    let class = class.replacen(
        "    private TiersPayant() {}\n",
        &format!("    private TiersPayant() {{}}\n{}", include_str!("foreign.java")),
        1,
    );
    let class = class.replace("interface Calls extends com.sun.jna.Library", "interface Calls");
    assert!(class.contains("java.lang.foreign") && !class.contains("com.sun.jna"));
    FOREIGN.to_owned() + &class
}

const FOREIGN: &str = "\
// The library for Java 22 and later, whole, without another library. Written by the build from the header: do not edit.
//
// The same classes as those for JNA. Threads may share an Engine. Close what is made; closing twice is harmless. Dates are
// yyyymmdd and moments yyyymmddhhmmss, 0 when absent. The library is found where the system looks for libraries, or at
// the path in the property tierspayant.library. Run with --enable-native-access=ALL-UNNAMED.

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

public final class TiersPayant {";

fn native(header: &Header, ty: &str) -> String {
    let plain = ty.trim_start_matches("const ").trim_end_matches('*');
    match ty {
        "void" => "void".into(),
        "int32_t" | "uint32_t" => "int".into(),
        "int64_t" => "long".into(),
        "size_t" => "Size".into(),
        "int32_t*" => "IntByReference".into(),
        "size_t*" => "SizeByReference".into(),
        "tp_str" | "tp_str*" | "const tp_str*" => "Str".into(),
        _ if ty.ends_with("**") => "PointerByReference".into(),
        _ if header.structs.iter().any(|one| one.name == plain) => pascal(plain),
        _ => "Pointer".into(),
    }
}

pub(crate) fn written(header: &Header) -> String {
    let mut out = TOP.to_owned();
    for (name, number) in &header.numbers {
        writeln!(
            out,
            "    public static final int {} = {number};",
            name.trim_start_matches("TP_")
        )
        .unwrap();
    }
    for one in header.structs.iter().filter(|one| one.name != "tp_str") {
        let class = pascal(&one.name);
        let order: Vec<String> = one
            .fields
            .iter()
            .map(|field| format!("\"{}\"", camel(&field.name)))
            .collect();
        write!(
            out,
            "\n    @Structure.FieldOrder({{{}}})\n    public static class {class} extends Structure {{\n",
            order.join(", ")
        )
        .unwrap();
        for field in &one.fields {
            let set = match field.ty.as_str() {
                "tp_str" => " = new Str()",
                "size_t" => " = new Size()",
                _ => "",
            };
            writeln!(
                out,
                "        public {} {}{set};",
                native(header, &field.ty),
                camel(&field.name)
            )
            .unwrap();
        }
        write!(
            out,
            "\n        public {class}() {{\n            size = size();\n        }}\n    }}\n"
        )
        .unwrap();
    }
    let methods = header.methods();
    for class in header
        .opaque
        .iter()
        .filter(|one| !["tp_error", "tp_text"].contains(&one.as_str()))
    {
        let name = pascal(class);
        write!(
            out,
            "\n    public static final class {name} extends Handle {{\n        {name}(Pointer pointer) {{\n            super(pointer);\n        }}\n\n        \
             @Override\n        void free(Pointer pointer) {{\n            CALLS.{class}_free(pointer);\n        }}\n"
        )
        .unwrap();
        for method in methods.iter().filter(|one| one.class.as_deref() == Some(class)) {
            out.push_str(&written_method(method));
        }
        out.push_str("    }\n");
    }
    for method in methods.iter().filter(|one| one.class.is_none()) {
        out.push_str(&written_method(method).replace("\n        ", "\n    "));
    }
    out.push_str("\n    /** The functions as they are in C. */\n    private interface Calls extends com.sun.jna.Library {\n");
    for function in &header.functions {
        let params: Vec<String> = function
            .params
            .iter()
            .map(|one| {
                let ty = match one.ty.as_str() {
                    "const char*" | "char*" => "byte[]".to_owned(),
                    "uint16_t*" | "const uint16_t*" => "char[]".to_owned(),
                    ty => native(header, ty),
                };
                format!("{ty} {}", camel(&one.name))
            })
            .collect();
        write!(
            out,
            "        {} {}({});\n\n",
            native(header, &function.result),
            function.name,
            params.join(", ")
        )
        .unwrap();
    }
    out.truncate(out.len() - 1);
    out.push_str("    }\n}\n");
    out
}

fn written_method(method: &Method<'_>) -> String {
    let (mut given, mut passed, mut before, mut fields, mut after) =
        (Vec::new(), Vec::new(), String::new(), Vec::new(), Vec::new());
    if method.on_object {
        passed.push("get()".to_owned());
    }
    for one in &method.ins {
        match one {
            In::Object { class, name } => {
                given.push(format!("{} {}", pascal(class), camel(name)));
                passed.push(format!("{}.get()", camel(name)));
            }
            In::Struct { of, name, .. } => {
                given.push(format!("{} {}", pascal(of), camel(name)));
                passed.push(camel(name));
            }
            In::Bytes { name } => {
                given.push(format!("byte[] {}", camel(name)));
                passed.push(format!("{0}, new Size({0}.length)", camel(name)));
            }
            In::Int { name, bits } => {
                given.push(format!(
                    "{} {}",
                    if *bits == 64 { "long" } else { "int" },
                    camel(name)
                ));
                passed.push(camel(name));
            }
            In::Size { name } => {
                given.push(format!("int {}", camel(name)));
                passed.push(format!("new Size({})", camel(name)));
            }
        }
    }
    for one in &method.outs {
        let (ty, name, place, value) = match one {
            Out::Object { class, name } => (
                pascal(class),
                name,
                "PointerByReference".to_owned(),
                format!("new {}(x{}.getValue())", pascal(class), pascal(name)),
            ),
            Out::Text { name } => (
                "String".into(),
                name,
                "PointerByReference".into(),
                format!("taken(x{})", pascal(name)),
            ),
            Out::View { name } => (
                "String".into(),
                name,
                "Str".into(),
                format!("x{}.toString()", pascal(name)),
            ),
            Out::Int { name } => (
                "int".into(),
                name,
                "IntByReference".into(),
                format!("x{}.getValue()", pascal(name)),
            ),
            Out::Size { name } => (
                "int".into(),
                name,
                "SizeByReference".into(),
                format!("x{}.get()", pascal(name)),
            ),
            Out::Struct { of, name } => (pascal(of), name, pascal(of), format!("x{}", pascal(name))),
        };
        let variable = format!("x{}", pascal(name));
        writeln!(before, "            {place} {variable} = new {place}();").unwrap();
        passed.push(variable);
        fields.push((ty, camel(name)));
        after.push(value);
    }
    let class = pascal(&method.name) + "Outcome";
    let (result, give, inner) = match fields.as_slice() {
        [] if method.can_fail => ("void".to_owned(), String::new(), String::new()),
        [] => ("int".to_owned(), String::new(), String::new()),
        [(ty, _)] => (
            ty.clone(),
            format!("            return {};\n", after[0]),
            String::new(),
        ),
        _ => {
            let (mut inner, mut give) = (
                format!("\n        public static final class {class} {{\n"),
                format!("            {class} outcome = new {class}();\n"),
            );
            for ((ty, name), value) in fields.iter().zip(&after) {
                writeln!(inner, "            public {ty} {name};").unwrap();
                writeln!(give, "            outcome.{name} = {value};").unwrap();
            }
            inner.push_str("        }\n");
            (class, give + "            return outcome;\n", inner)
        }
    };
    let call = if method.can_fail {
        before.push_str("            PointerByReference error = new PointerByReference();\n");
        passed.push("error".to_owned());
        format!(
            "            need(CALLS.{}({}), error);\n",
            method.function.name,
            passed.join(", ")
        )
    } else if method.function.result == "size_t" {
        format!(
            "            return CALLS.{}({}).intValue();\n",
            method.function.name,
            passed.join(", ")
        )
    } else {
        format!(
            "            return CALLS.{}({});\n",
            method.function.name,
            passed.join(", ")
        )
    };
    let kind = if method.on_object { "" } else { "static " };
    let name = match camel(&method.name).as_str() {
        "new" => "create".to_owned(),
        name => name.to_owned(),
    };
    format!(
        "{inner}\n        /** {}. */\n        public {kind}{result} {name}({}) {{\n{before}{call}{give}        }}\n",
        method.function.doc.replace("*/", ""),
        given.join(", ")
    )
}
