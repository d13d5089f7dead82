//! The application: one state, changed by one reducer, shown as one page.

use std::ops::Deref;
use std::rc::Rc;

use yew::{Callback, Html, Reducible, component, html, use_effect_with, use_memo, use_reducer};

use super::browser::{self, on_drop_and_paste};
use super::messages::MessagesView;
use super::report::ReportView;
use super::start::StartView;
use crate::app::{Action, EXAMPLE, State};
use crate::view::{Content, page};

#[derive(Default, PartialEq)]
struct Store(State);

impl Deref for Store {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(self.0.after(action)))
    }
}

/// The application.
#[component]
pub fn App() -> Html {
    let store = use_reducer(Store::default);
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_memo((), move |()| Callback::from(move |action| dispatcher.dispatch(action)))
    };
    let dispatch = (*dispatch).clone();
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let listeners = on_drop_and_paste(&dispatch);
            if browser::address_ends_with(EXAMPLE) {
                dispatch.emit(Action::OpenExample);
            }
            move || drop(listeners)
        });
    }
    let page = page(&store);
    use_effect_with(page.title.clone(), |title| browser::set_title(title));
    let content = match page.content {
        Content::Start => html! { <StartView dispatch={dispatch.clone()} /> },
        Content::Report(report) => {
            html! { <ReportView page={Rc::new(*report)} dispatch={dispatch.clone()} /> }
        }
    };
    html! {
        <>
            <MessagesView messages={Rc::new(page.messages)} {dispatch} />
            { content }
        </>
    }
}
