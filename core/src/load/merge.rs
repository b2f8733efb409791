//! Two registries put together.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::complaint::{Complaint, InvalidRegistry};
use super::rule::{Rule, Severity};
use crate::loaded::{LoadedDefinition, LoadedDefinitions};
use crate::render::placeholders;
use crate::{Definition, Registry};

impl Registry {
    /// This registry and another one as one.
    ///
    /// A definition that both have, with one code and one class, is the other registry's. Over a built-in one it
    /// gives message, description, params and deprecation; cause, fix, retry, audience and releases stay the built-in
    /// ones where it doesn't have them. If it names no params, the built-in names stay (or those of Kuzzle 1.x) where
    /// its message has as many placeholders. Where two ids have one code, [`by_code`](Self::by_code) answers the
    /// built-in one, else this registry's, with a [warning](Self::warnings). The release that this registry is
    /// [narrowed](Self::at) to stays.
    ///
    /// # Errors
    ///
    /// [`InvalidRegistry`] where the two give different codes or classes to one id.
    ///
    /// ```
    /// use kuzzle_errors::Registry;
    ///
    /// let plugin = Registry::load_str(
    ///     r#"{"name": "shop", "errors": {"late": {"code": 1, "class": "BadRequestError", "message": "Too late"}}}"#,
    /// )?;
    /// let registry = Registry::kuzzle().with(&plugin)?;
    /// assert_eq!(registry.by_id("plugin.shop.late").unwrap().code().to_string(), "0x04000001");
    /// assert_eq!(registry.by_id("core.fatal.unexpected_error").unwrap().code().to_string(), "0x00000001");
    /// # Ok::<(), kuzzle_errors::InvalidRegistry>(())
    /// ```
    pub fn with(&self, other: &Self) -> Result<Self, InvalidRegistry> {
        if other.kuzzle && !self.kuzzle {
            let over_kuzzle = Self::kuzzle().with(self)?;
            return Self { release: self.release, ..over_kuzzle }.with(other);
        }
        let base = Self { release: None, ..self.clone() };
        let mut complaints: Vec<Complaint> = self.warnings().iter().chain(other.warnings()).cloned().collect();
        let mut rows: Vec<_> = other.rows().iter().filter_map(|row| base.add(row, &mut complaints)).collect();
        if complaints.iter().any(|complaint| complaint.severity() == Severity::Error) {
            return Err(InvalidRegistry::new(complaints));
        }
        let replaced: BTreeSet<Box<str>> = rows.iter().map(|row| row.id.clone()).collect();
        let kept = self.rows().iter().filter(|row| !replaced.contains(&row.id)).cloned();
        // This registry's come first: they answer for shared codes.
        let rows = kept.chain(rows.drain(..)).collect();
        let loaded = Arc::new(LoadedDefinitions::new(rows, complaints));
        Ok(Self { kuzzle: self.kuzzle, loaded: Some(loaded), release: self.release })
    }

    /// The row as it comes beside the definitions of this registry; `None` where it doesn't fit.
    fn add(&self, row: &Arc<LoadedDefinition>, complaints: &mut Vec<Complaint>) -> Option<Arc<LoadedDefinition>> {
        let Some(existing) = self.by_id(&row.id) else {
            complaints.extend(self.by_code(row.code).map(|holder| code_shared(row, holder)));
            return Some(Arc::clone(row));
        };
        if existing.code() != row.code || existing.class() != row.class {
            complaints.push(id_conflict(row, existing));
            return None;
        }
        let Some(built_in) = existing.built_in() else {
            return Some(Arc::clone(row));
        };
        let params = if row.params.is_empty() { known_params(row, built_in) } else { row.params.clone() };
        Some(Arc::new(LoadedDefinition { params, built_in: Some(built_in), ..LoadedDefinition::clone(row) }))
    }
}

/// The names of the built-in params, of today or of Kuzzle 1.x, if they are as many as the message takes.
fn known_params(row: &LoadedDefinition, built_in: usize) -> Box<str> {
    let definition = u16::try_from(built_in).map(Definition::from_position);
    let Ok(definition) = definition else { return Box::default() };
    let count = placeholders(&row.message);
    let names = [Some(definition.params()), definition.params_1x()];
    let fitting = names.into_iter().flatten().find(|names| names.len() == count);
    fitting.map(|names| names.joined().into()).unwrap_or_default()
}

fn code_shared(row: &LoadedDefinition, holder: Definition<'_>) -> Complaint {
    let message = format!("`{}` has the code {} too, and answers for it", holder.id(), row.code);
    Complaint::about_code(row, Rule::CodeShared, message)
}

fn id_conflict(row: &LoadedDefinition, existing: Definition<'_>) -> Complaint {
    let message = format!(
        "`{}` is {} with the code {} already, here it is {} with {}",
        row.id,
        existing.class(),
        existing.code(),
        row.class,
        row.code
    );
    if existing.code() != row.code {
        return Complaint::about_code(row, Rule::IdConflict, message);
    }
    Complaint::about_class(row, Rule::IdConflict, message)
}
