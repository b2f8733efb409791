//! `kuzzle_retry` and `kuzzle_audience`.

use kuzzle_errors::{Audience, Retry};

/// Whether the same request may be sent again. The judgement of this project, not of Kuzzle.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_retry {
    /// Not known: definitions of plugins and applications need not say.
    KUZZLE_RETRY_UNKNOWN = 0,
    /// The same request fails the same way until the request, the data, the code or the configuration changes.
    KUZZLE_RETRY_NEVER = 1,
    /// The cause is transient: the same request may work later.
    KUZZLE_RETRY_LATER = 2,
    /// The outcome is unknown or partial: look before sending again.
    KUZZLE_RETRY_CHECK = 3,
    /// Works again after a new login.
    KUZZLE_RETRY_LOGIN = 4,
}

impl kuzzle_retry {
    /// The advice as C knows it.
    pub(crate) const fn new(retry: Option<Retry>) -> Self {
        match retry {
            None => Self::KUZZLE_RETRY_UNKNOWN,
            Some(Retry::Never) => Self::KUZZLE_RETRY_NEVER,
            Some(Retry::Later) => Self::KUZZLE_RETRY_LATER,
            Some(Retry::Check) => Self::KUZZLE_RETRY_CHECK,
            Some(Retry::Login) => Self::KUZZLE_RETRY_LOGIN,
        }
    }
}

/// Who can mend the cause of an error. The judgement of this project, not of Kuzzle.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_audience {
    /// Not known: definitions of plugins and applications need not say.
    KUZZLE_AUDIENCE_UNKNOWN = 0,
    /// Whoever writes the client that sent the request.
    KUZZLE_AUDIENCE_CLIENT = 1,
    /// Whoever writes the plugin or the application that runs in Kuzzle.
    KUZZLE_AUDIENCE_PLUGIN = 2,
    /// Whoever runs Kuzzle and the services behind it.
    KUZZLE_AUDIENCE_OPERATOR = 3,
}

impl kuzzle_audience {
    /// The audience as C knows it.
    pub(crate) const fn new(audience: Option<Audience>) -> Self {
        match audience {
            None => Self::KUZZLE_AUDIENCE_UNKNOWN,
            Some(Audience::Client) => Self::KUZZLE_AUDIENCE_CLIENT,
            Some(Audience::Plugin) => Self::KUZZLE_AUDIENCE_PLUGIN,
            Some(Audience::Operator) => Self::KUZZLE_AUDIENCE_OPERATOR,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_advice_has_the_number_that_the_core_gives_it() {
        for retry in Retry::ALL {
            assert_eq!(kuzzle_retry::new(Some(retry)) as u32, retry as u32, "{retry}");
        }
        for audience in Audience::ALL {
            assert_eq!(kuzzle_audience::new(Some(audience)) as u32, audience as u32, "{audience}");
        }
        assert_eq!(kuzzle_retry::new(None) as u32, 0);
        assert_eq!(kuzzle_audience::new(None) as u32, 0);
    }
}
