//! Text as cards and services write it: Latin-1 bytes, blanks for padding, zeros for "nothing".

/// Decodes Latin-1 (ISO 8859-1), where each byte is the code point of the same number.
pub(crate) fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// Decodes a field of a card and takes the padding off both ends.
pub(crate) fn field_text(bytes: &[u8]) -> String {
    trim(&latin1(bytes)).to_owned()
}

/// Takes white space, no-break spaces and control characters (NUL padding among them) off both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control())
}

/// Whether the text holds nothing once its padding is off.
pub(crate) fn is_blank(text: &str) -> bool {
    trim(text).is_empty()
}

/// Whether the text holds zeros and nothing else: the way a card and a service write "no value" in numeric fields.
pub(crate) fn is_zeros(text: &str) -> bool {
    let text = trim(text);
    !text.is_empty() && text.bytes().all(|byte| byte == b'0')
}

/// The text without its padding, or nothing when it is blank.
pub(crate) fn filled(text: &str) -> Option<&str> {
    let text = trim(text);
    if text.is_empty() { None } else { Some(text) }
}

/// The text without its padding, or nothing when it is blank or only zeros.
pub(crate) fn filled_not_zeros(text: &str) -> Option<&str> {
    filled(text).filter(|text| !is_zeros(text))
}
