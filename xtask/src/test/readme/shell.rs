//! Examples of a terminal.

use anyhow::ensure;
use xshell::{Shell, cmd};

use crate::workspace;

/// The tasks of this workspace run in steps of their own; an example of them must be understood.
const TASK: &str = "cargo xtask ";

/// The command, in scripts that name files which are not there.
const COMMAND: &str = "kuzzle-errors ";

/// These print nothing; they run together with what follows them.
const SILENT: [&str; 2] = ["cc ", "export "];

/// Runs the lines that begin with `$ `; what stands below one must be what it prints.
pub(super) fn run_console(shell: &Shell, text: &str) -> anyhow::Result<()> {
    let path = path_with_command(shell)?;
    let mut script = String::new();
    for command in text.split("$ ").filter(|command| !command.is_empty()) {
        let (command, expected) = command.split_once('\n').unwrap_or((command, ""));
        if command.starts_with(TASK) {
            is_understood(shell, command)?;
            continue;
        }
        script = format!("{script}{command}\n");
        if SILENT.iter().any(|silent| command.starts_with(silent)) {
            continue;
        }
        let printed = cmd!(shell, "bash -e -c {script}").env("PATH", &path).read()?;
        ensure!(!printed.is_empty(), "{command} prints nothing");
        ensure!(expected.is_empty() || printed.trim_end() == expected.trim_end(), "{command} prints\n{printed}");
        script.clear();
    }
    ensure!(script.is_empty(), "nothing comes of {script}");
    Ok(())
}

/// The commands of this project in a script are understood; the files that they name need not be there.
pub(super) fn check_script(shell: &Shell, text: &str) -> anyhow::Result<()> {
    for line in text.lines() {
        for command in line.split('|').map(str::trim) {
            if command.starts_with(TASK) || command.starts_with(COMMAND) {
                is_understood(shell, command)?;
            }
        }
    }
    Ok(())
}

/// Arguments are read before the help is printed that is asked for behind them.
fn is_understood(shell: &Shell, command: &str) -> anyhow::Result<()> {
    let command = command.split(['#', '>']).next().unwrap_or_default().trim_end();
    let script = format!("{command} --help");
    cmd!(shell, "bash -c {script}").env("PATH", path_with_command(shell)?).ignore_stdout().run()?;
    Ok(())
}

/// The variable `PATH`, with a folder in it where the command stands.
fn path_with_command(shell: &Shell) -> anyhow::Result<String> {
    cmd!(shell, "cargo build --quiet --package kuzzle-errors-cli").quiet().run()?;
    let programs = workspace::target().join("debug");
    Ok(format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default()))
}
