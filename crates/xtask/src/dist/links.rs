//! Links between the pages of an archive: files lie there in other places than in the sources.

use super::exports::below;
use std::fs;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

/// A page of the sources as it stands in an archive: its links lead to where the archive has the same files. `shipped` are
/// the files and folders of the sources that it has, and where. A link to another file is refused.
pub(super) fn moved(text: &str, page: &Path, to: &Path, shipped: &[(&str, &str)]) -> Result<String, String> {
    let mut moved = String::with_capacity(text.len());
    let mut copied = 0;
    for place in links(text) {
        let link = text.get(place.clone()).unwrap_or_default();
        let (path, heading) = parted(link);
        if path.is_empty() {
            continue;
        }
        let meant = plain(&folder_of(page).join(path));
        let file = there(&meant, shipped)
            .ok_or_else(|| format!("{}: {link} leads to what no archive has", page.display()))?;
        moved.push_str(text.get(copied..place.start).unwrap_or_default());
        moved.push_str(&from_folder(folder_of(to), &file));
        moved.push_str(heading);
        copied = place.end;
    }
    moved.push_str(text.get(copied..).unwrap_or_default());
    Ok(moved)
}

/// Refuses an unpacked archive in which a page links to a file or a heading that is not there; gives the number of links.
pub(super) fn lead_somewhere(archive: &Path) -> Result<usize, String> {
    let mut files = Vec::new();
    below(archive, &mut files)?;
    let mut followed = 0;
    for page in files.iter().filter(|file| is_page(file)) {
        let text = read(page)?;
        for link in links(&text).into_iter().filter_map(|place| text.get(place)) {
            let (path, heading) = parted(link);
            let file = if path.is_empty() {
                page.clone()
            } else {
                plain(&folder_of(page).join(path))
            };
            let nowhere = || format!("{}: {link} leads nowhere", page.display());
            if !file.starts_with(archive) || !file.exists() {
                return Err(nowhere());
            }
            if let Some(heading) = heading.strip_prefix('#').filter(|_| is_page(&file)) {
                if !headings(&read(&file)?).any(|one| one == heading) {
                    return Err(nowhere());
                }
            }
            followed += 1;
        }
    }
    Ok(followed)
}

/// A link of a text to a file, if it has one.
pub(super) fn to_a_file(text: &str) -> Option<&str> {
    let mut links = links(text).into_iter().filter_map(|place| text.get(place));
    links.find(|link| !parted(link).0.is_empty())
}

pub(super) fn is_page(file: &Path) -> bool {
    file.extension().is_some_and(|end| end == "md")
}

/// Where the targets of a page's links stand that are neither addresses of the network nor code.
fn links(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find("](")) {
        let start = from + start + 2;
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.find([')', '\n']).unwrap_or(rest.len());
        let target = text.get(start..end).unwrap_or_default();
        if !target.is_empty() && !target.contains(['\n', ' ', '`', ':']) {
            found.push(start..end);
        }
        from = end;
    }
    found
}

/// The path of a link and its heading, with the sign before it.
fn parted(link: &str) -> (&str, &str) {
    link.split_at(link.find('#').unwrap_or(link.len()))
}

/// The headings of a page, as links name them.
fn headings(text: &str) -> impl Iterator<Item = String> {
    let titles = text.lines().filter(|line| line.starts_with('#'));
    titles.map(|title| {
        let words = title.trim_start_matches('#').trim().to_lowercase();
        let kept = words
            .chars()
            .filter(|one| one.is_alphanumeric() || " -_".contains(*one));
        kept.map(|one| if one == ' ' { '-' } else { one }).collect()
    })
}

/// Where an archive has a file or folder of the sources.
fn there(meant: &Path, shipped: &[(&str, &str)]) -> Option<PathBuf> {
    shipped
        .iter()
        .find_map(|(from, to)| Some(plain(&Path::new(to).join(meant.strip_prefix(from).ok()?))))
}

/// The way from a folder to a file, both from the same place on.
fn from_folder(folder: &Path, file: &Path) -> String {
    let shared = folder
        .components()
        .zip(file.components())
        .take_while(|(one, other)| one == other);
    let shared = shared.count();
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = file
        .components()
        .skip(shared)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// A path without `.`, `..` and a last separator.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

fn folder_of(page: &Path) -> &Path {
    page.parent().unwrap_or(Path::new(""))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::{lead_somewhere, moved};
    use std::fs;
    use std::path::Path;

    const SHIPPED: &[(&str, &str)] = &[
        ("docs/serve.md", "share/doc/serve.md"),
        ("docs/rules", "share/doc/rules"),
        ("CHANGELOG.md", "CHANGELOG.md"),
    ];

    #[test]
    fn a_link_leads_to_where_the_archive_has_the_file() {
        let of = |page: &str, to: &str, text: &str| moved(text, Path::new(page), Path::new(to), SHIPPED);
        assert_eq!(
            of(
                "bindings/c/README.md",
                "share/doc/README.md",
                "a [b](../../docs/serve.md#c) d [e](#f) [g](http://h)"
            ),
            Ok("a [b](serve.md#c) d [e](#f) [g](http://h)".to_owned())
        );
        assert_eq!(
            of(
                "CHANGELOG.md",
                "CHANGELOG.md",
                "[a](docs/rules/A-01.md), [b](docs/rules/)"
            ),
            Ok("[a](share/doc/rules/A-01.md), [b](share/doc/rules)".to_owned())
        );
        assert_eq!(
            of("docs/serve.md", "share/doc/serve.md", "[a](../CHANGELOG.md)"),
            Ok("[a](../../CHANGELOG.md)".to_owned())
        );
        assert!(of("CHANGELOG.md", "CHANGELOG.md", "[a](docs/style.md)").is_err());
    }

    #[test]
    fn an_archive_is_refused_for_a_link_that_leads_nowhere() -> Result<(), Box<dyn std::error::Error>> {
        let archive = std::env::temp_dir().join(format!("tierspayant-links-{}", std::process::id()));
        fs::create_dir_all(archive.join("doc"))?;
        fs::write(archive.join("doc/b.md"), "# The first day\n")?;
        for (text, right) in [
            ("[a](doc/b.md) [c](doc/b.md#the-first-day) [d](doc)", true),
            ("[a](doc/c.md)", false),
            ("[a](doc/b.md#the-last-day)", false),
            ("[a](#b)", false),
            ("# B\n[a](#b)", true),
            ("[a](../outside.md)", false),
        ] {
            fs::write(archive.join("a.md"), text)?;
            assert_eq!(lead_somewhere(&archive).is_ok(), right, "{text}");
        }
        fs::remove_dir_all(archive)?;
        Ok(())
    }
}
