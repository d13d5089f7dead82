//! Pages → Yew components. A component places what the view has decided and passes events up through one
//! callback; it neither formats nor compares.

pub mod browser;

mod app;
mod backtest;
mod below;
mod calculator;
mod cell;
mod chart;
mod compare;
mod copy;
mod data_page;
mod entry;
mod files;
mod filters;
mod finance;
mod finder;
mod frame;
mod issues;
mod key;
mod measure_page;
mod measures;
mod meeting;
mod messages;
mod milestones;
mod narrative;
mod navigation;
mod new_version;
mod objective_page;
mod open;
mod overview;
mod paper;
mod plan_page;
mod prose;
mod quality;
mod register;
mod report;
mod risks;
mod rollup;
mod select;
mod start;
mod status;
mod symbol;
mod table;
mod targets;
mod under;
mod what_if;

pub use app::App;
pub use backtest::BacktestView;
pub use calculator::CalculatorView;
pub use chart::ChartView;
pub use finder::FinderDialog;
pub use meeting::MeetingView;
pub use navigation::NavigationView;
pub use report::ReportView;
pub use start::{NothingOpenView, StartView};
