//! Bytes as text that JavaScript holds in double quotes: ASCII, so that it survives every bundler and encoding, and
//! compressed nearly as well as the bytes, which base64 is not. `bindings-wasm/js/decode.ts` reads it.

/// The number of letters at the beginning, which stand for others: for the bytes of [`FREQUENT`], and, the last two,
/// for the beginnings of pairs.
const SPARE: usize = FREQUENT.len() + 2;

/// Frequent bytes that no letter is.
const FREQUENT: [u8; 33] = {
    let mut bytes = [b'"'; 33];
    let mut byte = 0;
    while byte < 0x20 {
        bytes[byte as usize] = byte;
        byte += 1;
    }
    bytes
};

/// Writes bytes as text.
pub(super) fn encode(bytes: &[u8]) -> String {
    let letters: Vec<u8> = (b' '..=b'~').filter(|letter| !matches!(letter, b'"' | b'\\')).collect();
    let mut counts = [0; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let mut spare = letters.clone();
    spare.sort_by_key(|letter| counts[usize::from(*letter)]);
    spare.truncate(SPARE);
    let rest: Vec<u8> = spare.iter().copied().chain([b'\\']).chain(0x7f..=0xff).collect();

    let mut text = spare.clone();
    for byte in bytes {
        match (FREQUENT.iter().position(|other| other == byte), rest.iter().position(|other| other == byte)) {
            (Some(position), _) => text.push(spare[position]),
            (None, Some(position)) => {
                let pair = [spare[FREQUENT.len() + position / letters.len()], letters[position % letters.len()]];
                text.extend(pair);
            }
            (None, None) => text.push(*byte),
        }
    }
    String::from_utf8(text).expect("letters are ASCII")
}
