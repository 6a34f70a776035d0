//! A card buffer whose frame is right: the fuzzer chooses groups and fields instead of losing its time on lengths.
#![no_main]

use tierspayant_readers::Format;
use tierspayant_readers::test_cards::TestCard;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut card = TestCard::default();
    for group in bytes.split(|byte| *byte == 0xff) {
        let Some((number, rest)) = group.split_first() else {
            continue;
        };
        let fields: Vec<String> = rest
            .split(|byte| *byte == 0xfe)
            .map(|field| field.iter().take(120).map(|byte| char::from(*byte)).collect())
            .collect();
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        card = card.group(101 + u16::from(number % 12), &fields);
    }
    tierspayant_fuzz::reader(Format::Ssv, &card.encode());
});
