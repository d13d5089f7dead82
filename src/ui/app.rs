//! The application: one state, changed by one reducer, shown as one page.

use std::mem::discriminant;
use std::ops::Deref;
use std::rc::Rc;

use yew::{
    Callback, Html, Properties, Reducible, component, use_effect, use_effect_with, use_memo,
    use_mut_ref, use_reducer,
};

use super::browser::{self, FocusKeeper, Host, Rows, on_drop_and_paste, on_navigation};
use super::first::{beginning, draw_brought};
use super::keeping::{carry_out, use_library};
use super::saving::save;
use super::screen::screen;
use crate::app::{Action, ImportSteps, NewVersion, Part, Request, State, Step};
use crate::view::{Content, page, told};

#[derive(PartialEq)]
struct Store(State);

/// Opens the application at the place that the address says, with what the page holds.
pub fn open() {
    let begin = || {
        let begin = beginning(browser::place());
        if browser::is_astray() { begin.after(Action::Astray) } else { begin }
    };
    browser::open_first(begin, draw_brought, |opened| {
        let is_brought = opened.is_brought;
        browser::mount::<App>(Props { begin: opened.state, is_brought });
    });
}

/// What the application is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state that it begins with.
    pub begin: State,
    /// Whether what the address names is in it already.
    pub is_brought: bool,
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
pub fn App(props: &Props) -> Html {
    let store = use_reducer(|| Store(props.begin.clone()));
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
        let brings = !props.is_brought && store.place.embed().is_none();
        use_effect_with((), move |()| {
            let listeners = (
                on_drop_and_paste(&dispatch),
                on_navigation(&dispatch),
                browser::on_leaving(),
                browser::on_enlarging(),
                browser::on_reshaping(),
            );
            browser::keep_up_to_date(&dispatch);
            browser::on_launch(&dispatch);
            // In a frame it would not be opened.
            if brings {
                browser::bring(&dispatch, draw_brought);
            }
            move || drop(listeners)
        });
    }
    let came_back = use_mut_ref(|| false);
    {
        let came_back = came_back.clone();
        use_effect_with(store.place.clone(), move |place| {
            let step = browser::show_place(place);
            if step == Step::Push {
                browser::scroll_to_top();
            }
            came_back.replace(step == Step::Stay && browser::scroll_back());
        });
    }
    let shown = store.report().map(|report| report.fingerprint);
    use_effect_with(shown, |_| browser::scroll_back_after_loading());
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
        let place = &store.place;
        let here = (discriminant(&page.content), discriminant(place), place.part().map(Part::page));
        use_effect_with(here, move |(kind, ..)| {
            let is_led = is_opened.replace(true);
            // Where the page was read before the program ran, something may have the focus.
            if is_led || (*kind != discriminant(&Content::Start) && !browser::has_focus()) {
                browser::focus_what_was_asked_for(came_back.take());
            }
        });
    }
    let keeper = use_memo((), |()| FocusKeeper::begin());
    use_effect(move || keeper.keep());
    let (running, version) = page.content.paper();
    let paper = (running.to_owned(), version.to_owned());
    use_effect_with(paper, |(running, version)| browser::set_paper(running, version));
    screen(page, &dispatch)
}

/// Files are opened in steps, so that what is open answers meanwhile; everything else happens at once.
fn in_steps(state: &State, action: Action, dispatch: &Callback<Action>) {
    if !state.admits(&action) {
        return;
    }
    let steps = match action {
        Action::Opened(files) | Action::Asked(Request::Load(files)) => {
            ImportSteps::new(state, files)
        }
        Action::OpenedAgain { files, shown } => ImportSteps::again(state, files, shown),
        Action::Pasted(text) => ImportSteps::new(state, vec![state.pasted(text)]),
        Action::Brought(files, notes) => ImportSteps::brought(state, files, notes),
        Action::Save(what) => return save(state, what, dispatch),
        Action::Library(action) => return carry_out(state, action, dispatch),
        action => {
            match &action {
                Action::Go(place) => browser::note_scroll(place),
                Action::Asked(_) => browser::note_place(&state.after(action.clone()).place),
                _ => {}
            }
            if action == Action::NewVersion(NewVersion::Agreed) {
                browser::use_new_version(state.handed_on());
            }
            return dispatch.emit(action);
        }
    };
    browser::import(steps, dispatch.clone());
}
