//! Short words about a state. The shape before the word says the same as the colour.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::ruby::ruby;

/// How something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Under way, or good to know.
    Info,
    /// Done, arrived, agreed.
    Success,
    /// Somebody should look at it.
    Warning,
    /// Not done, refused, overdue.
    Error,
}

impl Tone {
    /// The name in CSS classes.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    pub(crate) const fn icon(self) -> Icon {
        match self {
            Self::Neutral => Icon::Dot,
            Self::Info => Icon::Info,
            Self::Success => Icon::Check,
            Self::Warning => Icon::Warning,
            Self::Error => Icon::Error,
        }
    }
}

/// A state in one or two words.
pub fn badge(tone: Tone, text: &str) -> Markup {
    html! { span class={ "badge badge-" (tone.class()) } { (icon(tone.icon())) span { (ruby(text)) } } }
}

/// A category, a kind, a place: a word that is no state.
pub fn tag(text: &str) -> Markup {
    html! { span class="tag" { (ruby(text)) } }
}
