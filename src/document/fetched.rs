//! What can come of asking for a file by its web address, and the words for it.

use super::bytes::UTF8_MARK;
use super::{Problem, Severity};
use crate::terms::Date;

/// What came of asking for a file by its web address, where that was not simply the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// Only the page of a site can ask for a file, and this is the single file.
    NotInSite,
    /// The address is not on the site that the page comes from.
    Elsewhere,
    /// The server sends the address on to another site.
    SentElsewhere,
    /// There was no answer: no network, no server.
    NoAnswer,
    /// The server answered with this instead of a file.
    Status(u16),
    /// The server answered with a web page.
    Page,
    /// There was no answer, and what is read is the copy that was kept on this day.
    Copy(Date),
}

impl Fetched {
    /// What a server answered, unless it is a web page: nobody chose that.
    ///
    /// # Errors
    ///
    /// It is one.
    pub fn checked(answer: Vec<u8>) -> Result<Vec<u8>, Problem> {
        let unmarked = answer.strip_prefix(UTF8_MARK).unwrap_or(&answer);
        if unmarked.trim_ascii_start().starts_with(b"<") {
            return Err(Self::Page.into());
        }
        Ok(answer)
    }

    pub(super) fn severity(self) -> Severity {
        match self {
            Self::Copy(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    pub(super) fn what(self) -> String {
        match self {
            Self::NotInSite => {
                "A file can be opened by its address only in Quarterlight's site on a web server. This is Quarterlight as a single file, which makes no connection to anything."
                    .to_owned()
            }
            Self::Elsewhere => {
                "This address is not on the web server that the page comes from, and no other is asked for anything."
                    .to_owned()
            }
            Self::SentElsewhere => {
                "The web server sends this address on to another server, which is not asked for anything."
                    .to_owned()
            }
            Self::NoAnswer => "There was no answer from this address.".to_owned(),
            Self::Status(status @ (401 | 403)) => {
                format!("The web server does not let you read this file (its answer is {status}).")
            }
            Self::Status(status @ (404 | 410)) => {
                format!("The web server has no file at this address (its answer is {status}).")
            }
            Self::Status(status) => {
                format!("The web server did not give the file (its answer is {status}).")
            }
            Self::Page => {
                "The web server answers with a web page instead of the file, as for somebody who has not signed in."
                    .to_owned()
            }
            Self::Copy(date) => format!(
                "There was no answer from the web server. This is the copy that was kept on this device on {date}."
            ),
        }
    }

    pub(super) fn mend(self) -> &'static str {
        match self {
            Self::NotInSite => "Save the file to this device and open it with “Open files”.",
            Self::Elsewhere => {
                "Put the file on the same web server and write its address from there, such as “?src=reports/q2.json”, or save it and open it with “Open files”."
            }
            Self::SentElsewhere | Self::Status(401 | 403) | Self::Page => {
                "If you have to sign in, do so in another tab and load this page again; otherwise ask the people who look after the site."
            }
            Self::NoAnswer => {
                "Check that you are connected and that the address is right, then load this page again."
            }
            Self::Status(404 | 410) => "Check what stands after “?src=” in the page's address.",
            Self::Status(_) => {
                "Load this page again later, or ask the people who look after the site."
            }
            Self::Copy(_) => "Load this page again when you are connected, for the newest.",
        }
    }
}

impl From<Fetched> for Problem {
    fn from(fetched: Fetched) -> Self {
        Self::Fetched(fetched)
    }
}
