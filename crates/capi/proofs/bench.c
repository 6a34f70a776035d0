/* Asks one dossier many times. bench CALL TIMES DOSSIER [CASES] prints the nanoseconds of one question.
 *
 * CASES: a file of dossiers, one a line, each of which is asked so many times in place of DOSSIER.
 * CALL: summary (structs, summary only), result (structs, result object), build (the dossier is built by calls
 * each time, then summary), json (JSON), json-short (JSON without what-if), none (nothing is asked). */
#define _POSIX_C_SOURCE 200809L
#include "common.h"
#include <time.h>

static tp_engine *engine;

/* The dossier of the specification, by calls. */
static tp_dossier *built(void)
{
    tp_dossier *dossier;
    tp_claim claim = {0};
    claim.size = sizeof claim;
    claim.as_of = claim.care_date = 20261120;
    claim.prescription_date = 20261118;
    claim.card = TP_CARD_READ;
    claim.third_party = TP_SHARE_BOTH;
    claim.birth_rank = 1;
    claim.id = view("F-0042"), claim.setting = view("pharmacy"), claim.nature = view("10");
    claim.person_id = view("p-17"), claim.birth_date = view("19850514");
    claim.regime = view("01"), claim.fund = view("751"), claim.centre = view("0000");
    REQUIRE(tp_dossier_new(&claim, &dossier, NULL) == TP_OK);
    tp_claim_contract carried = {0};
    carried.size = sizeof carried;
    carried.number = view("99999997"), carried.contract_type = view("89");
    REQUIRE(tp_dossier_set_claim_contract(dossier, &carried, NULL) == TP_OK);
    tp_line line = {0};
    line.size = sizeof line;
    line.category = TP_CATEGORY_DRUG, line.relation = TP_RELATION_RELATED, line.origin = TP_ORIGIN_ADRI;
    line.has_amount = 1, line.amount_cents = 4250;
    line.id = view("1"), line.exemption = view("4");
    REQUIRE(tp_dossier_add_line(dossier, &line, NULL) == TP_OK);
    line.relation = TP_RELATION_UNRELATED, line.origin = 0, line.amount_cents = 890;
    line.id = view("2"), line.exemption = view("0");
    REQUIRE(tp_dossier_add_line(dossier, &line, NULL) == TP_OK);
    tp_snapshot said = {0};
    said.size = sizeof said;
    said.source = TP_SOURCE_ADRI, said.observed_at = INT64_C(20261120091200);
    said.birth_rank = 1, said.lists = TP_LIST_ACCIDENTS;
    said.person_id = view("p-17"), said.birth_date = view("19850514");
    size_t at;
    REQUIRE(tp_dossier_add_snapshot(dossier, &said, &at, NULL) == TP_OK);
    tp_coverage coverage = {0};
    coverage.size = sizeof coverage, coverage.start = 20190301;
    REQUIRE(tp_dossier_add_coverage(dossier, at, &coverage, NULL) == TP_OK);
    tp_coverage_code code = {0};
    code.size = sizeof code, code.start = 20240101, code.end = 20281231;
    code.ald = view("1"), code.situation = view("0100");
    REQUIRE(tp_dossier_add_code(dossier, at, &code, NULL) == TP_OK);
    tp_exemption exemption = {0};
    exemption.size = sizeof exemption, exemption.start = 20240101, exemption.end = 20281231;
    exemption.vocabulary = TP_VOCABULARY_BDO, exemption.status = TP_ENTRY_ACTIVE, exemption.code = view("LIS");
    REQUIRE(tp_dossier_add_exemption(dossier, at, &exemption, NULL) == TP_OK);
    tp_contract contract = {0};
    contract.size = sizeof contract, contract.start = 20251201, contract.end = 20261130;
    contract.status = TP_ENTRY_ACTIVE, contract.number = view("99999997"), contract.contract_type = view("89");
    REQUIRE(tp_dossier_add_contract(dossier, at, &contract, NULL) == TP_OK);
    return dossier;
}

/* What is asked. */
typedef struct {
    const char *json;
    size_t len;
    tp_dossier *dossier;
} document;

/* The documents of a text, one a line. */
static document *documents(char *text, size_t len, size_t *count)
{
    *count = 0;
    for (size_t at = 0; at < len; at++)
        *count += text[at] == '\n';
    document *all = calloc(*count + 1, sizeof *all);
    REQUIRE(all != NULL);
    char *line = text;
    for (size_t at = 0; at < *count; at++) {
        char *end = strchr(line, '\n');
        REQUIRE(end != NULL);
        all[at].json = line, all[at].len = (size_t)(end - line);
        REQUIRE(tp_dossier_from_json(line, all[at].len, &all[at].dossier, NULL) == TP_OK);
        line = end + 1;
    }
    return all;
}

int main(int argc, char **argv)
{
    REQUIRE(argc == 4 || argc == 5);
    const char *call = argv[1];
    long times = atol(argv[2]);
    size_t len;
    char *json = read_file(argv[3], &len);
    tp_options options = {0};
    options.size = sizeof options, options.without_what_if = 1;
    tp_options *chosen = strcmp(call, "json") == 0 ? NULL : &options;
    tp_summary summary = {0};
    summary.size = sizeof summary;
    tp_dossier *dossier;
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    REQUIRE(tp_dossier_from_json(json, len, &dossier, NULL) == TP_OK);

    /* What is built by calls is what the document says. */
    tp_text *one, *other;
    tp_result *result;
    tp_dossier *by_calls = built();
    REQUIRE(tp_check(engine, by_calls, NULL, &result, NULL) == TP_OK);
    REQUIRE(tp_result_json(result, NULL, &one, NULL) == TP_OK);
    REQUIRE(tp_check_json(engine, json, len, NULL, NULL, &other, NULL) == TP_OK);
    REQUIRE(strcmp(tp_text_data(one), tp_text_data(other)) == 0);
    tp_text_free(one);
    tp_text_free(other);
    tp_result_free(result);
    tp_dossier_free(by_calls);

    document given = {json, len, dossier};
    document *asked = &given, *of_cases = NULL;
    size_t count = 1, cases_len = 0;
    char *cases = NULL;
    if (argc == 5) {
        cases = read_file(argv[4], &cases_len);
        asked = of_cases = documents(cases, cases_len, &count);
    }
    int of_summary = strcmp(call, "summary") == 0, of_result = strcmp(call, "result") == 0;
    int of_calls = strcmp(call, "build") == 0, of_json = strncmp(call, "json", 4) == 0;
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long i = 0; i < times * (long)count; i++) {
        const document *now = &asked[(size_t)i % count];
        if (of_summary) {
            REQUIRE(tp_check(engine, now->dossier, &summary, NULL, NULL) == TP_OK);
        } else if (of_result) {
            REQUIRE(tp_check(engine, now->dossier, &summary, &result, NULL) == TP_OK);
            tp_result_free(result);
        } else if (of_calls) {
            by_calls = built();
            REQUIRE(tp_check(engine, by_calls, &summary, NULL, NULL) == TP_OK);
            tp_dossier_free(by_calls);
        } else if (of_json) {
            REQUIRE(tp_check_json(engine, now->json, now->len, chosen, NULL, &one, NULL) == TP_OK);
            tp_text_free(one);
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double spent = (double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec);
    printf("%.0f\n", times > 0 ? spent / (double)times / (double)count : 0.0);
    for (size_t at = 0; of_cases != NULL && at < count; at++)
        tp_dossier_free(of_cases[at].dossier);
    free(of_cases);
    free(cases);
    tp_dossier_free(dossier);
    tp_engine_free(engine);
    free(json);
    return 0;
}
