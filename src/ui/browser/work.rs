//! Long work in short tasks, between which the page answers.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;
use yew::Callback;

use super::room::make_room;
use super::timing::{ASSESS, READ, now, timed};
use crate::app::{Action, ImportStep, ImportSteps, Imported, Progressing};

/// How long a task may go on, in milliseconds, before it ends with the step in hand.
const TASK: f64 = 30.0;

/// How often a reader is told how far it is, in milliseconds, after the first task: a screen reader speaks each of
/// them.
const TELLING: f64 = 250.0;

/// How many rows a step has: far fewer than a task has time for.
const ROWS: usize = 50;

/// Opens files in steps and hands over what that came to.
pub fn import(steps: ImportSteps, dispatch: Callback<Action>) {
    wasm_bindgen_futures::spawn_local(async move {
        let tell = |progress| dispatch.emit(Action::Importing(progress));
        let imported = in_tasks(steps, &tell).await;
        dispatch.emit(Action::Imported(imported));
    });
}

/// Opens files in steps, telling how far it is.
pub async fn in_tasks(mut steps: ImportSteps, tell: &dyn Fn(Progressing)) -> Box<Imported> {
    make_room(steps.bytes());
    let mut told = f64::NEG_INFINITY;
    loop {
        let stage = if steps.is_assessing() { ASSESS } else { READ };
        steps = match timed(stage, || task(steps)) {
            ImportStep::More(more) => *more,
            ImportStep::Done(imported) => {
                // Showing it is a task of its own.
                pause().await;
                return imported;
            }
        };
        if now() - told > TELLING {
            told = now();
            tell(steps.progress());
        }
        pause().await;
    }
}

/// Takes steps of one stage for as long as a task may go on.
#[inline(never)]
fn task(mut steps: ImportSteps) -> ImportStep {
    let (begun, assessing) = (now(), steps.is_assessing());
    loop {
        steps = match steps.step(ROWS) {
            ImportStep::More(more) => *more,
            done @ ImportStep::Done(_) => return done,
        };
        if now() - begun > TASK || steps.is_assessing() != assessing {
            return ImportStep::More(Box::new(steps));
        }
    }
}

/// Lets the browser do what it has to. A timer would wait four milliseconds each time, a message does not.
async fn pause() {
    let promise = Promise::new(&mut |resolve: Function, _: Function| {
        let sent = MessageChannel::new().and_then(|channel| {
            channel.port1().set_onmessage(Some(&resolve));
            channel.port2().post_message(&JsValue::NULL)
        });
        if sent.is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}
