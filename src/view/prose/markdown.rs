//! The part of Markdown that commentary may use. Whatever is no part of it stays as it is written, so that words
//! that were never meant as Markdown lose nothing.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Options, Parser, Tag};

use super::{Block, Inline, Prose};

/// Lists in lists, and emphasis in emphasis, are followed so far; what is deeper stays as it is written.
const DEEPEST: usize = 6;

/// In bytes: a longer text is no commentary, and its lines stay as they are written.
const LONGEST: usize = 20_000;

/// A line such as "[1]: see the appendix" would give links their addresses and be left out itself, so the colon is
/// read as one that means nothing.
const GIVEN: &str = "]:";
const READ: &str = "]\\:";

/// What becomes of words: they, and what the tokens in them stand for.
type Push<'p> = &'p dyn Fn(&str, &mut Vec<Inline>);

pub(super) fn prose(text: &str, push: Push<'_>) -> Prose {
    if is_plain(text) || text.len() > LONGEST {
        return Prose { blocks: lines(text, push).into_iter().collect() };
    }
    let source = text.replace(GIVEN, READ);
    let events = Parser::new_ext(&source, Options::empty()).into_offset_iter().peekable();
    Prose { blocks: Reading { source: &source, events, push }.blocks(0) }
}

/// Whether nothing in a text can be meant as Markdown. Most commentary is so.
fn is_plain(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && !text.contains(['*', '_', '[', '`', '<', '&', '\\', '\n', '\r'])
}

/// A paragraph of a text as it is written.
fn lines(text: &str, push: Push<'_>) -> Option<Block> {
    let mut words = Vec::new();
    for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        if !words.is_empty() {
            words.push(Inline::Break);
        }
        push(line, &mut words);
    }
    (!words.is_empty()).then_some(Block::Paragraph(words))
}

struct Reading<'s, 'p> {
    source: &'s str,
    events: Peekable<OffsetIter<'s>>,
    push: Push<'p>,
}

impl<'s> Reading<'s, '_> {
    /// What stands one below the other up to the end of what it stands in.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next_if(|(event, _)| !is_end(event)) {
            match event {
                Event::Start(Tag::Paragraph) => {
                    blocks.push(Block::Paragraph(self.inlines(depth, Vec::new())));
                    self.events.next();
                }
                Event::Start(Tag::Heading { .. }) => {
                    let words = self.inlines(depth, Vec::new());
                    self.events.next();
                    blocks.push(Block::Paragraph(vec![Inline::Strong(words)]));
                }
                Event::Start(Tag::List(first)) if depth < DEEPEST => {
                    blocks.extend(self.list(first.is_some(), depth));
                    self.events.next();
                }
                Event::Start(tag) if is_block(&tag) => {
                    self.skip();
                    blocks.extend(self.as_written(range));
                }
                Event::Rule => blocks.extend(self.as_written(range)),
                // The words of an item whose list has no blank lines.
                event => {
                    let mut words = Vec::new();
                    self.inline(event, range, depth, &mut words);
                    blocks.push(Block::Paragraph(self.inlines(depth, words)));
                }
            }
        }
        blocks
    }

    fn list(&mut self, is_numbered: bool, depth: usize) -> Vec<Block> {
        let mut items = Vec::new();
        while let Some((_, range)) = self.events.next_if(|(event, _)| !is_end(event)) {
            let mark = self.source[range].split_whitespace().next().unwrap_or_default();
            items.push((mark.to_owned(), self.blocks(depth + 1)));
            self.events.next();
        }
        if let [(mark, item)] = items.as_mut_slice() {
            // One item is no list: "* provisional" is a footnote, and "2019. It was" goes on.
            let mut blocks = std::mem::take(item);
            match blocks.first_mut() {
                Some(Block::Paragraph(words)) => words.insert(0, Inline::Text(format!("{mark} "))),
                _ => blocks.insert(0, Block::Paragraph(vec![Inline::Text(mark.clone())])),
            }
            return blocks;
        }
        vec![if is_numbered {
            Block::Numbered(items)
        } else {
            Block::Bullets(items.into_iter().map(|(_, item)| item).collect())
        }]
    }

    /// The words up to the end of what they stand in, or up to a block among them, behind those that are there.
    fn inlines(&mut self, depth: usize, mut words: Vec<Inline>) -> Vec<Inline> {
        let goes_on = |event: &Event<'_>| match event {
            Event::Start(tag) => !is_block(tag),
            Event::End(_) | Event::Rule => false,
            _ => true,
        };
        while let Some((event, range)) = self.events.next_if(|(event, _)| goes_on(event)) {
            self.inline(event, range, depth, &mut words);
        }
        self.resolved(words)
    }

    fn inline(
        &mut self,
        event: Event<'s>,
        range: Range<usize>,
        depth: usize,
        words: &mut Vec<Inline>,
    ) {
        let one = match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                return add(&text, words);
            }
            Event::SoftBreak | Event::HardBreak => Inline::Break,
            Event::Code(text) => Inline::Code(as_given(&text)),
            Event::Start(tag) if depth < DEEPEST => match tag {
                Tag::Emphasis => Inline::Emphasis(self.within(depth)),
                Tag::Strong => Inline::Strong(self.within(depth)),
                Tag::Link { dest_url, link_type: LinkType::Email, .. } => {
                    let to = format!("mailto:{dest_url}");
                    Inline::Link { to, words: self.within(depth), is_bare: true }
                }
                Tag::Link { dest_url, link_type, .. } if leads_elsewhere(&dest_url) => {
                    let is_bare = link_type == LinkType::Autolink;
                    Inline::Link { to: dest_url.into_string(), words: self.within(depth), is_bare }
                }
                Tag::Image { .. } => {
                    let mut alternative = String::new();
                    super::write_inlines(&self.within(depth), &mut alternative);
                    let shown =
                        if alternative.is_empty() { self.written(range) } else { alternative };
                    return add(&shown, words);
                }
                _ => {
                    self.skip();
                    return add(&self.written(range), words);
                }
            },
            Event::Start(_) => {
                self.skip();
                return add(&self.written(range), words);
            }
            _ => return add(&self.written(range), words),
        };
        words.push(one);
    }

    fn within(&mut self, depth: usize) -> Vec<Inline> {
        let words = self.inlines(depth + 1, Vec::new());
        self.events.next();
        words
    }

    /// Words with what the tokens in them stand for.
    fn resolved(&self, words: Vec<Inline>) -> Vec<Inline> {
        let mut resolved = Vec::with_capacity(words.len());
        for one in words {
            match one {
                Inline::Text(text) => (self.push)(&text, &mut resolved),
                one => resolved.push(one),
            }
        }
        resolved
    }

    /// Passes over what has just begun.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0
            && let Some((event, _)) = self.events.next()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
    }

    fn written(&self, range: Range<usize>) -> String {
        as_given(&self.source[range])
    }

    fn as_written(&self, range: Range<usize>) -> Option<Block> {
        lines(&self.written(range), self.push)
    }
}

fn as_given(read: &str) -> String {
    read.replace(READ, GIVEN)
}

/// Adds words to those that are there: a parser gives them in pieces.
fn add(text: &str, words: &mut Vec<Inline>) {
    match words.last_mut() {
        Some(Inline::Text(before)) => before.push_str(text),
        _ => words.push(Inline::Text(text.to_owned())),
    }
}

fn is_end(event: &Event<'_>) -> bool {
    matches!(event, Event::End(_))
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// Whether an address is one that a reader may be led to: a page or a mailbox, and no program.
fn leads_elsewhere(address: &str) -> bool {
    let is_clean = !address.contains(|c: char| c.is_control() || c.is_whitespace());
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let is_known = |scheme: &str| {
        ["https", "http", "mailto"].iter().any(|one| scheme.eq_ignore_ascii_case(one))
    };
    is_clean && scheme.is_some_and(is_known)
}
