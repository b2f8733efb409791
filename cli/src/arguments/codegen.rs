//! The arguments of `codegen`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::codegen::Language;

/// Write the errors of a registry as typed constants, in the style of the packages of this project.
///
/// Constants are named after the ids, so that they stay as long as those. C gets the numbers, and the table as macros;
/// Python gets the ids, and their type; TypeScript gets the ids, and for each its class and the values of its message.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors codegen --lang c --registry manifest.json --prefix SHOP --output shop_errors.h
  kuzzle-errors codegen --lang python --registry manifest.json --output shop/errors.py
  kuzzle-errors codegen --lang typescript --registry manifest.json > errors.ts")]
pub(crate) struct Codegen {
    /// The language
    #[arg(long, value_name = "LANGUAGE", value_enum)]
    pub(crate) lang: Language,

    /// The errors of an application, of a plugin or of a Kuzzle: a file or a folder; may be repeated
    #[arg(long = "registry", value_name = "PATH", required = true)]
    pub(crate) registries: Vec<PathBuf>,

    /// What the names in C begin with; APP where nothing is given
    #[arg(long, value_parser = prefix)]
    pub(crate) prefix: Option<String>,

    /// Write to this file, whole or not at all, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Takes the beginning of a C identifier.
fn prefix(given: &str) -> Result<String, &'static str> {
    let starts_well = given.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_identifier = given.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (starts_well && is_identifier).then(|| given.to_owned()).ok_or("expected a letter, then letters, digits and _")
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.name()))
    }
}
