//! What to do about an error: whether to send the request again, and who can mend the cause.
//!
//! Both are this project's judgement from reading Kuzzle's source; Kuzzle itself does not say.

use core::fmt;

/// Whether the same request may be sent again.
///
/// ```
/// use kuzzle_errors::{Retry, definitions::services::storage::NOT_CONNECTED};
///
/// assert_eq!(NOT_CONNECTED.retry(), Some(Retry::Later));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Retry {
    /// The same request fails the same way until the request, the data, the code or the configuration changes.
    Never = 1,
    /// The cause is transient: the same request may work later.
    Later,
    /// The outcome is unknown or partial: look before sending again.
    Check,
    /// Works again after a new login.
    Login,
}

impl Retry {
    /// Every value, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Never, Self::Later, Self::Check, Self::Login];

    /// The value with this name, case included, or `None`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|retry| retry.name() == name)
    }

    /// The name in the data: `never`, `later`, `check` or `login`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Later => "later",
            Self::Check => "check",
            Self::Login => "login",
        }
    }

    /// The value in one plain sentence, for people.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Never => {
                "The same request fails again until the request, the data, the code or the configuration changes."
            }
            Self::Later => "The cause is temporary: the same request may work later.",
            Self::Check => "The outcome is unknown or partial: look before sending the request again.",
            Self::Login => "Log in again, then send the request again.",
        }
    }
}

impl fmt::Display for Retry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// Who can mend the cause of an error.
///
/// ```
/// use kuzzle_errors::{Audience, definitions::services::storage::UNKNOWN_INDEX};
///
/// assert_eq!(UNKNOWN_INDEX.audience(), Some(Audience::Client));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Audience {
    /// Whoever writes the client that sent the request.
    Client = 1,
    /// Whoever writes the plugin or the application that runs in Kuzzle.
    Plugin,
    /// Whoever runs Kuzzle and the services behind it.
    Operator,
}

impl Audience {
    /// Every value, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Client, Self::Plugin, Self::Operator];

    /// The value with this name, case included, or `None`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.name() == name)
    }

    /// The name in the data: `client`, `plugin` or `operator`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Plugin => "plugin",
            Self::Operator => "operator",
        }
    }

    /// The value in plain words, for people.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Client => "the author of the client that sent the request",
            Self::Plugin => "the author of the plugin or application running in Kuzzle",
            Self::Operator => "whoever operates Kuzzle and its services",
        }
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
