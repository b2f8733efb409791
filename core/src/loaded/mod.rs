//! Definitions that came from files at run time.

mod index;

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::definition::Definition;
use crate::json::Position;
use crate::load::Complaint;
use crate::release::ReleaseRange;
use crate::tables::{self, id_index};
use crate::{Audience, Class, Code, Retry};
use index::{Found, Index};

/// A definition that came from a file.
#[derive(Clone, Debug)]
pub(crate) struct LoadedDefinition {
    pub(crate) id: Box<str>,
    pub(crate) code: Code,
    pub(crate) class: Class,
    /// That of the class, except where a `KuzzleError` brings its own.
    pub(crate) status: u16,
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
    pub(crate) origin: Origin,
}

/// Where a definition was read, for complaints about it.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) file: Option<Arc<str>>,
    /// A JSONPath.
    pub(crate) path: Box<str>,
    pub(crate) position: Position,
    /// `None` where the code is not written.
    pub(crate) code: Option<Position>,
    pub(crate) class: Position,
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
    /// The first holder of each code.
    codes: Index,
    ids: Index,
    /// The rows that `ids` left out, in the order of their ids.
    crowded_ids: Vec<u32>,
    /// For each built-in definition the position of the row that lies over it; empty where none does.
    overlays: Vec<Option<u32>>,
    warnings: Vec<Complaint>,
}

impl LoadedDefinitions {
    /// Takes definitions with unique ids; of several holders of a code the first in the list answers for it.
    pub(crate) fn new(mut rows: Vec<Arc<LoadedDefinition>>, warnings: Vec<Complaint>) -> Self {
        rows.sort_by_key(|row| row.code);
        let positions: Vec<(u32, &LoadedDefinition)> = (0_u32..).zip(rows.iter().map(|row| &**row)).collect();
        let mut first_holders = positions.clone();
        first_holders.dedup_by_key(|(_, row)| row.code);
        let (codes, _) = Index::new(first_holders.iter().map(|&(position, row)| (position, code_hash(row.code))));
        let (ids, mut crowded_ids) = Index::new(positions.iter().map(|&(position, row)| (position, id_hash(&row.id))));
        crowded_ids.sort_by_key(|&position| &rows[position as usize].id);
        let mut overlays = Vec::new();
        for (position, row) in positions {
            if let Some(index) = row.built_in {
                overlays.resize(tables::COUNT, None);
                overlays[index] = Some(position);
            }
        }
        Self { rows, codes, ids, crowded_ids, overlays, warnings }
    }

    /// Every holder of a code, the one that answers for it first.
    #[inline]
    pub(crate) fn by_code(&self, code: Code) -> impl Iterator<Item = Definition<'_>> {
        let first = match self.codes.find(code_hash(code), |_| true) {
            Found::At(position) => position as usize,
            Found::Nothing => self.rows.len(),
            Found::Crowded => self.rows.partition_point(|row| row.code < code),
        };
        let rows = self.rows.get(first..).unwrap_or_default();
        rows.iter().take_while(move |row| row.code == code).map(Definition::from_loaded)
    }

    #[inline]
    pub(crate) fn by_id(&self, id: &str) -> Option<Definition<'_>> {
        let position = match self.ids.find(id_hash(id), |position| *self.rows[position as usize].id == *id) {
            Found::At(position) => position,
            Found::Nothing => return None,
            Found::Crowded => self.crowded_id(id)?,
        };
        self.rows.get(position as usize).map(Definition::from_loaded)
    }

    /// The row that lies over a built-in definition.
    #[inline]
    pub(crate) fn overlay(&self, built_in: u16) -> Option<Definition<'_>> {
        let position = (*self.overlays.get(usize::from(built_in))?)?;
        self.rows.get(position as usize).map(Definition::from_loaded)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Definition<'_>> {
        self.rows.iter().map(Definition::from_loaded)
    }

    pub(crate) fn rows(&self) -> &[Arc<LoadedDefinition>] {
        &self.rows
    }

    pub(crate) fn warnings(&self) -> &[Complaint] {
        &self.warnings
    }

    #[cold]
    fn crowded_id(&self, id: &str) -> Option<u32> {
        let found = self.crowded_ids.binary_search_by(|&position| (*self.rows[position as usize].id).cmp(id)).ok()?;
        Some(self.crowded_ids[found])
    }
}

/// Different codes have different lower halves, which the index compares.
#[inline]
fn code_hash(code: Code) -> u64 {
    u64::from(code.get()).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The hash of the built-in ids; shorter texts are filled up with zeros.
#[inline]
fn id_hash(id: &str) -> u64 {
    id_index::hash(id.as_bytes()).unwrap_or_else(|| {
        let mut filled = [0; id_index::SHORTEST];
        filled[..id.len()].copy_from_slice(id.as_bytes());
        id_index::hash(&filled).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::Registry;

    /// Numbers of which the codes, behind `0x0101`, want the same place in an index of 64.
    fn colliding() -> impl Iterator<Item = u32> {
        (0..=0xffff).filter(|number| (code_hash(Code::from(0x0101_0000 | number)) >> 32) % 64 == 0).take(32)
    }

    #[test]
    fn codes_that_collide_too_often_are_found_all_the_same() {
        let errors: Vec<_> = colliding()
            .map(|number| format!(r#""e{number}": {{"code": {number}, "class": "NotFoundError", "message": "m"}}"#))
            .collect();
        let errors = errors.join(",");
        let text = format!(r#"{{"a": {{"code": 1, "subDomains": {{"b": {{"code": 1, "errors": {{{errors}}}}}}}}}}}"#);
        let registry = Registry::load_str(&text).unwrap();
        for number in colliding() {
            let definition = registry.by_code(Code::from(0x0101_0000 | number)).unwrap();
            assert_eq!(definition.id(), format!("a.b.e{number}"));
        }
        let unknown = (0..=0xffff).find(|number| !colliding().any(|colliding| colliding == *number)).unwrap();
        assert_eq!(registry.by_code(Code::from(0x0101_0000 | unknown)), None);
    }
}
