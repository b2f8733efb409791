//! Numbers of double precision, exactly, without floating-point arithmetic: the module for browsers stays small.

use alloc::string::String;
use core::cmp::Ordering;

use super::big::Big;

const MANTISSA_BITS: i64 = 53;
const SMALLEST_EXPONENT: i64 = -1074;
const LARGEST_EXPONENT: i64 = 971;

/// A finite number that is not negative: mantissa × 2^exponent, as a double holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Double {
    mantissa: u64,
    exponent: i64,
}

impl Double {
    /// The magnitude of a float; `None` for infinities and NaN.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let [high, low, ..] = value.to_be_bytes();
        let biased = i64::from(u16::from_be_bytes([high, low]) >> 4 & 0x7ff);
        let hidden_bit = 1 << (MANTISSA_BITS - 1);
        let fraction = value.to_bits() % hidden_bit;
        // The exponent 0 marks the numbers without the hidden bit.
        let mantissa = if biased == 0 { fraction } else { hidden_bit + fraction };
        Some(Self { mantissa, exponent: biased.max(1) + SMALLEST_EXPONENT - 1 })
    }

    /// The double nearest to a fraction, an even mantissa at equal distance; `None` where it is infinite.
    pub(super) fn nearest(mut numerator: Big, mut denominator: Big) -> Option<Self> {
        let mut exponent = (numerator.bits() - denominator.bits() - MANTISSA_BITS).max(SMALLEST_EXPONENT);
        let shifted = if exponent.is_negative() { &mut numerator } else { &mut denominator };
        shifted.shift_left(exponent.unsigned_abs());
        if quotient_is_too_long(&numerator, &denominator) {
            denominator.shift_left(1);
            exponent += 1;
        }
        let mut mantissa = divide(&mut numerator, &denominator);
        // What is left decides about rounding.
        numerator.shift_left(1);
        let rounds_up = match numerator.cmp(&denominator) {
            Ordering::Less => false,
            Ordering::Equal => mantissa % 2 == 1,
            Ordering::Greater => true,
        };
        mantissa += u64::from(rounds_up);
        if mantissa == 1 << MANTISSA_BITS {
            mantissa /= 2;
            exponent += 1;
        }
        (exponent <= LARGEST_EXPONENT).then_some(Self { mantissa, exponent })
    }

    /// The fewest decimal digits that no other double is nearer to, the nearest of those (empty for zero), and where
    /// the decimal point stands: 0.digits × 10^point.
    ///
    /// The method of Steele and White: digits are generated until what is left is less than half the distance to the
    /// neighbouring doubles.
    pub(super) fn shortest(self) -> (String, i64) {
        let mut digits = String::new();
        if self.mantissa == 0 {
            return (digits, 0);
        }
        let (mut interval, point) = Interval::around(self).scaled(self.point_at_least());
        loop {
            let digit = interval.next_digit();
            let (low, high) = (interval.reaches_down(), interval.reaches_up());
            let rounds_up = high && (!low || interval.is_nearer_to_the_next(digit));
            digits.extend(char::from_digit(digit + u32::from(rounds_up), 10));
            if low || high {
                return (digits, point);
            }
        }
    }

    /// A position of the decimal point that is one or two too low.
    fn point_at_least(self) -> i64 {
        // 0.30103 is the logarithm of two.
        ((i64::from(self.mantissa.ilog2()) + self.exponent) * 30_103).div_euclid(100_000)
    }
}

/// Whether a quotient needs more bits than a mantissa has.
fn quotient_is_too_long(numerator: &Big, denominator: &Big) -> bool {
    let mut limit = denominator.clone();
    limit.shift_left(MANTISSA_BITS.unsigned_abs());
    *numerator >= limit
}

/// Divides by long division; the remainder stays in the numerator.
fn divide(numerator: &mut Big, denominator: &Big) -> u64 {
    let mut quotient = 0;
    for bit in (0..MANTISSA_BITS.unsigned_abs()).rev() {
        let mut part = denominator.clone();
        part.shift_left(bit);
        if *numerator >= part {
            numerator.subtract(&part);
            quotient |= 1 << bit;
        }
    }
    quotient
}

/// A number and half the distances to its neighbours, all as numerators over one denominator.
struct Interval {
    value: Big,
    below: Big,
    above: Big,
    denominator: Big,
    /// Whether the ends belong to it: what lies exactly half-way is rounded to the even mantissa.
    closed: bool,
}

impl Interval {
    fn around(double: Double) -> Self {
        // Below a power of two the doubles lie twice as dense, except below the smallest that is not subnormal: its
        // digits are the same either way.
        let is_lopsided = double.mantissa == 1 << (MANTISSA_BITS - 1);
        let (numerator_shift, denominator_shift) = (double.exponent.max(0), (-double.exponent).max(0));
        let shifted = |value: u64, shift: i64| {
            let mut big = Big::new(value);
            big.shift_left(shift.unsigned_abs() + u64::from(is_lopsided));
            big
        };
        let mut below = Big::new(1);
        below.shift_left(numerator_shift.unsigned_abs());
        Self {
            value: shifted(double.mantissa * 2, numerator_shift),
            above: shifted(1, numerator_shift),
            below,
            denominator: shifted(2, denominator_shift),
            closed: double.mantissa % 2 == 0,
        }
    }

    /// Divides by the power of ten that makes the upper end at most 1, and tells its exponent.
    fn scaled(mut self, mut point: i64) -> (Self, i64) {
        let power = point.unsigned_abs();
        if point >= 0 {
            self.denominator.multiply_by_ten_to_the(power);
        } else {
            for numerator in [&mut self.value, &mut self.below, &mut self.above] {
                numerator.multiply_by_ten_to_the(power);
            }
        }
        while self.reaches_up() {
            self.denominator.multiply_add(10, 0);
            point += 1;
        }
        (self, point)
    }

    fn next_digit(&mut self) -> u32 {
        for numerator in [&mut self.value, &mut self.below, &mut self.above] {
            numerator.multiply_add(10, 0);
        }
        let mut digit = 0;
        while self.value >= self.denominator {
            self.value.subtract(&self.denominator);
            digit += 1;
        }
        digit
    }

    fn reaches_down(&self) -> bool {
        self.value < self.below || self.closed && self.value == self.below
    }

    fn reaches_up(&self) -> bool {
        let mut end = self.value.clone();
        end.add(&self.above);
        end > self.denominator || self.closed && end == self.denominator
    }

    /// Whether what is left rounds the last digit up; half-way an odd one is.
    fn is_nearer_to_the_next(&self, digit: u32) -> bool {
        let mut twice = self.value.clone();
        twice.shift_left(1);
        twice > self.denominator || digit % 2 == 1 && twice == self.denominator
    }
}
