//! What the pages of a built site link to on the same site is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::bail;

/// Fails where a link leads to a page that is not there, or to a place that the page doesn't have.
pub(crate) fn check(site: &Path) -> anyhow::Result<()> {
    let mut pages = BTreeMap::new();
    collect(site, &mut pages)?;
    let mut wrong = BTreeSet::new();
    let mut checked = 0;
    for (file, html) in &pages {
        for link in values(html, "href=\"").chain(values(html, "src=\"")) {
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            if path.contains(':') || path.starts_with("//") {
                continue;
            }
            checked += 1;
            match target(site, file, path) {
                None => _ = wrong.insert(format!("{}: leads nowhere: {link}", file.display())),
                // A place that begins with a slash is a script's affair.
                Some(found) if !place.is_empty() && !place.starts_with('/') => {
                    let has_place = pages.get(&found).is_some_and(|html| values(html, "id=\"").any(|id| id == place));
                    if !has_place {
                        wrong.insert(format!("{}: no such place: {link}", file.display()));
                    }
                }
                Some(_) => {}
            }
        }
    }
    if !wrong.is_empty() {
        bail!("{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
    }
    println!("{} pages, {checked} links", pages.len());
    Ok(())
}

/// All HTML below a folder.
fn collect(folder: &Path, pages: &mut BTreeMap<PathBuf, String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, pages)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            let html = fs::read_to_string(&path)?;
            pages.insert(path, html);
        }
    }
    Ok(())
}

/// The file that a server answers with.
fn target(site: &Path, from: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split('?').next().unwrap_or_default();
    let whole = match path.strip_prefix('/') {
        Some(path) => site.join(path),
        None if path.is_empty() => return Some(from.to_owned()),
        None => from.parent().unwrap_or(site).join(path),
    };
    let html = PathBuf::from(format!("{}.html", whole.display()));
    [whole.join("index.html"), html, whole].into_iter().find(|file| file.is_file())
}

/// The values of an attribute.
fn values<'h>(html: &'h str, attribute: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_lead_nowhere_are_told() {
        let site = std::env::temp_dir().join(format!("kuzzle-errors-links-{}", std::process::id()));
        fs::create_dir_all(site.join("guide")).unwrap();
        fs::write(site.join("index.html"), r#"<a href="/guide/x#y">x</a><a href="https://example.org/">y</a>"#)
            .unwrap();
        fs::write(site.join("guide/x.html"), r#"<h2 id="y">y</h2><a href="../">up</a>"#).unwrap();
        let whole = check(&site);
        fs::write(site.join("guide/x.html"), r#"<a href="/none">up</a>"#).unwrap();
        let broken = check(&site);
        fs::remove_dir_all(&site).unwrap();
        whole.unwrap();
        let broken = broken.unwrap_err().to_string();
        assert!(broken.contains("no such place: /guide/x#y") && broken.contains("leads nowhere: /none"), "{broken}");
    }
}
