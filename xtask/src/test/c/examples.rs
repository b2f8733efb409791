//! The examples, built from the package by make and by CMake.

use std::path::Path;

use anyhow::ensure;
use xshell::{Shell, cmd};

/// What a server answers, one response a line, and what the client says of it first.
const RESPONSES: [(&str, &str); 6] = [
    (r#"{"status":200,"error":null,"result":{}}"#, "use the result"),
    (
        r#"{"status":412,"error":{"id":"services.storage.unknown_index","message":"m","status":412}}"#,
        "give up: services.storage.unknown_index: m (PreconditionError)",
    ),
    (
        r#"{"status":500,"error":{"id":"services.storage.not_connected","message":"m","status":500}}"#,
        "retry later: services.storage.not_connected: m (ExternalServiceError)",
    ),
    (r#"{"type":"TokenExpired","status":200,"message":"m"}"#, "log in: security.token.expired: m (UnauthorizedError)"),
    (
        r#"{"status":503,"error":{"message":"m","status":503}}"#,
        "retry later: unknown error: m (ServiceUnavailableError)",
    ),
    ("<html>", "no response of Kuzzle: 1:1: expected value"),
];

pub(super) fn run(shell: &Shell, package: &Path, out: &Path) -> anyhow::Result<()> {
    let run_path = format!("LDFLAGS=-Wl,-rpath,{}", package.join("lib").display());
    for linkage in [None, Some("STATIC=1")] {
        let folder = out.join("make").join(linkage.unwrap_or("shared"));
        shell.create_dir(&folder)?;
        cmd!(shell, "make --silent --directory ffi-c/examples OUT={folder} {run_path} {linkage...}")
            .env("PKG_CONFIG_PATH", package.join("lib/pkgconfig"))
            .run()?;
        check(shell, &folder, &["client"])?;
    }
    let folder = out.join("cmake");
    cmd!(shell, "cmake -S ffi-c/examples -B {folder} -D CMAKE_PREFIX_PATH={package}").ignore_stdout().run()?;
    cmd!(shell, "cmake --build {folder}").ignore_stdout().run()?;
    check(shell, &folder, &["client", "client-static"])
}

/// The examples do what they are there for.
fn check(shell: &Shell, folder: &Path, clients: &[&str]) -> anyhow::Result<()> {
    let responses: Vec<&str> = RESPONSES.iter().map(|(response, _)| *response).collect();
    for client in clients {
        let client = folder.join(client);
        let output = cmd!(shell, "{client}").stdin(responses.join("\n")).read()?;
        let decisions: Vec<&str> = output.lines().filter(|line| !line.starts_with(' ')).collect();
        let expected: Vec<&str> = RESPONSES.iter().map(|(_, decision)| *decision).collect();
        ensure!(decisions == expected, "the client decides {decisions:?}");
    }
    let (client, device) = (folder.join("client-cpp"), folder.join("device"));
    let output = cmd!(shell, "{client}").read()?;
    ensure!(output.lines().last() == Some("done"), "the client in C++ says {output}");
    cmd!(shell, "{device}").run()?;
    Ok(())
}
