//! Files that grow, are cut short, are replaced and vanish, read as they change.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::thread;
use std::time::Duration;

use super::carver::{Carver, Part};
use super::input::{Input, Target};
use super::interrupt;
use super::skipped::{Extent, Reason, Skipped};

/// How long nothing happens before the files are looked at again.
const PAUSE: Duration = Duration::from_millis(100);

/// How many of the last bytes of a file are remembered.
const REMEMBERED: usize = 256;

/// What becomes of what is read.
pub(super) trait Reader {
    /// Takes the next part of a file.
    fn part(&mut self, file: u32, text: &[u8]) -> io::Result<()>;
    /// A file begins anew.
    fn restart(&mut self, file: u32);
    /// All is read for now.
    fn pause(&mut self) -> io::Result<()>;
}

/// A file that is followed.
struct Followed {
    number: u32,
    path: PathBuf,
    open: Option<File>,
    position: u64,
    /// The bytes before the position.
    last: Vec<u8>,
    carver: Carver,
    is_missing: bool,
}

/// Reads streams to their end and follows files until an end is asked for, or until there is nothing to follow.
pub(super) fn follow(
    targets: &[Target],
    standard_input: &mut (dyn Read + Send),
    reader: &mut impl Reader,
) -> io::Result<Skipped> {
    let read = Arc::new(AtomicU64::new(0));
    let mut skipped = Skipped::default();
    let mut part = Part::default();
    let (streams, files): (Vec<_>, Vec<_>) = (0..).zip(targets).partition(|(_, target)| target.is_stream());
    let mut files: Vec<_> = files.into_iter().filter_map(|(number, target)| Followed::new(number, target)).collect();
    for (number, target) in streams {
        let input = match target {
            Target::File(path) => Input::open(path, &read),
            Target::StandardInput => Input::of(&mut *standard_input, None, &read),
        };
        read_stream(number, input, &mut part, &mut skipped, reader)?;
    }
    while !files.is_empty() && !interrupt::is_asked() {
        let mut has_read = false;
        for file in &mut files {
            has_read |= file.read(&mut part, &mut skipped, reader)?;
        }
        reader.pause()?;
        if !has_read {
            thread::sleep(PAUSE);
        }
    }
    for file in &mut files {
        file.finish(&mut part, reader)?;
    }
    Ok(skipped)
}

fn read_stream(
    number: u32,
    input: io::Result<Input<'_>>,
    part: &mut Part,
    skipped: &mut Skipped,
    reader: &mut impl Reader,
) -> io::Result<()> {
    let mut carver = Carver::live();
    let mut input = match input {
        Ok(input) => input,
        Err(error) => {
            skipped.add(number, Reason::not_readable(&error), Extent { count: 1, bytes: 0 });
            return Ok(());
        }
    };
    while !interrupt::is_asked() {
        let found = carver.next(&mut input, part);
        if let Err(error) = &found {
            skipped.add(number, Reason::not_readable(error), Extent { count: 1, bytes: input.missing() });
            carver.rest(part);
        }
        reader.part(number, part.text())?;
        reader.pause()?;
        if !matches!(found, Ok(true)) {
            break;
        }
    }
    Ok(())
}

impl Followed {
    fn new(number: u32, target: &Target) -> Option<Self> {
        let Target::File(path) = target else { return None };
        let carver = Carver::default();
        Some(Self { number, path: path.clone(), open: None, position: 0, last: Vec::new(), carver, is_missing: false })
    }

    /// Reads what there is, and tells whether there was anything.
    fn read(&mut self, part: &mut Part, skipped: &mut Skipped, reader: &mut impl Reader) -> io::Result<bool> {
        self.watch(part, skipped, reader)?;
        let has_read = self.drain(part, skipped, reader)?;
        // Nothing more for now: whole lines count, even if what follows would belong to the last.
        if !has_read && self.carver.whole_lines(part) {
            reader.part(self.number, part.text())?;
        }
        Ok(has_read)
    }

    /// Reads to the end of the open file.
    fn drain(&mut self, part: &mut Part, skipped: &mut Skipped, reader: &mut impl Reader) -> io::Result<bool> {
        let mut has_read = false;
        while let Some(file) = self.open.as_mut().filter(|_| !interrupt::is_asked()) {
            match self.carver.fill(file) {
                Ok(0) => break,
                Ok(length) => {
                    self.position += length as u64;
                    self.last.clear();
                    self.last.extend_from_slice(self.carver.last(length.min(REMEMBERED)));
                }
                Err(error) => {
                    skipped.add(self.number, Reason::not_readable(&error), Extent { count: 1, bytes: 0 });
                    self.open = None;
                }
            }
            has_read = true;
            if self.carver.whole(part) {
                reader.part(self.number, part.text())?;
            }
        }
        Ok(has_read)
    }

    /// Looks whether the file is still the one that is open.
    fn watch(&mut self, part: &mut Part, skipped: &mut Skipped, reader: &mut impl Reader) -> io::Result<()> {
        let about = match fs::metadata(&self.path) {
            Ok(about) => about,
            Err(error) => {
                let reason = if self.open.is_some() { Reason::Vanished } else { Reason::not_readable(&error) };
                if !self.is_missing {
                    skipped.add(self.number, reason, Extent { count: 1, bytes: 0 });
                }
                self.is_missing = true;
                return Ok(());
            }
        };
        self.is_missing = false;
        if let Some(file) = &mut self.open {
            let is_other = file.metadata().is_ok_and(|open| identity(&open) != identity(&about));
            if is_other {
                self.drain(part, skipped, reader)?;
                self.restart(part, reader)?;
                self.open = None;
            } else if is_cut_short(file, about.len(), self.position, &self.last) {
                file.seek(SeekFrom::Start(0))?;
                skipped.add(self.number, Reason::Shrunk, Extent { count: 1, bytes: 0 });
                self.restart(part, reader)?;
            }
        }
        if self.open.is_none() {
            self.open = File::open(&self.path).ok();
        }
        Ok(())
    }

    /// Ends what was read of one file; the next begins.
    fn restart(&mut self, part: &mut Part, reader: &mut impl Reader) -> io::Result<()> {
        self.finish(part, reader)?;
        self.position = 0;
        self.last.clear();
        reader.restart(self.number);
        Ok(())
    }

    fn finish(&mut self, part: &mut Part, reader: &mut impl Reader) -> io::Result<()> {
        if self.carver.rest(part) { reader.part(self.number, part.text()) } else { Ok(()) }
    }
}

/// Whether a file was cut short since its bytes before a position, at which it stays, were read: it ends before that, or
/// it has grown past it again and the last of them are others.
fn is_cut_short(file: &mut File, length: u64, position: u64, last: &[u8]) -> bool {
    if length <= position {
        return length < position;
    }
    let mut found = Vec::new();
    let start = file.seek(SeekFrom::Start(position - last.len() as u64));
    let read = start.and_then(|_| file.take(last.len() as u64).read_to_end(&mut found));
    read.is_err() || found != last
}

/// What two files under one name differ in.
#[cfg(unix)]
fn identity(about: &Metadata) -> impl PartialEq + use<> {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino())
}

/// What two files under one name differ in.
#[cfg(not(unix))]
fn identity(about: &Metadata) -> impl PartialEq + use<> {
    about.created().ok()
}
