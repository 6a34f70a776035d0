{ Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons, the remedies and the page.

  fpc -Mdelphi -Fu../../bindings/delphi -Fl../../../../lib check.pas, in an archive, and with its lib in LD_LIBRARY_PATH:
  ./check card.in adri.json claim.json 20261120091200 }
program check;

{$ifdef FPC}{$mode delphi}{$endif}

uses
  tierspayant;

const
  Verdicts: array[0..3] of AnsiString = ('undetermined', 'billable', 'not_billable', 'not_asked');

function Bytes(const path: AnsiString): AnsiString;
var
  input: file;
begin
  Assign(input, path);
  FileMode := 0;
  Reset(input, 1);
  SetLength(Result, FileSize(input));
  BlockRead(input, PAnsiChar(Result)^, Length(Result));
  Close(input);
end;

procedure AddRights(dossier: Pointer; format: Integer; const path: AnsiString; moment: Int64);
var
  content: AnsiString;
  reading, error: Pointer;
begin
  content := Bytes(path);
  TpNeed(tp_read(format, PAnsiChar(content), Length(content), moment, @reading, @error), @error);
  TpNeed(tp_dossier_add_reading(dossier, reading, @error), @error);
  tp_reading_free(reading);
end;

{ A number too large for floating point, which would trap in this program: the document is refused, and that is all. }
procedure TrapIsHarmless;
var
  dossier, error: Pointer;
  content: AnsiString;
begin
  content := '{"care_date": 1e999, "x": 1.7e308e1}';
  if tp_dossier_from_claim_json(PAnsiChar(content), Length(content), @dossier, @error) <> TP_ERROR_INPUT then
    Halt(70);
  tp_error_free(error);
end;

var
  engine, dossier, res, error, text: Pointer;
  claim: AnsiString;
  moment: Int64;
  summary: TTpSummary;
  reason: TTpReason;
  code: Integer;
  i, j: Cardinal;
  output: System.Text;
begin
  if ParamCount <> 4 then
  begin
    WriteLn(StdErr, 'check CARD ADRI CLAIM MOMENT');
    Halt(64);
  end;
  TrapIsHarmless;
  Val(ParamStr(4), moment, code);
  Assign(output, '');
  SetTextLineEnding(output, #10);
  Rewrite(output);

  claim := Bytes(ParamStr(3));
  TpNeed(tp_engine_new(@engine, @error), @error);
  TpNeed(tp_dossier_from_claim_json(PAnsiChar(claim), Length(claim), @dossier, @error), @error);
  AddRights(dossier, TP_FORMAT_SSV, ParamStr(1), moment);
  AddRights(dossier, TP_FORMAT_ADRI_JSON, ParamStr(2), moment);
  FillChar(summary, SizeOf(summary), 0);
  summary.size := SizeOf(summary);
  TpNeed(tp_check(engine, dossier, @summary, @res, @error), @error);

  WriteLn(output, Verdicts[summary.verdict]);
  i := 0;
  while i < summary.reason_count do
  begin
    FillChar(reason, SizeOf(reason), 0);
    reason.size := SizeOf(reason);
    TpNeed(tp_result_reason(res, i, @reason, @error), @error);
    TpNeed(tp_result_reason_text(res, i, TP_LANG_FR, TP_AUDIENCE_COUNTER, @text, @error), @error);
    WriteLn(output, TpText(reason.id), ': ', TpTaken(text));
    j := 0;
    while j < reason.remedy_count do
    begin
      TpNeed(tp_result_remedy_text(res, i, j, TP_LANG_FR, TP_AUDIENCE_COUNTER, @text, @error), @error);
      WriteLn(output, '  -> ', TpTaken(text));
      Inc(j);
    end;
    Inc(i);
  end;
  TpNeed(tp_result_text(res, TP_LANG_FR, TP_AUDIENCE_COUNTER, nil, @text, @error), @error);
  WriteLn(output);
  Write(output, TpTaken(text));
  Close(output);
  tp_result_free(res);
  tp_dossier_free(dossier);
  tp_engine_free(engine);
end.
