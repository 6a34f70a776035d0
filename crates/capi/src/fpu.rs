//! Floating-point traps, kept away from the library.
//!
//! Delphi and Free Pascal hosts run with them on: a number such as `1e999` in a document would end their process in
//! a trap that no guard can catch. They are masked while a call lasts, and the host finds its own settings after it.
#![cfg_attr(
    all(any(target_arch = "x86", target_arch = "x86_64"), not(miri)),
    expect(unsafe_code, reason = "the control words are only reached by instructions")
)]

#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), not(miri)))]
mod imp {
    use core::arch::asm;

    /// Bits 7 to 12 of MXCSR mask the six exceptions of SSE; bits 0 to 5 of the x87 control word those of the x87.
    const SSE_MASKED: u32 = 0x1f80;
    const SSE_FLAGS: u32 = 0x3f;
    const X87_MASKED: u16 = 0x3f;

    /// The settings of the host, put back when it is dropped.
    pub(crate) struct Masked {
        sse: u32,
        x87: u16,
        changed: bool,
    }

    impl Masked {
        /// Masks every floating-point exception. A host that masks them already pays for two reads.
        pub(crate) fn new() -> Self {
            let mut sse: u32 = 0;
            let mut x87: u16 = 0;
            // SAFETY: both instructions only write the two words that they are given.
            unsafe {
                asm!("stmxcsr [{}]", in(reg) &raw mut sse, options(nostack, preserves_flags));
                asm!("fnstcw [{}]", in(reg) &raw mut x87, options(nostack, preserves_flags));
            }
            let unmasked = (!sse & SSE_MASKED) | u32::from(!x87 & X87_MASKED);
            let changed = unmasked != 0;
            if changed {
                // SAFETY: masking exceptions is always allowed.
                unsafe { load((sse | SSE_MASKED) & !SSE_FLAGS, x87 | X87_MASKED) };
            }
            Masked { sse, x87, changed }
        }
    }

    impl Drop for Masked {
        fn drop(&mut self) {
            if self.changed {
                // SAFETY: these are the settings found on entry. Flags are cleared first, or the host would trap now.
                unsafe { load(self.sse & !SSE_FLAGS, self.x87) };
            }
        }
    }

    /// Loads both control words.
    ///
    /// # Safety
    ///
    /// The words must be valid ones: nothing is reserved in them.
    unsafe fn load(sse: u32, x87: u16) {
        // SAFETY: the caller's promise; the instructions only read the two words. No operation can be pending on the
        // x87 stack between two functions of the C calling convention.
        unsafe {
            asm!("fnclex", "fldcw [{}]", in(reg) &raw const x87, options(nostack));
            asm!("ldmxcsr [{}]", in(reg) &raw const sse, options(nostack));
        }
    }
}

#[cfg(not(all(any(target_arch = "x86", target_arch = "x86_64"), not(miri))))]
mod imp {
    /// Nothing to mask: hosts on other processors do not trap, and Miri has no such instructions.
    pub(crate) struct Masked;

    impl Masked {
        pub(crate) fn new() -> Self {
            Masked
        }
    }

    impl Drop for Masked {
        fn drop(&mut self) {}
    }
}

pub(crate) use imp::Masked;
