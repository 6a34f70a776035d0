//! Nothing that comes from the input is markup.

use super::escaped;
use proptest::prelude::*;

#[test]
fn signs_of_markup() {
    assert_eq!(
        escaped("<script>alert('x') & \"y\"</script>"),
        "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;"
    );
}

#[test]
fn what_neither_html_nor_xml_may_hold() {
    assert_eq!(
        escaped("a\u{0}b\u{1b}c\u{7f}d\u{ffff}e\u{85}"),
        "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}"
    );
    assert_eq!(escaped("\u{202e}txt\u{2066}"), "\u{fffd}txt\u{fffd}");
    assert_eq!(escaped("a\tb\nc"), "a b c");
}

proptest! {
    #[test]
    fn no_character_is_lost(text in "[a-zA-Z<>&\"' éà€✗]{0,40}") {
        let found = escaped(&text);
        prop_assert!(!found.contains(['<', '>', '"', '\'']));
        let back = found
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
        prop_assert_eq!(back, text);
    }
}
