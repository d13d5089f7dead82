//! The finder: what is looked for in the report.

use super::State;

/// What is looked for, while the finder is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finder {
    /// What is typed.
    pub text: String,
    /// Which of the results is chosen; beyond the last, the last.
    pub chosen: usize,
}

/// Something that is done with the finder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Open it.
    Open,
    /// Look for something, as it is typed.
    Look(String),
    /// Choose a result, by its place.
    Choose(usize),
    /// Close it.
    Close,
    /// Let a key open it, or no longer.
    ToggleKey,
}

/// Whether a key opens the finder. A single key can be hit by mistake, and by whoever speaks to the computer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyUse {
    /// It does.
    #[default]
    On,
    /// It does not.
    Off,
}

impl State {
    pub(super) fn find(&mut self, finding: Finding) {
        match finding {
            Finding::Open => {
                let is_in_report = self.report().is_some() && self.place.part().is_some();
                self.finder = is_in_report.then(Finder::default);
            }
            Finding::Close => self.finder = None,
            Finding::Look(text) => {
                if let Some(finder) = &mut self.finder {
                    *finder = Finder { text, chosen: 0 };
                }
            }
            Finding::Choose(result) => {
                if let Some(finder) = &mut self.finder {
                    finder.chosen = result;
                }
            }
            Finding::ToggleKey => {
                self.find_key = match self.find_key {
                    KeyUse::On => KeyUse::Off,
                    KeyUse::Off => KeyUse::On,
                };
            }
        }
    }
}
