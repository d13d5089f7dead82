//! Mounts the application; nothing else.

use quarterlight::ui::App;

fn main() {
    quarterlight::ui::browser::mount::<App>();
}
