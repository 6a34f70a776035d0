//! The blocks of a file: 128 characters each, a flag before the data of all but the first and the last.

use crate::model::ReturnsError;
use std::io::Read;

/// Length of a block.
pub(crate) const BLOCK: usize = 128;

/// The largest number of bytes that is read: more than any real return.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A file being read, block by block.
pub(crate) struct Blocks<R> {
    input: R,
    offset: u64,
    /// Bytes read and not yet handed out.
    ahead: Vec<u8>,
    ended: bool,
}

/// One block with the offset of its first byte.
pub(crate) struct Block {
    pub offset: u64,
    pub bytes: [u8; BLOCK],
}

impl<R: Read> Blocks<R> {
    pub(crate) fn new(input: R) -> Self {
        Blocks {
            input,
            offset: 0,
            ahead: Vec::new(),
            ended: false,
        }
    }

    /// The next block, line ends between blocks passed over; nothing at the end of the file.
    pub(crate) fn next(&mut self) -> Result<Option<Block>, ReturnsError> {
        loop {
            self.fill()?;
            let ends = self
                .ahead
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
            if ends == 0 {
                break;
            }
            self.ahead.drain(..ends);
            self.offset = self.offset.saturating_add(ends as u64);
        }
        if self.ahead.is_empty() || self.ahead.iter().all(|byte| *byte == 0x1a) {
            return Ok(None);
        }
        let offset = self.offset;
        let Some(bytes) = self.ahead.get(..BLOCK).and_then(|bytes| bytes.try_into().ok()) else {
            let problem = "the file ends inside a block of 128 characters";
            return Err(ReturnsError::new(offset, problem));
        };
        self.ahead.drain(..BLOCK);
        self.offset = offset.saturating_add(BLOCK as u64);
        if self.offset > LARGEST {
            return Err(ReturnsError::new(
                offset,
                "the file is larger than any real return",
            ));
        }
        Ok(Some(Block { offset, bytes }))
    }

    /// Reads until a block and a line end are at hand, or the file ends.
    fn fill(&mut self) -> Result<(), ReturnsError> {
        let mut buffer = [0_u8; 4 * BLOCK];
        while !self.ended && self.ahead.len() < BLOCK {
            match self.input.read(&mut buffer) {
                Ok(0) => self.ended = true,
                Ok(read) => self.ahead.extend(buffer.iter().take(read)),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    let at = self.offset.saturating_add(self.ahead.len() as u64);
                    return Err(ReturnsError::new(
                        at,
                        format!("the file cannot be read: {}", error.kind()),
                    ));
                }
            }
        }
        Ok(())
    }
}
