//! A file as it is, or its records, one a line, between a right head and a right end: the fuzzer chooses records instead of losing its time on lengths.
#![no_main]

use tierspayant_returns::b2::encode::TestClaims;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"000") {
        return tierspayant_fuzz::b2(bytes);
    }
    let Some((layout, records)) = bytes.split_first() else {
        return;
    };
    let mut file = if layout % 2 == 0 {
        TestClaims::professional()
    } else {
        TestClaims::establishment()
    };
    for record in records.split(|byte| *byte == b'\n') {
        let text: String = record
            .iter()
            .take(128)
            .map(|byte| char::from(byte % 128))
            .collect();
        let kind = text.get(..1).unwrap_or_default();
        file = file.record(kind, &[(1, &text)]);
    }
    tierspayant_fuzz::b2(&file.encode());
});
