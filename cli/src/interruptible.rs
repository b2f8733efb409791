//! Streams that may keep a reader waiting: standard input, and named pipes.

use std::io::{self, Read};

use crate::scan::interrupt;

/// A stream of the system, whose end comes when a scan is asked to end.
pub(crate) struct Interruptible<S>(pub(crate) S);

/// Reads past a buffer that the stream may have: what stands there nobody could wait for.
#[cfg(unix)]
impl<S: std::os::fd::AsFd> Read for Interruptible<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !is_ready(&self.0) {
            if interrupt::is_asked() {
                return Ok(0);
            }
        }
        Ok(rustix::io::read(&self.0, buffer)?)
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
