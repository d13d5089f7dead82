//! A chart: its message, its picture, its figures as a table, and ways to take it away.

use yew::virtual_dom::{VNode, VTag, VText};
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::browser;
use super::unbroken::unbroken;
use crate::view::chart::{Chart, ChartTable, Picture, Sparkline, element, svg_text};

/// What a chart is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The chart.
    pub chart: Chart,
    /// Its id, unlike any other on the page.
    pub id: String,
}

/// What came of taking it away.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    Offered,
    Copied,
    Refused,
}

/// A chart. Which of its two pictures is shown, the stylesheet says by the room that there is.
#[component]
pub fn ChartView(props: &Props) -> Html {
    let Props { chart, id } = props;
    let heading = format!("{id}-headline");
    html! {
        <figure class="ql-chart" id={id.clone()} aria-labelledby={heading.clone()}>
            <figcaption class="ql-chart__headline" id={heading}>{ unbroken(&chart.headline) }</figcaption>
            <div class="ql-chart__frame">
                { picture_view(&chart.wide, &chart.name, "ql-chart__picture ql-chart__picture--wide") }
                { picture_view(&chart.narrow, &chart.name, "ql-chart__picture ql-chart__picture--narrow") }
            </div>
            { for chart.notes.iter().map(|note| html! { <p class="ql-chart__note">{ note }</p> }) }
            <details class="ql-chart__details">
                <summary>
                    { "Figures of this chart" }
                    if browser::may_save() {
                        <span class="ql-live-only">{ ", and ways to save it" }</span>
                    }
                </summary>
                { table_view(&chart.table) }
                if browser::may_save() {
                    <TakeAway chart={chart.clone()} id={id.clone()} />
                } else {
                    <p class="ql-hint">{ "The page around this does not let it save pictures." }</p>
                }
            </details>
        </figure>
    }
}

/// Buttons that save or copy it.
#[component]
fn TakeAway(props: &Props) -> Html {
    let taken = use_state_eq(|| None);
    let done = |when_done: Taken| {
        let taken = taken.clone();
        Callback::from(move |is_done| {
            taken.set(Some(if is_done { when_done } else { Taken::Refused }));
        })
    };
    let button = |text: &'static str, act: Callback<Chart>| {
        let chart = props.chart.clone();
        let onclick = Callback::from(move |_| act.emit(chart.clone()));
        html! {
            <button type="button" class="ql-button ql-button--secondary" {onclick}>{ text }</button>
        }
    };
    let offered = done(Taken::Offered);
    let save_svg = Callback::from(move |chart: Chart| {
        let name = format!("{}.svg", chart.file);
        offered.emit(browser::save_text(&name, "image/svg+xml", &svg_text(&chart)).is_ok());
    });
    let offered = done(Taken::Offered);
    let save_png = Callback::from(move |chart: Chart| {
        browser::save_png(format!("{}.png", chart.file), svg_text(&chart), offered.clone());
    });
    let copied = done(Taken::Copied);
    let copy = Callback::from(move |chart: Chart| {
        browser::copy_png(svg_text(&chart), copied.clone());
    });
    html! {
        <div class="ql-chart__actions">
            { button("Save as SVG", save_svg) }
            { button("Save as PNG", save_png) }
            if browser::can_copy_pictures() {
                { button("Copy as picture", copy) }
            }
            <p class="ql-chart__outcome" role="status">
                { match *taken {
                    None => "",
                    Some(Taken::Offered) => "The picture has been handed to the browser. If no file arrives, this page is not allowed to save files here.",
                    Some(Taken::Copied) => "Copied.",
                    Some(Taken::Refused) => "This browser does not let the page do that.",
                } }
            </p>
        </div>
    }
}

fn table_view(table: &ChartTable) -> Html {
    html! {
        <div
            class="ql-chart__table" role="group" tabindex="0"
            aria-label={format!("Table: {}", table.caption)}
        ><table class="ql-plain-table ql-plain-table--small">
            <caption class="ql-plain-table__caption">{ &table.caption }</caption>
            <thead>
                <tr>{ for table.headers.iter().map(|header| html! { <th scope="col">{ header }</th> }) }</tr>
            </thead>
            <tbody>
                { for table.rows.iter().map(|row| html! {
                    <tr>
                        { for row.iter().enumerate().map(|(at, cell)| match at {
                            0 => html! { <th scope="row">{ cell }</th> },
                            _ => html! { <td>{ unbroken(cell) }</td> },
                        }) }
                    </tr>
                }) }
            </tbody>
        </table></div>
    }
}

/// A picture as it is drawn, under its name.
pub(super) fn picture_view(picture: &Picture, name: &str, class: &'static str) -> Html {
    html! {
        <svg
            {class} viewBox={picture.view_box()} role="img" aria-label={name.to_owned()}
            font-size="14" focusable="false"
        >
            { marks_view(picture) }
        </svg>
    }
}

/// The last quarters as a small line, or in words where there is none to draw.
pub(super) fn sparkline_view(line: &Sparkline) -> Html {
    match &line.picture {
        Some(picture) => picture_view(picture, &line.words, "ql-sparkline"),
        None => html! { <span class="ql-figure__remark">{ &line.words }</span> },
    }
}

/// What is on a picture.
pub(super) fn marks_view(picture: &Picture) -> Html {
    let marks = picture.marks.iter().map(|mark| {
        let element = element(mark);
        let mut tag = VTag::new(element.tag);
        for (name, value) in element.attributes {
            tag.add_attribute(name, value);
        }
        if !element.text.is_empty() {
            tag.add_child(VNode::from(VText::new(element.text)));
        }
        VNode::from(tag)
    });
    marks.collect()
}
