//! Keeping what is open on the device, and opening again what is kept there: all effect.

use yew::{Callback, hook, use_effect_with, use_mut_ref};

use super::browser;
use crate::app::{Action, Choice, Home, Key, LibraryAction, State};

/// Looks at the start what the device keeps, keeps there what is opened, and notes what was open last.
#[hook]
pub(super) fn use_library(state: &State, dispatch: &Callback<Action>) {
    {
        let dispatch = dispatch.clone();
        let is_closed = state.library.home == Home::Frame;
        use_effect_with((), move |()| {
            let listeners = (!is_closed).then(|| {
                browser::look_first(&dispatch);
                let look = Callback::from(move |()| browser::look(&dispatch));
                browser::on_other_tabs(&look)
            });
            move || drop(listeners)
        });
    }
    {
        let (files, dispatch) = (state.files.clone(), dispatch.clone());
        use_effect_with(state.to_keep(), move |keys: &Vec<Key>| {
            if keys.is_empty() {
                return;
            }
            dispatch.emit(Action::Library(LibraryAction::Keeping(keys.clone())));
            for file in files.iter().filter(|file| keys.contains(&Key::of_open(file))) {
                browser::keep(file, &dispatch);
            }
        });
    }
    {
        let dispatch = dispatch.clone();
        use_effect_with(state.library.opening.clone(), move |opening| {
            if let Some(opening) = opening.clone() {
                browser::reopen(opening, &dispatch);
            }
        });
    }
    let is_noted = use_mut_ref(|| false);
    use_effect_with(state.to_remember(), move |last_open| {
        // A tab in which nothing was open leaves what others noted.
        if last_open.is_some() || is_noted.replace(false) {
            is_noted.replace(last_open.is_some());
            browser::remember(last_open.clone());
        }
    });
}

/// Carries out what is to be done with the library, and tells the state of it.
pub(super) fn carry_out(state: &State, action: LibraryAction, dispatch: &Callback<Action>) {
    match &action {
        LibraryAction::Keep => browser::choose_keeping(Choice::Keep, dispatch),
        LibraryAction::StopKeeping => browser::choose_keeping(Choice::DoNotKeep, dispatch),
        LibraryAction::Remove(keys) => browser::remove(keys.clone(), dispatch),
        LibraryAction::Export => browser::export(state.library.sound(), dispatch),
        _ => {}
    }
    dispatch.emit(Action::Library(action));
}
