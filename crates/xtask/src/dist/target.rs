//! The machines that an archive is made for.

/// What builds a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    /// The compiler in use, linked against an old C library.
    Host,
    /// The distribution's compiler with a sysroot of its own, linked in the same way.
    Linked,
    /// The distribution's compiler with a sysroot, and MinGW.
    MinGw(&'static str),
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
    pub(super) fn is_windows(&self) -> bool {
        self.triple.contains("windows")
    }

    pub(super) fn is_32_bits(&self) -> bool {
        self.triple.starts_with("i686")
    }
}

/// Debian 10, Ubuntu 18.10, RHEL 8 and later.
const OLDEST_GLIBC: Option<&str> = Some("2.28");

pub(super) const TARGETS: &[Target] = &[
    Target {
        triple: "x86_64-unknown-linux-gnu",
        glibc: OLDEST_GLIBC,
        tool: Tool::Host,
        name: "linux-x86_64",
    },
    Target {
        triple: "aarch64-unknown-linux-gnu",
        glibc: OLDEST_GLIBC,
        tool: Tool::Linked,
        name: "linux-aarch64",
    },
    Target {
        triple: "x86_64-unknown-linux-musl",
        glibc: None,
        tool: Tool::Linked,
        name: "linux-x86_64-musl",
    },
    Target {
        triple: "x86_64-pc-windows-gnu",
        glibc: None,
        tool: Tool::MinGw("x86_64-w64-mingw32"),
        name: "windows-x64",
    },
    Target {
        triple: "i686-pc-windows-gnu",
        glibc: None,
        tool: Tool::MinGw("i686-w64-mingw32"),
        name: "windows-x86",
    },
    Target {
        triple: "x86_64-win7-windows-gnu",
        glibc: None,
        tool: Tool::MinGw("x86_64-w64-mingw32"),
        name: "windows7-x64",
    },
    Target {
        triple: "i686-win7-windows-gnu",
        glibc: None,
        tool: Tool::MinGw("i686-w64-mingw32"),
        name: "windows7-x86",
    },
];
