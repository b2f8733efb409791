//! The C library, called as C calls it: any functions in any order, with texts that may hold any bytes.
//!
//! An input is a list of commands separated by NUL: a letter, and behind it the text that it takes. The address
//! sanitizer watches over what the library answers and keeps.

#![no_main]

use std::ffi::{CStr, CString, c_char};
use std::ptr;

use kuzzle_errors_c::*;
use kuzzle_errors_fuzz::pieces;
use libfuzzer_sys::fuzz_target;

/// More commands than this only take time.
const MOST_COMMANDS: usize = 64;

/// Errors whose JSON is longer are not put into others.
const LONGEST_ITEM: usize = 2_000;

fuzz_target!(|data: &[u8]| {
    let mut session = Session::default();
    for command in pieces(data).take(MOST_COMMANDS) {
        if let Some((letter, text)) = command.split_first() {
            // SAFETY: texts end with NUL, arrays are as long as is said, and each object is freed once.
            unsafe { session.run(*letter, text) };
        }
    }
    // SAFETY: as above.
    unsafe { session.end() };
});

/// What a program holds.
#[derive(Default)]
struct Session {
    registries: Vec<*mut kuzzle_registry>,
    errors: Vec<*mut kuzzle_error>,
    props: Vec<kuzzle_prop>,
    /// The texts of the props.
    texts: Vec<CString>,
}

impl Session {
    /// Carries out one command; what needs an object that isn't there takes NULL.
    unsafe fn run(&mut self, letter: u8, text: &[u8]) {
        let terminated = CString::new(text).expect("commands end at NUL");
        let c_text = terminated.as_ptr();
        let (start, length) = (text.as_ptr().cast::<c_char>(), text.len());
        let (registry, error) = (self.registry(0), self.error());
        let number = u32::from_le_bytes(std::array::from_fn(|index| text.get(index).copied().unwrap_or_default()));
        let status = (number >> 8) as u16;
        let mut fault = no_fault();
        unsafe {
            match letter {
                b'P' => {
                    let read = kuzzle_error_parse(registry, start, length, status_of(length), &raw mut fault);
                    self.add_error(read, &fault);
                }
                b'W' => {
                    let read = kuzzle_error_parse_within(registry, start, length, 500, length / 2, 3, &raw mut fault);
                    self.add_error(read, &fault);
                }
                b'N' => {
                    let built = kuzzle_error_new(registry, c_text, self.props.as_ptr(), self.props.len());
                    self.add_built(built);
                }
                b'K' => {
                    let built = kuzzle_error_new_by_code(registry, number, self.props.as_ptr(), self.props.len());
                    self.add_built(built);
                }
                b'M' => {
                    let names: Vec<_> = self.props.iter().map(|prop| prop.text).collect();
                    let (values, count) = (self.props.as_ptr(), names.len());
                    let built = kuzzle_error_new_named(registry, c_text, names.as_ptr(), values, count);
                    self.add_built(built);
                }
                b'm' => kuzzle_error_set_message(error, c_text),
                b'E' => {
                    kuzzle_error_set_errors(error, self.props.as_ptr(), self.props.len());
                    self.clear_props();
                }
                b'a' => ask_error(error, c_text),
                b'L' => {
                    let mut complaints = ptr::null_mut();
                    let kind = (length % 5) as u32;
                    let name = if length % 3 == 0 { ptr::null() } else { c"manifest.json".as_ptr() };
                    let loaded =
                        kuzzle_registry_load_text(start, length, name, kind, &raw mut complaints, &raw mut fault);
                    self.add_registry(loaded, complaints, &fault);
                }
                b'+' => {
                    let mut complaints = ptr::null_mut();
                    let other = self.registry(1);
                    let both = kuzzle_registry_with(other, registry, &raw mut complaints, &raw mut fault);
                    self.add_registry(both, complaints, &fault);
                }
                b'@' => {
                    let narrowed = kuzzle_registry_at(registry, c_text, &raw mut fault);
                    self.add_registry(narrowed, ptr::null_mut(), &fault);
                }
                b'R' => resolve(registry, c_text, number, status),
                b'l' => look_up(registry, c_text, number),
                b'F' => list_failures(start, length),
                b'x' => {
                    // Props lead to errors.
                    self.clear_props();
                    drop_last(&mut self.errors, |error| kuzzle_error_free(error));
                }
                b'X' => drop_last(&mut self.registries, |registry| kuzzle_registry_free(registry)),
                // An error in an error, over and over, doubles every time.
                b'e' if kuzzle_error_to_json(error, ptr::null_mut(), 0) < LONGEST_ITEM => {
                    self.add_prop(8, terminated, error);
                }
                b'c' => self.clear_props(),
                kind => self.add_prop(u32::from(kind % 10), terminated, ptr::null()),
            }
        }
    }

    /// The last registry but `before`; NULL, which is the built-in one, where there is none.
    fn registry(&self, before: usize) -> *const kuzzle_registry {
        self.registries.iter().rev().nth(before).map_or(ptr::null(), |registry| registry.cast_const())
    }

    fn error(&self) -> *mut kuzzle_error {
        self.errors.last().copied().unwrap_or(ptr::null_mut())
    }

    /// A prop of any kind, with everything that any kind reads.
    fn add_prop(&mut self, kind: u32, text: CString, error: *const kuzzle_error) {
        let length = if text.as_bytes().len() % 2 == 0 { usize::MAX } else { text.as_bytes().len() };
        let first = text.as_bytes().first().copied().unwrap_or_default();
        let number = f64::from(first).powi(i32::from(first));
        self.props.push(kuzzle_prop { kind, integer: i64::from(first), number, text: text.as_ptr(), length, error });
        self.texts.push(text);
    }

    fn clear_props(&mut self) {
        self.props.clear();
        self.texts.clear();
    }

    unsafe fn add_built(&mut self, error: *mut kuzzle_error) {
        assert!(!error.is_null(), "building never fails");
        unsafe { self.add_error(error, &no_fault()) };
    }

    unsafe fn add_error(&mut self, error: *mut kuzzle_error, fault: &kuzzle_fault) {
        unsafe { assert_is_sound(fault) };
        if !error.is_null() {
            unsafe { ask_error(error, c"services.storage.unknown_index".as_ptr()) };
            self.errors.push(error);
        }
        // What leads to freed errors is never given again.
        self.clear_props();
    }

    unsafe fn add_registry(
        &mut self,
        registry: *mut kuzzle_registry,
        complaints: *mut kuzzle_complaints,
        fault: &kuzzle_fault,
    ) {
        unsafe {
            assert_is_sound(fault);
            assert_eq!(registry.is_null(), fault.kind != kuzzle_fault_kind::KUZZLE_FAULT_NONE);
            for index in 0..=kuzzle_complaints_count(complaints) {
                if let Some(complaint) = kuzzle_complaints_at(complaints, index).as_ref() {
                    for text in [complaint.file, complaint.path, complaint.value, complaint.rule, complaint.message] {
                        read(text);
                    }
                }
            }
            kuzzle_complaints_free(complaints);
        }
        if !registry.is_null() {
            self.registries.push(registry);
        }
    }

    /// Registries go before the errors that came from them.
    unsafe fn end(self) {
        for registry in self.registries {
            unsafe { kuzzle_registry_free(registry) };
        }
        for error in self.errors {
            unsafe {
                ask_error(error, c"".as_ptr());
                kuzzle_error_free(error);
            }
        }
    }
}

fn drop_last<T>(objects: &mut Vec<*mut T>, free: impl FnOnce(*mut T)) {
    free(objects.pop().unwrap_or(ptr::null_mut()));
}

fn no_fault() -> kuzzle_fault {
    // SAFETY: numbers, a kind of 0, and a text of zeros.
    unsafe { std::mem::zeroed() }
}

/// The library may refuse; it may not be at fault.
unsafe fn assert_is_sound(fault: &kuzzle_fault) {
    assert!(fault.kind != kuzzle_fault_kind::KUZZLE_FAULT_INTERNAL);
    unsafe { read(fault.text.as_ptr()) };
}

fn status_of(length: usize) -> u16 {
    [0, 200, 206, 400, 404, u16::MAX][length % 6]
}

/// Reads a text to its end; NULL is none.
unsafe fn read(text: *const c_char) -> usize {
    if text.is_null() { 0 } else { unsafe { CStr::from_ptr(text) }.to_bytes().len() }
}

/// Reads a text that comes with its length and ends with NUL all the same.
unsafe fn read_long(text: *const c_char, length: usize) {
    if !text.is_null() {
        let bytes = unsafe { std::slice::from_raw_parts(text.cast::<u8>(), length + 1) };
        assert_eq!(bytes.last(), Some(&0));
    }
}

unsafe fn read_definition(definition: *const kuzzle_definition) {
    let Some(found) = (unsafe { definition.as_ref() }) else { return };
    unsafe {
        for text in [found.id, found.domain, found.name, found.message, found.description, found.class_name] {
            assert!(!text.is_null());
            read(text);
        }
        for text in [found.deprecated, found.url, kuzzle_definition_cause(found), kuzzle_definition_fix(found)] {
            read(text);
        }
        for index in 0..found.param_count {
            read(*found.params.add(index));
        }
        assert!((*found.params.add(found.param_count)).is_null());
        kuzzle_definition_releases(found, 2);
    }
}

unsafe fn ask_error(error: *mut kuzzle_error, text: *const c_char) {
    let mut length = 0;
    unsafe {
        for ask in
            [kuzzle_error_id, kuzzle_error_message, kuzzle_error_stack, kuzzle_error_report, kuzzle_error_context]
        {
            length = 0;
            let answer = ask(error, &raw mut length);
            read_long(answer, length);
        }
        read_long(kuzzle_error_context_text(error, text, &raw mut length), length);
        // What came is not ended by NUL.
        let received = kuzzle_error_received(error, &raw mut length);
        if !received.is_null() {
            std::hint::black_box(std::slice::from_raw_parts(received.cast::<u8>(), length).to_vec());
        }
        read_definition(kuzzle_error_definition(error));
        for index in 0..=kuzzle_error_prop_count(error).min(20) {
            if let Some(prop) = kuzzle_error_prop(error, index).as_ref() {
                read(prop.text);
            }
        }
        for index in 0..=kuzzle_error_failure_count(error).min(20) {
            read_failure(kuzzle_error_failure(error, index));
        }
        if let Some(conflict) = kuzzle_error_conflict(error).as_ref() {
            read_definition(conflict.belongs_to);
        }
        let mut code = 0;
        kuzzle_error_code(error, &raw mut code);
        kuzzle_error_status(error);
        kuzzle_error_retry(error);
        kuzzle_error_is(error, text);
        kuzzle_error_is_retryable(error);
        kuzzle_error_needs_login(error);
        read(kuzzle_error_class_name(error));
        for write in [
            kuzzle_error_to_json,
            kuzzle_error_to_problem_json,
            kuzzle_error_to_attributes_json,
            kuzzle_error_to_explanation_json,
        ] {
            write_into_buffers(error, write);
        }
        kuzzle_text_free(kuzzle_error_to_json_text(error));
    }
}

/// The whole text, and every way to cut it.
unsafe fn write_into_buffers(
    error: *const kuzzle_error,
    write: unsafe extern "C" fn(*const kuzzle_error, *mut c_char, usize) -> usize,
) {
    let length = unsafe { write(error, ptr::null_mut(), 0) };
    for size in [1, length / 2 + 1, length + 1] {
        let mut buffer = vec![0x7f; size];
        assert_eq!(unsafe { write(error, buffer.as_mut_ptr(), size) }, length);
        if !error.is_null() {
            assert_eq!(buffer.last(), Some(&0));
        }
    }
}

unsafe fn read_failure(failure: *const kuzzle_failure) {
    if let Some(failure) = unsafe { failure.as_ref() } {
        unsafe {
            for text in [failure.id, failure.reason, failure.action] {
                read(text);
            }
            read_long(failure.raw, failure.raw_length);
        }
    }
}

unsafe fn list_failures(start: *const c_char, length: usize) {
    let mut fault = no_fault();
    unsafe {
        let failures = kuzzle_failures_read(start, length, &raw mut fault);
        assert_is_sound(&fault);
        for index in 0..=kuzzle_failures_count(failures) {
            read_failure(kuzzle_failures_at(failures, index));
        }
        kuzzle_failures_free(failures);
    }
}

unsafe fn look_up(registry: *const kuzzle_registry, text: *const c_char, number: u32) {
    let mut fault = no_fault();
    let mut count = 0;
    unsafe {
        read_definition(kuzzle_errors_by_id(text));
        read_definition(kuzzle_errors_by_code(number));
        read_definition(kuzzle_registry_by_id(registry, text));
        read_definition(kuzzle_registry_by_code(registry, number));
        read(kuzzle_errors_legacy_id(number, text, &raw mut fault));
        kuzzle_errors_legacy(number, text, (number >> 24) as usize, &raw mut fault);
        assert_is_sound(&fault);
        let all = kuzzle_registry_all(registry, &raw mut count);
        for index in 0..count.min(5) {
            read_definition(*all.add(index));
        }
        kuzzle_registry_release(registry);
    }
}

unsafe fn resolve(registry: *const kuzzle_registry, id: *const c_char, code: u32, status: u16) {
    let mut resolution = unsafe { std::mem::zeroed::<kuzzle_resolution>() };
    let code = if code % 3 == 0 { ptr::null() } else { &raw const code };
    let status = if status % 3 == 0 { ptr::null() } else { &raw const status };
    unsafe {
        kuzzle_registry_resolve(registry, id, code, status, &raw mut resolution);
        read_definition(resolution.definition);
        if resolution.has_conflict {
            read_definition(resolution.conflict.belongs_to);
        }
    }
}
