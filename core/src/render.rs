//! Messages: templates filled as Node's `util.format` fills them.

mod big;
pub(crate) mod decimal;
mod double;
mod inspect;
pub(crate) mod json_text;
pub(crate) mod number;
#[cfg(feature = "alloc")]
mod placeholders;
pub(crate) mod plain;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

#[cfg(feature = "alloc")]
pub(crate) use placeholders::placeholders;

use crate::Prop;
use decimal::decimal;

/// Fills a template as Node's `util.format` does, which is how Kuzzle makes the messages of its errors.
///
/// `%s`, `%d`, `%i`, `%f`, `%j`, `%o` and `%O` each take the next prop, `%c` takes one and shows nothing, `%%` is a
/// percent sign. A placeholder without a prop stays; props without a placeholder follow after a space; a template
/// without any prop stays as it is, `%%` included.
///
/// Strings, numbers, booleans, null, undefined and big integers come out exactly as in Node 20. Differences:
/// objects and arrays are compact JSON under every placeholder, and `%j` shows a big integer where Node throws.
///
/// ```
/// use kuzzle_errors::{NO_PROPS, Prop, render};
///
/// assert_eq!(render("Index \"%s\" does not exist", ["nyc"]), "Index \"nyc\" does not exist");
/// assert_eq!(render("%d of %s", [Prop::from(1.0), Prop::Null]), "1 of null");
/// assert_eq!(render("%s and %s", ["one"]), "one and %s");
/// assert_eq!(render("100%%", NO_PROPS), "100%%");
/// ```
#[must_use]
pub fn render<'a>(template: &str, props: impl IntoIterator<Item: Into<Prop<'a>>>) -> String {
    let props: Vec<Prop<'_>> = props.into_iter().map(Into::into).collect();
    fill(template, &props)
}

/// [`render`] of props that stand in memory.
pub(crate) fn fill(template: &str, props: &[Prop<'_>]) -> String {
    fill_with(template, props, shown)
}

/// [`render`] of props whose numbers ECMAScript has spelled already; `None` where a placeholder other than `%s` takes
/// one. It does without arithmetic, and is small.
#[cfg(feature = "read")]
#[must_use]
pub fn render_spelled(template: &str, props: &[Prop<'_>]) -> Option<String> {
    let mut only_texts = true;
    let message = fill_with(template, props, |letter, prop| {
        only_texts &= letter == 's';
        text_with(prop, Cow::Borrowed)
    });
    only_texts.then_some(message)
}

fn fill_with<'p>(
    template: &str,
    props: &'p [Prop<'_>],
    mut show: impl FnMut(char, &'p Prop<'_>) -> Cow<'p, str>,
) -> String {
    if props.is_empty() {
        return template.into();
    }
    let mut props = props.iter();
    let mut message = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((plain, behind)) = rest.split_once('%') {
        let mut letters = behind.chars();
        let Some(letter) = letters.next() else { break };
        rest = letters.as_str();
        message.push_str(plain);
        match props.as_slice().first().filter(|_| is_placeholder(letter)) {
            Some(prop) => {
                message.push_str(&show(letter, prop));
                props.next();
            }
            None if letter == '%' => message.push('%'),
            None => message.extend(['%', letter]),
        }
    }
    message.push_str(rest);
    for prop in props {
        message.push(' ');
        message.push_str(&show('s', prop));
    }
    message
}

/// Whether `%` and this letter take a prop.
pub(crate) const fn is_placeholder(letter: char) -> bool {
    matches!(letter, 's' | 'd' | 'i' | 'f' | 'j' | 'o' | 'O' | 'c')
}

/// What a placeholder shows of a prop.
fn shown<'p>(letter: char, prop: &'p Prop<'_>) -> Cow<'p, str> {
    match (letter, prop) {
        ('c', _) => "".into(),
        (_, Prop::Json(json)) => json_text::compact(json),
        ('d', _) => number::number_of(prop),
        ('i', _) => number::integer_of(prop),
        ('f', _) => number::float_of(prop),
        ('j', _) => json_of(prop),
        ('o' | 'O', Prop::String(text)) => inspect::quoted(text).into(),
        _ => text_of(prop),
    }
}

/// What JavaScript's `String(…)` makes of a prop, with the `n` of big integers and the sign of `-0`.
pub(crate) fn text_of<'p>(prop: &'p Prop<'_>) -> Cow<'p, str> {
    text_with(prop, number::spelled)
}

fn text_with<'p>(prop: &'p Prop<'_>, spelled: impl Fn(&'p str) -> Cow<'p, str>) -> Cow<'p, str> {
    match prop {
        Prop::Undefined => "undefined".into(),
        Prop::Null => "null".into(),
        Prop::Bool(value) => if *value { "true" } else { "false" }.into(),
        Prop::Integer(value) => decimal(*value).into(),
        Prop::Number(text) => spelled(text),
        Prop::BigInteger(digits) => (digits.to_string() + "n").into(),
        Prop::String(text) => Cow::Borrowed(text),
        Prop::Json(json) => json_text::compact(json),
    }
}

/// What `JSON.stringify` makes of a prop, in text: `undefined` stays what it is.
fn json_of<'p>(prop: &'p Prop<'_>) -> Cow<'p, str> {
    if matches!(prop, Prop::Undefined) {
        return "undefined".into();
    }
    let mut json = String::new();
    prop.push_json(&mut json);
    json.into()
}
