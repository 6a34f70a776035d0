//! Entries of one kind, some of which may be of no use.

/// Entries of one kind: those that could be used, and how many there were.
pub(crate) struct Kept<T> {
    read: Vec<T>,
    seen: usize,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept {
            read: Vec::new(),
            seen: 0,
        }
    }
}

impl<T> Kept<T> {
    /// Adds one entry, or counts one that could not be used.
    pub(crate) fn push(&mut self, entry: Option<T>) {
        self.seen += 1;
        self.read.extend(entry);
    }

    /// Whether any entry was seen, of use or not.
    pub(crate) fn any(&self) -> bool {
        self.seen > 0
    }

    /// The list; nothing when there were entries and none could be used, because "there is none" would be invented then.
    pub(crate) fn list(self) -> Option<Vec<T>> {
        if self.read.is_empty() && self.seen > 0 {
            None
        } else {
            Some(self.read)
        }
    }
}
