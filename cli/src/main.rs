//! The command `kuzzle-errors`.

use std::process::ExitCode;

use kuzzle_errors_cli::{Streams, run};

fn main() -> ExitCode {
    ExitCode::from(run(std::env::args_os(), &mut Streams::standard()))
}
