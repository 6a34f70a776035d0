//! The YAML files in which the service publishes its examples: a description, the parameters of the call, the status and
//! the payload as a block of text. Only this shape is read, not YAML at large.

/// What such a file holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fixture {
    /// The HTTP status.
    pub(super) status: Option<u64>,
    /// The body of the answer.
    pub(super) payload: String,
}

/// Splits a file of this shape, or gives nothing when it is not one.
pub(super) fn split(text: &str) -> Option<Fixture> {
    if text.starts_with(['{', '[']) {
        return None;
    }
    let mut status = None;
    let mut lines = text.lines();
    loop {
        let line = lines.next()?;
        if let Some(value) = line.strip_prefix("status:") {
            status = value.trim().trim_matches(['\'', '"']).parse().ok();
        } else if let Some(style) = line.strip_prefix("payload:") {
            if !style.trim().starts_with(['|', '>']) {
                return None;
            }
            break;
        }
    }
    // The block goes on while lines are blank or indented. JSON does not care how far.
    let mut payload = String::new();
    for line in lines {
        if let Some(value) = line.strip_prefix("status:") {
            status = value.trim().trim_matches(['\'', '"']).parse().ok();
        } else if line.starts_with([' ', '\t']) || line.trim().is_empty() {
            payload.push_str(line);
            payload.push('\n');
        } else {
            break;
        }
    }
    Some(Fixture { status, payload })
}
