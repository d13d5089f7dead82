//! Everything that speaks to the browser, and nothing else.

mod address;
mod awake;
mod clipboard;
mod dialog;
mod download;
mod dragging;
mod drawn;
mod files;
mod focus;
mod handover;
mod held;
mod host;
mod packing;
mod page;
mod picture;
mod plain;
mod room;
mod rows;
mod saving;
mod site;
mod sources;
mod steady;
mod storage;
mod timing;
mod turning;
mod work;

pub use address::{
    address_of, follows_link, is_astray, note_place, note_scroll, on_leaving, on_navigation, place,
    scroll_back, scroll_back_after_loading, show_place,
};
pub use awake::Awake;
pub use clipboard::copy;
pub use dialog::{
    ListKey, OpenDialog, bring_into_view, is_beside_dialog, is_escape, list_key, on_find_key,
};
pub use download::save_text;
pub use dragging::{Drag, nudge};
pub use files::{Picked, dropped, on_drop_and_paste, picked, read_all};
pub use focus::FocusKeeper;
pub use handover::on_launch;
pub use held::{open_first, shell, to_be_held};
pub use host::{Host, ask_for_whole};
pub use page::{
    choice_of, choose, focus, focus_on, focus_what_was_asked_for, has_focus, is_boxed, is_ticked,
    may_save, mount, print_page, reveal, scroll_to_messages, scroll_to_top, select_text, set_paper,
    set_theme, set_title, value_of,
};
pub use picture::{can_copy_pictures, copy_png, save_png};
pub use plain::{Drawn, still_markup};
pub use rows::Rows;
pub use saving::{Kind, save};
pub use site::{keep_up_to_date, use_new_version};
pub use sources::{bring, brings};
pub use steady::on_reshaping;
pub use storage::{
    choose as choose_keeping, export, home, keep, look, look_first, on_other_tabs, remember,
    remove, reopen,
};
pub use turning::{Turn, on_enlarging, on_swiping, on_turning};
pub use work::{import, in_tasks};

/// What the browser did, or its reason why not.
pub type Result<T> = std::result::Result<T, wasm_bindgen::JsValue>;
