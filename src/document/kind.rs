//! What a JSON value is.

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Flag,
    /// A number.
    Number,
    /// `NaN` or `Infinity`, which JSON does not have.
    NotFinite,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Kind {
    pub(super) fn called(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Flag => "true or false",
            Self::Number => "a number",
            Self::NotFinite => "NaN or Infinity",
            Self::Text => "text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}
