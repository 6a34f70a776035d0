// The flat interface for WinDev. Written by the build from the header of the library: do not edit.
// Sessions are opened with TPW_CP1252. tierspayant.dll stands beside the program. Not run here: declared as the manual of
// API() asks, with 32-bit integers and addresses only.

CONSTANT
	TPW_CP1252 = 1
	TPW_UTF16 = 2
	TPW_UTF8 = 3
	TPW_MESSAGE = 0
	TPW_JSON = 1
	TPW_PAGE = 2
	TPW_PAGE_PATIENT = 3
	TPW_TODO = 4
	TP_OK = 0
	TP_ERROR_NULL = -1
	TP_ERROR_SIZE = -2
	TP_ERROR_NEWER = -3
	TP_ERROR_VALUE = -4
	TP_ERROR_UTF8 = -5
	TP_ERROR_MISSING = -6
	TP_ERROR_RANGE = -7
	TP_ERROR_BUFFER = -8
	TP_ERROR_INPUT = -9
	TP_ERROR_DOCUMENT = -10
	TP_ERROR_TABLE = -11
	TP_ERROR_BUSY = -12
	TP_ERROR_PANIC = -13
	TP_ERROR_HANDLE = -14
	TP_ERROR_MEMORY = -15
	TP_LANG_FR = 0
	TP_LANG_EN = 1
	TP_FORMAT_SSV = 1
	TP_FORMAT_ADRI_JSON = 2
	TP_FORMAT_CNAM_DROITS = 3
	TP_FORMAT_C2S = 4
	TP_FORMAT_JFSE = 6
	TP_FORMAT_LECTURE_VITALE = 7
	TP_FORMAT_SNAPSHOTS = 5
	TP_VERDICT_UNDETERMINED = 0
	TP_VERDICT_BILLABLE = 1
	TP_VERDICT_NOT_BILLABLE = 2
	TP_VERDICT_NOT_ASKED = 3
FIN

PROCÉDURE tpw_version() : entier
	RENVOYER API("tierspayant.dll", "tpw_version")

PROCÉDURE tpw_open(encoding est un entier, lang est un entier) : entier
	RENVOYER API("tierspayant.dll", "tpw_open", encoding, lang)

PROCÉDURE tpw_close(session est un entier) : entier
	RENVOYER API("tierspayant.dll", "tpw_close", session)

PROCÉDURE tpw_read(session est un entier, format est un entier, data est un entier système, len est un entier, moment est une chaîne ANSI) : entier
	RENVOYER API("tierspayant.dll", "tpw_read", session, format, data, len, &moment)

PROCÉDURE tpw_check(session est un entier, dossier est une chaîne ANSI, verdict est un entier) : entier
	RENVOYER API("tierspayant.dll", "tpw_check", session, &dossier, &verdict)

PROCÉDURE tpw_check_claim(session est un entier, claim est une chaîne ANSI, verdict est un entier) : entier
	RENVOYER API("tierspayant.dll", "tpw_check_claim", session, &claim, &verdict)

PROCÉDURE tpw_triage(session est un entier, reject est une chaîne ANSI) : entier
	RENVOYER API("tierspayant.dll", "tpw_triage", session, &reject)

PROCÉDURE tpw_take(session est un entier, what est un entier, buffer est un entier système, size est un entier, needed est un entier) : entier
	RENVOYER API("tierspayant.dll", "tpw_take", session, what, buffer, size, &needed)

// Un texte de la dernière réponse : TPW_MESSAGE, TPW_JSON, TPW_PAGE, TPW_PAGE_PATIENT ou TPW_TODO.
PROCÉDURE TpTexte(session est un entier, quoi est un entier) : chaîne ANSI
	nBesoin est un entier
	tpw_take(session, quoi, 0, 0, nBesoin)
	SI nBesoin = 0 ALORS RENVOYER ""
	sTexte est une chaîne ANSI = Répète(Caract(0), nBesoin)
	SI tpw_take(session, quoi, &sTexte, nBesoin, nBesoin) <> TP_OK ALORS RENVOYER ""
	RENVOYER Gauche(sTexte, nBesoin - 1)
