//! Acting as a person does: by the names things have, and by keys.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    TouchActions,
};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use fantoccini::wd::Locator;
use serde_json::{Value, json};

use super::Page;

/// What the standard calls a reference to an element.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What moves about on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse with its button held down.
    Mouse,
    /// A finger.
    Finger,
}

const NAMED: &str = include_str!("named.js");

impl Page {
    /// Waits for a button, link or field whose accessible name is exactly this, and gives the first.
    ///
    /// # Errors
    ///
    /// There is none; the error has the names there are.
    pub async fn named(&self, name: &str) -> Result<Element> {
        self.named_among("*", name).await
    }

    /// Waits for the element with this accessible name among those that a CSS selector finds.
    async fn named_among(&self, selector: &str, name: &str) -> Result<Element> {
        let ask = async || {
            let script = format!("{NAMED}\nreturn named(arguments[0], arguments[1]);");
            self.script(&script, vec![json!(name), json!(selector)]).await
        };
        self.until(
            async || {
                let names = ask().await.map(|found| found["names"].to_string());
                format!("nothing is named “{name}”: there is {}", names.unwrap_or_default())
            },
            async || self.element(&ask().await?["element"]),
        )
        .await
    }

    /// Waits for the first element a CSS selector finds.
    ///
    /// # Errors
    ///
    /// There is none.
    pub async fn find(&self, selector: &str) -> Result<Element> {
        self.until(
            async || format!("nothing fits `{selector}`"),
            async || Ok(self.client.find_all(Locator::Css(selector)).await?.into_iter().next()),
        )
        .await
    }

    /// Clicks what has this accessible name.
    ///
    /// # Errors
    ///
    /// Nothing has, or it cannot be clicked.
    pub async fn click(&self, name: &str) -> Result<()> {
        let element = self.named(name).await?;
        element.click().await.with_context(|| format!("cannot click “{name}”"))
    }

    /// Replaces what a field holds by typing.
    ///
    /// # Errors
    ///
    /// There is no such field, or one cannot type in it.
    pub async fn type_into(&self, name: &str, text: &str) -> Result<()> {
        let field = self.named(name).await?;
        field.clear().await.with_context(|| format!("cannot empty “{name}”"))?;
        field.send_keys(text).await.with_context(|| format!("cannot type into “{name}”"))
    }

    /// Chooses what a list offers under this label.
    ///
    /// # Errors
    ///
    /// There is no such list, or it does not offer that.
    pub async fn choose(&self, name: &str, label: &str) -> Result<()> {
        let list = self.named_among("select", name).await?;
        for option in list.find_all(Locator::Css("option")).await? {
            if option.text().await?.trim() == label {
                return option.click().await.with_context(|| format!("cannot choose “{label}”"));
            }
        }
        bail!("“{name}” does not offer “{label}”")
    }

    /// Presses and releases a key wherever the focus is.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.keys(&[key.into()]).await
    }

    /// Presses keys together, such as `['\u{e009}', 'p']` for Ctrl+P, and releases them again.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn keys(&self, keys: &[char]) -> Result<()> {
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let actions =
            down.chain(up).fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        self.client.perform_actions(actions).await.context("cannot press keys")
    }

    /// Goes down with a mouse or a finger at a place of the window, moves across and down in steps, and lifts it.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn drag(
        &self,
        pointer: Pointer,
        from: (f64, f64),
        (across, down): (f64, f64),
    ) -> Result<()> {
        const STEPS: u32 = 8;

        let step = |at: u32| {
            let part = f64::from(at) / f64::from(STEPS);
            let duration = Some(Duration::from_millis(if at == 0 { 0 } else { 20 }));
            PointerAction::MoveTo { duration, x: from.0 + across * part, y: from.1 + down * part }
        };
        let moves = (1..=STEPS).map(step);
        let press = [step(0), PointerAction::Down { button: MOUSE_BUTTON_LEFT }];
        let lift = [PointerAction::Up { button: MOUSE_BUTTON_LEFT }];
        let all = press.into_iter().chain(moves).chain(lift);
        let done = match pointer {
            Pointer::Mouse => {
                let actions = all.fold(MouseActions::new("mouse".to_owned()), InputSource::then);
                self.client.perform_actions(actions).await
            }
            Pointer::Finger => {
                let actions = all.fold(TouchActions::new("finger".to_owned()), InputSource::then);
                self.client.perform_actions(actions).await
            }
        };
        done.context("cannot move a pointer")
    }

    /// The middle of the first element a CSS selector finds, in the window.
    ///
    /// # Errors
    ///
    /// There is none.
    pub async fn middle(&self, selector: &str) -> Result<(f64, f64)> {
        let script = "const at = document.querySelector(arguments[0]).getBoundingClientRect();
            return [at.x + at.width / 2, at.y + at.height / 2];";
        let middle = self.script(script, vec![json!(selector)]).await?;
        Ok((middle[0].as_f64().context("a place")?, middle[1].as_f64().context("a place")?))
    }

    /// The accessible name or text of what has the focus.
    ///
    /// # Errors
    ///
    /// The page cannot be read.
    pub async fn focused(&self) -> Result<String> {
        let script = "const at = document.activeElement; \
                      return (at.getAttribute('aria-label') || at.innerText || at.labels?.[0]?.innerText || at.tagName).trim();";
        let name = self.script(script, Vec::new()).await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    fn element(&self, value: &Value) -> Result<Option<Element>> {
        if value.is_null() {
            return Ok(None);
        }
        let reference = value[ELEMENT_KEY].as_str().context("expected an element")?;
        let reference = ElementRef::from(reference.to_owned());
        Ok(Some(Element::from_element_id(self.client.clone(), reference)))
    }
}
