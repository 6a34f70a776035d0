#!/usr/bin/env bash
# pascal-rtl.sh win32|win64 SOURCES OUT: the run-time library of Free Pascal for Windows, from the distribution's sources, which
# come without the files that would build it. Run where the compiler for the processor is: win32 in the 32-bit root.
set -euo pipefail
system=$1 sources=$2 out=$3
[ -e "$out/sysutils.ppu" ] && exit 0
mkdir -p "$out"
cd "$sources/rtl/$system"
case $system in
  win32) compiler=ppc386 processor=i386 start=sysinitpas.pp ;;
  win64) compiler=ppcx64 processor=x86_64 start=sysinit.pp ;;
esac
compile() { "$compiler" -n "-T$system" -Sg -Fi../inc "-Fi../$processor" -Fi../win -Fi. -Fu"$out" -FE"$out" -FU"$out" -v0 -vw- "$@" > "$out/log" || { cat "$out/log"; exit 1; }; }
compile -Us system.pp
compile ../objpas/objpas.pp
compile "$start"
compile ../inc/fpintres.pp
# Exceptions with a text, which the binding raises.
compile -Fi../win/wininc -Fi../objpas/sysutils -Fi../objpas -Fu../win -Fu../objpas -Fu../inc ../win/sysutils.pp
