//! What looks wrong in the report, to be worked through.

use yew::{Callback, Html, MouseEvent, html};

use super::navigation::link_with;
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{DoubtGroup, DoubtView, QualityView};

/// The list of doubts, closed where it is long.
pub(super) fn quality_section(quality: &QualityView, dispatch: &Callback<Action>) -> Html {
    let groups = html! {
        <div class="ql-quality__groups">{ for quality.groups.iter().map(|group| doubt_group(group, dispatch)) }</div>
    };
    html! {
        <section class="ql-quality" aria-labelledby="quality-heading">
            <h2 class="ql-quality__heading" id="quality-heading">{ &quality.heading }</h2>
            <p class="ql-quality__introduction">{ quality.introduction }</p>
            if let Some(opened_by) = &quality.opened_by {
                <details class="ql-quality__all" open={quality.asked_for.unwrap_or_default()}>
                    <summary onclick={ask(quality, dispatch)}>{ opened_by }</summary>
                    { groups }
                </details>
            } else {
                { groups }
            }
        </section>
    }
}

/// The list of a long report is opened once it is on the page; a shorter one is there, and the browser opens it.
fn ask(quality: &QualityView, dispatch: &Callback<Action>) -> Option<Callback<MouseEvent>> {
    quality.asked_for?;
    Some(dispatch.reform(|event: MouseEvent| {
        event.prevent_default();
        Action::ToggleDoubts
    }))
}

fn doubt_group(group: &DoubtGroup, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="ql-quality__group">
            <h3 class="ql-quality__kind">{ &group.heading }</h3>
            <ul class="ql-quality__doubts">{ for group.doubts.iter().map(|doubt| doubt_item(doubt, dispatch)) }</ul>
        </div>
    }
}

fn doubt_item(doubt: &DoubtView, dispatch: &Callback<Action>) -> Html {
    let name = html! {
        <>
            if !doubt.reference.is_empty() {
                <span class="ql-quality__ref">{ &doubt.reference }</span>{ " " }
            }
            { &doubt.title }
        </>
    };
    html! {
        <li class="ql-quality__doubt">
            <p class="ql-quality__row">
                if let Some(place) = &doubt.place {
                    { link_with("ql-quality__link", name, place, None, dispatch) }
                } else {
                    { name }
                }
            </p>
            { doubt_words(doubt) }
        </li>
    }
}

/// What was seen and what to do about it.
pub(super) fn doubt_words(doubt: &DoubtView) -> Html {
    html! {
        <p class="ql-quality__words">
            { unbroken(&doubt.what) }{ " " }<span class="ql-quality__remedy">{ &doubt.remedy }</span>
        </p>
    }
}
