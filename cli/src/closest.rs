//! What was probably meant.

/// The candidate that is most like what was given, if it is more so than `least`; likeness goes from 0 to 1.
pub(crate) fn closest<T>(
    candidates: impl IntoIterator<Item = T>,
    least: f64,
    likeness: impl Fn(&T) -> f64,
) -> Option<T> {
    let graded = candidates.into_iter().map(|candidate| (likeness(&candidate), candidate));
    let (likeness, candidate) = graded.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (likeness > least).then_some(candidate)
}
