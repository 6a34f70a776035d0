//! Where a panic was, so that its error can name the place: a file and a line of the source, never its message, which might
//! hold a value of the input.

use std::cell::Cell;
use std::io::Write;
use std::panic::{Location, PanicHookInfo, set_hook, take_hook};
use std::sync::OnceLock;

/// Room for a file and a line, without an allocation: a panic may come from having no memory.
#[derive(Clone, Copy)]
struct Place {
    bytes: [u8; 120],
    len: usize,
}

const NOWHERE: Place = Place {
    bytes: [0; 120],
    len: 0,
};

thread_local! {
    static LAST: Cell<Place> = const { Cell::new(NOWHERE) };
}

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync>;

/// What a panic did before. It stands here and not in the hook, which so takes no memory.
static BEFORE: OnceLock<Hook> = OnceLock::new();

/// Has every panic note its place and then do what it did before. The hook is that of the standard library inside this
/// library: a host in Rust has another one.
pub(crate) fn note_places() {
    BEFORE.get_or_init(|| {
        let before = take_hook();
        set_hook(Box::new(|info| {
            LAST.set(info.location().map_or(NOWHERE, written));
            if let Some(before) = BEFORE.get() {
                before(info);
            }
        }));
        before
    });
}

fn written(location: &Location<'_>) -> Place {
    let mut place = NOWHERE;
    let mut room = place.bytes.as_mut_slice();
    // A place too long for the room is cut.
    let _ = write!(room, "{}:{}", location.file(), location.line());
    let left = room.len();
    place.len = place.bytes.len().saturating_sub(left);
    place
}

/// The file and line of the last panic of this thread.
pub(crate) fn place() -> String {
    let place = LAST.replace(NOWHERE);
    let written = place.bytes.get(..place.len).unwrap_or_default();
    String::from_utf8_lossy(written).into_owned()
}
