//! Questions with given answers: a list to open, buttons of which one is chosen, boxes to tick.

use maud::{Markup, html};

use super::field::{Field, error_text, support_text};
use super::ruby::{plain, ruby};
use super::say::Ui;

/// One given answer.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What this answer means, in smaller text below it.
    pub note: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// An answer that is not chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// With what it means.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.note = Some(text.into());
        self
    }

    /// Chosen if `yes`.
    #[must_use]
    pub fn chosen(mut self, yes: bool) -> Self {
        self.chosen = yes;
        self
    }
}

/// Given answers from values and labels; the field's value says which is chosen.
#[derive(Clone, Debug, Default)]
pub struct Choices(pub Vec<Choice>);

impl Choices {
    /// Answers in this order, those in `chosen` being chosen.
    pub fn of<V: Into<String>, L: Into<String>>(answers: impl IntoIterator<Item = (V, L)>, chosen: &[&str]) -> Self {
        let choice = |(value, label): (V, L)| {
            let choice = Choice::new(value, label);
            let yes = chosen.contains(&choice.value.as_str());
            choice.chosen(yes)
        };
        Self(answers.into_iter().map(choice).collect())
    }
}

impl Ui<'_> {
    /// A list to open, for more than about seven answers; `first` is the line that stands for no answer, if that is possible.
    pub fn select(&self, field: &Field, first: Option<&str>, choices: &[Choice]) -> Markup {
        self.control(field, false, html! {
            span class="select" {
                select class="input" id=(field.id()) name=(field.name) required[field.required]
                    aria-describedby=[field.described_by(false)] aria-invalid=[field.invalid()] autocomplete=[field.autocomplete] {
                    @if let Some(first) = first { option value="" { (plain(first)) } }
                    @for choice in choices {
                        option value=(choice.value) selected[choice.chosen || (!field.value.is_empty() && field.value == choice.value)] {
                            (plain(&choice.label))
                        }
                    }
                }
            }
        })
    }

    /// Buttons of which one is chosen.
    pub fn radios(&self, field: &Field, choices: &[Choice]) -> Markup {
        self.group(field, "radio", choices)
    }

    /// Boxes of which any number is ticked; all are sent under the same name.
    pub fn checkboxes(&self, field: &Field, choices: &[Choice]) -> Markup {
        self.group(field, "checkbox", choices)
    }

    /// One box to tick, with the question as its label; sends `yes`.
    pub fn tick(&self, field: &Field, ticked: bool) -> Markup {
        html! {
            div class={ "field" @if field.error.is_some() { " field-wrong" } } {
                label class="choice" for=(field.id()) {
                    input type="checkbox" id=(field.id()) name=(field.name) value="yes" checked[ticked] required[field.required]
                        aria-describedby=[field.described_by(false)] aria-invalid=[field.invalid()];
                    span class="choice-text" { (self.label_text(field)) }
                }
                (support_text(field))
                (error_text(field))
            }
        }
    }

    fn group(&self, field: &Field, kind: &str, choices: &[Choice]) -> Markup {
        let one = kind == "radio";
        html! {
            fieldset class={ "field" @if field.error.is_some() { " field-wrong" } } aria-describedby=[field.described_by(false)] {
                legend class="field-label" { (self.label_text(field)) }
                (support_text(field))
                div class="choices" {
                    @for (i, choice) in choices.iter().enumerate() {
                        @let id = choice_id(field, i);
                        label class="choice" for=(id) {
                            input type=(kind) id=(id) name=(field.name) value=(choice.value)
                                required[one && field.required] aria-invalid=[field.invalid()]
                                aria-describedby=[choice.note.as_ref().map(|_| format!("{id}-note"))]
                                checked[choice.chosen || (one && !field.value.is_empty() && field.value == choice.value)];
                            span class="choice-text" { (ruby(&choice.label))
                                @if let Some(note) = &choice.note { span class="choice-note" id={ (id) "-note" } { (ruby(note)) } }
                            }
                        }
                    }
                }
                (error_text(field))
            }
        }
    }
}

/// The first answer carries the field's own id, so that an error can lead to it.
fn choice_id(field: &Field, at: usize) -> String {
    if at == 0 { field.id() } else { format!("{}-{at}", field.id()) }
}
