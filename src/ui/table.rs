//! What the tables share: sortable headings.

use yew::{Callback, Html, html};

use crate::app::{Action, Order, SortKey};

/// A column heading that sorts when clicked.
pub(super) fn sortable(
    order: Order,
    key: SortKey,
    text: &str,
    class: &'static str,
    dispatch: &Callback<Action>,
) -> Html {
    let state = match (order.key == key, order.reversed) {
        (true, false) => "ascending",
        (true, true) => "descending",
        (false, _) => "none",
    };
    let onclick = dispatch.reform(move |_| Action::Sort(key));
    html! {
        <th scope="col" role="columnheader" {class} aria-sort={state}>
            <button type="button" class="ql-sort" {onclick}>{ text.to_owned() }</button>
        </th>
    }
}

/// A plain column heading.
pub(super) fn heading(text: &str, class: &'static str) -> Html {
    html! { <th scope="col" role="columnheader" {class}>{ text.to_owned() }</th> }
}
