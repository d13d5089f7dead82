//! The ways from page to page.

use yew::{Callback, Html, MouseEvent, Properties, component, html};

use super::browser;
use crate::app::{Action, Place};
use crate::view::NavLink;

/// What the navigation is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The ways; the first leads to the first page.
    pub links: Vec<NavLink>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// The bar at the top of every page.
#[component]
pub fn NavigationView(props: &Props) -> Html {
    html! {
        <nav class="ql-navigation" aria-label="Pages">
            <ul class="ql-navigation__list">
                { for props.links.iter().map(|one| {
                    let current = one.is_current.then_some("page");
                    html! {
                        <li key={one.text.clone()}>
                            { link("ql-navigation__link", &one.text, &one.place, current, &props.dispatch) }
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

/// The foot of every page.
#[component]
pub fn FooterView(props: &Props) -> Html {
    html! {
        <footer class="ql-footer">
            { for props.links.iter().map(|one| {
                let current = one.is_current.then_some("page");
                link("ql-footer__item", &one.text, &one.place, current, &props.dispatch)
            }) }
        </footer>
    }
}

/// A link to a page. It is followed here, because a frame may refuse what a link does.
pub(super) fn link(
    class: &'static str,
    text: &str,
    place: &Place,
    current: Option<&'static str>,
    dispatch: &Callback<Action>,
) -> Html {
    link_with(class, html! { text }, place, current, dispatch)
}

/// The same with words of its own.
pub(super) fn link_with(
    class: &'static str,
    words: Html,
    place: &Place,
    current: Option<&'static str>,
    dispatch: &Callback<Action>,
) -> Html {
    let (dispatch, to) = (dispatch.clone(), place.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        if browser::follows_link(&event) {
            dispatch.emit(Action::Go(to.clone()));
        }
    });
    let address = place.address();
    let href = if address.is_empty() { "#".to_owned() } else { address };
    html! { <a {class} {href} aria-current={current} {onclick}>{ words }</a> }
}
