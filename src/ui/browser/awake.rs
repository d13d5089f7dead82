//! Keeping the screen awake, where the browser and the page around allow it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::VisibilityState;

/// Keeps the screen awake for as long as this is kept. Where that is refused it does nothing, and says nothing: the
/// screen then goes dark as it always does.
pub struct Awake {
    is_wanted: Rc<Cell<bool>>,
    lock: Rc<RefCell<Option<JsValue>>>,
    _listener: EventListener,
}

impl Awake {
    /// Asks for it now, and again whenever the page comes back into view: a browser gives the lock up when it goes.
    #[must_use]
    pub fn begin() -> Self {
        let (is_wanted, lock) = (Rc::new(Cell::new(true)), Rc::default());
        ask(&is_wanted, &lock);
        let (wanted, kept) = (Rc::clone(&is_wanted), Rc::clone(&lock));
        let listener = EventListener::new(&document(), "visibilitychange", move |_| {
            ask(&wanted, &kept);
        });
        Self { is_wanted, lock, _listener: listener }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        self.is_wanted.set(false);
        if let Some(lock) = self.lock.take() {
            release(&lock);
        }
    }
}

fn ask(is_wanted: &Rc<Cell<bool>>, kept: &Rc<RefCell<Option<JsValue>>>) {
    if document().visibility_state() != VisibilityState::Visible {
        return;
    }
    let Some(asked) = asked() else { return };
    let (is_wanted, kept) = (Rc::clone(is_wanted), Rc::clone(kept));
    spawn_local(async move {
        let Ok(lock) = JsFuture::from(asked).await else { return };
        // The meeting may have been left meanwhile, and an earlier lock may still be there.
        let spare = if is_wanted.get() { kept.replace(Some(lock)) } else { Some(lock) };
        if let Some(spare) = spare {
            release(&spare);
        }
    });
}

// The bindings of `web-sys` are behind a flag for the whole build, and take the interface for granted.
fn asked() -> Option<Promise> {
    let lock = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
    call(&lock, "request", &"screen".into())?.dyn_into().ok()
}

fn release(lock: &JsValue) {
    if let Some(released) = call(lock, "release", &JsValue::UNDEFINED)
        && let Ok(released) = released.dyn_into::<Promise>()
    {
        spawn_local(async move { drop(JsFuture::from(released).await) });
    }
}

fn call(on: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let function: Function = Reflect::get(on, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(on, argument).ok()
}
