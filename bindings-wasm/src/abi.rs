//! The functions as WASM modules export them; `js/module.ts` calls them.
//!
//! Every argument and every answer is a [`Text`]; a number is a text too, and what is missing is [`Text::NONE`].

#![expect(unsafe_code, reason = "texts cross as pieces of the module's memory")]
#![expect(clippy::cast_possible_truncation, reason = "positions have 32 bits here")]

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use core::ptr::slice_from_raw_parts_mut;

/// A text in UTF-8 that whoever holds it owns: the position of its bytes in the upper half, their number in the lower.
#[repr(transparent)]
struct Text(u64);

impl Text {
    const NONE: Self = Self(0);

    /// Takes a text over from JavaScript; `None` where it is [`Text::NONE`].
    fn take_optional(self) -> Option<String> {
        if self.0 == Self::NONE.0 {
            return None;
        }
        let [position, length] = [self.0 >> 32, self.0 & u64::from(u32::MAX)].map(|half| half as usize);
        let bytes = slice_from_raw_parts_mut(position as *mut u8, length);
        // SAFETY: JavaScript has had `reserve` make this room, has filled it with UTF-8, and forgets it now; or it
        // gives back what `give` has handed over.
        Some(unsafe { String::from_utf8_unchecked(Box::from_raw(bytes).into_vec()) })
    }

    fn take(self) -> String {
        self.take_optional().unwrap_or_default()
    }

    fn take_number<N: TryFrom<u32>>(self) -> Option<N> {
        self.take().parse::<u32>().ok()?.try_into().ok()
    }

    /// Hands a text over to JavaScript, which gives it back to `release`.
    fn give(text: String) -> Self {
        let length = text.len() as u64;
        let position = Box::into_raw(text.into_boxed_str()).cast::<u8>() as u64;
        Self(position << 32 | length)
    }
}

/// Makes room for a text of so many bytes, to be filled and given to one of the functions below.
#[unsafe(no_mangle)]
extern "C" fn reserve(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Lets go of an answer.
#[unsafe(no_mangle)]
extern "C" fn release(answer: Text) {
    drop(answer.take_optional());
}

#[unsafe(no_mangle)]
extern "C" fn table(what: Text, registry: Text) -> Text {
    Text::give(crate::table(&what.take(), &registry.take()))
}

#[unsafe(no_mangle)]
extern "C" fn resolve(registry: Text, id: Text, code: Text, status: Text) -> Text {
    Text::give(crate::resolve(&registry.take(), &id.take(), code.take_number(), status.take_number()))
}

#[unsafe(no_mangle)]
extern "C" fn parse(body: Text, status: Text, max_depth: Text, registry: Text) -> Text {
    let (status, max_depth) = (status.take_number(), max_depth.take_number().unwrap_or(u32::MAX));
    Text::give(crate::parse(&body.take(), status, max_depth, &registry.take()))
}

#[unsafe(no_mangle)]
extern "C" fn read(what: Text, registry: Text, body: Text, status: Text, max_depth: Text) -> Text {
    let (status, max_depth) = (status.take_number(), max_depth.take_number().unwrap_or(u32::MAX));
    Text::give(crate::read(&what.take(), &registry.take(), &body.take(), status, max_depth))
}

#[cfg(feature = "complete")]
#[unsafe(no_mangle)]
extern "C" fn render(template: Text, props: Text) -> Text {
    Text::give(crate::render(&template.take(), &props.take()))
}

#[cfg(not(feature = "complete"))]
#[unsafe(no_mangle)]
extern "C" fn render(template: Text, props: Text) -> Text {
    crate::render_spelled(&template.take(), &props.take()).map_or(Text::NONE, Text::give)
}

#[unsafe(no_mangle)]
extern "C" fn write(form: Text, registry: Text, body: Text, status: Text, left_out: Text) -> Text {
    let status = status.take_number();
    Text::give(crate::write(&form.take(), &registry.take(), &body.take(), status, &left_out.take()))
}

#[cfg(feature = "complete")]
#[unsafe(no_mangle)]
extern "C" fn search(what: Text, registry: Text, text: Text) -> Text {
    Text::give(crate::search(&what.take(), &registry.take(), &text.take()))
}

#[cfg(feature = "complete")]
#[unsafe(no_mangle)]
extern "C" fn load(what: Text, registry: Text, text: Text) -> Text {
    Text::give(crate::load(&what.take(), &registry.take(), &text.take()))
}

#[cfg(feature = "complete")]
#[unsafe(no_mangle)]
extern "C" fn scan(registry: Text, text: Text) -> Text {
    Text::give(crate::scan(&registry.take(), &text.take()))
}

#[cfg(feature = "complete")]
#[unsafe(no_mangle)]
extern "C" fn compare(from: Text, to: Text) -> Text {
    Text::give(crate::compare(&from.take(), &to.take()))
}
