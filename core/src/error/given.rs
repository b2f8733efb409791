//! What was given here to an error, in place of what came or beside it.

use super::Prop;

/// The props of a built error, and the list of errors that was given to an error.
///
/// Without the feature `alloc` nothing can be given: values are not even written, which takes arithmetic.
#[derive(Clone, Default)]
pub(super) struct Given {
    #[cfg(feature = "alloc")]
    pub(super) props: Option<alloc::vec::Vec<Prop<'static>>>,
    #[cfg(feature = "alloc")]
    pub(super) errors: Option<alloc::vec::Vec<Prop<'static>>>,
}

#[cfg(feature = "alloc")]
impl Given {
    pub(super) fn props(&self) -> Option<&[Prop<'static>]> {
        self.props.as_deref()
    }

    pub(super) fn errors(&self) -> Option<&[Prop<'static>]> {
        self.errors.as_deref()
    }
}

#[cfg(not(feature = "alloc"))]
#[expect(clippy::unused_self, reason = "the signatures of the methods that look into what was given")]
impl Given {
    #[inline]
    pub(super) const fn props(&self) -> Option<&[Prop<'static>]> {
        None
    }

    #[inline]
    pub(super) const fn errors(&self) -> Option<&[Prop<'static>]> {
        None
    }
}
