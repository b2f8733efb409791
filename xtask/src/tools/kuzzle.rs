//! Kuzzle itself, whose rules our files must pass and whose errors ours must equal.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use xshell::{Shell, cmd};

use super::{node, provide};
use crate::workspace;

/// The newest release of Kuzzle 1 that npm has.
pub(crate) const KUZZLE_1: Release = Release {
    version: "1.11.0",
    packages: &[
        Package {
            name: "kuzzle",
            version: "1.11.0",
            integrity: "sha512-SnsareGm0Jfs3vkoS5yP4RywGzk1LeO4250rZvFs2cMl4yTxEUT3l0jUsSlXjEJ3EfvO8oRPxNdA03CcXOID/Q==",
            parts: &["package/package.json", "package/lib"],
        },
        Package {
            name: "kuzzle-common-objects",
            version: "3.0.17",
            integrity: "sha512-LcOrX9b/tdlRt/UJE2qIGjOnBB31v+0C2LBvqsGv9K4H+SeBOwhCfGx+R/mWwSIfIFFiPB7OqvGcrCj455cAOQ==",
            parts: &["package"],
        },
        Package {
            name: "bluebird",
            version: "3.7.2",
            integrity: "sha512-XpNj6GDQzdfW+r2Wnn7xiSAd7TM3jzkxGXBGTtWKuSXv1xUV+azxAm8jdWZN06QTQk+2N2XB9jRDkvbmQmcRtg==",
            parts: &["package"],
        },
        Package {
            name: "lodash",
            version: "4.17.15",
            integrity: "sha512-8xOcRHvCjnocdS5cpwXQXVzmmh5e5+saE2QGoeQmbKmRS6J3VQppPOIt0MnmE+4xlZoumy0GPG0D0MVIQbNA1A==",
            parts: &["package"],
        },
        Package {
            name: "uuid",
            version: "3.4.0",
            integrity: "sha512-HjSDRw6gZE5JMggctHBcjVak08+KEVhSIiDzFnT9S9aegmp85S/bReBVTb4QTFaRNptJ9kuYaNhnbNEOkbKb/A==",
            parts: &["package"],
        },
    ],
};

/// The newest release.
pub(crate) const KUZZLE_2: Release = Release {
    version: "2.56.0",
    packages: &[
        Package {
            name: "kuzzle",
            version: "2.56.0",
            integrity: "sha512-WSwRwVL/M44fYsBuWt3PPbDC9PKTEHtjkR60Wk3MO07C1sFukplrf3tIWvXiuxgsLe+HcRu+0A1vBIAMmqQCKg==",
            parts: &["package/package.json", "package/dist/lib"],
        },
        Package {
            name: "lodash",
            version: "4.17.21",
            integrity: "sha512-v2kDEe57lecTulaDIuNTPy3Ry4gLGJ6Z1O3vE1krgXZNrsQ+LFTGHVxVjcXPs17LhbZVGedAJv8XZ1tvj5FvSg==",
            parts: &["package"],
        },
        Package {
            name: "moment",
            version: "2.30.1",
            integrity: "sha512-uEmtNhbDOrWPFS+hdjFCBfy9f2YoyzRpwcl+DqpC6taX21FzsTLQVbMV/W7PzNSX6x/bhC1zA3c2UQ5NzH6how==",
            parts: &["package"],
        },
        // Kuzzle names 13, which a Node.js before 20.19 can't `require`.
        Package {
            name: "uuid",
            version: "11.1.0",
            integrity: "sha512-0/A9rDy9P7cJ+8w1c9WD9V//9Wj15Ce2MPz8Ri6032usz+NfePxx5AcN3bN+r6ZL6jEo066/yNYB3tn4pQEx+A==",
            parts: &["package"],
        },
    ],
};

/// Kuzzle's own client, whose errors ours are made of.
pub(crate) const SDK: Release = Release {
    version: "sdk-7.17.1",
    packages: &[Package {
        name: "kuzzle-sdk",
        version: "7.17.1",
        integrity: "sha512-LalANsrqwEf5Q5oEbHpmqZX1TesRZNpldkCZedXrNmvR4/j6Rz6sCNd3KzQev3N5EyFLP3yh+aFYvmoUnzFXDg==",
        parts: &["package/package.json", "package/out"],
    }],
};

/// A release before the newest, as the one that was followed then.
pub(crate) const KUZZLE_2_53: Release = Release {
    version: "2.53.0",
    packages: &[Package {
        name: "kuzzle",
        version: "2.53.0",
        integrity: "sha512-6azdp/LXKb7KJY0XBqtXTPWavnm317TnwXdFur+F4Owj+QGe1cIhiY/VUS3dWZFsBwlBfCy1x5Jdso6uWpsRyw==",
        parts: &["package/package.json", "package/dist/lib/kerror/codes"],
    }],
};

/// A plugin of Kuzzle's own makers with errors in its manifest.
pub(crate) const PASSPORT_LOCAL: Release = Release {
    version: "plugin-auth-passport-local-6.4.1",
    packages: &[Package {
        name: "kuzzle-plugin-auth-passport-local",
        version: "6.4.1",
        integrity: "sha512-YkVz3vgVxO7bGe1A0/JR2QZr3JwksCl0q9WEE42Q+Xj97oAv3+c2PyjzY9A7MKvq14QPUqU0jYs5kjGYjuGvKg==",
        parts: &["package/package.json", "package/manifest.json"],
    }],
};

/// A release of Kuzzle, of its client or of a plugin, and what the used part of its library requires.
pub(crate) struct Release {
    pub(crate) version: &'static str,
    /// The first is what is released.
    packages: &'static [Package],
}

/// A package as npm has it.
struct Package {
    name: &'static str,
    version: &'static str,
    /// What npm calls the `integrity` of the archive.
    integrity: &'static str,
    /// What is unpacked.
    parts: &'static [&'static str],
}

impl Release {
    /// The folder of the first package, with the others beside it.
    pub(crate) fn provide(&self, shell: &Shell) -> anyhow::Result<PathBuf> {
        node::require(shell)?;
        let specifiers: Vec<_> = self.packages.iter().map(Package::specifier).collect();
        let folder = provide(&format!("kuzzle-{}", self.version), &specifiers.join("\n"), |folder| {
            self.packages.iter().try_for_each(|package| package.unpack(shell, folder))
        })?;
        Ok(folder.join("node_modules").join(self.packages[0].name))
    }
}

impl Package {
    fn specifier(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }

    /// Takes the archive into a folder and unpacks it into `node_modules` there.
    fn unpack(&self, shell: &Shell, folder: &Path) -> anyhow::Result<()> {
        let script = workspace::root().join("xtask/node/integrity.mjs");
        let _directory = shell.push_dir(folder);
        let Self { name, version, integrity, parts } = *self;
        // npm lists what an archive holds after it has written it, and fails over the core dumps in kuzzle 1.11.0,
        // gigabytes of them: whether the archive came, its checksum tells.
        cmd!(shell, "npm pack {name}@{version} --ignore-scripts").ignore_status().ignore_stderr().read()?;
        let archive = format!("{name}-{version}.tgz");
        let found = cmd!(shell, "node {script} {archive}").quiet().read()?;
        ensure!(found == integrity, "npm gave a {name} {version} with {found} where {integrity} was expected");
        let target = shell.create_dir(Path::new("node_modules").join(name))?;
        cmd!(shell, "tar --extract --file {archive} --directory {target} --strip-components 1 {parts...}").run()?;
        shell.remove_path(&archive)?;
        Ok(())
    }
}
