//! A small generator of numbers: splitmix64, the same on every machine.

/// Numbers that follow from a seed.
#[derive(Clone, Copy, Debug)]
pub struct Random(u64);

impl Random {
    /// The numbers of a seed.
    pub const fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// The next number.
    pub const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit; 0 when the limit is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.number().checked_rem(limit).unwrap_or(0)
    }

    /// Yes so many times in a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list, nothing of an empty one.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        let place = self.below(u64::try_from(list.len()).ok()?);
        list.get(usize::try_from(place).ok()?).copied()
    }

    /// One of a list so many times in a hundred, nothing otherwise.
    pub fn perhaps<T: Copy>(&mut self, percent: u64, list: &[T]) -> Option<T> {
        if self.chance(percent) {
            self.pick(list)
        } else {
            None
        }
    }
}
