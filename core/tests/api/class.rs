use std::collections::HashSet;

use kuzzle_errors::Class;

/// The classes and their statuses in Kuzzle 1.12.0 and 2.56.0.
const CLASSES: [(&str, u16, Class); 15] = [
    ("BadRequestError", 400, Class::BadRequest),
    ("UnauthorizedError", 401, Class::Unauthorized),
    ("ForbiddenError", 403, Class::Forbidden),
    ("NotFoundError", 404, Class::NotFound),
    ("PreconditionError", 412, Class::Precondition),
    ("SizeLimitError", 413, Class::SizeLimit),
    ("TooManyRequestsError", 429, Class::TooManyRequests),
    ("InternalError", 500, Class::Internal),
    ("ExternalServiceError", 500, Class::ExternalService),
    ("PluginImplementationError", 500, Class::PluginImplementation),
    ("ServiceUnavailableError", 503, Class::ServiceUnavailable),
    ("GatewayTimeoutError", 504, Class::GatewayTimeout),
    ("PartialError", 206, Class::Partial),
    ("MultipleErrorsError", 400, Class::MultipleErrors),
    ("KuzzleError", 500, Class::Kuzzle),
];

#[test]
fn each_class_has_its_name_and_status() {
    for (name, status, class) in CLASSES {
        assert_eq!(class.name(), name);
        assert_eq!(class.to_string(), name);
        assert_eq!(class.status(), status, "{name}");
        assert_eq!(Class::from_name(name), Some(class));
        assert_eq!(class.fixes_status(), name != "KuzzleError");
    }
    assert_eq!(Class::ALL, CLASSES.map(|(_, _, class)| class));
}

#[test]
fn the_numbers_of_the_classes_stay() {
    let numbers: Vec<u8> = Class::ALL.iter().map(|class| *class as u8).collect();
    assert_eq!(numbers, (1..=15).collect::<Vec<_>>());
}

#[test]
fn a_status_with_one_class_names_it_and_every_other_says_kuzzle_error() {
    let named = [
        (206, Class::Partial),
        (400, Class::BadRequest),
        (401, Class::Unauthorized),
        (403, Class::Forbidden),
        (404, Class::NotFound),
        (412, Class::Precondition),
        (413, Class::SizeLimit),
        (429, Class::TooManyRequests),
        (503, Class::ServiceUnavailable),
        (504, Class::GatewayTimeout),
    ];
    for status in 0..=u16::MAX {
        let expected = named.iter().find(|(named, _)| *named == status).map_or(Class::Kuzzle, |(_, class)| *class);
        assert_eq!(Class::from_status(status), expected, "{status}");
    }
}

#[test]
fn other_names_are_unknown() {
    for name in
        ["", "Error", "NotFound", "notFoundError", "NotFoundError ", "TeapotError", "NotFoundErrorNotFoundError"]
    {
        assert_eq!(Class::from_name(name), None, "{name}");
    }
}

#[test]
fn a_class_is_padded_and_hashed_as_other_values() {
    assert_eq!(format!("{:<14}|{:>12}", Class::NotFound, Class::Kuzzle), "NotFoundError | KuzzleError");
    assert_eq!(Class::ALL.into_iter().collect::<HashSet<_>>().len(), 15);
}
