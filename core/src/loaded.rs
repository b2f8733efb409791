//! Definitions that came from files at run time.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::definition::Definition;
use crate::release::ReleaseRange;
use crate::{Audience, Class, Code, Retry, tables};

/// A definition that came from a file.
#[derive(Debug)]
pub(crate) struct LoadedDefinition {
    pub(crate) id: Box<str>,
    pub(crate) code: Code,
    pub(crate) class: Class,
    pub(crate) message: Box<str>,
    pub(crate) description: Option<Box<str>>,
    /// Separated by NUL.
    pub(crate) params: Box<str>,
    /// As `params`, where Kuzzle 1.x had others.
    pub(crate) params_1x: Option<Box<str>>,
    /// The 1.x and the 2.x line, where the file gives them.
    pub(crate) releases: Option<[Option<ReleaseRange>; 2]>,
    pub(crate) deprecated: Option<Box<str>>,
    pub(crate) cause: Option<Box<str>>,
    pub(crate) fix: Option<Box<str>>,
    pub(crate) retry: Option<Retry>,
    pub(crate) audience: Option<Audience>,
    /// The built-in definition of the same id, code and class, which gives what the file leaves out.
    pub(crate) built_in: Option<usize>,
}

impl LoadedDefinition {
    pub(crate) fn lines(&self) -> [Option<ReleaseRange>; 2] {
        self.releases.or_else(|| self.built_in.map(|index| tables::LINES[index])).unwrap_or_default()
    }

    pub(crate) fn cause(&self) -> Option<&str> {
        self.cause.as_deref().or_else(|| self.built_in.map(|index| tables::CAUSES.get(index)))
    }

    pub(crate) fn fix(&self) -> Option<&str> {
        self.fix.as_deref().or_else(|| self.built_in.map(|index| tables::FIXES.get(index)))
    }

    pub(crate) fn retry(&self) -> Option<Retry> {
        self.retry.or_else(|| self.built_in.map(|index| tables::RETRIES[index]))
    }

    pub(crate) fn audience(&self) -> Option<Audience> {
        self.audience.or_else(|| self.built_in.map(|index| tables::AUDIENCES[index]))
    }
}

/// A set of loaded definitions, in code order, with both look-ups.
#[derive(Debug)]
pub(crate) struct LoadedDefinitions {
    rows: Vec<Arc<LoadedDefinition>>,
    /// Positions in `rows`, by id.
    by_id: Vec<u32>,
    /// For each built-in definition the position of the row that lies over it; empty where none does.
    overlays: Vec<Option<u32>>,
}

impl LoadedDefinitions {
    /// Takes definitions with unique ids; of several holders of a code the first in the list answers for it.
    pub(crate) fn new(mut rows: Vec<Arc<LoadedDefinition>>) -> Self {
        rows.sort_by_key(|row| row.code);
        let positions = || (0_u32..).zip(&rows);
        let mut by_id: Vec<u32> = positions().map(|(position, _)| position).collect();
        by_id.sort_by(|&one, &other| rows[one as usize].id.cmp(&rows[other as usize].id));
        let mut overlays = Vec::new();
        for (position, row) in positions() {
            if let Some(index) = row.built_in {
                overlays.resize(tables::COUNT, None);
                overlays[index] = Some(position);
            }
        }
        Self { rows, by_id, overlays }
    }

    pub(crate) fn by_code(&self, code: Code) -> Option<Definition<'_>> {
        let position = self.rows.partition_point(|row| row.code < code);
        self.rows.get(position).filter(|row| row.code == code).map(Definition::from_loaded)
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<Definition<'_>> {
        let found = self.by_id.binary_search_by(|&position| (*self.rows[position as usize].id).cmp(id)).ok()?;
        Some(Definition::from_loaded(&self.rows[self.by_id[found] as usize]))
    }

    /// The row that lies over a built-in definition.
    pub(crate) fn overlay(&self, built_in: u16) -> Option<Definition<'_>> {
        let position = (*self.overlays.get(usize::from(built_in))?)?;
        self.rows.get(position as usize).map(Definition::from_loaded)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Definition<'_>> {
        self.rows.iter().map(Definition::from_loaded)
    }
}
