//! What stands around every part of a report.

use yew::{Callback, Html, MouseEvent, Properties, component, html};

use super::browser;
use super::finder::FindButton;
use super::fold::{Fold, use_folded};
use super::navigation::{link, link_with};
use super::open::open_files;
use super::select::Select;
use super::under::back_to_own;
use crate::app::{Action, ToSave};
use crate::view::{Frame, Heading};

/// What the frame is given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What it says.
    pub frame: Frame,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// Who the report is by, for when, which of several is shown, and the ways to its parts.
#[component]
pub(super) fn Header(props: &Props) -> Html {
    let heading = &props.frame.heading;
    html! {
        <header class="ql-header">
            { who(heading) }
            <div class="ql-header__tools">
                <FindButton key_use={props.frame.find_key} dispatch={props.dispatch.clone()} />
                <Fold label="Tools">
                    { period_picker(props) }
                    { open_files("ql-button ql-button--secondary", &props.dispatch) }
                    <button type="button" class="ql-button ql-button--secondary" onclick={save(ToSave::Report, &props.dispatch)}>
                        { "Save report" }
                    </button>
                    if let Some(meeting) = &props.frame.meeting {
                        { link("ql-button ql-button--secondary", "Meeting", meeting, None, &props.dispatch) }
                    }
                </Fold>
            </div>
        </header>
    }
}

/// Who the report is by, for when, and which version of the data it shows.
pub(super) fn who(heading: &Heading) -> Html {
    html! {
        <div class="ql-header__who">
            <p class="ql-header__organisation">
                { &heading.organisation }{ " · " }{ &heading.directorate }
            </p>
            <p class="ql-header__period">{ &heading.period }</p>
            <p class="ql-header__version">{ &heading.version }</p>
        </div>
    }
}

fn save(what: ToSave, dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    dispatch.reform(move |_| Action::Save(what.clone()))
}

fn period_picker(props: &Props) -> Html {
    let periods = &props.frame.periods;
    if periods.len() < 2 {
        return Html::default();
    }
    let options: Vec<String> = periods.iter().map(|choice| choice.text.clone()).collect();
    let chosen = periods.iter().position(|choice| choice.is_chosen).unwrap_or_default();
    let on_choose = props.dispatch.reform(Action::Show);
    html! { <Select label="Report" {options} {chosen} {on_choose} /> }
}

/// The ways to the parts of the report; on a phone behind a button.
#[component]
pub(super) fn Parts(props: &Props) -> Html {
    let folded = use_folded();
    let dispatch = folded.closing(&props.dispatch);
    let current = props.frame.parts.iter().find(|part| part.is_current);
    let class = if folded.is_open() { "ql-parts ql-parts--open" } else { "ql-parts" };
    html! {
        <nav {class} aria-label="Parts of the report" onkeydown={folded.on_key()}>
            <button
                type="button" class="ql-parts__menu" ref={folded.button.clone()}
                onclick={folded.toggle()} aria-expanded={folded.expanded()}
            >
                { "Menu" }
                if let Some(current) = current {
                    <span class="ql-parts__here">{ &current.text }</span>
                }
            </button>
            <ul class="ql-parts__list">
                { for props.frame.parts.iter().map(|one| {
                    let current = one.is_current.then_some("page");
                    html! {
                        <li key={one.text.clone()}>
                            { link("ql-parts__link", &one.text, &one.place, current, &dispatch) }
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

/// Where one is, and the heading of the part.
pub(super) fn title(frame: &Frame, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="ql-part">
            if !frame.trail.is_empty() {
                <nav class="ql-trail" aria-label="Where you are">
                    <ol class="ql-trail__list">
                        { for frame.trail.iter().map(|one| html! {
                            <li>{ link("ql-trail__link", &one.text, &one.place, None, dispatch) }</li>
                        }) }
                    </ol>
                </nav>
            }
            <h1 class="ql-part__title" tabindex="-1">
                if !frame.reference.is_empty() {
                    <span class="ql-part__ref">{ &frame.reference }</span>{ " " }
                }
                { &frame.title }
            </h1>
            if let Some(under) = &frame.heading.under {
                <p class="ql-under-mark"><strong>{ under }</strong>{ " " }{ back_to_own(dispatch) }</p>
            }
        </div>
    }
}

/// The ways to what comes before and after.
pub(super) fn neighbours(frame: &Frame, dispatch: &Callback<Action>) -> Html {
    if frame.neighbours.is_empty() {
        return Html::default();
    }
    html! {
        <nav class="ql-neighbours" aria-label="Previous and next">
            { for frame.neighbours.iter().map(|one| {
                let words = html! {
                    <><span class="ql-neighbours__which">{ one.which }</span>{ " " }{ &one.text }</>
                };
                link_with("ql-neighbours__link", words, &one.place, None, dispatch)
            }) }
        </nav>
    }
}

/// The button that prints what is shown, and the ways to what else can be printed.
pub(super) fn papers(frame: &Frame, dispatch: &Callback<Action>) -> Html {
    let print = Callback::from(|_: MouseEvent| browser::print_page());
    html! {
        <div class="ql-papers">
            <Fold label="Print and save">
            <button type="button" class="ql-button ql-button--secondary" onclick={print}>
                { frame.print }
            </button>
            if browser::is_boxed() {
                <p class="ql-hint">{ Frame::BOXED }</p>
            }
            { for frame.prints.iter().map(|(text, place)| {
                link("ql-papers__link", text, place, None, dispatch)
            }) }
            <button type="button" class="ql-link" onclick={save(ToSave::Part, dispatch)}>
                { "Save for a web page" }
            </button>
            </Fold>
        </div>
    }
}
