/* The system has no memory left, at every place of every call in turn: once, and from there on. No call aborts, none
 * gives anything half made, each says TP_ERROR_MEMORY and works again once there is memory.
 *
 * memory DOSSIER CARD ADRI REJECT [STEP]     every STEPth place of the making of an engine; every place of the rest */
#define _GNU_SOURCE
#include "common.h"
#include <errno.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

/* Allocations until one fails, while armed; then that one alone, or all that follow. */
static int armed, forever, failed;
static long left;

static int fails(void)
{
    if (!armed) {
        return 0;
    }
    if (failed && forever) {
        return 1;
    }
    if (!failed && left-- == 0) {
        failed = 1;
        return 1;
    }
    return 0;
}

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails() ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return fails() ? NULL : __libc_realloc(old, size); }
int posix_memalign(void **to, size_t align, size_t size)
{
    void *given = fails() ? NULL : __libc_memalign(align, size);
    if (given == NULL) {
        return ENOMEM;
    }
    *to = given;
    return 0;
}

/* What the calls are made of. */
static char *dossier_json, *card, *adri, *reject;
static size_t dossier_len, card_len, adri_len, reject_len;
static const char claim_json[] = "{\"care_date\":\"2026-11-20\",\"lines\":[{\"id\":\"1\",\"category\":\"drug\",\"exemption\":\"4\"}]}";
static tp_engine *engine;
static tp_dossier *dossier;
static tp_result *result;
static tp_reading *reading;
static tp_timeline *timeline;
static tp_engine_builder *builder;
static tp_error *error;

/* What a call gave: freed after each. */
static union {
    tp_text *text;
    tp_engine *engine;
    tp_engine_builder *builder;
    tp_dossier *dossier;
    tp_result *result;
    tp_reading *reading;
    tp_what_if *what_if;
    tp_timeline *timeline;
} out;
static int32_t verdict;
static tp_summary summary;
static tp_str shown;

enum kind { NOTHING, TEXT, ENGINE, BUILDER, DOSSIER, RESULT, READING, WHAT_IF, TIMELINE };

static void free_out(enum kind kind)
{
    switch (kind) {
    case NOTHING: break;
    case TEXT: tp_text_free(out.text); break;
    case ENGINE: tp_engine_free(out.engine); break;
    case BUILDER: tp_engine_builder_free(out.builder); break;
    case DOSSIER: tp_dossier_free(out.dossier); break;
    case RESULT: tp_result_free(out.result); break;
    case READING: tp_reading_free(out.reading); break;
    case WHAT_IF: tp_what_if_free(out.what_if); break;
    case TIMELINE: tp_timeline_free(out.timeline); break;
    }
    out.text = NULL;
}

static int32_t engine_new(void) { return tp_engine_new(&out.engine, &error); }
static int32_t builder_new(void) { return tp_engine_builder_new(&out.builder, &error); }
static int32_t builder_build(void) { return tp_engine_builder_build(builder, &out.engine, &error); }
static int32_t check_json(void)
{
    return tp_check_json(engine, dossier_json, dossier_len, NULL, &verdict, &out.text, &error);
}
static int32_t refused_json(void) { return tp_check_json(engine, "{\"format\":3}", 12, NULL, &verdict, &out.text, &error); }
static int32_t triage_json(void) { return tp_triage_json(engine, reject, reject_len, NULL, &out.text, &error); }
static int32_t triage_text(void)
{
    return tp_triage_text(engine, reject, reject_len, TP_LANG_FR, TP_AUDIENCE_COUNTER, NULL, &out.text, &error);
}
static int32_t from_json(void) { return tp_dossier_from_json(dossier_json, dossier_len, &out.dossier, &error); }
static int32_t from_claim(void) { return tp_dossier_from_claim_json(claim_json, sizeof claim_json - 1, &out.dossier, &error); }
static int32_t read_card(void) { return tp_read(TP_FORMAT_SSV, card, card_len, 20261120091200, &out.reading, &error); }
static int32_t read_adri(void) { return tp_read(TP_FORMAT_ADRI_JSON, adri, adri_len, 20261120091200, &out.reading, &error); }
static int32_t reading_json(void) { return tp_reading_json(reading, &out.text, &error); }
static int32_t rights_json(void) { return tp_dossier_rights_json(dossier, &out.text, &error); }
static int32_t check(void) { return tp_check(engine, dossier, &summary, &out.result, &error); }
static int32_t check_summary(void) { return tp_check(engine, dossier, &summary, NULL, &error); }
static int32_t result_summary(void) { return tp_result_summary(result, &summary, &error); }
static int32_t result_text(void)
{
    return tp_result_text(result, TP_LANG_FR, TP_AUDIENCE_COUNTER, NULL, &out.text, &error);
}
static int32_t what_if(void) { return tp_result_what_if(result, &out.what_if, &error); }
static int32_t result_json(void) { return tp_result_json(result, NULL, &out.text, &error); }
static int32_t timeline_new(void)
{
    return tp_timeline_new(engine, dossier, 20260101, 20261231, &out.timeline, &error);
}
static int32_t timeline_json(void) { return tp_timeline_json(timeline, &out.text, &error); }
static int32_t timeline_text(void) { return tp_timeline_text(timeline, TP_LANG_FR, NULL, &out.text, &error); }
static int32_t cp1252(void) { return tp_text_from_cp1252("\x80\x9c", 2, &out.text, &error); }
static int32_t to_utf16(void)
{
    static uint16_t units[64];
    tp_str text = view("L’œuf");
    return tp_str_copy_utf16(&text, units, 64, NULL, &error);
}
static int32_t table(void) { return tp_table(0, &shown, &shown, &error); }
/* What changes a dossier spoils it: each try has its own. */
static int32_t add(void)
{
    tp_snapshot snapshot = {0};
    snapshot.size = sizeof snapshot;
    snapshot.source = TP_SOURCE_ADRI;
    tp_exemption exemption = {0};
    exemption.size = sizeof exemption;
    exemption.vocabulary = TP_VOCABULARY_BDO, exemption.status = TP_ENTRY_ACTIVE, exemption.code = view("LIS");
    tp_line line = {0};
    line.size = sizeof line;
    line.id = view("another line");
    size_t place = 0;
    int32_t status = tp_dossier_from_claim_json(claim_json, sizeof claim_json - 1, &out.dossier, &error);
    if (status == TP_OK) status = tp_dossier_add_line(out.dossier, &line, &error);
    if (status == TP_OK) status = tp_dossier_add_trait(out.dossier, 0, "narcotic", 8, &error);
    if (status == TP_OK) status = tp_dossier_add_snapshot(out.dossier, &snapshot, &place, &error);
    if (status == TP_OK) status = tp_dossier_add_exemption(out.dossier, place, &exemption, &error);
    if (status == TP_OK) status = tp_dossier_add_reading(out.dossier, reading, &error);
    if (status != TP_OK) {
        int was = armed;
        armed = 0;
        tp_dossier_free(out.dossier);
        out.dossier = NULL;
        armed = was;
    }
    return status;
}

static long tries;

static void every_place(const char *name, int32_t (*call)(void), enum kind kind, int32_t expected, long step)
{
    for (forever = 0; forever < 2; forever++) {
        for (long place = 0;; place += step) {
            memset(&summary, 0x55, sizeof summary);
            summary.size = sizeof summary;
            verdict = TP_VERDICT_BILLABLE;
            out.text = (tp_text *)&verdict;
            if (kind == NOTHING) {
                out.text = NULL;
            }
            left = place;
            failed = 0;
            armed = 1;
            int32_t status = call();
            armed = 0;
            if (!failed) {
                REQUIRE(status == expected);
                tp_error_free(error);
                error = NULL;
                free_out(kind);
                break;
            }
            tries++;
            if (status != TP_ERROR_MEMORY || error != NULL || out.text != NULL) {
                fprintf(stderr, "%s, allocation %ld%s: %d\n", name, place, forever ? " and all after it" : "", status);
                exit(1);
            }
            if (call == check || call == check_summary || call == result_summary) {
                REQUIRE(summary.verdict == TP_VERDICT_UNDETERMINED && summary.amo_verdict == TP_VERDICT_UNDETERMINED);
            }
            if (call == check_json || call == refused_json) {
                REQUIRE(verdict == TP_VERDICT_UNDETERMINED);
            }
        }
    }
}

/* A result keeps what was worked out for it: made without memory, that holds the reserve until the result is freed. */
static void kept(int32_t (*call)(void), enum kind kind)
{
    for (forever = 0; forever < 2; forever++) {
        for (long place = 0;; place++) {
            REQUIRE(tp_check(engine, dossier, NULL, &result, NULL) == TP_OK);
            left = place;
            failed = 0;
            armed = 1;
            int32_t status = call();
            armed = 0;
            int again = failed;
            REQUIRE(status == (again ? TP_ERROR_MEMORY : TP_OK) && (out.text == NULL) == again);
            free_out(kind);
            tp_result_free(result);
            if (!again) {
                break;
            }
            tries++;
        }
    }
}

/* While something made without memory is there, nothing new is begun, and what is there can be read and freed. */
static void refused_until_whole(void)
{
    tp_dossier *full;
    tp_text *text, *before;
    REQUIRE(tp_text_from_cp1252("\x80", 1, &before, NULL) == TP_OK);
    REQUIRE(tp_dossier_from_json(dossier_json, dossier_len, &full, NULL) == TP_OK);
    forever = 1;
    left = failed = 0;
    armed = 1;
    REQUIRE(tp_dossier_add_reading(full, reading, NULL) == TP_ERROR_MEMORY);
    armed = 0;
    verdict = TP_VERDICT_BILLABLE;
    REQUIRE(tp_check_json(engine, dossier_json, dossier_len, NULL, &verdict, &text, &error) == TP_ERROR_MEMORY);
    REQUIRE(verdict == TP_VERDICT_UNDETERMINED && text == NULL && error == NULL);
    summary.verdict = TP_VERDICT_BILLABLE;
    REQUIRE(tp_check(engine, dossier, &summary, NULL, NULL) == TP_ERROR_MEMORY);
    REQUIRE(summary.verdict == TP_VERDICT_UNDETERMINED);
    REQUIRE(strcmp(tp_text_data(before), "€") == 0);
    tp_text_free(before);
    tp_dossier_free(full);
    REQUIRE(tp_check(engine, dossier, &summary, NULL, NULL) == TP_OK);
    tries += 3;
}

int main(int argc, char **argv)
{
    REQUIRE(argc == 5 || argc == 6);
    long step = argc == 6 ? atol(argv[5]) : 1;
    dossier_json = read_file(argv[1], &dossier_len);
    card = read_file(argv[2], &card_len);
    adri = read_file(argv[3], &adri_len);
    reject = read_file(argv[4], &reject_len);
    summary.size = sizeof summary;

    every_place("engine_new", engine_new, ENGINE, TP_OK, step);
    every_place("builder_new", builder_new, BUILDER, TP_OK, 1);
    REQUIRE(tp_engine_builder_new(&builder, NULL) == TP_OK);
    every_place("builder_build", builder_build, ENGINE, TP_OK, step);
    tp_engine_builder_free(builder);

    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    REQUIRE(tp_dossier_from_json(dossier_json, dossier_len, &dossier, NULL) == TP_OK);
    REQUIRE(tp_read(TP_FORMAT_SSV, card, card_len, 20261120091200, &reading, NULL) == TP_OK);
    REQUIRE(tp_timeline_new(engine, dossier, 20260101, 20261231, &timeline, NULL) == TP_OK);
    every_place("check_json", check_json, TEXT, TP_OK, 1);
    every_place("refused_json", refused_json, TEXT, TP_ERROR_INPUT, 1);
    every_place("triage_json", triage_json, TEXT, TP_OK, 1);
    every_place("triage_text", triage_text, TEXT, TP_OK, 1);
    every_place("from_json", from_json, DOSSIER, TP_OK, 1);
    every_place("from_claim", from_claim, DOSSIER, TP_OK, 1);
    every_place("add", add, DOSSIER, TP_OK, 1);
    every_place("read_card", read_card, READING, TP_OK, 1);
    every_place("read_adri", read_adri, READING, TP_OK, 1);
    every_place("reading_json", reading_json, TEXT, TP_OK, 1);
    every_place("rights_json", rights_json, TEXT, TP_OK, 1);
    every_place("check", check, RESULT, TP_OK, 1);
    every_place("check_summary", check_summary, NOTHING, TP_OK, 1);
    every_place("timeline_new", timeline_new, TIMELINE, TP_OK, 1);
    every_place("timeline_json", timeline_json, TEXT, TP_OK, 1);
    every_place("timeline_text", timeline_text, TEXT, TP_OK, 1);
    every_place("cp1252", cp1252, TEXT, TP_OK, 1);
    every_place("to_utf16", to_utf16, NOTHING, TP_OK, 1);
    every_place("table", table, NOTHING, TP_OK, 1);
    REQUIRE(tp_check(engine, dossier, NULL, &result, NULL) == TP_OK);
    every_place("result_summary", result_summary, NOTHING, TP_OK, 1);
    tp_result_free(result);
    kept(result_text, TEXT);
    kept(what_if, WHAT_IF);
    kept(result_json, TEXT);
    refused_until_whole();

    tp_timeline_free(timeline);
    tp_reading_free(reading);
    tp_dossier_free(dossier);
    tp_engine_free(engine);
    free(dossier_json);
    free(card);
    free(adri);
    free(reject);
    printf("%ld\n", tries);
    return 0;
}
