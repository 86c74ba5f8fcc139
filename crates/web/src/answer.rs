//! What an endpoint answers with: a page, a redirect, a document.

use base::{Lang, Msg};
use maud::Markup;

use crate::ui::{Action, Keeps};

/// A page, without the frame around it.
pub struct View {
    /// Heading and document title, in the reader's language.
    pub title: String,
    /// One or two sentences below the heading.
    pub lead: Option<String>,
    /// The one main act of the page.
    pub action: Option<Action>,
    /// Everything below that.
    pub body: Markup,
    /// Links from the start page to here: address and label.
    pub crumbs: Vec<(String, String)>,
    /// The address in the main navigation that this page belongs under.
    pub section: &'static str,
    /// A page that a person or relative opens: neutral document title and a quick exit.
    pub for_person: bool,
    /// A screen that a worker turns towards a person: nothing of the worker stands around it.
    pub turned: Option<Box<Turned>>,
    /// A document to be printed: no navigation around it.
    pub bare: bool,
    /// A cookie to set with it: name, value, lifetime in seconds.
    pub cookie: Option<(&'static str, String, i64)>,
}

impl View {
    /// A page with a heading and a body.
    pub fn new(title: impl Into<String>, body: Markup) -> Self {
        Self {
            title: title.into(),
            lead: None,
            action: None,
            body,
            crumbs: Vec::new(),
            section: "",
            for_person: false,
            turned: None,
            bare: false,
            cookie: None,
        }
    }

    /// One or two sentences below the heading.
    #[must_use]
    pub fn lead(mut self, text: impl Into<String>) -> Self {
        self.lead = Some(text.into());
        self
    }

    /// The one main act of the page.
    #[must_use]
    pub fn action(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.action = Some(Action::new(href, label));
        self
    }

    /// Adds one link to the path above the heading.
    #[must_use]
    pub fn under(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.crumbs.push((href.into(), label.into()));
        self
    }

    /// Names the entry of the main navigation that this page belongs under.
    #[must_use]
    pub fn within(mut self, section: &'static str) -> Self {
        self.section = section;
        self
    }

    /// Marks a page that a person or relative looks at.
    #[must_use]
    pub fn for_person(mut self) -> Self {
        self.for_person = true;
        self
    }

    /// Marks a screen that a worker turns towards a person, who reads it in their own register.
    #[must_use]
    pub fn turned(mut self, turned: Turned) -> Self {
        self.turned = Some(Box::new(turned));
        self.for_person()
    }

    /// On a turned screen: changing the register sends this form to `action`, which shows it again as it was filled in.
    #[must_use]
    pub fn keeping(mut self, form: &'static str, action: impl Into<String>) -> Self {
        if let Some(turned) = &mut self.turned {
            turned.keeps = Some(Keeps { form, action: action.into() });
        }
        self
    }

    /// Marks a document that is printed without the frame.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}

/// What stands around a screen that a worker turns towards a person, in place of the worker's own frame.
#[derive(Clone, Debug)]
pub struct Turned {
    /// The register that the person reads.
    pub lang: Lang,
    /// The address of the screen with its query, to which the register is added when it is changed.
    pub here: String,
    /// Whom it is turned to: the name that they go by.
    pub name: String,
    /// Where the worker goes on; asks nothing of the person.
    pub back: String,
    /// The form on it that must not lose what was ticked when the register is changed.
    pub keeps: Option<Keeps>,
}

/// A file to be saved or printed.
pub struct Download {
    /// Media type with charset.
    pub media_type: &'static str,
    /// File name offered, ASCII.
    pub file_name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What an endpoint for people answers with.
pub enum Answer {
    /// A page.
    Page(View),
    /// Go and look there (303), with a word about what was done.
    See {
        /// Local address.
        to: String,
        /// What was done, shown once on the next page.
        said: Option<Msg>,
        /// A cookie to set or clear: name, value, lifetime in seconds (0 clears it).
        cookie: Option<(&'static str, String, i64)>,
    },
    /// A file.
    File(Download),
}

/// Go to `to` and say there what was done.
pub fn see(to: impl Into<String>, said: &'static str) -> Answer {
    Answer::See { to: to.into(), said: Some(Msg::new(said)), cookie: None }
}

impl From<View> for Answer {
    fn from(view: View) -> Self {
        Self::Page(view)
    }
}
