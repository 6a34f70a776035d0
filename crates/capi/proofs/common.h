/* What the proofs share. */
#ifndef TP_PROOFS_COMMON_H
#define TP_PROOFS_COMMON_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tierspayant.h>

#define REQUIRE(what)                                                                  \
    do {                                                                               \
        if (!(what)) {                                                                 \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what);         \
            exit(1);                                                                   \
        }                                                                              \
    } while (0)

/* The bytes of a file, with a NUL after them. */
static inline char *read_file(const char *path, size_t *len)
{
    FILE *in = fopen(path, "rb");
    REQUIRE(in != NULL);
    REQUIRE(fseek(in, 0, SEEK_END) == 0);
    long size = ftell(in);
    REQUIRE(size >= 0);
    rewind(in);
    char *bytes = malloc((size_t)size + 1);
    REQUIRE(bytes != NULL);
    *len = fread(bytes, 1, (size_t)size, in);
    bytes[*len] = 0;
    fclose(in);
    return bytes;
}

/* The view of a text that ends with NUL. */
static inline tp_str view(const char *text)
{
    tp_str view = {text, strlen(text)};
    return view;
}

#endif
