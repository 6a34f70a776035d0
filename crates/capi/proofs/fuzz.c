/* Calls in any order, with any numbers, and buffers cut and bent at random, for some seconds.
 *
 * fuzz SECONDS SEED CARD JSON…      prints the number of calls
 *
 * Objects are used as the contract allows (freed once, not used afterwards); everything else is up to chance. Each
 * failure must leave "undetermined" behind. The same seed gives the same calls. */
#include "common.h"
#include <time.h>

enum { POOL = 8, FILES = 16 };

static uint64_t state;
static tp_engine *engine;
static tp_dossier *dossiers[POOL];
static tp_reading *readings[POOL];
static tp_result *results[POOL];
static tp_timeline *timelines[POOL];
static tp_what_if *what_ifs[POOL];
static char *files[FILES];
static size_t sizes[FILES];
static int file_count;
static unsigned long calls;
static unsigned long failures;
static char noise[256];

static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static size_t below(size_t end)
{
    return (size_t)(next() % end);
}

static int32_t number(void)
{
    static const int32_t known[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 16, 32, 63, 20261120, 20260228, 20240229, 99999999,
                                    -1, INT32_MIN, INT32_MAX, 18000101, 29991231};
    return below(8) == 0 ? (int32_t)next() : known[below(sizeof known / sizeof *known)];
}

static int64_t moment(void)
{
    return below(3) == 0 ? (int64_t)next() : below(2) == 0 ? number() : INT64_C(20261120091200);
}

static tp_str text(void)
{
    static const char *const known[] = {"", "1", "2", "10", "30", "41", "4", "89", "99999997", "LIS", "0100", "p-17",
                                        "19850514", "01", "751", "\xc3\xa9", "\xff", "narcotic", "2850599999001"};
    if (below(6) == 0) {
        for (size_t i = 0; i < sizeof noise; i++) {
            noise[i] = (char)next();
        }
        tp_str some = {below(8) == 0 ? NULL : noise, below(sizeof noise)};
        return some;
    }
    return view(known[below(sizeof known / sizeof *known)]);
}

/* Fills a struct with likely numbers and texts: its size is mostly right. */
static void likely(void *place, size_t size)
{
    memset(place, 0, size);
    for (size_t at = 4; at + 4 <= size; at += 4) {
        if (below(4) == 0) {
            int32_t value = number();
            memcpy((char *)place + at, &value, 4);
        }
    }
    uint32_t said = below(16) == 0 ? (uint32_t)below(size + 8) : (uint32_t)size;
    if (said > size) {
        said = (uint32_t)size;
    }
    memcpy(place, &said, 4);
}

static void done(int32_t status, tp_error **place)
{
    tp_error *error = *place;
    calls++;
    REQUIRE(status <= 0 && status > TP_ERROR_PANIC);
    if (status != TP_OK) {
        failures++;
        REQUIRE(error != NULL && tp_error_status(error) == status);
        REQUIRE(strlen(tp_error_message(error)) > 0);
    } else {
        REQUIRE(error == NULL);
    }
    tp_error_free(error);
    *place = NULL;
}

static char *bent(size_t *len)
{
    int which = (int)below((size_t)file_count);
    *len = below(4) == 0 ? below(sizes[which] + 1) : sizes[which];
    char *copy = malloc(*len + 1);
    REQUIRE(copy != NULL);
    memcpy(copy, files[which], *len);
    for (size_t times = *len == 0 ? 0 : below(5); times > 0; times--) {
        copy[below(*len)] = below(2) == 0 ? (char)next() : "0,:{}[]\"-9eE.\\"[below(14)];
    }
    return copy;
}

static void make(void)
{
    tp_error *error = NULL;
    size_t at = below(POOL), len;
    char *bytes = bent(&len);
    switch (below(5)) {
    case 0:
        tp_reading_free(readings[at]);
        done(tp_read((int32_t)below(7), bytes, len, moment(), &readings[at], &error), &error);
        break;
    case 1:
        tp_dossier_free(dossiers[at]);
        done(tp_dossier_from_json(bytes, len, &dossiers[at], &error), &error);
        break;
    case 2: {
        tp_claim claim;
        likely(&claim, sizeof claim);
        claim.id = text(), claim.setting = text(), claim.nature = text(), claim.person_id = text();
        claim.birth_date = text(), claim.nir = text(), claim.regime = text(), claim.fund = text();
        claim.centre = text(), claim.other_regime = text(), claim.other_fund = text(), claim.other_centre = text();
        tp_dossier_free(dossiers[at]);
        done(tp_dossier_new(&claim, &dossiers[at], &error), &error);
        break;
    }
    case 3: {
        tp_claim claim = {0};
        claim.size = sizeof claim;
        claim.care_date = 20261120;
        tp_line line = {0};
        line.size = sizeof line;
        line.id = view("1");
        tp_dossier_free(dossiers[at]);
        done(tp_dossier_new(&claim, &dossiers[at], &error), &error);
        done(tp_dossier_add_line(dossiers[at], &line, &error), &error);
        break;
    }
    default: {
        int32_t verdict = TP_VERDICT_BILLABLE;
        tp_text *answer;
        int32_t status = tp_check_json(engine, bytes, len, NULL, &verdict, &answer, &error);
        REQUIRE((status == TP_OK) == (answer != NULL));
        REQUIRE(status == TP_OK || verdict == TP_VERDICT_UNDETERMINED);
        tp_text_free(answer);
        done(status, &error);
        done(tp_triage_json(engine, bytes, len, NULL, &answer, &error), &error);
        tp_text_free(answer);
    }
    }
    free(bytes);
}

static void change(void)
{
    tp_error *error = NULL;
    tp_dossier *dossier = dossiers[below(POOL)];
    size_t snapshot = below(4);
    tp_line line;
    tp_claim_contract claimed;
    tp_claim_accident named;
    tp_snapshot said;
    tp_coverage coverage;
    tp_coverage_code code;
    tp_exemption exemption;
    tp_maternity maternity;
    tp_accident accident;
    tp_contract contract;
    tp_service service;
    tp_str word;
    size_t index;
    switch (below(13)) {
    case 0:
        likely(&line, sizeof line);
        line.id = text(), line.exemption = text();
        done(tp_dossier_add_line(dossier, &line, &error), &error);
        break;
    case 1:
        likely(&claimed, sizeof claimed);
        claimed.number = text(), claimed.contract_type = text(), claimed.service = text(), claimed.indicator = text();
        done(tp_dossier_set_claim_contract(dossier, &claimed, &error), &error);
        break;
    case 2:
        likely(&named, sizeof named);
        named.number = text();
        done(tp_dossier_set_claim_accident(dossier, &named, &error), &error);
        break;
    case 3:
    case 4:
        likely(&said, sizeof said);
        said.observed_at = moment();
        said.person_id = text(), said.birth_date = text(), said.nir = text();
        said.regime = text(), said.fund = text(), said.centre = text();
        done(tp_dossier_add_snapshot(dossier, &said, &index, &error), &error);
        break;
    case 5:
        likely(&coverage, sizeof coverage);
        done(tp_dossier_add_coverage(dossier, snapshot, &coverage, &error), &error);
        break;
    case 6:
        likely(&code, sizeof code);
        code.ald = text(), code.situation = text();
        done(tp_dossier_add_code(dossier, snapshot, &code, &error), &error);
        break;
    case 7:
        likely(&exemption, sizeof exemption);
        exemption.code = text();
        done(tp_dossier_add_exemption(dossier, snapshot, &exemption, &error), &error);
        break;
    case 8:
        likely(&maternity, sizeof maternity);
        done(tp_dossier_set_maternity(dossier, snapshot, &maternity, &error), &error);
        break;
    case 9:
        likely(&accident, sizeof accident);
        accident.number = text();
        done(tp_dossier_add_accident(dossier, snapshot, &accident, &error), &error);
        break;
    case 10:
        likely(&contract, sizeof contract);
        contract.number = text(), contract.contract_type = text();
        contract.service = text(), contract.indicator = text();
        done(tp_dossier_add_contract(dossier, snapshot, &contract, &error), &error);
        break;
    case 11:
        likely(&service, sizeof service);
        service.code = text();
        done(tp_dossier_add_service(dossier, snapshot, &service, &error), &error);
        break;
    default:
        word = text();
        done(tp_dossier_add_trait(dossier, snapshot, word.data, word.len, &error), &error);
        done(tp_dossier_add_reading(dossier, readings[below(POOL)], &error), &error);
    }
}

static void ask(void)
{
    tp_error *error = NULL;
    size_t at = below(POOL);
    tp_summary summary;
    tp_text *json = NULL;
    tp_line_answer line;
    tp_reason reason;
    tp_fact fact;
    tp_correction correction;
    tp_right_interval right;
    tp_claim_interval interval;
    tp_unused unused;
    tp_str one;
    memset(&summary, 0x55, sizeof summary);
    summary.size = sizeof summary;
    line.size = sizeof line, reason.size = sizeof reason, fact.size = sizeof fact, right.size = sizeof right;
    correction.size = sizeof correction, interval.size = sizeof interval, unused.size = sizeof unused;
    tp_result *result = results[below(POOL)];
    switch (below(12)) {
    case 0:
    case 1:
        tp_result_free(results[at]);
        int32_t status = tp_check(engine, dossiers[below(POOL)], &summary, &results[at], &error);
        REQUIRE(status == TP_OK || summary.verdict == TP_VERDICT_UNDETERMINED);
        done(status, &error);
        break;
    case 2:
        done(tp_result_json(result, NULL, &json, &error), &error);
        tp_text_free(json);
        done(tp_result_text(result, (int32_t)below(3), (int32_t)below(3), NULL, &json, &error), &error);
        break;
    case 3:
        done(tp_result_line(result, below(3), &line, &error), &error);
        break;
    case 4:
        done(tp_result_reason(result, below(6), &reason, &error), &error);
        break;
    case 5:
        done(tp_result_fact(result, below(3), below(6), &fact, &error), &error);
        break;
    case 6:
        done(tp_result_remedy(result, below(3), below(3), &one, &error), &error);
        break;
    case 7:
        done(tp_result_reason_text(result, below(4), (int32_t)below(3), (int32_t)below(3), &json, &error), &error);
        break;
    case 8:
        tp_what_if_free(what_ifs[at]);
        done(tp_result_what_if(result, &what_ifs[at], &error), &error);
        done(tp_what_if_correction(what_ifs[at], below(3), &correction, &error), &error);
        break;
    case 9:
        tp_timeline_free(timelines[at]);
        done(tp_timeline_new(engine, dossiers[below(POOL)], number(), number(), &timelines[at], &error), &error);
        break;
    case 10:
        done(tp_timeline_claim(timelines[at], below(3), &interval, &error), &error);
        done(tp_timeline_right_interval(timelines[at], below(3), below(3), &right, &error), &error);
        break;
    default:
        done(tp_reading_unused(readings[at], below(30), &unused, &error), &error);
        done(tp_reading_json(readings[at], &json, &error), &error);
    }
    tp_text_free(json);
}

int main(int argc, char **argv)
{
    REQUIRE(argc >= 4 && argc - 3 <= FILES);
    time_t end = time(NULL) + atol(argv[1]);
    state = strtoull(argv[2], NULL, 10) * 2 + 1;
    for (int i = 3; i < argc; i++) {
        files[file_count] = read_file(argv[i], &sizes[file_count]);
        file_count++;
    }
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    while (time(NULL) < end) {
        for (int i = 0; i < 64; i++) {
            switch (below(4)) {
            case 0:
                make();
                break;
            case 1:
                ask();
                break;
            default:
                change();
            }
        }
    }
    for (int i = 0; i < POOL; i++) {
        tp_dossier_free(dossiers[i]);
        tp_reading_free(readings[i]);
        tp_result_free(results[i]);
        tp_timeline_free(timelines[i]);
        tp_what_if_free(what_ifs[i]);
    }
    for (int i = 0; i < file_count; i++) {
        free(files[i]);
    }
    tp_engine_free(engine);
    REQUIRE(failures > 0 && failures < calls);
    printf("%lu\n", calls);
    return 0;
}
