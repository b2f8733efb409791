//! The rules of registry files.

use core::fmt;

/// Makes the enum and its names from one list.
macro_rules! rules {
    ($($(#[doc = $documentation:literal])+ $variant:ident $name:literal $severity:ident $hint:literal,)+) => {
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

            /// How to mend what breaks the rule, in one English sentence.
            ///
            /// ```
            /// assert_eq!(kuzzle_errors::Rule::NumberZero.hint(), "Number the errors of a subdomain from 1.");
            /// ```
            #[must_use]
            pub const fn hint(self) -> &'static str {
                match self {
                    $(Self::$variant => $hint,)+
                }
            }
        }
    };
}

rules! {
    /// Files and folders can be read, and a folder holds files of a registry.
    File "file" Error
        "Name a file, or a folder with a manifest.json, with an installed Kuzzle or with files named as 0-core.json.",
    /// No file is larger than [`LoadOptions::largest_file`](crate::LoadOptions::largest_file) allows.
    FileSize "file-size" Error
        "No registry is that large: is this the right file?",
    /// Files are UTF-8.
    Utf8 "utf-8" Error
        "Save the file as UTF-8.",
    /// Files are JSON.
    Json "json" Error
        "Look before this place, too: a comma, a quote or a bracket is missing or too much.",
    /// A file is a domain of Kuzzle, a plugin's manifest or a Domains object.
    Shape "shape" Error
        "A plugin's file begins as {\"name\": \"shop\", \"errors\": {…}}, an application's as {\"orders\": {\"code\": 1, \"subDomains\": {…}}}.",
    /// What has members is an object.
    Object "object" Error
        "Write an object in braces: {…}.",
    /// No object has two members of one name, nor both `subDomains` and `subdomains`.
    DuplicateKey "duplicate-key" Error
        "Rename or remove one of the two: JavaScript would silently keep the last.",
    /// A domain, and a subdomain of plugins, stands in one file only.
    DuplicateDomain "duplicate-domain" Error
        "Put what belongs together into one file.",
    /// Required members are there.
    MissingMember "missing-member" Error
        "An error needs a code, a class and a message; a subdomain a code and errors; a domain a code and subDomains.",
    /// A part of an id is 1 to 128 bytes long, without dots, blanks and control characters.
    IdPart "id-part" Error
        "Write names as Kuzzle does, in lower case with underscores: too_late.",
    /// Codes are integers.
    CodeInteger "code-integer" Error
        "Write the number without quotes and without a fraction.",
    /// Codes of domains and subdomains go from 0 to 255, numbers of errors from 1 (applications: 0) to 65535.
    CodeRange "code-range" Error
        "Take a free number of that range: each subdomain numbers its errors for itself.",
    /// Codes are unique among the domains, the subdomains of a domain, the errors of a subdomain; plugins share 0.
    CodeUnique "code-unique" Error
        "Take a number that no sibling has; numbers in use stay as they are.",
    /// A warning: the number of an application's error is 0, which Kuzzle keeps for nobody else.
    NumberZero "number-zero" Warning
        "Number the errors of a subdomain from 1.",
    /// A warning: a code is not written; the one that Kuzzle gives depends on the order of registration.
    CodeByOrder "code-by-order" Warning
        "Write the code, so that it stays whatever is registered before it.",
    /// Texts are strings and not empty.
    NonEmptyText "non-empty-text" Error
        "Write a sentence; what may be left out is better left out than empty.",
    /// The class is one of Kuzzle's.
    ClassKnown "class-known" Error
        "Choose the class by the HTTP status that clients shall see: 400 is BadRequestError, 404 NotFoundError.",
    /// The status of a `KuzzleError` is an integer from 100 to 599.
    StatusRange "status-range" Error
        "Write the HTTP status as a number, or leave it out for 500.",
    /// A warning: `deprecated` is `true`, as Kuzzle 2.0.0 to 2.3.0 wrote it, and doesn't tell since when.
    DeprecatedSince "deprecated-since" Warning
        "Name the release that deprecated it: \"deprecated\": \"1.4.0\".",
    /// Params are an array of names: not empty, without blanks and control characters.
    ParamNames "param-names" Error
        "Name each placeholder of the message in order: [\"index\", \"collection\"].",
    /// No two params of a message have one name.
    ParamsUnique "params-unique" Error
        "Give each placeholder a name of its own.",
    /// There are as many params as placeholders in the message.
    ParamsCount "params-count" Error
        "Write one name for each placeholder of the message, in their order.",
    /// Releases are written as `{"1": ["1.10.5", "1.12.0"], "2": ["2.0.0", null]}`, with one line at least.
    Releases "releases" Error
        "Leave it out, unless these are errors of Kuzzle itself.",
    /// The retry advice is `never`, `later`, `check` or `login`.
    RetryKnown "retry-known" Error
        "never: the request must change; later: it may pass; check: look what happened first; login: log in again.",
    /// The audience is `client`, `plugin` or `operator`.
    AudienceKnown "audience-known" Error
        "Name who can mend the cause: client, plugin or operator.",
    /// Registries put together agree about the code and the class of an id.
    IdConflict "id-conflict" Error
        "An id keeps its code and its class; a new error takes a new id.",
    /// A warning: registries put together give one code to different ids; the first registry's answers for it.
    CodeShared "code-shared" Warning
        "Look such errors up by id, or number their domain so that no other has its codes.",
    /// Compared with an older registry, no id is gone.
    IdRemoved "id-removed" Error
        "Put it back with a \"deprecated\" in it: programs and logs know the id.",
    /// Compared with an older registry, no id has another code.
    CodeChanged "code-changed" Error
        "Put the old code back; a new error takes a new id and a new number.",
    /// Compared with an older registry, no id has another class.
    ClassChanged "class-changed" Error
        "Put the old class back; what needs another status is a new error with a new id.",
    /// Compared with an older registry, no `KuzzleError` has another status.
    StatusChanged "status-changed" Error
        "Put the old status back; what needs another one is a new error with a new id.",
    /// A warning: compared with an older registry, a message takes other values.
    ParamsChanged "params-changed" Warning
        "Adapt what builds this error: values are given in the order of the placeholders.",
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
