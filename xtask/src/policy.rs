//! The content security policy: what the page may do, written into the page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a page that has exactly these scripts and one style element.
///
/// Everything is forbidden but these, named by their hashes, WebAssembly, and pictures that come from
/// the page itself. No address is allowed for anything, so nothing that is opened can be sent anywhere.
pub(crate) fn policy(scripts: [&str; 2], style: &str) -> String {
    let scripts = scripts.map(hash).join(" ");
    [
        "default-src 'none'",
        &format!("script-src {scripts} 'wasm-unsafe-eval'"),
        &format!("style-src {}", hash(style)),
        "img-src data: blob:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
