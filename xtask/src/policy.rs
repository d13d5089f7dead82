//! The content security policy: what the page may do, written into the page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Where a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// One file, wherever it is opened.
    Alone,
    /// The page of the site, with the site's other files beside it.
    InSite,
}

/// The policy of a page that has exactly these scripts and one style element.
///
/// Everything is forbidden but these, named by their hashes, WebAssembly, and pictures that come from
/// the page itself. The one file is allowed no address for anything, so nothing that is opened can be sent
/// anywhere. The page of the site may ask its own server, and no other, for its files and for reports.
pub(crate) fn policy(standing: Standing, scripts: [&str; 2], style: &str) -> String {
    let scripts = scripts.map(hash).join(" ");
    let addresses: &[&str] = match standing {
        Standing::Alone => &["img-src data: blob:", "connect-src 'none'"],
        Standing::InSite => &[
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
        ],
    };
    [
        "default-src 'none'",
        &format!("script-src {scripts} 'wasm-unsafe-eval'"),
        &format!("style-src {}", hash(style)),
        &addresses.join("; "),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

fn hash(text: &str) -> String {
    format!("'{}'", integrity(text.as_bytes()))
}

/// The hash by which a browser recognises a content.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::{Standing, hash, policy};

    #[test]
    fn the_one_file_may_ask_nobody_and_the_site_only_itself() {
        let alone = policy(Standing::Alone, ["a", "c"], "b");
        assert!(alone.contains("; connect-src 'none'; "), "{alone}");
        assert!(!alone.contains("'self'"), "{alone}");
        let site = policy(Standing::InSite, ["a", "c"], "b");
        assert!(
            site.contains("; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "),
            "{site}"
        );
        for policy in [alone, site] {
            assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
            assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
        }
    }

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
