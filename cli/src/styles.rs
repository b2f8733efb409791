//! The few colours of the command.

use anstyle::{AnsiColor, Effects, Style};

/// How each kind of text looks; every style is empty where colours are off.
pub(crate) struct Styles {
    pub(crate) title: Style,
    pub(crate) label: Style,
    pub(crate) warning: Style,
    pub(crate) error: Style,
    pub(crate) link: Style,
    pub(crate) plain: Style,
    colored: bool,
}

impl Styles {
    pub(crate) const fn plain() -> Self {
        let plain = Style::new();
        Self { title: plain, label: plain, warning: plain, error: plain, link: plain, plain, colored: false }
    }

    pub(crate) const fn colored() -> Self {
        Self {
            title: Style::new().effects(Effects::BOLD),
            label: AnsiColor::Cyan.on_default(),
            warning: AnsiColor::Yellow.on_default(),
            error: AnsiColor::Red.on_default().effects(Effects::BOLD),
            link: Style::new().effects(Effects::UNDERLINE),
            plain: Style::new(),
            colored: true,
        }
    }

    pub(crate) const fn are_colored(&self) -> bool {
        self.colored
    }

    /// The style of an HTTP status: the server's failures stand out.
    pub(crate) const fn status(&self, status: u16) -> Style {
        match status {
            500.. => self.error,
            _ => self.warning,
        }
    }
}
