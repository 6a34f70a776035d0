//! Names the shared library by the major version of its ABI, so that a host never loads another one.

use std::env::var;

/// The same number as `TP_ABI_MAJOR`, which a test compares.
const ABI_MAJOR: u32 = 0;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=TP_ABI_MAJOR_OF_BUILD={ABI_MAJOR}");
    match var("CARGO_CFG_TARGET_OS").as_deref() {
        Ok("linux" | "freebsd" | "android") => {
            println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libtierspayant.so.{ABI_MAJOR}");
        }
        Ok("macos") => {
            println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libtierspayant.{ABI_MAJOR}.dylib");
        }
        _ => {}
    }
}
