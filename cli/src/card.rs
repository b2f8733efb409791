//! A card: a title, paragraphs, and labelled texts in two columns, wrapped and coloured.

use anstyle::Style;
use textwrap::{Options, WordSplitter, WrapAlgorithm};

use crate::streams::Output;
use crate::styles::Styles;
use crate::text::printable;

/// The columns before a label, and those of the label with the blanks behind it.
const MARGIN: usize = 2;
const LABEL: usize = 12;

/// The text of a card, under construction.
pub(crate) struct Card<'o> {
    text: String,
    styles: &'o Styles,
    width: usize,
}

impl<'o> Card<'o> {
    /// An empty card, for this output.
    pub(crate) fn new(output: &'o Output<'_>) -> Self {
        Self { text: String::new(), styles: output.styles(), width: output.text_width() }
    }

    /// The finished text; an empty line at its end is left out.
    pub(crate) fn finish(mut self) -> String {
        if self.text.ends_with("\n\n") {
            self.text.pop();
        }
        self.text
    }

    pub(crate) const fn styles(&self) -> &'o Styles {
        self.styles
    }

    /// A line as it is.
    pub(crate) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.line("");
    }

    /// A line of its own at the left edge.
    pub(crate) fn title(&mut self, text: &str) {
        self.indented(0, self.styles.title, text);
    }

    /// Running text at the left edge.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.indented(0, self.styles.plain, text);
    }

    /// Running text some columns from the left edge.
    pub(crate) fn indented(&mut self, columns: usize, style: Style, text: &str) {
        for line in wrap(text, self.width.saturating_sub(columns)) {
            self.line(&format!("{:columns$}{}", "", painted(&line, style)));
        }
    }

    /// A label, and its text beside it.
    pub(crate) fn field(&mut self, label: &str, text: &str) {
        self.styled_field(label, self.styles.plain, text);
    }

    /// A label, and its text beside it in a style.
    pub(crate) fn styled_field(&mut self, label: &str, style: Style, text: &str) {
        let label = format!("{:MARGIN$}{}", "", painted(&format!("{label:LABEL$}"), self.styles.label));
        let beside = self.text.len();
        self.indented(MARGIN + LABEL, style, text);
        // The label takes the place of the first line's blanks.
        self.text.replace_range(beside..beside + MARGIN + LABEL, &label);
    }
}

/// A text between the codes of its style; nothing around nothing.
fn painted(text: &str, style: Style) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}

/// Cuts a text into lines; words that are too long for one (ids, urls) stay whole.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(&printable(text), options).into_iter().map(std::borrow::Cow::into_owned).collect()
}
