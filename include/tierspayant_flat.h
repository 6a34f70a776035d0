/*
 * tierspayant, the flat interface: for hosts that cannot call C as such (VB6 and VBA, WinDev, PowerBuilder, 4D).
 *
 * Written by the build from the sources of the library: do not edit.
 *
 *   Calls     stdcall on 32-bit Windows, names without decoration; otherwise the only convention there is.
 *   Values    A session is a number; integers have 32 bits; a verdict is put into an integer of the caller.
 *   Texts     End with a 0, in the encoding that the session was opened with. Pointers are to bytes, or to 16-bit units.
 *   Statuses  0, or one of the negative TP_ERROR_ of tierspayant.h. Lists such as TP_VERDICT_ and TP_FORMAT_ are there too.
 */

#ifndef TIERSPAYANT_FLAT_H
#define TIERSPAYANT_FLAT_H

#include <tierspayant.h>

#if defined(_WIN32) && !defined(_WIN64)
#define TPW_CALL __stdcall
#else
#define TPW_CALL
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Encodings --------------------------------------------------------------------------------------------------- */
/* How the texts of the host are written. */

/* Texts are Windows-1252, as VB6, WinDev (ANSI), Delphi 7 and PowerBuilder have them. */
#define TPW_CP1252 1

/* Texts are UTF-16, as Delphi 2009 and later, .NET, Java and the W functions of Windows have them. */
#define TPW_UTF16 2

/* Texts are UTF-8. */
#define TPW_UTF8 3

/* Texts ------------------------------------------------------------------------------------------------------- */
/* What tpw_take gives. */

/* Why the last call failed, in one line of English that repeats no value of the input. */
#define TPW_MESSAGE 0

/* The whole answer, as one line of JSON. */
#define TPW_JSON 1

/* The page for the counter. */
#define TPW_PAGE 2

/* The page for the patient. */
#define TPW_PAGE_PATIENT 3

/* What to do, one task a line. */
#define TPW_TODO 4

/* Calls ------------------------------------------------------------------------------------------------------- */
/* Open, read and check, take texts, close. */

/*
 * The version of the library, as major * 1000000 + minor * 1000 + patch.
 */
TP_API int32_t TPW_CALL tpw_version(void);

/*
 * Opens a session and gives its number, 1 or more, or a negative TP_ERROR_. encoding is one of TPW_CP1252,
 * TPW_UTF16 and TPW_UTF8, and lang one of TP_LANG_.
 *
 * Open one when the program starts, or one for each thread: a session that a thread is using gives
 * TP_ERROR_BUSY to another. There may be 64.
 */
TP_API int32_t TPW_CALL tpw_open(int32_t encoding, int32_t lang);

/*
 * Closes a session: 0, or TP_ERROR_HANDLE when there is none of this number, or none any more.
 */
TP_API int32_t TPW_CALL tpw_close(int32_t session);

/*
 * Reads a card buffer or the answer of a service for the next tpw_check_claim. Call it once for each source.
 *
 * format is one of TP_FORMAT_; data are len bytes as they were received, whatever the encoding of the
 * session. moment is when: a text such as 20261120091200, 2026-11-20T09:12:00 or 20261120; NULL where the
 * document says it.
 */
TP_API int32_t TPW_CALL tpw_read(
    int32_t session, int32_t format, const void *data, int32_t len, const void *moment);

/*
 * Checks a dossier, a text in JSON, and puts one of TP_VERDICT_ into verdict. Gives 0, or a negative
 * TP_ERROR_: the verdict is TP_VERDICT_UNDETERMINED then, and TPW_MESSAGE says why.
 */
TP_API int32_t TPW_CALL tpw_check(int32_t session, const void *dossier, int32_t *verdict);

/*
 * Checks a claim, a text in JSON, against what was read since the last one. Otherwise as tpw_check.
 */
TP_API int32_t TPW_CALL tpw_check_claim(int32_t session, const void *claim, int32_t *verdict);

/*
 * Triages a reject that came back, a text in JSON of the format tierspayant-reject/1. Its answer and its
 * pages are taken with tpw_take.
 */
TP_API int32_t TPW_CALL tpw_triage(int32_t session, const void *reject);

/*
 * Copies a text of the last check or triage into a buffer, with a 0 after it. what is one of TPW_MESSAGE,
 * TPW_JSON, TPW_PAGE, TPW_PAGE_PATIENT and TPW_TODO.
 *
 * size is that of the buffer, in bytes, or in 16-bit units for TPW_UTF16; needed, which may be NULL, is set
 * to what it must be, the 0 included. Gives TP_ERROR_BUFFER when it is smaller: call again. Gives
 * TP_ERROR_MISSING when there is no such text.
 */
TP_API int32_t TPW_CALL tpw_take(int32_t session, int32_t what, void *buffer, int32_t size, int32_t *needed);

#ifdef __cplusplus
}
#endif

#endif /* TIERSPAYANT_FLAT_H */
