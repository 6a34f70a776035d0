/* Many threads on one engine: every one answers every dossier, and the answers are those of one thread. Then threads
 * that change and ask one dossier at once, which is a fault of the host: each call succeeds or says that it is busy.
 *
 * threads DOSSIERS [asking]   leaves the second part out: helgrind does not know the locks of Rust */
#include "common.h"
#include <pthread.h>

enum { THREADS = 8, MOST = 4096, ROUNDS = 2000 };

static tp_engine *engine;
static tp_dossier *shared;
static char *lines[MOST];
static char *answers[MOST];
static int count;

static char *answer(const char *line)
{
    tp_text *text;
    REQUIRE(tp_check_json(engine, line, strlen(line), NULL, NULL, &text, NULL) == TP_OK);
    char *copy = malloc(tp_text_len(text) + 1);
    REQUIRE(copy != NULL);
    memcpy(copy, tp_text_data(text), tp_text_len(text) + 1);
    tp_text_free(text);
    return copy;
}

static void *ask_all(void *start)
{
    int from = *(const int *)start;
    for (int i = 0; i < count; i++) {
        int place = (i + from) % count;
        char *mine = answer(lines[place]);
        REQUIRE(strcmp(mine, answers[place]) == 0);
        free(mine);
    }
    return NULL;
}

static void *quarrel(void *number)
{
    int one = *(const int *)number;
    for (int i = 0; i < ROUNDS; i++) {
        int32_t status;
        if (one % 2 == 0) {
            tp_snapshot snapshot = {0};
            snapshot.size = sizeof snapshot;
            snapshot.source = TP_SOURCE_ADRI;
            status = i % 64 == 0 ? tp_dossier_clear_rights(shared, NULL)
                                 : tp_dossier_add_snapshot(shared, &snapshot, NULL, NULL);
        } else {
            tp_summary summary = {0};
            summary.size = sizeof summary;
            status = tp_check(engine, shared, &summary, NULL, NULL);
            REQUIRE(status == TP_OK || summary.verdict == TP_VERDICT_UNDETERMINED);
        }
        REQUIRE(status == TP_OK || status == TP_ERROR_BUSY);
    }
    return NULL;
}

static void run(void *(*what)(void *))
{
    pthread_t threads[THREADS];
    int numbers[THREADS];
    for (int i = 0; i < THREADS; i++) {
        numbers[i] = i * 37;
        REQUIRE(pthread_create(&threads[i], NULL, what, &numbers[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++) {
        REQUIRE(pthread_join(threads[i], NULL) == 0);
    }
}

int main(int argc, char **argv)
{
    REQUIRE(argc == 2 || argc == 3);
    size_t len;
    char *all = read_file(argv[1], &len);
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    for (char *line = strtok(all, "\n"); line != NULL && count < MOST; line = strtok(NULL, "\n")) {
        lines[count] = line;
        answers[count] = answer(line);
        count++;
    }
    run(ask_all);
    if (argc == 2) {
        REQUIRE(tp_dossier_from_json(lines[0], strlen(lines[0]), &shared, NULL) == TP_OK);
        run(quarrel);
        tp_dossier_free(shared);
    }
    for (int i = 0; i < count; i++) {
        free(answers[i]);
    }
    tp_engine_free(engine);
    free(all);
    printf("%d\n", THREADS * count);
    return 0;
}
