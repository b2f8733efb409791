//! The rules of registry files.

use core::fmt;

/// Makes the enum and its names from one list.
macro_rules! rules {
    ($($(#[doc = $documentation:literal])+ $variant:ident $name:literal $severity:ident,)+) => {
        /// A rule that a registry keeps; its name stands in every [`Complaint`](crate::Complaint).
        ///
        /// A broken rule is an error and nothing is loaded, except where the rule is called a warning.
        ///
        /// ```
        /// use kuzzle_errors::{Rule, Severity};
        ///
        /// assert_eq!(Rule::CodeRange.name(), "code-range");
        /// assert_eq!(Rule::NumberZero.severity(), Severity::Warning);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $documentation])+ $variant,)+
        }

        impl Rule {
            /// Every rule, in the order in which files are checked.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name, for example `code-range`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// What breaking the rule means.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)+
                }
            }
        }
    };
}

rules! {
    /// Files and folders can be read, and a folder holds files of a registry.
    File "file" Error,
    /// No file is larger than [`LoadOptions::largest_file`](crate::LoadOptions::largest_file) allows.
    FileSize "file-size" Error,
    /// Files are UTF-8.
    Utf8 "utf-8" Error,
    /// Files are JSON.
    Json "json" Error,
    /// A file is a domain of Kuzzle, a plugin's manifest or a Domains object.
    Shape "shape" Error,
    /// What has members is an object.
    Object "object" Error,
    /// No object has two members of one name, nor both `subDomains` and `subdomains`.
    DuplicateKey "duplicate-key" Error,
    /// A domain, and a subdomain of plugins, stands in one file only.
    DuplicateDomain "duplicate-domain" Error,
    /// Required members are there.
    MissingMember "missing-member" Error,
    /// A part of an id is 1 to 128 bytes long, without dots, blanks and control characters.
    IdPart "id-part" Error,
    /// Codes are integers.
    CodeInteger "code-integer" Error,
    /// Codes of domains and subdomains go from 0 to 255, numbers of errors from 1 (applications: 0) to 65535.
    CodeRange "code-range" Error,
    /// Codes are unique among the domains, the subdomains of a domain, the errors of a subdomain; plugins share 0.
    CodeUnique "code-unique" Error,
    /// A warning: the number of an application's error is 0, which Kuzzle keeps for nobody else.
    NumberZero "number-zero" Warning,
    /// A warning: a code is not written; the one that Kuzzle gives depends on the order of registration.
    CodeByOrder "code-by-order" Warning,
    /// Texts are strings and not empty.
    NonEmptyText "non-empty-text" Error,
    /// The class is one of Kuzzle's.
    ClassKnown "class-known" Error,
    /// The status of a `KuzzleError` is an integer from 100 to 599.
    StatusRange "status-range" Error,
    /// A warning: `deprecated` is `true`, as Kuzzle 2.0.0 to 2.3.0 wrote it, and doesn't tell since when.
    DeprecatedSince "deprecated-since" Warning,
    /// Params are an array of names: not empty, without blanks and control characters.
    ParamNames "param-names" Error,
    /// No two params of a message have one name.
    ParamsUnique "params-unique" Error,
    /// There are as many params as placeholders in the message.
    ParamsCount "params-count" Error,
    /// Releases are written as `{"1": ["1.10.5", "1.12.0"], "2": ["2.0.0", null]}`, with one line at least.
    Releases "releases" Error,
    /// The retry advice is `never`, `later`, `check` or `login`.
    RetryKnown "retry-known" Error,
    /// The audience is `client`, `plugin` or `operator`.
    AudienceKnown "audience-known" Error,
    /// Registries put together agree about the code and the class of an id.
    IdConflict "id-conflict" Error,
    /// A warning: registries put together give one code to different ids; the first registry's answers for it.
    CodeShared "code-shared" Warning,
}

/// The [name](Rule::name).
impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// What a complaint means for the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is loaded.
    Error,
    /// The registry is loaded; better look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// The [name](Severity::name).
impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
