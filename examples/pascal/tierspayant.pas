{ The library for Delphi and Free Pascal: what this example needs of it.

  Structs always travel by pointer. The library masks floating-point traps while a call lasts, so that a host which has
  them on, as Delphi has, need not switch them off. }
unit tierspayant;

{$ifdef FPC}{$mode delphi}{$packrecords C}{$endif}

interface

const
  TP_OK = 0;
  TP_FORMAT_SSV = 1;
  TP_FORMAT_ADRI_JSON = 2;
  TP_LANG_FR = 0;
  TP_AUDIENCE_COUNTER = 0;
  TP_VERDICT_UNDETERMINED = 0;
  TP_VERDICT_BILLABLE = 1;
  TP_VERDICT_NOT_BILLABLE = 2;
  TP_VERDICT_NOT_ASKED = 3;
  TP_ERROR_INPUT = -9;

{$ifdef MSWINDOWS}
  TPLIB = 'tierspayant.dll';
{$else}
  TPLIB = 'tierspayant';
{$endif}

type
  TTpSize = NativeUInt;

  TTpStr = record
    data: PAnsiChar;
    len: TTpSize;
  end;

  PTpSummary = ^TTpSummary;
  TTpSummary = record
    size: Cardinal;
    verdict, basis, guarantee: Integer;
    amo_verdict, amo_basis, amc_verdict, amc_basis: Integer;
    line_count, reason_count, blocking_count, doubt_count: Cardinal;
  end;

  PTpReason = ^TTpReason;
  TTpReason = record
    size: Cardinal;
    severity, share, line: Integer;
    fact_count, remedy_count: Cardinal;
    reference_checked, reserved: Integer;
    id, rule, reject, indu, reference, confidence: TTpStr;
  end;

function tp_abi_check(major, minor: Integer): Integer; cdecl; external TPLIB;
function tp_struct_size(name: PAnsiChar; len: TTpSize): TTpSize; cdecl; external TPLIB;
function tp_status_text(status: Integer): PAnsiChar; cdecl; external TPLIB;
function tp_error_message(error: Pointer): PAnsiChar; cdecl; external TPLIB;
procedure tp_error_free(error: Pointer); cdecl; external TPLIB;
function tp_text_data(text: Pointer): PAnsiChar; cdecl; external TPLIB;
procedure tp_text_free(text: Pointer); cdecl; external TPLIB;
function tp_engine_new(engine, error: PPointer): Integer; cdecl; external TPLIB;
procedure tp_engine_free(engine: Pointer); cdecl; external TPLIB;
function tp_read(format: Integer; data: Pointer; len: TTpSize; observed_at: Int64;
  reading, error: PPointer): Integer; cdecl; external TPLIB;
procedure tp_reading_free(reading: Pointer); cdecl; external TPLIB;
function tp_dossier_from_claim_json(json: Pointer; len: TTpSize; dossier, error: PPointer): Integer; cdecl; external TPLIB;
function tp_dossier_add_reading(dossier, reading: Pointer; error: PPointer): Integer; cdecl; external TPLIB;
procedure tp_dossier_free(dossier: Pointer); cdecl; external TPLIB;
function tp_check(engine, dossier: Pointer; summary: PTpSummary; res, error: PPointer): Integer; cdecl; external TPLIB;
function tp_result_reason(res: Pointer; index: TTpSize; reason: PTpReason; error: PPointer): Integer; cdecl; external TPLIB;
function tp_result_reason_text(res: Pointer; index: TTpSize; lang, audience: Integer;
  text, error: PPointer): Integer; cdecl; external TPLIB;
function tp_result_remedy_text(res: Pointer; reason, index: TTpSize; lang, audience: Integer;
  text, error: PPointer): Integer; cdecl; external TPLIB;
procedure tp_result_free(res: Pointer); cdecl; external TPLIB;

{ Ends the program with what the library says of a failure. }
procedure TpNeed(status: Integer; error: PPointer);
{ A view as text. }
function TpText(const view: TTpStr): AnsiString;
{ A text of the library, which is freed. }
function TpTaken(text: Pointer): AnsiString;
{ Ends the program unless this unit lays structs out as the library does. }
procedure TpSameLayout;

implementation

procedure TpNeed(status: Integer; error: PPointer);
begin
  if status = TP_OK then
    Exit;
  WriteLn(StdErr, tp_status_text(status), ': ', tp_error_message(error^));
  tp_error_free(error^);
  Halt(65);
end;

function TpText(const view: TTpStr): AnsiString;
begin
  SetString(Result, view.data, view.len);
end;

function TpTaken(text: Pointer): AnsiString;
begin
  Result := tp_text_data(text);
  tp_text_free(text);
end;

procedure TpSameLayout;
begin
  if (tp_abi_check(0, 1) <> TP_OK)
    or (tp_struct_size('tp_summary', 10) < SizeOf(TTpSummary))
    or (tp_struct_size('tp_reason', 9) < SizeOf(TTpReason)) then
  begin
    WriteLn(StdErr, 'another version of the library');
    Halt(70);
  end;
end;

end.
