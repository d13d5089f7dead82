//! A measure's year as a picture on which supposed figures are dragged.

use yew::{Callback, Html, KeyboardEvent, PointerEvent, Properties, component, html, use_mut_ref};

use super::browser::{self, Drag};
use super::chart::marks_view;
use crate::terms::QuarterNumber;
use crate::view::chart::{GRIP, Handle, REACH, SupposedChart, tenths};

/// What the picture is given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The picture and its handles.
    pub chart: SupposedChart,
    /// Where goes what is supposed of a quarter, as one would type it.
    pub on_suppose: Callback<(QuarterNumber, String)>,
}

/// The picture. A handle that is held keeps the scale on which it was taken, whatever the picture does meanwhile.
#[component]
pub(super) fn SupposedChartView(props: &Props) -> Html {
    let Props { chart, on_suppose } = props;
    let held = use_mut_ref(|| None::<(Drag, Handle)>);
    let onpointermove = {
        let (held, on_suppose) = (held.clone(), on_suppose.clone());
        Callback::from(move |event: PointerEvent| {
            let text = held.borrow().as_ref().and_then(|(drag, handle)| {
                Some((handle.quarter, handle.range.dragged(drag.moved(&event)?)?))
            });
            if let Some(supposed) = text {
                on_suppose.emit(supposed);
            }
        })
    };
    let onpointerup = {
        let held = held.clone();
        Callback::from(move |_: PointerEvent| drop(held.take()))
    };
    let height = chart.picture.height;
    let handle = |one: &Handle| {
        let onpointerdown = {
            let (held, one) = (held.clone(), one.clone());
            Callback::from(move |event: PointerEvent| {
                *held.borrow_mut() = Drag::begin(&event, height).zip(Some(one.clone()));
            })
        };
        let onkeydown = {
            let (on_suppose, one) = (on_suppose.clone(), one.clone());
            Callback::from(move |event: KeyboardEvent| {
                let text = browser::nudge(&event).and_then(|nudge| one.range.nudged(nudge));
                if let Some(text) = text {
                    on_suppose.emit((one.quarter, text));
                }
            })
        };
        handle_view(one, onpointerdown, onkeydown)
    };
    html! {
        <div class="ql-supposed">
            <svg
                class="ql-chart__picture ql-supposed__picture" viewBox={chart.picture.view_box()}
                role="group" aria-label={SupposedChart::CALLED} font-size="14" {onpointermove} onpointerup={onpointerup.clone()}
                onpointercancel={onpointerup}
            >
                <g role="img" aria-label={chart.name.clone()}>{ marks_view(&chart.picture) }</g>
                <g>{ for chart.handles.iter().map(handle) }</g>
            </svg>
            { for chart.notes.iter().map(|note| html! { <p class="ql-chart__note">{ note }</p> }) }
            <p class="ql-chart__note ql-supposed__how">{ SupposedChart::HOW }</p>
        </div>
    }
}

fn handle_view(
    one: &Handle,
    onpointerdown: Callback<PointerEvent>,
    onkeydown: Callback<KeyboardEvent>,
) -> Html {
    let [least, now, most] = one.range.values();
    let class = if one.is_supposed { "ql-handle ql-handle--supposed" } else { "ql-handle" };
    let (x, y) = (tenths(one.at.x), tenths(one.at.y));
    html! {
        <g
            key={one.quarter.number()} {class} role="slider" tabindex="0"
            aria-label={one.label.clone()} aria-orientation="vertical" aria-valuemin={least}
            aria-valuenow={now} aria-valuemax={most} aria-valuetext={one.said.clone()}
            {onpointerdown} {onkeydown}
        >
            <circle class="ql-handle__reach" cx={x.clone()} cy={y.clone()} r={tenths(REACH)} />
            <circle class="ql-handle__focus" cx={x.clone()} cy={y.clone()} r={tenths(GRIP + 60)} />
            <circle class="ql-handle__grip" cx={x} cy={y} r={tenths(GRIP)} />
        </g>
    }
}
