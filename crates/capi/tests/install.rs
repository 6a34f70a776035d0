//! `bindings/c/install.sh`: what it copies it takes away again, and it copies all or nothing.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with a library in it as far as the script looks, and an empty one beside it, both gone at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(place.join("built")).unwrap();
        for file in ["libtierspayant.so", "libtierspayant.a"] {
            fs::write(place.join("built").join(file), file).unwrap();
        }
        Place(place)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new("bash")
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../bindings/c/install.sh"
            ))
            .args(arguments)
            .env("DESTDIR", self.0.join("root"))
            .current_dir(&self.0)
            .output()
            .unwrap()
    }

    /// Every file and link below the folder that is installed to.
    fn files(&self) -> Vec<String> {
        let (mut files, mut folders) = (Vec::new(), vec![self.0.join("root")]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                match entry.file_type().unwrap().is_dir() {
                    true => folders.push(entry.path()),
                    false => files.push(entry.path().strip_prefix(&self.0).unwrap().display().to_string()),
                }
            }
        }
        files.sort();
        files
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_is_installed_is_taken_away_and_nothing_else() {
    for libdir in ["lib", "lib64", "lib/x86_64-linux-gnu"] {
        let place = Place::new("install whole");
        let other = place.0.join("root/usr/include/other.h");
        fs::create_dir_all(other.parent().unwrap()).unwrap();
        fs::write(&other, "").unwrap();
        assert!(place.run(&["built", "/usr", libdir]).status.success());
        let files = place.files();
        for wanted in [
            "libtierspayant.so",
            "libtierspayant.a",
            "pkgconfig/tierspayant.pc",
        ] {
            let wanted = format!("root/usr/{libdir}/{wanted}");
            assert!(files.contains(&wanted), "{wanted} among {files:?}");
        }
        assert!(place.run(&["--uninstall", "/usr", libdir]).status.success());
        assert_eq!(place.files(), ["root/usr/include/other.h"]);
    }
}

#[test]
fn where_a_library_is_missing_nothing_is_installed() {
    let place = Place::new("install half");
    fs::remove_file(place.0.join("built/libtierspayant.a")).unwrap();
    let output = place.run(&["built", "/usr"]);
    assert_eq!(output.status.code(), Some(66));
    assert!(String::from_utf8_lossy(&output.stderr).contains("libtierspayant.a is not there"));
    assert_eq!(place.files(), [""; 0]);
}

#[test]
fn without_its_arguments_it_says_what_they_are() {
    let place = Place::new("install how");
    for arguments in [&[][..], &["built"], &["--uninstall"], &["a", "b", "c", "d"]] {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("install.sh BUILT PREFIX"));
    }
    assert_eq!(place.files(), [""; 0]);
}
