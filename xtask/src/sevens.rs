//! Bytes as text, seven bits to a byte of the file: base64 puts six into each.
//!
//! The groups of seven are written as the characters they number, which UTF-8 keeps in a byte each. A group
//! that is barred takes the next one along: the two are one character from U+0100 on, which UTF-8 keeps in
//! two bytes, so that nothing is lost by it. Only the last has none to take. `start.js` reads it back.

/// What cannot be written for itself: the HTML parser replaces NUL and carriage return and would end the
/// element at `<`; SUB ends a file, and ESC a terminal's patience, for some who look into the page.
///
/// `start.js` has the same list.
pub(crate) const BARRED: [u8; 5] = [0, 13, 26, 27, 60];

/// Writes `bytes` as text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 7 * 8 + 8);
    let mut groups = groups(bytes);
    while let Some(group) = groups.next() {
        let barred = (2..).zip(BARRED).find(|&(_, barred)| barred == group);
        text.extend(match barred {
            None => Some(char::from(group)),
            Some((row, _)) => match groups.next() {
                Some(next) => char::from_u32(row << 7 | u32::from(next)),
                None => Some(char::from(group | 0x80)),
            },
        });
    }
    text
}

/// The bits of `bytes` in sevens, from the highest of the first; the last are filled up with zeros.
fn groups(bytes: &[u8]) -> impl Iterator<Item = u8> {
    (0..bytes.len() * 8).step_by(7).map(|bit| {
        let at = bit / 8;
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let [group, _] = (u16::from_be_bytes([bytes[at], next]) << (bit % 8) >> 1).to_be_bytes();
        group & 0x7f
    })
}

#[cfg(test)]
mod tests {
    use super::{BARRED, encode};

    /// What `start.js` does.
    fn decode(text: &str) -> Vec<u8> {
        let (mut bytes, mut held, mut count) = (Vec::new(), 0_u32, 0);
        let mut put = |group: u32| {
            held = held << 7 | group;
            count += 7;
            if count >= 8 {
                count -= 8;
                bytes.push((held >> count).to_le_bytes()[0]);
            }
        };
        for code in text.chars().map(u32::from) {
            if code > 255 {
                put(u32::from(BARRED[(code >> 7) as usize - 2]));
            }
            put(code & 127);
        }
        bytes
    }

    #[test]
    fn every_byte_at_every_place_comes_back() {
        let all: Vec<u8> =
            (0..=255_u8).flat_map(|byte| [byte, !byte, byte.rotate_left(3)]).collect();
        for start in 0..9 {
            for end in [all.len(), 9, 10, 11, 12, 13, 14, 15, 16] {
                let bytes = &all[start..end];
                assert_eq!(decode(&encode(bytes)), bytes);
            }
        }
    }

    #[test]
    fn a_last_group_that_is_barred_brings_nothing_with_it() {
        for bytes in [&[0; 6][..], &[0; 7], &[0, 0, 0, 0, 0, 0b0000_0110], &[0xf0]] {
            assert_eq!(decode(&encode(bytes)), bytes);
        }
    }

    #[test]
    fn nothing_that_html_changes_is_written() {
        let text = encode(&[0; 700]);
        assert_eq!(text.len(), 800, "a byte of the file for every seven bits");
        let all: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert!(!encode(&all).bytes().any(|byte| BARRED.contains(&byte)));
    }

    #[test]
    fn the_script_bars_the_same() {
        let list = format!("const BARRED = {BARRED:?};");
        assert!(include_str!("start.js").contains(&list), "start.js has no `{list}`");
    }
}
