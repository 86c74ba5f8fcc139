//! Forms: what is wrong first, then the questions, then one button.

use base::Arg;
use maud::{Markup, html};

use super::badge::Tone;
use super::field::field_id;
use super::icon::{Icon, icon};
use super::ruby::{plain, ruby};
use super::say::Ui;

/// One thing that is wrong with a form.
#[derive(Clone, Debug, Default)]
pub struct Wrong {
    /// The field's name; empty if it is about the whole form.
    pub name: String,
    /// The field's label; empty where the page does not ask for it, so that nothing can be linked to.
    pub label: String,
    /// What is wrong, as a sentence.
    pub text: String,
}

impl Wrong {
    /// Something is wrong with this field.
    pub fn new(name: impl Into<String>, label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), text: text.into() }
    }
}

/// A form that acts (POST).
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Its name on the page, where something outside it sends it, too.
    pub name: Option<&'static str>,
    /// Where it is sent.
    pub action: String,
    /// The key that makes a second sending act once; sent as `once`.
    pub once: String,
    /// Values that are sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// What is wrong.
    pub errors: Vec<Wrong>,
    /// The questions.
    pub fields: Option<Markup>,
    /// What the button does: a verb.
    pub submit: String,
    /// A second button that sends the same fields elsewhere, such as to a preview: address and label.
    pub also: Option<(String, String)>,
    /// A way back without acting: address and label.
    pub cancel: Option<(String, String)>,
    /// Whether to ask before a half-written form is left.
    pub guarded: bool,
    /// Whether the act takes something away.
    pub grave: bool,
}

impl Form {
    /// A form with its address, its questions and its button.
    pub fn new(action: impl Into<String>, submit: impl Into<String>, fields: Markup) -> Self {
        Self { action: action.into(), submit: submit.into(), fields: Some(fields), ..Self::default() }
    }

    /// With a name on its page.
    #[must_use]
    pub fn named(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// With the key that makes it act once.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.once = key.into();
        self
    }

    /// With one more unseen value.
    #[must_use]
    pub fn hidden(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// With what is wrong.
    #[must_use]
    pub fn errors(mut self, errors: Vec<Wrong>) -> Self {
        self.errors = errors;
        self
    }

    /// With a second button that sends the same fields to another address.
    #[must_use]
    pub fn also(mut self, action: impl Into<String>, label: impl Into<String>) -> Self {
        self.also = Some((action.into(), label.into()));
        self
    }

    /// With a way back.
    #[must_use]
    pub fn cancel(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.cancel = Some((href.into(), label.into()));
        self
    }

    /// Asks before it is left half-written: for everything longer than two fields.
    #[must_use]
    pub fn guarded(mut self) -> Self {
        self.guarded = true;
        self
    }

    /// Marks an act that takes something away: the button says so by its look.
    #[must_use]
    pub fn grave(mut self) -> Self {
        self.grave = true;
        self
    }
}

/// A single button that acts, such as 受け取った or 取り消す.
#[derive(Clone, Debug, Default)]
pub struct Confirm {
    /// Where it is sent.
    pub action: String,
    /// The key that makes a second sending act once.
    pub once: String,
    /// Values that are sent along.
    pub hidden: Vec<(String, String)>,
    /// What the button does.
    pub label: String,
    /// Whom or what it is about, for screen readers where several such buttons stand in a list.
    pub about: Option<String>,
    /// Whether the act takes something away.
    pub grave: bool,
    /// Whether it is the page's main act.
    pub primary: bool,
}

impl Ui<'_> {
    /// A whole form.
    pub fn form(&self, form: &Form) -> Markup {
        let look = if form.grave { "button-grave" } else { "button-primary" };
        html! {
            (self.error_summary(&form.errors))
            form class="form" id=[form.name] method="post" action=(form.action) novalidate data-once
                data-sending=(self.plain("web-sending"))
                data-guard=[form.guarded.then(|| self.plain("web-leave-warning"))] {
                (self.unseen(&form.once, &form.hidden))
                @if let Some(fields) = &form.fields { (fields) }
                div class="form-end" {
                    button type="submit" class={ "button " (look) } { span { (ruby(&form.submit)) } }
                    @if let Some((action, label)) = &form.also {
                        button type="submit" class="button button-second" formaction=(action) { span { (ruby(label)) } }
                    }
                    @if let Some((href, label)) = &form.cancel { a class="button button-quiet" href=(href) { span { (ruby(label)) } } }
                    span class="form-status" role="status" {}
                }
            }
        }
    }

    /// What is wrong with a form, each under the label of its field and with a link to it; nothing if nothing is.
    pub fn error_summary(&self, errors: &[Wrong]) -> Markup {
        html! {
            @if !errors.is_empty() {
                div class="notice notice-error form-errors" role="alert" tabindex="-1" data-focus {
                    (icon(Tone::Error.icon()))
                    div class="notice-body" {
                        h2 class="notice-title" { (self.say("web-error-summary")) }
                        ul class="error-list" {
                            @for wrong in errors {
                                li { @if wrong.label.is_empty() { (ruby(&wrong.text)) } @else {
                                    a href={ "#" (field_id(&wrong.name)) } {
                                        (self.say_with("web-error-item", &[("label", Arg::from(&wrong.label)), ("text", Arg::from(&wrong.text))]))
                                    }
                                } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A form of one button.
    pub fn confirm_form(&self, act: &Confirm) -> Markup {
        let look = match (act.grave, act.primary) {
            (true, _) => "button-grave",
            (false, true) => "button-primary",
            (false, false) => "button-second",
        };
        html! {
            form class="confirm" method="post" action=(act.action) data-once data-sending=(self.plain("web-sending")) {
                (self.unseen(&act.once, &act.hidden))
                button type="submit" class={ "button " (look) } {
                    span { (ruby(&act.label)) }
                    @if let Some(about) = &act.about { span class="only-read" { "：" (plain(about)) } }
                }
                span class="form-status" role="status" {}
            }
        }
    }

    /// A search: sent by GET, so that the result has an address. `more` is what narrows it further.
    pub fn search_box(&self, action: &str, label: &str, name: &str, value: &str, more: Option<Markup>) -> Markup {
        let id = field_id(name);
        html! {
            form class="search" role="search" method="get" action=(action) {
                label class="field-label" for=(id) { (ruby(label)) }
                div class="search-row" {
                    input class="input" type="search" id=(id) name=(name) value=(value) autocomplete="off" enterkeyhint="search";
                    button type="submit" class="button button-primary" { (icon(Icon::Search)) span { (self.say("web-search")) } }
                }
                @if let Some(more) = more { div class="search-more" { (more) } }
            }
        }
    }

    /// A group of questions that belong together, under a heading of their own.
    pub fn field_group(&self, heading: &str, support: Option<&str>, fields: Markup) -> Markup {
        html! {
            fieldset class="group" {
                legend class="group-head" { (ruby(heading)) }
                @if let Some(support) = support { p class="field-support" { (ruby(support)) } }
                (fields)
            }
        }
    }

    fn unseen(&self, once: &str, hidden: &[(String, String)]) -> Markup {
        html! {
            @if !once.is_empty() { (self.hidden("once", once)) }
            @for (name, value) in hidden { (self.hidden(name, value)) }
        }
    }
}
