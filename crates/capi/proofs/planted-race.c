/* A race: two threads write to one number. What looks for races must find it. */
#include "common.h"
#include <pthread.h>

static long number;

static void *count_up(void *unused)
{
    (void)unused;
    for (int i = 0; i < 1000; i++) {
        number += tp_version() != 0;
    }
    return NULL;
}

int main(void)
{
    pthread_t one, other;
    REQUIRE(pthread_create(&one, NULL, count_up, NULL) == 0);
    REQUIRE(pthread_create(&other, NULL, count_up, NULL) == 0);
    REQUIRE(pthread_join(one, NULL) == 0);
    REQUIRE(pthread_join(other, NULL) == 0);
    return number == 0;
}
