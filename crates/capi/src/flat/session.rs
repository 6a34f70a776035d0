//! Sessions of the flat interface: numbered, each used by one thread at a time.
#![expect(unsafe_code, reason = "texts are read through pointers of the caller")]

use super::{TPW_CP1252, TPW_JSON, TPW_MESSAGE, TPW_PAGE, TPW_PAGE_PATIENT, TPW_TODO, TPW_UTF8, TPW_UTF16};
use crate::codepage::{from_1252, to_1252};
use crate::error::{Failure, Status, TP_ERROR_MEMORY, TP_ERROR_PANIC, TP_OK};
use crate::guard::guard;
use crate::{arg, memory};
use facade::core::model::Snapshot;
use facade::format::RejectDocument;
use facade::{Audience, Checked, Engine, Lang, Options, Style};
use std::ffi::c_void;
use std::sync::{Mutex, MutexGuard, TryLockError};

/// How the texts of a host are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Cp1252,
    Utf16,
    Utf8,
}

/// The units of a text in an encoding.
pub(super) enum Units {
    Bytes(Vec<u8>),
    Wide(Vec<u16>),
}

impl Encoding {
    pub(super) fn of(number: i32) -> Result<Self, Failure> {
        match number {
            TPW_CP1252 => Ok(Encoding::Cp1252),
            TPW_UTF16 => Ok(Encoding::Utf16),
            TPW_UTF8 => Ok(Encoding::Utf8),
            _ => Err(Failure::value("encoding")),
        }
    }

    pub(super) fn units(self, text: &str) -> Units {
        match self {
            Encoding::Cp1252 => Units::Bytes(text.chars().map(to_1252).collect()),
            Encoding::Utf16 => Units::Wide(text.encode_utf16().collect()),
            Encoding::Utf8 => Units::Bytes(text.as_bytes().to_vec()),
        }
    }

    /// The text up to its 0.
    ///
    /// # Safety
    ///
    /// The pointer is NULL, or valid for reading units up to a 0.
    unsafe fn read(self, from: *const c_void, name: &'static str) -> Result<String, Failure> {
        if from.is_null() {
            return Err(Failure::null(name));
        }
        // SAFETY: not NULL, and the caller's promise.
        unsafe {
            match self {
                Encoding::Cp1252 => Ok(until_0(from.cast::<u8>())?.into_iter().map(from_1252).collect()),
                Encoding::Utf16 => {
                    let text = String::from_utf16(&until_0(from.cast::<u16>())?);
                    text.map_err(|_| Failure::refused(name, &"not UTF-16"))
                }
                Encoding::Utf8 => {
                    String::from_utf8(until_0(from.cast::<u8>())?).map_err(|_| Failure::utf8(name))
                }
            }
        }
    }
}

/// The units before a 0, which need not be aligned.
///
/// # Safety
///
/// The pointer is valid for reading units up to a 0.
unsafe fn until_0<T: Copy + Default + PartialEq>(from: *const T) -> Result<Vec<T>, Failure> {
    let mut len = 0;
    // SAFETY: no 0 was found before it.
    while unsafe { from.add(len).read_unaligned() } != T::default() {
        len += 1;
        arg::within_limit(len * size_of::<T>())?;
    }
    memory::available(len * size_of::<T>() * 16)?;
    // SAFETY: these were read.
    Ok((0..len)
        .map(|place| unsafe { from.add(place).read_unaligned() })
        .collect())
}

/// What the last call was about.
pub(super) enum Answer {
    None,
    Claim(Box<Checked<'static>>),
    Reject(Box<RejectDocument>),
}

pub(super) struct Session {
    pub(super) engine: Engine,
    pub(super) encoding: Encoding,
    lang: Lang,
    /// What was read for the next claim.
    pub(super) rights: Vec<Snapshot>,
    pub(super) answer: Answer,
    /// Why the last call failed.
    message: String,
}

impl Session {
    pub(super) fn new(encoding: Encoding, lang: Lang) -> Result<Self, Failure> {
        Ok(Session {
            engine: Engine::embedded(),
            encoding,
            lang,
            rights: Vec::new(),
            answer: Answer::None,
            message: String::new(),
        })
    }

    /// A text of the host.
    ///
    /// # Safety
    ///
    /// The pointer is NULL, or valid for reading a text of the encoding up to its 0.
    pub(super) unsafe fn text(&self, from: *const c_void, name: &'static str) -> Result<String, Failure> {
        // SAFETY: the caller's promise.
        unsafe { self.encoding.read(from, name) }
    }

    /// A text of the host, empty when it is NULL.
    ///
    /// # Safety
    ///
    /// As for [`Session::text`].
    pub(super) unsafe fn optional(&self, from: *const c_void, name: &'static str) -> Result<String, Failure> {
        if from.is_null() {
            return Ok(String::new());
        }
        // SAFETY: the caller's promise.
        unsafe { self.text(from, name) }
    }

    /// One of the texts that a host can take.
    pub(super) fn shown(&self, what: i32) -> Result<String, Failure> {
        if what == TPW_MESSAGE {
            return Ok(self.message.clone());
        }
        let (lang, style) = (self.lang, Style::default());
        let options = Options {
            lang,
            ..Options::default()
        };
        let page = |audience| match &self.answer {
            Answer::Claim(checked) => Ok(checked.explain(lang, audience, style)),
            Answer::Reject(reject) => Ok(self.engine.explain_triage(reject, lang, audience, style)),
            Answer::None => Err(Failure::missing("answer")),
        };
        match (what, &self.answer) {
            (TPW_JSON, Answer::Claim(checked)) => Ok(checked.to_json(&options)),
            (TPW_JSON, Answer::Reject(reject)) => Ok(self.engine.triage(reject, &options).to_json()),
            (TPW_PAGE, _) => page(Audience::Counter),
            (TPW_PAGE_PATIENT, _) => page(Audience::Patient),
            (TPW_TODO, Answer::Claim(checked)) => {
                let todo = checked.todo(lang, Audience::Counter).into_iter();
                Ok(todo.map(|task| task.text).collect::<Vec<_>>().join("\n"))
            }
            (TPW_JSON | TPW_TODO, _) => Err(Failure::missing("answer")),
            _ => Err(Failure::value("what")),
        }
    }
}

/// Sessions at once. A number is its place, plus this for each session that was opened there before.
const MOST: usize = 64;

struct Place {
    number: i32,
    /// Boxed, so that empty places are nothing but zeros, which take no room in the file of the library.
    session: Option<Box<Session>>,
}

static PLACES: [Mutex<Place>; MOST] = [const {
    Mutex::new(Place {
        number: 0,
        session: None,
    })
}; MOST];

fn locked(place: &Mutex<Place>) -> Result<MutexGuard<'_, Place>, Failure> {
    match place.try_lock() {
        Ok(place) => Ok(place),
        Err(TryLockError::Poisoned(poisoned)) => Ok(poisoned.into_inner()),
        Err(TryLockError::WouldBlock) => Err(Failure::busy("session")),
    }
}

/// Gives a session its number.
pub(super) fn open(session: Session) -> Result<i32, Failure> {
    let session = Box::new(session);
    if memory::drawn() {
        return Err(Failure::memory());
    }
    for (first, place) in (1_i32..).zip(&PLACES) {
        let Ok(mut place) = locked(place) else {
            continue;
        };
        if place.session.is_some() {
            continue;
        }
        let most = i32::try_from(MOST).unwrap_or(i32::MAX);
        place.number = place
            .number
            .checked_add(most)
            .filter(|_| place.number != 0)
            .unwrap_or(first);
        place.session = Some(session);
        return Ok(place.number);
    }
    Err(Failure::range("session"))
}

/// The place of a number, whatever is there.
fn place(number: i32) -> Result<MutexGuard<'static, Place>, Failure> {
    let wrong = || Failure::handle("session");
    let index = usize::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1))
        .ok_or_else(wrong)?;
    let place = locked(PLACES.get(index % MOST).ok_or_else(wrong)?)?;
    if place.number == number && place.session.is_some() {
        Ok(place)
    } else {
        Err(wrong())
    }
}

/// Ends a session.
pub(super) fn close(number: i32) -> Result<(), Failure> {
    place(number).map(|mut place| place.session = None)
}

/// A call on a session, which makes something and keeps why it failed.
pub(super) fn with(number: i32, body: impl FnOnce(&mut Session) -> Result<(), Failure>) -> Status {
    run(number, true, body)
}

/// A call that leaves the message of the last one alone.
pub(super) fn with_quietly(number: i32, body: impl FnOnce(&mut Session) -> Result<(), Failure>) -> Status {
    run(number, false, body)
}

fn run(number: i32, makes: bool, body: impl FnOnce(&mut Session) -> Result<(), Failure>) -> Status {
    guard(TP_ERROR_PANIC, || {
        let mut place = match place(number) {
            Ok(place) => place,
            Err(failure) => return failure.status(),
        };
        let Some(session) = &mut place.session else {
            return Failure::handle("session").status();
        };
        let done = if makes {
            memory::whole().and_then(|()| body(session))
        } else {
            body(session)
        };
        let status = done.as_ref().map_or_else(Failure::status, |()| TP_OK);
        if makes {
            session.message = done.map_or_else(|failure| failure.line(), |()| String::new());
        }
        if memory::drawn() {
            // What it keeps is of the reserve: nothing of the call stays.
            session.message = String::new();
            if makes {
                session.answer = Answer::None;
                session.rights = Vec::new();
            }
            return TP_ERROR_MEMORY;
        }
        status
    })
}
