//! A file read a step at a time.

use super::slices::Slices;
use super::{MAX_BYTES, Problem, Reading, bytes, is_report, read, read_text};

/// A file that is being read. It comes to the same as [`read`], and between its steps whoever waits can be
/// told how far it is.
///
/// ```
/// use quarterlight::document::{ReadSteps, read};
/// let text = include_bytes!("../../assets/samples/2019-20-q2.json");
/// let mut steps = ReadSteps::new("q2.json", text.to_vec());
/// while steps.step(10) {}
/// let (bytes, reading) = steps.finish();
/// assert_eq!(reading.report, read("q2.json", &bytes).report);
/// ```
#[derive(Debug)]
pub struct ReadSteps {
    file: String,
    source: Source,
}

#[derive(Debug)]
enum Source {
    /// To be read as a whole: there is nothing in it that could be read in parts.
    Whole(Vec<u8>),
    /// The text, how much of its start is a byte order mark, what is to be noted, and the rows so far.
    Text(String, usize, Option<Problem>, Slices),
}

impl ReadSteps {
    /// Before the first step.
    #[must_use]
    pub fn new(file: &str, bytes: Vec<u8>) -> Self {
        Self { file: file.to_owned(), source: Source::of(bytes) }
    }

    /// Reads at most so many rows and says whether there are more.
    pub fn step(&mut self, rows: usize) -> bool {
        match &mut self.source {
            Source::Whole(_) => false,
            Source::Text(text, start, _, slices) => slices.read(&text[*start..], rows),
        }
    }

    /// How many rows have been read.
    #[must_use]
    pub fn rows(&self) -> usize {
        match &self.source {
            Source::Whole(_) => 0,
            Source::Text(_, _, _, slices) => slices.passed(),
        }
    }

    /// Reads what is left beside the rows, and gives the bytes back with what they say.
    #[must_use]
    pub fn finish(self) -> (Vec<u8>, Reading) {
        match self.source {
            Source::Whole(bytes) => {
                let reading = read(&self.file, &bytes);
                (bytes, reading)
            }
            Source::Text(text, start, note, slices) => {
                let reading = read_text(&self.file, &text[start..], note, Some(slices.ready()));
                (text.into_bytes(), reading)
            }
        }
    }
}

impl Source {
    fn of(bytes: Vec<u8>) -> Self {
        if bytes.len() as u64 > MAX_BYTES {
            return Self::Whole(bytes);
        }
        let Ok((start, note)) = bytes::start_of(&bytes) else { return Self::Whole(bytes) };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => return Self::Whole(error.into_bytes()),
        };
        match Slices::new(&text[start..]).filter(|_| is_report(&text[start..])) {
            Some(slices) => Self::Text(text, start, note, slices),
            None => Self::Whole(text.into_bytes()),
        }
    }
}
