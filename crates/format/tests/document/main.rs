//! The documents from outside: what is read, what is refused and where, and the laws that hold for any input.
#[cfg(test)]
mod digest;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod held;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod meaning;
#[cfg(test)]
mod not_json;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod rejects;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod values;
