//! The built-in example: a real report, and what is known of the year before.

use super::FileRead;

/// The files of the example.
#[must_use]
pub fn example_files() -> Vec<FileRead> {
    [
        ("2018-19-q4.json", include_bytes!("../../assets/samples/2018-19-q4.json").as_slice()),
        ("2019-20-q2.json", include_bytes!("../../assets/samples/2019-20-q2.json").as_slice()),
    ]
    .into_iter()
    .map(|(name, bytes)| FileRead { name: name.to_owned(), bytes: Ok(bytes.to_vec()) })
    .collect()
}
