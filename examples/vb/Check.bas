Attribute VB_Name = "Check"
' Checks a dossier and shows the page for the counter. With TiersPayant.bas of the bindings in the same project.
Option Explicit

Public Sub Check(ByVal dossier As String)
    Dim session As Long, verdict As Long
    session = tpw_open(TPW_CP1252, TP_LANG_FR)
    If session < 0 Then MsgBox "tierspayant: " & session: Exit Sub
    If tpw_check(session, dossier, verdict) = TP_OK Then
        ' The verdict is one of TP_VERDICT_; a failure is never a yes.
        MsgBox TpTake(session, TPW_PAGE)
    Else
        MsgBox TpTake(session, TPW_MESSAGE)
    End If
    tpw_close session
End Sub
