//! The open files, and how they join.

use yew::{Callback, Html, html};

use crate::app::{Action, ToSave};
use crate::view::{Choice, JoinsView};

/// The open files and how they join.
pub(super) fn files_view(
    files: &[Choice],
    joins: Option<&JoinsView>,
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <section class="ql-files" aria-labelledby="files-heading">
            <h2 class="ql-quality__heading" id="files-heading">{ "Open files and how they join" }</h2>
            <ul>{ for files.iter().map(|file| open_file(file, dispatch)) }</ul>
            if let Some(joins) = joins {
                { joins_view(joins) }
            }
        </section>
    }
}

fn open_file(file: &Choice, dispatch: &Callback<Action>) -> Html {
    let name = file.file.clone();
    let saved = name.clone();
    let save = dispatch.reform(move |_| Action::Save(ToSave::File(saved.clone())));
    let onclick = dispatch.reform(move |_| Action::Close(name.clone()));
    html! {
        <li key={file.file.clone()}>
            { &file.file }{ ": " }{ &file.text }{ " " }
            <button type="button" class="ql-link" onclick={save}>
                { "Save" }<span class="ql-hidden">{ " " }{ &file.file }</span>
            </button>
            { " " }
            <button type="button" class="ql-link" {onclick}>
                { "Close" }<span class="ql-hidden">{ " " }{ &file.file }</span>
            </button>
        </li>
    }
}

fn joins_view(joins: &JoinsView) -> Html {
    html! {
        <>
            <h2 class="ql-files__heading">{ "How they join" }</h2>
            <ul>{ for joins.summaries.iter().map(|summary| html! { <li>{ summary }</li> }) }</ul>
            if !joins.disagreements.is_empty() {
                <p>{ "The files give different figures:" }</p>
                <ul>{ for joins.disagreements.iter().map(|what| html! { <li>{ what }</li> }) }</ul>
            }
            if !joins.points.is_empty() {
                <div class="ql-files__joins" role="group" tabindex="0" aria-label="How measures join"><table class="ql-plain-table ql-plain-table--small">
                    <caption class="ql-hidden">{ "Measures that may be the same, or that cannot be compared" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "This report" }</th>
                            <th scope="col">{ "Other report" }</th>
                            <th scope="col">{ "What agrees" }</th>
                            <th scope="col">{ "What follows" }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for joins.points.iter().map(|point| html! {
                            <tr>
                                <th scope="row">{ &point.this }</th>
                                <td>{ &point.other }</td>
                                <td>{ point.by }</td>
                                <td>{ &point.outcome }</td>
                            </tr>
                        }) }
                    </tbody>
                </table></div>
            }
        </>
    }
}
