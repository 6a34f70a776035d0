use super::{Format, UnknownFormat};

/// The place of a format in the list. A new variant does not compile here: give it a place, and add it to `Format::ALL`.
const fn place(format: Format) -> usize {
    match format {
        Format::Ssv => 0,
        Format::AdriJson => 1,
        Format::CnamDroits => 2,
        Format::C2s => 3,
        Format::Jfse => 4,
        Format::LectureVitale => 5,
    }
}

#[test]
fn the_list_of_formats_is_complete() {
    let places: Vec<usize> = Format::ALL.iter().map(|format| place(*format)).collect();
    assert_eq!(places, [0, 1, 2, 3, 4, 5]);
}

#[test]
fn an_unknown_name_is_told_which_there_are() {
    assert_eq!("vitale".parse::<Format>(), Err(UnknownFormat));
    let expected = "expected one of: ssv, adri-json, cnam-droits, c2s, jfse, lecture-vitale";
    assert_eq!(UnknownFormat.to_string(), expected);
    for format in Format::ALL {
        assert_eq!(format.as_str().parse(), Ok(*format));
    }
}
