//! The placeholders of a message.

use super::is_placeholder;

/// How many props a message takes: each of `%s %d %i %f %j %o %O %c` takes one, `%%` none.
pub(crate) fn placeholders(message: &str) -> usize {
    let mut count = 0;
    let mut rest = message.chars();
    while let Some(character) = rest.next() {
        if character == '%' && rest.next().is_some_and(is_placeholder) {
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_counted_as_node_fills_them() {
        let cases = [
            ("Too late", 0),
            ("Index \"%s\" of %s", 2),
            ("%s%d%i%f%j%o%O%c", 8),
            ("100%% of %s", 1),
            ("%%s", 0),
            ("%%%s", 1),
            ("%x%s", 1),
            ("50% sure", 0),
            ("100%", 0),
            ("%é%s", 1),
        ];
        for (message, count) in cases {
            assert_eq!(placeholders(message), count, "{message}");
        }
    }
}
