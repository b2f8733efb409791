//! What no linter knows: one version everywhere, nothing of one person's machine, links that lead somewhere, figures as
//! they were measured.

mod figures;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::workspace;

/// The version of everything.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What stands in the `package.json` of a package whose version is written when it is packed.
const WRITTEN_LATER: &str = "0.0.0";

/// How paths of somebody's machine begin. Written in two pieces: this file is looked through as well.
const MACHINE_PATHS: [&str; 4] = [concat!("/", "work/"), concat!("/", "root/."), concat!("/", "home/"), "C:\\Users\\"];

/// Pages whose links the documentation site checks when it is built.
const SITE: &str = "docs/";

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let mut wrong = Vec::new();
    check_versions(shell, &mut wrong)?;
    figures::check(shell, &mut wrong)?;
    let files = cmd!(shell, "git ls-files --cached --others --exclude-standard").quiet().read()?;
    for file in files.lines().filter(|file| workspace::root().join(file).is_file()) {
        // What is not UTF-8 is no text of ours.
        let Ok(text) = fs::read_to_string(workspace::root().join(file)) else { continue };
        check_paths(file, &text, &mut wrong);
        if has_extension(file, "md") && !file.starts_with(SITE) {
            check_links(file, &text, &mut wrong)?;
        }
        if file.ends_with("package.json") {
            check_package(file, &text, &mut wrong)?;
        }
    }
    for complaint in &wrong {
        println!("{complaint}");
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{} complaints", wrong.len()) }
}

/// The version stands once and is the same where it is repeated.
fn check_versions(shell: &Shell, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    let manifest = shell.read_file("Cargo.toml")?;
    for line in manifest.lines().filter(|line| line.contains("path = ") && line.contains("version = ")) {
        if !line.contains(&format!("version = \"{VERSION}\"")) {
            wrong.push(format!("Cargo.toml: another version than {VERSION}: {line}"));
        }
    }
    let header = shell.read_file("include/kuzzle_errors.h")?;
    if !header.contains(&format!("#define KUZZLE_ERRORS_VERSION \"{VERSION}\"")) {
        wrong.push(format!("include/kuzzle_errors.h: another version than {VERSION}"));
    }
    let python = shell.read_file("bindings-python/pyproject.toml")?;
    let is_dynamic = python.lines().any(|line| line.starts_with("dynamic") && line.contains("\"version\""));
    if !is_dynamic || python.lines().any(|line| line.starts_with("version")) {
        wrong.push("bindings-python/pyproject.toml: the version is Cargo's, so it is dynamic".to_owned());
    }
    wrong.extend(complaint_of_changelog(&shell.read_file("CHANGELOG.md")?));
    Ok(())
}

/// The newest heading is of this version, or of what comes after it; each release stands there once, with its day.
fn complaint_of_changelog(changelog: &str) -> Option<String> {
    let headings: Vec<&str> = changelog.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let releases: Vec<&str> = headings.iter().copied().filter(|heading| *heading != "[Unreleased]").collect();
    let is_release = |heading: &str| {
        let Some((version, day)) = heading.strip_prefix('[').and_then(|heading| heading.split_once("] - ")) else {
            return false;
        };
        !version.is_empty() && day.len() == 10 && day.split('-').count() == 3
    };
    if let Some(heading) = releases.iter().find(|heading| !is_release(heading)) {
        return Some(format!("CHANGELOG.md: no release and its day: {heading}"));
    }
    if releases.len() != releases.iter().collect::<BTreeSet<_>>().len() {
        return Some("CHANGELOG.md: a release stands there twice".to_owned());
    }
    let newest = *headings.first()?;
    (newest != "[Unreleased]" && !newest.starts_with(&format!("[{VERSION}]")))
        .then(|| format!("CHANGELOG.md: begins with {newest}, not with [Unreleased] or [{VERSION}]"))
}

fn check_paths(file: &str, text: &str, wrong: &mut Vec<String>) {
    for (number, line) in text.lines().enumerate() {
        if let Some(path) = MACHINE_PATHS.into_iter().find(|path| line.contains(path)) {
            wrong.push(format!("{file}:{}: a path of one machine ({path})", number + 1));
        }
    }
}

/// A package that is published has the version of everything, or gets it when it is packed.
fn check_package(file: &str, text: &str, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    let package: Value = serde_json::from_str(text).with_context(|| file.to_owned())?;
    let version = &package["version"];
    if package["private"] != true && !file.contains("fixtures") && *version != VERSION && *version != WRITTEN_LATER {
        wrong.push(format!("{file}: the version {version} is neither {VERSION} nor {WRITTEN_LATER}"));
    }
    Ok(())
}

/// What a page links to in this repository is there, and so is the heading behind a `#`.
fn check_links(file: &str, text: &str, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    for link in links(text) {
        if link.contains("://") || link.starts_with("mailto:") {
            continue;
        }
        let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
        let target = workspace::root().join(if path.is_empty() { file.into() } else { folder.join(path) });
        if !target.exists() {
            wrong.push(format!("{file}: leads nowhere: {link}"));
        } else if !anchor.is_empty() && target.extension().is_some_and(|extension| extension == "md") {
            let page = fs::read_to_string(&target)?;
            if !anchors(&page).contains(anchor) {
                wrong.push(format!("{file}: no such heading: {link}"));
            }
        }
    }
    Ok(())
}

fn links(markdown: &str) -> Vec<String> {
    let target = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    };
    Parser::new_ext(markdown, Options::all()).filter_map(target).collect()
}

/// The anchors of a page's headings, as GitHub makes them.
fn anchors(markdown: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => _ = anchors.insert(anchor(&heading.take().unwrap_or_default())),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            _ => {}
        }
    }
    anchors
}

fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

fn has_extension(file: &str, extension: &str) -> bool {
    Path::new(file).extension().is_some_and(|found| found == extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changelog_begins_with_what_is_next() {
        let good = [
            "## [Unreleased]\n".to_owned(),
            format!("## [{VERSION}] - 2026-01-02\n"),
            format!("## [Unreleased]\n## [{VERSION}] - 2026-01-02\n"),
        ];
        for changelog in good {
            assert_eq!(complaint_of_changelog(&changelog), None, "{changelog}");
        }
        let bad = [
            "## [99.0.0] - 2026-01-02\n".to_owned(),
            format!("## [{VERSION}]\n"),
            format!("## [{VERSION}] - 2026-01-02\n## [{VERSION}] - 2026-01-02\n"),
        ];
        for changelog in bad {
            assert!(complaint_of_changelog(&changelog).is_some(), "{changelog}");
        }
    }

    #[test]
    fn links_and_headings_are_found() {
        let page = "# What *an* `id` is, and why\n[there](core/x.md#y) ![](plot.svg)\n```md\n[none](none)\n```\n";
        assert_eq!(links(page), ["core/x.md#y", "plot.svg"]);
        assert_eq!(anchors(page), BTreeSet::from(["what-an-id-is-and-why".to_owned()]));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let mut wrong = Vec::new();
        check_paths("a.md", concat!("see /", "home/me"), &mut wrong);
        check_links("README.md", "[x](no/such/file) [y](#no-heading)", &mut wrong).unwrap();
        check_package("package.json", r#"{"version": "7.0.0"}"#, &mut wrong).unwrap();
        assert_eq!(wrong.len(), 4, "{wrong:#?}");
    }
}
