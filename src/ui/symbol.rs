//! The shapes that carry a status beside its word and colour, drawn so that they survive one-colour print.

use yew::{Html, html};

use crate::assess::{Direction, Progress};
use crate::terms::Rating;

/// The shape of a progress: a circle, a diamond, a triangle, a square, a tick or a ring.
pub(super) fn progress_symbol(progress: Progress) -> Html {
    let shape = match progress {
        Progress::OnCourse => html! { <circle cx="8" cy="8" r="6" fill="currentColor" /> },
        Progress::Uncertain => {
            html! { <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="currentColor" /> }
        }
        Progress::OffCourse => html! { <path d="M8 1.5 15 14H1Z" fill="currentColor" /> },
        Progress::Complete => html! {
            <path d="M2 8.5 6.2 13 14 3.5" fill="none" stroke="currentColor" stroke-width="2.5" />
        },
        Progress::Acceptable => html! {
            <rect x="2.5" y="2.5" width="11" height="11" fill="currentColor" />
        },
        Progress::DataOnly => html! {
            <rect x="3" y="3" width="10" height="10" fill="none" stroke="currentColor" stroke-width="2" />
        },
        Progress::NotDue => html! {
            <path
                d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM8 4.5V8l2.5 2" fill="none"
                stroke="currentColor" stroke-width="1.75"
            />
        },
        Progress::NoData | Progress::NotRated => html! {
            <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />
        },
    };
    svg(shape)
}

/// The arrow of a direction: up for better whatever the number did, upright for what is neither good nor bad.
pub(super) fn direction_symbol(direction: Direction) -> Html {
    let path = match direction {
        Direction::Better => "M3 13 13 3M6 3h7v7",
        Direction::Same => "M1.5 8h13M10 3.5 14.5 8 10 12.5",
        Direction::Worse => "M3 3 13 13M6 13h7V6",
        Direction::Higher => "M8 14.5v-13M3.5 6 8 1.5 12.5 6",
        Direction::Level => "M2 5.5h12M2 10.5h12",
        Direction::Lower => "M8 1.5v13M3.5 10 8 14.5l4.5-4.5",
        Direction::NotComparable => "M3 8h10",
    };
    svg(html! { <path d={path} fill="none" stroke="currentColor" stroke-width="2" /> })
}

/// The shape of a risk rating: one bar of three, two or all three.
pub(super) fn rating_symbol(rating: Rating) -> Html {
    let bars = match rating {
        Rating::Low => "M1 10h3.5v4H1Z",
        Rating::Medium => "M1 10h3.5v4H1ZM6.2 6.5h3.5V14H6.2Z",
        Rating::High => "M1 10h3.5v4H1ZM6.2 6.5h3.5V14H6.2ZM11.4 2.5h3.5V14h-3.5Z",
    };
    let frame = "M6.2 6.5h3.5V14H6.2ZM11.4 2.5h3.5V14h-3.5Z";
    svg(html! {
        <>
            <path d={frame} fill="none" stroke="currentColor" stroke-width="1" />
            <path d={bars} fill="currentColor" />
        </>
    })
}

/// The shape of a flag: a triangle that stands on its point, with a mark in it.
pub(super) fn flag_symbol() -> Html {
    svg(html! {
        <path
            d="M1.5 2.5h13L8 14ZM8 4.5v4M8 9.75v1.5" fill="none" stroke="currentColor"
            stroke-width="1.75"
        />
    })
}

fn svg(shape: Html) -> Html {
    html! {
        <svg class="ql-symbol" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
            { shape }
        </svg>
    }
}
