//! What a reader's device has, as Chromium can pretend: other drivers have no command for it.

use anyhow::{Context, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use super::Page;

/// What a reader has told the device about colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Nothing.
    Light,
    /// Dark ones.
    Dark,
    /// A few of the reader's own, whatever pages say.
    Forced,
}

impl Look {
    /// Every look there is.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Forced];
}

impl Page {
    /// Has the page look as on a device with these colours. Chromium only.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn emulate_look(&self, look: Look) -> Result<()> {
        let scheme = if look == Look::Dark { "dark" } else { "light" };
        let forced = if look == Look::Forced { "active" } else { "none" };
        self.emulate_media(&[("prefers-color-scheme", scheme), ("forced-colors", forced)]).await
    }

    /// Has media queries answer so. Chromium only.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<Value> = features.iter().map(feature).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await
    }

    /// Makes the page this many CSS pixels wide and high, also narrower than a window can be. Chromium only.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn emulate_size(&self, width: u32, height: u32) -> Result<()> {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await
    }

    /// Makes the page as on a phone or tablet this many CSS pixels wide and high. Chromium only.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn emulate_phone(&self, width: u32, height: u32) -> Result<()> {
        let (kind, angle) =
            if width > height { ("landscapePrimary", 90) } else { ("portraitPrimary", 0) };
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true,
            "screenOrientation": { "type": kind, "angle": angle },
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await
    }

    /// Has the page be pointed at with a finger. Chromium only.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn emulate_touch(&self) -> Result<()> {
        let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
        self.devtools("Emulation.setTouchEmulationEnabled", touch).await
    }

    /// Gives Chromium a command of its developers' tools.
    pub(super) async fn devtools(&self, command: &'static str, parameters: Value) -> Result<()> {
        let command = DevTools { command, parameters };
        self.client.issue_cmd(command).await.context("Chromium refuses").map(drop)
    }
}

/// Chromium's own command for everything that its developers' tools can do.
#[derive(Debug)]
struct DevTools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
