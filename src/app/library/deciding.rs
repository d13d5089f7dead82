//! How what happens changes the library, and what is to be kept.

use std::sync::LazyLock;

use super::{
    Attention, Choice, Done, Found, Gaps, Home, Kept, Key, LastOpen, Library, LibraryAction, Note,
    Opening, Question, Shelf,
};
use crate::app::{OpenFile, Part, Place, State, example_files};

/// As the choice is stored.
const KEEP: &str = "keep";

static EXAMPLE: LazyLock<Vec<Key>> = LazyLock::new(|| {
    example_files().iter().filter_map(|file| file.bytes.as_deref().ok().map(Key::of)).collect()
});

impl Choice {
    /// As it is stored.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Keep => KEEP,
            Self::DoNotKeep => "do not keep",
        }
    }

    fn read(text: &str) -> Self {
        if text == KEEP { Self::Keep } else { Self::DoNotKeep }
    }
}

impl State {
    /// Open files that are to be kept and have not been dealt with yet.
    #[must_use]
    pub fn to_keep(&self) -> Vec<Key> {
        if !self.library.keeps() {
            return Vec::new();
        }
        let (settled, example) = (&self.library.settled, &self.library.example);
        let keys = self.files.iter().map(Key::of_open);
        keys.filter(|key| !settled.contains(key) && !example.contains(key)).collect()
    }

    /// What is open and kept, to go on with another time; none where nothing is.
    #[must_use]
    pub fn to_remember(&self) -> Option<LastOpen> {
        let library = &self.library;
        if !library.keeps() {
            return None;
        }
        let files = self.files.iter().map(|file| (Key::of_open(file), file.name.clone()));
        let files: Vec<_> = files.filter(|(key, _)| library.get(key).is_some()).collect();
        let here = matches!(self.place, Place::Report(_)).then_some(&self.place);
        let place = here.or(library.place.as_ref()).cloned();
        let place = place.unwrap_or(Place::Report(Part::Overview));
        let shown = self.report().map(|report| report.file.clone());
        (!files.is_empty()).then_some(LastOpen { files, shown, place })
    }

    /// The state with a library that is still to be looked for; a frame has none. `brings` says that what is to be
    /// shown comes with the page's address.
    #[must_use]
    pub fn with_library(mut self, home: Home, brings: bool) -> Self {
        if self.place.embed().is_none() {
            let Library { shelf, home, .. } = Library::looking(home);
            self.library = Library { shelf, home, leaves_last: brings, ..self.library };
        }
        self
    }

    /// Whether the page that is asked for may still come from the device.
    #[must_use]
    pub fn awaits_library(&self) -> bool {
        let looks = self.library.shelf == Shelf::Looking && !self.library.leaves_last;
        self.files.is_empty() && (looks || self.library.opening.is_some())
    }

    pub(in crate::app) fn tend(&mut self, action: LibraryAction) {
        let library = &mut self.library;
        match action {
            LibraryAction::Found(found) => self.find_on_device(*found),
            LibraryAction::Refused(refusal) => {
                // What was found before a later look failed is still known.
                if library.shelf != Shelf::Ready {
                    library.shelf = Shelf::Closed(refusal);
                }
            }
            LibraryAction::Keep => {
                library.choice = Some(Choice::Keep);
                library.settled.clear();
                library.question = None;
            }
            LibraryAction::StopKeeping => {
                library.choice = Some(Choice::DoNotKeep);
                library.last = None;
                if !library.kept.is_empty() {
                    library.ask(Question::Stopped);
                }
            }
            LibraryAction::Keeping(keys) => library.settled.extend(keys),
            LibraryAction::Kept(kept) => library.put(*kept),
            LibraryAction::NotKept { name, key, refusal } => {
                library.failed.push(key);
                library.note(Note::NotKept { name, refusal });
            }
            LibraryAction::Continue => {
                if let Some(last_open) = library.last.clone().filter(|_| library.opening.is_none())
                {
                    let place = last_open.place.clone();
                    library.opening = Some(Opening::LastOpen(last_open));
                    self.go(place);
                }
            }
            LibraryAction::Open(keys) => {
                if library.opening.is_none() {
                    let mut files = library.sound();
                    files.retain(|(key, _)| keys.contains(key));
                    library.opening = Some(Opening::Chosen(files));
                }
            }
            LibraryAction::Read(gaps) => {
                let files = library.opening.as_ref().map_or(0, |opening| opening.files().len());
                // Otherwise the rest is being opened now.
                library.opening.take_if(|_| gaps.missing.len() + gaps.damaged.len() >= files);
                library.note_gaps(gaps);
            }
            LibraryAction::Exported(gaps) => {
                library.note_gaps(gaps);
                library.done = Some(Done::Exported(library.sound().len()));
            }
            LibraryAction::NotRead(refusal) => {
                library.opening = None;
                library.note(Note::NotRead(refusal));
            }
            LibraryAction::Ask(question) => library.ask(question),
            LibraryAction::Leave => library.leave(),
            LibraryAction::Remove(_) => library.question = None,
            LibraryAction::Removed(keys) => library.remove(&keys),
            LibraryAction::NotRemoved(refusal) => library.note(Note::NotRemoved(refusal)),
            LibraryAction::Export => library.done = None,
            LibraryAction::NotExported(refusal) => library.note(Note::NotExported(refusal)),
            LibraryAction::NotNoted(refusal) => library.note(Note::NotNoted(refusal)),
            LibraryAction::Dismiss => library.notes.clear(),
        }
    }

    fn find_on_device(&mut self, found: Found) {
        let Found { reports, keeping, own, others, room } = found;
        let is_first = self.library.shelf != Shelf::Ready;
        let library = &mut self.library;
        library.shelf = Shelf::Ready;
        library.choice = keeping.as_deref().map(Choice::read);
        library.room = room;
        let damaged: Vec<Key> =
            library.kept.iter().filter(|kept| kept.is_damaged).map(|one| one.key.clone()).collect();
        library.kept = reports.iter().map(|(key, text)| Kept::read(key, text)).collect();
        for kept in &mut library.kept {
            kept.is_damaged |= damaged.contains(&kept.key);
        }
        library.sort();
        let own = own.and_then(|text| LastOpen::read(&text));
        let others = others.iter().filter_map(|text| LastOpen::read(text));
        let latest = || others.max_by(|(a, _), (b, _)| a.cmp(b));
        library.last = own.or_else(latest).map(|(_, last_open)| last_open);
        library.prune_last();
        let asks_for_report = matches!(self.place, Place::Report(_) | Place::Backtest);
        let is_free = self.files.is_empty() && self.progressing.is_none();
        if is_first && is_free && asks_for_report && !library.leaves_last && library.keeps() {
            library.opening = library.last.clone().map(Opening::LastOpen);
        }
    }

    /// Notes the page of a report that is about to be left.
    pub(in crate::app) fn note_place(&mut self) {
        if matches!(self.place, Place::Report(_)) && !self.files.is_empty() {
            self.library.place = Some(self.place.clone());
        }
    }
}

impl Library {
    /// What the page itself holds is there anyway.
    pub(in crate::app) fn leave_held(&mut self, held: Vec<Key>) {
        self.leaves_last = true;
        self.example.extend(held);
    }

    /// The example has been opened: it is there anyway.
    pub(in crate::app) fn leave_example(&mut self) {
        self.example = EXAMPLE.iter().filter(|key| self.get(key).is_none()).cloned().collect();
    }

    /// Files have been closed: whoever opens them again has them kept again.
    pub(in crate::app) fn forget_closed(&mut self, open: &[OpenFile]) {
        let open: Vec<Key> = open.iter().map(Key::of_open).collect();
        for keys in [&mut self.settled, &mut self.failed, &mut self.example] {
            keys.retain(|key| open.contains(key));
        }
    }

    fn sort(&mut self) {
        self.kept.sort_by(|a, b| b.opened().cmp(a.opened()).then_with(|| a.key.cmp(&b.key)));
    }

    fn put(&mut self, kept: Kept) {
        self.kept.retain(|one| one.key != kept.key);
        self.kept.push(kept);
        self.sort();
    }

    fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn note_gaps(&mut self, gaps: Gaps) {
        if !gaps.missing.is_empty() {
            self.note(Note::Missing(gaps.missing));
        }
        for key in gaps.damaged {
            if let Some(kept) = self.kept.iter_mut().find(|kept| kept.key == key) {
                kept.is_damaged = true;
                let name = kept.label.as_ref().map(|label| label.name.clone()).unwrap_or_default();
                self.note(Note::Damaged(name));
            }
        }
        self.prune_last();
    }

    /// One can go on with what is still there.
    fn prune_last(&mut self) {
        let sound = self.sound();
        if let Some(last_open) = &mut self.last {
            last_open.files.retain(|(key, _)| sound.iter().any(|(one, _)| one == key));
        }
        self.last.take_if(|last_open| last_open.files.is_empty());
    }

    fn ask(&mut self, question: Question) {
        self.done = None;
        self.attention = Some(Attention::Question(question.clone()));
        self.question = Some(question);
    }

    fn leave(&mut self) {
        self.attention = self.question.take().map(|question| match question {
            Question::One(key) => Attention::Row(key),
            Question::All => Attention::All,
            Question::Stopped => Attention::Keeping,
        });
    }

    fn remove(&mut self, keys: &[Key]) {
        let first = self.kept.iter().position(|kept| keys.contains(&kept.key));
        let gone = self.kept.iter().filter(|kept| keys.contains(&kept.key));
        let names = gone.map(|kept| kept.label.as_ref().map_or("", |label| &label.name).to_owned());
        self.done = Some(Done::Removed(names.collect()));
        self.kept.retain(|kept| !keys.contains(&kept.key));
        // The row that has come into its place, or else the last.
        let next = first.and_then(|at| self.kept.get(at)).or(self.kept.last());
        self.attention =
            Some(next.map_or(Attention::Keeping, |kept| Attention::Row(kept.key.clone())));
        self.prune_last();
        // Now there may be room for what did not fit.
        let failed = std::mem::take(&mut self.failed);
        self.settled.retain(|key| !failed.contains(key));
        self.notes.retain(|note| !matches!(note, Note::NotKept { .. }));
    }
}

impl Home {
    /// Where a page with this scheme comes from.
    #[must_use]
    pub fn of(scheme: &str) -> Self {
        if scheme.starts_with("http") { Self::Server } else { Self::Disk }
    }
}
