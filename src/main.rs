//! Mounts the application; nothing else.

fn main() {
    yew::Renderer::<App>::new().render();
}

#[yew::component]
fn App() -> yew::Html {
    yew::html! { <h1>{ "Quarterlight" }</h1> }
}
