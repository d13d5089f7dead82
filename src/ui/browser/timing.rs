//! Notes in the browser's own list of timings, where its developer tools and `cargo xtask bench` find them.

use gloo::utils::window;

/// All bytes of an import are there.
pub(super) const BYTES: &str = "quarterlight: bytes";

/// Files are read and checked.
pub(super) const READ: &str = "quarterlight: read";

/// Reports are joined and judged.
pub(super) const ASSESS: &str = "quarterlight: assess";

/// Milliseconds since the page was opened.
pub(super) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Notes that something has happened.
pub(super) fn mark(name: &str) {
    // Without timings there is nothing to note.
    let _ = window().performance().map(|performance| performance.mark(name));
}

/// Notes how long something took.
pub(super) fn timed<T>(name: &str, what: impl FnOnce() -> T) -> T {
    mark(name);
    let made = what();
    let _ = window().performance().map(|p| p.measure_with_start_mark(name, name));
    made
}
