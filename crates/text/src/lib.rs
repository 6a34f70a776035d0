#[derive(Debug)]
pub struct Texts;
#[derive(Debug, thiserror::Error)]
#[error("x")]
pub struct TextError;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    Fr,
    En,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    Counter,
    Patient,
}
impl Texts {
    pub fn embedded() -> Result<Self, TextError> {
        Ok(Texts)
    }
    pub fn reason(
        &self,
        _: Lang,
        _: Audience,
        r: &tierspayant_core::decision::Reason,
        _: Option<&str>,
    ) -> String {
        r.id.as_str().into()
    }
}
