//! Pieces of Markdown.

/// A text that stays inside its cell of a table, and is no HTML.
pub(crate) fn cell(text: &str) -> String {
    text.replace('<', "&lt;").replace('|', "\\|").replace(['\r', '\n'], " ")
}
