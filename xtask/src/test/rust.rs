//! What cargo and its companions check.

use xshell::{Shell, cmd};

/// The feature sets of the core. Each is built and tested; warnings are errors.
const FEATURES: [&str; 8] = ["", "alloc", "read", "json", "std", "std,json", "scan", "scan-fast,std,json"];

/// rustfmt changes nothing.
pub(super) fn format(shell: &Shell) -> anyhow::Result<()> {
    cmd!(shell, "cargo fmt --all --check").run()?;
    cmd!(shell, "rustfmt --check xtask/no_std/main.rs").run()?;
    Ok(())
}

/// clippy has no warning in any crate, its tests and examples included.
pub(super) fn clippy(shell: &Shell) -> anyhow::Result<()> {
    cmd!(shell, "cargo clippy --workspace --all-targets -- --deny warnings").run()?;
    Ok(())
}

/// Unit, integration and documentation tests of every crate.
pub(super) fn tests(shell: &Shell) -> anyhow::Result<()> {
    // The benchmarks hold peers to be measured against and no tests; building them all takes minutes.
    cmd!(shell, "cargo test --workspace --exclude kuzzle-errors-benchmarks").run()?;
    Ok(())
}

/// Every feature set of the core builds without a warning and passes its tests.
pub(super) fn features(shell: &Shell) -> anyhow::Result<()> {
    for features in FEATURES {
        let set = ["--package", "kuzzle-errors", "--no-default-features", "--features", features];
        cmd!(shell, "cargo clippy {set...} --all-targets -- --deny warnings").run()?;
        cmd!(shell, "cargo test {set...}").run()?;
    }
    Ok(())
}

/// rustdoc has no warning, neither here nor as docs.rs runs it on the core.
pub(super) fn docs(shell: &Shell) -> anyhow::Result<()> {
    cmd!(shell, "cargo doc --workspace --no-deps").env("RUSTDOCFLAGS", "--deny warnings").run()?;
    cmd!(shell, "cargo doc --package kuzzle-errors --all-features --no-deps")
        .env("RUSTDOCFLAGS", "--deny warnings --cfg docsrs")
        // The stable compiler can say which feature an item needs, when asked like this.
        .env("RUSTC_BOOTSTRAP", "1")
        .run()?;
    Ok(())
}
