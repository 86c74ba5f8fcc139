//! Where somebody answers: the block that stands in the same place on every page (WCAG 3.2.6).

use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::ruby::ruby;
use super::say::Ui;

/// A telephone line.
#[derive(Clone, Debug)]
pub struct HelpLine {
    /// Who answers.
    pub name: String,
    /// The number as it is read, such as 0570-064-556.
    pub tel: String,
    /// When they answer.
    pub hours: String,
    /// What else to know: free of charge, anonymous.
    pub note: Option<String>,
}

impl Ui<'_> {
    /// The help lines, each a link that dials.
    pub fn help_lines(&self, lines: &[HelpLine], more: Option<Markup>) -> Markup {
        html! {
            ul class="help-lines" {
                @for line in lines {
                    li {
                        span class="help-name" { (ruby(&line.name)) }
                        a class="help-tel" href={ "tel:" (dialled(&line.tel)) } { (icon(Icon::Phone)) (line.tel) }
                        span class="help-hours" { (ruby(&line.hours)) }
                        @if let Some(note) = &line.note { span class="help-note" { (ruby(note)) } }
                    }
                }
            }
            @if let Some(more) = more { (more) }
        }
    }
}

fn dialled(tel: &str) -> String {
    tel.chars().filter(|c| c.is_ascii_digit() || matches!(c, '#' | '+')).collect()
}
