//! The command `kuzzle-errors`.

use std::ffi::OsString;

use kuzzle_errors_cli::Streams;
use napi_derive::napi;

/// Runs the command on the streams of the process and returns its exit status; the arguments begin with its name.
#[napi(catch_unwind)]
pub fn run_command(arguments: Vec<String>) -> u8 {
    #[cfg(unix)]
    have_streams_block();
    kuzzle_errors_cli::run(arguments.into_iter().map(OsString::from), &mut Streams::standard())
}

/// Node.js makes pipes non-blocking for everybody who has them, such as the npx that started this one; the command
/// would take a full pipe for a broken one.
#[cfg(unix)]
fn have_streams_block() {
    // What is closed, or knows no such mode, needs none of this.
    let _ = rustix::io::ioctl_fionbio(std::io::stdin(), false);
    let _ = rustix::io::ioctl_fionbio(std::io::stdout(), false);
    let _ = rustix::io::ioctl_fionbio(std::io::stderr(), false);
}
