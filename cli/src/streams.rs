//! What a run reads and writes, and how what it writes will be seen.

use std::fmt::Display;
use std::io::{self, BufWriter, Read, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use crate::interruptible::Interruptible;
use crate::styles::Styles;

/// The columns taken for granted where no terminal tells.
const USUAL_WIDTH: usize = 80;
/// The lines of a terminal that does not know its size.
const USUAL_HEIGHT: usize = 24;
/// Lines beyond this are hard to read.
const WIDEST_TEXT: usize = 100;
/// Narrower than this nothing can be laid out.
const NARROWEST_TEXT: usize = 30;

/// The three streams of a run.
pub struct Streams<'s> {
    /// What `-` stands for.
    pub input: Box<dyn Read + Send + 's>,
    /// Takes the answer.
    pub output: Output<'s>,
    /// Takes complaints.
    pub errors: Output<'s>,
}

impl Streams<'static> {
    /// The streams of the process.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            input: Box::new(Interruptible(io::stdin())),
            output: Output {
                has_reader: || has_reader(&io::stdout()),
                ..Output::of_process(io::stdout(), terminal_size::terminal_size_of(io::stdout()))
            },
            errors: Output::of_process(io::stderr(), terminal_size::terminal_size_of(io::stderr())),
        }
    }
}

impl Streams<'_> {
    /// Writes one line of complaint, behind what has been answered so far.
    ///
    /// A complaint that nobody can read is lost: there is nowhere left to say so.
    pub(crate) fn complain(&mut self, complaint: impl Display) {
        let style = self.errors.styles.error;
        self.remark(format_args!("{style}error:{style:#} {complaint}"));
    }

    /// Writes one line of warning, as [`complain`](Self::complain) does.
    pub(crate) fn warn(&mut self, warning: impl Display) {
        let style = self.errors.styles.warning;
        self.remark(format_args!("{style}warning:{style:#} {warning}"));
    }

    /// Writes one line to the errors as it is.
    pub(crate) fn remark(&mut self, line: impl Display) {
        let _ = self.output.flush();
        let _ = writeln!(self.errors, "{line}").and_then(|()| self.errors.flush());
    }
}

/// A stream to write to, with what is known about its reader.
pub struct Output<'s> {
    writer: Box<dyn Write + 's>,
    styles: Styles,
    width: Option<usize>,
    /// The lines of the terminal of the process, where things may be shown and taken away again.
    height: Option<usize>,
    has_reader: fn() -> bool,
}

impl<'s> Output<'s> {
    /// A stream that is no terminal: no colours, no width.
    ///
    /// ```
    /// use kuzzle_errors_cli::{Output, Streams, run};
    ///
    /// let mut answer = Vec::new();
    /// let mut streams = Streams {
    ///     input: Box::new(std::io::empty()),
    ///     output: Output::plain(&mut answer),
    ///     errors: Output::plain(std::io::sink()),
    /// };
    /// assert_eq!(run(["kuzzle-errors", "--version"].map(Into::into), &mut streams), 0);
    /// drop(streams);
    /// assert!(answer.starts_with(b"kuzzle-errors "));
    /// ```
    pub fn plain(writer: impl Write + 's) -> Self {
        Self { writer: Box::new(writer), styles: Styles::plain(), width: None, height: None, has_reader: || true }
    }

    /// A terminal with this number of columns, which shows colours or does not.
    ///
    /// ```
    /// use kuzzle_errors_cli::{Output, Streams, run};
    ///
    /// let mut answer = Vec::new();
    /// let mut streams = Streams {
    ///     input: Box::new(std::io::empty()),
    ///     output: Output::terminal(&mut answer, 60, true),
    ///     errors: Output::plain(std::io::sink()),
    /// };
    /// run(["kuzzle-errors", "explain", "1"].map(Into::into), &mut streams);
    /// drop(streams);
    /// assert!(answer.starts_with(b"\x1b[1mcore.fatal.unexpected_error\x1b[0m\n"));
    /// ```
    pub fn terminal(writer: impl Write + 's, width: usize, colored: bool) -> Self {
        let styles = if colored { Styles::colored() } else { Styles::plain() };
        Self { writer: Box::new(writer), styles, width: Some(width), height: None, has_reader: || true }
    }

    fn of_process<S: RawStream + 's>(stream: S, size: Option<(terminal_size::Width, terminal_size::Height)>) -> Self {
        let colored = !matches!(AutoStream::choice(&stream), ColorChoice::Never);
        let styles = if colored { Styles::colored() } else { Styles::plain() };
        // A terminal may not know its size: zero columns.
        let width = size.map(|(width, _)| usize::from(width.0)).filter(|&width| width > 0);
        let width = width.or_else(|| stream.is_terminal().then_some(USUAL_WIDTH));
        let can_move = stream.is_terminal() && std::env::var_os("TERM").is_none_or(|name| name != "dumb");
        let height = size.map(|(_, height)| usize::from(height.0)).filter(|&height| height > 0);
        let height = can_move.then(|| height.unwrap_or(USUAL_HEIGHT));
        Self { writer: Box::new(BufWriter::new(stream)), styles, width, height, has_reader: || true }
    }

    /// The columns of the terminal; `None` for files and pipes.
    pub(crate) const fn terminal_width(&self) -> Option<usize> {
        self.width
    }

    /// The lines of the terminal of the process, where things may be shown and taken away again; `None` elsewhere.
    pub(crate) const fn live_height(&self) -> Option<usize> {
        self.height
    }

    /// Whether somebody may still read what is written; on a system that does not tell, writing does.
    pub(crate) fn has_reader(&self) -> bool {
        (self.has_reader)()
    }

    /// Another stream, whose reader sees what the reader of this one would.
    pub(crate) fn alike<'w>(&self, writer: impl Write + 'w) -> Output<'w> {
        match self.width {
            Some(width) => Output::terminal(writer, width, self.styles.are_colored()),
            None => Output::plain(writer),
        }
    }

    /// The columns that running text may take.
    pub(crate) fn text_width(&self) -> usize {
        self.width.unwrap_or(USUAL_WIDTH).clamp(NARROWEST_TEXT, WIDEST_TEXT)
    }

    pub(crate) const fn styles(&self) -> &Styles {
        &self.styles
    }
}

/// Whether nobody has closed the other end of a stream.
#[cfg(unix)]
fn has_reader(stream: &impl std::os::fd::AsFd) -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let mut outputs = [PollFd::new(stream, PollFlags::empty())];
    let asked = poll(&mut outputs, Some(&Timespec::default()));
    asked.is_err() || !outputs[0].revents().intersects(PollFlags::ERR | PollFlags::HUP)
}

#[cfg(not(unix))]
fn has_reader<S>(_: &S) -> bool {
    true
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
