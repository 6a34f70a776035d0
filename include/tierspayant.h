/*
 * tierspayant: can this claim be billed in tiers payant, and why.
 *
 * Written by the build from the sources of the library: do not edit.
 *
 * The contract in short (the whole of it is bindings/c/README.md):
 *
 *   Ownership   What a function gives through a pointer to a pointer is yours: free it once, with the function of its
 *               type. Views (tp_str) are not: they live as long as the object that they come from.
 *   NULL        Checked everywhere. Freeing NULL does nothing. Freeing twice, or using what was freed, is undefined;
 *               TP_ERROR_HANDLE tells it, and a pointer to another kind of object, as long as the memory does.
 *   Threads     Said for each type below. No type is tied to the thread that made it.
 *   Panics      A fault of the library gives TP_ERROR_PANIC, with its place in the source, and never ends the process.
 *   Memory      None left gives TP_ERROR_MEMORY: nothing was made, and nothing is until what was made meanwhile is freed.
 *   Structs     Set to zero, then set `size` to sizeof: newer and older libraries understand each other.
 *   Dates       int32_t as yyyymmdd, 0 when absent. Moments: int64_t as yyyymmddhhmmss, or yyyymmdd.
 *   Today       Never read from a clock: it is an input.
 *
 * Contents, each found by its line of dashes:
 *
 *   Objects               What is made and freed by the library.
 *   Versions              Compare them before anything else when the library is loaded at run time.
 *   Statuses and errors   Every function that can fail returns 0 or one of these negative numbers.
 *   Texts                 UTF-8 everywhere, as pointer and length.
 *   Words                 Every closed list of the documents has its words as constants, TP_LIST_WORD; here is what
 *                         names a list to the two functions that turn one into the other.
 *   Engine                Made once from the rules and tables, then shared.
 *   Readings              What a card reader or a service gave, turned into snapshots, one per beneficiary.
 *   Claim                 Zero and empty mean that something was not said; unknown numbers are refused.
 *   Rights                Snapshots added to a dossier: from a reading, or typed in entry by entry.
 *   Answer                Verdicts are numbers of their own, and every output holds "undetermined" until there is an
 *                         answer.
 *   What-if               When the same claim would be billable, and what single change makes it so.
 *   Reject triage         A reject that came back: what it is, why it came, what puts it right.
 *   Timeline              The rights of the person, and the answer to the claim, over a window of days.
 */

#ifndef TIERSPAYANT_H
#define TIERSPAYANT_H

#include <stddef.h>
#include <stdint.h>

/* The calling convention does not follow the options of the compiler. */
#if defined(_WIN32) && !defined(_WIN64)
#define TP_CALL __cdecl
#else
#define TP_CALL
#endif

/* Define TP_STATIC to link the static library on Windows. */
#if defined(_WIN32) && !defined(TP_STATIC)
#define TP_API __declspec(dllimport)
#else
#define TP_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Objects ----------------------------------------------------------------------------------------------------- */
/* Made and freed by the library, and known only by pointer. */

/*
 * A claim and what the sources said of the person's rights.
 *
 * One thread at a time may change it, and nobody may ask meanwhile: a call that finds it otherwise fails with
 * TP_ERROR_BUSY. Any number of threads may ask at once. What it is given is copied. Once a call that changes
 * it gave TP_ERROR_MEMORY, it can only be freed.
 */
typedef struct tp_dossier tp_dossier;

/*
 * Tables and texts that answer dossiers.
 *
 * It never changes once it is made, has no clock and does no I/O: any number of threads may use it at once.
 * Results keep what they need of it, so it may be freed before them.
 */
typedef struct tp_engine tp_engine;

/*
 * Makes an engine with tables of your own. One thread at a time.
 */
typedef struct tp_engine_builder tp_engine_builder;

/*
 * Why a call failed, in words. It never repeats a value of the input, so it may go into a log.
 *
 * Threads may share it. It does not depend on any other object.
 */
typedef struct tp_error tp_error;

/*
 * What a document held: one snapshot per beneficiary, and every field that was not used.
 *
 * It never changes, and threads may share it. It does not depend on any other object.
 */
typedef struct tp_reading tp_reading;

/*
 * The answer to one dossier, with every line, reason and remedy.
 *
 * It never changes, and threads may share it. It outlives the engine and the dossier that it came from.
 */
typedef struct tp_result tp_result;

/*
 * A text that the caller owns.
 *
 * It never changes, and threads may share it. It does not depend on any other object.
 */
typedef struct tp_text tp_text;

/*
 * The rights of a person over a window of days, and the answer to the claim on each of them.
 *
 * It never changes, and threads may share it. It outlives the engine and the dossier that it came from.
 */
typedef struct tp_timeline tp_timeline;

/*
 * The days on which the same claim would be billable, and each single correction that makes it so.
 *
 * It never changes, and threads may share it. It outlives the result that it came from.
 */
typedef struct tp_what_if tp_what_if;

/* Versions ---------------------------------------------------------------------------------------------------- */
/* Compare them before anything else when the library is loaded at run time. */

/* Version of the library that this header belongs to: first number. */
#define TP_VERSION_MAJOR 0
/* Second number. */
#define TP_VERSION_MINOR 1
/* Third number. */
#define TP_VERSION_PATCH 0
/* The three numbers as one: major * 1000000 + minor * 1000 + patch. (TP_VERSION is a type of Windows.) */
#define TP_VERSION_NUMBER (((TP_VERSION_MAJOR * 1000000) + (TP_VERSION_MINOR * 1000)) + TP_VERSION_PATCH)

/* Major version of the ABI. It is the number in the name of the shared library, and changes when a program
 * compiled with an older header must not run with this library. */
#define TP_ABI_MAJOR 0
/* Minor version of the ABI. It grows when something is added. */
#define TP_ABI_MINOR 2

/*
 * The size that a struct of the header has in the library that is running, by its name such as tp_claim and
 * the length of that name; 0 when there is no such struct. A client that lays structs out by itself compares
 * it with its own.
 */
TP_API size_t TP_CALL tp_struct_size(const char *name, size_t len);

/*
 * The version of the library that is running, as major * 1000000 + minor * 1000 + patch.
 */
TP_API int32_t TP_CALL tp_version(void);

/*
 * The version of the library that is running, as text that ends with NUL and lives for ever.
 */
TP_API const char *TP_CALL tp_version_text(void);

/*
 * Whether a program compiled with a header of this ABI runs with this library: TP_OK, or TP_ERROR_NEWER when
 * it wants more than this library has, or TP_ERROR_VALUE when the major versions differ.
 *
 * Call it first, as tp_abi_check(TP_ABI_MAJOR, TP_ABI_MINOR), when the library is loaded at run time.
 */
TP_API int32_t TP_CALL tp_abi_check(int32_t major, int32_t minor);

/* Statuses and errors ----------------------------------------------------------------------------------------- */
/* Every function that can fail returns 0 or one of these negative numbers. Its last argument may be NULL;
 * otherwise it is set to NULL on entry, and to an error that the caller frees when the call fails.
 * TP_ERROR_MEMORY leaves it NULL. A verdict is never a status: "not billable" is a successful call. */

#define TP_OK 0 /* The call succeeded. */

/* A pointer that is required is NULL. */
#define TP_ERROR_NULL (-1)
/* The size of a struct or the length of a buffer is not one. */
#define TP_ERROR_SIZE (-2)
/* A struct holds a field that this version does not know: it is from a newer header. */
#define TP_ERROR_NEWER (-3)
/* An integer outside its list, a number that is no day, or a code or word that its field does not take. */
#define TP_ERROR_VALUE (-4)
/* A text is not UTF-8. */
#define TP_ERROR_UTF8 (-5)
/* Something required was not said, such as the care date or the lines of a claim. */
#define TP_ERROR_MISSING (-6)
/* An index past the end, or more entries than any real dossier has. */
#define TP_ERROR_RANGE (-7)
/* The buffer of the caller is too small; the size that it needs was given. */
#define TP_ERROR_BUFFER (-8)
/* A JSON document is refused; the error tells the place. */
#define TP_ERROR_INPUT (-9)
/* A card buffer or the answer of a service cannot be read; the error tells the place. */
#define TP_ERROR_DOCUMENT (-10)
/* A table or a text of the engine is refused; the error tells the file and the line. */
#define TP_ERROR_TABLE (-11)
/* Another thread is changing this object: only one may at a time. */
#define TP_ERROR_BUSY (-12)
/* The library has a fault. No verdict was given; the process and the other objects are unharmed. The error
 * names its place in the source of the library, and nothing of the input. */
#define TP_ERROR_PANIC (-13)
/* A pointer is to no object of this kind: to another kind, to something else, or to what was freed. */
#define TP_ERROR_HANDLE (-14)
/* The system has no memory left, or what was made while it had none is still there. Nothing was given, and
 * no error either. Free what is not needed, what this call made most of all, and try again. */
#define TP_ERROR_MEMORY (-15)

/*
 * The status that the call gave back, or TP_ERROR_NULL for NULL.
 */
TP_API int32_t TP_CALL tp_error_status(const tp_error *error);

/*
 * A stable code such as TP-IN-021, the same in every language. Ends with NUL; lives as long as the error;
 * empty for NULL.
 */
TP_API const char *TP_CALL tp_error_code(const tp_error *error);

/*
 * Where the fault is, such as rights[1].exemptions[0].start or the name of an argument; may be empty. Ends
 * with NUL; lives as long as the error; empty for NULL.
 */
TP_API const char *TP_CALL tp_error_place(const tp_error *error);

/*
 * One line in English: the place and what is wrong there. Ends with NUL; lives as long as the error; empty
 * for NULL.
 */
TP_API const char *TP_CALL tp_error_message(const tp_error *error);

/*
 * Frees an error. NULL is allowed and does nothing.
 */
TP_API void TP_CALL tp_error_free(tp_error *error);

/*
 * What a status means, in a few English words that end with NUL and live for ever. Unknown numbers have a
 * text as well.
 */
TP_API const char *TP_CALL tp_status_text(int32_t status);

/* Texts ------------------------------------------------------------------------------------------------------- */
/* UTF-8 everywhere, as pointer and length. */

#define TP_LANG_FR 0 /* French. */
#define TP_LANG_EN 1 /* English. */

#define TP_AUDIENCE_COUNTER 0 /* For the counter. */
#define TP_AUDIENCE_PATIENT 1 /* For the patient. */

/*
 * A view of UTF-8 text, not ended by NUL: print it with %.*s.
 *
 * In: data may be NULL when len is 0; an empty view means that nothing was said. Out: the view lives as long
 * as the object it was taken from.
 */
typedef struct tp_str {
    /* First byte. */
    const char *data;
    /* Number of bytes. */
    size_t len;
} tp_str;

/*
 * Copies a view into a buffer of the caller as Windows-1252, the ANSI code page of French Windows, with a NUL
 * after it.
 *
 * What Windows-1252 does not have becomes what comes nearest (a narrow blank becomes a blank that does not
 * break, a tick +), and only what has nothing near becomes ?: no text of this library does. needed and size
 * as for tp_str_copy. Fails with TP_ERROR_UTF8 when the view is not UTF-8.
 */
TP_API int32_t TP_CALL tp_str_copy_cp1252(
    const tp_str *view, char *buffer, size_t size, size_t *needed, tp_error **error);

/*
 * Gives the UTF-8 text of Windows-1252 bytes, to be freed with tp_text_free. Every byte is a character: it
 * fails on NULL, and with TP_ERROR_RANGE on more bytes than any document may have.
 */
TP_API int32_t TP_CALL tp_text_from_cp1252(const char *data, size_t len, tp_text **out, tp_error **error);

/*
 * Copies a view into a buffer of the caller as UTF-16 in the byte order of the machine, with a 0 after it:
 * for Delphi, .NET, VB, Java and the W functions of Windows.
 *
 * size and needed, which may be NULL, count 16-bit units, the 0 included. Fails with TP_ERROR_BUFFER when
 * size is smaller than what is needed; the buffer is left alone then, and may be NULL when size is 0. Fails
 * with TP_ERROR_UTF8 when the view is not UTF-8.
 */
TP_API int32_t TP_CALL tp_str_copy_utf16(
    const tp_str *view, uint16_t *buffer, size_t size, size_t *needed, tp_error **error);

/*
 * Gives the UTF-8 text of UTF-16 in the byte order of the machine, len 16-bit units of it, to be freed with
 * tp_text_free. A byte-order mark before it is left out.
 *
 * Fails with TP_ERROR_VALUE on half of a surrogate pair, and with TP_ERROR_RANGE on more than any document
 * may have.
 */
TP_API int32_t TP_CALL tp_text_from_utf16(const uint16_t *data, size_t len, tp_text **out, tp_error **error);

/*
 * The bytes of a text, in UTF-8, with a NUL after the last one. They live as long as the text; NULL gives "".
 */
TP_API const char *TP_CALL tp_text_data(const tp_text *text);

/*
 * The number of bytes of a text, without the NUL after it; 0 for NULL.
 */
TP_API size_t TP_CALL tp_text_len(const tp_text *text);

/*
 * Frees a text. NULL is allowed and does nothing.
 */
TP_API void TP_CALL tp_text_free(tp_text *text);

/*
 * Copies a view into a buffer of the caller, with a NUL after it, for hosts that want texts of their own.
 *
 * needed, which may be NULL, is set to the size that the buffer must have, NUL included. Fails with
 * TP_ERROR_BUFFER when size is smaller; the buffer is left alone then, and may be NULL when size is 0.
 */
TP_API int32_t TP_CALL tp_str_copy(
    const tp_str *view, char *buffer, size_t size, size_t *needed, tp_error **error);

/*
 * Copies a view into a buffer of the caller as Latin-1, with a NUL after it. What Latin-1 does not have
 * becomes what comes nearest: a straight apostrophe, oe, and for the euro sign the byte that it has in
 * ISO-8859-15. Only what has nothing near becomes ?: no text of this library does. On Windows,
 * tp_str_copy_cp1252 is the right one.
 *
 * needed and size as for tp_str_copy. Fails with TP_ERROR_UTF8 when the view is not UTF-8.
 */
TP_API int32_t TP_CALL tp_str_copy_latin1(
    const tp_str *view, char *buffer, size_t size, size_t *needed, tp_error **error);

/*
 * Gives the UTF-8 text of Latin-1 bytes, to be freed with tp_text_free. Every byte is a character: it fails
 * on NULL, and with TP_ERROR_RANGE on more bytes than any document may have.
 */
TP_API int32_t TP_CALL tp_text_from_latin1(const char *data, size_t len, tp_text **out, tp_error **error);

/* Words ------------------------------------------------------------------------------------------------------- */
/* Every closed list of the documents has its words as constants, TP_LIST_WORD; here is what names a list to
 * the two functions that turn one into the other. */

#define TP_WORDS_VERDICT 1       /* The words of TP_VERDICT_. */
#define TP_WORDS_BASIS 2         /* The words of TP_BASIS_. */
#define TP_WORDS_GUARANTEE 3     /* The words of TP_GUARANTEE_. */
#define TP_WORDS_SEVERITY 4      /* The words of TP_SEVERITY_. */
#define TP_WORDS_EXEMPTION 5     /* The words of TP_EXEMPTION_. */
#define TP_WORDS_SHARE 6         /* The words of TP_SHARE_. */
#define TP_WORDS_CARD 7          /* The words of TP_CARD_. */
#define TP_WORDS_CATEGORY 8      /* The words of TP_CATEGORY_. */
#define TP_WORDS_RELATION 9      /* The words of TP_RELATION_. */
#define TP_WORDS_ORIGIN 10       /* The words of TP_ORIGIN_. */
#define TP_WORDS_SOURCE 11       /* The words of TP_SOURCE_. */
#define TP_WORDS_VOCABULARY 12   /* The words of TP_VOCABULARY_. */
#define TP_WORDS_ENTRY 13        /* The words of TP_ENTRY_. */
#define TP_WORDS_FORMAT 14       /* The words of TP_FORMAT_. */
#define TP_WORDS_STANDING 15     /* The words of TP_STANDING_. */
#define TP_WORDS_MODE 16         /* The words of TP_MODE_. */
#define TP_WORDS_PAID_INSTEAD 17 /* The words of TP_PAID_INSTEAD_. */
#define TP_WORDS_DOCUMENT 18     /* The words of TP_DOCUMENT_. */
#define TP_WORDS_VOUCHER 19      /* The words of TP_VOUCHER_. */
#define TP_WORDS_AGREEMENT 20    /* The words of TP_AGREEMENT_. */
#define TP_WORDS_PRESCRIPTION 21 /* The words of TP_PRESCRIPTION_. */
#define TP_WORDS_GROUND 22       /* The words of TP_GROUND_. */
#define TP_WORDS_PROOF 23        /* The words of TP_PROOF_. */
#define TP_WORDS_END 24          /* The words of TP_END_. */
#define TP_WORDS_SETTING 25      /* The words of TP_SETTING_. */
#define TP_WORDS_TRAIT 26        /* The words of TP_TRAIT_. */
#define TP_WORDS_DATE_ROLE 27    /* The words of TP_DATE_ROLE_. */
#define TP_WORDS_REMEDY 28       /* The words of TP_REMEDY_. */
#define TP_WORDS_REJECT_CLASS 29 /* The words of TP_REJECT_CLASS_. */
#define TP_WORDS_INDU 30         /* The words of TP_INDU_. */
#define TP_WORDS_CONFIDENCE 31   /* The words of TP_CONFIDENCE_. */
#define TP_WORDS_CERTAINTY 32    /* The words of TP_CERTAINTY_. */
#define TP_WORDS_REPORTED 33     /* The words of TP_REPORTED_. */
#define TP_WORDS_RECOGNISED 34   /* The words of TP_RECOGNISED_. */
#define TP_WORDS_FOUND 35        /* The words of TP_FOUND_. */
#define TP_WORDS_MATCHED 36      /* The words of TP_MATCHED_. */
#define TP_WORDS_CAUSE 37        /* The words of TP_CAUSE_. */
#define TP_WORDS_KNOWN_AT 38     /* The words of TP_KNOWN_AT_. */
#define TP_WORDS_CAUGHT 39       /* The words of TP_CAUGHT_. */
#define TP_WORDS_PAYER 40        /* The words of TP_PAYER_. */

/*
 * Shows the word of a number: read for TP_WORDS_CARD and TP_CARD_READ. The view lives as long as the library.
 *
 * Fails with TP_ERROR_VALUE when the list or the number is not known.
 */
TP_API int32_t TP_CALL tp_word(int32_t list, int32_t number, tp_str *out, tp_error **error);

/*
 * Gives the number of a word: TP_CARD_READ for TP_WORDS_CARD and read.
 *
 * Fails with TP_ERROR_VALUE when the list is not known or does not have the word; the number is then 0.
 */
TP_API int32_t TP_CALL tp_word_number(
    int32_t list, const char *word, size_t len, int32_t *out, tp_error **error);

/* Engine ------------------------------------------------------------------------------------------------------ */
/* Made once from the rules and tables, then shared. */

/*
 * Gives the engine with the tables and texts compiled in, to be freed with tp_engine_free.
 *
 * It costs next to nothing: tables and texts are constants. Fails only on NULL.
 */
TP_API int32_t TP_CALL tp_engine_new(tp_engine **out, tp_error **error);

/*
 * Gives a builder that starts from the tables compiled in, to be freed with tp_engine_builder_free.
 */
TP_API int32_t TP_CALL tp_engine_builder_new(tp_engine_builder **out, tp_error **error);

/*
 * Puts a table of yours, such as rejects.toml, in the place of the one compiled in. Name and text are copied.
 *
 * Nothing of the table is checked before tp_engine_builder_build. Fails on NULL, on text that is not UTF-8
 * and on more than 1 MiB of it, twenty times the largest table there is.
 */
TP_API int32_t TP_CALL tp_engine_builder_set_table(
    tp_engine_builder *builder, const char *name, size_t name_len, const char *text, size_t text_len,
    tp_error **error);

/*
 * Gives an engine with the tables of the builder, to be freed with tp_engine_free.
 *
 * The builder can be used again and must still be freed. Fails with TP_ERROR_TABLE when a table is refused;
 * the error names its file and line.
 */
TP_API int32_t TP_CALL tp_engine_builder_build(
    const tp_engine_builder *builder, tp_engine **out, tp_error **error);

/*
 * Frees a builder. NULL is allowed and does nothing. Engines that it made are not concerned.
 */
TP_API void TP_CALL tp_engine_builder_free(tp_engine_builder *builder);

/*
 * Frees an engine, once no call uses it any more. NULL is allowed and does nothing.
 */
TP_API void TP_CALL tp_engine_free(tp_engine *engine);

/*
 * Shows the edition of the rules, such as 2026.11. The view lives as long as the engine.
 */
TP_API int32_t TP_CALL tp_engine_edition(const tp_engine *engine, tp_str *out, tp_error **error);

/*
 * Shows the digest of the tables, in hexadecimal. The view lives as long as the engine.
 */
TP_API int32_t TP_CALL tp_engine_digest(const tp_engine *engine, tp_str *out, tp_error **error);

/*
 * Gives the first and the last care date that the tables cover, as yyyymmdd, 0 where open. Outside them every
 * answer is undetermined.
 */
TP_API int32_t TP_CALL tp_engine_covers(
    const tp_engine *engine, int32_t *from, int32_t *to, tp_error **error);

/*
 * The number of tables compiled in.
 */
TP_API size_t TP_CALL tp_table_count(void);

/*
 * Shows the name and the text of a table compiled in, to start from when one is to be changed. Both views
 * live for ever. Fails with TP_ERROR_RANGE when index is past the end.
 */
TP_API int32_t TP_CALL tp_table(size_t index, tp_str *name, tp_str *text, tp_error **error);

/* Readings ---------------------------------------------------------------------------------------------------- */
/* What a card reader or a service gave, turned into snapshots, one per beneficiary. */

/* The buffer of groups 101 to 111 that a reading of a carte Vitale gives. */
#define TP_FORMAT_SSV 1
/* An ADRi answer as billing engines hand it over in JSON. */
#define TP_FORMAT_ADRI_JSON 2
/* Answers of the rights API of the CNAM. */
#define TP_FORMAT_CNAM_DROITS 3
/* An answer of API Particulier on the complémentaire santé solidaire, versions 2 and 3. */
#define TP_FORMAT_C2S 4
/* A card reading as the jFSE engine hands it over in JSON, a phone's card (apCV) included. */
#define TP_FORMAT_JFSE 6
/* The XML of the Lecture Vitale library. */
#define TP_FORMAT_LECTURE_VITALE 7
/* The snapshots of this project: {"rights": […]}, a list of them, or one. */
#define TP_FORMAT_SNAPSHOTS 5

/*
 * A field that was present and not used.
 */
typedef struct tp_unused {
    /* sizeof(tp_unused). */
    uint32_t size;
    /* Its place: a JSON path, or a group and field of a card. Lives as long as the reading. */
    tp_str place;
    /* Why, as a stable id such as not_needed. Lives for ever. */
    tp_str why;
} tp_unused;

/*
 * Reads a card buffer, an answer of a service, or snapshots in JSON, and gives the reading, to be freed with
 * tp_reading_free.
 *
 * format is one of TP_FORMAT_. observed_at (yyyymmddhhmmss, yyyymmdd, or 0) is when the card was read or the
 * service was called; it is kept where the document does not say it. The bytes are those of the document,
 * whatever their encoding: a card is Latin-1, and JSON that is not UTF-8 is read as Latin-1.
 *
 * An error answer of a service is no failure of the call: see tp_reading_refusal. Fails with
 * TP_ERROR_DOCUMENT or, for TP_FORMAT_SNAPSHOTS, TP_ERROR_INPUT; the error names the place.
 */
TP_API int32_t TP_CALL tp_read(
    int32_t format, const char *data, size_t len, int64_t observed_at, tp_reading **out, tp_error **error);

/*
 * The number of snapshots, one per beneficiary; 0 for NULL.
 */
TP_API size_t TP_CALL tp_reading_snapshot_count(const tp_reading *reading);

/*
 * Gives the snapshots as JSON, to be freed with tp_text_free. A NIR is never written.
 */
TP_API int32_t TP_CALL tp_reading_json(const tp_reading *reading, tp_text **out, tp_error **error);

/*
 * Shows what kind of error answer the document is, such as not_found, or an empty view when it is none. The
 * view lives for ever. There is no snapshot then: an error says nothing of a person's rights, and "not found"
 * is not "no".
 */
TP_API int32_t TP_CALL tp_reading_refusal(const tp_reading *reading, tp_str *out, tp_error **error);

/*
 * The number of fields that were present and not used; 0 for NULL.
 */
TP_API size_t TP_CALL tp_reading_unused_count(const tp_reading *reading);

/*
 * Fills in one field that was not used. Fails with TP_ERROR_RANGE when index is past the end.
 */
TP_API int32_t TP_CALL tp_reading_unused(
    const tp_reading *reading, size_t index, tp_unused *out, tp_error **error);

/*
 * Frees a reading. NULL is allowed and does nothing. Dossiers that it was added to are not concerned.
 */
TP_API void TP_CALL tp_reading_free(tp_reading *reading);

/* Claim ------------------------------------------------------------------------------------------------------- */
/* Zero and empty mean that something was not said; unknown numbers are refused. */

#define TP_SHARE_AMO 1 /* Assurance maladie obligatoire. */
#define TP_SHARE_AMC 2 /* Assurance maladie complémentaire. */

#define TP_CARD_READ 1       /* Read for this claim, as a card or as its application. */
#define TP_CARD_ABSENT 2     /* Not there. */
#define TP_CARD_UNREADABLE 3 /* There, but not readable. */
#define TP_CARD_OPPOSED 4    /* On the opposition list. */

#define TP_CATEGORY_DRUG 1       /* A drug. */
#define TP_CATEGORY_DEVICE 2     /* A device of the LPP. */
#define TP_CATEGORY_BIOLOGY 3    /* An act of biology. */
#define TP_CATEGORY_ACT 4        /* An isolated act. */
#define TP_CATEGORY_ACT_SERIES 5 /* An act of a series. */
#define TP_CATEGORY_TRANSPORT 6  /* A transport. */
#define TP_CATEGORY_STAY 7       /* A stay. */

#define TP_RELATION_RELATED 1   /* Related. */
#define TP_RELATION_UNRELATED 2 /* Not related. */
#define TP_RELATION_UNKNOWN 3   /* Not known. */

#define TP_ORIGIN_CARD 1         /* The carte Vitale. */
#define TP_ORIGIN_ADRI 2         /* An ADRi answer. */
#define TP_ORIGIN_PRESCRIPTION 3 /* The ALD zone of a bizone prescription. */
#define TP_ORIGIN_MANUAL 4       /* Typed by hand. */
#define TP_ORIGIN_SETTING 5      /* A setting of the software. */

#define TP_STANDING_CONVENTION 1         /* A doctor in the convention. */
#define TP_STANDING_OUTSIDE_CONVENTION 2 /* A doctor outside the convention (secteur 3). */
#define TP_STANDING_HOSPITAL 3           /* A prescriber of a hospital. */

#define TP_MODE_CARD 1     /* With the card. */
#define TP_MODE_DEGRADED 2 /* Without it, in degraded mode. */
#define TP_MODE_REMOTE 3   /* Without it, the patient being elsewhere (tele-care). */
#define TP_MODE_SECRECY 4  /* Without it, for a minor who asks for secrecy. */

#define TP_PAID_INSTEAD_NURSING_SERVICE 1  /* A nursing service at home (SSIAD). */
#define TP_PAID_INSTEAD_HOSPITAL_STAY 2    /* A hospital, during a stay in it. */
#define TP_PAID_INSTEAD_HOSPITAL_AT_HOME 3 /* Hospital at home (HAD). */
#define TP_PAID_INSTEAD_NURSING_HOME 4     /* A home for the elderly (EHPAD). */

#define TP_DOCUMENT_PRESENT 1       /* Shown, and complete. */
#define TP_DOCUMENT_ABSENT 2        /* Not shown. */
#define TP_DOCUMENT_OUTSIDE_TERMS 3 /* It says that the prescription is outside the terms of cover. */

#define TP_VOUCHER_PRESENT 1 /* Shown. */
#define TP_VOUCHER_ABSENT 2  /* Not shown. */

#define TP_AGREEMENT_GRANTED 1    /* Given. */
#define TP_AGREEMENT_REQUESTED 2  /* Asked for, not answered. */
#define TP_AGREEMENT_REFUSED 3    /* Refused. */
#define TP_AGREEMENT_NOT_NEEDED 4 /* This care needs none. */

#define TP_PRESCRIPTION_PRESENT 1     /* There is one. */
#define TP_PRESCRIPTION_NONE 2        /* There is none: direct access, a test or a product without one. */
#define TP_PRESCRIPTION_CONDITIONAL 3 /* There is one, to be used only where a test says so. */

#define TP_GROUND_HOSPITALISATION 1  /* Into or out of a hospital. */
#define TP_GROUND_ALD 2              /* Care of an ALD. */
#define TP_GROUND_ACCIDENT 3         /* An accident or an occupational disease. */
#define TP_GROUND_LYING_OR_WATCHED 4 /* Lying, or under constant watch. */
#define TP_GROUND_LONG_DISTANCE 5    /* More than 150 km away. */
#define TP_GROUND_SERIES 6           /* Transports in series. */
#define TP_GROUND_SUMMONS 7          /* Summoned by the fund or an expert. */
#define TP_GROUND_OTHER 8            /* Another ground. */

#define TP_PROOF_SENT 1    /* Sent. */
#define TP_PROOF_TO_SEND 2 /* Still to be sent. */
#define TP_PROOF_MISSING 3 /* Missing. */

#define TP_SETTING_PHARMACY 1         /* A pharmacy (pharmacie d'officine). */
#define TP_SETTING_NURSE 2            /* A nurse (infirmier). */
#define TP_SETTING_PHYSIOTHERAPIST 3  /* A physiotherapist (masseur-kinésithérapeute). */
#define TP_SETTING_DOCTOR 4           /* A doctor. */
#define TP_SETTING_MIDWIFE 5          /* A midwife (sage-femme). */
#define TP_SETTING_DENTIST 6          /* A dentist (chirurgien-dentiste). */
#define TP_SETTING_SPEECH_THERAPIST 7 /* A speech therapist (orthophoniste). */
#define TP_SETTING_LABORATORY 8       /* A laboratory of biology. */
#define TP_SETTING_DEVICE_SUPPLIER 9  /* A supplier of devices of the LPP. */
#define TP_SETTING_TRANSPORT 10       /* A transporter (ambulance, VSL, taxi conventionné). */
#define TP_SETTING_HOSPITAL 11        /* A hospital. */
#define TP_SETTING_PSYCHOLOGIST 12    /* A psychologist. */
#define TP_SETTING_OTHER 13           /* Another liberal profession. */

/* The patient refused the generic. */
#define TP_TRAIT_GENERIC_REFUSED 1
/* A narcotic. */
#define TP_TRAIT_NARCOTIC 2
/* A box of more than 300 EUR, taxes included. */
#define TP_TRAIT_OVER_300_EUR 3
/* A GLP-1 analogue. */
#define TP_TRAIT_GLP1 4
/* Insulin aspart. */
#define TP_TRAIT_INSULIN_ASPART 5
/* Sitagliptin with metformin. */
#define TP_TRAIT_SITAGLIPTIN_METFORMIN 6
/* Insulin glargine. */
#define TP_TRAIT_INSULIN_GLARGINE 7
/* The patient lives in a nursing home. */
#define TP_TRAIT_NURSING_HOME 8
/* The patient is under three months old. */
#define TP_TRAIT_INFANT_UNDER_3_MONTHS 9
/* Contraception. */
#define TP_TRAIT_CONTRACEPTION 10
/* Emergency contraception. */
#define TP_TRAIT_EMERGENCY_CONTRACEPTION 11
/* Condoms. */
#define TP_TRAIT_CONDOM 12
/* Voluntary interruption of pregnancy. */
#define TP_TRAIT_IVG 13
/* A compulsory exam of the pregnancy or an act of the maternity list. */
#define TP_TRAIT_MATERNITY_LISTED 14
/* Diagnosis or treatment of infertility. */
#define TP_TRAIT_INFERTILITY 15
/* Care due to a donation of organ or gametes. */
#define TP_TRAIT_DONATION 16
/* Care after sexual violence to a minor. */
#define TP_TRAIT_SEXUAL_VIOLENCE 17
/* Care after an act of terrorism. */
#define TP_TRAIT_TERRORISM 18
/* Care of a pensioned military infirmity. */
#define TP_TRAIT_MILITARY_INFIRMITY 19
/* A drug reimbursed at 15 % (PH2). */
#define TP_TRAIT_RATE_15 20
/* A drug reimbursed at 30 % (PH4). */
#define TP_TRAIT_RATE_30 21
/* Care outside the coordinated path. */
#define TP_TRAIT_OUTSIDE_CARE_PATH 22
/* The patient refused a transport shared with others. */
#define TP_TRAIT_SHARED_TRANSPORT_REFUSED 23
/* Agreed care after the consolidation of an accident. */
#define TP_TRAIT_AGREED_AFTER_CONSOLIDATION 24
/* A prevention act or product. */
#define TP_TRAIT_PREVENTION 25
/* A prescription on lists I or II being supplied for the first time. */
#define TP_TRAIT_FIRST_SUPPLY 26
/* The patient refused the biosimilar. */
#define TP_TRAIT_BIOSIMILAR_REFUSED 27
/* The patient refused the hybrid. */
#define TP_TRAIT_HYBRID_REFUSED 28
/* A drug of a generic group under a tarif forfaitaire de responsabilité (TFR). */
#define TP_TRAIT_TFR_GROUP 29
/* A generic of the group costs as much as the originator, or more. */
#define TP_TRAIT_GENERIC_NOT_CHEAPER 30
/* The prescriber excluded the substitution on medical grounds, as the law asks. */
#define TP_TRAIT_NOT_SUBSTITUTABLE 31
/* A flu vaccine. */
#define TP_TRAIT_FLU_VACCINE 32
/* A spa cure. */
#define TP_TRAIT_SPA_CURE 33
/* A screening of sexually transmitted infections that the patient asks for (Mon test IST). */
#define TP_TRAIT_IST_TEST 34
/* A screening of HIV that the patient asks for, alone. */
#define TP_TRAIT_HIV_TEST 35
/* The kit of the organised screening of colorectal cancer. */
#define TP_TRAIT_COLORECTAL_KIT 36
/* The yearly dental examination of the young and of pregnant women. */
#define TP_TRAIT_ORAL_HEALTH_EXAM 37
/* Programmed care that is not urgent, of the list for which the AME asks for a delay. */
#define TP_TRAIT_PROGRAMMED_CARE 38
/* A product that an arrêté makes depend on a document of the prescriber. */
#define TP_TRAIT_DOCUMENT_REQUIRED 39
/* A wheelchair, or an option of one. */
#define TP_TRAIT_WHEELCHAIR 40

#define TP_URGENT_NO 1  /* No emergency was attested. */
#define TP_URGENT_YES 2 /* The prescriber attested an emergency. */

#define TP_SHARE_BOTH 3 /* Both shares: TP_SHARE_AMO | TP_SHARE_AMC. */

/*
 * What is about to be sent, but for its lines, contract and accident. Set everything to zero, then size, then
 * what you know: zero and empty mean that it was not said.
 */
typedef struct tp_claim {
    /* sizeof(tp_claim). */
    uint32_t size;
    /* The day the question is asked; when 0, nothing that depends on today is said. */
    int32_t as_of;
    /* The day the care was given or the product delivered. Required. */
    int32_t care_date;
    /* The day of the prescription. */
    int32_t prescription_date;
    /* The day of transmission, where it is not as_of. */
    int32_t transmission_date;
    /* What became of the card: one of TP_CARD_. */
    int32_t card;
    /* The shares that ask for tiers payant: TP_SHARE_AMO, TP_SHARE_AMC or both; when 0, AMO, and AMC as well
       once there is a contract. */
    int32_t third_party;
    /* Birth rank, 1 to 9. */
    int32_t birth_rank;
    /* Your id of the claim, 1 to 200 bytes without control or format characters; it comes back in the answer. */
    tp_str id;
    /* Who bills: pharmacy, nurse, … (the words of the format); when empty, a pharmacy. */
    tp_str setting;
    /* Nature d'assurance as in the FSE: 10, 13, 22, 30, 41 or 90. */
    tp_str nature;
    /* Your id of the person, compared with that of the snapshots. */
    tp_str person_id;
    /* Birth date as written, 6 to 10 characters, digits and dashes: months such as 13 are real. */
    tp_str birth_date;
    /* NIR, 13 characters and maybe 2 of key. Never needed, never printed. */
    tp_str nir;
    /* Grand régime, 2 digits. */
    tp_str regime;
    /* Caisse, 3 digits. */
    tp_str fund;
    /* Centre, 4 characters. */
    tp_str centre;
    /* How the prescriber stands to the health insurance: one of TP_STANDING_. */
    int32_t prescriber_standing;
    /* How the claim is made: one of TP_MODE_; when 0, as card says. */
    int32_t mode;
    /* Who may pay in place of the fund: one of TP_PAID_INSTEAD_. */
    int32_t paid_instead;
    /* Zero. */
    int32_t reserved;
    /* Grand régime of the other insured parent of a child, 2 characters. */
    tp_str other_regime;
    /* Caisse of the other insured parent, 3 characters. */
    tp_str other_fund;
    /* Centre of the other insured parent, 4 characters. */
    tp_str other_centre;
} tp_claim;

/*
 * The complementary contract that the claim will carry.
 */
typedef struct tp_claim_contract {
    /* sizeof(tp_claim_contract). */
    uint32_t size;
    /* First day, where the claim carries one. */
    int32_t start;
    /* Last day, where the claim carries one. */
    int32_t end;
    /* Zero. */
    int32_t reserved;
    /* Organism number, up to 12 characters. */
    tp_str number;
    /* Type de contrat, such as 89. */
    tp_str contract_type;
    /* Code service. */
    tp_str service;
    /* Indicateur de traitement. */
    tp_str indicator;
} tp_claim_contract;

/*
 * The accident that a claim of nature 41 names.
 */
typedef struct tp_claim_accident {
    /* sizeof(tp_claim_accident). */
    uint32_t size;
    /* The day of the accident. */
    int32_t date;
    /* The number given by the fund, up to 12 characters. */
    tp_str number;
} tp_claim_accident;

/*
 * One line of the claim. Zero and empty mean that it was not said.
 */
typedef struct tp_line {
    /* sizeof(tp_line). */
    uint32_t size;
    /* What it bills: one of TP_CATEGORY_. */
    int32_t category;
    /* Relation to the condition that exempts: one of TP_RELATION_. */
    int32_t relation;
    /* Where the exemption came from: one of TP_ORIGIN_. */
    int32_t origin;
    /* 1 when amount_cents is said, otherwise 0. */
    int32_t has_amount;
    /* Zero. */
    int32_t reserved;
    /* Amount in euro cents, 0 or more. */
    int64_t amount_cents;
    /* Your id of the line, 1 to 200 bytes without control or format characters, unique in the claim.
       Required. */
    tp_str id;
    /* Justification of exemption as in the FSE: 0 to 9 or C. */
    tp_str exemption;
    /* The prescriber's document that a product needs: one of TP_DOCUMENT_. */
    int32_t document;
    /* The voucher of a vaccine: one of TP_VOUCHER_. */
    int32_t voucher;
    /* The fund's prior agreement: one of TP_AGREEMENT_. */
    int32_t prior_agreement;
    /* The day on which that agreement was asked for. */
    int32_t prior_agreement_requested_on;
    /* Whether the line has a prescription: one of TP_PRESCRIPTION_. */
    int32_t prescription;
    /* The day of its own prescription, where it is not that of the claim. */
    int32_t line_prescription_date;
    /* Whether the prescriber of a transport attested an emergency: one of TP_URGENT_. */
    int32_t transport_urgent;
    /* The ground of a transport: one of TP_GROUND_. */
    int32_t transport_ground;
    /* The documents that the fund asks for: one of TP_PROOF_. */
    int32_t proof;
    /* The day on which the fund received that request, as its receipt says: its silence counts from there. */
    int32_t prior_agreement_received_on;
} tp_line;

/*
 * Gives the dossier of a JSON document, to be freed with tp_dossier_free. More may be added to it.
 *
 * Fails with TP_ERROR_INPUT when the document is refused; the error names the place.
 */
TP_API int32_t TP_CALL tp_dossier_from_json(const char *json, size_t len, tp_dossier **out, tp_error **error);

/*
 * Gives a dossier without rights for a claim in JSON, to be freed with tp_dossier_free: a claim object alone,
 * or {"format", "as_of", "claim"}. Readings and snapshots are added to it afterwards.
 *
 * Fails with TP_ERROR_INPUT when the document is refused; the error names the place.
 */
TP_API int32_t TP_CALL tp_dossier_from_claim_json(
    const char *json, size_t len, tp_dossier **out, tp_error **error);

/*
 * Frees a dossier, once no call uses it any more. NULL is allowed and does nothing.
 */
TP_API void TP_CALL tp_dossier_free(tp_dossier *dossier);

/*
 * Gives a dossier with this claim, to be freed with tp_dossier_free. It has no line yet, and needs one before
 * it is asked.
 *
 * Fails with TP_ERROR_MISSING without a care date, and with TP_ERROR_VALUE on anything that its field does
 * not take; the error names the field.
 */
TP_API int32_t TP_CALL tp_dossier_new(const tp_claim *claim, tp_dossier **out, tp_error **error);

/*
 * Sets the complementary contract of the claim, in the place of the one it had.
 */
TP_API int32_t TP_CALL tp_dossier_set_claim_contract(
    tp_dossier *dossier, const tp_claim_contract *contract, tp_error **error);

/*
 * Sets the accident of the claim, in the place of the one it had.
 */
TP_API int32_t TP_CALL tp_dossier_set_claim_accident(
    tp_dossier *dossier, const tp_claim_accident *accident, tp_error **error);

/*
 * Adds a line at the end of the claim.
 *
 * Fails with TP_ERROR_VALUE on an id that another line has, and with TP_ERROR_RANGE when there are too many
 * lines.
 */
TP_API int32_t TP_CALL tp_dossier_add_line(tp_dossier *dossier, const tp_line *line, tp_error **error);

/*
 * Adds a fact that a rule may need to a line, such as narcotic or generic_refused. line counts from 0.
 *
 * A word that the library does not know is accepted: the answer says in a notice that it was not understood.
 */
TP_API int32_t TP_CALL tp_dossier_add_trait(
    tp_dossier *dossier, size_t line, const char *word, size_t len, tp_error **error);

/* Rights ------------------------------------------------------------------------------------------------------ */
/* Snapshots added to a dossier: from a reading, or typed in entry by entry. */

#define TP_SOURCE_BDO 1         /* The fund's own database. */
#define TP_SOURCE_ADRI 2        /* The rights service called from the billing software. */
#define TP_SOURCE_CDRI 3        /* Its hospital twin. */
#define TP_SOURCE_PORTAL 4      /* A rights page looked at by hand (Amelipro). */
#define TP_SOURCE_ATTESTATION 5 /* An attestation de droits. */
#define TP_SOURCE_VITALE 6      /* A carte Vitale reading. */
#define TP_SOURCE_APCV 7        /* The carte Vitale application. */
#define TP_SOURCE_MANUAL 8      /* Typed by hand. */
#define TP_SOURCE_AMC 9         /* The online answer of a complementary insurer. */

/* Motives held by the fund: LIS, EXC, EXP, L324, MAT… */
#define TP_VOCABULARY_BDO 1
/* Codes of the hospital rights service, whose table was not said: a code that its tables read differently
 * is unknown. */
#define TP_VOCABULARY_CDRI 2
/* Numbers of the national claims warehouse, whose table was not said: one that its tables read differently
 * is unknown. */
#define TP_VOCABULARY_SNDS 3
/* Justification codes of a claim: 0 to 9 and C. */
#define TP_VOCABULARY_CLAIM 4
/* Exemptions (ETM) of the hospital rights service. */
#define TP_VOCABULARY_CDRI_ETM 5
/* Modulations (MTM) of the hospital rights service. */
#define TP_VOCABULARY_CDRI_MTM 6
/* Exemptions of a person in the claims warehouse (IR_ETM_V). */
#define TP_VOCABULARY_SNDS_ETM 7
/* Motives of exemption of a paid line in the claims warehouse (IR_EXO_V). */
#define TP_VOCABULARY_SNDS_EXO 8
/* Modulations of a person in the claims warehouse (IR_MTM_V). */
#define TP_VOCABULARY_SNDS_MTM 9

#define TP_ENTRY_ACTIVE 1    /* In force. */
#define TP_ENTRY_PENDING 2   /* Being registered or under instruction. */
#define TP_ENTRY_SUSPENDED 3 /* Suspended. */
#define TP_ENTRY_REFUSED 4   /* Refused. */
#define TP_ENTRY_CLOSED 5    /* Closed. */

#define TP_END_TERM 1      /* Its term. */
#define TP_END_RENOUNCED 2 /* It was given up. */
#define TP_END_UNPAID 3    /* A contribution was not paid. */
#define TP_END_HOUSEHOLD 4 /* The household changed. */

#define TP_PARTICIPATION_WITHOUT 1 /* The contract is a CSS without participation. */
#define TP_PARTICIPATION_WITH 2    /* The contract is a CSS with participation. */

#define TP_LIST_COVERAGE 1   /* The answer carried the list of coverage periods. */
#define TP_LIST_CODES 2      /* The answer carried the list of coverage codes. */
#define TP_LIST_EXEMPTIONS 4 /* The answer carried the list of exemptions. */
#define TP_LIST_ACCIDENTS 8  /* The answer carried the list of accidents. */
#define TP_LIST_CONTRACTS 16 /* The answer carried the list of contracts. */
#define TP_LIST_SERVICES 32  /* The answer carried the list of service codes. */

/*
 * A period of base rights (AMO). Zero and empty mean that it was not said.
 */
typedef struct tp_coverage {
    /* sizeof(tp_coverage). */
    uint32_t size;
    /* First day; open when 0. */
    int32_t start;
    /* Last day; open when 0. */
    int32_t end;
    /* Zero. */
    int32_t reserved;
} tp_coverage;

/*
 * One period of a coverage code, as on the card and in an ADRi answer. Zero and empty mean that it was not
 * said.
 */
typedef struct tp_coverage_code {
    /* sizeof(tp_coverage_code). */
    uint32_t size;
    /* First day; open when 0. */
    int32_t start;
    /* Last day; open when 0. */
    int32_t end;
    /* Zero. */
    int32_t reserved;
    /* ALD digit, raw. */
    tp_str ald;
    /* Situation, régime and two digits, raw. */
    tp_str situation;
} tp_coverage_code;

/*
 * One exemption of a person, in its own vocabulary. Zero and empty mean that it was not said.
 */
typedef struct tp_exemption {
    /* sizeof(tp_exemption). */
    uint32_t size;
    /* Which list the code belongs to: one of TP_VOCABULARY_. Required. */
    int32_t vocabulary;
    /* First day; open when 0. */
    int32_t start;
    /* Last day; open when 0. */
    int32_t end;
    /* Its state: one of TP_ENTRY_. */
    int32_t status;
    /* Zero. */
    int32_t reserved;
    /* The code, up to 16 characters. Required. */
    tp_str code;
} tp_exemption;

/*
 * The maternity record of a person. Zero and empty mean that it was not said.
 */
typedef struct tp_maternity {
    /* sizeof(tp_maternity). */
    uint32_t size;
    /* First day of the fund's period; open when 0. */
    int32_t start;
    /* Last day of it; open when 0. When both are 0, the fund gave no period. */
    int32_t end;
    /* Presumed start of the pregnancy. */
    int32_t presumed_start;
    /* Presumed day of delivery. */
    int32_t presumed_delivery;
    /* Real day of delivery. */
    int32_t delivery;
    /* Its state: one of TP_ENTRY_. */
    int32_t status;
    /* Zero. */
    int32_t reserved;
} tp_maternity;

/*
 * One accident or occupational disease on record. Zero and empty mean that it was not said.
 */
typedef struct tp_accident {
    /* sizeof(tp_accident). */
    uint32_t size;
    /* The day of the accident. */
    int32_t date;
    /* First day; open when 0. */
    int32_t start;
    /* Last day; open when 0. */
    int32_t end;
    /* Its state: one of TP_ENTRY_. */
    int32_t status;
    /* Zero. */
    int32_t reserved;
    /* The number given by the fund, up to 12 characters. */
    tp_str number;
} tp_accident;

/*
 * One complementary contract on record. Zero and empty mean that it was not said.
 */
typedef struct tp_contract {
    /* sizeof(tp_contract). */
    uint32_t size;
    /* First day; open when 0. */
    int32_t start;
    /* Last day; open when 0. */
    int32_t end;
    /* Its state: one of TP_ENTRY_. */
    int32_t status;
    /* CSS: one of TP_PARTICIPATION_. */
    int32_t participation;
    /* Zero. */
    int32_t reserved;
    /* Organism number, up to 12 characters. */
    tp_str number;
    /* Type de contrat, up to 3 characters. */
    tp_str contract_type;
    /* Code service. */
    tp_str service;
    /* Indicateur de traitement. */
    tp_str indicator;
    /* Why it ended: one of TP_END_. */
    int32_t end_reason;
    /* Zero. */
    int32_t reserved_end;
} tp_contract;

/*
 * Rights under a contract for one kind of expense, as the insurer tells them. Zero means that it was not
 * said.
 */
typedef struct tp_contract_right {
    /* sizeof(tp_contract_right). */
    uint32_t size;
    /* First day; open when 0. */
    int32_t start;
    /* Last day; open when 0. */
    int32_t end;
    /* Its state: one of TP_ENTRY_. */
    int32_t status;
    /* The kind of expense, as the insurer names it, 1 to 200 bytes. Required. */
    tp_str domain;
} tp_contract_right;

/*
 * One service code (code service AMO), raw. Zero and empty mean that it was not said.
 */
typedef struct tp_service {
    /* sizeof(tp_service). */
    uint32_t size;
    /* First day; open when 0. */
    int32_t start;
    /* Last day; open when 0. */
    int32_t end;
    /* Zero. */
    int32_t reserved;
    /* The code, up to 4 characters. Required. */
    tp_str code;
} tp_service;

/*
 * What one source said of one person at one moment, but for its entries. Zero and empty mean that it was not
 * said.
 */
typedef struct tp_snapshot {
    /* sizeof(tp_snapshot). */
    uint32_t size;
    /* Who spoke: one of TP_SOURCE_. Required. */
    int32_t source;
    /* When it was asked or read: yyyymmddhhmmss, or yyyymmdd when the time is not known. */
    int64_t observed_at;
    /* A card's last update, or an attestation's date of issue. */
    int32_t updated_on;
    /* 1 when the next two say which days the service could see, otherwise 0. */
    int32_t has_horizon;
    /* First of them; open when 0. */
    int32_t horizon_from;
    /* Last of them; open when 0. */
    int32_t horizon_to;
    /* Which lists were part of the answer, even empty: a sum of TP_LIST_. A list that was part of it and is
       empty says that there is none; one that was not says nothing. Adding an entry sets the bit of its list. */
    int32_t lists;
    /* Birth rank, 1 to 9. */
    int32_t birth_rank;
    /* Your id of the person. */
    tp_str person_id;
    /* Birth date as written. */
    tp_str birth_date;
    /* NIR, never needed and never printed. */
    tp_str nir;
    /* Grand régime, 2 characters. */
    tp_str regime;
    /* Caisse, 3 characters. */
    tp_str fund;
    /* Centre, 4 characters. */
    tp_str centre;
} tp_snapshot;

/*
 * Adds the snapshots of a reading. The reading is copied, stays the caller's, and can be added to other
 * dossiers.
 */
TP_API int32_t TP_CALL tp_dossier_add_reading(
    tp_dossier *dossier, const tp_reading *reading, tp_error **error);

/*
 * Takes every snapshot out of a dossier, so that the claim can be asked again with other rights.
 */
TP_API int32_t TP_CALL tp_dossier_clear_rights(tp_dossier *dossier, tp_error **error);

/*
 * Gives the snapshots of a dossier as JSON, to be freed with tp_text_free. A NIR is never written.
 */
TP_API int32_t TP_CALL tp_dossier_rights_json(const tp_dossier *dossier, tp_text **out, tp_error **error);

/*
 * Gives the dossier as JSON, to be freed with tp_text_free: what a support desk needs to see why a claim was
 * decided as it was. Its people are left out, and only the ids of the claim and of its lines are the
 * caller's; with people 1 they are written, without their NIR, and the document read again gives the same
 * dossier.
 */
TP_API int32_t TP_CALL tp_dossier_json(
    const tp_dossier *dossier, int32_t people, tp_text **out, tp_error **error);

/*
 * Adds a period of base rights to a snapshot. Fails with TP_ERROR_RANGE when there is no such snapshot.
 */
TP_API int32_t TP_CALL tp_dossier_add_coverage(
    tp_dossier *dossier, size_t snapshot, const tp_coverage *coverage, tp_error **error);

/*
 * Adds a coverage code to a snapshot. Fails with TP_ERROR_RANGE when there is no such snapshot.
 */
TP_API int32_t TP_CALL tp_dossier_add_code(
    tp_dossier *dossier, size_t snapshot, const tp_coverage_code *code, tp_error **error);

/*
 * Adds an exemption to a snapshot. Fails with TP_ERROR_RANGE when there is no such snapshot.
 */
TP_API int32_t TP_CALL tp_dossier_add_exemption(
    tp_dossier *dossier, size_t snapshot, const tp_exemption *exemption, tp_error **error);

/*
 * Sets the maternity record of a snapshot, in the place of the one it had. Fails with TP_ERROR_RANGE when
 * there is no such snapshot.
 */
TP_API int32_t TP_CALL tp_dossier_set_maternity(
    tp_dossier *dossier, size_t snapshot, const tp_maternity *maternity, tp_error **error);

/*
 * Adds an accident on record to a snapshot. Fails with TP_ERROR_RANGE when there is no such snapshot.
 */
TP_API int32_t TP_CALL tp_dossier_add_accident(
    tp_dossier *dossier, size_t snapshot, const tp_accident *accident, tp_error **error);

/*
 * Adds a contract on record to a snapshot. Fails with TP_ERROR_RANGE when there is no such snapshot.
 */
TP_API int32_t TP_CALL tp_dossier_add_contract(
    tp_dossier *dossier, size_t snapshot, const tp_contract *contract, tp_error **error);

/*
 * Adds rights for one kind of expense to a contract of a snapshot. Both count from 0. Fails with
 * TP_ERROR_RANGE when there is no such snapshot or contract.
 */
TP_API int32_t TP_CALL tp_dossier_add_contract_right(
    tp_dossier *dossier, size_t snapshot, size_t contract, const tp_contract_right *right, tp_error **error);

/*
 * Adds a service code to a snapshot. Fails with TP_ERROR_RANGE when there is no such snapshot.
 */
TP_API int32_t TP_CALL tp_dossier_add_service(
    tp_dossier *dossier, size_t snapshot, const tp_service *service, tp_error **error);

/*
 * Adds a snapshot. index, which may be NULL, is set to its place, which its entries are added with.
 */
TP_API int32_t TP_CALL tp_dossier_add_snapshot(
    tp_dossier *dossier, const tp_snapshot *snapshot, size_t *index, tp_error **error);

/* Answer ------------------------------------------------------------------------------------------------------ */
/* Verdicts are numbers of their own, and every output holds "undetermined" until there is an answer. */

#define TP_VERDICT_UNDETERMINED 0 /* Nothing settles it: neither yes nor no. */
#define TP_VERDICT_BILLABLE 1     /* It can be billed. */
#define TP_VERDICT_NOT_BILLABLE 2 /* It cannot be billed. */

#define TP_BASIS_FORBIDDEN 1    /* A rule forbids it. */
#define TP_BASIS_NOT_GRANTED 2  /* A source that would show the right was read, and shows none. */
#define TP_BASIS_MISSING 3      /* A fact that decides is missing. */
#define TP_BASIS_PENDING 4      /* The right is being registered or is under instruction. */
#define TP_BASIS_CONFLICT 5     /* Two facts that cannot both be true. */
#define TP_BASIS_STALE 6        /* The facts are too old to be relied on. */
#define TP_BASIS_BEYOND_RULES 7 /* No text that the tables hold settles the point. */

/* Not known, because what became of the card was not said. */
#define TP_GUARANTEE_UNKNOWN 0
/* The card was read and its data were not changed by hand. */
#define TP_GUARANTEE_GUARANTEED 1
/* Rejects for rights are unlikely, but no law guarantees payment. */
#define TP_GUARANTEE_LIKELY 2
/* Nothing guarantees it: forced, opposed, or without the card and without a fund's answer. */
#define TP_GUARANTEE_NONE 3

#define TP_SEVERITY_BLOCKING 1 /* The part is not billable. */
#define TP_SEVERITY_DOUBT 2    /* The part is undetermined. */
#define TP_SEVERITY_NOTICE 3   /* Said, and changes no verdict. */

#define TP_EXEMPTION_UNKNOWN 0      /* Nothing settles it. */
#define TP_EXEMPTION_CONFIRMED 1    /* A source that decides shows it on the date that counts. */
#define TP_EXEMPTION_NOT_CLAIMED 2  /* The line claims none. */
#define TP_EXEMPTION_NOT_RECORDED 3 /* The source that decides shows none. */
#define TP_EXEMPTION_NOT_STARTED 4  /* It is recorded, and starts later. */
#define TP_EXEMPTION_ENDED 5        /* It is recorded, and ended before. */
#define TP_EXEMPTION_PENDING 6      /* It is being registered or under instruction. */
#define TP_EXEMPTION_UNRELATED 7    /* The care has nothing to do with it. */
#define TP_EXEMPTION_CONTRADICTED 8 /* Sources, or the claim itself, contradict each other. */

#define TP_DATE_ROLE_CARE 1         /* The day of the care or of the delivery. */
#define TP_DATE_ROLE_PRESCRIPTION 2 /* The day of the prescription. */
#define TP_DATE_ROLE_QUERY 3        /* The day a source was asked. */
#define TP_DATE_ROLE_TRANSMISSION 4 /* The day of transmission. */

#define TP_REMEDY_SOURCE_QUERY_ADRI 1          /* Query ADRi again. */
#define TP_REMEDY_CARD_UPDATE 2                /* Read the card, or have it updated. */
#define TP_REMEDY_PATIENT_ASK_ATTESTATION 3    /* Ask for a recent attestation. */
#define TP_REMEDY_PATIENT_RENEW_CSS 4          /* Renew the CSS. */
#define TP_REMEDY_EXEMPTION_CORRECT 5          /* Correct the exemption code. */
#define TP_REMEDY_EXEMPTION_REMOVE 6           /* Remove the exemption from the line. */
#define TP_REMEDY_EXEMPTION_UNFORCE 7          /* Un-force the exemption. */
#define TP_REMEDY_LINE_STATE_RELATION 8        /* Say whether the care is related. */
#define TP_REMEDY_CONTRACT_CORRECT 9           /* Correct the contract. */
#define TP_REMEDY_CLAIM_CORRECT_NATURE 10      /* Correct the nature of insurance. */
#define TP_REMEDY_CLAIM_COMPLETE 11            /* Complete or correct the claim. */
#define TP_REMEDY_CLAIM_CHECK_IDENTITY 12      /* Check identity, birth date, rank and fund. */
#define TP_REMEDY_INVOICE_RECYCLE 13           /* Recycle the invoice. */
#define TP_REMEDY_INVOICE_NEW_FSE 14           /* Make a new FSE. */
#define TP_REMEDY_INVOICE_PAPER 15             /* Send the invoice on paper, with the proofs. */
#define TP_REMEDY_AMC_BILL_AMO_ALONE 16        /* Bill the AMO share alone, claim the rest from the patient. */
#define TP_REMEDY_PATIENT_PAYS 17              /* Let the patient pay, who claims reimbursement. */
#define TP_REMEDY_CLAIM_HOLD_UNTIL 18          /* Hold until a date. */
#define TP_REMEDY_PROOF_SEND 19                /* Send the proof documents. */
#define TP_REMEDY_FUND_CONTACT 20              /* Contact the fund. */
#define TP_REMEDY_AMC_CONTACT 21               /* Contact the complementary insurer. */
#define TP_REMEDY_SOFTWARE_FIX_SETTING 22      /* Change the setting of the software. */
#define TP_REMEDY_CLAIM_CORRECT_SCHEME 23      /* Correct the scheme and the fund. */
#define TP_REMEDY_CLAIM_CHECK_PRESCRIBER 24    /* Check the number of the prescriber. */
#define TP_REMEDY_AGREEMENT_ASK 25             /* Ask for the prior agreement, or attach it. */
#define TP_REMEDY_INVOICE_WAIT 26              /* Wait for the fund, and do not send again. */
#define TP_REMEDY_INVOICE_FIND_PAYMENT 27      /* Find the payment that was made already, and do not send again. */
#define TP_REMEDY_CLAIM_CHECK_DIRECT_ACCESS 28 /* Check that the patient may come without a prescription. */
#define TP_REMEDY_INVOICE_SPLIT 29             /* Put the line on a claim of its own. */
#define TP_REMEDY_SERVICE_AGREE 30             /* Agree with the service that may have to pay who bills. */

#define TP_INDU_MISSING_PROOF 1 /* A proof document is missing. */
#define TP_INDU_OVERRIDDEN 2    /* Data were overridden. */

#define TP_CONFIDENCE_OFFICIAL 1       /* The official text was read. */
#define TP_CONFIDENCE_OFFICIAL_COPY 2  /* Official content read through a third party's copy. */
#define TP_CONFIDENCE_ADMINISTRATION 3 /* A page of the administration. */
#define TP_CONFIDENCE_VENDOR 4         /* Code of a vendor or an integrator. */
#define TP_CONFIDENCE_SECONDARY 5      /* Press, union, law firm. */
#define TP_CONFIDENCE_INFERRED 6       /* Inferred by the authors of the tables. */
#define TP_CONFIDENCE_PRODUCT 7        /* A choice of this product, no law. */

#define TP_FACT_DATE 1 /* number is a day. */
#define TP_FACT_DAYS 2 /* number is a number of days. */
#define TP_FACT_WORD 3 /* word is a word of a closed list. */
#define TP_FACT_CODE 4 /* word is a code as it was written. */

#define TP_VERDICT_NOT_ASKED 3 /* The claim does not ask tiers payant for this share. */

#define TP_BASIS_NONE 0 /* No basis: the part is billable, or the call failed. */

/*
 * What an answer in JSON should hold. All zero, or NULL in place of the struct, is the default.
 */
typedef struct tp_options {
    /* sizeof(tp_options). */
    uint32_t size;
    /* Language of the messages: TP_LANG_FR or TP_LANG_EN. */
    int32_t lang;
    /* 1 to leave out earliest and latest day and corrections, which cost most of the time; otherwise 0. */
    int32_t without_what_if;
} tp_options;

/*
 * The answer in a few numbers, for the hot path. The caller allocates it and sets size.
 */
typedef struct tp_summary {
    /* sizeof(tp_summary), set by the caller and left as it is. */
    uint32_t size;
    /* The verdict on the claim: one of TP_VERDICT_. It is TP_VERDICT_UNDETERMINED whenever the call failed. */
    int32_t verdict;
    /* Why it is not billable: one of TP_BASIS_. */
    int32_t basis;
    /* How sure the payment of the AMO share is: one of TP_GUARANTEE_. */
    int32_t guarantee;
    /* The verdict on the AMO share: one of TP_VERDICT_. */
    int32_t amo_verdict;
    /* Its basis. */
    int32_t amo_basis;
    /* The verdict on the AMC share: one of TP_VERDICT_. */
    int32_t amc_verdict;
    /* Its basis. */
    int32_t amc_basis;
    /* The number of lines. */
    uint32_t line_count;
    /* The number of reasons. */
    uint32_t reason_count;
    /* How many of them are blocking. */
    uint32_t blocking_count;
    /* How many of them are doubts. */
    uint32_t doubt_count;
} tp_summary;

/*
 * How a page of text is drawn. NULL in place of the struct: 80 columns, no colour, signs of Unicode.
 */
typedef struct tp_style {
    /* sizeof(tp_style). */
    uint32_t size;
    /* Columns of a line; 80 when 0, and never less than 40. */
    uint32_t width;
    /* 1 for colours, as ANSI escapes; otherwise 0. */
    int32_t color;
    /* 1 when signs must be ASCII; words keep their accents. */
    int32_t ascii;
    /* 1 for every line and date, the law behind each reason, the reject to expect and the edition of the
       tables; 0 for what the counter needs now. */
    int32_t details;
} tp_style;

/*
 * The answer to one line. The caller allocates it and sets size.
 */
typedef struct tp_line_answer {
    /* sizeof(tp_line_answer), set by the caller and left as it is. */
    uint32_t size;
    /* The verdict on the AMO share: one of TP_VERDICT_. */
    int32_t amo_verdict;
    /* Its basis: one of TP_BASIS_. */
    int32_t amo_basis;
    /* The verdict on the AMC share: one of TP_VERDICT_. */
    int32_t amc_verdict;
    /* Its basis: one of TP_BASIS_. */
    int32_t amc_basis;
    /* What became of the exemption: one of TP_EXEMPTION_. */
    int32_t exemption;
    /* The day that counts for this line. */
    int32_t date;
    /* Zero. */
    int32_t reserved;
    /* Which date that is: care, prescription… Lives for ever. */
    tp_str date_role;
    /* Your id of the line. Lives as long as the result. */
    tp_str id;
} tp_line_answer;

/*
 * One reason. The caller allocates it and sets size. Views live as long as the result.
 */
typedef struct tp_reason {
    /* sizeof(tp_reason), set by the caller and left as it is. */
    uint32_t size;
    /* How much it weighs: one of TP_SEVERITY_. */
    int32_t severity;
    /* The share that it concerns: TP_SHARE_AMO, TP_SHARE_AMC or both. */
    int32_t share;
    /* The line that it concerns, counted from 0; -1 for all of them. */
    int32_t line;
    /* The number of facts. */
    uint32_t fact_count;
    /* The number of remedies. */
    uint32_t remedy_count;
    /* The day on which its reference was last checked. */
    int32_t reference_checked;
    /* Zero. */
    int32_t reserved;
    /* Stable id, such as exemption.ended. */
    tp_str id;
    /* Stable id of the rule, such as E-01. */
    tp_str rule;
    /* Class of the reject to expect, such as etm_not_in_bdo; empty when there is none. */
    tp_str reject;
    /* Risk of being paid now and reclaimed later; empty when there is none. */
    tp_str indu;
    /* The text that the rule comes from. */
    tp_str reference;
    /* How sure that text is: official… */
    tp_str confidence;
} tp_reason;

/*
 * One fact of a reason. The caller allocates it and sets size. Views live as long as the result.
 */
typedef struct tp_fact {
    /* sizeof(tp_fact), set by the caller and left as it is. */
    uint32_t size;
    /* What number and word hold: one of TP_FACT_. */
    int32_t kind;
    /* The day or the number of days; 0 for words and codes. */
    int32_t number;
    /* Zero. */
    int32_t reserved;
    /* What the fact is, such as end or source. */
    tp_str key;
    /* The word or code; empty for days and numbers. */
    tp_str word;
} tp_fact;

/*
 * Answers a dossier in JSON with one line of JSON, to be freed with tp_text_free.
 *
 * options may be NULL. verdict may be NULL; it is set to TP_VERDICT_UNDETERMINED on entry, and to the verdict
 * of the answer when the call succeeds, so that a host need not look for it in the text. Answers to the same
 * bytes are the same bytes, in every language.
 *
 * Fails with TP_ERROR_INPUT when the dossier is refused; the error names the place.
 */
TP_API int32_t TP_CALL tp_check_json(
    const tp_engine *engine, const char *json, size_t len, const tp_options *options, int32_t *verdict,
    tp_text **out, tp_error **error);

/*
 * Answers a dossier built from structs.
 *
 * summary may be NULL; it is set to undetermined on entry. result may be NULL; it is set to NULL on entry,
 * and to a result with every line, reason and remedy, to be freed with tp_result_free, when the call
 * succeeds. One of the two is required. The dossier stays the caller's and may be changed afterwards.
 *
 * Fails with TP_ERROR_MISSING when the claim has no line, and with TP_ERROR_BUSY while another thread changes
 * the dossier.
 */
TP_API int32_t TP_CALL tp_check(
    const tp_engine *engine, const tp_dossier *dossier, tp_summary *summary, tp_result **result,
    tp_error **error);

/*
 * Fills in the summary of a result.
 */
TP_API int32_t TP_CALL tp_result_summary(const tp_result *result, tp_summary *out, tp_error **error);

/*
 * Gives the whole answer as one line of JSON, to be freed with tp_text_free: the same bytes as tp_check_json
 * for the same dossier. options may be NULL.
 */
TP_API int32_t TP_CALL tp_result_json(
    const tp_result *result, const tp_options *options, tp_text **out, tp_error **error);

/*
 * Gives the explanation as a page, to be freed with tp_text_free: the answer, the lines, why, what to do,
 * when; for the patient a short paragraph instead. lang is one of TP_LANG_, audience one of TP_AUDIENCE_;
 * style may be NULL. The what-if is part of it: this takes much longer than the check.
 */
TP_API int32_t TP_CALL tp_result_text(
    const tp_result *result, int32_t lang, int32_t audience, const tp_style *style, tp_text **out,
    tp_error **error);

/*
 * Explains a result as HTML, to be freed with tp_text_free: a document of its own with the words of
 * tp_result_text, without script, light and dark, ready to print; everything that came from the claim is
 * escaped. lang is one of TP_LANG_, audience one of TP_AUDIENCE_; details is 1 for every line and date, the
 * law and the tables, otherwise 0.
 */
TP_API int32_t TP_CALL tp_result_html(
    const tp_result *result, int32_t lang, int32_t audience, int32_t details, tp_text **out, tp_error **error);

/*
 * Frees a result. NULL is allowed and does nothing.
 */
TP_API void TP_CALL tp_result_free(tp_result *result);

/*
 * The number of lines; 0 for NULL.
 */
TP_API size_t TP_CALL tp_result_line_count(const tp_result *result);

/*
 * Fills in the answer to one line, counted from 0 in the order of the claim; it is set to undetermined on
 * entry.
 *
 * Fails with TP_ERROR_RANGE when index is past the end.
 */
TP_API int32_t TP_CALL tp_result_line(
    const tp_result *result, size_t index, tp_line_answer *out, tp_error **error);

/*
 * The number of reasons, all of them and not only the first; 0 for NULL.
 */
TP_API size_t TP_CALL tp_result_reason_count(const tp_result *result);

/*
 * Fills in one reason; the heaviest come first. Fails with TP_ERROR_RANGE when index is past the end.
 */
TP_API int32_t TP_CALL tp_result_reason(
    const tp_result *result, size_t index, tp_reason *out, tp_error **error);

/*
 * Fills in one fact of a reason. Fails with TP_ERROR_RANGE when an index is past the end.
 */
TP_API int32_t TP_CALL tp_result_fact(
    const tp_result *result, size_t reason, size_t index, tp_fact *out, tp_error **error);

/*
 * Shows the stable id of one remedy of a reason, such as source.query_adri. The view lives for ever.
 *
 * Fails with TP_ERROR_RANGE when an index is past the end.
 */
TP_API int32_t TP_CALL tp_result_remedy(
    const tp_result *result, size_t reason, size_t index, tp_str *out, tp_error **error);

/*
 * Gives what a reason says in words, to be freed with tp_text_free. lang is one of TP_LANG_, audience one of
 * TP_AUDIENCE_.
 */
TP_API int32_t TP_CALL tp_result_reason_text(
    const tp_result *result, size_t index, int32_t lang, int32_t audience, tp_text **out, tp_error **error);

/*
 * Gives what a remedy says in words, to be freed with tp_text_free, with the facts of its reason. lang is one
 * of TP_LANG_, audience one of TP_AUDIENCE_.
 */
TP_API int32_t TP_CALL tp_result_remedy_text(
    const tp_result *result, size_t reason, size_t index, int32_t lang, int32_t audience, tp_text **out,
    tp_error **error);

/* What-if ----------------------------------------------------------------------------------------------------- */
/* When the same claim would be billable, and what single change makes it so. */

/* Ask the sources again on the day of the care. */
#define TP_CHANGE_ASK_AGAIN 1
/* Put the exemption code exemption on the line line. */
#define TP_CHANGE_EXEMPTION 2
/* Put the nature of insurance nature: 30 with no exemption code on any line, 10 with the codes as they are. */
#define TP_CHANGE_NATURE 3
/* Carry the contract of number and contract_type. */
#define TP_CHANGE_CONTRACT 4
/* Ask tiers payant for the AMO share alone. */
#define TP_CHANGE_AMO_ALONE 5
/* Send it to the scheme regime, the fund fund and the centre centre; a part that is empty is not known. */
#define TP_CHANGE_SCHEME 6

/*
 * One single change that makes the claim billable. The caller allocates it and sets size. Views live as long
 * as the what-if, and are empty where the change does not concern them.
 */
typedef struct tp_correction {
    /* sizeof(tp_correction), set by the caller and left as it is. */
    uint32_t size;
    /* What changes: one of TP_CHANGE_. */
    int32_t change;
    /* The line that changes, counted from 0; -1 for none. */
    int32_t line;
    /* Zero. */
    int32_t reserved;
    /* The exemption code to put. */
    tp_str exemption;
    /* The organism number to put. */
    tp_str number;
    /* The contract type to put. */
    tp_str contract_type;
    /* The nature of insurance to put. */
    tp_str nature;
    /* The scheme to put. */
    tp_str regime;
    /* The fund to put. */
    tp_str fund;
    /* The centre to put. */
    tp_str centre;
} tp_correction;

/*
 * Gives the what-if of a result, to be freed with tp_what_if_free. The claim is asked again for each day and
 * change: this takes much longer than the check.
 */
TP_API int32_t TP_CALL tp_result_what_if(const tp_result *result, tp_what_if **out, tp_error **error);

/*
 * Gives the first billable day from the day of the care on, 0 when there is none, and the last day of that
 * unbroken run, 0 when no end is known. The sources are taken to say the same on these days.
 */
TP_API int32_t TP_CALL tp_what_if_days(
    const tp_what_if *what_if, int32_t *earliest, int32_t *latest, tp_error **error);

/*
 * The number of corrections; 0 for NULL, and when the claim is billable as it is.
 */
TP_API size_t TP_CALL tp_what_if_correction_count(const tp_what_if *what_if);

/*
 * Fills in one correction. Fails with TP_ERROR_RANGE when index is past the end.
 */
TP_API int32_t TP_CALL tp_what_if_correction(
    const tp_what_if *what_if, size_t index, tp_correction *out, tp_error **error);

/*
 * Frees a what-if. NULL is allowed and does nothing.
 */
TP_API void TP_CALL tp_what_if_free(tp_what_if *what_if);

/* Reject triage ----------------------------------------------------------------------------------------------- */
/* A reject that came back: what it is, why it came, what puts it right. */

/* The exemption of the claim has no match in the fund's database. */
#define TP_REJECT_CLASS_ETM_NOT_IN_BDO 1
/* The exemption is absent from the referential. */
#define TP_REJECT_CLASS_ETM_ABSENT_FROM_REFERENTIAL 2
/* Contract type or organism against the CSS record. */
#define TP_REJECT_CLASS_CONTRACT_TYPE_INCOMPATIBLE 3
/* AMO rights closed. */
#define TP_REJECT_CLASS_RIGHTS_CLOSED 4
/* The insured is absent from the referential. */
#define TP_REJECT_CLASS_INSURED_UNKNOWN 5
/* Nature of insurance. */
#define TP_REJECT_CLASS_NATURE_INCOMPATIBLE 6
/* The accident is not known on that date. */
#define TP_REJECT_CLASS_ACCIDENT_UNKNOWN 7
/* The complementary insurer does not know the person on that date. */
#define TP_REJECT_CLASS_COMPLEMENTARY_UNKNOWN 8
/* The card is unusable or opposed. */
#define TP_REJECT_CLASS_CARD_REFUSED 9
/* The prescriber is unknown. */
#define TP_REJECT_CLASS_PRESCRIBER_UNKNOWN 10
/* The prescription is not allowed on that date. */
#define TP_REJECT_CLASS_PRESCRIPTION_NOT_ALLOWED 11
/* Paid already. */
#define TP_REJECT_CLASS_ALREADY_PAID 12
/* Too late. */
#define TP_REJECT_CLASS_TOO_LATE 13
/* A billing rule. */
#define TP_REJECT_CLASS_BILLING_RULE 14
/* Sent to another fund than the one of the person. */
#define TP_REJECT_CLASS_WRONG_FUND 15
/* The prior agreement is missing or refused. */
#define TP_REJECT_CLASS_PRIOR_AGREEMENT 16
/* A proof document is missing or cannot be read. */
#define TP_REJECT_CLASS_MISSING_PROOF 17
/* No reject: the fund has not paid yet. */
#define TP_REJECT_CLASS_PAYMENT_DEFERRED 18

#define TP_REPORTED_REJECTED 1 /* It was refused. */
#define TP_REPORTED_DEFERRED 2 /* The fund has not settled it yet: this is no reject. */

#define TP_RECOGNISED_KEY 1   /* The key. */
#define TP_RECOGNISED_LABEL 2 /* The label. */
#define TP_RECOGNISED_BOTH 3  /* Both, which agree. */
#define TP_RECOGNISED_STATE 4 /* The state that the return gives, whatever key and label. */
#define TP_RECOGNISED_NONE 5  /* Neither. */

#define TP_FOUND_ABSENT 1      /* None was given. */
#define TP_FOUND_UNKNOWN 2     /* It is in no table. */
#define TP_FOUND_OTHER_DATES 3 /* It is known only for other days than that of the return. */
#define TP_FOUND_KNOWN 4       /* It is known. */

#define TP_MATCHED_SAME 1      /* Its words are those of a label of the table. */
#define TP_MATCHED_INFLECTED 2 /* They are, but for endings of gender and plural. */
#define TP_MATCHED_PREFIX 3    /* It is the beginning of a label of the table, cut off. */
#define TP_MATCHED_WORDS 4     /* It holds the words of a rule of the table. */

#define TP_CAUSE_IDENTITY 1          /* Another person, or another fund, than the one on record. */
#define TP_CAUSE_LAG 2               /* Two of the fund's own sources did not agree yet. */
#define TP_CAUSE_PENDING 3           /* The right was under instruction or being registered. */
#define TP_CAUSE_WRONG_CODE 4        /* A code, or a nature of insurance, that does not fit the right on record. */
#define TP_CAUSE_CONTRACT_MISTYPED 5 /* The contract does not go with itself or with the record. */
#define TP_CAUSE_CONTRACT_CHANGED 6  /* Another contract is on record. */
#define TP_CAUSE_ACCIDENT_MISTYPED 7 /* The accident is missing, or not the one on record. */
#define TP_CAUSE_FORCED 8            /* The right stood on a hand-typed entry, a setting or a bizone prescription. */
#define TP_CAUSE_STALE_DATA 9        /* What the claim was made from was out of date. */
#define TP_CAUSE_NOT_STARTED 10      /* The right starts later. */
#define TP_CAUSE_ENDED 11            /* The right ended before. */
#define TP_CAUSE_NOT_ACTIVE 12       /* The right is suspended, refused or closed. */
#define TP_CAUSE_NEVER_RECORDED 13   /* The right is not on record. */
#define TP_CAUSE_RULE 14             /* A rule that no right lifts. */
#define TP_CAUSE_DUPLICATE 15        /* The fund has paid it already. */
#define TP_CAUSE_MISSING_DOCUMENT 16 /* A document that the fund needs is missing. */
#define TP_CAUSE_PRESCRIBER 17       /* The fund does not know the prescriber. */
#define TP_CAUSE_LATE 18             /* It came too late. */
#define TP_CAUSE_CARD 19             /* The card that the claim was made with is not accepted. */
#define TP_CAUSE_BILLING 20          /* A code, a quantity, a price or a combination of the line itself. */
#define TP_CAUSE_DEFERRED 21         /* The fund has not dealt with it yet: no reject. */
#define TP_CAUSE_UNKNOWN 22          /* Nothing at hand shows it. */
#define TP_CAUSE_PAID_INSTEAD 23     /* Somebody else, who is paid a flat amount, may have to pay for it. */

#define TP_KNOWN_AT_NOW 1            /* With every source at hand. */
#define TP_KNOWN_AT_BEFORE_SENDING 2 /* With those that had spoken when the claim was sent. */

#define TP_CAUGHT_BLOCKED 1 /* It would have said that it cannot be billed. */
#define TP_CAUGHT_DOUBTED 2 /* It would have said that nothing settles it. */
#define TP_CAUGHT_MISSED 3  /* It would have said that it can be billed. */

/* Nobody on this claim: only a corrected claim can obtain it. */
#define TP_PAYER_NEW_CLAIM 1
/* The patient. */
#define TP_PAYER_PATIENT 2
/* The complementary insurer if there was a private contract, else the patient. */
#define TP_PAYER_INSURER_OR_PATIENT 3
/* No page says. */
#define TP_PAYER_NOT_SETTLED 4

/*
 * Triages a reject with one line of JSON, to be freed with tp_text_free: its class, its most probable cause,
 * what puts it right, and who pays otherwise. The document is of the format tierspayant-reject/1; options may
 * be NULL.
 *
 * Fails with TP_ERROR_INPUT when the document is refused; the error names the place.
 */
TP_API int32_t TP_CALL tp_triage_json(
    const tp_engine *engine, const char *json, size_t len, const tp_options *options, tp_text **out,
    tp_error **error);

/*
 * Explains the triage of a reject as a page, to be freed with tp_text_free. lang is one of TP_LANG_, audience
 * one of TP_AUDIENCE_; style may be NULL. Fails as tp_triage_json does.
 */
TP_API int32_t TP_CALL tp_triage_text(
    const tp_engine *engine, const char *json, size_t len, int32_t lang, int32_t audience,
    const tp_style *style, tp_text **out, tp_error **error);

/* Timeline ---------------------------------------------------------------------------------------------------- */
/* The rights of the person, and the answer to the claim, over a window of days. */

/* The source that decides shows it. */
#define TP_CERTAINTY_PROVED 1
/* It is shown up to what the service could see, which is no end. */
#define TP_CERTAINTY_HORIZON 2
/* It is shown for days later than the answer: taken to hold until told otherwise. */
#define TP_CERTAINTY_ASSUMED 3
/* Sources contradict each other. */
#define TP_CERTAINTY_CONTRADICTED 4
/* It is being registered or under instruction. */
#define TP_CERTAINTY_PENDING 5
/* The source that decides shows that it is not there. */
#define TP_CERTAINTY_ABSENT 6
/* What could decide is too old. */
#define TP_CERTAINTY_STALE 7
/* Nothing that was read can show it. */
#define TP_CERTAINTY_UNKNOWN 8

/*
 * One interval of one right. The caller allocates it and sets size. Views live for ever.
 */
typedef struct tp_right_interval {
    /* sizeof(tp_right_interval), set by the caller and left as it is. */
    uint32_t size;
    /* First day. */
    int32_t start;
    /* Last day. */
    int32_t end;
    /* Zero. */
    int32_t reserved;
    /* What is known of the right: proved, horizon, assumed, contradicted, pending, absent, stale or unknown. */
    tp_str certainty;
    /* Who decides, such as adri; empty when nobody does. */
    tp_str source;
} tp_right_interval;

/*
 * One interval of the claim, asked on each of its days. The caller allocates it and sets size.
 */
typedef struct tp_claim_interval {
    /* sizeof(tp_claim_interval), set by the caller and left as it is. */
    uint32_t size;
    /* First day. */
    int32_t start;
    /* Last day. */
    int32_t end;
    /* The verdict on each of its days: one of TP_VERDICT_. */
    int32_t verdict;
    /* Its basis: one of TP_BASIS_. */
    int32_t basis;
} tp_claim_interval;

/*
 * Gives the timeline of a dossier from one day to another, bounds included, to be freed with
 * tp_timeline_free.
 *
 * Fails with TP_ERROR_VALUE when the last day is before the first one, and with TP_ERROR_RANGE when they are
 * more than a hundred years apart.
 */
TP_API int32_t TP_CALL tp_timeline_new(
    const tp_engine *engine, const tp_dossier *dossier, int32_t first, int32_t last, tp_timeline **out,
    tp_error **error);

/*
 * Gives the timeline as indented JSON, to be freed with tp_text_free: the same bytes in every language.
 */
TP_API int32_t TP_CALL tp_timeline_json(const tp_timeline *timeline, tp_text **out, tp_error **error);

/*
 * Gives the timeline drawn with characters, for a fixed-width font, to be freed with tp_text_free. lang is
 * one of TP_LANG_; style may be NULL.
 */
TP_API int32_t TP_CALL tp_timeline_text(
    const tp_timeline *timeline, int32_t lang, const tp_style *style, tp_text **out, tp_error **error);

/*
 * Gives the timeline as a picture, an SVG document, to be freed with tp_text_free. lang is one of TP_LANG_.
 */
TP_API int32_t TP_CALL tp_timeline_svg(
    const tp_timeline *timeline, int32_t lang, tp_text **out, tp_error **error);

/*
 * The number of rights that the timeline follows; 0 for NULL.
 */
TP_API size_t TP_CALL tp_timeline_right_count(const tp_timeline *timeline);

/*
 * Shows what a right is: its kind (coverage, exemption or contract) and, but for coverage, which one, such as
 * ald or css. Both views live for ever. interval_count is set to the number of its intervals.
 */
TP_API int32_t TP_CALL tp_timeline_right(
    const tp_timeline *timeline, size_t right, tp_str *kind, tp_str *which, size_t *interval_count,
    tp_error **error);

/*
 * Fills in one interval of a right; together they tile the window. Fails with TP_ERROR_RANGE when an index is
 * past the end.
 */
TP_API int32_t TP_CALL tp_timeline_right_interval(
    const tp_timeline *timeline, size_t right, size_t index, tp_right_interval *out, tp_error **error);

/*
 * The number of intervals of the claim; 0 for NULL.
 */
TP_API size_t TP_CALL tp_timeline_claim_count(const tp_timeline *timeline);

/*
 * Fills in one interval of the claim; together they tile the window. It is set to undetermined on entry.
 *
 * Fails with TP_ERROR_RANGE when index is past the end.
 */
TP_API int32_t TP_CALL tp_timeline_claim(
    const tp_timeline *timeline, size_t index, tp_claim_interval *out, tp_error **error);

/*
 * Gives what becomes of the exemption of one line on the days of an interval of the claim: one of
 * TP_EXEMPTION_. It is set to TP_EXEMPTION_UNKNOWN on entry.
 */
TP_API int32_t TP_CALL tp_timeline_exemption(
    const tp_timeline *timeline, size_t index, size_t line, int32_t *out, tp_error **error);

/*
 * Frees a timeline. NULL is allowed and does nothing.
 */
TP_API void TP_CALL tp_timeline_free(tp_timeline *timeline);

#ifdef __cplusplus
}
#endif

#endif /* TIERSPAYANT_H */
