//! The error types of Kuzzle and the HTTP status each of them fixes.

use core::fmt;

/// An error type of Kuzzle. It fixes the HTTP status of its errors; `KuzzleError` alone carries its own.
///
/// Source: the error classes of Kuzzle 1.12.0 and 2.56.0.
///
/// ```
/// use kuzzle_errors::Class;
///
/// assert_eq!(Class::from_name("NotFoundError"), Some(Class::NotFound));
/// assert_eq!(Class::NotFound.status(), 404);
/// assert_eq!(Class::from_name("TeapotError"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum Class {
    /// `BadRequestError`, 400: the request is malformed.
    BadRequest = 1,
    /// `UnauthorizedError`, 401: no valid authentication.
    Unauthorized,
    /// `ForbiddenError`, 403: authenticated, without the right.
    Forbidden,
    /// `NotFoundError`, 404: what was asked for does not exist.
    NotFound,
    /// `PreconditionError`, 412: the state of the server does not allow the request.
    Precondition,
    /// `SizeLimitError`, 413: more than a configured limit allows.
    SizeLimit,
    /// `TooManyRequestsError`, 429: a rate limit.
    TooManyRequests,
    /// `InternalError`, 500: an unexpected failure in Kuzzle.
    Internal,
    /// `ExternalServiceError`, 500: a service behind Kuzzle failed.
    ExternalService,
    /// `PluginImplementationError`, 500: a plugin or the application misbehaved.
    PluginImplementation,
    /// `ServiceUnavailableError`, 503: temporarily out of service.
    ServiceUnavailable,
    /// `GatewayTimeoutError`, 504: an answer took too long.
    GatewayTimeout,
    /// `PartialError`, 206: some items of a batch failed.
    Partial,
    /// `MultipleErrorsError`, 400: several errors in one.
    MultipleErrors,
    /// `KuzzleError`: the base of the others, with a status of its own (500 where none is given).
    Kuzzle,
}

impl Class {
    /// Every class, in the order of their numbers.
    pub const ALL: [Self; 15] = [
        Self::BadRequest,
        Self::Unauthorized,
        Self::Forbidden,
        Self::NotFound,
        Self::Precondition,
        Self::SizeLimit,
        Self::TooManyRequests,
        Self::Internal,
        Self::ExternalService,
        Self::PluginImplementation,
        Self::ServiceUnavailable,
        Self::GatewayTimeout,
        Self::Partial,
        Self::MultipleErrors,
        Self::Kuzzle,
    ];

    /// The class with this name, case included, or `None`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// The class of an error of which only the HTTP status is known.
    ///
    /// 206, 401, 403, 404, 412, 413, 429, 503 and 504 belong to one class each, 400 is taken as `BadRequestError`;
    /// every other status, 500 included, says nothing more than `KuzzleError`.
    ///
    /// ```
    /// use kuzzle_errors::Class;
    ///
    /// assert_eq!(Class::from_status(404), Class::NotFound);
    /// assert_eq!(Class::from_status(500), Class::Kuzzle);
    /// assert_eq!(Class::from_status(418), Class::Kuzzle);
    /// ```
    #[must_use]
    pub const fn from_status(status: u16) -> Self {
        match status {
            206 => Self::Partial,
            400 => Self::BadRequest,
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            412 => Self::Precondition,
            413 => Self::SizeLimit,
            429 => Self::TooManyRequests,
            503 => Self::ServiceUnavailable,
            504 => Self::GatewayTimeout,
            _ => Self::Kuzzle,
        }
    }

    /// The name of the class in Kuzzle, for example `PreconditionError`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BadRequest => "BadRequestError",
            Self::Unauthorized => "UnauthorizedError",
            Self::Forbidden => "ForbiddenError",
            Self::NotFound => "NotFoundError",
            Self::Precondition => "PreconditionError",
            Self::SizeLimit => "SizeLimitError",
            Self::TooManyRequests => "TooManyRequestsError",
            Self::Internal => "InternalError",
            Self::ExternalService => "ExternalServiceError",
            Self::PluginImplementation => "PluginImplementationError",
            Self::ServiceUnavailable => "ServiceUnavailableError",
            Self::GatewayTimeout => "GatewayTimeoutError",
            Self::Partial => "PartialError",
            Self::MultipleErrors => "MultipleErrorsError",
            Self::Kuzzle => "KuzzleError",
        }
    }

    /// The HTTP status of the class; for `KuzzleError` its default, 500.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest | Self::MultipleErrors => 400,
            Self::Unauthorized => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Precondition => 412,
            Self::SizeLimit => 413,
            Self::TooManyRequests => 429,
            Self::Internal | Self::ExternalService | Self::PluginImplementation | Self::Kuzzle => 500,
            Self::ServiceUnavailable => 503,
            Self::GatewayTimeout => 504,
            Self::Partial => 206,
        }
    }

    /// Whether the class fixes the status of its errors: true of all but `KuzzleError`.
    #[must_use]
    pub const fn fixes_status(self) -> bool {
        !matches!(self, Self::Kuzzle)
    }
}

/// The [name](Class::name).
impl fmt::Display for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
