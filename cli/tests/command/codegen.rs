//! `codegen`: constants of C, Python and TypeScript. `cargo xtask test teams` compiles them.

use std::fs;
use std::path::Path;

use crate::support::{assert_golden, run};

const PLUGIN: &str = "tests/fixtures/shop";
/// Ids, params and texts that no language takes as they are.
const STRANGE: &str = "tests/fixtures/strange/app.json";

fn codegen(language: &str, arguments: &[&str]) -> String {
    run(&[&["codegen", "--lang", language], arguments].concat()).answer()
}

fn temporary(name: &str) -> String {
    format!("{}/codegen-{name}", env!("CARGO_TARGET_TMPDIR"))
}

fn written(name: &str, text: &str) -> String {
    let path = temporary(name);
    fs::write(&path, text).expect("the folder is writable");
    path
}

#[test]
fn answers_are_as_reviewed() {
    for (language, extension) in [("c", "h"), ("python", "py"), ("typescript", "ts")] {
        assert_golden(&format!("codegen_shop.{extension}"), &codegen(language, &["--registry", PLUGIN]));
        assert_golden(&format!("codegen_strange.{extension}"), &codegen(language, &["--registry", STRANGE]));
    }
}

#[test]
fn names_in_c_begin_as_asked() {
    let header = codegen("c", &["--registry", PLUGIN, "--prefix", "SHOP"]);
    assert!(header.contains("\n#define SHOP_PLUGIN_SHOP_TEAPOT 0x04000001u\n"), "{header}");
    assert!(header.contains("\n#define SHOP_ERRORS(X) ") && header.contains("#ifndef SHOP_ERRORS_H\n"), "{header}");
    assert!(!header.contains("APP"), "{header}");
    for prefix in ["", "1A", "A-B", "_A", "é"] {
        let complaint =
            run(&["codegen", "--lang", "c", "--registry", PLUGIN, &format!("--prefix={prefix}")]).complaint(2);
        assert!(complaint.contains("--prefix <PREFIX>"), "{complaint}");
    }
    let complaint = run(&["codegen", "--lang", "python", "--registry", PLUGIN, "--prefix", "SHOP"]).complaint(2);
    assert!(complaint.starts_with("error: only the names in C take a --prefix: "), "{complaint}");
}

#[test]
fn several_registries_become_one_file() {
    let module = codegen("python", &["--registry", PLUGIN, "--registry", "tests/fixtures/depot"]);
    assert!(module.contains("from shop, depot. Do not edit."), "{module}");
    assert!(module.contains("\"plugin.shop.teapot\"") && module.contains("\"plugin.depot.closed\""), "{module}");
    // Neither the built-in errors nor this machine's folders.
    assert!(!module.contains("services.storage") && !module.contains("fixtures"), "{module}");
}

#[test]
fn codes_of_two_errors_come_once_in_a_switch() {
    let other = written(
        "other.json",
        r#"{"name": "other", "errors": {"late": {"code": 1, "class": "NotFoundError", "message": "Late"}}}"#,
    );
    let (header, warning) =
        run(&["codegen", "--lang", "c", "--registry", PLUGIN, "--registry", &other]).warned_answer();
    assert!(warning.contains("(code-shared, value 1)"), "{warning}");
    let (before, replaced) = header.split_once("#define APP_ERRORS_REPLACED(X) \\\n").expect("the part of the others");
    assert!(before.contains("X(PLUGIN_SHOP_TEAPOT, 0x04000001u"), "{header}");
    assert!(replaced.starts_with("  X(PLUGIN_OTHER_LATE, 0x04000001u"), "{header}");
    assert!(
        replaced
            .ends_with("#define APP_ERRORS(X) \\\n  APP_ERRORS_BY_CODE(X) \\\n  APP_ERRORS_REPLACED(X)\n\n#endif\n")
    );
}

#[test]
fn names_of_two_errors_are_refused() {
    let error =
        |name: &str, code: u8| format!(r#""{name}": {{"code": {code}, "class": "NotFoundError", "message": "m"}}"#);
    let path = written(
        "clash.json",
        &format!(r#"{{"name": "shop", "errors": {{{}, {}}}}}"#, error("too-late", 1), error("tooLate", 2)),
    );
    let names =
        [("c", "PLUGIN_SHOP_TOO_LATE"), ("python", "plugin.shop.TOO_LATE"), ("typescript", "plugin.shop.TOO_LATE")];
    for (language, name) in names {
        let complaint = run(&["codegen", "--lang", language, "--registry", &path]).complaint(1);
        let expected = format!(
            "error: `plugin.shop.too-late` and `plugin.shop.tooLate` would both be called {name}; rename one of them\n"
        );
        assert_eq!(complaint, expected);
    }
    let subdomain = |name: &str, code: u8| format!(r#""{name}": {{"code": {code}, "errors": {{{}}}}}"#, error("x", 1));
    let domains =
        format!(r#"{{"app": {{"code": 9, "subDomains": {{{}, {}}}}}}}"#, subdomain("a-b", 1), subdomain("a_b", 2));
    let path = written("clash-of-subdomains.json", &domains);
    let complaint = run(&["codegen", "--lang", "typescript", "--registry", &path]).complaint(1);
    assert!(complaint.contains("`app.a-b` and `app.a_b` would both be called app.a_b;"), "{complaint}");
    let table = r#"{"errors": {"code": 9, "subDomains": {"by": {"code": 1, "errors": {"code": {"code": 1, "class": "NotFoundError", "message": "m"}}}}}}"#;
    let complaint = run(&["codegen", "--lang", "c", "--registry", &written("table.json", table)]).complaint(1);
    assert!(complaint.contains("would both be called APP_ERRORS_BY_CODE;"), "{complaint}");
}

#[test]
fn what_is_invalid_or_empty_is_refused() {
    let complaint = run(&["codegen", "--lang", "c", "--registry", "tests/fixtures/broken"]).complaint(1);
    assert!(complaint.contains("error: 2 errors in the registries; kuzzle-errors check PATH"), "{complaint}");
    let empty = written("empty.json", r#"{"name": "shop", "errors": {}}"#);
    let complaint = run(&["codegen", "--lang", "c", "--registry", &empty]).complaint(1);
    assert_eq!(complaint, "error: the registry holds no errors; see what it holds with kuzzle-errors check\n");
    assert!(run(&["codegen", "--lang", "c"]).complaint(2).contains("--registry <PATH>"));
    assert!(
        run(&["codegen", "--lang", "rust", "--registry", PLUGIN])
            .complaint(2)
            .contains("[possible values: c, python, typescript]")
    );
}

#[test]
fn files_are_written_whole_or_not_at_all() {
    let path = temporary("shop_errors.h");
    assert_eq!(run(&["codegen", "--lang", "c", "--registry", PLUGIN, "--output", &path]).answer(), "");
    assert_eq!(fs::read_to_string(&path).expect("the file"), codegen("c", &["--registry", PLUGIN]));
    assert!(!Path::new(&format!("{path}.new")).exists());
    let nowhere = temporary("no/such/folder.h");
    let complaint = run(&["codegen", "--lang", "c", "--registry", PLUGIN, "--output", &nowhere]).complaint(1);
    assert_eq!(
        complaint,
        format!("error: cannot write {nowhere}: No such file or directory (os error 2); make the folder first\n")
    );
    // A folder can't be replaced: what was there stays, and nothing beside it.
    let folder = temporary("folder");
    fs::create_dir_all(&folder).expect("a folder");
    run(&["codegen", "--lang", "c", "--registry", PLUGIN, "--output", &folder]).complaint(1);
    assert!(!Path::new(&format!("{folder}.new")).exists());
}
