//! The application: one state, changed by one reducer, shown as one page.

use std::mem::discriminant;
use std::ops::Deref;
use std::rc::Rc;

use yew::{
    Callback, Html, Reducible, component, html, use_effect, use_effect_with, use_memo, use_mut_ref,
    use_reducer,
};

use super::backtest::BacktestView;
use super::browser::{self, Host, Rows, on_drop_and_paste, on_navigation};
use super::calculator::CalculatorView;
use super::embed::EmbedView;
use super::finder::FinderDialog;
use super::meeting::MeetingView;
use super::messages::MessagesView;
use super::navigation::NavigationView;
use super::report::ReportView;
use super::start::{NothingOpenView, StartView};
use crate::app::{Action, ImportSteps, InView, Part, Place, Request, State, Step};
use crate::view::{Content, page, told};

#[derive(PartialEq)]
struct Store(State);

impl Store {
    fn at(place: Place) -> Self {
        Self(State { in_view: InView::beginning(), ..State::at(place) })
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
    let store = use_reducer(|| Store::at(browser::place()));
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
            let listeners = (on_drop_and_paste(&dispatch), on_navigation(&dispatch));
            move || drop(listeners)
        });
    }
    use_effect_with(store.place.clone(), |place| match browser::show_place(place) {
        Step::Push => browser::scroll_to_top(),
        Step::Stay => browser::scroll_back(),
        Step::Replace => {}
    });
    let host = {
        let (dispatch, embed) = (dispatch.clone(), store.place.embed().cloned());
        use_memo((), move |()| Host::new(&embed?, dispatch))
    };
    let told = host.as_ref().as_ref().map(|_| told(&store));
    use_effect(move || {
        if let Some((host, told)) = host.as_ref().as_ref().zip(told) {
            host.tell(told);
        }
    });
    let theme = store.place.embed().map(|embed| embed.theme).unwrap_or_default();
    use_effect_with(theme, |theme| browser::set_theme(*theme));
    let rows = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| Rows::new(dispatch))
    };
    use_effect(move || rows.look());
    let page = page(&store);
    use_effect_with(page.title.clone(), |title| browser::set_title(title));
    {
        // Whoever opens the application starts at its top; on the way from page to page, what had the focus goes.
        let is_opened = use_mut_ref(|| false);
        let here = (discriminant(&page.content), store.place.part().map(Part::page));
        use_effect_with(here, move |(kind, _)| {
            if is_opened.replace(true) || *kind != discriminant(&Content::Start) {
                browser::focus_heading();
            }
        });
    }
    let report = match &page.content {
        Content::Report(view) => Some(&**view),
        Content::Embed(page) => page.report.as_ref(),
        _ => None,
    };
    let paper = match report {
        Some(view) => {
            let heading = &view.frame.heading;
            (heading.running.clone(), heading.version.clone())
        }
        None => (String::new(), String::new()),
    };
    use_effect_with(paper, |(running, version)| browser::set_paper(running, version));
    let content = match page.content {
        Content::Start => html! { <StartView dispatch={dispatch.clone()} /> },
        Content::NothingOpen => html! { <NothingOpenView dispatch={dispatch.clone()} /> },
        Content::Report(report) => {
            html! { <ReportView page={Rc::new(*report)} dispatch={dispatch.clone()} /> }
        }
        Content::Embed(page) => {
            html! { <EmbedView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
        Content::Meeting(page) => {
            html! { <MeetingView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
        Content::Backtest(page) => {
            html! { <BacktestView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
        Content::Calculator(page) => {
            html! { <CalculatorView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
    };
    html! {
        <>
            if !page.navigation.is_empty() {
                <NavigationView links={page.navigation} dispatch={dispatch.clone()} />
            }
            <MessagesView messages={Rc::new(page.messages)} dispatch={dispatch.clone()} />
            { content }
            if let Some(view) = page.finder {
                <FinderDialog view={Rc::new(view)} {dispatch} />
            }
        </>
    }
}

/// Files are opened in steps, so that what is open answers meanwhile; everything else happens at once.
fn in_steps(state: &State, action: Action, dispatch: &Callback<Action>) {
    if !state.admits(&action) {
        return;
    }
    let files = match action {
        Action::Opened(files) | Action::Asked(Request::Load(files)) => files,
        Action::Pasted(text) => vec![state.pasted(text)],
        action => {
            match &action {
                Action::Go(place) => browser::note_scroll(place),
                Action::Asked(_) => browser::note_place(&state.after(action.clone()).place),
                _ => {}
            }
            return dispatch.emit(action);
        }
    };
    browser::import(ImportSteps::new(state, files), dispatch.clone());
}
