//! Milestones.

use super::leaf::Text;
use super::record::record;
use super::{Commentary, Published, Related};
use crate::terms::{Date, Due, FinancialYear, MilestoneStatus};

record! {
    /// Something to be done by a date.
    Milestone: "a milestone" {
        /// What stays the same from file to file. Left out, it is known by its reference and title.
        "id" may id: Text,
        /// The printed reference, often the objective's own and so shared by several.
        "ref" may reference: Text,
        /// The title as printed.
        "title" need title: Text,
        /// The id of the objective, priority or theme it stands under.
        "objective" may objective: Text,
        /// When it is due.
        "due" may due: Due,
        /// The plan year that it is listed under.
        "year" may year: FinancialYear,
        /// How often it comes back: "termly".
        "recurring" may recurring: Text,
        /// What the officer says of it.
        "status" may status: MilestoneStatus,
        /// Why the officer says so.
        "reason" may reason: Text,
        /// When it is now expected to be achieved.
        "forecast" may forecast: Due,
        /// When it was achieved.
        "completed" may completed: Date,
        /// The title of the officer who answers for it.
        "owner" many owner: Text,
        /// Figures that say more about it: how many were trained, how far it has come.
        "related" many related: Related,
        /// What the source printed of its status.
        "published" may published: Published,
        /// Commentary; a text on its own will do.
        "commentary" many commentary: Commentary,
        /// A note on the milestone.
        "note" may note: Text,
    }
}
