//! What a part lists, and how the reader who asked for it sees that.

use yew::{Html, html};

use super::paper::id_of;
use crate::view::ListedPlace;

/// What it is called. What the reader asked for says so, and takes the focus.
pub(super) fn listed_name(at: &ListedPlace, name: Html) -> Html {
    let Some(mark) = at.mark else { return name };
    html! {
        <span class="ql-marked__name" tabindex="-1" data-marked="">
            { name }
            <span class="ql-marked__words">{ mark }</span>
        </span>
    }
}

/// What a link to it finds where no program runs.
pub(super) fn listed_id(at: &ListedPlace) -> String {
    id_of(&at.place)
}

/// A class for it, and another for what the reader asked for.
pub(super) fn listed_class(class: &'static str, at: &ListedPlace) -> String {
    match at.mark {
        Some(_) => format!("{class} ql-marked"),
        None => class.to_owned(),
    }
}
