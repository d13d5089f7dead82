//! How a browser is set up before a journey.

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scripts {
    /// As browsers come.
    #[default]
    On,
    /// As an organisation's policy can have it.
    Off,
}

/// How a browser runs WebAssembly. Chromium alone can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// As browsers come.
    #[default]
    Usual,
    /// With the quick compiler alone, as where the optimising one is turned off for safety.
    Baseline,
}

/// What differs from a browser as it comes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// Whether pages may run scripts.
    pub scripts: Scripts,
    /// How WebAssembly is run.
    pub engine: Engine,
}
