/* One dossier through every struct of the header, printed: the same whatever release of the header this is compiled
 * with. Each struct that the library fills has memory after it that must stay as it is.
 *
 * Only what the previous release had is named here. TP_NEXT is defined where each struct has one more field,
 * `of_the_next`, which this library does not know. */
#include "common.h"

/* A struct, and memory after it that the library has no business in. */
#define GUARDED(type, name)                                                            \
    struct {                                                                           \
        type it;                                                                       \
        unsigned char guard[64];                                                       \
    } name;                                                                            \
    memset(&name, 0xA5, sizeof name);                                                  \
    name.it.size = sizeof name.it;

static void same(const unsigned char *guard)
{
    for (int i = 0; i < 64; i++) {
        REQUIRE(guard[i] == 0xA5);
    }
}

#ifdef TP_NEXT
#define FILLED(name) (same(name.guard), next(name.it.of_the_next))
static void next(int64_t field)
{
    REQUIRE(field == 0);
}
#else
#define FILLED(name) same(name.guard)
#endif

static void print(const char *name, tp_str text)
{
    printf(" %s=%.*s", name, (int)text.len, text.len > 0 ? text.data : "");
}

static tp_dossier *built(void)
{
    tp_dossier *dossier;
    tp_claim claim = {0};
    claim.size = sizeof claim;
    claim.as_of = claim.care_date = 20261120, claim.prescription_date = 20261118;
    claim.card = TP_CARD_READ, claim.third_party = TP_SHARE_BOTH, claim.birth_rank = 1;
    claim.id = view("F-0042"), claim.setting = view("pharmacy"), claim.nature = view("10");
    claim.person_id = view("p-17"), claim.birth_date = view("19850514");
    claim.regime = view("01"), claim.fund = view("751"), claim.centre = view("0000");
    REQUIRE(tp_dossier_new(&claim, &dossier, NULL) == TP_OK);
    tp_claim_contract carried = {0};
    carried.size = sizeof carried, carried.number = view("99999997"), carried.contract_type = view("89");
    REQUIRE(tp_dossier_set_claim_contract(dossier, &carried, NULL) == TP_OK);
    tp_claim_accident named = {0};
    named.size = sizeof named, named.date = 20261101, named.number = view("123456789");
    REQUIRE(tp_dossier_set_claim_accident(dossier, &named, NULL) == TP_OK);
    tp_line line = {0};
    line.size = sizeof line;
    line.category = TP_CATEGORY_DRUG, line.relation = TP_RELATION_RELATED, line.origin = TP_ORIGIN_ADRI;
    line.has_amount = 1, line.amount_cents = 4250, line.id = view("1"), line.exemption = view("4");
    REQUIRE(tp_dossier_add_line(dossier, &line, NULL) == TP_OK);
    tp_snapshot said = {0};
    said.size = sizeof said;
    said.source = TP_SOURCE_ADRI, said.observed_at = INT64_C(20261120091200), said.birth_rank = 1;
    said.person_id = view("p-17"), said.birth_date = view("19850514");
    size_t at;
    REQUIRE(tp_dossier_add_snapshot(dossier, &said, &at, NULL) == TP_OK);
    tp_coverage coverage = {0};
    coverage.size = sizeof coverage, coverage.start = 20190301;
    REQUIRE(tp_dossier_add_coverage(dossier, at, &coverage, NULL) == TP_OK);
    tp_coverage_code code = {0};
    code.size = sizeof code, code.start = 20240101, code.end = 20261031;
    code.ald = view("1"), code.situation = view("0100");
    REQUIRE(tp_dossier_add_code(dossier, at, &code, NULL) == TP_OK);
    tp_exemption exemption = {0};
    exemption.size = sizeof exemption, exemption.start = 20240101, exemption.end = 20261031;
    exemption.vocabulary = TP_VOCABULARY_BDO, exemption.status = TP_ENTRY_ACTIVE, exemption.code = view("LIS");
    REQUIRE(tp_dossier_add_exemption(dossier, at, &exemption, NULL) == TP_OK);
    tp_maternity maternity = {0};
    maternity.size = sizeof maternity, maternity.start = 20200101, maternity.end = 20200901;
    REQUIRE(tp_dossier_set_maternity(dossier, at, &maternity, NULL) == TP_OK);
    tp_accident accident = {0};
    accident.size = sizeof accident, accident.start = 20261101, accident.number = view("123456789");
    REQUIRE(tp_dossier_add_accident(dossier, at, &accident, NULL) == TP_OK);
    tp_contract contract = {0};
    contract.size = sizeof contract, contract.start = 20251201, contract.end = 20261130;
    contract.status = TP_ENTRY_ACTIVE, contract.number = view("99999997"), contract.contract_type = view("89");
    REQUIRE(tp_dossier_add_contract(dossier, at, &contract, NULL) == TP_OK);
    tp_service service = {0};
    service.size = sizeof service, service.start = 20260101;
    service.code = view("01");
    REQUIRE(tp_dossier_add_service(dossier, at, &service, NULL) == TP_OK);
#ifdef TP_NEXT
    /* What this library does not know is refused, and never left out in silence. */
    line.of_the_next = 1, line.id = view("2");
    REQUIRE(tp_dossier_add_line(dossier, &line, NULL) == TP_ERROR_NEWER);
#endif
    return dossier;
}

static void print_result(tp_result *result)
{
    GUARDED(tp_summary, summary)
    REQUIRE(tp_result_summary(result, &summary.it, NULL) == TP_OK);
    FILLED(summary);
    printf("summary %d %d %d %d %d\n", summary.it.verdict, summary.it.basis, summary.it.guarantee,
           summary.it.amo_verdict, summary.it.amc_verdict);
    for (size_t i = 0; i < tp_result_line_count(result); i++) {
        GUARDED(tp_line_answer, line)
        REQUIRE(tp_result_line(result, i, &line.it, NULL) == TP_OK);
        FILLED(line);
        printf("line %d %d %d %d", line.it.amo_verdict, line.it.amc_verdict, line.it.exemption, line.it.date);
        print("id", line.it.id), print("role", line.it.date_role);
        printf("\n");
    }
    for (size_t i = 0; i < tp_result_reason_count(result); i++) {
        GUARDED(tp_reason, reason)
        REQUIRE(tp_result_reason(result, i, &reason.it, NULL) == TP_OK);
        FILLED(reason);
        printf("reason %d %d %d", reason.it.severity, reason.it.share, reason.it.line);
        print("id", reason.it.id), print("rule", reason.it.rule), print("reference", reason.it.reference);
        for (size_t j = 0; j < reason.it.fact_count; j++) {
            GUARDED(tp_fact, fact)
            REQUIRE(tp_result_fact(result, i, j, &fact.it, NULL) == TP_OK);
            FILLED(fact);
            printf(" %d:%d", fact.it.kind, fact.it.number);
            print("key", fact.it.key), print("word", fact.it.word);
        }
        printf("\n");
    }
}

static void print_what_if(tp_result *result)
{
    tp_what_if *what_if;
    int32_t earliest, latest;
    REQUIRE(tp_result_what_if(result, &what_if, NULL) == TP_OK);
    REQUIRE(tp_what_if_days(what_if, &earliest, &latest, NULL) == TP_OK);
    printf("what-if %d %d\n", earliest, latest);
    for (size_t i = 0; i < tp_what_if_correction_count(what_if); i++) {
        GUARDED(tp_correction, change)
        REQUIRE(tp_what_if_correction(what_if, i, &change.it, NULL) == TP_OK);
        FILLED(change);
        printf("change %d %d", change.it.change, change.it.line);
        print("exemption", change.it.exemption), print("number", change.it.number);
        printf("\n");
    }
    tp_what_if_free(what_if);
}

static void print_timeline(tp_engine *engine, tp_dossier *dossier)
{
    tp_timeline *timeline;
    REQUIRE(tp_timeline_new(engine, dossier, 20260101, 20271231, &timeline, NULL) == TP_OK);
    for (size_t i = 0; i < tp_timeline_right_count(timeline); i++) {
        tp_str kind, which;
        size_t count;
        REQUIRE(tp_timeline_right(timeline, i, &kind, &which, &count, NULL) == TP_OK);
        for (size_t j = 0; j < count; j++) {
            GUARDED(tp_right_interval, interval)
            REQUIRE(tp_timeline_right_interval(timeline, i, j, &interval.it, NULL) == TP_OK);
            FILLED(interval);
            printf("right %d %d", interval.it.start, interval.it.end);
            print("kind", kind), print("which", which);
            print("certainty", interval.it.certainty), print("source", interval.it.source);
            printf("\n");
        }
    }
    for (size_t i = 0; i < tp_timeline_claim_count(timeline); i++) {
        GUARDED(tp_claim_interval, interval)
        REQUIRE(tp_timeline_claim(timeline, i, &interval.it, NULL) == TP_OK);
        FILLED(interval);
        printf("claim %d %d %d %d\n", interval.it.start, interval.it.end, interval.it.verdict, interval.it.basis);
    }
    tp_timeline_free(timeline);
}

/* grown CARD: the buffer of a card, whose fields are not all used. */
int main(int argc, char **argv)
{
    REQUIRE(argc == 2);
    REQUIRE(tp_abi_check(TP_ABI_MAJOR, TP_ABI_MINOR) == TP_OK);
    tp_engine *engine;
    tp_result *result;
    tp_text *text;
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    tp_dossier *dossier = built();
    GUARDED(tp_summary, summary)
    REQUIRE(tp_check(engine, dossier, &summary.it, &result, NULL) == TP_OK);
    FILLED(summary);
    print_result(result);
    print_what_if(result);
    print_timeline(engine, dossier);
    tp_options options = {0};
    options.size = sizeof options, options.lang = TP_LANG_EN;
    REQUIRE(tp_result_json(result, &options, &text, NULL) == TP_OK);
    printf("%s\n", tp_text_data(text));
    tp_text_free(text);
    tp_style style = {0};
    style.size = sizeof style, style.width = 70;
    REQUIRE(tp_result_text(result, TP_LANG_FR, TP_AUDIENCE_COUNTER, &style, &text, NULL) == TP_OK);
    printf("%s\n", tp_text_data(text));
    tp_text_free(text);

    size_t len;
    char *card = read_file(argv[1], &len);
    tp_reading *reading;
    REQUIRE(tp_read(TP_FORMAT_SSV, card, len, 20261120, &reading, NULL) == TP_OK);
    REQUIRE(tp_reading_unused_count(reading) > 0);
    for (size_t i = 0; i < tp_reading_unused_count(reading); i++) {
        GUARDED(tp_unused, unused)
        REQUIRE(tp_reading_unused(reading, i, &unused.it, NULL) == TP_OK);
        FILLED(unused);
        print("place", unused.it.place), print("why", unused.it.why);
        printf("\n");
    }
    tp_reading_free(reading);
    free(card);
    tp_result_free(result);
    tp_dossier_free(dossier);
    tp_engine_free(engine);
    return 0;
}
