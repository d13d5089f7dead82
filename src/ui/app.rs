//! The application: one state, changed by one reducer, shown as one page.

use std::ops::Deref;
use std::rc::Rc;

use yew::{
    Callback, Html, Reducible, component, html, use_effect, use_effect_with, use_memo, use_mut_ref,
    use_reducer,
};

use super::browser::{self, Rows, on_drop_and_paste};
use super::messages::MessagesView;
use super::report::ReportView;
use super::start::StartView;
use crate::app::{Action, EXAMPLE, ImportSteps, InView, State};
use crate::view::{Content, page};

#[derive(PartialEq)]
struct Store(State);

impl Store {
    fn new() -> Self {
        Self(State { in_view: InView::beginning(), ..State::default() })
    }
}

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
    let store = use_reducer(Store::new);
    let latest = use_mut_ref(|| store.clone());
    *latest.borrow_mut() = store.clone();
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_memo((), move |()| {
            let dispatch = Callback::from(move |action| dispatcher.dispatch(action));
            Callback::from(move |action| in_steps(&latest.borrow(), action, &dispatch))
        })
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
    let rows = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| Rows::new(dispatch))
    };
    use_effect(move || rows.look());
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

/// Files are opened in steps, so that what is open answers meanwhile; everything else happens at once.
fn in_steps(state: &State, action: Action, dispatch: &Callback<Action>) {
    let files = match action {
        Action::Opened(files) => files,
        Action::Pasted(text) => vec![state.pasted(text)],
        action => return dispatch.emit(action),
    };
    browser::import(ImportSteps::new(state, files), dispatch.clone());
}
