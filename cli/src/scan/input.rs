//! Where logs come from: files, folders of files, standard input, compressed or not.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::zstandard;
use crate::closest::closest;
use crate::interruptible::{Interruptible, Patient};

/// How much of a compressed file is read at once.
const BUFFER: usize = 1 << 16;

/// How alike two names have to be for "did you mean", from 0 to 1.
const ALIKE: f64 = 0.9;

const GZIP: [u8; 2] = [0x1f, 0x8b];
const ZSTANDARD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    StandardInput,
    File(PathBuf),
}

impl Target {
    /// What to read for the arguments: standard input for `-` or for none, the files below a folder, sorted.
    pub(super) fn list(paths: &[PathBuf]) -> Vec<Self> {
        let mut targets = Vec::new();
        for path in paths {
            if path.as_os_str() == "-" {
                targets.push(Self::StandardInput);
            } else {
                add_files(path, &mut targets);
            }
        }
        if paths.is_empty() { vec![Self::StandardInput] } else { targets }
    }

    /// The name for people.
    pub(super) fn name(&self) -> String {
        match self {
            Self::StandardInput => "-".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Whether it ends by itself: a pipe, or a file that is compressed.
    pub(super) fn is_stream(&self) -> bool {
        let Self::File(path) = self else { return true };
        let start = || {
            let mut start = Vec::new();
            File::open(path)?.take(ZSTANDARD.len() as u64).read_to_end(&mut start)?;
            io::Result::Ok(start)
        };
        match fs::metadata(path) {
            Ok(about) if about.is_file() => start().is_ok_and(|start| Compression::of(&start).is_some()),
            Ok(_) => true,
            Err(_) => false,
        }
    }

    /// The bytes of a file as it is now.
    pub(super) fn size(&self) -> Option<u64> {
        match self {
            Self::StandardInput => None,
            Self::File(path) => fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|about| about.len()),
        }
    }
}

/// Adds a file, or the files below a folder. What can't be listed is added too: reading it will say why.
fn add_files(path: &Path, targets: &mut Vec<Target>) {
    let entries = if path.is_dir() { fs::read_dir(path).ok() } else { None };
    let Some(entries) = entries else {
        targets.push(Target::File(path.to_owned()));
        return;
    };
    let mut below: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    below.sort();
    for path in below {
        add_files(&path, targets);
    }
}

/// The file whose name is closest to that of one that is not there.
pub(super) fn probably_meant(missing: &Path) -> Option<PathBuf> {
    if missing.exists() {
        return None;
    }
    let name = missing.file_name()?.to_str()?;
    let folder = missing.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).ok()?.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    closest(names, ALIKE, |other| strsim::jaro(name, other)).map(|meant| missing.with_file_name(meant))
}

/// A log that is being read.
pub(super) struct Input<'i> {
    reader: Box<dyn Read + Send + 'i>,
    /// The bytes of the file when it was opened; `None` for what is no file.
    size: Option<u64>,
    /// The bytes of the file, compressed or not, that have been read; of all files together.
    read: Arc<AtomicU64>,
    read_before: u64,
}

impl<'i> Input<'i> {
    /// Opens a file; `read` counts its bytes.
    pub(super) fn open(path: &Path, read: &Arc<AtomicU64>) -> io::Result<Self> {
        let file = File::open(path)?;
        let about = file.metadata()?;
        if about.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if about.is_file() {
            return Self::of(file, Some(about.len()), read);
        }
        Self::of(Interruptible(file), None, read)
    }

    /// Takes a stream.
    pub(super) fn of(stream: impl Read + Send + 'i, size: Option<u64>, read: &Arc<AtomicU64>) -> io::Result<Self> {
        let read_before = read.load(Ordering::Relaxed);
        let reader = decompressed(Counting { stream, read: Arc::clone(read) })?;
        Ok(Self { reader, size, read: Arc::clone(read), read_before })
    }

    /// The bytes that the file had when it was opened and that have not been read.
    pub(super) fn missing(&self) -> u64 {
        let read = self.read.load(Ordering::Relaxed) - self.read_before;
        self.size.map_or(0, |size| size.saturating_sub(read))
    }
}

impl Read for Input<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buffer)
    }
}

/// Decompresses what begins like a compressed file.
fn decompressed<'i>(mut stream: impl Read + Send + 'i) -> io::Result<Box<dyn Read + Send + 'i>> {
    let mut start = Vec::new();
    Patient(&mut stream).take(ZSTANDARD.len() as u64).read_to_end(&mut start)?;
    let compression = Compression::of(&start);
    let whole = io::Cursor::new(start).chain(stream);
    Ok(match compression {
        Some(Compression::Gzip) => Box::new(MultiGzDecoder::new(BufReader::with_capacity(BUFFER, Patient(whole)))),
        Some(Compression::Zstandard) => {
            Box::new(zstandard::Reader::new(BufReader::with_capacity(BUFFER, Patient(whole))))
        }
        None => Box::new(whole),
    })
}

/// How a file is compressed.
enum Compression {
    Gzip,
    Zstandard,
}

impl Compression {
    /// What the first bytes say; the name says nothing.
    fn of(start: &[u8]) -> Option<Self> {
        match start {
            _ if start.starts_with(&GZIP) => Some(Self::Gzip),
            _ if start.starts_with(&ZSTANDARD) => Some(Self::Zstandard),
            _ => None,
        }
    }
}

/// Counts the bytes that are read.
struct Counting<R> {
    stream: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.stream.read(buffer)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}
