//! Lists of texts in one text.

/// Splits a text into its frames: each is a letter that says what it is, the length of its text in UTF-16 units
/// (JavaScript's way to count), a colon and the text, as in `s3:nycn2:12`. Ends at what is no frame.
pub(crate) fn frames(text: &str) -> impl Iterator<Item = (char, &str)> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let (head, tail) = rest.split_once(':')?;
        let mut head = head.chars();
        let kind = head.next()?;
        let length = head.as_str().parse().ok()?;
        let (frame, tail) = tail.split_at_checked(end_of(tail, length))?;
        rest = tail;
        Some((kind, frame))
    })
}

/// The offset behind so many UTF-16 units.
fn end_of(text: &str, units: usize) -> usize {
    let mut seen = 0;
    let end = text.char_indices().find(|(_, character)| {
        let is_end = seen >= units;
        seen += character.len_utf16();
        is_end
    });
    end.map_or(text.len(), |(offset, _)| offset)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn frames_hold_any_text() {
        let found: Vec<_> = frames("s3:nycs0:s4:a🚕:n1:7").collect();
        assert_eq!(found, [('s', "nyc"), ('s', ""), ('s', "a🚕:"), ('n', "7")]);
    }

    #[test]
    fn what_is_no_frame_ends_the_list() {
        for text in ["", "s", "s:", "sx:a", ":", "3:a"] {
            assert_eq!(frames(text).next(), None, "{text:?}");
        }
        assert_eq!(frames("s9:ab").collect::<Vec<_>>(), [('s', "ab")]);
    }
}
