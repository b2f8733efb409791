//! What criterion measured, as tables.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;

use super::{BASELINE, OURS};

/// One group of benchmarks: the same work done by several libraries.
pub(super) struct Group {
    name: String,
    /// Name and median time of one operation, in nanoseconds.
    rows: Vec<(String, f64)>,
}

impl Group {
    /// A group of which another program measured the times, in nanoseconds.
    pub(super) fn new(name: &str, rows: Vec<(String, f64)>) -> Self {
        Self { name: name.to_owned(), rows }
    }
}

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
    Ok(groups.into_iter().map(|(name, rows)| Group { name, rows }).collect())
}

/// The ratio of this project's time to each peer's first, then the times.
impl fmt::Display for Group {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows: Vec<_> = self.rows.iter().filter(|(name, _)| name != BASELINE).collect();
        rows.sort_by(|(_, one), (_, other)| one.total_cmp(other));
        let time_of = |wanted: &str| self.rows.iter().find(|(name, _)| name == wanted).map(|(_, time)| *time);
        let ours = time_of(OURS).unwrap_or(f64::NAN);
        write!(formatter, "\n{}", self.name)?;
        if let Some(baseline) = time_of(BASELINE) {
            write!(formatter, " (of each time the loop itself is {baseline:.2} ns)")?;
        }
        writeln!(formatter, "\n{:>12}  {:>10}", "ours / theirs", "ns")?;
        for (name, time) in rows {
            writeln!(formatter, "{:>12.2}x  {time:>10.2}  {name}", ours / time)?;
        }
        Ok(())
    }
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
