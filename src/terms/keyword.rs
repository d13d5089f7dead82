//! Closed sets of words, declared once for reading, writing and documenting.

/// A closed set of words that a file may use.
pub trait Keyword: Copy + Sized + 'static {
    /// What the set is called in a message: "a polarity".
    const CALLED: &'static str;
    /// Each member with its word and its meaning.
    const WORDS: &'static [(Self, &'static str, &'static str)];

    /// The member that `text` names, in any case, with spaces, hyphens and underscores alike.
    #[must_use]
    fn from_word(text: &str) -> Option<Self> {
        let find = |is_meant: &dyn Fn(&str) -> bool| {
            Self::WORDS.iter().find(|(_, word, _)| is_meant(word)).map(|&(member, _, _)| member)
        };
        // Most files write the word as it is.
        find(&|word| word == text).or_else(|| {
            let text = text.trim();
            find(&|word| plain(word).eq(plain(text)))
        })
    }

    /// The word a file uses for this member.
    fn word(self) -> &'static str;
}

fn plain(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| match byte {
        b'-' | b'_' => b' ',
        byte => byte.to_ascii_lowercase(),
    })
}

/// Declares a [`Keyword`]: the enum and its words from one list.
macro_rules! keyword {
    (
        $(#[doc = $doc:literal])+
        $name:ident: $called:literal {
            $( $(#[doc = $member_doc:literal])+ $member:ident = $word:literal, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[doc = $member_doc])+ $member, )+
        }

        impl $crate::terms::Keyword for $name {
            const CALLED: &'static str = $called;
            const WORDS: &'static [(Self, &'static str, &'static str)] = &[
                $( (Self::$member, $word, concat!($($member_doc),+)), )+
            ];

            fn word(self) -> &'static str {
                match self {
                    $( Self::$member => $word, )+
                }
            }
        }
    };
}

pub(crate) use keyword;
