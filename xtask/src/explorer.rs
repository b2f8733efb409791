//! `cargo xtask explorer`: the explorer in a browser, while it is written or as it is packaged.

use xshell::cmd;

use crate::package::explorer;
use crate::workspace;

/// Serves the explorer on this machine until it is stopped: its source, shown anew with each change, or the package.
pub(crate) fn serve(port: u16, built: bool) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let vite = explorer::provide_modules(&shell)?.program("vite");
    let (source, port) = (explorer::folder(), port.to_string());
    if built {
        let output = explorer::build(&shell, &vite)?;
        cmd!(shell, "{vite} preview {source} --outDir {output} --port {port}").run()?;
    } else {
        cmd!(shell, "{vite} {source} --port {port}").run()?;
    }
    Ok(())
}
