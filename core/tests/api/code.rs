use std::collections::HashSet;

use kuzzle_errors::{Code, InvalidCode};

#[test]
fn a_code_is_a_domain_a_subdomain_and_a_number() {
    let code = Code::new(0xc8, 0x01, 0xfe05);
    assert_eq!(code.get(), 0xc801_fe05);
    assert_eq!((code.domain(), code.subdomain(), code.number()), (0xc8, 0x01, 0xfe05));
    assert_eq!(Code::new(0, 0, 0).get(), 0);
    assert_eq!(Code::new(0xff, 0xff, 0xffff).get(), u32::MAX);
    assert_eq!(Code::new(1, 2, 3).get(), 0x0102_0003);
}

#[test]
fn signed_and_unsigned_integers_are_the_same_code() {
    let pairs = [
        (0, 0),
        (1, 1),
        (0x0101_0001, 16_842_753),
        (0x7fff_ffff, i32::MAX),
        (0x8000_0000, i32::MIN),
        (0xc801_0005, -939_458_555),
        (0xffff_ffff, -1),
    ];
    for (unsigned, signed) in pairs {
        let code = Code::from(unsigned);
        assert_eq!(code, Code::from(signed));
        assert_eq!(code.get(), unsigned);
        assert_eq!(u32::from(code), unsigned);
        assert_eq!(code.to_i32(), signed);
        assert_eq!(Code::try_from(i64::from(unsigned)), Ok(code));
        assert_eq!(Code::try_from(i64::from(signed)), Ok(code));
    }
}

#[test]
fn integers_beyond_32_bits_are_no_codes() {
    for value in [4_294_967_296, -2_147_483_649, i64::MAX, i64::MIN] {
        assert_eq!(Code::try_from(value), Err(InvalidCode::OutOfRange), "{value}");
    }
    assert_eq!(Code::try_from(4_294_967_295_i64).map(Code::get), Ok(u32::MAX));
    assert_eq!(Code::try_from(-2_147_483_648_i64).map(Code::get), Ok(0x8000_0000));
}

#[test]
fn a_code_reads_back_what_it_writes() {
    for value in [0, 1, 0x0101_0016, 0x0800_0001, 0xc801_0005, u32::MAX] {
        let code = Code::from(value);
        assert_eq!(Code::parse(&code.to_string()), Ok(code));
        assert_eq!(code.get().to_string().parse(), Ok(code));
        assert_eq!(code.to_i32().to_string().parse(), Ok(code));
    }
    assert_eq!(Code::from(0x00ab_cdef).to_string(), "0x00abcdef");
    assert_eq!(format!("{:?}", Code::from(1)), "Code(0x00000001)");
}

#[test]
fn codes_order_and_hash_as_unsigned_integers() {
    assert!(Code::from(-1) > Code::from(i32::MAX));
    assert!(Code::from(1) < Code::from(2));
    assert_eq!(HashSet::from([Code::from(-1), Code::from(u32::MAX), Code::from(1)]).len(), 2);
}

#[test]
fn what_is_wrong_with_a_text_is_said() {
    assert_eq!(
        Code::parse("NaN").unwrap_err().to_string(),
        "not a code: expected hexadecimal digits after 0x, or a decimal integer"
    );
    assert_eq!(Code::parse("4294967296").unwrap_err().to_string(), "not a code: more than 32 bits");
}

#[test]
fn the_parts_of_a_code_are_its_bytes() {
    let code = Code::from(0x0708_090a);
    assert_eq!((code.domain(), code.subdomain(), code.number()), (7, 8, 0x090a));
}
