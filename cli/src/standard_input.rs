//! The standard input of the process.

use std::io::{self, Read, Stdin};

use crate::scan::interrupt;

/// Standard input, whose end comes when a scan is asked to end.
pub(crate) struct StandardInput(Stdin);

impl StandardInput {
    pub(crate) fn new() -> Self {
        Self(io::stdin())
    }
}

impl Read for StandardInput {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !is_ready(&self.0) {
            if interrupt::is_asked() {
                return Ok(0);
            }
        }
        read(&self.0, buffer)
    }
}

/// Reads past the buffer of the standard library: what stands there nobody could wait for.
#[cfg(unix)]
fn read(stdin: &Stdin, buffer: &mut [u8]) -> io::Result<usize> {
    Ok(rustix::io::read(stdin, buffer)?)
}

#[cfg(not(unix))]
fn read(stdin: &Stdin, buffer: &mut [u8]) -> io::Result<usize> {
    stdin.lock().read(buffer)
}

/// Waits a little for something to read; true where nobody can tell.
#[cfg(unix)]
fn is_ready(stdin: &Stdin) -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
    let mut inputs = [PollFd::new(stdin, PollFlags::IN)];
    match poll(&mut inputs, Some(&PATIENCE)) {
        Ok(ready) => ready > 0,
        Err(error) => error != rustix::io::Errno::INTR,
    }
}

/// Elsewhere reading waits, whatever is asked meanwhile.
#[cfg(not(unix))]
const fn is_ready(_: &Stdin) -> bool {
    true
}
