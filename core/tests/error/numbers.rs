//! Numbers in messages, against the standard library's own conversions.

use kuzzle_errors::{Prop, render};

use crate::random::Random;

/// Digits and exponent, of the spelling of ECMAScript or of Rust's `{:e}`.
fn parts(spelled: &str) -> (String, i64) {
    let (mantissa, exponent) = spelled.split_once('e').unwrap_or((spelled, "0"));
    let (whole, fraction) =
        mantissa.trim_start_matches('-').split_once('.').unwrap_or((mantissa.trim_start_matches('-'), ""));
    let digits = whole.to_owned() + fraction;
    let leading_zeros = digits.len() - digits.trim_start_matches('0').len();
    let point = i64::try_from(whole.len()).unwrap() - i64::try_from(leading_zeros).unwrap();
    (digits.trim_matches('0').into(), point + exponent.parse::<i64>().unwrap())
}

#[test]
fn every_float_is_spelled_with_the_fewest_digits_that_give_it_back() {
    let mut random = Random::new(0x5eed);
    for round in 0..1_500_u32 {
        // Every fourth is subnormal or nearly.
        let mask = if round % 4 == 0 { 0x800f_ffff_ffff_ffff } else { u64::MAX };
        let value = f64::from_bits(random.next() & mask);
        if !value.is_finite() || value == 0.0 {
            continue;
        }
        assert_spelled_with_the_fewest_digits(value);
    }
}

/// The doubles below a power of two lie twice as dense as those above.
#[test]
fn every_power_of_two_is_spelled_with_the_fewest_digits_that_give_it_back() {
    for exponent in 1..0x7ff_u64 {
        assert_spelled_with_the_fewest_digits(f64::from_bits(exponent << 52));
    }
}

fn assert_spelled_with_the_fewest_digits(value: f64) {
    let spelled = Prop::from(value).to_string();
    assert_eq!(spelled.parse::<f64>().unwrap().to_bits(), value.to_bits(), "{spelled}");
    let ((digits, point), (fewest, same_point)) = (parts(&spelled), parts(&format!("{value:e}")));
    assert_eq!((digits.len(), point), (fewest.len(), same_point), "{spelled} {value:e}");
}

#[test]
fn decimal_texts_of_any_length_are_rounded_to_the_nearest_float() {
    let mut random = Random::new(0xdec1);
    for _ in 0..800 {
        let digits: String = (0..=random.below(40)).map(|_| char::from(random.pick(b"0123456789"))).collect();
        let exponent = i64::try_from(random.below(700)).unwrap() - 350;
        let text = format!("{digits}e{exponent}");
        let expected: f64 = text.parse().unwrap();
        let shown = render("%d", [&*text]);
        let value = if shown == "Infinity" { f64::INFINITY } else { shown.parse::<f64>().unwrap() };
        assert_eq!(value.to_bits(), expected.to_bits(), "{text} {shown}");
    }
}

#[test]
fn numbers_of_another_base_are_rounded_or_infinite() {
    let of_bits = |zeros: usize| render("%d", ["0b1".to_owned() + &"0".repeat(zeros)]);
    assert_eq!(of_bits(53), "9007199254740992");
    assert_eq!(of_bits(1023), "8.98846567431158e+307");
    assert_eq!(of_bits(1024), "Infinity");
    assert_eq!(render("%d", ["0x".to_owned() + &"f".repeat(1_000_000)]), "Infinity");
}

#[test]
fn a_digit_behind_hundreds_of_zeros_decides_where_a_number_lies_half_way() {
    let half_way = "9007199254740993.".to_owned() + &"0".repeat(1000);
    assert_eq!(render("%d", [&*half_way]), "9007199254740992");
    assert_eq!(render("%d", [half_way + "1"]), "9007199254740994");
    assert_eq!(render("%d", ["2.4703282292062327208e-324"]), "0");
    assert_eq!(render("%d", ["2.4703282292062327209e-324"]), "5e-324");
    // Rounded up to a power of two, the last one is infinite.
    assert_eq!(render("%d", ["9007199254740991.5"]), "9007199254740992");
    assert_eq!(render("%d", ["1.7976931348623158e308"]), "1.7976931348623157e+308");
    assert_eq!(render("%d", ["1.7976931348623159e308"]), "Infinity");
}

#[test]
fn floats_are_spelled_as_ecmascript_spells_them() {
    let cases = [
        (1.0, "1"),
        (-1.5, "-1.5"),
        (0.0, "0"),
        (-0.0, "-0"),
        (f64::NAN, "NaN"),
        (f64::INFINITY, "Infinity"),
        (f64::NEG_INFINITY, "-Infinity"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (1.5e-9, "1.5e-9"),
        (f64::MAX, "1.7976931348623157e+308"),
        (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
        (5e-324, "5e-324"),
        (0.1 + 0.2, "0.30000000000000004"),
        (9_007_199_254_740_992.0, "9007199254740992"),
        // Half-way between two doubles, and so the one with the even mantissa; the next one is odd.
        (1e23, "1e+23"),
        (f64::from_bits(1e23_f64.to_bits() + 1), "1.0000000000000001e+23"),
        // What lies half-way between two doubles is the one with the even mantissa: here the odd one needs more digits.
        (f64::from_bits(0x4370_0000_0000_0029), "72057594037928590"),
        (f64::from_bits(0x4370_0000_0000_0011), "72057594037928210"),
        (f64::from_bits(0x4370_0000_0000_0010), "72057594037928200"),
        (f64::from_bits(0x4370_0000_0000_002a), "72057594037928600"),
        // Exactly half-way between two of the fewest digits: the even one.
        (f64::from_bits(0x4313_6c33_551a_0099), "1366748071100454.2"),
        (f64::from_bits(0xc2ea_e37e_16d5_ca14), "-236515002592848.62"),
    ];
    for (value, expected) in cases {
        assert_eq!(Prop::from(value).to_string(), expected);
    }
}

#[test]
fn integers_of_every_type_keep_their_digits() {
    assert_eq!(Prop::from(i64::MIN).to_string(), "-9223372036854775808");
    assert_eq!(Prop::from(200_u8), Prop::Integer(200));
    assert_eq!(Prop::from(7_usize), Prop::Integer(7));
    assert_eq!(Prop::from(u64::MAX), Prop::BigInteger("18446744073709551615".into()));
    assert_eq!(Prop::from(u64::MAX).to_string(), "18446744073709551615n");
}
