/* Uses memory of the library after it was freed: what valgrind and the sanitizers must find. */
#include "common.h"

int main(void)
{
    tp_text *text;
    REQUIRE(tp_text_from_latin1("planted", 7, &text, NULL) == TP_OK);
    const char *data = tp_text_data(text);
    tp_text_free(text);
    /* Not optimised away, and not known to the compiler to be gone. */
    volatile char first = data[0];
    return first == 'p' ? 0 : 0;
}
