/* A server that forks while other threads of it ask the same engine: no child waits for a lock that nobody holds there.
 *
 * fork DOSSIERS CHILDREN */
#define _GNU_SOURCE
#include "common.h"
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 4, SECONDS = 20 };

static tp_engine *engine;
static char *line;
static volatile int stop;

static void *ask(void *unused)
{
    (void)unused;
    while (!stop) {
        tp_text *text;
        REQUIRE(tp_check_json(engine, line, strlen(line), NULL, NULL, &text, NULL) == TP_OK);
        tp_text_free(text);
    }
    return NULL;
}

int main(int argc, char **argv)
{
    REQUIRE(argc == 3);
    size_t len;
    char *all = read_file(argv[1], &len);
    line = strtok(all, "\n");
    int children = atoi(argv[2]), hung = 0, wrong = 0;
    REQUIRE(tp_engine_new(&engine, NULL) == TP_OK);
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        REQUIRE(pthread_create(&threads[i], NULL, ask, NULL) == 0);
    }
    for (int i = 0; i < children; i++) {
        pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            alarm(SECONDS);
            tp_text *text;
            tp_engine *own;
            int status = tp_check_json(engine, line, strlen(line), NULL, NULL, &text, NULL);
            status |= tp_engine_new(&own, NULL);
            _exit(status == TP_OK ? 0 : 1);
        }
        int status;
        REQUIRE(waitpid(child, &status, 0) == child);
        hung += WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
        wrong += !WIFSIGNALED(status) && WEXITSTATUS(status) != 0;
    }
    stop = 1;
    for (int i = 0; i < THREADS; i++) {
        REQUIRE(pthread_join(threads[i], NULL) == 0);
    }
    tp_engine_free(engine);
    free(all);
    printf("%d\n", children);
    if (hung + wrong > 0) {
        fprintf(stderr, "%d children hung, %d failed\n", hung, wrong);
        return 1;
    }
    return 0;
}
