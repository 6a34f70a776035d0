/* Calls every symbol of a list with nothing but zeros and NULL, in a library loaded at run time.
 *
 * walk LIBRARY SYMBOLS          every call comes back
 * walk LIBRARY SYMBOLS forced   every call goes through the guard exactly once, panics inside it, and comes back;
 *                               functions that can fail say TP_ERROR_PANIC */
#define _POSIX_C_SOURCE 200809L
#include "common.h"
#include <dlfcn.h>

typedef intptr_t (*any)(intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t);
typedef void (*force)(int32_t);
typedef uint32_t (*count)(void);

static void *symbol(void *library, const char *name)
{
    void *found = dlsym(library, name);
    if (found == NULL) {
        fprintf(stderr, "%s: not exported\n", name);
        exit(1);
    }
    return found;
}

static int ends(const char *name, const char *with)
{
    size_t len = strlen(name), end = strlen(with);
    return len >= end && strcmp(name + len - end, with) == 0;
}

/* Whether a function gives a status, and not a count, a version, a text or nothing. */
static int is_status(const char *name)
{
    static const char *const others[] = {"_free", "_count", "_len", "_size", "_version", "tp_version_text",
                                         "tp_status_text", "tp_text_data", "tp_error_code", "tp_error_place",
                                         "tp_error_message", "tp_abi_check"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (ends(name, others[i])) {
            return 0;
        }
    }
    return 1;
}

int main(int argc, char **argv)
{
    REQUIRE(argc == 3 || argc == 4);
    void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    int forced = argc == 4;
    force arm = NULL;
    count guarded = NULL;
    if (forced) {
        *(void **)&arm = symbol(library, "tp_test_force_panic");
        *(void **)&guarded = symbol(library, "tp_test_guarded_calls");
        arm(1);
    } else {
        REQUIRE(dlsym(library, "tp_test_force_panic") == NULL);
        REQUIRE(dlsym(library, "tp_test_guarded_calls") == NULL);
    }
    size_t len;
    char *names = read_file(argv[2], &len);
    int calls = 0;
    for (char *name = strtok(names, "\n"); name != NULL; name = strtok(NULL, "\n")) {
        any call;
        *(void **)&call = symbol(library, name);
        uint32_t before = forced ? guarded() : 0;
        int32_t status = (int32_t)call(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        if (forced) {
            REQUIRE(guarded() == before + 1);
            if (is_status(name)) {
                REQUIRE(status == TP_ERROR_PANIC);
            }
        }
        calls++;
    }
    if (forced) {
        arm(0);
    }
    free(names);
    printf("%d\n", calls);
    return 0;
}
