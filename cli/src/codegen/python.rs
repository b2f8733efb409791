//! Constants and types of Python.

use std::fmt::Write as _;

use kuzzle_errors::Definition;

use super::NameClash;
use super::names::{self, constant, identifier, one_line};

/// Names of domains and subdomains that Python keeps for itself; they get an underscore behind them.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Names that the modules themselves need.
const NEEDED: [&str; 6] = ["annotations", "Final", "Id", "Literal", "TypeAlias", "TYPE_CHECKING"];

/// A module with the constants and the type of the ids; `head` is the line that says what made it.
///
/// # Errors
///
/// [`NameClash`] where two ids, subdomains or domains have one name.
pub fn module(definitions: &[Definition<'_>], head: &str) -> Result<String, NameClash> {
    names::check(
        definitions,
        &[
            |definition| (class(definition.domain()), definition.domain().to_owned()),
            |definition| (subdomain_path(definition), prefix_of(definition)),
            |definition| (format!("{}.{}", subdomain_path(definition), member(definition)), definition.id().to_owned()),
        ],
    )?;
    let ids: Vec<&str> = definitions.iter().map(|definition| definition.id()).collect();
    // Long lines are docstrings, small letters begin the names of domains, and texts are in any language.
    Ok(format!(
        "\"\"\"The ids of errors as constants, and their type.\"\"\"\n\n# {}\n# ruff: noqa: E501, N801, RUF001, RUF100\n\n\
         from __future__ import annotations\n\nfrom typing import Final, Literal, TypeAlias\n{}{}",
        one_line(head),
        literal("Id", "The id of an error.", &ids),
        classes(definitions),
    ))
}

/// A class for each domain and subdomain, with a constant for each id.
#[must_use]
pub fn classes(definitions: &[Definition<'_>]) -> String {
    let mut text = String::new();
    for domain in definitions.chunk_by(|one, other| one.domain() == other.domain()) {
        let name = domain[0].domain();
        let about = documentation(&format!("Domain `{name}`."));
        _ = write!(text, "\n\nclass {}:\n    {about}\n", class(name));
        for subdomain in domain.chunk_by(|one, other| one.subdomain() == other.subdomain()) {
            let about = documentation(&format!("Subdomain `{}`.", prefix_of(subdomain[0])));
            _ = write!(text, "\n    class {}:\n        {about}\n\n", class(subdomain[0].subdomain()));
            for definition in subdomain {
                text += &assignment(*definition);
            }
        }
    }
    text
}

/// A type that is one of some texts.
#[must_use]
pub fn literal(name: &str, about: &str, values: &[&str]) -> String {
    let mut text = format!("\n{name}: TypeAlias = Literal[\n");
    for value in values {
        _ = writeln!(text, "    {},", quoted(value));
    }
    text + "]\n" + &documentation(about) + "\n"
}

fn assignment(definition: Definition<'_>) -> String {
    let about = format!("{}, {}: {}", definition.code(), definition.class(), definition.description());
    let id = quoted(definition.id());
    format!("        {}: Final = {id}\n        {}\n", member(definition), documentation(&about))
}

/// `services.storage`.
fn prefix_of(definition: Definition<'_>) -> String {
    format!("{}.{}", definition.domain(), definition.subdomain())
}

fn subdomain_path(definition: Definition<'_>) -> String {
    format!("{}.{}", class(definition.domain()), class(definition.subdomain()))
}

/// The constant of an id.
fn member(definition: Definition<'_>) -> String {
    constant(definition.name())
}

/// The class of a domain or of a subdomain.
fn class(part: &str) -> String {
    let name = identifier(part);
    let is_taken = KEYWORDS.contains(&&*name) || NEEDED.contains(&&*name);
    if is_taken { format!("{name}_") } else { name }
}

fn quoted(text: &str) -> String {
    names::quoted(text, |character| format!("\\U{:08x}", u32::from(character)))
}

/// A docstring in one line.
fn documentation(text: &str) -> String {
    let text = one_line(text).replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    let space = if text.ends_with('"') { " " } else { "" };
    format!("\"\"\"{text}{space}\"\"\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_python_keeps_for_itself_gets_an_underscore() {
        assert_eq!(class("assert"), "assert_");
        assert_eq!(class("Final"), "Final_");
        assert_eq!(class("storage"), "storage");
    }

    #[test]
    fn a_docstring_ends_where_it_should() {
        assert_eq!(documentation(r#"Wrong "index""#), r#""""Wrong "index" """"#);
        assert_eq!(documentation(r"a\b"), r#""""a\\b""""#);
    }
}
