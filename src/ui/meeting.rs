//! A meeting: one item at a time, large enough to be read across a table.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_effect_with};

use super::browser::{self, Awake, Turn};
use super::cell::cell_text;
use super::finder::FindButton;
use super::navigation::link;
use super::prose::remarks;
use super::status::{direction_tags, progress_beside, progress_tag};
use super::unbroken::unbroken;
use crate::app::{Action, Place};
use crate::view::{MeetingItem, MeetingPage};

/// What a meeting is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The item and the ways to the others.
    pub page: Rc<MeetingPage>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// One item of a report, and the ways to the one before and the next.
#[component]
pub fn MeetingView(props: &Props) -> Html {
    let (page, dispatch) = (&props.page, &props.dispatch);
    {
        let (page, dispatch) = (Rc::clone(page), dispatch.clone());
        let ways = (page.previous.clone(), page.next.clone(), page.leave.clone());
        use_effect_with(ways, move |(previous, next, leave)| {
            let (previous, next, leave) = (previous.clone(), next.clone(), leave.clone());
            let listeners = browser::on_turning(Callback::from(move |turn| {
                let place = match turn {
                    Turn::Forward => next.clone(),
                    Turn::Back => previous.clone(),
                    Turn::Leave => Some(leave.clone()),
                };
                if let Some(place) = place {
                    dispatch.emit(Action::Go(place));
                }
            }));
            move || drop(listeners)
        });
    }
    use_effect_with((), |()| {
        let awake = Awake::begin();
        move || drop(awake)
    });
    // Each item begins at its beginning.
    use_effect_with(page.announced.clone(), |_| browser::scroll_to_top());
    html! {
        <main class="ql-meeting">
            <div class="ql-meeting__bar">
                <p class="ql-meeting__report">
                    { &page.report }{ " · " }
                    if let Some(under) = &page.heading.under {
                        <strong>{ under }</strong>{ " · " }
                    }
                    <span class="ql-meeting__version">{ &page.heading.version }</span>
                </p>
                <div class="ql-meeting__tools">
                    if !page.choices.is_empty() {
                        <ul class="ql-meeting__choices" aria-label="What to go through">
                            { for page.choices.iter().map(|one| {
                                let current = one.is_current.then_some("true");
                                html! {
                                    <li key={one.text.clone()}>
                                        { link("ql-meeting__choice", &one.text, &one.place, current, dispatch) }
                                    </li>
                                }
                            }) }
                        </ul>
                    }
                    <FindButton key_use={page.find_key} dispatch={dispatch.clone()} />
                    { link("ql-button ql-button--secondary", "Leave the meeting", &page.leave, None, dispatch) }
                </div>
            </div>
            <p class="ql-hidden" role="status">{ &page.announced }</p>
            <p class="ql-meeting__position">{ &page.position }</p>
            { match &page.item {
                Ok(one) => item(one, dispatch),
                Err(note) => html! { <h1 class="ql-meeting__title" tabindex="-1">{ *note }</h1> },
            } }
            <nav class="ql-meeting__turn" aria-label="Previous and next">
                { turn("Previous", page.previous.as_ref(), dispatch) }
                { turn("Next", page.next.as_ref(), dispatch) }
            </nav>
        </main>
    }
}

/// At an end the button stays, so that the focus on it does.
fn turn(text: &'static str, place: Option<&Place>, dispatch: &Callback<Action>) -> Html {
    let (dispatch, to) = (dispatch.clone(), place.cloned());
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(to) = &to {
            dispatch.emit(Action::Go(to.clone()));
        }
    });
    html! {
        <button
            type="button" class="ql-button ql-meeting__button" {onclick}
            aria-disabled={place.is_none().then_some("true")}
        >
            { text }
        </button>
    }
}

fn item(item: &MeetingItem, dispatch: &Callback<Action>) -> Html {
    html! {
        <article class="ql-meeting__item">
            <p class="ql-meeting__of">{ &item.of }</p>
            <h1 class="ql-meeting__title" tabindex="-1">
                if !item.reference.is_empty() {
                    <span class="ql-meeting__ref">{ &item.reference }</span>{ " " }
                }
                { &item.title }
            </h1>
            if let Some(unit) = &item.unit {
                <p class="ql-meeting__of">{ unit }</p>
            }
            <div class="ql-meeting__statuses">
                if let Some(progress) = &item.progress {
                    <div>
                        { progress_tag(progress, Html::default()) }
                        { for item.beside.as_ref().map(|(label, status)| progress_beside(label, status)) }
                    </div>
                }
                { direction_tags(&item.directions) }
            </div>
            <dl class="ql-meeting__figures">
                { for item.figures.iter().map(|(label, cell)| html! {
                    <div class="ql-meeting__figure">
                        <dt class="ql-meeting__label">{ label }</dt>
                        <dd>{ cell_text(cell) }</dd>
                    </div>
                }) }
                if let Some(due) = &item.due {
                    <div class="ql-meeting__figure">
                        <dt class="ql-meeting__label">{ "Due" }</dt>
                        <dd>{ due }</dd>
                    </div>
                }
            </dl>
            if let Some(why) = &item.why {
                <p class="ql-meeting__why">{ unbroken(why) }</p>
            }
            if let Some(owner) = &item.owner {
                <p class="ql-meeting__owner">{ "Responsible: " }{ owner }</p>
            }
            <div class="ql-meeting__commentary">{ remarks(&item.commentary, dispatch) }</div>
        </article>
    }
}
