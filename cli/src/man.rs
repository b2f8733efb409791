//! `man`: the manual pages.

use std::io::Write;
use std::path::Path;

use clap::CommandFactory;

use crate::arguments::{Arguments, Man};
use crate::files;
use crate::outcome::{Failure, Outcome};
use crate::streams::Streams;

pub(crate) fn run(asked: &Man, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let mut command = Arguments::command();
    command.build();
    let Some(folder) = &asked.output else {
        streams.output.write_all(&page(&command, None)?)?;
        return Ok(Outcome::Complete);
    };
    write_page(&command, None, folder)?;
    for subcommand in command.get_subcommands() {
        write_page(subcommand, Some(command.get_name()), folder)?;
    }
    Ok(Outcome::Complete)
}

fn write_page(command: &clap::Command, parent: Option<&str>, folder: &Path) -> Result<(), Failure> {
    let prefix = parent.map(|parent| format!("{parent}-")).unwrap_or_default();
    let file = folder.join(format!("{prefix}{}.1", command.get_name()));
    files::write(&file, &page(command, parent)?)
}

fn page(command: &clap::Command, parent: Option<&str>) -> Result<Vec<u8>, Failure> {
    let name =
        parent.map_or_else(|| command.get_name().to_owned(), |parent| format!("{parent}-{}", command.get_name()));
    let mut page = Vec::new();
    let source = concat!("kuzzle-errors ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command.clone()).title(name).source(source).manual("kuzzle-errors").render(&mut page)?;
    Ok(page)
}
