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

/// What differs from a browser as it comes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// Whether pages may run scripts.
    pub scripts: Scripts,
}
