//! Cuts a stream into parts of whole records.

use std::io::{self, ErrorKind, Read};

use kuzzle_errors::scan::whole_records;

/// How much is read at once: parts of this size stay in the processor's cache while they are scanned.
const READ: usize = 512 << 10;

/// Cuts streams into parts, one stream after the other. Holds no more than two mebibytes.
#[derive(Default)]
pub(super) struct Carver {
    bytes: Vec<u8>,
    filled: usize,
    /// Whether somebody waits for what a stream has given so far.
    is_live: bool,
}

/// A part of a stream.
#[derive(Default)]
pub(super) struct Part {
    bytes: Vec<u8>,
    length: usize,
}

impl Part {
    pub(super) fn text(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl Carver {
    /// One that hands over whole lines when nothing comes for a while, even if what follows would belong to the last.
    pub(super) fn live() -> Self {
        Self { is_live: true, ..Self::default() }
    }

    /// Reads until there is a part of whole records, or until the stream ends: then what is left is the part. Tells
    /// whether there was one.
    ///
    /// After an error the rest that could be read is there for [`rest`](Self::rest).
    pub(super) fn next(&mut self, stream: &mut impl Read, part: &mut Part) -> io::Result<bool> {
        self.move_to(part);
        loop {
            let before = self.filled;
            match self.fill(stream) {
                Ok(0) => return Ok(self.rest(part)),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    if self.is_live && self.whole_lines(part) {
                        return Ok(true);
                    }
                    continue;
                }
                Err(error) => return Err(error),
            }
            // Records end behind a line end, or where they are too long.
            let may_be_whole = self.bytes[before.saturating_sub(1)..self.filled].contains(&b'\n');
            if (may_be_whole || self.filled > READ) && self.whole(part) {
                return Ok(true);
            }
        }
    }

    /// Hands over the records that are whole, and tells whether there are any.
    pub(super) fn whole(&mut self, part: &mut Part) -> bool {
        self.hand_over(whole_records(&self.bytes[..self.filled]), part);
        part.length > 0
    }

    /// Hands over what has been read of a stream that does not go on, and tells whether that is anything.
    pub(super) fn rest(&mut self, part: &mut Part) -> bool {
        self.hand_over(self.filled, part);
        part.length > 0
    }

    /// Hands over the lines that are whole, if there are any, where nothing may come for a while.
    pub(super) fn whole_lines(&mut self, part: &mut Part) -> bool {
        let line_end = self.bytes[..self.filled].iter().rposition(|&byte| byte == b'\n');
        self.hand_over(line_end.map_or(0, |line_end| line_end + 1), part);
        part.length > 0
    }

    /// Reads once and gives back how much; 0 at the end of the stream.
    pub(super) fn fill(&mut self, stream: &mut impl Read) -> io::Result<usize> {
        let end = self.filled + READ;
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        loop {
            match stream.read(&mut self.bytes[self.filled..end]) {
                Ok(length) => {
                    self.filled += length;
                    return Ok(length);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Goes on in the buffer of a part, which is in the cache of the processor that will scan it.
    fn move_to(&mut self, part: &mut Part) {
        let begun = &self.bytes[..self.filled];
        if part.bytes.len() < begun.len() {
            part.bytes.resize(begun.len(), 0);
        }
        part.bytes[..begun.len()].copy_from_slice(begun);
        std::mem::swap(&mut self.bytes, &mut part.bytes);
    }

    /// The last bytes of what has been read and is not handed over yet, at most so many.
    pub(super) fn last(&self, most: usize) -> &[u8] {
        &self.bytes[self.filled.saturating_sub(most)..self.filled]
    }

    /// Swaps the buffers and takes back what is beyond the part.
    fn hand_over(&mut self, length: usize, part: &mut Part) {
        part.length = length;
        if length == 0 {
            return;
        }
        std::mem::swap(&mut self.bytes, &mut part.bytes);
        let rest = &part.bytes[length..self.filled];
        if self.bytes.len() < rest.len() {
            self.bytes.resize(rest.len(), 0);
        }
        self.bytes[..rest.len()].copy_from_slice(rest);
        self.filled = rest.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a stream that gives its bytes in pieces.
    fn parts(pieces: &[&str]) -> Vec<String> {
        let mut carver = Carver::default();
        let mut part = Part::default();
        let mut parts = Vec::new();
        for piece in pieces {
            let mut stream = piece.as_bytes();
            carver.fill(&mut stream).unwrap();
            carver.whole(&mut part);
            parts.push(String::from_utf8(part.text().to_vec()).unwrap());
        }
        assert_eq!(carver.rest(&mut part), part.length > 0);
        parts.push(String::from_utf8(part.text().to_vec()).unwrap());
        parts
    }

    #[test]
    fn parts_end_where_a_record_ends() {
        assert_eq!(parts(&["one\ntw", "o\nthree\n", "four"]), ["one\n", "two\n", "three\n", "four"]);
        assert_eq!(parts(&["{\n", " 1\n}\n", "x"]), ["", "", "{\n 1\n}\n", "x"]);
    }
}
