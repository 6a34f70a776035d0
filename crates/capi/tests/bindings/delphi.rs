//! Delphi and Free Pascal: every function and struct, UTF-8 that stays UTF-8, exceptions.

use crate::model::{Header, pascal};
use std::fmt::Write;

const TOP: &str = "\
{ The library for Delphi 7 and later and Free Pascal, 32 and 64 bits, whole. Written by the build from the header of the
  library: do not edit.

  Handles are Pointer, structs travel as pointers (Pascal passes a record by value in another way than C), texts are
  UTF-8. A call that fails raises ETiersPayant from TpNeed; nothing ends the program. Set a record to zero and its size
  to SizeOf. }
unit tierspayant;

{$ifdef FPC}{$mode delphi}{$packrecords C}{$else}{$ALIGN 8}{$endif}
{$MINENUMSIZE 4}

interface

uses
  SysUtils;

{$ifdef FPC}
  {$define TP_UTF8}
{$else}
  {$if CompilerVersion >= 20.0}{$define TP_UTF8}{$ifend}
{$endif}

type
  { As wide as a pointer: NativeUInt has another width in Delphi 2007, and there is none in Delphi 7. }
  {$ifdef FPC}
  TTpSize = SizeUInt;
  {$else}
  {$if CompilerVersion >= 20.0}
  TTpSize = NativeUInt;
  {$else}
  TTpSize = Cardinal;
  {$ifend}
  {$endif}
  PTpSize = ^TTpSize;
  PTpInt32 = ^Integer;
  PTpPointer = ^Pointer;

  { UTF-8 that the compiler knows as such: assigned to a string, it is converted. }
  TTpUtf8 = UTF8String;

  { A call that failed. }
  ETiersPayant = class(Exception)
  public
    Status: Integer;
    Code: TTpUtf8;
    Place: TTpUtf8;
  end;

const
  {$ifdef MSWINDOWS}
  TpLibrary = 'tierspayant.dll';
  {$else}
  TpLibrary = 'tierspayant';
  {$endif}

";

const HELP: &str = "
{ Raises ETiersPayant when a call failed, and frees its error. }
procedure TpNeed(status: Integer; error: PTpPointer);

{ A view as a text of its own. }
function TpText(const view: TTpStr): TTpUtf8;

{ The text of the library as a text of its own; frees it. }
function TpTaken(text: Pointer): TTpUtf8;

{ A view of a text, which must live as long. }
function TpView(const text: TTpUtf8): TTpStr;

implementation

procedure TpNeed(status: Integer; error: PTpPointer);
var
  problem: ETiersPayant;
begin
  if status = TP_OK then
    Exit;
  if (error = nil) or (error^ = nil) then
  begin
    problem := ETiersPayant.Create(string(TTpUtf8(tp_status_text(status))));
    problem.Status := status;
  end
  else
  begin
    problem := ETiersPayant.Create(string(TTpUtf8(tp_error_message(error^))));
    problem.Status := status;
    problem.Code := TTpUtf8(tp_error_code(error^));
    problem.Place := TTpUtf8(tp_error_place(error^));
    tp_error_free(error^);
    error^ := nil;
  end;
  raise problem;
end;

function TpText(const view: TTpStr): TTpUtf8;
begin
  SetLength(Result, view.len);
  if view.len > 0 then
    Move(view.data^, Pointer(Result)^, view.len);
end;

function TpTaken(text: Pointer): TTpUtf8;
var
  len: TTpSize;
begin
  len := tp_text_len(text);
  SetLength(Result, len);
  if len > 0 then
    Move(tp_text_data(text)^, Pointer(Result)^, len);
  tp_text_free(text);
end;

function TpView(const text: TTpUtf8): TTpStr;
begin
  Result.data := PAnsiChar(text);
  Result.len := Length(text);
end;

end.
";

fn ty(header: &Header, ty: &str) -> String {
    let plain = ty.trim_start_matches("const ").trim_end_matches('*');
    match ty {
        "int32_t" => "Integer".into(),
        "uint32_t" => "Cardinal".into(),
        "int64_t" => "Int64".into(),
        "size_t" => "TTpSize".into(),
        "int32_t*" => "PTpInt32".into(),
        "size_t*" => "PTpSize".into(),
        "const char*" | "char*" => "PAnsiChar".into(),
        "uint16_t*" | "const uint16_t*" => "PWideChar".into(),
        "tp_str" => "TTpStr".into(),
        _ if ty.ends_with("**") => "PTpPointer".into(),
        _ if header.structs.iter().any(|one| one.name == plain) => format!("PTp{}", pascal(plain)),
        _ => "Pointer".into(),
    }
}

/// Names that Pascal has for itself.
fn safe(name: &str) -> String {
    let own = [
        "type", "to", "end", "out", "unit", "label", "array", "set", "file", "string", "repeat", "until",
        "in", "of", "program", "result",
    ];
    if own.contains(&name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

pub(crate) fn written(header: &Header) -> String {
    let mut out = TOP.to_owned();
    for (name, number) in &header.numbers {
        writeln!(out, "  {name} = {number};").unwrap();
    }
    out.push_str("\ntype\n");
    let mut structs: Vec<_> = header.structs.iter().collect();
    structs.sort_by_key(|one| one.name != "tp_str");
    for one in structs {
        let name = pascal(&one.name);
        write!(out, "  PTp{name} = ^TTp{name};\n  TTp{name} = record\n").unwrap();
        for field in &one.fields {
            writeln!(out, "    {}: {};", safe(&field.name), ty(header, &field.ty)).unwrap();
        }
        out.push_str("  end;\n\n");
    }
    for function in &header.functions {
        let params: Vec<String> = function
            .params
            .iter()
            .map(|one| format!("{}: {}", safe(&one.name), ty(header, &one.ty)))
            .collect();
        let params = if params.is_empty() {
            String::new()
        } else {
            format!("({})", params.join("; "))
        };
        let kind = if function.result == "void" {
            "procedure"
        } else {
            "function"
        };
        let result = if function.result == "void" {
            String::new()
        } else {
            format!(": {}", ty(header, &function.result))
        };
        writeln!(
            out,
            "{kind} {}{params}{result}; cdecl; external TpLibrary;",
            function.name
        )
        .unwrap();
    }
    out.push_str(HELP);
    out
}
