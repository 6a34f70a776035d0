#![no_main]

use tierspayant_readers::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tierspayant_fuzz::reader(Format::LectureVitale, bytes));
