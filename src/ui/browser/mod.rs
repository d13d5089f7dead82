//! Everything that speaks to the browser, and nothing else.

mod download;
mod files;
mod page;
mod timing;

pub use download::save_text;
pub use files::{Picked, dropped, on_drop_and_paste, picked, read_all};
pub use page::{
    address_ends_with, choice_of, choose, focus, mount, print_page, scroll_to_messages, set_title,
    value_of,
};
