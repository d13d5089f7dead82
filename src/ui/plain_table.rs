//! A small table of words, whose rows become labelled blocks on a phone.

use yew::{Html, html};

/// The table. The first cell of a row is what the row is about.
pub(super) fn plain_table(
    class: &'static str,
    caption: Html,
    headings: &[&str],
    rows: impl Iterator<Item = Vec<Html>>,
) -> Html {
    html! {
        <table {class} role="table">
            { caption }
            <thead role="rowgroup">
                <tr role="row">
                    { for headings.iter().map(|heading| html! {
                        <th scope="col" role="columnheader">{ (*heading).to_owned() }</th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for rows.map(|row| plain_row(headings, row)) }</tbody>
        </table>
    }
}

fn plain_row(headings: &[&str], row: Vec<Html>) -> Html {
    let cells = headings.iter().zip(row).enumerate().map(|(at, (heading, cell))| match at {
        0 => html! { <th scope="row" role="rowheader">{ cell }</th> },
        _ => html! {
            <td role="cell" data-heading={(*heading).to_owned()}>
                <div class="ql-plain-table__content">{ cell }</div>
            </td>
        },
    });
    html! { <tr role="row">{ for cells }</tr> }
}

/// The class of one that stands by itself.
pub(super) const WORDS: &str = "ql-plain-table ql-stacked";
/// The class of one beside a sentence that says the same.
pub(super) const WORKING: &str = "ql-plain-table ql-plain-table--small ql-stacked";
