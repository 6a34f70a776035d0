/* Tries to kill the process, or to get a verdict out of a failure: wrong sizes, garbage numbers, bytes that are no
 * text, 100 MB of it, indexes past the end. */
#include "common.h"

static int tries;

#define FAILS(status, call)                                                            \
    do {                                                                               \
        tp_error *error_ = NULL;                                                       \
        tp_error **error = &error_;                                                    \
        int32_t got_ = (call);                                                         \
        if (got_ != (status)) {                                                        \
            fprintf(stderr, "%s:%d: %s gave %d (%s)\n", __FILE__, __LINE__, #call, got_, \
                    tp_error_message(error_));                                         \
            exit(1);                                                                   \
        }                                                                              \
        REQUIRE(error_ != NULL && tp_error_status(error_) == (status));                \
        REQUIRE(strlen(tp_error_message(error_)) > 0 && strlen(tp_error_code(error_)) > 0); \
        tp_error_free(error_);                                                         \
        tries++;                                                                       \
    } while (0)

static tp_claim claim(void)
{
    tp_claim claim = {0};
    claim.size = sizeof claim;
    claim.care_date = 20261120;
    return claim;
}

static tp_line line(const char *id)
{
    tp_line line = {0};
    line.size = sizeof line;
    line.id = view(id);
    return line;
}

static void versions(void)
{
    REQUIRE(TP_VERSION_NUMBER == TP_VERSION_MAJOR * 1000000 + TP_VERSION_MINOR * 1000 + TP_VERSION_PATCH);
    REQUIRE(tp_version() == TP_VERSION_NUMBER);
    char text[32];
    snprintf(text, sizeof text, "%d.%d.%d", TP_VERSION_MAJOR, TP_VERSION_MINOR, TP_VERSION_PATCH);
    REQUIRE(strcmp(text, tp_version_text()) == 0);
    REQUIRE(tp_abi_check(TP_ABI_MAJOR, TP_ABI_MINOR) == TP_OK);
    REQUIRE(tp_abi_check(TP_ABI_MAJOR + 1, 0) == TP_ERROR_VALUE);
    REQUIRE(tp_abi_check(TP_ABI_MAJOR, TP_ABI_MINOR + 1) == TP_ERROR_NEWER);
}

static void sizes(void)
{
    tp_dossier *dossier;
    tp_claim given = claim();
    /* Less than the first release had is no size; from there on, every size was one, or may have been. */
    uint32_t first = 0;
    for (; first < sizeof given; first++) {
        given.size = first;
        if (tp_dossier_new(&given, &dossier, NULL) == TP_OK) {
            tp_dossier_free(dossier);
            break;
        }
        FAILS(TP_ERROR_SIZE, tp_dossier_new(&given, &dossier, error));
        REQUIRE(dossier == NULL);
    }
    REQUIRE(first > 2 * sizeof(void *));
    for (uint32_t size = first; size <= sizeof given; size++) {
        given.size = size;
        REQUIRE(tp_dossier_new(&given, &dossier, NULL) == TP_OK);
        tp_dossier_free(dossier);
    }
    given.size = UINT32_MAX;
    FAILS(TP_ERROR_SIZE, tp_dossier_new(&given, &dossier, error));

    /* A newer header: zeros after what is known are nothing, anything else is not understood. */
    struct {
        tp_claim claim;
        char more[64];
    } newer = {0};
    newer.claim = claim();
    newer.claim.size = sizeof newer;
    REQUIRE(tp_dossier_new(&newer.claim, &dossier, NULL) == TP_OK);
    tp_dossier_free(dossier);
    newer.more[63] = 1;
    FAILS(TP_ERROR_NEWER, tp_dossier_new(&newer.claim, &dossier, error));
}

static void garbage(void)
{
    static const int32_t numbers[] = {-1, 99, 4096, INT32_MIN, INT32_MAX, 20261301, 20260230, 17991231};
    tp_dossier *dossier;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int32_t bad = numbers[i];
        int32_t *fields[8];
        tp_claim given = claim();
        fields[0] = &given.as_of;
        fields[1] = &given.care_date;
        fields[2] = &given.prescription_date;
        fields[3] = &given.transmission_date;
        fields[4] = &given.card;
        fields[5] = &given.third_party;
        fields[6] = &given.birth_rank;
        for (size_t f = 0; f < 7; f++) {
            given = claim();
            *fields[f] = bad;
            FAILS(TP_ERROR_VALUE, tp_dossier_new(&given, &dossier, error));
        }
    }
    tp_claim given = claim();
    REQUIRE(tp_dossier_new(&given, &dossier, NULL) == TP_OK);
    tp_summary summary;
    memset(&summary, 0x55, sizeof summary);
    summary.size = sizeof summary;
    tp_engine *engine;
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    FAILS(TP_ERROR_MISSING, tp_check(engine, dossier, &summary, NULL, error));
    REQUIRE(summary.verdict == TP_VERDICT_UNDETERMINED && summary.amo_verdict == TP_VERDICT_UNDETERMINED);
    REQUIRE(summary.guarantee == TP_GUARANTEE_UNKNOWN && summary.reason_count == 0);

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        tp_line bad = line("1");
        bad.category = numbers[i];
        FAILS(TP_ERROR_VALUE, tp_dossier_add_line(dossier, &bad, error));
        bad = line("1");
        bad.relation = numbers[i];
        FAILS(TP_ERROR_VALUE, tp_dossier_add_line(dossier, &bad, error));
        bad = line("1");
        bad.has_amount = numbers[i];
        FAILS(TP_ERROR_VALUE, tp_dossier_add_line(dossier, &bad, error));
        tp_snapshot snapshot = {0};
        snapshot.size = sizeof snapshot;
        snapshot.source = numbers[i];
        FAILS(TP_ERROR_VALUE, tp_dossier_add_snapshot(dossier, &snapshot, NULL, error));
        snapshot.source = TP_SOURCE_ADRI;
        snapshot.observed_at = (int64_t)numbers[i] * 1000003;
        FAILS(TP_ERROR_VALUE, tp_dossier_add_snapshot(dossier, &snapshot, NULL, error));
        tp_reading *reading;
        FAILS(TP_ERROR_VALUE, tp_read(numbers[i], "x", 1, 0, &reading, error));
    }
    tp_line negative = line("1");
    negative.has_amount = 1;
    negative.amount_cents = -1;
    FAILS(TP_ERROR_VALUE, tp_dossier_add_line(dossier, &negative, error));
    tp_line good = line("1");
    REQUIRE(tp_dossier_add_line(dossier, &good, NULL) == TP_OK);
    FAILS(TP_ERROR_VALUE, tp_dossier_add_line(dossier, &good, error));
    FAILS(TP_ERROR_RANGE, tp_dossier_add_trait(dossier, SIZE_MAX, "narcotic", 8, error));
    tp_coverage coverage = {0};
    coverage.size = sizeof coverage;
    FAILS(TP_ERROR_RANGE, tp_dossier_add_coverage(dossier, 0, &coverage, error));
    FAILS(TP_ERROR_NULL, tp_check(engine, dossier, NULL, NULL, error));
    tp_timeline *timeline;
    FAILS(TP_ERROR_VALUE, tp_timeline_new(engine, dossier, 20261120, 20261119, &timeline, error));
    FAILS(TP_ERROR_RANGE, tp_timeline_new(engine, dossier, 18000101, 29991231, &timeline, error));

    tp_result *result;
    REQUIRE(tp_check(engine, dossier, NULL, &result, NULL) == TP_OK);
    tp_line_answer answer;
    memset(&answer, 0x55, sizeof answer);
    answer.size = sizeof answer;
    FAILS(TP_ERROR_RANGE, tp_result_line(result, 1, &answer, error));
    REQUIRE(answer.amo_verdict == TP_VERDICT_UNDETERMINED && answer.exemption == TP_EXEMPTION_UNKNOWN);
    tp_str remedy;
    FAILS(TP_ERROR_RANGE, tp_result_remedy(result, 0, 4096, &remedy, error));
    tp_text *text;
    FAILS(TP_ERROR_VALUE, tp_result_reason_text(result, 0, 7, 0, &text, error));
    FAILS(TP_ERROR_VALUE, tp_result_reason_text(result, 0, 0, -7, &text, error));

    /* Whatever is freed first: a result keeps what it needs. */
    tp_dossier_free(dossier);
    tp_engine_free(engine);
    REQUIRE(tp_result_json(result, NULL, &text, NULL) == TP_OK);
    tp_text_free(text);
    tp_result_free(result);
}

static void texts(void)
{
    tp_engine *engine;
    tp_text *text = (tp_text *)1;
    int32_t verdict = TP_VERDICT_BILLABLE;
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    static const char *const wrong[] = {"", "{", "[]", "null", "{\"format\":\"tierspayant/9\"}", "\xff\xfe", "1e999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        verdict = TP_VERDICT_BILLABLE;
        FAILS(TP_ERROR_INPUT, tp_check_json(engine, wrong[i], strlen(wrong[i]), NULL, &verdict, &text, error));
        REQUIRE(text == NULL && verdict == TP_VERDICT_UNDETERMINED);
    }
    FAILS(TP_ERROR_SIZE, tp_check_json(engine, "{}", SIZE_MAX, NULL, NULL, &text, error));
    tp_options options = {0};
    FAILS(TP_ERROR_SIZE, tp_check_json(engine, "{}", 2, &options, NULL, &text, error));
    options.size = sizeof options;
    options.lang = 9;
    FAILS(TP_ERROR_VALUE, tp_check_json(engine, "{}", 2, &options, NULL, &text, error));
    options.lang = 0;
    options.without_what_if = 2;
    FAILS(TP_ERROR_VALUE, tp_check_json(engine, "{}", 2, &options, NULL, &text, error));

    tp_claim given = claim();
    tp_dossier *dossier;
    given.nature = view("\xe9t\xe9");
    FAILS(TP_ERROR_UTF8, tp_dossier_new(&given, &dossier, error));
    given.nature = view("1000");
    FAILS(TP_ERROR_VALUE, tp_dossier_new(&given, &dossier, error));
    given.nature.data = NULL;
    FAILS(TP_ERROR_NULL, tp_dossier_new(&given, &dossier, error));

    /* 100 MB, in every place that takes a text. */
    size_t huge = (size_t)100 << 20;
    char *much = malloc(huge);
    REQUIRE(much != NULL);
    memset(much, '1', huge);
    tp_str all = {much, huge};
    tp_str *fields[] = {&given.id, &given.setting, &given.nature, &given.person_id, &given.birth_date,
                        &given.nir, &given.regime, &given.fund, &given.centre};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        given = claim();
        *fields[i] = all;
        FAILS(TP_ERROR_VALUE, tp_dossier_new(&given, &dossier, error));
    }
    FAILS(TP_ERROR_INPUT, tp_check_json(engine, much, huge, NULL, NULL, &text, error));
    tp_reading *reading;
    for (int32_t format = TP_FORMAT_SSV; format <= TP_FORMAT_SNAPSHOTS; format++) {
        int32_t status = format == TP_FORMAT_SNAPSHOTS ? TP_ERROR_INPUT : TP_ERROR_DOCUMENT;
        FAILS(status, tp_read(format, much, huge, 0, &reading, error));
        FAILS(status, tp_read(format, "", 0, 0, &reading, error));
    }
    FAILS(TP_ERROR_RANGE, tp_text_from_latin1(much, huge, &text, error));
    tp_text_free(text);

    /* Accents of a Latin-1 host, there and back. */
    REQUIRE(tp_text_from_latin1("d\xe9j\xe0", 4, &text, NULL) == TP_OK);
    REQUIRE(strcmp(tp_text_data(text), "d\xc3\xa9j\xc3\xa0") == 0);
    tp_str utf8 = {tp_text_data(text), tp_text_len(text)};
    char back[5];
    size_t needed = 0;
    FAILS(TP_ERROR_BUFFER, tp_str_copy_latin1(&utf8, back, 4, &needed, error));
    REQUIRE(needed == 5 && tp_str_copy_latin1(&utf8, back, needed, NULL, NULL) == TP_OK);
    REQUIRE(strcmp(back, "d\xe9j\xe0") == 0);
    FAILS(TP_ERROR_BUFFER, tp_str_copy(&utf8, NULL, 0, &needed, error));
    REQUIRE(needed == 7);
    FAILS(TP_ERROR_NULL, tp_str_copy(&utf8, NULL, 7, &needed, error));
    tp_text_free(text);

    /* Tables without end, and brackets without end in one. */
    tp_engine_builder *builder;
    tp_engine *mine;
    const size_t largest = 1 << 20;
    REQUIRE(tp_engine_builder_new(&builder, NULL) == TP_OK);
    FAILS(TP_ERROR_RANGE, tp_engine_builder_set_table(builder, "edition.toml", 12, much, huge, error));
    FAILS(TP_ERROR_RANGE, tp_engine_builder_set_table(builder, "edition.toml", 12, much, largest + 1, error));
    memset(much, '[', largest);
    REQUIRE(tp_engine_builder_set_table(builder, "edition.toml", 12, much, largest, NULL) == TP_OK);
    FAILS(TP_ERROR_TABLE, tp_engine_builder_build(builder, &mine, error));
    memcpy(much, "a=", 2);
    REQUIRE(tp_engine_builder_set_table(builder, "edition.toml", 12, much, largest, NULL) == TP_OK);
    FAILS(TP_ERROR_TABLE, tp_engine_builder_build(builder, &mine, error));
    free(much);
    REQUIRE(tp_engine_builder_set_table(builder, "edition.toml", 12, "edition = 2026", 14, NULL) == TP_OK);
    FAILS(TP_ERROR_TABLE, tp_engine_builder_build(builder, &mine, error));
    REQUIRE(mine == NULL);
    for (size_t i = 0; i < tp_table_count(); i++) {
        tp_str name, table;
        REQUIRE(tp_table(i, &name, &table, NULL) == TP_OK);
        REQUIRE(tp_engine_builder_set_table(builder, name.data, name.len, table.data, table.len, NULL) == TP_OK);
    }
    REQUIRE(tp_engine_builder_build(builder, &mine, NULL) == TP_OK);
    tp_str one, other;
    REQUIRE(tp_engine_digest(engine, &one, NULL) == TP_OK && tp_engine_digest(mine, &other, NULL) == TP_OK);
    REQUIRE(one.len == other.len && memcmp(one.data, other.data, one.len) == 0);
    FAILS(TP_ERROR_RANGE, tp_table(tp_table_count(), &one, &other, error));
    tp_engine_builder_free(builder);
    tp_engine_free(mine);
    tp_engine_free(engine);
}

int main(void)
{
    versions();
    sizes();
    garbage();
    texts();
    printf("%d\n", tries);
    return 0;
}
