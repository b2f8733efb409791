//! Ctrl-C: the first asks for what has been counted so far, a second ends the process.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::low_level::unregister;
use signal_hook::{SigId, flag};

/// What a shell says of a process that SIGINT ended.
const ENDED_BY_INTERRUPT: i32 = 130;

static ASKED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// Whether the scan under way has been asked to end.
pub(crate) fn is_asked() -> bool {
    ASKED.get().is_some_and(|asked| asked.load(Ordering::Relaxed))
}

/// While it lives, signals ask for an end and don't bring it.
pub(super) struct Listening {
    registrations: Vec<SigId>,
}

impl Listening {
    /// Where a signal can't be listened to it does what it always does.
    pub(super) fn start() -> Self {
        let asked = ASKED.get_or_init(Arc::default);
        asked.store(false, Ordering::Relaxed);
        let listen = |signal| {
            let second = flag::register_conditional_shutdown(signal, ENDED_BY_INTERRUPT, Arc::clone(asked));
            [second, flag::register(signal, Arc::clone(asked))]
        };
        Self { registrations: [SIGINT, SIGTERM].into_iter().flat_map(listen).flatten().collect() }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        for registration in self.registrations.drain(..) {
            unregister(registration);
        }
    }
}
