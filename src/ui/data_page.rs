//! What looks wrong in a report, which files are open, and how they join.

use yew::{Callback, Html, html};

use super::files::files_view;
use super::messages::finding;
use super::quality::quality_section;
use crate::app::Action;
use crate::view::DataPage;

/// What looks wrong, and the files.
pub(super) fn data_page(page: &DataPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { quality_section(&page.quality, dispatch) }
            if !page.found.is_empty() {
                <section>
                    <h2 class="ql-quality__heading">{ DataPage::FOUND }</h2>
                    <ul class="ql-findings__list">{ for page.found.iter().map(finding) }</ul>
                </section>
            }
            { files_view(&page.files, page.joins.as_ref(), dispatch) }
        </>
    }
}
