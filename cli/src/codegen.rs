//! Definitions as typed constants of other languages: those of a team's registry, and those of this project's packages,
//! which `cargo xtask codegen` writes with the same functions.

pub mod c;
pub mod names;
pub mod python;
mod run;
pub mod typescript;

use std::collections::HashMap;
use std::fmt;

use kuzzle_errors::Definition;

pub(crate) use run::run;

/// A language to write constants in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// A header of C99 and C++.
    C,
    /// A module of Python 3.10 and later.
    Python,
    /// A module of TypeScript.
    TypeScript,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::C, Self::Python, Self::TypeScript];

    /// `c`, `python` or `typescript`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::C => "c",
            Self::Python => "python",
            Self::TypeScript => "typescript",
        }
    }
}

/// Two ids, or parts of ids, that a language can only give one name to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameClash {
    /// The name.
    pub name: String,
    /// Whose it is.
    pub one: String,
    /// Who would have it too.
    pub other: String,
}

impl fmt::Display for NameClash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` and `{}` would both be called {}", self.one, self.other, self.name)
    }
}

impl std::error::Error for NameClash {}

/// Definitions by domain and subdomain, and there by code; those that share a number stay apart, the one that came first
/// before the other.
#[must_use]
pub fn grouped<'r>(definitions: impl IntoIterator<Item = Definition<'r>>) -> Vec<Definition<'r>> {
    let mut definitions: Vec<_> = definitions.into_iter().collect();
    let (mut domains, mut subdomains) = (HashMap::new(), HashMap::new());
    for (rank, definition) in definitions.iter().enumerate() {
        domains.entry(definition.domain()).or_insert(rank);
        subdomains.entry((definition.domain(), definition.subdomain())).or_insert(rank);
    }
    definitions.sort_by_key(|definition| {
        let (code, domain, subdomain) = (definition.code(), definition.domain(), definition.subdomain());
        (code.domain(), domains[domain], code.subdomain(), subdomains[&(domain, subdomain)], code)
    });
    definitions
}
