//! Notes in the browser's own list of timings, where its developer tools and `cargo xtask bench` find them.

use gloo::utils::window;

/// All bytes of an import are there.
pub(super) const BYTES: &str = "quarterlight: bytes";

/// Notes that something has happened.
pub(super) fn mark(name: &str) {
    // Without timings there is nothing to note.
    let _ = window().performance().map(|performance| performance.mark(name));
}

/// Notes how long something took.
pub(super) fn timed<T>(name: &str, what: impl FnOnce() -> T) -> T {
    let Some(performance) = window().performance() else { return what() };
    let _ = performance.mark(name);
    let made = what();
    let _ = performance.measure_with_start_mark(name, name);
    made
}
