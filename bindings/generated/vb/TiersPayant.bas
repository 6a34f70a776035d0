Attribute VB_Name = "TiersPayant"
' The flat interface for VB6 and VBA. Written by the build from the header of the library: do not edit.
' Sessions are opened with TPW_CP1252: VB hands texts over in the code page of Windows. tierspayant.dll stands beside the
' program or in a folder of the PATH. Card buffers go as VarPtr(bytes(0)).
Option Explicit

Public Const TPW_CP1252 As Long = 1
Public Const TPW_UTF16 As Long = 2
Public Const TPW_UTF8 As Long = 3
Public Const TPW_MESSAGE As Long = 0
Public Const TPW_JSON As Long = 1
Public Const TPW_PAGE As Long = 2
Public Const TPW_PAGE_PATIENT As Long = 3
Public Const TPW_TODO As Long = 4
Public Const TP_OK As Long = 0
Public Const TP_ERROR_NULL As Long = -1
Public Const TP_ERROR_SIZE As Long = -2
Public Const TP_ERROR_NEWER As Long = -3
Public Const TP_ERROR_VALUE As Long = -4
Public Const TP_ERROR_UTF8 As Long = -5
Public Const TP_ERROR_MISSING As Long = -6
Public Const TP_ERROR_RANGE As Long = -7
Public Const TP_ERROR_BUFFER As Long = -8
Public Const TP_ERROR_INPUT As Long = -9
Public Const TP_ERROR_DOCUMENT As Long = -10
Public Const TP_ERROR_TABLE As Long = -11
Public Const TP_ERROR_BUSY As Long = -12
Public Const TP_ERROR_PANIC As Long = -13
Public Const TP_ERROR_HANDLE As Long = -14
Public Const TP_ERROR_MEMORY As Long = -15
Public Const TP_LANG_FR As Long = 0
Public Const TP_LANG_EN As Long = 1
Public Const TP_FORMAT_SSV As Long = 1
Public Const TP_FORMAT_ADRI_JSON As Long = 2
Public Const TP_FORMAT_CNAM_DROITS As Long = 3
Public Const TP_FORMAT_C2S As Long = 4
Public Const TP_FORMAT_JFSE As Long = 6
Public Const TP_FORMAT_LECTURE_VITALE As Long = 7
Public Const TP_FORMAT_SNAPSHOTS As Long = 5
Public Const TP_VERDICT_UNDETERMINED As Long = 0
Public Const TP_VERDICT_BILLABLE As Long = 1
Public Const TP_VERDICT_NOT_BILLABLE As Long = 2
Public Const TP_VERDICT_NOT_ASKED As Long = 3

#If VBA7 Then
Public Declare PtrSafe Function tpw_version Lib "tierspayant.dll" () As Long
Public Declare PtrSafe Function tpw_open Lib "tierspayant.dll" (ByVal encoding As Long, ByVal lang As Long) As Long
Public Declare PtrSafe Function tpw_close Lib "tierspayant.dll" (ByVal session As Long) As Long
Public Declare PtrSafe Function tpw_read Lib "tierspayant.dll" (ByVal session As Long, ByVal format As Long, ByVal data As LongPtr, ByVal len As Long, ByVal moment As String) As Long
Public Declare PtrSafe Function tpw_check Lib "tierspayant.dll" (ByVal session As Long, ByVal dossier As String, ByRef verdict As Long) As Long
Public Declare PtrSafe Function tpw_check_claim Lib "tierspayant.dll" (ByVal session As Long, ByVal claim As String, ByRef verdict As Long) As Long
Public Declare PtrSafe Function tpw_triage Lib "tierspayant.dll" (ByVal session As Long, ByVal reject As String) As Long
Public Declare PtrSafe Function tpw_take Lib "tierspayant.dll" (ByVal session As Long, ByVal what As Long, ByVal buffer As LongPtr, ByVal size As Long, ByRef needed As Long) As Long
#Else
Public Declare Function tpw_version Lib "tierspayant.dll" () As Long
Public Declare Function tpw_open Lib "tierspayant.dll" (ByVal encoding As Long, ByVal lang As Long) As Long
Public Declare Function tpw_close Lib "tierspayant.dll" (ByVal session As Long) As Long
Public Declare Function tpw_read Lib "tierspayant.dll" (ByVal session As Long, ByVal format As Long, ByVal data As Long, ByVal len As Long, ByVal moment As String) As Long
Public Declare Function tpw_check Lib "tierspayant.dll" (ByVal session As Long, ByVal dossier As String, ByRef verdict As Long) As Long
Public Declare Function tpw_check_claim Lib "tierspayant.dll" (ByVal session As Long, ByVal claim As String, ByRef verdict As Long) As Long
Public Declare Function tpw_triage Lib "tierspayant.dll" (ByVal session As Long, ByVal reject As String) As Long
Public Declare Function tpw_take Lib "tierspayant.dll" (ByVal session As Long, ByVal what As Long, ByVal buffer As Long, ByVal size As Long, ByRef needed As Long) As Long
#End If

' A text of the last check: TPW_MESSAGE, TPW_JSON, TPW_PAGE, TPW_PAGE_PATIENT or TPW_TODO.
Public Function TpTake(ByVal session As Long, ByVal what As Long) As String
    Dim needed As Long, bytes() As Byte
    If tpw_take(session, what, 0, 0, needed) <> TP_ERROR_BUFFER Then Exit Function
    ReDim bytes(0 To needed - 1)
    If tpw_take(session, what, VarPtr(bytes(0)), needed, needed) <> TP_OK Then Exit Function
    If needed > 1 Then ReDim Preserve bytes(0 To needed - 2) Else Exit Function
    TpTake = StrConv(bytes, vbUnicode)
End Function
