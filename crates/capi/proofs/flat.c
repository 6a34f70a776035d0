/* A host that cannot call C: it loads the library at run time, finds the flat functions by their plain names, and calls
 * them as stdcall on 32-bit Windows. Prints the French page, from UTF-8; the same in Windows-1252 and UTF-16 is compared.
 *
 * flat LIBRARY CARD ADRI CLAIM MOMENT */
#ifdef _WIN32
#include <windows.h>
#endif
#include "common.h"
#include <tierspayant_flat.h>

#ifdef _WIN32
static void *find(const char *library, const char *name)
{
    HMODULE module = LoadLibraryA(library);
    REQUIRE(module != NULL);
    return (void *)GetProcAddress(module, name);
}
#else
#include <dlfcn.h>
static void *find(const char *library, const char *name)
{
    void *module = dlopen(library, RTLD_NOW);
    REQUIRE(module != NULL);
    return dlsym(module, name);
}
#endif

static int32_t(TPW_CALL *open_)(int32_t, int32_t);
static int32_t(TPW_CALL *close_)(int32_t);
static int32_t(TPW_CALL *read_)(int32_t, int32_t, const void *, int32_t, const void *);
static int32_t(TPW_CALL *check_claim)(int32_t, const void *, int32_t *);
static int32_t(TPW_CALL *take)(int32_t, int32_t, void *, int32_t, int32_t *);

#define FIND(pointer, name)                                        \
    do {                                                           \
        void *found = find(argv[1], name);                         \
        REQUIRE(found != NULL);                                    \
        memcpy(&(pointer), &found, sizeof found);                  \
    } while (0)

/* A text of ASCII as 16-bit units. */
static uint16_t *wide(const char *text)
{
    size_t len = strlen(text) + 1;
    uint16_t *units = malloc(len * sizeof *units);
    REQUIRE(units != NULL);
    for (size_t i = 0; i < len; i++) {
        units[i] = (unsigned char)text[i];
    }
    return units;
}

/* The page, in the encoding of a session: how many units, without the 0. */
static void *page(int32_t encoding, char **argv, int32_t *units)
{
    int32_t session = open_(encoding, TP_LANG_FR), verdict = -1;
    REQUIRE(session > 0);
    size_t len;
    char *claim = read_file(argv[4], &len);
    const void *given = claim, *moment = argv[5];
    if (encoding == TPW_UTF16) {
        given = wide(claim);
        moment = wide(argv[5]);
    }
    static const int32_t formats[] = {TP_FORMAT_SSV, TP_FORMAT_ADRI_JSON};
    for (int i = 0; i < 2; i++) {
        char *bytes = read_file(argv[2 + i], &len);
        REQUIRE(read_(session, formats[i], bytes, (int32_t)len, moment) == TP_OK);
        free(bytes);
    }
    REQUIRE(check_claim(session, given, &verdict) == TP_OK);
    REQUIRE(verdict == TP_VERDICT_NOT_BILLABLE);
    int32_t needed = 0;
    REQUIRE(take(session, TPW_PAGE, NULL, 0, &needed) == TP_ERROR_BUFFER && needed > 100);
    void *text = malloc((size_t)needed * 2);
    REQUIRE(text != NULL && take(session, TPW_PAGE, text, needed, NULL) == TP_OK);
    REQUIRE(close_(session) == TP_OK && close_(session) == TP_ERROR_HANDLE);
    *units = needed - 1;
    return text;
}

int main(int argc, char **argv)
{
    REQUIRE(argc == 6);
    FIND(open_, "tpw_open");
    FIND(close_, "tpw_close");
    FIND(read_, "tpw_read");
    FIND(check_claim, "tpw_check_claim");
    FIND(take, "tpw_take");
    int32_t utf8_len, narrow_len, wide_len, characters = 0;
    unsigned char *utf8 = page(TPW_UTF8, argv, &utf8_len);
    unsigned char *narrow = page(TPW_CP1252, argv, &narrow_len);
    uint16_t *units = page(TPW_UTF16, argv, &wide_len);
    for (int32_t i = 0; i < utf8_len; i++) {
        characters += (utf8[i] & 0xc0) != 0x80;
    }
    REQUIRE(narrow_len == characters && wide_len == characters);
    /* The apostrophe of every French sentence, an accent, and no question mark. */
    REQUIRE(memchr(narrow, 0x92, (size_t)narrow_len) != NULL && memchr(narrow, 0xc0, (size_t)narrow_len) != NULL);
    REQUIRE(memchr(narrow, '?', (size_t)narrow_len) == NULL);
    int apostrophes = 0;
    for (int32_t i = 0; i < wide_len; i++) {
        apostrophes += units[i] == 0x2019;
    }
    REQUIRE(apostrophes > 0);
    printf("%s", (const char *)utf8);
    free(utf8);
    free(narrow);
    free(units);
    return 0;
}
