//! The page of the audit trail.

use base::{Arg, Lang, Time};
use maud::{Markup, html};
use web::View;
use web::ui::{self, Head, Table, Tone, Ui, tag};

use super::Looked;

/// One line and the name of the worker.
pub(super) struct Line {
    pub looked: Looked,
    pub worker: Option<String>,
}

/// What the agency's workers did and saw, newest first.
pub(super) struct AuditPage {
    pub lines: Vec<Line>,
    pub next: Option<Time>,
    pub first: bool,
    /// Objections that wait for an answer; told on the first page.
    pub objections: usize,
    /// Emergency looks that wait for a review; told on the first page.
    pub emergencies: u32,
    /// Alarms of the last days; told on the first page.
    pub alarms: i64,
}

impl AuditPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let heads = ["at", "worker", "act", "basis", "categories"];
        let mut heads: Vec<_> = heads.iter().map(|h| Head::text(ui.t(&format!("audit-head-{h}")))).collect();
        heads.push(Head::number(ui.t("audit-head-shown")));
        let rows = self.lines.iter().map(|line| row(ui, line)).collect();
        let table = Table::new(ui.t("audit-title"), heads, rows).quiet_caption();
        let next = self.next.map(|at| format!("/audit?before={at}"));
        let body = html! {
            @if self.objections > 0 {
                (ui.notice(Tone::Warning, &ui.words.f(ui.lang, "audit-objections-n", &[("n", Arg::from(self.objections))]), None))
            }
            @if self.emergencies > 0 {
                (ui.notice(Tone::Warning, &ui.words.f(ui.lang, "emergency-waiting-n", &[("n", Arg::from(self.emergencies))]), None))
            }
            @if self.alarms > 0 {
                (ui.notice(Tone::Warning, &ui.words.f(ui.lang, "audit-alarms-n", &[("n", Arg::from(self.alarms))]), None))
            }
            @if self.first {
                p { a href="/audit/review" { span { (ui.say("audit-review-title")) } } "　"
                    a href="/audit/objections" { span { (ui.say("audit-objections-title")) } } "　"
                    a href="/audit/emergencies" { span { (ui.say("emergency-list-title")) } } }
            }
            @if self.lines.is_empty() {
                (ui.empty(&ui.t("audit-none"), &ui.t("audit-none-text"), None))
            } @else { (ui.table(&table)) }
            (ui.next_page(next.as_deref()))
            @if !self.first { p { a href="/audit" { span { (ui.say("audit-newest")) } } } }
        };
        View::new(ui.t("audit-title"), body).lead(ui.t("audit-lead")).within("/audit")
    }
}

fn row(ui: &Ui<'_>, line: &Line) -> Vec<Markup> {
    let Looked { at, act, purpose, basis, categories, shown, .. } = &line.looked;
    vec![
        ui::time_of(ui.lang, *at),
        html! { @match &line.worker { Some(name) => (name), None => (ui.say("audit-by-product")) } },
        html! {
            (act_name(ui, act))
            @if let Some(code) = purpose {
                span class="source under" { (ui.say("audit-head-purpose")) "：" (ui.say(&format!("consent-purpose-{code}"))) }
            }
        },
        basis_name(ui, basis),
        html! { @for category in categories.iter() { (tag(&ui.t(&format!("consent-category-{}", category.code())))) " " } },
        html! { @if *shown > 0 { (ui.say_with("audit-persons", &[("n", Arg::from(*shown))])) } },
    ]
}

/// What was done, in words; an act of a room without a word for it keeps its code, so that nothing is hidden.
pub(super) fn act_name(ui: &Ui<'_>, act: &str) -> Markup {
    let key = format!("audit-act-{}", act.replace(['.', '_'], "-"));
    html! { @if ui.words.has(Lang::Ja, &key) { (ui.say(&key)) } @else { code { (act) } } }
}

pub(super) fn basis_name(ui: &Ui<'_>, basis: &str) -> Markup {
    let (kind, rest) = basis.split_once(':').unwrap_or((basis, ""));
    let key = match kind {
        "own" => "audit-basis-own",
        "grant" => "audit-basis-grant",
        "grants" => "audit-basis-grants",
        "law" => "audit-basis-law",
        "break-glass" => "audit-basis-break-glass",
        _ => "audit-basis-role",
    };
    html! { (ui.say(key)) @if !rest.is_empty() { " " code { (rest) } } }
}

#[cfg(test)]
mod tests {
    use policy::Categories;

    use super::*;
    use crate::samples::all_registers;

    /// Every act of this wing.
    const ACTS: &[&str] = &[
        "agency.change",
        "agency.create",
        "agency.duty",
        "agency.kind.add",
        "agency.second-factor",
        "agency.second-factor.end",
        "audit.alarm",
        "audit.answer",
        "audit.export",
        "audit.looked",
        "audit.object",
        "audit.objections",
        "audit.read",
        "audit.review",
        "consent.grant",
        "consent.lift",
        "consent.list",
        "consent.open",
        "consent.preview",
        "consent.refuse",
        "consent.revoke",
        "consent.take_back_relapse",
        "emergency.delay",
        "emergency.end",
        "emergency.list",
        "emergency.open",
        "emergency.refused",
        "emergency.review",
        "entry.write",
        "fact.write",
        "passkey.add",
        "passkey.counter",
        "passkey.refused",
        "passkey.remove",
        "lawful.confirm",
        "lawful.decline",
        "lawful.end",
        "lawful.enter",
        "lawful.list",
        "password.change",
        "person.assign",
        "person.change",
        "person.doubles",
        "person.end",
        "person.list",
        "person.name",
        "person.open",
        "person.register",
        "relation.write",
        "separation.end",
        "separation.list",
        "separation.set",
        "second-factor.codes",
        "second-factor.confirm",
        "second-factor.end",
        "second-factor.propose",
        "second-factor.recover",
        "second-factor.refused",
        "session.close",
        "session.open",
        "session.refused",
        "session.step-up",
        "session.step-up.refused",
        "session.switch",
        "worker.add",
        "worker.close",
        "worker.office.alone",
        "worker.office.ask",
        "worker.office.confirm",
        "worker.office.withdraw",
        "worker.leave",
        "worker.roles",
        "worker.sit-in",
    ];

    fn line(act: &str, basis: &str) -> Line {
        let looked = Looked {
            at: "2026-11-20T01:00:00Z".parse().expect("a moment"),
            agency: None,
            worker: None,
            act: act.to_owned(),
            purpose: Some("support".to_owned()),
            basis: basis.to_owned(),
            categories: Categories::ALL,
            shown: 3,
        };
        Line { looked, worker: Some("酒井 はる".to_owned()) }
    }

    #[test]
    fn every_act_and_basis_has_its_words() {
        let pages = all_registers(|ui| {
            let lines = ACTS.iter().map(|act| line(act, "grant:000:1")).collect();
            let bases =
                ["own", "grants", "role", "law:7", "break-glass:7"].map(|basis| line("person.open", basis)).into();
            vec![
                AuditPage {
                    lines,
                    next: Some(Time::from_micros(0)),
                    first: true,
                    objections: 2,
                    emergencies: 3,
                    alarms: 2,
                }
                .view(ui),
                AuditPage { lines: bases, next: None, first: false, objections: 0, emergencies: 0, alarms: 0 }.view(ui),
                AuditPage { lines: Vec::new(), next: None, first: true, objections: 0, emergencies: 0, alarms: 0 }
                    .view(ui),
            ]
        });
        for (_, html) in pages {
            for act in ACTS {
                assert!(!html.contains(&format!("<code>{act}</code>")), "{act} has no words");
            }
        }
    }

    #[test]
    fn an_act_without_words_is_not_hidden() {
        let pages = all_registers(|ui| {
            vec![
                AuditPage {
                    lines: vec![line("later.act", "own")],
                    next: None,
                    first: true,
                    objections: 0,
                    emergencies: 0,
                    alarms: 0,
                }
                .view(ui),
            ]
        });
        assert!(pages.iter().all(|(_, html)| html.contains("later.act")));
    }
}
