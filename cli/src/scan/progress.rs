//! How far a scan is, on a terminal.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

const KNOWN_SIZE: &str =
    "{bar:30} {percent:>3} %  {binary_bytes} of {binary_total_bytes}  {binary_bytes_per_sec}  {eta} left";
const UNKNOWN_SIZE: &str = "{spinner} {binary_bytes}  {binary_bytes_per_sec}";

/// A bar with rate and time left, on the terminal of the errors.
pub(super) struct Progress {
    bar: ProgressBar,
    read: Arc<AtomicU64>,
}

impl Progress {
    /// A bar that ends at `total` bytes, where that is known; a hidden one where nobody looks.
    pub(super) fn start(total: Option<u64>, read: &Arc<AtomicU64>, is_shown: bool) -> Self {
        let bar = match total {
            _ if !is_shown => ProgressBar::hidden(),
            Some(total) => ProgressBar::new(total).with_style(style(KNOWN_SIZE)),
            None => ProgressBar::no_length().with_style(style(UNKNOWN_SIZE)),
        };
        Self { bar, read: Arc::clone(read) }
    }

    pub(super) fn update(&self) {
        self.bar.set_position(self.read.load(Ordering::Relaxed));
        self.bar.tick();
    }

    /// Leaves the terminal as it was.
    pub(super) fn end(self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    style.progress_chars("=> ")
}
