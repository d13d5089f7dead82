//! Verdicts and state → pages on which every word, number and order is decided.
//!
//! A component only places what it finds here, so screen, print, saved file and test all say the same.

mod backtest;
mod brief;
mod calculator;
mod cell;
mod changes;
pub mod chart;
mod compare;
mod compared_rows;
mod counts;
mod data_page;
mod embed;
mod entry;
mod facts;
mod finance;
mod findable;
mod finder;
mod frame;
mod guide;
mod heading;
mod issues;
mod joins;
mod library;
mod listed;
mod measure_page;
mod meeting;
mod messages;
mod milestones;
mod narrative;
mod navigation;
mod objective_link;
mod objective_page;
mod overview;
mod page;
mod paper;
mod places;
mod plain;
mod plan_page;
mod prose;
mod quality;
mod report;
mod risks;
mod rollup;
mod row;
mod sheet;
mod summary;
mod symbols;
mod targets;
mod text;
mod under;
mod what_if;
mod words;

pub use crate::terms::counted;
pub use backtest::{BacktestPage, CaseRow, Found, MeasureScore, Part, ScoreRow};
pub use calculator::{CalculatorPage, Results, RuleView, Tag};
pub use cell::{Cell, Line};
pub use changes::{ChangeGroup, Changes, StatusChange};
pub use compare::{
    ComparePage, ComparedGroup, ComparedMeasure, ComparedMilestone, Comparison, MeasureSide,
};
pub use counts::{Count, Meant};
pub use data_page::DataPage;
pub use embed::{EmbedPage, Told, told};
pub use entry::{Control, EarlierYear, Entry, Section};
pub use facts::fact_comparison;
pub use finance::{
    DepartmentRow, Departments, FinanceCell, FinanceColumn, FinancePage, LineRow, LineWhy, Meaning,
    StatementBlock, StatementRow, StatementView, StatementsOverview, VarianceBar, Weight,
    WrongLine, finance_page,
};
pub use finder::{FinderView, FoundRow, Piece, Snippet};
pub use frame::{Frame, Neighbour};
pub use guide::GuidePage;
pub use heading::{Choice, Columns, Heading};
pub use issues::{IssueRow, IssuesPage};
pub use joins::{JoinPoint, JoinsView};
pub use library::{AllView, FORGOTTEN, KeepingView, KeptRow, LibraryView, QuestionView, RowState};
pub use listed::ListedPlace;
pub use measure_page::{Answer, MeasurePage, QuarterRow, QuarterTable};
pub use meeting::{MeetingItem, MeetingPage};
pub use messages::{Bar, FindingView, Messages, NewVersionView};
pub use milestones::{MilestoneGroup, MilestonesPage};
pub use narrative::{FactColumns, FactRow, NarrativePage, SectionView};
pub use navigation::NavLink;
pub use objective_link::ObjectiveLink;
pub use objective_page::ObjectivePage;
pub use overview::{Exception, Exceptions, Missing, MissingRow, ObjectiveLine, OverviewPage};
pub use page::{Content, Page, PartView, ReportView, page, places};
pub use paper::{WholePage, WholePart};
pub use places::{Place, Places};
pub use plain::{PlainPart, PlainReport, plain_part, plain_report};
pub use plan_page::{PlanPage, PlannedMeasure, PlannedObjective, PlannedYear};
pub use prose::{Block, Inline, Prose, Quoted, QuotedAs, leads_to};
pub use quality::{DoubtGroup, DoubtView, QualityView};
pub use report::{GroupView, ReportPage};
pub use risks::{ActionRow, ObjectiveRisk, RatingView, RiskRow, RisksPage};
pub use rollup::{ObjectiveStatus, RollupView};
pub use row::{Below, Headed, MeasureRow, MilestoneRow, Remark, Status, Why};
pub use sheet::{ExceptionsPage, SheetRow, Stands};
pub use symbols::Symbols;
pub use targets::{ReviewView, ReviewYear, TargetsPage};
pub use text::{page_text, plain_text};
pub use under::{Change, Reading, Under, rule_choice};
pub use what_if::{NeededRow, OnCourse, Outcome, SupposedQuarter, Supposition, WhatIfView};
pub use words::{direction_meaning, direction_word, progress_meaning, progress_word};
