//! Which bytes of a text stand for themselves in JSON, found eight at a time.

/// How many bytes of a text stand for themselves: up to a quote, a backslash or a control character.
pub(crate) fn plain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    // The lowest marked byte is the first that does not stand for itself.
    while let Some((eight, after)) = rest.split_first_chunk() {
        let marked = marked(u64::from_le_bytes(*eight));
        if marked != 0 {
            let before = usize::try_from(marked.trailing_zeros() / 8).unwrap_or(0);
            return (bytes.len() - rest.len()) + before;
        }
        rest = after;
    }
    let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    let before = rest.iter().position(stops).unwrap_or(rest.len());
    (bytes.len() - rest.len()) + before
}

/// Eight bytes with a mark in the highest bit of each quote, backslash or control character; those above the lowest
/// mark may be wrong.
const fn marked(eight: u64) -> u64 {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    const HIGHEST: u64 = EACH << 7;
    let quotes = eight ^ (EACH * b'"' as u64);
    let backslashes = eight ^ (EACH * b'\\' as u64);
    let controls = eight.wrapping_sub(EACH * 0x20) & !eight;
    ((quotes.wrapping_sub(EACH) & !quotes) | (backslashes.wrapping_sub(EACH) & !backslashes) | controls)
        & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn every_byte_at_every_place() {
        for other in 0..=u8::MAX {
            let stands = !matches!(other, b'"' | b'\\' | 0..=0x1f);
            for length in 0..20 {
                for place in 0..length {
                    let mut text = vec![b'a'; length];
                    text[place] = other;
                    assert_eq!(plain(&text), if stands { length } else { place });
                    text[length - 1] = b'"';
                    let first = if stands { length - 1 } else { place };
                    assert_eq!(plain(&text), first, "{other} at {place} of {length}");
                }
            }
        }
    }
}
