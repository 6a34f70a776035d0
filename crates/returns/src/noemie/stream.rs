//! The entities of a file, one after the other: they may cross blocks.

use super::layout::{DELIMITER, ENTITIES, Entity};
use crate::blocks::{BLOCK, Block, Blocks};
use crate::model::ReturnsError;
use std::collections::VecDeque;
use std::io::Read;

/// The flag of the last block that holds data.
const LAST: u8 = b'1';

/// An unknown entity longer than this is no entity.
const LONGEST_UNKNOWN: usize = 2_000;

/// What comes next in a file.
pub(super) enum Next {
    /// An entity of the layout.
    Known(&'static Entity, Vec<u8>),
    /// An entity that the layout does not have: its id, three digits.
    Unknown([u8; 3]),
    /// The last block.
    End(Box<[u8; BLOCK]>),
}

/// A file, entity by entity.
pub(super) struct Stream<R> {
    blocks: Blocks<R>,
    data: VecDeque<u8>,
    /// Where the data at hand come from: how many of them, and the offset of the first in the file.
    origins: VecDeque<(usize, u64)>,
    last_seen: bool,
    /// How many blocks were read, the first and the last included.
    pub blocks_read: u64,
}

impl<R: Read> Stream<R> {
    /// Opens a file and gives its first block.
    pub(super) fn open(input: R) -> Result<(Self, Box<[u8; BLOCK]>), ReturnsError> {
        let mut blocks = Blocks::new(input);
        let Some(first) = blocks.next()? else {
            return Err(ReturnsError::new(0, "the file is empty"));
        };
        if !first.bytes.starts_with(b"000") {
            return Err(ReturnsError::new(
                first.offset,
                "a return begins with an entity 000",
            ));
        }
        let stream = Stream {
            blocks,
            data: VecDeque::new(),
            origins: VecDeque::new(),
            last_seen: false,
            blocks_read: 1,
        };
        Ok((stream, Box::new(first.bytes)))
    }

    /// The next entity, or the end.
    pub(super) fn next(&mut self) -> Result<Next, ReturnsError> {
        self.need(1)?;
        if self.data.is_empty() {
            return self.end();
        }
        self.need(3)?;
        let offset = self.offset();
        let id: Vec<u8> = self.data.iter().take(3).copied().collect();
        let Ok(id) = <[u8; 3]>::try_from(id) else {
            return Err(ReturnsError::new(
                offset,
                "the data end inside the id of an entity",
            ));
        };
        if !id.iter().all(u8::is_ascii_digit) {
            return Err(ReturnsError::new(offset, "an entity begins with three digits"));
        }
        match ENTITIES.iter().find(|entity| entity.id.as_bytes() == id) {
            Some(entity) => self.known(entity, offset),
            None => self.unknown(id, offset),
        }
    }

    fn known(&mut self, entity: &'static Entity, offset: u64) -> Result<Next, ReturnsError> {
        self.need(entity.length)?;
        if self.data.len() < entity.length {
            let problem = format!("the data end inside an entity {}", entity.id);
            return Err(ReturnsError::new(offset, problem));
        }
        let bytes = self.take(entity.length);
        if bytes.last() != Some(&DELIMITER) {
            let problem = format!(
                "an entity {} does not close after {} characters",
                entity.id, entity.length
            );
            return Err(ReturnsError::new(offset, problem));
        }
        Ok(Next::Known(entity, bytes))
    }

    /// Passes over an entity up to the next delimiter.
    fn unknown(&mut self, id: [u8; 3], offset: u64) -> Result<Next, ReturnsError> {
        let mut looked = 0;
        loop {
            if let Some(place) = self.data.iter().skip(looked).position(|byte| *byte == DELIMITER) {
                let length = looked.saturating_add(place).saturating_add(1);
                self.take(length);
                return Ok(Next::Unknown(id));
            }
            looked = self.data.len();
            self.need(looked.saturating_add(1))?;
            if self.data.len() == looked || looked > LONGEST_UNKNOWN {
                return Err(ReturnsError::new(
                    offset,
                    "an entity of an unknown kind does not close",
                ));
            }
        }
    }

    fn end(&mut self) -> Result<Next, ReturnsError> {
        let Some(block) = self.block()? else {
            return Err(ReturnsError::new(
                self.offset(),
                "the file ends without an entity 999",
            ));
        };
        if !block.bytes.starts_with(b"999") {
            return Err(ReturnsError::new(
                block.offset,
                "a return ends with an entity 999",
            ));
        }
        if let Some(more) = self.block()? {
            return Err(ReturnsError::new(
                more.offset,
                "there is more after the entity 999",
            ));
        }
        Ok(Next::End(Box::new(block.bytes)))
    }

    fn block(&mut self) -> Result<Option<Block>, ReturnsError> {
        let block = self.blocks.next()?;
        if block.is_some() {
            self.blocks_read = self.blocks_read.saturating_add(1);
        }
        Ok(block)
    }

    /// Sees that this many characters of data are at hand, unless the data end before.
    fn need(&mut self, count: usize) -> Result<(), ReturnsError> {
        while self.data.len() < count && !self.last_seen {
            let Some(block) = self.block()? else {
                return Err(ReturnsError::new(
                    self.offset(),
                    "the file ends before its last block of data",
                ));
            };
            let Some((flag, data)) = block.bytes.split_first() else {
                return Ok(());
            };
            self.last_seen = *flag == LAST;
            let length = if self.last_seen { trimmed(data) } else { data.len() };
            self.data.extend(data.iter().take(length));
            self.origins.push_back((length, block.offset.saturating_add(1)));
        }
        Ok(())
    }

    /// Offset in the file of the first character at hand.
    fn offset(&self) -> u64 {
        self.origins.front().map_or(0, |(_, offset)| *offset)
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let mut left = count;
        while let Some((length, offset)) = self.origins.front_mut() {
            if *length > left {
                *length = length.saturating_sub(left);
                *offset = offset.saturating_add(left as u64);
                break;
            }
            left = left.saturating_sub(*length);
            self.origins.pop_front();
        }
        self.data.drain(..count.min(self.data.len())).collect()
    }
}

/// The length without the blanks at the end, which are padding in the last block.
fn trimmed(data: &[u8]) -> usize {
    data.iter()
        .rposition(|byte| *byte != b' ')
        .map_or(0, |place| place.saturating_add(1))
}
