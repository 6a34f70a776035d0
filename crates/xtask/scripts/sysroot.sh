#!/usr/bin/env bash
# sysroot.sh OUT TARGET...: the standard library for targets that the distribution's compiler has no build of.
#
# Compiler and library sources must be of the same release, so both are those of the distribution. i686 on Windows
# registers its unwind tables through two start-up objects, which are not part of the library build.
set -euo pipefail
out=$(realpath -m "$1"); shift
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$out/.build"
unset CARGO_ENCODED_RUSTFLAGS RUSTUP_TOOLCHAIN CARGO
src=$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library
# No folder of this machine stays in what is shipped. What is shipped is optimised as a whole and for size, the standard library
# with it: it holds what link-time optimisation reads.
flags="-Cembed-bitcode=yes --remap-path-prefix=$src=/rustc/library --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$out=/sysroot"
stamp="$(/usr/bin/rustc -V), paths remapped, small, no backtraces"
dummy=$out/.dummy
for target in "$@"; do
  lib=$out/lib/rustlib/$target/lib
  if [ "$(cat "$lib/.stamp" 2>/dev/null)" = "$stamp" ]; then continue; fi
  case $target in
    wasm32-*) export RUSTFLAGS="$flags -Copt-level=z -Zlocation-detail=none -Zfmt-debug=none" ;;
    *) export RUSTFLAGS="$flags -Copt-level=s" ;;
  esac
  rm -rf "$lib"; mkdir -p "$lib" "$dummy/src"; : > "$dummy/src/lib.rs"
  printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' > "$dummy/Cargo.toml"
  /usr/bin/cargo build --quiet --release --manifest-path "$dummy/Cargo.toml" \
    -Zbuild-std=std,panic_unwind -Zbuild-std-features=panic-unwind,optimize_for_size --target "$target"
  find "$CARGO_TARGET_DIR/$target/release/deps" -name '*.rlib' ! -name 'libnothing*' -exec cp -t "$lib" {} +
  case $target in *-windows-gnu)
    for object in rsbegin rsend; do
      /usr/bin/rustc --target "$target" --emit=obj -O -o "$lib/$object.o" "$src/rtstartup/$object.rs"
    done ;;
  esac
  rm -rf "$out/.build" "$dummy"
  echo "$stamp" > "$lib/.stamp"
done
