//! Several files as one: a ZIP file that holds each as it is.

/// What tells a file's bytes from others, as ZIP wants it.
const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte: u32 = 0;
    while byte < 256 {
        let mut rest = byte;
        let mut bit = 0;
        while bit < 8 {
            rest = if rest & 1 == 1 { rest >> 1 ^ 0xedb8_8320 } else { rest >> 1 };
            bit += 1;
        }
        table[byte as usize] = rest;
        byte += 1;
    }
    table
}

static TABLE: [u32; 256] = table();

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum: u32, byte| {
        let [low, ..] = sum.to_le_bytes();
        sum >> 8 ^ TABLE[usize::from(low ^ byte)]
    })
}

/// Files with their names as the bytes of one ZIP file; none where that would be larger than such a file can be.
///
/// Nothing is packed smaller: the files are small, and each comes out byte for byte whatever reads it. Their dates are
/// the first there is, so that the same files make the same archive. Two of one name are told apart.
#[must_use]
pub fn archive(files: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for (name, content) in files {
        let name = told_apart(name, &names);
        let place = u32::try_from(bytes.len()).ok()?;
        let size = u32::try_from(content.len()).ok()?.to_le_bytes();
        let name_size = u16::try_from(name.len()).ok()?.to_le_bytes();
        // Version 2.0; names in UTF-8; as it is; 1 January 1980.
        let mut common = vec![20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
        common.extend(checksum(content).to_le_bytes());
        common.extend(size);
        common.extend(size);
        common.extend(name_size);
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(content);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(place.to_le_bytes());
        directory.extend(name.as_bytes());
        names.push(name);
    }
    let (count, place) = (u16::try_from(files.len()).ok()?, u32::try_from(bytes.len()).ok()?);
    let size = u32::try_from(directory.len()).ok()?;
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes.extend(place.to_le_bytes());
    bytes.extend([0, 0]);
    Some(bytes)
}

/// A name that can be a file's anywhere, and is no other's: "q2 (2).json".
fn told_apart(name: &str, names: &[String]) -> String {
    let is_unfit = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String = name.chars().map(|c| if is_unfit(c) { '-' } else { c }).collect();
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
        _ => (name.as_str(), ".json".to_owned()),
    };
    let name = |number: usize| match number {
        1 => format!("{stem}{ending}"),
        number => format!("{stem} ({number}){ending}"),
    };
    (1..=names.len() + 1).map(name).find(|name| !names.contains(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_that_everybody_uses() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn files_of_one_name_are_told_apart_and_names_fit_everywhere() {
        let files = ["q2.json", "a/b.json", "q2.json", "Pasted text 1", ".json", "q2.json"];
        let mut names = Vec::new();
        for file in files {
            names.push(told_apart(file, &names));
        }
        assert_eq!(
            names,
            [
                "q2.json",
                "a-b.json",
                "q2 (2).json",
                "Pasted text 1.json",
                ".json.json",
                "q2 (3).json"
            ]
        );
    }

    /// Byte for byte what Python's `zipfile` and Info-ZIP's `unzip -t` read without complaint.
    #[test]
    fn an_archive_of_one_small_file() {
        let bytes = archive(&[("é.json".to_owned(), b"{}".to_vec())]).unwrap_or_default();
        let expected: &[&[u8]] = &[
            b"PK\x03\x04\x14\0\0\x08\0\0\0\0\x21\0\x43\xbf\xa6\xa3\x02\0\0\0\x02\0\0\0\x07\0\0\0\xc3\xa9.json{}",
            b"PK\x01\x02\x14\0\x14\0\0\x08\0\0\0\0\x21\0\x43\xbf\xa6\xa3\x02\0\0\0\x02\0\0\0\x07\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xc3\xa9.json",
            b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x35\0\0\0\x27\0\0\0\0\0",
        ];
        assert_eq!(bytes, expected.concat());
    }
}
