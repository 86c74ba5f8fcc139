//! The pages of emergency looks, each a function of what stands on it.

use base::Arg;
use maud::{Markup, html};
use web::View;
use web::ui::{self, Confirm, Tone, Ui, badge, facts, prose};

use super::model::{Emergency, Finding, Live, Reason};
use super::review::DELAY_DAYS;
use crate::form::{Typed, said};
use crate::person::categories;

/// Asking for an emergency look.
pub(super) struct AskPage {
    /// What stands open already.
    pub live: Vec<Live>,
    /// Minutes for which it would hold.
    pub minutes: i64,
    pub typed: Typed,
}

impl AskPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @for live in &self.live {
                (open_now(ui, live, html! { a href={ "/persons/" (live.person) } { span { (ui.say("emergency-show")) } } "　" }))
            }
            ul {
                li { (ui.say("emergency-does-tell")) }
                li { (ui.say("emergency-does-shut")) }
                li { (ui.say("emergency-does-exact")) }
            }
            (self.form(ui))
        };
        View::new(ui.t("emergency-title"), body)
            .lead(said(ui, "emergency-lead", &[("n", Arg::from(self.minutes))]))
            .under("/persons", ui.t("person-list-title"))
            .within("/persons")
    }

    fn form(&self, ui: &Ui<'_>) -> Markup {
        let typed = &self.typed;
        let field = |name: &str, key: &str| typed.field(name, ui.t(key)).max(100).autocomplete("off");
        let reasons = Reason::ALL.iter().map(|reason| (reason.code(), ui.t(reason.key())));
        let fields = html! {
            (ui.field_group(&ui.t("emergency-whom"), Some(&ui.t("emergency-whom-support")), html! {
                (ui.text_field(&field("name", "emergency-name")))
                (ui.text_field(&field("kana", "emergency-kana")))
                (ui.text_field(&field("birth_year", "emergency-birth-year")))
                (ui.text_field(&field("number", "emergency-number")))
            }))
            (ui.radios(&typed.question("reason", ui.t("emergency-reason")).required(), &typed.choices("reason", reasons)))
            (ui.text_area(&typed.field("text", ui.t("emergency-text")).support(ui.t("emergency-text-support")).required(), 4))
        };
        // Without a key: the answer to a wrong guess is a page, and those cannot be remembered.
        let form = ui::Form { once: String::new(), ..typed.form("/emergency", ui.t("emergency-do"), fields) };
        ui.form(&form.grave().cancel("/persons", ui.t("emergency-back")))
    }
}

/// That a look stands open, until when, and the way to end it, with `before` beside that; on the person's page too.
pub(crate) fn open_now(ui: &Ui<'_>, live: &Live, before: Markup) -> Markup {
    let text = said(ui, "emergency-open-until", &[("time", Arg::from(base::jp::easy_time(ui.lang, live.until)))]);
    let more = html! {
        p { (ui.say(live.reason.key())) }
        p {
            (before)
            a href={ "/emergency/" (live.id) "/end" } { span { (ui.say("emergency-end")) } }
        }
    };
    ui.notice(Tone::Warning, &text, Some(more))
}

/// Asking before a look is ended.
pub(super) struct EndPage {
    pub live: Live,
    pub typed: Typed,
}

impl EndPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let form = ui.confirm_form(&Confirm {
            action: format!("/emergency/{}/end", self.live.id),
            once: self.typed.once.clone(),
            label: ui.t("emergency-end-do").into_owned(),
            primary: true,
            ..Confirm::default()
        });
        let body =
            html! { (form) p { a href={ "/persons/" (self.live.person) } { span { (ui.say("emergency-show")) } } } };
        View::new(ui.t("emergency-end"), body).lead(ui.t("emergency-end-text")).within("/persons")
    }
}

/// An emergency look with the name of the worker.
pub(super) struct Seen {
    pub one: Emergency,
    pub worker: String,
    pub overdue: bool,
}

impl Seen {
    fn heading(&self, ui: &Ui<'_>) -> String {
        let from = self.one.from;
        let when = format!("{} {}", base::jp::show_date(ui.lang, from.date_jst()), base::jp::easy_time(ui.lang, from));
        said(ui, "emergency-of", &[("at", Arg::from(when)), ("worker", Arg::from(&self.worker))])
    }

    /// Why, what was seen, and what came of it.
    fn about(&self, ui: &Ui<'_>) -> Markup {
        let one = &self.one;
        let mut items = vec![
            (ui.t("emergency-reason"), ui.say(one.reason.key())),
            (ui.t("emergency-text"), prose(&one.text)),
            (ui.t("emergency-ended-at"), ui::time_of(ui.lang, one.until)),
            (ui.t("emergency-looks"), ui.say_with("emergency-looks-n", &[("n", Arg::from(one.looks))])),
        ];
        if !one.seen.is_empty() {
            items.push((ui.t("audit-head-categories"), categories(ui, one.seen)));
        }
        if one.tell_at > one.from {
            items.push((ui.t("emergency-told-from"), ui::date_of(ui.lang, one.tell_at.date_jst())));
        }
        match &one.found {
            Some((finding, note)) => {
                items.push((ui.t("emergency-finding"), html! { (ui.say(finding.key())) (prose(note)) }));
            }
            None => items.push((
                ui.t("emergency-due"),
                html! { (ui::date_of(ui.lang, one.due())) @if self.overdue { " " (badge(Tone::Error, &ui.t("emergency-overdue"))) } },
            )),
        }
        facts(&items)
    }
}

/// Emergency looks of the own agency's workers, for the privacy officer.
pub(super) struct ListPage {
    pub waiting: Vec<Seen>,
    pub reviewed: Vec<Seen>,
}

impl ListPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let acts = |seen: &Seen| {
            let at = format!("/audit/emergencies/{}", seen.one.id);
            html! {
                a class="button button-second" href={ (at) "/review" } { span { (ui.say("emergency-review")) } span class="only-read" { "：" (seen.heading(ui)) } }
                a class="button button-quiet" href={ (at) "/delay" } { span { (ui.say("emergency-delay")) } span class="only-read" { "：" (seen.heading(ui)) } }
            }
        };
        let body = html! {
            @if self.waiting.is_empty() { (ui.empty(&ui.t("emergency-none"), &ui.t("emergency-none-text"), None)) }
            @for seen in &self.waiting { (ui::card(&seen.heading(ui), seen.about(ui), Some(acts(seen)))) }
            @if !self.reviewed.is_empty() {
                (ui::section("reviewed", &ui.t("emergency-reviewed-before"), html! {
                    @for seen in &self.reviewed { (ui::card(&seen.heading(ui), seen.about(ui), None)) }
                }))
            }
        };
        under(ui, ui.t("emergency-list-title").into_owned(), body).lead(ui.t("emergency-list-lead"))
    }
}

fn under(ui: &Ui<'_>, title: String, body: Markup) -> View {
    View::new(title, body).under("/audit", ui.t("audit-title")).within("/audit")
}

/// Saying what was found out.
pub(super) struct OnePage {
    pub seen: Seen,
    pub typed: Typed,
}

impl OnePage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let findings = Finding::ALL.iter().map(|finding| (finding.code(), ui.t(finding.key())));
        let fields = html! {
            (ui.radios(&self.typed.question("finding", ui.t("emergency-finding")).required(), &self.typed.choices("finding", findings)))
            (ui.text_area(&self.typed.field("note", ui.t("emergency-note")).support(ui.t("emergency-note-support")).required(), 4))
        };
        let action = format!("/audit/emergencies/{}/review", self.seen.one.id);
        let form = self.typed.form(action, ui.t("emergency-review-do"), fields);
        let body =
            html! { (self.seen.about(ui)) (ui.form(&form.cancel("/audit/emergencies", ui.t("emergency-back")))) };
        under(ui, self.seen.heading(ui), body).under("/audit/emergencies", ui.t("emergency-list-title"))
    }
}

/// Letting the person be told later.
pub(super) struct DelayPage {
    pub seen: Seen,
    pub typed: Typed,
}

impl DelayPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let fields = html! {
            (ui.date_field(&self.typed.field("until", ui.t("emergency-delay-until")).required()))
            (ui.text_area(&self.typed.field("why", ui.t("emergency-delay-why")).required(), 4))
        };
        let action = format!("/audit/emergencies/{}/delay", self.seen.one.id);
        let form = self.typed.form(action, ui.t("emergency-delay-do"), fields);
        let body =
            html! { (self.seen.about(ui)) (ui.form(&form.cancel("/audit/emergencies", ui.t("emergency-back")))) };
        under(ui, ui.t("emergency-delay").into_owned(), body)
            .under("/audit/emergencies", ui.t("emergency-list-title"))
            .lead(said(ui, "emergency-delay-lead", &[("n", Arg::from(DELAY_DAYS))]))
    }
}

#[cfg(test)]
mod tests {
    use base::{GlassId, PersonId, Time, WorkerId};
    use policy::Categories;

    use super::*;
    use crate::samples::all_registers;

    fn live() -> Live {
        let (id, person) = (GlassId::from_raw(5), PersonId::from_raw(7));
        Live { id, person, reason: Reason::Life, until: Time::from_micros(0) }
    }

    fn seen(found: Option<Finding>, overdue: bool) -> Seen {
        let from = Time::from_micros(0);
        let one = Emergency {
            id: GlassId::from_raw(5),
            worker: WorkerId::from_raw(4),
            from,
            until: from.plus_minutes(60),
            reason: Reason::Other,
            text: "<b>意識がない".to_owned(),
            tell_at: from.plus_days(3),
            found: found.map(|finding| (finding, "<i>".to_owned())),
            looks: 2,
            seen: Categories::ALL,
        };
        Seen { one, worker: "<b>酒井".to_owned(), overdue }
    }

    fn typed() -> Typed {
        let values =
            web::Form::of(&[("name", "<i>だれか"), ("reason", "life"), ("until", "<i>"), ("finding", "wrong")]);
        let errors = vec![("kana".into(), "x".into()), (String::new(), "y".into())];
        Typed { once: "k".into(), values, errors, ..Typed::default() }
    }

    #[test]
    fn every_page_has_its_words_and_escapes_what_was_typed() {
        let pages = all_registers(|ui| {
            let found = Finding::ALL.iter().map(|finding| seen(Some(*finding), false)).collect();
            vec![
                AskPage { live: vec![live()], minutes: 60, typed: typed() }.view(ui),
                EndPage { live: live(), typed: typed() }.view(ui),
                ListPage { waiting: vec![seen(None, true), seen(None, false)], reviewed: found }.view(ui),
                ListPage { waiting: Vec::new(), reviewed: Vec::new() }.view(ui),
                OnePage { seen: seen(None, true), typed: typed() }.view(ui),
                DelayPage { seen: seen(None, false), typed: typed() }.view(ui),
            ]
        });
        for (_, html) in pages {
            assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
        }
    }
}
