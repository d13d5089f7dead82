//! The browsers the file has to work in.

use std::fmt;

/// A browser engine, by the browser that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chrome, Edge and their kin.
    Chromium,
    /// Firefox ESR, the edition organisations install.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser`, the nearest stand-in for Safari.
    WebKit,
}

impl Browser {
    /// Every browser there is a driver for.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl fmt::Display for Browser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}
