//! The arguments of `completions` and `man`.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// Write what completes the words of this command in a shell.
#[derive(Args, Clone, Copy, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors completions bash > ~/.local/share/bash-completion/completions/kuzzle-errors
  kuzzle-errors completions zsh > ~/.zfunc/_kuzzle-errors
  kuzzle-errors completions fish > ~/.config/fish/completions/kuzzle-errors.fish")]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: Shell,
}

/// Write the manual pages: that of this command to standard output, or one for each of its commands into a folder.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors man | man --local-file -
  kuzzle-errors man --output ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// The folder to write the pages into; it has to be there
    #[arg(long, short, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
}
