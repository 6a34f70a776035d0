//! C++11 and later: one header, objects that free themselves, a status for every call.

use crate::model::{Header, In, Method, Out, pascal};
use std::fmt::Write;

const TOP: &str = r#"/*
 * tierspayant for C++11 and later: objects that free themselves, and nothing else.
 *
 * Written by the build from tierspayant.h: do not edit. Every function of an object is a method of its class: what it
 * takes comes first, then what it gives, by reference, then what may be left out.
 *
 * Header only. It throws nothing and needs no exceptions and no RTTI: every call that can fail gives a Status, which
 * the compiler asks you to look at. Objects can be moved, not copied. What threads may do is said in tierspayant.h.
 *
 *     tierspayant::Engine engine;
 *     if (auto failed = tierspayant::Engine::make(engine)) { std::puts(failed.message()); }
 */
#ifndef TIERSPAYANT_HPP
#define TIERSPAYANT_HPP

#include "tierspayant.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#if defined(__cplusplus) && __cplusplus >= 201703L
#define TP_NODISCARD [[nodiscard]]
#else
#define TP_NODISCARD
#endif

namespace tierspayant {

namespace detail {

/* Frees an object with the function of its type. */
template <typename T, void(TP_CALL *Free)(T *)> struct Freed {
    void operator()(T *object) const noexcept { Free(object); }
};

template <typename T, void(TP_CALL *Free)(T *)> using Owned = std::unique_ptr<T, Freed<T, Free>>;

} // namespace detail

/* A text of the library as a text of C++. */
inline std::string text(const tp_str &view) { return view.len == 0 ? std::string() : std::string(view.data, view.len); }

/* A text of C++ as the library takes it. The text must live as long as the view is used. */
inline tp_str view(const std::string &text) noexcept { return tp_str{text.data(), text.size()}; }

/* A struct of the header, all zero but for its size. */
template <typename T> T sized() noexcept
{
    T value = T();
    value.size = static_cast<std::uint32_t>(sizeof(T));
    return value;
}

/* What became of a call: true when it failed. */
class TP_NODISCARD Status {
  public:
    Status() noexcept : status_(TP_OK) {}
    Status(std::int32_t status, tp_error *error) noexcept : status_(status), error_(error) {}

    explicit operator bool() const noexcept { return status_ != TP_OK; }
    std::int32_t status() const noexcept { return status_; }
    /* What is wrong, and where: never a value of the input. */
    const char *message() const noexcept { return error_ ? tp_error_message(error_.get()) : tp_status_text(status_); }
    const char *place() const noexcept { return tp_error_place(error_.get()); }
    const char *code() const noexcept { return tp_error_code(error_.get()); }

  private:
    std::int32_t status_;
    detail::Owned<tp_error, tp_error_free> error_;
};

namespace detail {

/* The text of the library as a text of C++; frees it. */
inline std::string taken(tp_text *given)
{
    Owned<tp_text, tp_text_free> owned(given);
    return owned ? std::string(tp_text_data(owned.get()), tp_text_len(owned.get())) : std::string();
}

} // namespace detail

/* An object of the library: moved, not copied, freed once. Empty until a call fills it. */
template <typename T, void(TP_CALL *Free)(T *)> class Object {
  public:
    T *get() const noexcept { return object_.get(); }
    /* Takes an object over. */
    void reset(T *object = nullptr) noexcept { object_.reset(object); }

  private:
    detail::Owned<T, Free> object_;
};
"#;

const BOTTOM: &str = "
} // namespace tierspayant

#endif /* TIERSPAYANT_HPP */
";

pub(crate) fn written(header: &Header) -> String {
    let methods = header.methods();
    let classes: Vec<&String> = header
        .opaque
        .iter()
        .filter(|one| !["tp_error", "tp_text"].contains(&one.as_str()))
        .collect();
    let mut out = TOP.to_owned();
    out.push('\n');
    for class in &classes {
        writeln!(out, "class {};", pascal(class)).unwrap();
    }
    let mut bodies = String::new();
    for class in &classes {
        let name = pascal(class);
        write!(
            out,
            "\nclass {name} : public Object<{class}, {class}_free> {{\n  public:\n"
        )
        .unwrap();
        for method in methods.iter().filter(|one| one.class.as_ref() == Some(*class)) {
            let (declared, defined) = method_of(method, &name);
            write!(out, "    /* {}. */\n    {declared}", method.function.doc).unwrap();
            bodies.push_str(&defined);
        }
        out.push_str("};\n");
    }
    for method in methods.iter().filter(|one| one.class.is_none()) {
        let (_, defined) = method_of(method, "");
        write!(bodies, "\n/* {}. */{defined}", method.function.doc).unwrap();
    }
    out + &bodies + BOTTOM
}

/// The declaration of a method in its class, and its definition after all of them.
fn method_of(method: &Method<'_>, class: &str) -> (String, String) {
    let (mut given, mut optional, mut passed) = (Vec::new(), Vec::new(), Vec::new());
    let (mut before, mut after) = (String::new(), String::new());
    if method.on_object {
        passed.push("get()".to_owned());
    }
    for one in &method.ins {
        match one {
            In::Object { class, name } => {
                given.push(format!("const {} &{name}", pascal(class)));
                passed.push(format!("{name}.get()"));
            }
            In::Struct {
                of,
                name,
                optional: true,
            } => {
                optional.push(format!("const {of} *{name}"));
                passed.push(name.clone());
            }
            In::Struct { of, name, .. } => {
                given.push(format!("const {of} &{name}"));
                passed.push(format!("&{name}"));
            }
            In::Bytes { name } => {
                given.push(format!("const std::string &{name}"));
                passed.push(format!("{name}.data(), {name}.size()"));
            }
            In::Int { name, bits } => {
                given.push(format!("std::int{bits}_t {name}"));
                passed.push(name.clone());
            }
            In::Size { name } => {
                given.push(format!("std::size_t {name}"));
                passed.push(name.clone());
            }
        }
    }
    for one in &method.outs {
        match one {
            Out::Object { class, name } => {
                given.push(format!("{} &{name}", pascal(class)));
                writeln!(before, "    {class} *{name}_given = nullptr;").unwrap();
                writeln!(after, "    {name}.reset({name}_given);").unwrap();
                passed.push(format!("&{name}_given"));
            }
            Out::Text { name } => {
                given.push(format!("std::string &{name}"));
                writeln!(before, "    tp_text *{name}_given = nullptr;").unwrap();
                writeln!(after, "    {name} = detail::taken({name}_given);").unwrap();
                passed.push(format!("&{name}_given"));
            }
            Out::View { name } => {
                given.push(format!("std::string &{name}"));
                writeln!(before, "    tp_str {name}_given = tp_str();").unwrap();
                writeln!(after, "    {name} = tierspayant::text({name}_given);").unwrap();
                passed.push(format!("&{name}_given"));
            }
            Out::Int { name } => {
                given.push(format!("std::int32_t &{name}"));
                passed.push(format!("&{name}"));
            }
            Out::Size { name } => {
                given.push(format!("std::size_t &{name}"));
                passed.push(format!("&{name}"));
            }
            Out::Struct { of, name } => {
                given.push(format!("{of} &{name}"));
                writeln!(before, "    {name} = sized<{of}>();").unwrap();
                passed.push(format!("&{name}"));
            }
        }
    }
    let name = match method.name.as_str() {
        "new" => "make",
        name => name,
    };
    let function = &method.function.name;
    let (result, call) = if method.can_fail {
        passed.push("&error_given".to_owned());
        before.push_str("    tp_error *error_given = nullptr;\n");
        let call = format!(
            "    const std::int32_t status_given = {function}({});\n{after}    return Status(status_given, error_given);\n",
            passed.join(", ")
        );
        ("Status", call)
    } else {
        let result = if method.function.result == "size_t" {
            "std::size_t"
        } else {
            "std::int32_t"
        };
        (result, format!("    return {function}({});\n", passed.join(", ")))
    };
    let fixed = if method.on_object || class.is_empty() {
        ""
    } else {
        "static "
    };
    let constant = if method.on_object { " const" } else { "" };
    let with_defaults: Vec<String> = optional.iter().map(|one| format!("{one} = nullptr")).collect();
    let declared = [given.clone(), with_defaults].concat().join(", ");
    let defined = [given, optional].concat().join(", ");
    let of = if class.is_empty() {
        String::new()
    } else {
        format!("{class}::")
    };
    (
        format!("{fixed}{result} {name}({declared}){constant};\n"),
        format!("\ninline {result} {of}{name}({defined}){constant}\n{{\n{before}{call}}}\n"),
    )
}
