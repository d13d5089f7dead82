//! Everything that speaks to the browser, and nothing else.

mod address;
mod clipboard;
mod dialog;
mod download;
mod files;
mod page;
mod picture;
mod rows;
mod storage;
mod timing;
mod turning;
mod work;

pub use address::{
    address_of, follows_link, note_scroll, on_navigation, place, scroll_back, show_place,
};
pub use clipboard::copy;
pub use dialog::{ListKey, OpenDialog, bring_into_view, is_beside_dialog, list_key, on_find_key};
pub use download::save_text;
pub use files::{Picked, dropped, on_drop_and_paste, picked, read_all};
pub use page::{
    choice_of, choose, focus, focus_heading, is_ticked, mount, print_page, reveal,
    scroll_to_messages, scroll_to_top, select_text, set_paper, set_title, value_of,
};
pub use picture::{can_copy_pictures, copy_png, save_png};
pub use rows::Rows;
pub use storage::{
    choose as choose_keeping, export, home, keep, look, look_first, on_other_tabs, remember,
    remove, reopen,
};
pub use turning::{Turn, on_turning};
pub use work::import;
