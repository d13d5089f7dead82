//! Memory for a long report, all at once.

use std::hint::black_box;

/// The memory that a report takes beside its file, for each byte of the file.
const SHARE: usize = 5;

/// Has memory grow once for files of so many bytes together.
///
/// Otherwise it grows by 64 KiB whenever there is none left, and each time the browser looks for garbage: with 10,000
/// measures that was more than half of the time. Where a device does not have so much, it grows bit by bit.
pub(super) fn make_room(bytes: usize) {
    let mut room = Vec::<u8>::new();
    if room.try_reserve_exact(bytes.saturating_mul(SHARE)).is_ok() {
        // What is never looked at would never be asked for.
        black_box(&room);
    }
}
