//! Constants and tables of C.

use std::fmt::Write as _;

use kuzzle_errors::{Audience, Class, Definition, Retry};

use super::NameClash;
use super::names::{self, constant, one_line};

/// What a header says of itself.
const ABOUT: &str = " *
 * The number of each error, for the cases of a switch over kuzzle_error_code(). The id decides
 * which error it is: other errors may have the same numbers.
 */
";

/// What a table of macros is for.
const ABOUT_TABLE: &str = "
/* The table as macros: @PREFIX@_ERRORS(X) becomes
 *
 *     X(name, code, id, error_class, status, retry, audience, message, description)
 *
 * for each error, by code, with the name that the constant @PREFIX@_<name> has, the id and both
 * texts as string literals, and error_class, retry and audience as constants of kuzzle_errors.h. */
";

/// A header with the constants and the table; `head` is the line that says what made it.
///
/// # Errors
///
/// [`NameClash`] where two ids have one name.
pub fn header(definitions: &[Definition<'_>], prefix: &str, head: &str) -> Result<String, NameClash> {
    check(definitions, prefix)?;
    let guard = format!("{prefix}_ERRORS_H");
    let mut text = format!("/* {}\n{ABOUT}\n#ifndef {guard}\n#define {guard}\n", comment(head));
    for definition in definitions {
        text += &macro_constant(*definition, prefix);
    }
    text += &ABOUT_TABLE.replace("@PREFIX@", prefix);
    text += &table(definitions, prefix);
    Ok(text + "\n#endif\n")
}

/// Every macro of a header has a name of its own.
fn check(definitions: &[Definition<'_>], prefix: &str) -> Result<(), NameClash> {
    names::check(definitions, &[|definition| (name(definition), definition.id().to_owned())])?;
    let mut tables = vec!["ERRORS".to_owned(), "ERRORS_H".to_owned(), ALL_CODES.to_owned(), REPLACED.to_owned()];
    tables.extend(definitions.iter().map(|definition| table_of(*definition)));
    match definitions.iter().find(|definition| tables.contains(&name(**definition))) {
        None => Ok(()),
        Some(definition) => Err(NameClash {
            name: format!("{prefix}_{}", name(*definition)),
            one: definition.id().to_owned(),
            other: "the table of all".to_owned(),
        }),
    }
}

fn macro_constant(definition: Definition<'_>, prefix: &str) -> String {
    let (id, code, class, status) = (definition.id(), definition.code(), definition.class(), definition.status());
    let about = comment(&format!("`{id}`, {code}, {class}, {status}: {}", definition.description()));
    format!("\n/** {about} */\n#define {prefix}_{} {code}u\n", name(definition))
}

/// A text that does not end the comment it stands in, nor begins another.
fn comment(text: &str) -> String {
    one_line(text).replace("*/", "* /").replace("/*", "/ *")
}

/// The part of the table with one definition for each code, and that with the others.
const ALL_CODES: &str = "ERRORS_BY_CODE";
const REPLACED: &str = "ERRORS_REPLACED";

/// `<PREFIX>_ERRORS` and its parts: a row for each definition.
///
/// Of several holders of a code the first counts, as it does for look-ups.
#[must_use]
pub fn table(definitions: &[Definition<'_>], prefix: &str) -> String {
    let (mut first, mut replaced) = (Vec::new(), Vec::new());
    for definition in definitions {
        let is_taken = first.iter().any(|one: &Definition<'_>| one.code() == definition.code());
        if is_taken { &mut replaced } else { &mut first }.push(*definition);
    }
    let mut text = String::new();
    let mut parts = Vec::new();
    for domain in first.chunk_by(|one, other| one.domain() == other.domain()) {
        let part = format!("{prefix}_{}", table_of(domain[0]));
        _ = writeln!(text, "\n/** The errors of the domain `{}`. */", comment(domain[0].domain()));
        text += &rows(&part, domain);
        parts.push(part);
    }
    if !replaced.is_empty() {
        text += "\n/** The errors whose code means another error today. */\n";
        text += &rows(&format!("{prefix}_{REPLACED}"), &replaced);
        text +=
            "\n/** One error for each code, the newest: no code comes twice, as the cases of a switch need it. */\n";
        text += &calls(&format!("{prefix}_{ALL_CODES}"), &parts);
        parts = vec![format!("{prefix}_{ALL_CODES}"), format!("{prefix}_{REPLACED}")];
    }
    text += "\n/** Every error: those above. */\n";
    text + &calls(&format!("{prefix}_ERRORS"), &parts)
}

fn table_of(definition: Definition<'_>) -> String {
    format!("ERRORS_{}", constant(definition.domain()))
}

fn rows(name: &str, definitions: &[Definition<'_>]) -> String {
    let rows: Vec<String> = definitions.iter().map(|definition| row(*definition)).collect();
    format!("#define {name}(X) \\\n{}\n", rows.join(" \\\n"))
}

fn row(definition: Definition<'_>) -> String {
    format!(
        "  X({}, {}u, {}, KUZZLE_CLASS_{}, {}, KUZZLE_RETRY_{}, KUZZLE_AUDIENCE_{}, \\\n    {}, \\\n    {})",
        name(definition),
        definition.code(),
        literal(definition.id().as_bytes()),
        class_name(definition.class()),
        definition.status(),
        definition.retry().map_or("unknown", Retry::name).to_uppercase(),
        definition.audience().map_or("unknown", Audience::name).to_uppercase(),
        literal(definition.message().as_bytes()),
        literal(definition.description().as_bytes()),
    )
}

fn calls(name: &str, parts: &[String]) -> String {
    if parts.is_empty() {
        return format!("#define {name}(X)\n");
    }
    let parts: Vec<String> = parts.iter().map(|part| format!("  {part}(X)")).collect();
    format!("#define {name}(X) \\\n{}\n", parts.join(" \\\n"))
}

/// `SERVICES_STORAGE_UNKNOWN_INDEX`: the name of the constant behind its prefix.
#[must_use]
pub fn name(definition: Definition<'_>) -> String {
    [definition.domain(), definition.subdomain(), definition.name()].map(constant).join("_")
}

/// `BAD_REQUEST` of `BadRequestError`.
fn class_name(class: Class) -> String {
    constant(class.name().trim_end_matches("Error"))
}

/// A string literal of C: other bytes than printable ASCII are octal, as are question marks, for the sake of trigraphs.
///
/// ```
/// use kuzzle_errors_cli::codegen::c::literal;
///
/// assert_eq!(literal("what??/ é".as_bytes()), r#""what\077\077/ \303\251""#);
/// ```
#[must_use]
pub fn literal(text: &[u8]) -> String {
    let mut literal = "\"".to_owned();
    for &byte in text {
        match byte {
            b'"' | b'\\' => _ = write!(literal, "\\{}", char::from(byte)),
            b' '..=b'~' if byte != b'?' => literal.push(char::from(byte)),
            _ => _ = write!(literal, "\\{byte:03o}"),
        }
    }
    literal + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_ascii_without_trigraphs() {
        assert_eq!(literal(b"say \"%s\"\\"), r#""say \"%s\"\\""#);
        assert_eq!(literal("what??/\né".as_bytes()), r#""what\077\077/\012\303\251""#);
    }

    #[test]
    fn classes_are_named_as_the_enum_names_them() {
        let names = Class::ALL.map(class_name);
        assert_eq!(names[0], "BAD_REQUEST");
        assert_eq!(names[9], "PLUGIN_IMPLEMENTATION");
        assert_eq!(names[14], "KUZZLE");
    }

    #[test]
    fn comments_stay_open() {
        assert_eq!(comment("a */ b /* c\nd"), "a * / b / * c d");
        assert_eq!(comment("/*/"), "/ * /");
    }
}
