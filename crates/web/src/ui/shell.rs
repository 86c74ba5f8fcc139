//! The frame around a page.

use base::{Arg, Lang};
use maud::{DOCTYPE, Markup, html};

use super::assets::asset_href;
use super::icon::{Icon, icon};
use super::nav::{Crumb, NavItem};
use super::notice::Flash;
use super::page::{Action, intro};
use super::ruby::{plain, ruby};
use super::say::Ui;

/// Where a quick exit leads: the address answers with something harmless and forgets the session.
pub const QUICK_EXIT: &str = "/away";

/// Who is signed in, and where they can go.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Their name.
    pub name: String,
    /// The agency they act for.
    pub agency: String,
    /// Their start page.
    pub home_href: String,
    /// Their own account: name, seats, password, sessions.
    pub account_href: String,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// Where the agency acted for is chosen, if there is more than one.
    pub switch_href: Option<String>,
    /// Where the sign-out button sends its POST; none hides it.
    pub sign_out: Option<String>,
}

/// A register to switch to.
#[derive(Clone, Debug)]
pub struct Language {
    /// The register.
    pub lang: Lang,
    /// The address that switches and comes back to this page.
    pub href: String,
    /// Of a page with a form that may be half filled: the form, and where it goes to be shown again as it is.
    pub keeps: Option<Keeps>,
}

/// A form that switches the register along with what was typed: it is sent to `action` with the register as `language`.
#[derive(Clone, Debug)]
pub struct Keeps {
    /// The form's name on its page.
    pub form: &'static str,
    /// The address that shows it again as it was sent.
    pub action: String,
}

/// When an untouched page locks itself.
#[derive(Clone, Debug)]
pub struct Idle {
    /// Seconds without a key or a touch.
    pub after_s: u32,
    /// Seconds of warning before; at least 20 (WCAG 2.2.1).
    pub warn_s: u32,
    /// Where the page goes then.
    pub href: String,
    /// An address that tells the server that somebody is still there; none asks nothing.
    pub touch: Option<String>,
}

/// Everything around the body of a page.
#[derive(Clone, Default)]
pub struct Shell<'a> {
    /// The heading, and the document title unless that is neutral.
    pub title: &'a str,
    /// One or two sentences below the heading.
    pub lead: Option<&'a str>,
    /// The one main act of the page.
    pub action: Option<Action>,
    /// Who is signed in.
    pub who: Option<Signed>,
    /// Whether a button leaves the page at once.
    pub quick_exit: bool,
    /// Whether the document title says nothing: for what a person or relative opens.
    pub neutral_title: bool,
    /// What was just done.
    pub flash: Option<Flash>,
    /// The path from the start page.
    pub crumbs: Vec<Crumb>,
    /// The registers to switch to.
    pub languages: Vec<Language>,
    /// Where somebody answers.
    pub help: Option<Markup>,
    /// A line over every page: an invented region, maintenance.
    pub banner: Option<String>,
    /// The region's name, beside the product's.
    pub region: &'a str,
    /// Links at the foot: privacy, accessibility, about.
    pub foot: Vec<Crumb>,
    /// When an untouched page locks itself.
    pub idle: Option<Idle>,
    /// On a screen that is turned towards a person: their name, and where the worker goes on.
    pub turned: Option<(String, String)>,
    /// The page.
    pub body: Markup,
}

impl Ui<'_> {
    /// A whole page.
    pub fn page(&self, shell: &Shell<'_>) -> Markup {
        let wide = shell.who.is_some();
        html! {
            (DOCTYPE)
            html lang=(self.lang.html()) data-register=(self.lang.code()) {
                (self.head_of(shell))
                body class=(if shell.turned.is_some() { "open turned" } else if wide { "worker" } else { "open" }) {
                    a class="skip" href="#main" { (self.say("web-skip")) }
                    (self.header(shell))
                    div class="frame" {
                        @if let Some(who) = &shell.who {
                            nav class="side" aria-label=(self.plain("web-nav")) { (self.nav_list(&who.nav)) }
                        }
                        (self.main(shell))
                    }
                    (self.footer(shell))
                    @if let Some(idle) = &shell.idle { (self.idle(idle)) }
                }
            }
        }
    }

    /// A document to be printed: no navigation around it. With JavaScript, a button prints it.
    pub fn paper(&self, title: &str, body: &Markup) -> Markup {
        let shell = Shell { title, ..Shell::default() };
        html! {
            (DOCTYPE)
            html lang=(self.lang.html()) data-register=(self.lang.code()) {
                (self.head_of(&shell))
                body class="paper" {
                    main id="main" {
                        p class="paper-tools" {
                            button type="button" class="button button-second" data-print hidden {
                                (icon(Icon::Print)) span { (self.say("web-print")) }
                            }
                        }
                        h1 { (ruby(title)) }
                        (body)
                    }
                }
            }
        }
    }

    fn head_of(&self, shell: &Shell<'_>) -> Markup {
        let product = self.plain("web-product");
        let title = if shell.neutral_title { self.plain("web-neutral-title") } else { plain(shell.title) };
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="referrer" content="no-referrer";
                meta name="format-detection" content="telephone=no";
                title { (title) @if !shell.neutral_title { "｜" (product) } }
                link rel="icon" href=(asset_href("icon.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(asset_href("app.css"));
                script src=(asset_href("app.js")) defer {}
            }
        }
    }

    fn header(&self, shell: &Shell<'_>) -> Markup {
        let home = shell.who.as_ref().map_or("/", |who| who.home_href.as_str());
        html! {
            header class="top" {
                div class="top-row" {
                    @let brand = self.brand(shell);
                    @if shell.turned.is_some() { span class="brand" { (brand) } } @else { a class="brand" href=(home) { (brand) } }
                    div class="top-tools" {
                        (self.language_switch(&shell.languages))
                        @if let Some(who) = &shell.who { (self.signed(who)) }
                        @if shell.quick_exit { (self.quick_exit()) }
                    }
                }
                @if let Some(who) = &shell.who {
                    details class="menu" {
                        summary { (icon(Icon::Menu)) span { (self.say("web-menu")) } }
                        nav aria-label=(self.plain("web-nav")) {
                            (self.nav_list(&who.nav))
                            div class="menu-who" { (self.signed(who)) }
                        }
                        (self.language_switch(&shell.languages))
                    }
                }
                @if let Some(banner) = &shell.banner { p class="banner" { (ruby(banner)) } }
            }
        }
    }

    fn main(&self, shell: &Shell<'_>) -> Markup {
        html! {
            main id="main" tabindex="-1" {
                (self.breadcrumbs(&shell.crumbs, shell.title))
                @if let Some(flash) = &shell.flash { (self.flash(flash)) }
                @if let Some((name, _)) = &shell.turned {
                    p class="turned-for" { (self.say_with("web-turned-for", &[("name", Arg::from(name))])) }
                }
                h1 { (ruby(shell.title)) }
                (intro(shell.lead, shell.action.as_ref()))
                (shell.body)
            }
        }
    }

    fn brand(&self, shell: &Shell<'_>) -> Markup {
        html! {
            (icon(Icon::Mark)) span class="brand-name" { (self.say("web-product")) }
            @if !shell.region.is_empty() { span class="brand-region" { (shell.region) } }
        }
    }

    fn signed(&self, who: &Signed) -> Markup {
        html! {
            div class="who" {
                span class="who-agency" { (who.agency) }
                a class="who-name" href=(who.account_href) { (icon(Icon::Person)) span { (who.name) } }
                @if let Some(href) = &who.switch_href { a href=(href) { span { (self.say("web-switch-agency")) } } }
                @if let Some(action) = &who.sign_out {
                    form method="post" action=(action) {
                        button type="submit" class="button button-small" { span { (self.say("web-sign-out")) } }
                    }
                }
            }
        }
    }

    /// The three registers, each named in itself.
    fn language_switch(&self, languages: &[Language]) -> Markup {
        html! {
            @if !languages.is_empty() {
                nav class="languages" aria-label=(self.plain("web-language")) {
                    ul {
                        @for language in languages {
                            @let current = (language.lang == self.lang).then_some("true");
                            @let (code, html) = (language.lang.code(), language.lang.html());
                            @let name = self.plain(&format!("base-lang-{code}"));
                            li {
                                @if let Some(Keeps { form, action }) = &language.keeps {
                                    button type="submit" form=(form) formaction=(action) name="language" value=(code)
                                        lang=(html) aria-current=[current] { (name) }
                                } @else {
                                    a href=(language.href) lang=(html) aria-current=[current] { (name) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The way out. A link, so that it works at once and without JavaScript.
    fn quick_exit(&self) -> Markup {
        html! {
            a class="button exit" href=(QUICK_EXIT) data-quick-exit rel="noreferrer" {
                (icon(Icon::Exit)) span { (self.say("web-quick-exit")) }
                span class="only-read" { (self.say("web-quick-exit-keys")) }
            }
        }
    }

    fn footer(&self, shell: &Shell<'_>) -> Markup {
        html! {
            footer class="foot" {
                @if let Some(help) = &shell.help {
                    section class="help" aria-labelledby="help-head" { h2 id="help-head" { (self.say("web-help")) } (help) }
                }
                @if let Some((_, back)) = &shell.turned {
                    p class="turned-back" { a href=(back) data-leave { (icon(Icon::Back)) span { (self.say("web-turn-back")) } } }
                }
                @if !shell.foot.is_empty() {
                    ul class="foot-links" { @for link in &shell.foot { li { a href=(link.href) { span { (ruby(&link.label)) } } } } }
                }
                p class="foot-name" { (icon(Icon::Mark)) span { (self.say("web-tagline")) } }
            }
        }
    }

    fn idle(&self, idle: &Idle) -> Markup {
        html! {
            div class="idle" hidden data-idle data-after=(idle.after_s) data-warn=(idle.warn_s)
                data-href=(idle.href) data-touch=[idle.touch.as_deref()] {
                p { span role="status" data-idle-said=(self.plain("web-idle-warning")) {} " " span aria-hidden="true" data-idle-left {} }
                button type="button" class="button button-second" data-idle-stay { span { (self.say("web-idle-stay")) } }
            }
        }
    }
}
