//! What criterion measured.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;

use super::group::{Group, Unit};

/// Reads all groups below criterion's folder.
pub(super) fn groups(folder: &Path) -> anyhow::Result<Vec<Group>> {
    let mut groups: BTreeMap<String, Vec<(String, f64)>> = BTreeMap::new();
    for group in subfolders(folder)? {
        for benchmark in subfolders(&group)? {
            let new = benchmark.join("new");
            let about = read(&new.join("benchmark.json"))?;
            let median = read(&new.join("estimates.json"))?["median"]["point_estimate"].as_f64();
            let operations = about["throughput"]["Elements"].as_f64().unwrap_or(1.0);
            let text = |member: &str| about[member].as_str().unwrap_or_default().to_owned();
            let time = median.context("criterion gave no median")? / operations;
            groups.entry(text("group_id")).or_default().push((text("function_id"), time));
        }
    }
    Ok(groups.into_iter().map(|(name, rows)| Group::new(&name, Unit::Nanoseconds, rows)).collect())
}

/// The folders below a folder, without the reports that criterion lays beside them.
fn subfolders(folder: &Path) -> anyhow::Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut folders = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() && entry.file_name() != "report" {
            folders.push(entry.path());
        }
    }
    folders.sort();
    Ok(folders)
}

fn read(file: &Path) -> anyhow::Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}
