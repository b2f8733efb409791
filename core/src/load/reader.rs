//! From files to definitions: the walk over domains, subdomains and errors.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::RegistryKind;
use super::codes::{Codes, Level};
use super::complaint::Complaint;
use super::definition::{self, Format};
use super::file::{File, Node, Object, quote};
use super::rule::Rule;
use super::shape::{self, Shape};
use crate::Code;
use crate::loaded::LoadedDefinition;

/// A plugin's errors stand in Kuzzle's domain `plugin`, which has this code.
const PLUGIN_DOMAIN: (&str, u32) = ("plugin", 4);

/// Longer parts of ids are refused: each part stands in the id of every error below it.
const LONGEST_PART: usize = 128;

/// Reads the files of one registry.
pub(super) struct Reader {
    given_kind: Option<RegistryKind>,
    /// The format of the domain that is read.
    format: Format,
    /// The names of the domains so far, and of the subdomains with theirs before them.
    names: BTreeSet<String>,
    domain_codes: Codes,
    plugin_codes: Codes,
    pub(super) definitions: Vec<Arc<LoadedDefinition>>,
    pub(super) complaints: Vec<Complaint>,
}

/// What the id and the code of an error begin with; without a code where a complaint tells why.
struct Prefix {
    id: String,
    code: Option<u32>,
}

impl Reader {
    /// With no kind given, each file's shape tells it.
    pub(super) const fn new(kind: Option<RegistryKind>) -> Self {
        Self {
            given_kind: kind,
            format: Format { kind: RegistryKind::Kuzzle, is_old: false },
            names: BTreeSet::new(),
            domain_codes: Codes::new(Level::Domain),
            plugin_codes: Codes::new(Level::Subdomain),
            definitions: Vec::new(),
            complaints: Vec::new(),
        }
    }

    pub(super) fn file(&mut self, file: &File<'_>) {
        let before = self.complaints.len();
        if let Some(root) = Object::read(file.root(), &mut self.complaints) {
            self.root(&root, file.name().map(|name| &**name));
        }
        // As they stand in the file; stable, so that complaints about one place keep their order.
        self.complaints[before..].sort_by_key(|complaint| (complaint.line(), complaint.column()));
    }

    fn root(&mut self, root: &Object<'_>, file_name: Option<&str>) {
        let Some(shape) = Shape::of(root, file_name) else {
            let message = "expected a domain of Kuzzle (with `subDomains`), a plugin's manifest (with `name` and \
                           `errors`) or an object of domains";
            self.complaints.push(root.node().complaint(Rule::Shape, message));
            return;
        };
        self.format = Format { kind: self.given_kind.unwrap_or(shape.kind()), is_old: false };
        match shape {
            Shape::Manifest => self.manifest(root),
            Shape::Domain => self.domain_file(root, file_name),
            Shape::Domains => root.iter().for_each(|(name, node)| self.domain(name, node)),
        }
    }

    /// One subdomain of the domain `plugin`, named as the plugin is.
    fn manifest(&mut self, root: &Object<'_>) {
        let Some(node) = root.required("name", &mut self.complaints) else { return };
        let Some(name) = node.value.as_text() else {
            self.complaints.push(node.complaint(Rule::NonEmptyText, "expected a string that is not empty"));
            return;
        };
        // A plugin without errors of its own is a plugin all the same.
        if !self.is_part(&name, &node) || root.optional("errors").is_none() {
            return;
        }
        let (domain, domain_code) = PLUGIN_DOMAIN;
        let code = self.plugin_codes.read(&name, root, self.format.kind, &mut self.complaints);
        self.errors_of(root, &Prefix::of_domain(domain, Some(domain_code)).with(&name, code));
    }

    /// A domain with a file of its own, named as the domain is.
    fn domain_file(&mut self, root: &Object<'_>, file_name: Option<&str>) {
        let Some(domain) = file_name.and_then(shape::domain_of_file) else {
            let message = "expected the file to be named after its domain, as `core.json` or `0-core.json`";
            self.complaints.push(root.node().complaint(Rule::Shape, message));
            return;
        };
        self.domain(domain, *root.node());
    }

    fn domain(&mut self, name: &str, node: Node<'_>) {
        let Some(domain) = self.named_object(name, node) else { return };
        let code = self.domain_codes.read(name, &domain, self.format.kind, &mut self.complaints);
        let prefix = Prefix::of_domain(name, code);
        if !self.is_new(&prefix, &domain) {
            return;
        }
        let Some(subdomains) = self.subdomains(&domain) else { return };
        let mut codes = Codes::new(Level::Subdomain);
        for (name, node) in subdomains.iter() {
            let Some(subdomain) = self.named_object(name, node) else { continue };
            let code = codes.read(name, &subdomain, self.format.kind, &mut self.complaints);
            self.errors_of(&subdomain, &prefix.with(name, code));
        }
    }

    /// The subdomains of a domain: `subDomains`, in Kuzzle 1.x `subdomains`.
    fn subdomains<'s>(&mut self, domain: &'s Object<'_>) -> Option<Object<'s>> {
        let old_name = domain.get("subdomains");
        self.format.is_old = old_name.is_some();
        let Some(node) = old_name else {
            return Object::read(domain.required("subDomains", &mut self.complaints)?, &mut self.complaints);
        };
        if domain.get("subDomains").is_some() {
            let message = "`subDomains` and `subdomains` mean the same, and both are here";
            self.complaints.push(node.complaint(Rule::DuplicateKey, message));
        }
        Object::read(node, &mut self.complaints)
    }

    fn errors_of(&mut self, subdomain: &Object<'_>, prefix: &Prefix) {
        if !self.is_new(prefix, subdomain) {
            return;
        }
        let Some(errors) = subdomain.required("errors", &mut self.complaints) else { return };
        let Some(errors) = Object::read(errors, &mut self.complaints) else { return };
        let mut codes = Codes::new(Level::Error);
        for (name, node) in errors.iter() {
            let Some(error) = self.named_object(name, node) else { continue };
            let number = codes.read(name, &error, self.format.kind, &mut self.complaints);
            let code = prefix.code.zip(number).map(|(prefix, number)| Code::from(prefix | number));
            let id = format!("{}.{name}", prefix.id);
            let definition = definition::read(&error, self.format, id, code, &mut self.complaints);
            self.definitions.extend(definition.map(Arc::new));
        }
    }

    fn named_object<'n>(&mut self, name: &str, node: Node<'n>) -> Option<Object<'n>> {
        if !self.is_part(name, &node) {
            return None;
        }
        Object::read(node, &mut self.complaints)
    }

    /// Whether a name can be a part of an id that look-ups find; complains where it can't.
    fn is_part(&mut self, name: &str, node: &Node<'_>) -> bool {
        let forbidden = |character: char| character == '.' || character.is_whitespace() || character.is_control();
        let is_part = !name.is_empty() && name.len() <= LONGEST_PART && !name.contains(forbidden);
        if !is_part {
            let message = format!(
                "`{}` can't be part of an id: expected 1 to {LONGEST_PART} bytes, no dot, no blank, no control character",
                quote(name)
            );
            self.complaints.push(node.complaint(Rule::IdPart, message));
        }
        is_part
    }

    /// Whether a domain or a subdomain comes for the first time; complains where it doesn't.
    fn is_new(&mut self, prefix: &Prefix, object: &Object<'_>) -> bool {
        let is_new = self.names.insert(prefix.id.clone());
        if !is_new {
            let message = format!("a file before this one has `{}`", prefix.id);
            self.complaints.push(object.node().complaint(Rule::DuplicateDomain, message));
        }
        is_new
    }
}

impl Prefix {
    fn of_domain(name: &str, code: Option<u32>) -> Self {
        Self { id: name.to_string(), code: code.map(|code| code << 24) }
    }

    /// The prefix of a subdomain.
    fn with(&self, subdomain: &str, code: Option<u32>) -> Self {
        let code = self.code.zip(code).map(|(domain, code)| domain | code << 16);
        Self { id: format!("{}.{subdomain}", self.id), code }
    }
}
