//! Columns whose cells hold several words: lists, or one text with blanks, commas or plus signs between the words.

use super::Text;
use arrow_array::cast::AsArray;
use arrow_array::{Array, GenericListArray, OffsetSizeTrait};
use arrow_schema::DataType;

/// A column of sets of words.
pub(crate) enum WordSets<'a> {
    Text(Text<'a>),
    List(&'a GenericListArray<i32>, Text<'a>),
    LargeList(&'a GenericListArray<i64>, Text<'a>),
}

impl<'a> WordSets<'a> {
    /// A column, whose type was checked before.
    pub(crate) fn new(array: Option<&'a dyn Array>) -> Self {
        match array.map(|array| (array, array.data_type())) {
            Some((array, DataType::List(_))) => {
                let list = array.as_list::<i32>();
                WordSets::List(list, Text::new(Some(list.values().as_ref())))
            }
            Some((array, DataType::LargeList(_))) => {
                let list = array.as_list::<i64>();
                WordSets::LargeList(list, Text::new(Some(list.values().as_ref())))
            }
            _ => WordSets::Text(Text::new(array)),
        }
    }

    /// Gives each word of a row to a function; `false` when the cell is empty, which differs from a set without words.
    pub(crate) fn each<E>(
        &self,
        row: usize,
        mut take: impl FnMut(&'a str) -> Result<(), E>,
    ) -> Result<bool, E> {
        match self {
            WordSets::Text(text) => {
                let Some(text) = text.get(row) else {
                    return Ok(false);
                };
                let words = text.split([' ', ',', '+']).filter(|word| !word.is_empty());
                for word in words {
                    take(word)?;
                }
                Ok(true)
            }
            WordSets::List(list, words) => each_of(list, words, row, take),
            WordSets::LargeList(list, words) => each_of(list, words, row, take),
        }
    }
}

fn each_of<'a, O: OffsetSizeTrait, E>(
    list: &GenericListArray<O>,
    words: &Text<'a>,
    row: usize,
    mut take: impl FnMut(&'a str) -> Result<(), E>,
) -> Result<bool, E> {
    if list.is_null(row) {
        return Ok(false);
    }
    let offsets = list.value_offsets();
    let bound = |place: usize| offsets.get(place).map_or(0, |offset| offset.as_usize());
    for place in bound(row)..bound(row + 1) {
        if let Some(word) = words.get(place) {
            take(word)?;
        }
    }
    Ok(true)
}
