//! The frame of a card buffer: groups one after the other, each with its number on two bytes (high byte first), the
//! length of its content in BER form, and fields that each begin with their own length.

use super::error::{CardPlace, CardProblem};

/// The smallest and the largest group number that a reading of the SESAM-Vitale libraries can begin with.
const FIRST_GROUP: std::ops::RangeInclusive<u16> = 1..=199;

/// One group of the buffer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group<'a> {
    /// Number of the group, 101 to 111 for the ones that this reader knows.
    pub(crate) id: u16,
    /// Offset of the group's first byte in the buffer.
    pub(crate) at: usize,
    /// The fields, in order; field numbers count from one.
    pub(crate) fields: Vec<Field<'a>>,
}

/// One field of a group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field<'a> {
    /// The bytes of the value, without the length before them.
    pub(crate) raw: &'a [u8],
}

impl std::fmt::Debug for Field<'_> {
    /// Shows the length only: the value may be personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Field({} bytes)", self.raw.len())
    }
}

/// The buffer, cut into groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Frames<'a> {
    /// The groups, in the order of the buffer.
    pub(crate) groups: Vec<Group<'a>>,
    /// Offset and length of the blank bytes after the last group, where there are any.
    pub(crate) padding: Option<(usize, usize)>,
}

/// Cuts a buffer into groups and fields.
///
/// Nothing of a value is looked at here. Blank bytes after the last group are tolerated; any other rest is an error.
pub(crate) fn frames(bytes: &[u8]) -> Result<Frames<'_>, (CardPlace, CardProblem)> {
    let mut groups = Vec::new();
    let mut at = 0;
    let mut padding = None;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.iter().all(|&byte| is_padding(byte)) {
            padding = Some((at, rest.len()));
            break;
        }
        let (group, length) = group(rest, at, groups.is_empty())?;
        groups.push(group);
        at = at.saturating_add(length);
    }
    Ok(Frames { groups, padding })
}

/// Bytes that may fill a file after its last group: NUL, white space, the old end-of-file mark, erased memory.
fn is_padding(byte: u8) -> bool {
    matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n' | 0x1A | 0xFF)
}

/// Reads one group at the beginning of `rest`; gives it with the number of bytes that it takes.
fn group(rest: &[u8], at: usize, first: bool) -> Result<(Group<'_>, usize), (CardPlace, CardProblem)> {
    let [high, low, after_id @ ..] = rest else {
        return Err((CardPlace::byte(at), CardProblem::Truncated));
    };
    let id = u16::from_be_bytes([*high, *low]);
    if first && !FIRST_GROUP.contains(&id) {
        return Err((CardPlace::byte(at), CardProblem::NotACard));
    }
    let place = CardPlace::group(at, id);
    let (length, header) = length(after_id).map_err(|problem| (place, problem))?;
    let content = after_id
        .get(header..)
        .and_then(|content| content.get(..length))
        .ok_or((place, CardProblem::Truncated))?;
    let fields = match fields(content, length_of_field) {
        Ok(fields) => fields,
        // Lengths of 128 and more are the only ones that the two notations write differently: a library that counts
        // the bytes of a long field on one plain byte is read too, where the whole group then comes out even.
        Err(number) => fields_plain(content).ok_or((place.field(number), CardProblem::FieldOverrun))?,
    };
    let taken = header.saturating_add(length).saturating_add(2);
    Ok((Group { id, at, fields }, taken))
}

/// Reads a BER length: one byte below 128, or a count of one to four bytes and the length on them. Gives the length and
/// the bytes that it took.
fn length(bytes: &[u8]) -> Result<(usize, usize), CardProblem> {
    let (&first, rest) = bytes.split_first().ok_or(CardProblem::Truncated)?;
    if first < 0x80 {
        return Ok((usize::from(first), 1));
    }
    let count = usize::from(first & 0x7F);
    if count == 0 || count > 4 {
        return Err(CardProblem::LengthForm);
    }
    let digits = rest.get(..count).ok_or(CardProblem::Truncated)?;
    let length = digits
        .iter()
        .fold(0_u64, |sum, &digit| (sum << 8) | u64::from(digit));
    let length = usize::try_from(length).map_err(|_| CardProblem::Truncated)?;
    Ok((length, count + 1))
}

/// The length of a field in BER form.
fn length_of_field(bytes: &[u8]) -> Option<(usize, usize)> {
    length(bytes).ok()
}

/// Cuts the content of a group into fields; an error gives the number of the field that does not fit.
fn fields(content: &[u8], length: impl Fn(&[u8]) -> Option<(usize, usize)>) -> Result<Vec<Field<'_>>, usize> {
    let mut fields = Vec::new();
    let mut rest = content;
    while !rest.is_empty() {
        let number = fields.len() + 1;
        let (size, header) = length(rest).ok_or(number)?;
        let after = rest.get(header..).ok_or(number)?;
        let raw = after.get(..size).ok_or(number)?;
        fields.push(Field { raw });
        rest = after.get(size..).unwrap_or_default();
    }
    Ok(fields)
}

/// Cuts the content with every length on one plain byte, or gives nothing when that does not come out even.
fn fields_plain(content: &[u8]) -> Option<Vec<Field<'_>>> {
    fields(content, |bytes| bytes.first().map(|&byte| (usize::from(byte), 1))).ok()
}
