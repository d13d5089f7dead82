//! A list to choose from, with its label.

use yew::{Callback, Event, Html, Properties, component, html, use_effect_with, use_node_ref};

use super::browser;

/// What a list is given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What is chosen.
    pub label: &'static str,
    /// What there is to choose from.
    pub options: Vec<String>,
    /// Which one is chosen.
    pub chosen: usize,
    /// Told which one a reader chooses.
    pub on_choose: Callback<usize>,
}

/// A list to choose from. What is chosen can also change elsewhere, so the list is told after each change: once
/// a reader has chosen, a browser no longer takes the `selected` of its options to heart.
#[component]
pub(super) fn Select(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.chosen, props.options.clone()), move |(chosen, _)| {
            browser::choose(&node, *chosen);
        });
    }
    let onchange = props.on_choose.reform(|event: Event| browser::choice_of(&event));
    html! {
        <label class="ql-field">
            <span class="ql-field__label">{ props.label }</span>
            <select class="ql-field__control" ref={node} {onchange}>
                { for props.options.iter().enumerate().map(|(index, option)| html! {
                    <option key={index} selected={index == props.chosen}>{ option }</option>
                }) }
            </select>
        </label>
    }
}
