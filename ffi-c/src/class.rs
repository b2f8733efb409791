//! `kuzzle_class`.

use core::ffi::c_char;

use kuzzle_errors::Class;

use crate::packed::packed;

/// An error type of Kuzzle. It fixes the HTTP status of its errors.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_class {
    /// None of those below: a newer Kuzzle may have more.
    KUZZLE_CLASS_UNKNOWN = 0,
    /// `BadRequestError`, 400.
    KUZZLE_CLASS_BAD_REQUEST = 1,
    /// `UnauthorizedError`, 401.
    KUZZLE_CLASS_UNAUTHORIZED = 2,
    /// `ForbiddenError`, 403.
    KUZZLE_CLASS_FORBIDDEN = 3,
    /// `NotFoundError`, 404.
    KUZZLE_CLASS_NOT_FOUND = 4,
    /// `PreconditionError`, 412.
    KUZZLE_CLASS_PRECONDITION = 5,
    /// `SizeLimitError`, 413.
    KUZZLE_CLASS_SIZE_LIMIT = 6,
    /// `TooManyRequestsError`, 429.
    KUZZLE_CLASS_TOO_MANY_REQUESTS = 7,
    /// `InternalError`, 500.
    KUZZLE_CLASS_INTERNAL = 8,
    /// `ExternalServiceError`, 500.
    KUZZLE_CLASS_EXTERNAL_SERVICE = 9,
    /// `PluginImplementationError`, 500.
    KUZZLE_CLASS_PLUGIN_IMPLEMENTATION = 10,
    /// `ServiceUnavailableError`, 503.
    KUZZLE_CLASS_SERVICE_UNAVAILABLE = 11,
    /// `GatewayTimeoutError`, 504.
    KUZZLE_CLASS_GATEWAY_TIMEOUT = 12,
    /// `PartialError`, 206.
    KUZZLE_CLASS_PARTIAL = 13,
    /// `MultipleErrorsError`, 400.
    KUZZLE_CLASS_MULTIPLE_ERRORS = 14,
    /// `KuzzleError`: carries a status of its own, 500 where none is given.
    KUZZLE_CLASS_KUZZLE = 15,
}

impl kuzzle_class {
    /// The class as C knows it.
    pub(crate) const fn new(class: Class) -> Self {
        match class {
            Class::BadRequest => Self::KUZZLE_CLASS_BAD_REQUEST,
            Class::Unauthorized => Self::KUZZLE_CLASS_UNAUTHORIZED,
            Class::Forbidden => Self::KUZZLE_CLASS_FORBIDDEN,
            Class::NotFound => Self::KUZZLE_CLASS_NOT_FOUND,
            Class::Precondition => Self::KUZZLE_CLASS_PRECONDITION,
            Class::SizeLimit => Self::KUZZLE_CLASS_SIZE_LIMIT,
            Class::TooManyRequests => Self::KUZZLE_CLASS_TOO_MANY_REQUESTS,
            Class::Internal => Self::KUZZLE_CLASS_INTERNAL,
            Class::ExternalService => Self::KUZZLE_CLASS_EXTERNAL_SERVICE,
            Class::PluginImplementation => Self::KUZZLE_CLASS_PLUGIN_IMPLEMENTATION,
            Class::ServiceUnavailable => Self::KUZZLE_CLASS_SERVICE_UNAVAILABLE,
            Class::GatewayTimeout => Self::KUZZLE_CLASS_GATEWAY_TIMEOUT,
            Class::Partial => Self::KUZZLE_CLASS_PARTIAL,
            Class::MultipleErrors => Self::KUZZLE_CLASS_MULTIPLE_ERRORS,
            Class::Kuzzle => Self::KUZZLE_CLASS_KUZZLE,
            _ => Self::KUZZLE_CLASS_UNKNOWN,
        }
    }
}

packed!(NAMES: [Class::ALL.len()] = position => Class::ALL[position].name());

/// The name of a class, ended by NUL.
pub(crate) const fn name(class: Class) -> *const c_char {
    // `Class::ALL` is in the order of the numbers, which begin at 1.
    NAMES.at(class as usize - 1)
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;

    use super::*;

    #[test]
    fn every_class_has_the_number_that_the_core_gives_it() {
        for class in Class::ALL {
            assert_eq!(kuzzle_class::new(class) as u32, class as u32, "{class}");
        }
    }

    #[test]
    fn the_names_stand_in_the_order_of_the_numbers() {
        for (position, class) in Class::ALL.into_iter().enumerate() {
            assert_eq!(class as usize, position + 1);
            // SAFETY: the name is a constant that ends with NUL.
            let name = unsafe { CStr::from_ptr(name(class)) };
            assert_eq!(name.to_str(), Ok(class.name()));
        }
    }
}
