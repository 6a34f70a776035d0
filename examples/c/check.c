/* Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons, the remedies, and the page for the
 * counter.
 *
 * cc check.c -ltierspayant -o check && ./check card.in adri.json claim.json 20261120091200 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tierspayant.h>

/* Ends the program with what the library says of a failure. It takes the place of the error and not the error: C may
 * look at the second argument before it makes the call of the first. */
static void need(int32_t status, tp_error **error)
{
    if (status != TP_OK) {
        fprintf(stderr, "%s: %s\n", tp_status_text(status), tp_error_message(*error));
        tp_error_free(*error);
        exit(65);
    }
}

/* The bytes of a file. */
static char *file(const char *path, size_t *len)
{
    FILE *in = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    if (in == NULL || bytes == NULL) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(66);
    }
    *len = fread(bytes, 1, 1 << 20, in);
    fclose(in);
    return bytes;
}

/* Adds what a file says of the rights to a dossier. */
static void add_rights(tp_dossier *dossier, int32_t format, const char *path, int64_t observed_at)
{
    size_t len;
    char *bytes = file(path, &len);
    tp_reading *reading;
    tp_error *error;
    need(tp_read(format, bytes, len, observed_at, &reading, &error), &error);
    need(tp_dossier_add_reading(dossier, reading, &error), &error);
    tp_reading_free(reading);
    free(bytes);
}

int main(int argc, char **argv)
{
    static const char *const verdicts[] = {"undetermined", "billable", "not_billable", "not_asked"};
    if (argc != 5) {
        fprintf(stderr, "check CARD ADRI CLAIM MOMENT\n");
        return 64;
    }
    tp_error *error;
    tp_engine *engine;
    tp_dossier *dossier;
    tp_result *result;
    tp_summary summary = {0};
    summary.size = sizeof summary;

    size_t len;
    char *claim = file(argv[3], &len);
    int64_t now = strtoll(argv[4], NULL, 10);
    need(tp_engine_new(&engine, &error), &error);
    need(tp_dossier_from_claim_json(claim, len, &dossier, &error), &error);
    add_rights(dossier, TP_FORMAT_SSV, argv[1], now);
    add_rights(dossier, TP_FORMAT_ADRI_JSON, argv[2], now);
    need(tp_check(engine, dossier, &summary, &result, &error), &error);

    printf("%s\n", verdicts[summary.verdict]);
    for (size_t i = 0; i < summary.reason_count; i++) {
        tp_reason reason = {0};
        tp_text *text;
        reason.size = sizeof reason;
        need(tp_result_reason(result, i, &reason, &error), &error);
        need(tp_result_reason_text(result, i, TP_LANG_FR, TP_AUDIENCE_COUNTER, &text, &error), &error);
        printf("%.*s: %s\n", (int)reason.id.len, reason.id.data, tp_text_data(text));
        tp_text_free(text);
        for (size_t j = 0; j < reason.remedy_count; j++) {
            need(tp_result_remedy_text(result, i, j, TP_LANG_FR, TP_AUDIENCE_COUNTER, &text, &error), &error);
            printf("  -> %s\n", tp_text_data(text));
            tp_text_free(text);
        }
    }
    tp_text *page;
    need(tp_result_text(result, TP_LANG_FR, TP_AUDIENCE_COUNTER, NULL, &page, &error), &error);
    printf("\n%s", tp_text_data(page));
    tp_text_free(page);
    tp_result_free(result);
    tp_dossier_free(dossier);
    tp_engine_free(engine);
    free(claim);
    return 0;
}
