//! The files of a registry while they are read: every value knows its place.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::complaint::Complaint;
use super::rule::Rule;
use crate::json::{Document, Kind, Position, PositionIndex, Value};

/// Names and values are not repeated in full beyond this many bytes, so that complaints stay short.
const LONGEST_QUOTE: usize = 256;

/// The JSON of one file.
pub(super) struct File<'a> {
    name: Option<Arc<str>>,
    document: Document<'a>,
    positions: PositionIndex<'a>,
}

impl<'a> File<'a> {
    /// # Errors
    ///
    /// A complaint of [`Rule::Json`].
    pub(super) fn read(name: Option<Arc<str>>, text: &'a str) -> Result<Self, Complaint> {
        let document = Document::read(text).map_err(|malformed| Complaint {
            position: Some(malformed.position()),
            ..Complaint::about_file(name.clone(), Rule::Json, malformed.message().to_string())
        })?;
        let positions = document.position_index();
        Ok(Self { name, document, positions })
    }

    pub(super) const fn name(&self) -> Option<&Arc<str>> {
        self.name.as_ref()
    }

    /// The value that the file is.
    pub(super) const fn root(&self) -> Node<'_> {
        Node { file: self, path: Path { parent: None, step: Step::Root }, value: self.document.root() }
    }
}

/// A value of a file with its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'n> {
    pub(super) file: &'n File<'n>,
    pub(super) path: Path<'n>,
    pub(super) value: Value<'n>,
}

impl Node<'_> {
    /// The elements of an array; of other values none.
    pub(super) fn elements(&self) -> impl Iterator<Item = Node<'_>> {
        let elements = self.value.elements().into_iter().enumerate();
        elements.map(|(index, value)| self.child(Step::Element(index), value))
    }

    pub(super) fn position(&self) -> Position {
        self.file.positions.at(self.file.document.offset_of(self.value.text()).unwrap_or_default())
    }

    pub(super) fn complaint(&self, rule: Rule, message: impl Into<String>) -> Complaint {
        Complaint {
            rule,
            message: message.into(),
            path: self.path.text(),
            value: Some(quote_value(self.value)),
            file: self.file.name.clone(),
            position: Some(self.position()),
        }
    }

    fn child<'c>(&'c self, step: Step<'c>, value: Value<'c>) -> Node<'c> {
        Node { file: self.file, path: Path { parent: Some(&self.path), step }, value }
    }
}

/// An object of a file, its members by unique names.
pub(super) struct Object<'n> {
    node: Node<'n>,
    members: Vec<(Cow<'n, str>, Value<'n>)>,
}

impl<'n> Object<'n> {
    /// The object that a value is. Complains of other values, and of members whose name came before.
    pub(super) fn read(node: Node<'n>, complaints: &mut Vec<Complaint>) -> Option<Self> {
        if node.value.kind() != Kind::Object {
            complaints.push(node.complaint(Rule::Object, "expected an object"));
            return None;
        }
        let members = node.value.members().into_iter().map(|member| (member.name(), member.value)).collect();
        let mut object = Self { node, members };
        object.drop_duplicates(complaints);
        Some(object)
    }

    pub(super) const fn node(&self) -> &Node<'n> {
        &self.node
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Node<'_>)> {
        self.members.iter().map(|(name, value)| (&**name, self.node.child(Step::Member(name), *value)))
    }

    pub(super) fn get<'s>(&'s self, name: &'s str) -> Option<Node<'s>> {
        let (_, value) = self.members.iter().find(|(member, _)| member == name)?;
        Some(self.node.child(Step::Member(name), *value))
    }

    /// A member that may be left out or `null`.
    pub(super) fn optional<'s>(&'s self, name: &'s str) -> Option<Node<'s>> {
        self.get(name).filter(|node| !node.value.is_null())
    }

    /// A member; complains where it is missing.
    pub(super) fn required<'s>(&'s self, name: &'s str, complaints: &mut Vec<Complaint>) -> Option<Node<'s>> {
        let member = self.get(name);
        if member.is_none() {
            complaints.push(self.without(name, Rule::MissingMember, format!("`{name}` is missing")));
        }
        member
    }

    /// A complaint about a member that is not there: at its path, with the place of this object.
    pub(super) fn without(&self, name: &str, rule: Rule, message: String) -> Complaint {
        let path = Path { parent: Some(&self.node.path), step: Step::Member(name) };
        Complaint { path: path.text(), value: None, ..self.node.complaint(rule, message) }
    }

    fn drop_duplicates(&mut self, complaints: &mut Vec<Complaint>) {
        let mut order: Vec<usize> = (0..self.members.len()).collect();
        // A stable sort: of equal names the first stays the first.
        order.sort_by_key(|&index| &self.members[index].0);
        let mut is_duplicate = alloc::vec![false; self.members.len()];
        for pair in order.windows(2) {
            is_duplicate[pair[1]] = self.members[pair[0]].0 == self.members[pair[1]].0;
        }
        for ((name, value), _) in self.members.iter().zip(&is_duplicate).filter(|(_, duplicate)| **duplicate) {
            let message = format!("`{}` stands here twice", quote(name));
            complaints.push(self.node.child(Step::Member(name), *value).complaint(Rule::DuplicateKey, message));
        }
        let mut is_duplicate = is_duplicate.into_iter();
        self.members.retain(|_| !is_duplicate.next().unwrap_or_default());
    }
}

/// The way from the root of a file to a value, written as a JSONPath (RFC 9535).
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Member(&'p str),
    Element(usize),
}

impl Path<'_> {
    pub(super) fn text(&self) -> Box<str> {
        let mut text = String::with_capacity(64);
        self.push(&mut text);
        text.into()
    }

    fn push(&self, text: &mut String) {
        if let Some(parent) = self.parent {
            parent.push(text);
        }
        match self.step {
            Step::Root => text.push('$'),
            Step::Element(index) => text.extend(["[", &index.to_string(), "]"]),
            Step::Member(name) if is_shorthand(name) => {
                text.push('.');
                text.push_str(&quote(name));
            }
            Step::Member(name) => {
                text.push_str("['");
                text.extend(quote(name).escape_debug());
                text.push_str("']");
            }
        }
    }
}

/// Whether a name may stand in a JSONPath without quotes.
fn is_shorthand(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii();
    name.bytes().all(allowed) && name.bytes().next().is_some_and(|first| !first.is_ascii_digit())
}

/// The text, or its beginning and three dots.
pub(super) fn quote(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_QUOTE {
        return Cow::Borrowed(text);
    }
    let mut length = LONGEST_QUOTE;
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    Cow::Owned(format!("{}...", &text[..length]))
}

/// The JSON text of a value, or a JSON string with its beginning.
fn quote_value(value: Value<'_>) -> Box<str> {
    match quote(value.text()) {
        Cow::Borrowed(text) => text.into(),
        Cow::Owned(beginning) => serde_json::to_string(&beginning).unwrap_or_default().into(),
    }
}
