//! The application: one state, changed by one reducer, shown as one page.

use std::mem::discriminant;
use std::ops::Deref;
use std::rc::Rc;

use yew::{
    Callback, Html, Reducible, component, html, use_effect, use_effect_with, use_memo, use_mut_ref,
    use_reducer,
};

use super::backtest::BacktestView;
use super::browser::{self, Rows, on_drop_and_paste, on_navigation};
use super::calculator::CalculatorView;
use super::finder::FinderDialog;
use super::keeping::{carry_out, use_library};
use super::meeting::MeetingView;
use super::messages::MessagesView;
use super::navigation::NavigationView;
use super::report::ReportView;
use super::start::{NothingOpenView, OpeningView, StartView};
use crate::app::{Action, ImportSteps, InView, Library, Part, Place, State, Step};
use crate::view::{Content, page};

#[derive(PartialEq)]
struct Store(State);

impl Store {
    fn at(place: Place) -> Self {
        let library = Library::looking(browser::home());
        let state = State { in_view: InView::beginning(), library, ..State::default() };
        Self(state.after(Action::Go(place)))
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
    use_library(&store, &dispatch);
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
    let paper = match &page.content {
        Content::Report(view) => {
            let heading = &view.frame.heading;
            (heading.running.clone(), heading.version.clone())
        }
        _ => (String::new(), String::new()),
    };
    use_effect_with(paper, |(running, version)| browser::set_paper(running, version));
    let library = page.library.map(Rc::new);
    let content = match page.content {
        Content::Start => html! { <StartView dispatch={dispatch.clone()} {library} /> },
        Content::NothingOpen => html! { <NothingOpenView dispatch={dispatch.clone()} {library} /> },
        Content::Opening(text) => html! { <OpeningView {text} /> },
        Content::Report(report) => {
            html! { <ReportView page={Rc::new(*report)} dispatch={dispatch.clone()} /> }
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
    let files = match action {
        Action::Opened(files) => files,
        Action::Pasted(text) => vec![state.pasted(text)],
        Action::OpenedAgain { files, shown } => {
            let steps = ImportSteps::again(state, files, shown);
            return browser::import(steps, dispatch.clone());
        }
        Action::Library(action) => return carry_out(state, action, dispatch),
        action => {
            if let Action::Go(place) = &action {
                browser::note_scroll(place);
            }
            return dispatch.emit(action);
        }
    };
    browser::import(ImportSteps::new(state, files), dispatch.clone());
}
