//! What components draw as markup, out of sight: without what only a program answers, or as it is until that runs.

use std::collections::{HashMap, HashSet};

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::{Callback, Html, Properties, component};

use super::rows::render_now;

/// What nobody can use where no program runs.
const DEAD: &str = "button, input, select, textarea, label, dialog, [role=status], .ql-live-only";

/// What a program or a style needs to know and a reader does not.
const SPENT: [&str; 4] = ["tabindex", "aria-sort", "aria-controls", "data-at"];

/// Attributes that name other elements by their ids.
const NAMING: [&str; 2] = ["aria-labelledby", "aria-describedby"];

/// Markup that reads without a program.
pub struct Drawn(Element);

impl Drawn {
    /// Draws it and takes out what would be dead. Links that lead to nothing within it become text.
    ///
    /// # Errors
    ///
    /// The browser's reason.
    pub fn new(draw: Callback<(), Html>) -> Result<Self, JsValue> {
        let copy = drawn(draw, |element| element.clone_node_with_deep(true))?;
        let drawn = Self(copy.unchecked_into());
        drawn.quieten()?;
        drawn.tell_apart()?;
        Ok(drawn)
    }

    /// The markup.
    #[must_use]
    pub fn markup(&self) -> String {
        self.0.inner_html()
    }

    /// Whether a selector finds anything in it. One that the browser does not know finds nothing.
    #[must_use]
    pub fn has(&self, selector: &str) -> bool {
        self.0.query_selector(selector).is_ok_and(|found| found.is_some())
    }

    fn all(&self, selector: &str) -> Result<Vec<Element>, JsValue> {
        all(&self.0, selector)
    }

    fn quieten(&self) -> Result<(), JsValue> {
        for sort in self.all("button.ql-sort")? {
            // On paper the heading stands in for the button, which is no more.
            if let Some(heading) = sort.parent_element() {
                heading.remove_attribute("data-heading")?;
            }
            unwrap(&sort)?;
        }
        for dead in self.all(DEAD)? {
            dead.remove();
        }
        for name in SPENT {
            for element in self.all(&format!("[{name}]"))? {
                element.remove_attribute(name)?;
            }
        }
        let places: HashMap<String, Element> =
            self.all("[id]")?.into_iter().map(|element| (element.id(), element)).collect();
        for link in self.all("a[href^='#']")? {
            let place = link.get_attribute("href").and_then(|href| places.get(&href[1..]));
            // Nor does one lead anywhere that stands in the place that it leads to.
            if place.is_none_or(|place| place.contains(Some(&link))) {
                unwrap(&link)?;
            }
        }
        Ok(())
    }

    /// The same picture or table in several parts brings the same ids: each but those that links lead to is given
    /// its part's number.
    fn tell_apart(&self) -> Result<(), JsValue> {
        let links = self.all("a[href^='#']")?;
        let linked: HashSet<String> = links
            .iter()
            .filter_map(|link| Some(link.get_attribute("href")?[1..].to_owned()))
            .collect();
        for (number, part) in self.all(".ql-whole")?.iter().enumerate() {
            let named = |id: &str| format!("{id}-part-{number}");
            for element in all(part, "[id]")? {
                if !linked.contains(&element.id()) {
                    element.set_id(&named(&element.id()));
                }
            }
            for name in NAMING {
                for element in all(part, &format!("[{name}]"))? {
                    let ids = element.get_attribute(name).unwrap_or_default();
                    let ids: Vec<String> = ids.split_whitespace().map(named).collect();
                    element.set_attribute(name, &ids.join(" "))?;
                }
            }
        }
        Ok(())
    }
}

/// The markup, all of it: what stands in a page until its program runs.
///
/// # Errors
///
/// The browser's reason.
pub fn still_markup(draw: Callback<(), Html>) -> Result<String, JsValue> {
    drawn(draw, |element| Ok(element.inner_html()))
}

/// What is drawn out of sight. One component for all of it: each more would be some kilobytes of program.
#[derive(Properties, PartialEq)]
struct Props {
    draw: Callback<(), Html>,
}

#[component]
fn Still(props: &Props) -> Html {
    props.draw.emit(())
}

/// What is taken of the markup while it is there.
fn drawn<T>(
    draw: Callback<(), Html>,
    take: impl FnOnce(&Element) -> Result<T, JsValue>,
) -> Result<T, JsValue> {
    let element = document().create_element("div")?;
    let drawn =
        yew::Renderer::<Still>::with_root_and_props(element.clone(), Props { draw }).render();
    render_now();
    let taken = take(&element);
    drawn.destroy();
    taken
}

fn all(element: &Element, selector: &str) -> Result<Vec<Element>, JsValue> {
    let found = element.query_selector_all(selector)?;
    let found = (0..found.length()).filter_map(|index| found.get(index));
    Ok(found.map(JsCast::unchecked_into).collect())
}

/// Leaves of an element what is in it.
fn unwrap(element: &Element) -> Result<(), JsValue> {
    while let Some(child) = element.first_child() {
        element.before_with_node_1(&child)?;
    }
    element.remove();
    Ok(())
}
