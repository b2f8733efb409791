//! The pages of all errors: one for each domain, made from the registry.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use kuzzle_errors::{Definition, Registry};

use crate::workspace;

/// The major lines of Kuzzle, the newest first.
const LINES: [u16; 2] = [2, 1];

/// Writes a page for each domain, and one that lists all errors.
pub(super) fn write(folder: &Path) -> anyhow::Result<()> {
    workspace::empty(folder)?;
    let mut domains: BTreeMap<u8, Vec<Definition<'static>>> = BTreeMap::new();
    for definition in Registry::kuzzle().iter() {
        domains.entry(definition.code().domain()).or_default().push(definition);
    }
    workspace::write(&folder.join("index.md"), index(&domains))?;
    for definitions in domains.values() {
        let domain = definitions[0].domain();
        workspace::write(&folder.join(domain).with_extension("md"), page(domain, definitions))?;
    }
    Ok(())
}

fn index(domains: &BTreeMap<u8, Vec<Definition<'static>>>) -> String {
    let total: usize = domains.values().map(Vec::len).sum();
    let mut page = format!(
        "---\noutline: 2\n---\n\n# All errors\n\n{total} errors of Kuzzle 1.10.5 to {}. To find one by its words, \
         search above or open the [explorer](/explorer/){{target=\"_self\"}}.\n",
        kuzzle_errors::releases().next_back().map(|release| release.to_string()).unwrap_or_default()
    );
    for definitions in domains.values() {
        let domain = definitions[0].domain();
        _ = write!(page, "\n## {domain}\n\n| code | id | status | |\n| --- | --- | --- | --- |\n");
        for definition in definitions {
            let (id, code) = (definition.id(), definition.code());
            let (status, description) = (definition.status(), in_cell(definition.description()));
            _ = writeln!(page, "| `{code}` | [{id}](./{domain}#{id}) | {status} | {description} |");
        }
    }
    page
}

fn page(domain: &str, definitions: &[Definition<'_>]) -> String {
    let (count, number) = (definitions.len(), definitions[0].code().domain());
    let mut page = format!(
        "<!-- Made from core/registry; do not edit. -->\n\n# {domain}\n\n\
         {count} errors, whose codes begin with `0x{number:02x}`.\n"
    );
    let mut subdomain = "";
    for definition in definitions {
        if definition.subdomain() != subdomain {
            subdomain = definition.subdomain();
            _ = write!(page, "\n## {domain}.{subdomain} {{#{domain}.{subdomain}}}\n");
        }
        add(&mut page, *definition);
    }
    page
}

/// One error, as HTML: its texts may hold anything that Markdown would take for its own.
fn add(page: &mut String, definition: Definition<'_>) {
    let (id, name) = (definition.id(), definition.name());
    _ = write!(page, "\n### `{name}` {{#{id}}}\n\n<div v-pre class=\"error\">\n");
    _ = writeln!(page, "<p class=\"description\">{}</p>", escaped(definition.description()));
    if definition.message() != definition.description() {
        _ = writeln!(page, "<p class=\"message\">{}</p>", escaped(definition.message()));
    }
    _ = writeln!(page, "<p class=\"facts\">{}</p>\n<dl>", facts(definition));
    add_row(page, "id", &format!("<code>{id}</code>"));
    for (term, text) in [("Cause", definition.cause()), ("Fix", definition.fix())] {
        add_row(page, term, &text.map(escaped).unwrap_or_default());
    }
    if let Some(retry) = definition.retry() {
        add_row(page, "Retry", &format!("<code>{}</code>. {}", retry.name(), escaped(retry.sentence())));
    }
    if let Some(audience) = definition.audience() {
        let sentence = escaped(audience.sentence());
        add_row(page, "Audience", &format!("<code>{}</code>. To be fixed by {sentence}.", audience.name()));
    }
    if let Some(reason) = definition.deprecated() {
        add_row(page, "Deprecated", &escaped(reason));
    }
    if let Some(url) = definition.url() {
        add_row(page, "Kuzzle", &format!("<a href=\"{url}\" target=\"_blank\" rel=\"noreferrer\">its page there</a>"));
    }
    page.push_str("</dl>\n</div>\n");
}

fn add_row(page: &mut String, term: &str, html: &str) {
    if !html.is_empty() {
        _ = writeln!(page, "<dt>{term}</dt><dd>{html}</dd>");
    }
}

/// Code, class and status, and the releases of each line.
fn facts(definition: Definition<'_>) -> String {
    let code = definition.code();
    let mut facts = format!(
        "<span class=\"code\">{code}</span><span class=\"code\">{}</span><span>{} ({})</span>",
        code.get(),
        definition.class().name(),
        definition.status()
    );
    for line in LINES {
        let range = definition.releases().find(|range| range.major() == line);
        _ = match range.map(|range| (range.first(), range.last())) {
            Some((first, None)) => write!(facts, "<span class=\"release\">{first} and later</span>"),
            Some((first, Some(last))) => write!(facts, "<span class=\"release\">{first} to {last}</span>"),
            None => write!(facts, "<span class=\"gone\">not in {line}.x</span>"),
        };
    }
    facts
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text in a table of Markdown.
fn in_cell(text: &str) -> String {
    let special = ['|', '*', '_', '`', '[', ']', '{', '}'];
    let escaped = escaped(text);
    escaped.chars().flat_map(|letter| special.contains(&letter).then_some('\\').into_iter().chain([letter])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_its_place() {
        let all: Vec<_> = Registry::kuzzle().iter().collect();
        let page = page("all", &all);
        for definition in all {
            assert_eq!(page.matches(&format!("{{#{}}}", definition.id())).count(), 1, "{}", definition.id());
        }
        assert!(page.contains("not in 2.x") && page.contains("not in 1.x"));
    }

    #[test]
    fn texts_stay_texts() {
        assert_eq!(escaped("a < b && \"c\""), "a &lt; b &amp;&amp; \"c\"");
        assert_eq!(in_cell("a_b | {{c}}"), "a\\_b \\| \\{\\{c\\}\\}");
    }
}
