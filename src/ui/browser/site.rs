//! The site: the same page on a web server, with a worker that keeps it on the device.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Cache, RegistrationOptions, Response, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerUpdateViaCache, Url, VisibilityState,
};
use yew::Callback;

use super::handover;
use crate::app::{Action, NewVersion, OpenFile};

/// The worker's file, and what makes a newer one serve its version; both are known to `assets/site/sw.js`.
const WORKER: &str = "sw.js";
const USE_IT: &str = "use this version";

/// Where the worker notes which version the reader agreed to, and which is the newest.
const CHOICE: &str = "choice";

/// The address of the site's folder; none where the page is the single file.
pub(super) fn folder() -> Option<String> {
    document().query_selector("link[rel=manifest]").ok().flatten()?;
    let address = window().location().href().ok()?;
    Url::new_with_base("./", &address).ok().map(|folder| folder.href())
}

/// What the site keeps on the device under a name; none where pages may keep nothing.
pub(super) async fn kept(name: &str) -> Option<Cache> {
    let folder = folder()?;
    // Where the connection is not a secure one, there is nothing to open.
    if !window().is_secure_context() {
        return None;
    }
    let caches = window().caches().ok()?;
    let cache = JsFuture::from(caches.open(&format!("quarterlight {folder} {name}"))).await;
    cache.ok().map(JsCast::unchecked_into)
}

/// Keeps the site on the device, and tells when a newer version of it is ready. Where that is not possible, the page
/// works without.
pub fn keep_up_to_date(dispatch: &Callback<Action>) {
    if folder().is_none() {
        return;
    }
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let _ = register(dispatch).await;
    });
}

async fn register(dispatch: Callback<Action>) -> Result<(), JsValue> {
    let Some(container) = container() else { return Ok(()) };
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registered = JsFuture::from(container.register_with_options(WORKER, &options)).await?;
    let registration: ServiceWorkerRegistration = registered.unchecked_into();
    tell(&registration, &dispatch);
    if is_newer_kept().await {
        dispatch.emit(Action::NewVersion(NewVersion::Ready));
    }
    let found = registration.clone();
    EventListener::new(&registration, "updatefound", move |_| {
        let Some(worker) = found.installing() else { return };
        let (registration, dispatch) = (found.clone(), dispatch.clone());
        EventListener::new(&worker, "statechange", move |_| tell(&registration, &dispatch))
            .forget();
    })
    .forget();
    EventListener::new(&document(), "visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            let registration = registration.clone();
            spawn_local(async move {
                if let Ok(update) = registration.update() {
                    // Without a network there is nothing new.
                    let _ = JsFuture::from(update).await;
                }
            });
        }
    })
    .forget();
    Ok(())
}

/// The first version of all waits for nobody.
fn tell(registration: &ServiceWorkerRegistration, dispatch: &Callback<Action>) {
    if registration.waiting().is_some() && registration.active().is_some() {
        dispatch.emit(Action::NewVersion(NewVersion::Ready));
    }
}

/// Whether the worker keeps a newer version than the one that it serves: browsers start one that waits once all pages
/// are closed, and the reader has yet to agree.
async fn is_newer_kept() -> bool {
    match (version_in_use().await, noted("newest").await) {
        (Some(agreed), Some(newest)) => agreed != newest,
        _ => false,
    }
}

/// Which version the worker serves; none before there is one.
pub(super) async fn version_in_use() -> Option<String> {
    noted("agreed").await
}

async fn noted(what: &str) -> Option<String> {
    let found = JsFuture::from(kept(CHOICE).await?.match_with_str(what)).await.ok()?;
    let text = found.dyn_into::<Response>().ok()?.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// Has the newer version served, and loads this page again when it is. The files that are open are handed to the page
/// that comes.
pub fn use_new_version(open: Vec<OpenFile>) {
    spawn_local(async move {
        handover::put(&open).await;
        let newer = match container() {
            Some(container) => {
                let found = JsFuture::from(container.get_registration()).await.ok();
                let found = found.and_then(|one| one.dyn_into::<ServiceWorkerRegistration>().ok());
                let newer = found.and_then(|one| one.waiting().or_else(|| one.active()));
                newer.map(|worker| (container, worker))
            }
            None => None,
        };
        let Some((container, worker)) = newer else { return reload() };
        // It answers once its version is the one that is served.
        EventListener::once(&container, "message", |_| reload()).forget();
        let _ = worker.post_message(&USE_IT.into());
    });
}

fn reload() {
    let _ = window().location().reload();
}

/// What speaks to workers. A connection that is not secure has none, and a sandbox refuses even to be asked.
fn container() -> Option<ServiceWorkerContainer> {
    let found = Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
    found.dyn_into().ok()
}
