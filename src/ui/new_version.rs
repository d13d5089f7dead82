//! The bar that says that a new version is ready.

use yew::{Callback, Html, html};

use crate::app::{Action, NewVersion};
use crate::view::NewVersionView;

/// The bar, or the place where it will be announced.
pub(super) fn new_version_bar(view: Option<&NewVersionView>, dispatch: &Callback<Action>) -> Html {
    let decide = |decision| dispatch.reform(move |_| Action::NewVersion(decision));
    html! {
        // Always there, so that a screen reader notices what is put into it.
        <div role="status" class="ql-live">
            if let Some(view) = view {
                <div class="ql-new-version">
                    <p class="ql-new-version__text">{ &view.text }</p>
                    <button type="button" class="ql-button ql-button--secondary" onclick={decide(NewVersion::Agreed)}>
                        { view.agree }
                    </button>
                    <button type="button" class="ql-link" onclick={decide(NewVersion::PutOff)}>
                        { view.put_off }
                    </button>
                </div>
            }
        </div>
    }
}
