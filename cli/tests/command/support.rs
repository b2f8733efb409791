//! Starts the command and collects what it writes.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use serde_json::Value;

/// What a run wrote, and its exit status.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Run {
    /// The answer of a run that went well.
    pub(crate) fn answer(self) -> String {
        assert_eq!((self.status, self.errors.as_str()), (0, ""), "{}", self.output);
        self.output
    }

    /// The answer as JSON of a run that went well.
    pub(crate) fn json(self) -> Value {
        serde_json::from_str(&self.answer()).expect("the answer is JSON")
    }

    /// The answer and the warnings of a run that went well.
    pub(crate) fn warned_answer(self) -> (String, String) {
        assert_eq!(self.status, 0, "{}", self.errors);
        (self.output, self.errors)
    }

    /// The complaint of a run that answered nothing.
    pub(crate) fn complaint(self, status: i32) -> String {
        assert_eq!((self.status, self.output.as_str()), (status, ""), "{}", self.errors);
        self.errors
    }
}

/// The command, in an environment without preferences about colours.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kuzzle-errors"));
    for preference in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "CI"] {
        command.env_remove(preference);
    }
    command.env("TERM", "xterm-256color").args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command without input.
pub(crate) fn run(arguments: &[&str]) -> Run {
    finish(command(arguments).spawn().expect("the command starts"))
}

/// Runs the command with some bytes on standard input.
pub(crate) fn run_with_input(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut child = command(arguments).stdin(Stdio::piped()).spawn().expect("the command starts");
    // A command that does not read its input closes it: that is not for the writer to complain about.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_ref());
    finish(child)
}

fn finish(child: Child) -> Run {
    let result = child.wait_with_output().expect("the command ends");
    Run {
        status: result.status.code().expect("the command ends by itself"),
        output: String::from_utf8(result.stdout).expect("the answer is UTF-8"),
        errors: String::from_utf8(result.stderr).expect("the complaint is UTF-8"),
    }
}

/// Runs a command whose three streams are a terminal with some columns, and gives back what the terminal got.
pub(crate) fn run_in_terminal(columns: u16, command: &mut Command) -> String {
    let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
    grantpt(&controller).expect("access to it");
    unlockpt(&controller).expect("access to it");
    let name = ptsname(&controller, Vec::new()).expect("its name").into_string().expect("a path");
    let terminal = File::options().read(true).write(true).open(name).expect("its other side");
    let size = Winsize { ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&terminal, size).expect("a size");

    let stream = || Stdio::from(terminal.try_clone().expect("a handle"));
    let mut child = command.stdin(stream()).stdout(stream()).stderr(stream()).spawn().expect("the command starts");
    // The command's handles to the terminal close when the last process holding them ends.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    drop(terminal);
    let mut shown = Vec::new();
    // Reading ends with an error when nobody holds the other side any more.
    let _ = File::from(controller).read_to_end(&mut shown);
    child.wait().expect("the command ends");
    String::from_utf8(shown).expect("UTF-8").replace("\r\n", "\n")
}

/// Compares with a file of `tests/golden`; with `BLESS` in the environment the file is written instead.
pub(crate) fn assert_golden(name: &str, text: &str) {
    let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).expect("the golden file is writable");
    }
    let expected = std::fs::read_to_string(&path).expect("the golden file is there");
    assert_eq!(text, expected, "differs from {path}; if that is meant, run the tests with BLESS=1");
}
