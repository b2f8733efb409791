//! All that is to be read, as one row of parts.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::mem;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::carver::{Carver, Part};
use super::input::{Input, Target};
use super::interrupt;
use super::skipped::{Extent, Reason, Skipped};

/// Files and standard input, read one after the other.
pub(super) struct Source<'s> {
    targets: VecDeque<(u32, Target)>,
    standard_input: Option<&'s mut (dyn Read + Send)>,
    read: Arc<AtomicU64>,
    open: Option<(u32, Input<'s>)>,
    carver: Carver,
    parts: u64,
    long_lines: LongLines,
    pub(super) skipped: Skipped,
}

/// Which part of all it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// From 0, without gaps.
    pub(super) number: u64,
    pub(super) file: u32,
}

impl<'s> Source<'s> {
    /// `read` counts the bytes that are read.
    pub(super) fn new(targets: &[Target], standard_input: &'s mut (dyn Read + Send), read: &Arc<AtomicU64>) -> Self {
        Self {
            targets: (0..).zip(targets.iter().cloned()).collect(),
            standard_input: Some(standard_input),
            read: Arc::clone(read),
            open: None,
            carver: Carver::default(),
            parts: 0,
            long_lines: LongLines::default(),
            skipped: Skipped::default(),
        }
    }

    /// Hands over what a stream has given so far when nothing more comes for a while.
    pub(super) fn live(self) -> Self {
        Self { carver: Carver::live(), ..self }
    }

    /// The next part; `None` at the end of everything, or when an end is asked for.
    pub(super) fn next(&mut self, part: &mut Part) -> Option<Place> {
        while !interrupt::is_asked() {
            let (file, mut input) = self.open.take().or_else(|| self.open_next())?;
            let found = self.carver.next(&mut input, part);
            let is_there = match &found {
                Ok(is_there) => *is_there,
                Err(_) => self.carver.rest(part),
            };
            if is_there {
                let long_line = self.long_lines.part(part.text());
                self.note_long_line(file, long_line);
            }
            match found {
                Ok(true) => self.open = Some((file, input)),
                Ok(false) => self.close(file, &input, Reason::Shrunk),
                Err(error) => self.close(file, &input, Reason::not_readable(&error)),
            }
            if is_there {
                self.parts += 1;
                return Some(Place { number: self.parts - 1, file });
            }
        }
        None
    }

    /// Ends a file, of which something is missing for some reason, or nothing.
    fn close(&mut self, file: u32, input: &Input<'_>, reason: Reason) {
        let long_line = self.long_lines.end();
        self.note_long_line(file, long_line);
        let bytes = input.missing();
        if bytes > 0 || reason != Reason::Shrunk {
            self.skipped.add(file, reason, Extent { count: 1, bytes });
        }
    }

    fn note_long_line(&mut self, file: u32, bytes: Option<u64>) {
        if let Some(bytes) = bytes {
            self.skipped.add(file, Reason::LongLine, Extent { count: 1, bytes });
        }
    }

    fn open_next(&mut self) -> Option<(u32, Input<'s>)> {
        loop {
            let (file, target) = self.targets.pop_front()?;
            match self.open(&target) {
                Ok(input) => return Some((file, input)),
                Err(error) => self.skipped.add(file, Reason::not_readable(&error), Extent { count: 1, bytes: 0 }),
            }
        }
    }

    fn open(&mut self, target: &Target) -> io::Result<Input<'s>> {
        match (target, self.standard_input.take()) {
            (Target::File(path), standard_input) => {
                self.standard_input = standard_input;
                Input::open(path, &self.read)
            }
            (Target::StandardInput, Some(stream)) => Input::of(stream, None, &self.read),
            // Named twice: it has been read.
            (Target::StandardInput, None) => Input::of(io::empty(), None, &self.read),
        }
    }
}

/// Measures lines that come in several parts.
#[derive(Default)]
struct LongLines {
    /// How many parts the last line has gone through so far, and its bytes.
    parts: u64,
    bytes: u64,
}

impl LongLines {
    /// Takes the next part of a file, and gives back the length of a line that ends in it and began in another.
    fn part(&mut self, text: &[u8]) -> Option<u64> {
        let Some(first) = text.iter().position(|&byte| byte == b'\n').map(|at| at + 1) else {
            self.bytes += text.len() as u64;
            self.parts += 1;
            return None;
        };
        let long = (self.parts > 0).then_some(self.bytes + first as u64);
        let last = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        self.bytes = (text.len() - last) as u64;
        self.parts = u64::from(self.bytes > 0);
        long
    }

    /// Ends a file, and gives back the length of its last line if that came in several parts.
    fn end(&mut self) -> Option<u64> {
        let Self { parts, bytes } = mem::take(self);
        (parts > 1).then_some(bytes)
    }
}
