#!/usr/bin/env bash
# install.sh BUILT PREFIX [LIBDIR]      copies header, libraries, pkg-config and CMake files, schemas and pages to a prefix
# install.sh --uninstall PREFIX [LIBDIR] takes away what it copied, and nothing else
#
# LIBDIR is below PREFIX, `lib` where it is not said (lib64, lib/x86_64-linux-gnu). DESTDIR stands before every path, for packages.
#
#   cargo build --release -p tierspayant-capi && bindings/c/install.sh target/release /usr/local
set -euo pipefail
if [ $# -lt 2 ] || [ $# -gt 3 ]; then sed -n '2,/^#$/s/^# //p' "$0" >&2; exit 64; fi
built=$1 prefix=$2 libdir=${3:-lib} to=${DESTDIR:-}$2
root=$(cd "$(dirname "$0")/../.." && pwd)
value() { sed -n "s/^#define $1 //p" "$root/include/tierspayant.h" | cut -d' ' -f1; }
version=$(value TP_VERSION_MAJOR).$(value TP_VERSION_MINOR).$(value TP_VERSION_PATCH)
abi=$(value TP_ABI_MAJOR)
lib=$to/$libdir cmake=$to/$libdir/cmake/tierspayant share=$to/share/tierspayant doc=$to/share/doc/tierspayant
# Each links to none but the others.
pages=(format errors facts columns tables triage conventions glossary serve)

if [ "$built" = --uninstall ]; then
  rm -f "$to"/include/tierspayant.{h,hpp} "$lib"/libtierspayant.so{,".$abi",".$abi.$version"} "$lib/libtierspayant.a" \
    "$lib"/libtierspayant{,".$abi",".$abi.$version"}.dylib \
    "$lib/pkgconfig/tierspayant.pc" "$cmake"/tierspayantConfig{,Version}.cmake
  for page in "${pages[@]}"; do rm -f "$doc/$page.md"; done
  for schema in "$root"/docs/schema/*.json; do rm -f "$share/schema/${schema##*/}"; done
  rmdir -p --ignore-fail-on-non-empty "$cmake" "$lib/pkgconfig" "$doc" "$share/schema" 2> /dev/null || true
  exit
fi

end=so; [ ! -e "$built/libtierspayant.dylib" ] || end=dylib
for library in "$built/libtierspayant."{"$end",a}; do
  # Before anything is copied: half an install is worse than none.
  [ -f "$library" ] || { echo "$library is not there: nothing was installed" >&2; exit 66; }
done

# From the folder of the libraries back to the prefix.
up=$(sed -E 's#[^/]+#..#g' <<< "$libdir")
# What the static library needs is said as Linux names it.
needs=(); [ $end = so ] || needs=(-e "s#-lgcc_s.*#-lSystem -lc -lm#" -e "s#gcc_s;.*;c#System;c;m#")
fill() { sed -e "s#libtierspayant.so#libtierspayant.$end#" "${needs[@]}" -e "s#@VERSION@#$version#" -e "s#@UP@#$up#" -e "s#@LIBDIR@#$libdir#" -e "s#@ABI@#$abi#" "$root/bindings/c/packaging/$1"; }
install -d "$to/include" "$lib/pkgconfig" "$cmake" "$doc" "$share/schema"
install -m 644 "$root/include/tierspayant.h" "$root/bindings/c/include/tierspayant.hpp" "$to/include"
if [ "$end" = dylib ]; then names=(libtierspayant{".$abi.$version",".$abi",}.dylib)
else names=(libtierspayant.so{".$abi.$version",".$abi",}); fi
install -m 755 "$built/${names[2]}" "$lib/${names[0]}"
ln -sf "${names[0]}" "$lib/${names[1]}"
ln -sf "${names[1]}" "$lib/${names[2]}"
install -m 644 "$built/libtierspayant.a" "$lib"
fill tierspayant.pc.in > "$lib/pkgconfig/tierspayant.pc"
fill tierspayantConfig.cmake.in > "$cmake/tierspayantConfig.cmake"
fill tierspayantConfigVersion.cmake.in > "$cmake/tierspayantConfigVersion.cmake"
for page in "${pages[@]}"; do install -m 644 "$root/docs/$page.md" "$doc"; done
install -m 644 "$root"/docs/schema/*.json "$share/schema"
if [ -z "${DESTDIR:-}" ]; then
  echo "installed $version below $prefix; where a program does not find the library, run ldconfig as root, or set LD_LIBRARY_PATH to $lib" >&2
fi
