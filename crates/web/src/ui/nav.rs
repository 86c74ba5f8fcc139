//! Ways through the product: the path above the heading, the main navigation, views of one thing.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::ruby::ruby;
use super::say::Ui;

/// The largest number that stands beside an entry of the navigation; what is more is "99+".
const MOST: u32 = 99;

/// One link of the path from the start page.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// What is there.
    pub label: String,
}

/// One entry of the main navigation.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Where it leads.
    pub href: String,
    /// What is there.
    pub label: String,
    /// Whether the page belongs under it.
    pub current: bool,
    /// How many wait there; none or zero shows nothing.
    pub count: Option<u32>,
}

/// One view of a thing that has several.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// What it shows.
    pub label: String,
    /// Whether it is the one that is shown.
    pub current: bool,
}

impl Ui<'_> {
    /// The path above the heading, ending with the page itself.
    pub fn breadcrumbs(&self, crumbs: &[Crumb], here: &str) -> Markup {
        html! {
            @if !crumbs.is_empty() {
                nav class="crumbs" aria-label=(self.plain("web-breadcrumbs")) {
                    ol {
                        @for crumb in crumbs { li { a href=(crumb.href) { span { (ruby(&crumb.label)) } } (icon(Icon::Next)) } }
                        li { span aria-current="page" { (ruby(here)) } }
                    }
                }
            }
        }
    }

    /// Views of one thing, as links; each has its own address.
    pub fn tabs(&self, label: &str, tabs: &[Tab]) -> Markup {
        html! {
            nav class="tabs" aria-label=(super::plain(label)) {
                ul {
                    @for tab in tabs {
                        li { a href=(tab.href) aria-current=[tab.current.then_some("page")] { span { (ruby(&tab.label)) } } }
                    }
                }
            }
        }
    }

    /// The entries of the main navigation.
    pub(crate) fn nav_list(&self, items: &[NavItem]) -> Markup {
        html! {
            ul class="nav-list" {
                @for item in items {
                    li { a href=(item.href) aria-current=[item.current.then_some("page")] {
                        span { (ruby(&item.label)) }
                        @if let Some(count) = item.count.filter(|n| *n > 0) {
                            span class="nav-count" { @if count > MOST { (MOST) "+" } @else { (count) } span class="only-read" { (self.say("web-nav-count")) } }
                        }
                    } }
                }
            }
        }
    }
}
