//! The compiled part.
