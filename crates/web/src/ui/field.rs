//! One question of a form: label, ※必須, support, error, control, in the order of the Digital Agency's form pattern.

use base::Arg;
use maud::{Markup, html};

use super::badge::Tone;
use super::icon::icon;
use super::ruby::ruby;
use super::say::Ui;

/// What is typed into a text field; chooses the keyboard of a phone and what a browser may fill in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    #[default]
    Text,
    /// A mail address.
    Email,
    /// A telephone number.
    Tel,
    /// A whole number; typed as text so that full-width digits can be read.
    Number,
    /// A clock time such as 15:30.
    Time,
    /// A password; pasting and password managers are welcome.
    Password,
    /// A one-time code.
    Code,
}

impl Kind {
    const fn control(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Text | Self::Time => ("text", None),
            Self::Email => ("email", Some("email")),
            Self::Tel => ("tel", Some("tel")),
            Self::Number | Self::Code => ("text", Some("numeric")),
            Self::Password => ("password", None),
        }
    }

    /// Whether a spelling check would only be in the way.
    const fn is_exact(self) -> bool {
        matches!(self, Self::Email | Self::Password | Self::Code)
    }
}

/// What every question has in common.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Name under which the answer is sent.
    pub name: String,
    /// The question.
    pub label: String,
    /// What helps to answer it: examples and limits stand here, never inside the field.
    pub support: Option<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// What stands in the field: as stored, or as typed before.
    pub value: String,
    /// What is wrong with the answer.
    pub error: Option<String>,
    /// What a browser may fill in (WCAG 1.3.5), such as `name` or `current-password`.
    pub autocomplete: Option<&'static str>,
    /// What is typed.
    pub kind: Kind,
    /// The most characters; counted while typing, refused by the server, never cut off.
    pub max: Option<usize>,
    /// How much room an answer usually takes, in full-width characters; `None` fills the column.
    pub width: Option<Width>,
}

/// How wide a text field is, as a hint at the length of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// About 4 full-width characters: a number, a time.
    Short,
    /// About 12: a date, a telephone number.
    Medium,
}

/// The id of a field's first control; what an error at the top of the form links to.
pub fn field_id(name: &str) -> String {
    let mut id = String::from("f-");
    id.extend(name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' }));
    id
}

impl Field {
    /// A question with its name; optional, empty and without support until said otherwise.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    /// With a text that helps to answer.
    #[must_use]
    pub fn support(mut self, text: impl Into<String>) -> Self {
        self.support = Some(text.into());
        self
    }

    /// Must be answered.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// With what stands in it.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With what is wrong, if something is.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// With what a browser may fill in.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// With what is typed.
    #[must_use]
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// With the most characters.
    #[must_use]
    pub fn max(mut self, characters: usize) -> Self {
        self.max = Some(characters);
        self
    }

    /// As wide as a short answer needs.
    #[must_use]
    pub fn width(mut self, width: Width) -> Self {
        self.width = Some(width);
        self
    }

    pub(crate) fn id(&self) -> String {
        field_id(&self.name)
    }

    /// The ids of the texts that describe the control, in reading order; `typed` if its characters are counted.
    pub(crate) fn described_by(&self, typed: bool) -> Option<String> {
        let id = self.id();
        let mut ids = Vec::new();
        if self.support.is_some() {
            ids.push(format!("{id}-support"));
        }
        if typed && self.max.is_some() {
            ids.push(format!("{id}-count"));
        }
        if self.error.is_some() {
            ids.push(format!("{id}-error"));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    fn width_class(&self) -> &'static str {
        match self.width {
            None => "input",
            Some(Width::Short) => "input input-short",
            Some(Width::Medium) => "input input-medium",
        }
    }
}

impl Ui<'_> {
    /// A field for one line.
    pub fn text_field(&self, field: &Field) -> Markup {
        let (kind, inputmode) = field.kind.control();
        self.control(field, true, html! { input
            class=(field.width_class()) type=(kind) inputmode=[inputmode] id=(field.id()) name=(field.name) value=(field.value)
            required[field.required] aria-describedby=[field.described_by(true)] aria-invalid=[field.invalid()]
            autocomplete=[field.autocomplete] spellcheck=[field.kind.is_exact().then_some("false")]
            data-max=[field.max];
        })
    }

    /// A field for several lines; `rows` is its height before it is pulled larger.
    pub fn text_area(&self, field: &Field, rows: u8) -> Markup {
        self.control(
            field,
            true,
            html! { textarea
                class="input" id=(field.id()) name=(field.name) rows=(rows) required[field.required]
                aria-describedby=[field.described_by(true)] aria-invalid=[field.invalid()]
                autocomplete=[field.autocomplete] data-max=[field.max] { "\n" (field.value) }
            },
        )
    }

    /// A day, typed in any form people write; the support text says so.
    pub fn date_field(&self, field: &Field) -> Markup {
        let how = self.t("web-date-support").into_owned();
        let support = field.support.as_ref().map_or_else(|| how.clone(), |own| format!("{own}\n{how}"));
        let field = field.clone().support(support).width(Width::Medium);
        self.text_field(&field)
    }

    /// A value that is sent along unseen.
    pub fn hidden(&self, name: &str, value: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(value); }
    }

    /// The frame of one question around its control.
    pub(crate) fn control(&self, field: &Field, typed: bool, control: Markup) -> Markup {
        html! {
            div class={ "field" @if field.error.is_some() { " field-wrong" } } {
                label class="field-label" for=(field.id()) { (self.label_text(field)) }
                (support_text(field))
                (control)
                @if let Some(max) = field.max.filter(|_| typed) {
                    p class="field-count" id={ (field.id()) "-count" }
                        data-left=(self.plain("web-count-left")) data-over=(self.plain("web-count-over")) {
                        (self.say_with("web-count-max", &[("max", Arg::from(max))]))
                    }
                }
                (error_text(field))
            }
        }
    }

    pub(crate) fn label_text(&self, field: &Field) -> Markup {
        html! {
            (ruby(&field.label))
            @if field.required { " " span class="must" { (self.say("web-required")) } }
        }
    }
}

pub(crate) fn support_text(field: &Field) -> Markup {
    html! {
        @if let Some(support) = &field.support {
            p class="field-support" id={ (field.id()) "-support" } {
                @for (i, line) in support.lines().enumerate() { @if i > 0 { br; } (ruby(line)) }
            }
        }
    }
}

pub(crate) fn error_text(field: &Field) -> Markup {
    html! {
        @if let Some(error) = &field.error {
            p class="field-error" id={ (field.id()) "-error" } {
                (icon(Tone::Error.icon())) span { "＊" (ruby(error)) }
            }
        }
    }
}
