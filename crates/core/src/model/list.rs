//! Lists and texts that are either compiled in or made at run time.

use std::borrow::Cow;

/// A list that may be compiled in.
pub type List<T> = Cow<'static, [T]>;

/// A text that may be compiled in.
pub type Text = Cow<'static, str>;

/// What stands under each key. The keys are sorted, each is there once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup<K: Clone + 'static, V: Clone + 'static>(List<(K, V)>);

impl<K: Clone, V: Clone> Lookup<K, V> {
    /// A list compiled in, whose keys are sorted, each once.
    pub const fn compiled(entries: &'static [(K, V)]) -> Self {
        Lookup(Cow::Borrowed(entries))
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Every key with what stands under it, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Clone + Ord, V: Clone> Lookup<K, V> {
    /// What stands under a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: std::borrow::Borrow<Q>,
    {
        let at = self.0.binary_search_by(|(one, _)| one.borrow().cmp(key)).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }
}

impl<K: Clone + Ord, V: Clone> Lookup<K, V> {
    /// Puts a value under a key and says that it did: what already stands there is left as it is.
    pub fn insert(&mut self, key: K, value: V) -> bool {
        match self.0.binary_search_by(|(one, _)| one.cmp(&key)) {
            Ok(_) => false,
            Err(at) => {
                self.0.to_mut().insert(at, (key, value));
                true
            }
        }
    }

    /// Whether something stands under a key.
    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }
}

impl<K: Clone, V: Clone> Default for Lookup<K, V> {
    fn default() -> Self {
        Lookup(Cow::Borrowed(&[]))
    }
}
