//! Errors as text for people.

use core::error::Error;
use core::fmt;

use super::KuzzleError;

impl KuzzleError {
    /// The error as a text of several lines: id and code, class and status, the message, and, where the definition
    /// knows them, why it happens and what to do about it.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
    ///
    /// let report = UNKNOWN_INDEX.error(["nyc"]).report().to_string();
    /// assert!(report.starts_with("services.storage.unknown_index (0x01010001, PreconditionError, status 412)\n"));
    /// assert!(report.contains("\nFix: "));
    /// # }
    /// ```
    #[must_use]
    pub fn report(&self) -> impl fmt::Display {
        Report(self)
    }
}

struct Report<'e>(&'e KuzzleError);

impl fmt::Display for Report<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(error) = self;
        write!(formatter, "{} (", error.id().unwrap_or("unknown error"))?;
        if let Some(code) = error.code() {
            write!(formatter, "{code}, ")?;
        }
        write!(formatter, "{}, status {})\n{error}", error.class(), error.status())?;
        let Some(definition) = error.definition() else { return Ok(()) };
        if let Some(cause) = definition.cause() {
            write!(formatter, "\nCause: {cause}")?;
        }
        if let Some(fix) = definition.fix() {
            write!(formatter, "\nFix: {fix}")?;
        }
        Ok(())
    }
}

/// The message; class and status where it is empty.
impl fmt::Display for KuzzleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.message() {
            "" => write!(formatter, "{}, status {}", self.class(), self.status()),
            message => formatter.pad(message),
        }
    }
}

impl fmt::Debug for KuzzleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("KuzzleError")
            .field("id", &self.id())
            .field("code", &self.code())
            .field("class", &self.class())
            .field("status", &self.status())
            .field("message", &self.message())
            .finish_non_exhaustive()
    }
}

impl Error for KuzzleError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.inner.source.as_deref()?;
        Some(source)
    }
}
