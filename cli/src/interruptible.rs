//! Streams that may keep a reader waiting: standard input, and named pipes.

use std::io::{self, Read};

use crate::scan::interrupt;

/// A stream of the system, whose end comes when a scan is asked to end. Where nothing comes for a while reading fails
/// with `WouldBlock`, and may be tried again; [`Patient`] does so.
pub(crate) struct Interruptible<S>(pub(crate) S);

/// Reads past a buffer that the stream may have: what stands there nobody could wait for.
#[cfg(unix)]
impl<S: std::os::fd::AsFd> Read for Interruptible<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if is_ready(&self.0) {
            Ok(rustix::io::read(&self.0, buffer)?)
        } else if interrupt::is_asked() {
            Ok(0)
        } else {
            Err(io::ErrorKind::WouldBlock.into())
        }
    }
}

/// Elsewhere reading waits, whatever is asked meanwhile.
#[cfg(not(unix))]
impl<S: Read> Read for Interruptible<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if interrupt::is_asked() { Ok(0) } else { self.0.read(buffer) }
    }
}

/// Waits a little for something to read; true where nobody can tell.
#[cfg(unix)]
fn is_ready(stream: &impl std::os::fd::AsFd) -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
    let mut inputs = [PollFd::new(stream, PollFlags::IN)];
    match poll(&mut inputs, Some(&PATIENCE)) {
        Ok(ready) => ready > 0,
        Err(error) => error != rustix::io::Errno::INTR,
    }
}

/// Waits for a stream as long as it takes.
pub(crate) struct Patient<S>(pub(crate) S);

impl<S: Read> Read for Patient<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
        }
    }
}
