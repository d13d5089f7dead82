//! The browser's database, whose answers are events, as values to wait for.

use gloo::utils::window;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::app::Refusal;

/// What is known of each report, by its key.
pub(super) const REPORTS: &str = "reports";

/// The bytes of each report, by its key.
pub(super) const CONTENTS: &str = "contents";

/// What was open in each tab. The name is that under which devices have it.
pub(super) const LAST_OPEN: &str = "sessions";

/// What the reader chose.
pub(super) const SETTINGS: &str = "settings";

const NAME: &str = "quarterlight";

/// The database, open for as long as this is kept: one that stays open would keep a later version out.
pub(super) struct Database(IdbDatabase);

impl Database {
    /// Opens it, whatever its version, or makes it.
    pub(super) async fn open() -> Result<Self, Refusal> {
        let factory = window().indexed_db().map_err(|error| refusal(&error))?;
        let factory = factory.ok_or(Refusal::Forbidden)?;
        let request = factory.open(NAME).map_err(|error| refusal(&error))?;
        let made = {
            let request = request.clone();
            Closure::once(move |_: JsValue| make_stores(&request))
        };
        request.set_onupgradeneeded(Some(made.as_ref().unchecked_ref()));
        let blocked = Promise::new(&mut |_, reject| request.set_onblocked(Some(&reject)));
        let opened =
            Promise::new(&mut |resolve, reject| await_request(&request, &resolve, &reject));
        let answer = JsFuture::from(Promise::race(&Array::of2(&opened, &blocked))).await;
        drop(made);
        match answer {
            Ok(_) => {
                let database = request.result().map_err(|error| refusal(&error))?;
                Ok(Self(database.unchecked_into()))
            }
            Err(event) if is_blocked(&event) => Err(Refusal::Blocked),
            Err(_) => Err(refusal_of(&request)),
        }
    }

    /// Reads from some stores.
    pub(super) fn reading(&self, stores: &[&str]) -> Result<Transaction, Refusal> {
        self.transaction(stores, IdbTransactionMode::Readonly)
    }

    /// Writes to some stores, all or nothing.
    pub(super) fn writing(&self, stores: &[&str]) -> Result<Transaction, Refusal> {
        self.transaction(stores, IdbTransactionMode::Readwrite)
    }

    fn transaction(
        &self,
        stores: &[&str],
        mode: IdbTransactionMode,
    ) -> Result<Transaction, Refusal> {
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let transaction = self.0.transaction_with_str_sequence_and_mode(&names, mode);
        Ok(Transaction::of(transaction.map_err(|error| refusal(&error))?))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Requests that are carried out together.
pub(super) struct Transaction {
    transaction: IdbTransaction,
    finished: JsFuture,
}

impl Transaction {
    fn of(transaction: IdbTransaction) -> Self {
        let finished = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        Self { finished: JsFuture::from(finished), transaction }
    }

    /// Asks a store for something. All that is asked before the first answer is waited for is asked at once.
    pub(super) fn ask(
        &self,
        store: &str,
        what: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<Answer, Refusal> {
        let request = self.transaction.object_store(store).and_then(|store| what(&store));
        let request = request.map_err(|error| {
            // Half of what belongs together is not to stay.
            let _ = self.transaction.abort();
            refusal(&error)
        })?;
        let answered =
            Promise::new(&mut |resolve, reject| await_request(&request, &resolve, &reject));
        Ok(Answer { answered: JsFuture::from(answered), request })
    }

    /// Waits until what was written is on the device.
    pub(super) async fn finish(self) -> Result<(), Refusal> {
        let Self { transaction, finished } = self;
        let failed = |_| transaction.error().map_or(Refusal::Full, |error| named(&error));
        finished.await.map(drop).map_err(failed)
    }
}

/// An answer that is on its way.
pub(super) struct Answer {
    answered: JsFuture,
    request: IdbRequest,
}

impl Answer {
    /// Waits for it.
    pub(super) async fn value(self) -> Result<JsValue, Refusal> {
        let Self { answered, request } = self;
        answered.await.map_err(|_| refusal_of(&request))?;
        request.result().map_err(|error| refusal(&error))
    }

    /// Waits for a list.
    pub(super) async fn list(self) -> Result<Vec<JsValue>, Refusal> {
        self.value().await.map(|list| list.unchecked_into::<Array>().to_vec())
    }
}

fn await_request(request: &IdbRequest, resolve: &Function, reject: &Function) {
    request.set_onsuccess(Some(resolve));
    request.set_onerror(Some(reject));
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result() else { return };
    let database: IdbDatabase = database.unchecked_into();
    for name in [REPORTS, CONTENTS, LAST_OPEN, SETTINGS] {
        // Without one of them nothing can be read or written, which is said then.
        let _ = database.create_object_store(name);
    }
}

fn is_blocked(event: &JsValue) -> bool {
    event.dyn_ref::<web_sys::Event>().is_some_and(|event| event.type_() == "blocked")
}

fn refusal_of(request: &IdbRequest) -> Refusal {
    match request.error() {
        Ok(Some(error)) => named(&error),
        _ => Refusal::Failed(String::new()),
    }
}

/// Why the browser refused, from what it threw.
pub(super) fn refusal(error: &JsValue) -> Refusal {
    match (error.dyn_ref::<DomException>(), error.dyn_ref::<js_sys::Error>()) {
        (Some(exception), _) => named(exception),
        (None, Some(error)) => Refusal::Failed(error.message().into()),
        (None, None) => Refusal::Failed(String::new()),
    }
}

fn named(exception: &DomException) -> Refusal {
    match exception.name().as_str() {
        // Firefox calls it an invalid state where it keeps no history.
        "SecurityError" | "NotAllowedError" | "InvalidStateError" => Refusal::Forbidden,
        "QuotaExceededError" => Refusal::Full,
        "VersionError" => Refusal::Blocked,
        _ => Refusal::Failed(exception.message()),
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTENTS, LAST_OPEN, REPORTS, SETTINGS};

    #[test]
    fn stores_are_called_as_on_devices_that_have_them() {
        // A browser makes stores once: under another name, nothing that is kept there would be found again.
        let names = [REPORTS, CONTENTS, LAST_OPEN, SETTINGS];
        assert_eq!(names, ["reports", "contents", "sessions", "settings"]);
    }
}
