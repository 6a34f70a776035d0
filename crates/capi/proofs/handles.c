/* Pointers to the wrong object, freed twice or used once freed: told, as far as memory can tell, and nothing breaks.
 * Not for valgrind or a sanitizer: it does what they are there to find. */
#include "common.h"

int main(void)
{
    tp_engine *engine;
    tp_dossier *dossier;
    tp_text *text, *out;
    tp_error *error;
    static const char claim[] = "{\"care_date\":\"2026-11-20\",\"lines\":[{\"id\":\"1\"}]}";
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    REQUIRE(tp_dossier_from_claim_json(claim, sizeof claim - 1, &dossier, NULL) == TP_OK);
    REQUIRE(tp_text_from_cp1252("a", 1, &text, NULL) == TP_OK);

    /* Engine and dossier swapped. */
    tp_summary summary = {0};
    summary.size = sizeof summary;
    REQUIRE(tp_check((tp_engine *)(void *)dossier, (tp_dossier *)(void *)engine, &summary, NULL, &error) == TP_ERROR_HANDLE);
    REQUIRE(strcmp(tp_error_place(error), "engine") == 0 && strcmp(tp_error_code(error), "TP-C-014") == 0);
    REQUIRE(summary.verdict == TP_VERDICT_UNDETERMINED);
    /* Freed as another kind: nothing is freed. */
    tp_text_free((tp_text *)(void *)dossier);
    tp_engine_free((tp_engine *)(void *)text);
    tp_error_free((tp_error *)(void *)engine);
    REQUIRE(tp_text_len(text) == 1 && tp_text_len((tp_text *)(void *)error) == 0);
    REQUIRE(tp_check(engine, dossier, &summary, NULL, NULL) == TP_OK);
    tp_error_free(error);

    /* Used once freed, and freed twice. */
    tp_dossier *volatile gone = dossier;
    tp_dossier_free(gone);
    REQUIRE(tp_dossier_rights_json(gone, &out, NULL) == TP_ERROR_HANDLE && out == NULL);
    tp_dossier_free(gone);
    tp_engine *volatile closed = engine;
    tp_engine_free(closed);
    tp_engine_free(closed);
    REQUIRE(tp_check_json(closed, claim, sizeof claim - 1, NULL, NULL, &out, NULL) == TP_ERROR_HANDLE);
    tp_text_free(text);
    printf("10\n");
    return 0;
}
