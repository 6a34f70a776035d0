#!/usr/bin/env bash
# pascal-rtl.sh OUT: the run-time library of Free Pascal for 32-bit Windows, from the distribution's sources, which
# come without the files that would build it. Run in the 32-bit root.
set -euo pipefail
out=$1
[ -e "$out/sysutils.ppu" ] && exit 0
mkdir -p "$out"
cd /usr/share/fpcsrc/3.2.2/rtl/win32
compile() { ppc386 -n -Twin32 -Fi../inc -Fi../i386 -Fi../win -Fi. -Fu"$out" -FE"$out" -FU"$out" -v0e -vw- "$@"; }
compile -Us system.pp
compile ../objpas/objpas.pp
compile sysinitpas.pp
compile ../inc/fpintres.pp
# Exceptions with a text, which the binding raises.
compile -Fi../win/wininc -Fi../objpas/sysutils -Fi../objpas -Fu../win -Fu../objpas -Fu../inc ../win/sysutils.pp
