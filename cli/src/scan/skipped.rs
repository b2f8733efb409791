//! What could not be read, or not as it should have been.

use std::collections::BTreeMap;
use std::io;

use kuzzle_errors::scan::Damage;

/// Why something is not, or not wholly, in the answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// A file can't be opened, or can't be read to its end: what the system says.
    NotReadable(String),
    /// A file was shorter at its end than when it was opened.
    Shrunk,
    /// A file that was followed is gone.
    Vanished,
    /// Lines longer than a mebibyte, which were read in pieces.
    LongLine,
    /// Lines that end within an object.
    BrokenOff,
    /// Lines that are not UTF-8.
    NotUtf8,
}

/// How often, and how many bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent {
    pub(super) count: u64,
    pub(super) bytes: u64,
}

/// What was skipped of each file, by reason.
#[derive(Debug, Default)]
pub(super) struct Skipped {
    rows: BTreeMap<(u32, Reason), Extent>,
}

impl Reason {
    pub(super) fn not_readable(error: &io::Error) -> Self {
        Self::NotReadable(error.to_string())
    }

    /// For people and programs.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::NotReadable(reason) => reason,
            Self::Shrunk => "the file shrank while it was read",
            Self::Vanished => "the file vanished",
            Self::LongLine => "lines longer than 1 MiB, read in pieces",
            Self::BrokenOff => "lines that break off within an object",
            Self::NotUtf8 => "lines that are not UTF-8",
        }
    }

    /// Whether something is missing, and not only read with care.
    pub(super) const fn is_loss(&self) -> bool {
        matches!(self, Self::NotReadable(_) | Self::Shrunk | Self::Vanished)
    }
}

impl Skipped {
    pub(super) fn add(&mut self, file: u32, reason: Reason, extent: Extent) {
        if extent.count > 0 {
            let row = self.rows.entry((file, reason)).or_default();
            row.count += extent.count;
            row.bytes += extent.bytes;
        }
    }

    pub(super) fn add_damage(&mut self, file: u32, damage: &Damage) {
        for (reason, defect) in [(Reason::BrokenOff, damage.broken_off), (Reason::NotUtf8, damage.not_utf_8)] {
            self.add(file, reason, Extent { count: defect.count, bytes: defect.bytes });
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        for ((file, reason), extent) in other.rows {
            self.add(file, reason, extent);
        }
    }

    /// File, reason and extent, in the order of the files.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &Reason, Extent)> {
        self.rows.iter().map(|((file, reason), extent)| (*file, reason, *extent))
    }
}
