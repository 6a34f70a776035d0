//! Dossiers for proptest, which shrink part by part.

use crate::pools::Kit;
use crate::shrink::smaller;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use tierspayant_core::model::Dossier;

/// Every kind of dossier that [`Kit`] makes.
#[derive(Clone, Debug, Default)]
pub struct Dossiers(Kit);

/// Dossiers as a strategy.
pub fn dossiers() -> Dossiers {
    Dossiers::default()
}

/// A dossier and the smaller ones still to be tried.
#[derive(Clone, Debug)]
pub struct DossierTree {
    current: Dossier,
    larger: Option<Dossier>,
    ahead: Vec<Dossier>,
}

impl Strategy for Dossiers {
    type Tree = DossierTree;
    type Value = Dossier;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let seed = proptest::num::u64::ANY.new_tree(runner)?.current();
        Ok(DossierTree::new(self.0.dossier(seed)))
    }
}

impl DossierTree {
    fn new(current: Dossier) -> Self {
        let mut ahead = smaller(&current);
        ahead.reverse();
        DossierTree {
            current,
            larger: None,
            ahead,
        }
    }
}

impl ValueTree for DossierTree {
    type Value = Dossier;

    fn current(&self) -> Dossier {
        self.current.clone()
    }

    fn simplify(&mut self) -> bool {
        if self.larger.take().is_some() {
            *self = DossierTree::new(self.current.clone());
        }
        self.next()
    }

    fn complicate(&mut self) -> bool {
        match self.larger.take() {
            Some(larger) => {
                self.current = larger;
                self.next()
            }
            None => false,
        }
    }
}

impl DossierTree {
    fn next(&mut self) -> bool {
        match self.ahead.pop() {
            Some(less) => {
                self.larger = Some(std::mem::replace(&mut self.current, less));
                true
            }
            None => false,
        }
    }
}
