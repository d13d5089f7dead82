//! Everything on screen, as the view has decided it.

use std::rc::Rc;

use yew::{Callback, Html, html};

use super::backtest::BacktestView;
use super::calculator::CalculatorView;
use super::embed::EmbedView;
use super::finder::FinderDialog;
use super::guide::GuideView;
use super::meeting::MeetingView;
use super::messages::MessagesView;
use super::navigation::{FooterView, NavigationView};
use super::report::ReportView;
use super::start::{NothingOpenView, OpeningView, StartView};
use crate::app::Action;
use crate::view::{Content, Page};

/// A page, with its events going to one place. It is drawn in two places, and is in the program once.
#[inline(never)]
pub(super) fn screen(page: Page, dispatch: &Callback<Action>) -> Html {
    let (library, awaits_library) = (page.library.map(Rc::new), page.awaits_library);
    let content = match page.content {
        Content::Start => {
            html! { <StartView dispatch={dispatch.clone()} {library} {awaits_library} /> }
        }
        Content::NothingOpen => html! { <NothingOpenView dispatch={dispatch.clone()} {library} /> },
        Content::Opening(text) => html! { <OpeningView {text} /> },
        Content::Report(report) => {
            html! { <ReportView page={Rc::new(*report)} dispatch={dispatch.clone()} /> }
        }
        Content::Embed(page) => {
            html! { <EmbedView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
        Content::Meeting(page) => {
            html! { <MeetingView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
        Content::Backtest(page) => {
            html! { <BacktestView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
        Content::Guide(page) => {
            html! { <GuideView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
        Content::Calculator(page) => {
            html! { <CalculatorView page={Rc::new(*page)} dispatch={dispatch.clone()} /> }
        }
    };
    html! {
        <>
            if !page.navigation.is_empty() {
                <NavigationView links={page.navigation} dispatch={dispatch.clone()} />
            }
            <MessagesView messages={Rc::new(page.messages)} dispatch={dispatch.clone()} />
            { content }
            if !page.footer.is_empty() {
                <FooterView links={page.footer} dispatch={dispatch.clone()} />
            }
            if let Some(view) = page.finder {
                <FinderDialog view={Rc::new(view)} dispatch={dispatch.clone()} />
            }
        </>
    }
}
