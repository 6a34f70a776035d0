#!/usr/bin/env bash
# install.sh BUILT PREFIX: copies header, libraries, pkg-config and CMake files from a folder of cargo to a prefix.
#
# cargo build --release -p tierspayant-capi && bindings/c/install.sh target/release /usr/local
set -euo pipefail
built=$1 prefix=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
value() { sed -n "s/^#define $1 //p" "$root/include/tierspayant.h" | cut -d' ' -f1; }
version=$(value TP_VERSION_MAJOR).$(value TP_VERSION_MINOR).$(value TP_VERSION_PATCH)
abi=$(value TP_ABI_MAJOR)
install -d "$prefix/include" "$prefix/lib/pkgconfig" "$prefix/lib/cmake/tierspayant"
install -m 644 "$root/include/tierspayant.h" "$root/bindings/c/include/tierspayant.hpp" "$prefix/include"
install -m 755 "$built/libtierspayant.so" "$prefix/lib/libtierspayant.so.$abi.$version"
ln -sf "libtierspayant.so.$abi.$version" "$prefix/lib/libtierspayant.so.$abi"
ln -sf "libtierspayant.so.$abi" "$prefix/lib/libtierspayant.so"
install -m 644 "$built/libtierspayant.a" "$prefix/lib"
sed "s/@VERSION@/$version/" "$root/bindings/c/packaging/tierspayant.pc.in" > "$prefix/lib/pkgconfig/tierspayant.pc"
install -m 644 "$root/bindings/c/packaging/tierspayantConfig.cmake" "$prefix/lib/cmake/tierspayant"
sed "s/@VERSION@/$version/" "$root/bindings/c/packaging/tierspayantConfigVersion.cmake.in" \
  > "$prefix/lib/cmake/tierspayant/tierspayantConfigVersion.cmake"
