//! What the file weighs, and what it may weigh.

use std::io::Write;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::dist;
use crate::workspace::Workspace;

/// The most that `quarterlight.html` may weigh, in bytes: it is sent by email and opened over slow links.
pub(crate) const BUDGET: usize = 1_370_000;

/// Builds the file and prints a table of its parts.
pub(crate) fn size(workspace: &Workspace) -> Result<()> {
    let page = dist::build(workspace)?;
    let parts: [(&str, &[u8]); 5] = [
        ("program (wasm)", &page.module),
        ("script (glue, start-up)", page.script.as_bytes()),
        ("styles", page.styles.as_bytes()),
        ("markup", page.markup.as_bytes()),
        ("quarterlight.html", page.html.as_bytes()),
    ];
    println!("{:<24}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip", "brotli");
    for (name, bytes) in parts {
        println!(
            "{name:<24}{:>12}{:>12}{:>12}",
            grouped(bytes.len()),
            grouped(gzip(bytes)?.len()),
            grouped(brotli(bytes)?.len()),
        );
    }
    let used = page.html.len();
    let (left, word) =
        if used <= BUDGET { (BUDGET - used, "left") } else { (used - BUDGET, "over") };
    println!("{:<24}{:>12}  ({} {word})", "budget", grouped(BUDGET), grouped(left));
    Ok(())
}

/// A whole number with commas between its thousands.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// As a server packs it on its way.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &BrotliEncoderParams::default())?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_separated() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(600_000), "600,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
