//! Structs grow between releases: clients of the first release, of this one and of the next one are all served.
#![expect(unsafe_code, reason = "structs are passed as C passes them")]

use crate::arg::{Sized32, fill, sized};
use crate::error::TP_ERROR_NEWER;
use crate::layout::{STRUCTS, all_grow};
use std::mem::MaybeUninit;

/// A struct as the next release may have it.
#[repr(C)]
#[derive(Clone, Copy)]
struct Grown<T> {
    before: T,
    more: [u32; 6],
}

// SAFETY: `repr(C)`, first such a struct, then integers.
unsafe impl<T: Sized32> Sized32 for Grown<T> {
    const NAME: &'static str = T::NAME;
    const FIRST_SIZE: usize = T::FIRST_SIZE;
}

/// What a client passes: a struct of its size, and memory after it that is none of the library's affair.
struct Memory {
    words: Vec<u64>,
    size: usize,
}

const GUARD: usize = 64;
const UNTOUCHED: u8 = 0xA5;

impl Memory {
    fn of(size: usize) -> Self {
        let mut memory = Memory {
            words: vec![0; (size + GUARD).div_ceil(8)],
            size,
        };
        memory.bytes()[..].fill(UNTOUCHED);
        let said = u32::try_from(size).unwrap();
        memory.bytes()[..4].copy_from_slice(&said.to_ne_bytes());
        memory
    }

    fn bytes(&mut self) -> &mut [u8] {
        let len = self.size + GUARD;
        unsafe { std::slice::from_raw_parts_mut(self.words.as_mut_ptr().cast(), len) }
    }
}

/// A struct whose every byte is the same.
fn full_of<T: Sized32>(byte: u8) -> T {
    let mut value = MaybeUninit::<T>::uninit();
    unsafe {
        value.as_mut_ptr().cast::<u8>().write_bytes(byte, size_of::<T>());
        value.assume_init()
    }
}

fn bytes_of<T: Sized32>(value: &T) -> Vec<u8> {
    let whole = std::ptr::from_ref(value).cast::<u8>();
    (0..size_of::<T>())
        .map(|place| unsafe { whole.add(place).read() })
        .collect()
}

/// A client that knows less than the library: what it does not have is zero, and nothing is written past its end.
fn serves_an_older_client<T: Sized32>() {
    let first = T::FIRST_SIZE;
    let mut memory = Memory::of(first);
    let read = unsafe { sized(memory.words.as_ptr().cast::<T>()) };
    let read = bytes_of(&read.ok().unwrap());
    assert_eq!(read[..first], memory.bytes()[..first], "{}", T::NAME);
    assert!(read[first..].iter().all(|byte| *byte == 0), "{}", T::NAME);

    let filled = unsafe { fill(memory.words.as_mut_ptr().cast::<T>(), &full_of::<T>(7)) };
    assert!(filled.is_ok(), "{}", T::NAME);
    let bytes = memory.bytes();
    assert_eq!(bytes[..4], u32::try_from(first).unwrap().to_ne_bytes());
    assert!(bytes[4..first].iter().all(|byte| *byte == 7), "{}", T::NAME);
    assert!(
        bytes[first..].iter().all(|byte| *byte == UNTOUCHED),
        "{}",
        T::NAME
    );
}

/// A client that knows more than the library: zeros are what the library knows, and anything else is refused.
fn serves_a_newer_client<T: Sized32>() {
    let known = size_of::<T>();
    let mut memory = Memory::of(size_of::<Grown<T>>());
    let read = |memory: &Memory| unsafe { sized(memory.words.as_ptr().cast::<T>()) };
    assert_eq!(
        read(&memory).err().map(|one| one.status()),
        Some(TP_ERROR_NEWER),
        "{}",
        T::NAME
    );
    let size = memory.size;
    memory.bytes()[known..size].fill(0);
    assert!(read(&memory).is_ok(), "{}", T::NAME);

    memory.bytes()[known..size].fill(UNTOUCHED);
    let filled = unsafe { fill(memory.words.as_mut_ptr().cast::<T>(), &full_of::<T>(7)) };
    assert!(filled.is_ok(), "{}", T::NAME);
    let bytes = memory.bytes();
    assert!(bytes[4..known].iter().all(|byte| *byte == 7), "{}", T::NAME);
    assert!(bytes[known..size].iter().all(|byte| *byte == 0), "{}", T::NAME);
    assert!(bytes[size..].iter().all(|byte| *byte == UNTOUCHED), "{}", T::NAME);
}

/// Proves of one struct that it can grow.
pub(crate) fn grows<T: Sized32>() {
    serves_an_older_client::<T>();
    serves_an_older_client::<Grown<T>>();
    serves_a_newer_client::<T>();
}

#[test]
fn every_struct_can_grow() {
    // All but the view of a text, which has no size of its own and never grows.
    assert_eq!(all_grow(), STRUCTS.len() - 1);
}
