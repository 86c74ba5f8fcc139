//! The page of the month.

use base::{Arg, Time};
use maud::{Markup, html};
use policy::Roles;
use web::View;
use web::ui::{self, Head, Table, Tone, Ui, badge};

use super::rules::{Month, too_often};
use crate::audit::view::{act_name, basis_name};

/// A worker and how many persons they opened.
pub(super) struct Opened {
    pub worker: String,
    pub persons: i64,
    pub stands_out: bool,
}

/// What the agency's workers did in a month.
pub(super) struct ReviewPage {
    pub month: Month,
    pub has_next: bool,
    pub acts: Vec<(String, i64)>,
    pub roles: Vec<(Option<Roles>, i64)>,
    pub bases: Vec<(String, i64)>,
    pub opened: Vec<Opened>,
    /// When somebody opened unusually many persons within an hour.
    pub alarms: Vec<(Time, Option<String>)>,
    pub emergencies: Vec<(Time, Option<String>)>,
    /// Looks at persons, and how many of them in an emergency.
    pub looks: (i64, i64),
}

impl ReviewPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            (self.months(ui))
            @if self.acts.is_empty() {
                (ui.empty(&ui.t("audit-review-none"), &ui.t("audit-review-none-text"), None))
            } @else {
                (self.look_at(ui))
                (section(ui, "emergencies", self.emergencies(ui)))
                (section(ui, "alarms", dated(ui, "audit-review-alarms", &self.alarms)))
                (section(ui, "opened", self.opened(ui)))
                (section(ui, "acts", counted(ui, "act", self.acts.iter().map(|(act, n)| (act_name(ui, act), *n)))))
                (section(ui, "roles", counted(ui, "role", self.roles.iter().map(|(r, n)| (roles(ui, *r), *n)))))
                (section(ui, "bases", counted(ui, "basis", self.bases.iter().map(|(b, n)| (basis_name(ui, b), *n)))))
            }
            p { a href="/audit" { span { (ui.say("audit-review-all")) } } }
        };
        View::new(ui.t("audit-review-title"), body).lead(ui.t("audit-review-lead")).within("/audit")
    }

    /// Which month this is, and the ways to the ones beside it.
    fn months(&self, ui: &Ui<'_>) -> Markup {
        let link = |key: &str, month: Month| {
            html! { " " a href={ "/audit/review?month=" (month.code()) } { span { (ui.say(key)) } } }
        };
        html! {
            p {
                (ui::date_of(ui.lang, self.month.first())) (ui.say("audit-review-to")) (ui::date_of(ui.lang, self.month.last()))
            }
            p {
                (link("audit-review-before", self.month.plus(-1)))
                @if self.has_next { (link("audit-review-after", self.month.plus(1))) }
            }
        }
    }

    /// What somebody should ask about, or that there is nothing.
    fn look_at(&self, ui: &Ui<'_>) -> Markup {
        let many = self.opened.iter().filter(|opened| opened.stands_out).count();
        html! {
            @if many > 0 {
                (ui.notice(Tone::Warning, &ui.words.f(ui.lang, "audit-review-many", &[("n", Arg::from(many))]), None))
            }
            @if !self.emergencies.is_empty() {
                (ui.notice(Tone::Warning, &ui.words.f(ui.lang, "audit-review-emergencies-n", &[("n", Arg::from(self.emergencies.len()))]), None))
            }
            @if too_often(self.looks.0, self.looks.1) { (ui.notice(Tone::Error, &ui.t("audit-review-too-often"), None)) }
            @if !self.alarms.is_empty() {
                (ui.notice(Tone::Warning, &ui.words.f(ui.lang, "audit-review-alarms-n", &[("n", Arg::from(self.alarms.len()))]), None))
            }
            @if many == 0 && self.emergencies.is_empty() && self.alarms.is_empty() {
                (ui.notice(Tone::Info, &ui.t("audit-review-quiet"), None))
            }
        }
    }

    fn opened(&self, ui: &Ui<'_>) -> Markup {
        let heads = vec![
            Head::text(ui.t("audit-head-worker")),
            Head::number(ui.t("audit-head-shown")),
            Head::text(ui.t("audit-review-head-ask")),
        ];
        let row = |opened: &Opened| {
            vec![
                html! { (opened.worker) },
                ui.say_with("audit-persons", &[("n", Arg::from(opened.persons))]),
                html! { @if opened.stands_out { (badge(Tone::Warning, &ui.t("audit-review-stands-out"))) } },
            ]
        };
        html! {
            p { (ui.say("audit-review-opened-text")) }
            @if self.opened.is_empty() { p { (ui.say("audit-review-opened-none")) } } @else {
                (ui.table(&Table::new(ui.t("audit-review-opened"), heads, self.opened.iter().map(row).collect()).quiet_caption()))
            }
        }
    }

    fn emergencies(&self, ui: &Ui<'_>) -> Markup {
        let share = [("views", Arg::from(self.looks.0)), ("n", Arg::from(self.looks.1))];
        html! {
            @if !self.emergencies.is_empty() { p { (ui.say_with("audit-review-share", &share)) } }
            (dated(ui, "audit-review-emergencies", &self.emergencies))
        }
    }
}

/// What has a moment and a worker, or that there is nothing; `key` is the name of the section.
fn dated(ui: &Ui<'_>, key: &str, all: &[(Time, Option<String>)]) -> Markup {
    let heads = vec![Head::text(ui.t("audit-head-at")), Head::text(ui.t("audit-head-worker"))];
    let row = |(at, worker): &(Time, Option<String>)| {
        vec![ui::time_of(ui.lang, *at), html! { @if let Some(worker) = worker { (worker) } }]
    };
    html! {
        @if all.is_empty() { p { (ui.say(&format!("{key}-none"))) } } @else {
            (ui.table(&Table::new(ui.t(key), heads, all.iter().map(row).collect()).quiet_caption()))
        }
    }
}

fn section(ui: &Ui<'_>, id: &str, body: Markup) -> Markup {
    ui::section(id, &ui.t(&format!("audit-review-{id}")), body)
}

fn counted(ui: &Ui<'_>, what: &str, rows: impl Iterator<Item = (Markup, i64)>) -> Markup {
    let heads = vec![Head::text(ui.t(&format!("audit-head-{what}"))), Head::number(ui.t("audit-review-head-n"))];
    let rows = rows.map(|(name, n)| vec![name, html! { (n) }]).collect();
    ui.table(&Table::new(ui.t(&format!("audit-head-{what}")), heads, rows).quiet_caption())
}

fn roles(ui: &Ui<'_>, roles: Option<Roles>) -> Markup {
    let names = |roles: Roles| {
        let names: Vec<String> =
            roles.iter().map(|role| ui.t(&format!("auth-role-{}", role.code())).into_owned()).collect();
        names.join(&ui.t("audit-review-and"))
    };
    html! {
        @match roles {
            Some(roles) if !roles.is_empty() => (web::ui::ruby(&names(roles))),
            _ => (ui.say("audit-by-product")),
        }
    }
}

#[cfg(test)]
mod tests {
    use policy::Role;

    use super::*;
    use crate::samples::all_registers;

    #[test]
    fn the_month_has_its_words_and_says_what_to_ask() {
        let month = Month::parse("2026-11").expect("a month");
        let opened = |worker: &str, persons, stands_out| Opened { worker: worker.to_owned(), persons, stands_out };
        let full = || ReviewPage {
            month,
            has_next: true,
            acts: vec![("person.open".to_owned(), 80), ("later.act".to_owned(), 1)],
            roles: vec![(Some(Roles::of(&[Role::Worker, Role::IntakeDesk])), 80), (None, 1)],
            bases: ["own", "grant", "grants", "role", "break-glass"].map(|basis| (basis.to_owned(), 3)).into(),
            opened: vec![opened("酒井 はる", 61, true), opened("森田 けい", 8, false)],
            alarms: vec![(month.span().0, Some("酒井 はる".to_owned())), (month.span().0, None)],
            emergencies: vec![(month.span().0, Some("酒井 はる".to_owned())), (month.span().0, None)],
            looks: (80, 2),
        };
        let quiet = || ReviewPage {
            opened: Vec::new(),
            alarms: Vec::new(),
            emergencies: Vec::new(),
            looks: (80, 0),
            has_next: false,
            ..full()
        };
        let empty = || ReviewPage { acts: Vec::new(), ..quiet() };
        let pages = all_registers(|ui| vec![full().view(ui), quiet().view(ui), empty().view(ui)]);
        let (_, first) = &pages[0];
        assert!(first.contains("61") && first.contains("<code>later.act</code>"), "{first}");
        assert!(pages.iter().all(|(_, page)| page.contains("month=2026-10")));
        assert_eq!(pages.iter().filter(|(_, page)| page.contains("month=2026-12")).count(), 3);
    }
}
