//! Non-negative integers of any size, with just the arithmetic that exact conversions of numbers need.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// An integer as base 2³² digits, the lowest first, without leading zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Big(Vec<u32>);

impl Big {
    pub(super) fn new(value: u64) -> Self {
        let mut big = Self(Vec::new());
        big.multiply_add(0, value);
        big
    }

    /// Reads digits of a base up to 36; other characters count as zero.
    pub(super) fn from_digits(digits: &str, base: u32) -> Self {
        let mut big = Self(Vec::new());
        for digit in digits.chars() {
            big.multiply_add(base, digit.to_digit(base).unwrap_or_default().into());
        }
        big
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of bits, 0 for zero.
    pub(super) fn bits(&self) -> i64 {
        let highest = self.0.last().map_or(0, |digit| i64::from(digit.ilog2()) + 1);
        let lower = self.0.len().saturating_sub(1);
        i64::try_from(lower).unwrap_or(i64::MAX).saturating_mul(32).saturating_add(highest)
    }

    /// Multiplies by a small number and adds another.
    pub(super) fn multiply_add(&mut self, factor: u32, summand: u64) {
        let mut carry = summand;
        for digit in &mut self.0 {
            let product = u64::from(*digit) * u64::from(factor) + (carry & 0xffff_ffff);
            (*digit, carry) = (low(product), (carry >> 32) + (product >> 32));
        }
        while carry != 0 {
            self.0.push(low(carry));
            carry >>= 32;
        }
        self.trim();
    }

    /// Multiplies by a power of ten.
    pub(super) fn multiply_by_ten_to_the(&mut self, exponent: u64) {
        for _ in 0..exponent / 9 {
            self.multiply_add(1_000_000_000, 0);
        }
        for _ in 0..exponent % 9 {
            self.multiply_add(10, 0);
        }
    }

    /// Multiplies by a power of two.
    pub(super) fn shift_left(&mut self, bits: u64) {
        if self.is_zero() {
            return;
        }
        self.multiply_add(1 << (bits % 32), 0);
        self.0.splice(0..0, (0..bits / 32).map(|_| 0));
    }

    pub(super) fn add(&mut self, other: &Self) {
        let mut carry = 0;
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (position, digit) in self.0.iter_mut().enumerate() {
            let sum = u64::from(*digit) + u64::from(other.digit(position)) + carry;
            (*digit, carry) = (low(sum), sum >> 32);
        }
        if carry != 0 {
            self.0.push(low(carry));
        }
    }

    /// Subtracts a number that is not larger.
    pub(super) fn subtract(&mut self, other: &Self) {
        let mut borrowed = false;
        for (position, digit) in self.0.iter_mut().enumerate() {
            let (difference, first) = digit.overflowing_sub(other.digit(position));
            let (difference, second) = difference.overflowing_sub(borrowed.into());
            (*digit, borrowed) = (difference, first || second);
        }
        self.trim();
    }

    fn digit(&self, position: usize) -> u32 {
        self.0.get(position).copied().unwrap_or_default()
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

impl PartialOrd for Big {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Big {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

/// The lower half.
fn low(value: u64) -> u32 {
    let [.., a, b, c, d] = value.to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_agrees_with_128_bits() {
        let big = |value: u128| Big::from_digits(&alloc::format!("{value}"), 10);
        let values = [0, 1, 9, u128::from(u32::MAX), 1 << 32, u128::from(u64::MAX), (1 << 100) + 12345, 7 << 90];
        for a in values {
            for b in values {
                let mut sum = big(a);
                sum.add(&big(b));
                assert_eq!(sum, big(a + b));
                sum.subtract(&big(b));
                assert_eq!(sum, big(a));
                assert_eq!(big(a).cmp(&big(b)), a.cmp(&b));
            }
            let mut product = big(a);
            product.multiply_add(1000, 12_345_678_901_234);
            assert_eq!(product, big(a * 1000 + 12_345_678_901_234));
            assert_eq!(big(a).bits(), 128 - i64::from(a.leading_zeros()));
            let mut shifted = big(a >> 40);
            shifted.shift_left(37);
            assert_eq!(shifted, big((a >> 40) << 37));
        }
        assert_eq!(Big::new(u64::MAX), big(u128::from(u64::MAX)));
        assert_eq!(Big::from_digits("ffffffffffffffffff", 16), big((1 << 72) - 1));
    }

    #[test]
    fn powers_of_ten_are_multiplied() {
        let mut big = Big::new(25);
        big.multiply_by_ten_to_the(20);
        assert_eq!(big, Big::from_digits("2500000000000000000000", 10));
    }
}
