//! Messages with values that JavaScript leaves to the core.

use alloc::string::String;
#[cfg(not(feature = "complete"))]
use alloc::vec::Vec;

use kuzzle_errors::Prop;

use crate::frames::frames;

/// Fills a template with props, one [frame](crate::frames) each.
#[cfg(feature = "complete")]
#[must_use]
pub fn render(template: &str, props: &str) -> String {
    kuzzle_errors::render(template, frames(props).map(|(kind, text)| prop(kind, text)))
}

/// Fills a template that has no placeholder but `%s`; any other needs all of the core.
#[cfg(not(feature = "complete"))]
#[must_use]
pub fn render_spelled(template: &str, props: &str) -> Option<String> {
    let props: Vec<Prop<'_>> = frames(props).map(|(kind, text)| prop(kind, text)).collect();
    kuzzle_errors::for_javascript::render_spelled(template, &props)
}

/// The value of a frame: `s` string, `n` number, `i` big integer, `b` boolean, `j` JSON, `0` null, `u` undefined.
fn prop(kind: char, text: &str) -> Prop<'_> {
    match kind {
        's' => Prop::String(text.into()),
        'n' => Prop::Number(text.into()),
        'i' => Prop::BigInteger(text.into()),
        'b' => Prop::Bool(text == "true"),
        'j' => Prop::Json(text.into()),
        '0' => Prop::Null,
        _ => Prop::Undefined,
    }
}

#[cfg(all(test, feature = "complete"))]
mod tests {
    #[test]
    fn every_kind_of_value_is_understood() {
        let shown = |props: &str| super::render("%s", props);
        for (props, expected) in [
            ("s3:nyc", "nyc"),
            ("n2:-0", "-0"),
            ("n3:NaN", "NaN"),
            ("i3:123", "123n"),
            ("b4:true", "true"),
            ("b5:false", "false"),
            ("j9:{\"a\": 1 }", "{\"a\":1}"),
            ("00:", "null"),
            ("u0:", "undefined"),
            ("", "%s"),
        ] {
            assert_eq!(shown(props), expected, "{props}");
        }
    }
}
