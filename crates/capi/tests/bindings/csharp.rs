//! C#: netstandard2.0, one file, a SafeHandle for each object.

use crate::model::{Header, In, Method, Out, camel, pascal};
use std::fmt::Write;

const TOP: &str = "\
// The library for C#, whole. Written by the build from the header of the library: do not edit.
//
// Compiles as netstandard2.0, .NET Framework 4.5 and Mono. Threads may share an Engine. Dispose what is made; what is
// forgotten is freed by the collector. Dates are yyyymmdd and moments yyyymmddhhmmss, 0 when absent.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace TiersPayant
{
    /// <summary>A call that failed: its status, a stable code, and the place of the fault. No value of the input.</summary>
    public sealed class TiersPayantException : Exception
    {
        public int Status { get; private set; }
        public string Code { get; private set; }
        public string Place { get; private set; }

        public TiersPayantException(int status, string code, string place, string message) : base(message)
        {
            Status = status;
            Code = code;
            Place = place;
        }
    }

    /// <summary>An object of the library, freed once, however often it is disposed of.</summary>
    public abstract class Handle : SafeHandle
    {
        protected Handle(IntPtr given) : base(IntPtr.Zero, true) { SetHandle(given); }
        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Str
    {
        public IntPtr Data;
        public UIntPtr Len;

        public override string ToString() { return Utf8.Of(Data, (int)Len); }
    }

    internal static class Utf8
    {
        public static string Of(IntPtr data, int len)
        {
            if (len == 0) return \"\";
            var bytes = new byte[len];
            Marshal.Copy(data, bytes, 0, len);
            return Encoding.UTF8.GetString(bytes);
        }

        /// <summary>Up to the NUL.</summary>
        public static string Of(IntPtr data)
        {
            int len = 0;
            while (Marshal.ReadByte(data, len) != 0) len++;
            return Of(data, len);
        }

        public static string Taken(IntPtr text)
        {
            try { return Of(Native.tp_text_data(text), (int)Native.tp_text_len(text)); }
            finally { Native.tp_text_free(text); }
        }
    }

    /// <summary>Memory that a call needs, given back when it is over.</summary>
    internal sealed class Room : IDisposable
    {
        private readonly List<IntPtr> all = new List<IntPtr>();

        private IntPtr Of(int size)
        {
            var place = Marshal.AllocHGlobal(Math.Max(size, 1));
            all.Add(place);
            return place;
        }

        public Str Str(string text)
        {
            if (string.IsNullOrEmpty(text)) return new Str();
            var bytes = Encoding.UTF8.GetBytes(text);
            var place = Of(bytes.Length);
            Marshal.Copy(bytes, 0, place, bytes.Length);
            return new Str { Data = place, Len = (UIntPtr)bytes.Length };
        }

        public IntPtr Given<T>(T native) where T : struct
        {
            var place = Of(Marshal.SizeOf(typeof(T)));
            Marshal.StructureToPtr(native, place, false);
            return place;
        }

        public IntPtr Empty<T>() where T : struct
        {
            int size = Marshal.SizeOf(typeof(T));
            var place = Of(size);
            for (int i = 0; i < size; i++) Marshal.WriteByte(place, i, 0);
            Marshal.WriteInt32(place, size);
            return place;
        }

        public static T Filled<T>(IntPtr place) where T : struct { return (T)Marshal.PtrToStructure(place, typeof(T)); }

        public void Dispose()
        {
            foreach (var place in all) Marshal.FreeHGlobal(place);
            all.Clear();
        }
    }
";

const NEED: &str = "
        public static void Need(int status, IntPtr error)
        {
            if (status == 0) return;
            if (error == IntPtr.Zero)
                throw new TiersPayantException(status, \"\", \"\", Utf8.Of(tp_status_text(status)));
            try
            {
                throw new TiersPayantException(status, Utf8.Of(tp_error_code(error)), Utf8.Of(tp_error_place(error)), Utf8.Of(tp_error_message(error)));
            }
            finally
            {
                tp_error_free(error);
            }
        }
    }
}
";

/// A type as the imported functions have it.
fn native(header: &Header, ty: &str) -> String {
    let plain = ty.trim_start_matches("const ").trim_end_matches('*');
    match ty {
        "void" => "void",
        "int32_t" => "int",
        "uint32_t" => "uint",
        "int64_t" => "long",
        "size_t" => "UIntPtr",
        "int32_t*" => "out int",
        "size_t*" => "out UIntPtr",
        "const tp_str*" => "ref Str",
        "tp_str*" => "out Str",
        "tp_str" => "Str",
        _ if ty.ends_with("**") => "out IntPtr",
        _ if header.opaque.iter().any(|one| one == plain) && !["tp_error", "tp_text"].contains(&plain) => {
            return pascal(plain);
        }
        _ => "IntPtr",
    }
    .to_owned()
}

pub(crate) fn written(header: &Header) -> String {
    let mut out = TOP.to_owned();
    out.push_str(
        "\n    /// <summary>The numbers of the header.</summary>\n    public static class Tp\n    {\n",
    );
    for (name, number) in &header.numbers {
        writeln!(
            out,
            "        public const int {} = {number};",
            name.trim_start_matches("TP_")
        )
        .unwrap();
    }
    out.push_str("    }\n");
    for one in header.structs.iter().filter(|one| one.name != "tp_str") {
        let class = pascal(&one.name);
        write!(
            out,
            "\n    [StructLayout(LayoutKind.Sequential)]\n    internal struct Native{class}\n    {{\n"
        )
        .unwrap();
        for field in &one.fields {
            writeln!(
                out,
                "        public {} {};",
                native(header, &field.ty),
                pascal(&field.name)
            )
            .unwrap();
        }
        write!(out, "    }}\n\n    public sealed class {class}\n    {{\n").unwrap();
        let (mut to, mut from) = (String::new(), String::new());
        for field in one.fields.iter().filter(|field| field.name != "size") {
            let name = pascal(&field.name);
            let (ty, there, back) = match field.ty.as_str() {
                "tp_str" => (
                    "string",
                    format!("room.Str({name})"),
                    format!("native.{name}.ToString()"),
                ),
                "size_t" => (
                    "ulong",
                    format!("(UIntPtr){name}"),
                    format!("(ulong)native.{name}"),
                ),
                ty => (
                    match ty {
                        "int64_t" => "long",
                        "uint32_t" => "uint",
                        _ => "int",
                    },
                    name.clone(),
                    format!("native.{name}"),
                ),
            };
            writeln!(out, "        public {ty} {name} {{ get; set; }}").unwrap();
            write!(to, " {name} = {there},").unwrap();
            write!(from, " {name} = {back},").unwrap();
        }
        write!(
            out,
            "\n        internal IntPtr Given(Room room)\n        {{\n            return room.Given(new Native{class} {{ \
             Size = (uint)Marshal.SizeOf(typeof(Native{class})),{to} }});\n        }}\n\n        internal static {class} Of(IntPtr place)\n        {{\n            \
             var native = Room.Filled<Native{class}>(place);\n            return new {class} {{{from} }};\n        }}\n    }}\n"
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
            "\n    public sealed class {name} : Handle\n    {{\n        internal {name}(IntPtr given) : base(given) {{ }}\n\n        \
             protected override bool ReleaseHandle()\n        {{\n            Native.{class}_free(handle);\n            return true;\n        }}\n"
        )
        .unwrap();
        for method in methods.iter().filter(|one| one.class.as_deref() == Some(class)) {
            out.push_str(&written_method(method));
        }
        out.push_str("    }\n");
    }
    out.push_str("\n    public static class Library\n    {\n");
    for method in methods.iter().filter(|one| one.class.is_none()) {
        out.push_str(&written_method(method));
    }
    out.push_str("    }\n\n    internal static class Native\n    {\n");
    for function in &header.functions {
        let free = function.name.ends_with("_free");
        let params: Vec<String> = function
            .params
            .iter()
            .map(|one| {
                let ty = match one.ty.as_str() {
                    "const char*" => "byte[]".to_owned(),
                    "char*" => "byte[]".to_owned(),
                    "uint16_t*" | "const uint16_t*" => "char[]".to_owned(),
                    _ if free => "IntPtr".to_owned(),
                    ty => native(header, ty),
                };
                format!("{ty} {}", keyword(&camel(&one.name)))
            })
            .collect();
        write!(
            out,
            "        [DllImport(\"tierspayant\", CallingConvention = CallingConvention.Cdecl)]\n        internal static extern {} {}({});\n\n",
            native(header, &function.result),
            function.name,
            params.join(", ")
        )
        .unwrap();
    }
    out.truncate(out.len() - 1);
    out.push_str(NEED);
    out
}

fn keyword(name: &str) -> String {
    if ["out", "in", "ref", "params"].contains(&name) {
        format!("@{name}")
    } else {
        name.to_owned()
    }
}

fn written_method(method: &Method<'_>) -> String {
    let (mut given, mut passed, mut before, mut outs, mut after) =
        (Vec::new(), Vec::new(), String::new(), Vec::new(), Vec::new());
    if method.on_object {
        passed.push("this".to_owned());
    }
    for one in &method.ins {
        match one {
            In::Object { class, name } => {
                given.push(format!("{} {}", pascal(class), camel(name)));
                passed.push(camel(name));
            }
            In::Struct { of, name, optional } => {
                given.push(format!(
                    "{} {}{}",
                    pascal(of),
                    camel(name),
                    if *optional { " = null" } else { "" }
                ));
                let name = camel(name);
                passed.push(format!("{name} == null ? IntPtr.Zero : {name}.Given(room)"));
            }
            In::Bytes { name } => {
                let name = camel(name);
                given.push(format!("byte[] {name}"));
                passed.push(format!("{name}, (UIntPtr){name}.Length"));
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
                passed.push(format!("(UIntPtr){}", camel(name)));
            }
        }
    }
    for one in &method.outs {
        let (ty, name, value, pass, declare) = match one {
            Out::Object { class, name } => (
                pascal(class),
                name,
                format!("new {}(x_{name})", pascal(class)),
                format!("out x_{name}"),
                format!("IntPtr x_{name};"),
            ),
            Out::Text { name } => (
                "string".into(),
                name,
                format!("Utf8.Taken(x_{name})"),
                format!("out x_{name}"),
                format!("IntPtr x_{name};"),
            ),
            Out::View { name } => (
                "string".into(),
                name,
                format!("x_{name}.ToString()"),
                format!("out x_{name}"),
                format!("Str x_{name};"),
            ),
            Out::Int { name } => (
                "int".into(),
                name,
                format!("x_{name}"),
                format!("out x_{name}"),
                format!("int x_{name};"),
            ),
            Out::Size { name } => (
                "int".into(),
                name,
                format!("(int)x_{name}"),
                format!("out x_{name}"),
                format!("UIntPtr x_{name};"),
            ),
            Out::Struct { of, name } => (
                pascal(of),
                name,
                format!("global::TiersPayant.{}.Of(x_{name})", pascal(of)),
                format!("x_{name}"),
                format!("var x_{name} = room.Empty<Native{}>();", pascal(of)),
            ),
        };
        writeln!(before, "                {declare}").unwrap();
        passed.push(pass);
        outs.push((ty, keyword(&camel(name)), value));
    }
    let several = outs.len() > 1;
    let result = match outs.as_slice() {
        [] if method.can_fail => "void".to_owned(),
        [] => "int".to_owned(),
        [(ty, ..)] => ty.clone(),
        _ => "void".to_owned(),
    };
    if several {
        // Those that may be left out come last.
        let place = given
            .iter()
            .position(|one| one.ends_with("= null"))
            .unwrap_or(given.len());
        let more: Vec<String> = outs
            .iter()
            .map(|(ty, name, _)| format!("out {ty} {name}"))
            .collect();
        given.splice(place..place, more);
        for (_, name, value) in &outs {
            after.push(format!("                {name} = {value};\n"));
        }
    } else if let [(.., value)] = outs.as_slice() {
        after.push(format!("                return {value};\n"));
    }
    let call = if method.can_fail {
        passed.push("out error".to_owned());
        before.push_str("                IntPtr error;\n");
        format!(
            "                int status = Native.{}({});\n                Native.Need(status, error);\n",
            method.function.name,
            passed.join(", ")
        )
    } else {
        format!(
            "                return (int)Native.{}({});\n",
            method.function.name,
            passed.join(", ")
        )
    };
    let kind = if method.on_object { "" } else { "static " };
    let name = pascal(&method.name);
    format!(
        "\n        /// <summary>{}.</summary>\n        public {kind}{result} {name}({})\n        {{\n            using (var room = new Room())\n            {{\n{before}{call}{}            }}\n        }}\n",
        method.function.doc.replace('&', "&amp;").replace('<', "&lt;"),
        given.join(", "),
        after.concat()
    )
}
