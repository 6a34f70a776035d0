use super::Format;
use std::path::Path;

#[test]
fn the_extension_tells() {
    let of = |name: &str| Format::of(Path::new(name)).ok();
    assert_eq!(of("a.parquet"), Some(Format::Parquet));
    assert_eq!(of("a.b.ARROW"), Some(Format::Arrow));
    assert_eq!(of("a.csv"), Some(Format::Csv));
    assert_eq!(of("parquet"), None);
}
