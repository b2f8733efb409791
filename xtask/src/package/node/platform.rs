//! The platform of this machine, as npm and Node.js call it.

use std::env::consts::{ARCH, DLL_PREFIX, DLL_SUFFIX, OS};

use serde_json::json;

/// Where an addon runs.
pub(super) struct Platform {
    os: &'static str,
    cpu: &'static str,
    /// The C library, where a system has several, and the ending that it gives the name of the package.
    libc: Option<&'static str>,
    ending: &'static str,
}

impl Platform {
    /// The name of the addon in its package.
    pub(super) const ADDON: &str = "kuzzle-errors.node";

    pub(super) fn of_this_machine() -> Self {
        let (os, libc, ending) = match OS {
            "linux" if cfg!(target_env = "musl") => ("linux", Some("musl"), "-musl"),
            "linux" => ("linux", Some("glibc"), "-gnu"),
            "macos" => ("darwin", None, ""),
            "windows" => ("win32", None, "-msvc"),
            other => (other, None, ""),
        };
        let cpu = match ARCH {
            "x86_64" => "x64",
            "aarch64" => "arm64",
            other => other,
        };
        Self { os, cpu, libc, ending }
    }

    /// The name of the package.
    pub(super) fn package(&self) -> String {
        format!("{}-{}-{}{}", super::NAME, self.os, self.cpu, self.ending)
    }

    /// The library that cargo makes.
    pub(super) fn library() -> String {
        format!("{DLL_PREFIX}kuzzle_errors_node{DLL_SUFFIX}")
    }

    /// The `package.json`, by which npm installs the package where it runs only.
    pub(super) fn manifest(&self) -> String {
        let mut manifest = json!({
            "name": self.package(),
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The native engine of the package kuzzle-errors",
            "license": env!("CARGO_PKG_LICENSE"),
            "engines": { "node": ">=20" },
            "main": Self::ADDON,
            "os": [self.os],
            "cpu": [self.cpu],
        });
        if let Some(libc) = self.libc {
            manifest["libc"] = json!([libc]);
        }
        format!("{manifest:#}\n")
    }
}
