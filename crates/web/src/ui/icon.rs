//! A few drawings in the text's own colour; all are decoration beside a word, hidden from screen readers.

use maud::{Markup, PreEscaped, html};

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Two joined links: the product.
    Mark,
    /// A tick in a disc.
    Check,
    /// An i in a disc.
    Info,
    /// A triangle.
    Warning,
    /// An octagon.
    Error,
    /// A ring.
    Dot,
    /// Three lines.
    Menu,
    /// An arrow out of a door.
    Exit,
    /// A telephone receiver.
    Phone,
    /// A magnifying glass.
    Search,
    /// A printer.
    Print,
    /// A head and shoulders.
    Person,
    /// An arrow to the right.
    Next,
    /// An arrow to the left.
    Back,
}

impl Icon {
    const fn paths(self) -> &'static str {
        match self {
            Self::Mark => {
                r#"<path d="M13.6 8.2a5.4 5.4 0 1 0 0 7.6" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><path d="M10.4 15.8a5.4 5.4 0 1 0 0-7.6" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" opacity=".72"/>"#
            }
            Self::Check => {
                r#"<circle cx="12" cy="12" r="10" fill="currentColor"/><path d="m7 12.4 3.4 3.4L17 9" fill="none" class="knock" stroke-width="2.4"/>"#
            }
            Self::Info => {
                r#"<circle cx="12" cy="12" r="10" fill="currentColor"/><path d="M12 11v6M12 6.6v1" fill="none" class="knock" stroke-width="2.4"/>"#
            }
            Self::Warning => {
                r#"<path d="M12 2.5 23 21.5H1z" fill="currentColor"/><path d="M12 9v6M12 17.4v1" fill="none" class="knock" stroke-width="2.2"/>"#
            }
            Self::Error => {
                r#"<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" fill="currentColor"/><path d="M12 6.5v7M12 16v1.2" fill="none" class="knock" stroke-width="2.4"/>"#
            }
            Self::Dot => r#"<circle cx="12" cy="12" r="7.5" fill="none" stroke="currentColor" stroke-width="3"/>"#,
            Self::Menu => r#"<path d="M3 6h18M3 12h18M3 18h18" fill="none" stroke="currentColor" stroke-width="2.4"/>"#,
            Self::Exit => {
                r#"<path d="M13 3H4v18h9M10 12h11M17 7.5 21.5 12 17 16.5" fill="none" stroke="currentColor" stroke-width="2.2"/>"#
            }
            Self::Phone => {
                r#"<path d="M6 2.5 9.5 8 7.6 10.2a13 13 0 0 0 6.2 6.2L16 14.5l5.5 3.5-1.6 3.2c-.5.9-1.5 1.4-2.5 1.2C9.9 21 3 14.1 1.6 6.6c-.2-1 .3-2 1.2-2.5z" fill="currentColor"/>"#
            }
            Self::Search => {
                r#"<circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2.4"/><path d="m15 15 6.5 6.5" stroke="currentColor" stroke-width="2.4"/>"#
            }
            Self::Print => {
                r#"<path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z" fill="none" stroke="currentColor" stroke-width="2"/>"#
            }
            Self::Person => {
                r#"<circle cx="12" cy="8" r="4.5" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="M3.5 21.5c0-4.5 3.8-7 8.5-7s8.5 2.5 8.5 7" fill="none" stroke="currentColor" stroke-width="2.2"/>"#
            }
            Self::Next => r#"<path d="m9 5 7 7-7 7" fill="none" stroke="currentColor" stroke-width="2.4"/>"#,
            Self::Back => r#"<path d="m15 5-7 7 7 7" fill="none" stroke="currentColor" stroke-width="2.4"/>"#,
        }
    }
}

/// A drawing, one line of text high.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false" {
            (PreEscaped(icon.paths()))
        }
    }
}
