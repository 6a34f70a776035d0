//! The machines that an archive is made for.

/// What links for a target. All are compiled by the distribution's compiler, with a standard library made for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    /// The linker of zig, which has C libraries of other systems, and old ones of this.
    Zig,
    /// MinGW, by the prefix of its programs.
    MinGw(&'static str),
}

/// The kinds of files that a system loads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Linux,
    MacOs,
    Windows,
}

pub(super) struct Target {
    pub(super) triple: &'static str,
    /// The version of glibc that it may ask at most, for those that ask any.
    pub(super) glibc: Option<&'static str>,
    pub(super) tool: Tool,
    /// How its archive is named.
    pub(super) name: &'static str,
}

impl Target {
    pub(super) fn system(&self) -> System {
        if self.triple.contains("windows") {
            System::Windows
        } else if self.triple.contains("apple") {
            System::MacOs
        } else {
            System::Linux
        }
    }

    pub(super) fn is_windows(&self) -> bool {
        self.system() == System::Windows
    }

    pub(super) fn is_32_bits(&self) -> bool {
        self.triple.starts_with("i686")
    }

    /// The shared library, as cargo names it.
    pub(super) fn library(&self) -> &'static str {
        match self.system() {
            System::Linux => "libtierspayant.so",
            System::MacOs => "libtierspayant.dylib",
            System::Windows => "tierspayant.dll",
        }
    }

    /// The shared library, in the archive.
    pub(super) fn shipped(&self) -> String {
        let folder = if self.is_windows() { "bin" } else { "lib" };
        format!("{folder}/{}", self.library())
    }

    /// The command, as cargo names it.
    pub(super) fn command(&self) -> &'static str {
        if self.is_windows() {
            "tierspayant.exe"
        } else {
            "tierspayant"
        }
    }
}

/// Debian 10, Ubuntu 18.10, RHEL 8 and later.
const OLDEST_GLIBC: Option<&str> = Some("2.28");

const fn target(triple: &'static str, name: &'static str, tool: Tool, glibc: Option<&'static str>) -> Target {
    Target {
        triple,
        glibc,
        tool,
        name,
    }
}

/// The first macOS for processors of Apple; zig would ask for the one before the last.
pub(super) const OLDEST_MACOS: &str = "11.0";

const MINGW64: Tool = Tool::MinGw("x86_64-w64-mingw32");
const MINGW32: Tool = Tool::MinGw("i686-w64-mingw32");

/// Not shipped: layouts and clients with 32 bits are proved on it.
pub(super) const LINUX32: Target = target("i686-unknown-linux-gnu", "linux-x86", Tool::Zig, OLDEST_GLIBC);

pub(super) const TARGETS: &[Target] = &[
    target(
        "x86_64-unknown-linux-gnu",
        "linux-x86_64",
        Tool::Zig,
        OLDEST_GLIBC,
    ),
    target(
        "aarch64-unknown-linux-gnu",
        "linux-aarch64",
        Tool::Zig,
        OLDEST_GLIBC,
    ),
    target("x86_64-unknown-linux-musl", "linux-x86_64-musl", Tool::Zig, None),
    target("x86_64-pc-windows-gnu", "windows-x64", MINGW64, None),
    target("i686-pc-windows-gnu", "windows-x86", MINGW32, None),
    target("x86_64-win7-windows-gnu", "windows7-x64", MINGW64, None),
    target("i686-win7-windows-gnu", "windows7-x86", MINGW32, None),
    target("aarch64-apple-darwin", "macos-arm64", Tool::Zig, None),
    target("x86_64-apple-darwin", "macos-x64", Tool::Zig, None),
];
