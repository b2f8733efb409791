//! Constants and types of TypeScript.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kuzzle_errors::Definition;

use super::NameClash;
use super::names::{self, constant, identifier, one_line};

/// Names of params that TypeScript keeps for itself; they get an underscore behind them.
const KEYWORDS: [&str; 36] = [
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "import",
    "in",
    "instanceof",
    "new",
    "null",
    "return",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "var",
    "void",
    "while",
    "with",
];

/// Which of its two forms an object of ids has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The type, for an object that is made elsewhere.
    Interface,
    /// The object itself.
    Constant,
}

/// A module with the ids, and what is known of each error; `head` is the line that says what made it.
///
/// # Errors
///
/// [`NameClash`] where two ids, subdomains or domains have one name.
pub fn module(definitions: &[Definition<'_>], head: &str) -> Result<String, NameClash> {
    names::check(
        definitions,
        &[
            |definition| (identifier(definition.domain()), definition.domain().to_owned()),
            |definition| (path(definition, 2), format!("{}.{}", definition.domain(), definition.subdomain())),
            |definition| (path(definition, 3), definition.id().to_owned()),
        ],
    )?;
    let (ids, known_errors) = (ids(definitions, Form::Constant), known_errors(definitions));
    Ok(format!("// {}\n\n{ids}\n{known_errors}", one_line(head)))
}

/// The class and the values of every error, by id.
#[must_use]
pub fn known_errors(definitions: &[Definition<'_>]) -> String {
    let mut text = "/** A value put in a param of a message; objects and arrays are shown as JSON. */
export type Value = unknown;

/** The ids of all definitions. */
export type ErrorId = keyof KnownErrors;

/** The values that the message of an error needs, in order. */
export type Arguments<Id extends ErrorId> = KnownErrors[Id][\"arguments\"];

/** The class and the values of every error, by id. */
export interface KnownErrors {
"
    .to_owned();
    for definition in definitions {
        let class = definition.class();
        _ = writeln!(
            text,
            "  {}  {}: {{ class: \"{class}\"; arguments: [{}] }};",
            comment(*definition, "  "),
            quoted(definition.id()),
            arguments(*definition),
        );
    }
    text + "}\n"
}

/// The values of a message by their names; of those without names only how many they are.
fn arguments(definition: Definition<'_>) -> String {
    let named: Vec<String> = definition.params().iter().map(|name| format!("{}: Value", param(name))).collect();
    let arguments = if named.is_empty() { vec!["Value".to_owned(); definition.placeholders()] } else { named };
    arguments.join(", ")
}

/// The label of a value.
fn param(name: &str) -> String {
    let name = identifier(name);
    if KEYWORDS.contains(&&*name) { format!("{name}_") } else { name }
}

/// The ids of all definitions, by domain, subdomain and name.
#[must_use]
pub fn ids(definitions: &[Definition<'_>], form: Form) -> String {
    let mut domains: BTreeMap<&str, BTreeMap<&str, Vec<Definition<'_>>>> = BTreeMap::new();
    for definition in definitions {
        let subdomains = domains.entry(definition.domain()).or_default();
        subdomains.entry(definition.subdomain()).or_default().push(*definition);
    }
    let (open, readonly, end, close) = match form {
        Form::Interface => ("export interface Ids {\n", "readonly ", ";", "}\n"),
        Form::Constant => ("export const ids = {\n", "", ",", "} as const;\n"),
    };
    let mut text = format!("/** The ids of all definitions, by domain, subdomain and name. */\n{open}");
    for (domain, subdomains) in domains {
        _ = writeln!(text, "  {readonly}{}: {{", identifier(domain));
        for (subdomain, definitions) in subdomains {
            _ = writeln!(text, "    {readonly}{}: {{", identifier(subdomain));
            for definition in definitions {
                let (name, id) = (member(definition), quoted(definition.id()));
                let comment = comment(definition, "      ");
                _ = writeln!(text, "      {comment}      {readonly}{name}: {id}{end}");
            }
            _ = writeln!(text, "    }}{end}");
        }
        _ = writeln!(text, "  }}{end}");
    }
    text + close
}

/// The first parts of the way to an id.
fn path(definition: Definition<'_>, parts: usize) -> String {
    let path = [identifier(definition.domain()), identifier(definition.subdomain()), member(definition)];
    path[..parts].join(".")
}

fn member(definition: Definition<'_>) -> String {
    constant(definition.name())
}

fn quoted(text: &str) -> String {
    names::quoted(text, |character| format!("\\u{{{:x}}}", u32::from(character)))
}

/// What an editor shows of a definition.
fn comment(definition: Definition<'_>, indentation: &str) -> String {
    let description = one_line(definition.description()).replace("*/", "* /");
    let (code, class, status) = (definition.code(), definition.class(), definition.status());
    let lines = [&*description, "", &format!("{code}, {class}, status {status}")];
    let text = lines.map(|line| format!("{indentation} * {line}").trim_end().to_owned()).join("\n");
    format!("/**\n{text}\n{indentation} */\n")
}
