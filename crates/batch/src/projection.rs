//! Which columns of the answer are asked for: only these are written.

use crate::answer::ANSWER;
use crate::error::{BatchError, Problem};

/// Columns of the answer, each once, in the order in which they come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<&'static str>);

impl Default for Columns {
    /// Every column.
    fn default() -> Self {
        Columns(ANSWER.to_vec())
    }
}

impl Columns {
    /// The columns of these names, in this order.
    ///
    /// ```
    /// use tierspayant_batch::Columns;
    /// let columns = Columns::named(["verdict", "basis"])?;
    /// assert!(columns.has("basis") && !columns.has("reasons"));
    /// assert!(Columns::named(["verdict", "bases"]).is_err());
    /// # Ok::<(), tierspayant_batch::BatchError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A name that is no column of the answer, the same name twice, or no name at all.
    pub fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, BatchError> {
        let refused = |why: String| BatchError::new("columns", Problem::Option(why.into()));
        let mut columns: Vec<&'static str> = Vec::new();
        for name in names {
            let known = ANSWER.iter().find(|one| **one == name);
            let known = known.ok_or_else(|| {
                refused(format!(
                    "unknown column; the columns of the answer are: {}",
                    ANSWER.join(", ")
                ))
            })?;
            if columns.contains(known) {
                return Err(refused(format!("the column {known} is asked for twice")));
            }
            columns.push(known);
        }
        if columns.is_empty() {
            return Err(refused("no column is asked for".to_owned()));
        }
        Ok(Columns(columns))
    }

    /// Whether a column is asked for.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&name)
    }

    /// The columns, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied()
    }
}
