//! Everything that speaks to the browser, and nothing else.

mod download;
mod files;
mod page;
mod rows;
mod timing;
mod work;

pub use download::save_text;
pub use files::{Picked, dropped, on_drop_and_paste, picked, read_all};
pub use page::{
    address_ends_with, choice_of, choose, focus, mount, print_page, scroll_to_messages, set_title,
    value_of,
};
pub use rows::Rows;
pub use work::import;
