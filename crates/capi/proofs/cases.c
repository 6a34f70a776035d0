/* Answers the dossiers of a file, one per line, as JSON and through structs, which must agree; prints one answer per line. */
#include "common.h"

int main(int argc, char **argv)
{
    REQUIRE(argc == 2);
    size_t len;
    char *all = read_file(argv[1], &len);
    tp_engine *engine;
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    for (char *line = all; *line != 0;) {
        char *end = strchr(line, '\n');
        REQUIRE(end != NULL);
        size_t size = (size_t)(end - line);
        tp_text *json;
        int32_t verdict = -9;
        REQUIRE(tp_check_json(engine, line, size, NULL, &verdict, &json, NULL) == TP_OK);

        tp_dossier *dossier;
        tp_result *result;
        tp_text *typed;
        tp_summary summary = {0};
        summary.size = sizeof summary;
        REQUIRE(tp_dossier_from_json(line, size, &dossier, NULL) == TP_OK);
        REQUIRE(tp_check(engine, dossier, &summary, &result, NULL) == TP_OK);
        REQUIRE(tp_result_json(result, NULL, &typed, NULL) == TP_OK);
        REQUIRE(verdict == summary.verdict);
        REQUIRE(tp_text_len(json) == tp_text_len(typed));
        REQUIRE(memcmp(tp_text_data(json), tp_text_data(typed), tp_text_len(json)) == 0);
        puts(tp_text_data(json));

        tp_text_free(json);
        tp_text_free(typed);
        tp_result_free(result);
        tp_dossier_free(dossier);
        line = end + 1;
    }
    tp_engine_free(engine);
    free(all);
    return 0;
}
