//! Mounts the application; nothing else.

fn main() {
    quarterlight::ui::open();
}
