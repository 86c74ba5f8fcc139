//! What a worker's day begins with.

use base::{Arg, Date};
use maud::{Markup, html};
use web::View;
use web::ui::{Action, Count, Head, Table, Tone, Ui, badge, counts, date_of, disclosure, facts, section};

use super::words::{deadline, name, said, state, to, to_about, word};
use crate::referral::show::{Ending, EndingConsent, Home, Item};

/// The home of a worker.
pub struct HomePage {
    /// The lists.
    pub home: Home,
    /// Today.
    pub today: Date,
}

impl HomePage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let lists = self.lists();
        let waits = lists.iter().any(|(_, items)| !items.is_empty())
            || !self.home.endings.is_empty()
            || !self.home.consents.is_empty();
        let body = html! {
            @if waits {
                (counts(&self.numbers(ui)))
                @if self.home.more { p { (ui.say("referral-home-more")) " " a href="/referrals" { (ui.t("referral-list-title")) } } }
                @for (code, items) in lists { @if !items.is_empty() { (self.list(ui, code, items)) } }
                @if !self.home.endings.is_empty() { (self.endings(ui)) }
                @if !self.home.consents.is_empty() { (self.consents(ui)) }
                (self.empty_ones(ui))
            } @else {
                (ui.empty(&ui.t("referral-home-free"), &ui.t("referral-home-free-text"), Some(&Action::new("/referrals", ui.t("referral-list-title")))))
            }
        };
        let view = View::new(ui.t("referral-home"), body).lead(ui.t("referral-home-lead")).within("/home");
        view.action("/persons", ui.t("referral-home-act"))
    }

    /// The lists in the order of the page: what waits too long stands first.
    fn lists(&self) -> [(&'static str, &[Item]); 5] {
        let home = &self.home;
        [
            ("overdue", &home.overdue),
            ("to-answer", &home.to_answer),
            ("waiting-on-us", &home.waiting_on_us),
            ("to-confirm", &home.to_confirm),
            ("follow-up", &home.follow_up),
        ]
    }

    fn numbers(&self, ui: &Ui<'_>) -> Vec<Count> {
        let ends = [("endings", self.home.endings.len()), ("consents", self.home.consents.len())];
        let all = self.lists().into_iter().map(|(code, items)| (code, items.len())).chain(ends);
        all.map(|(code, n)| Count {
            label: word(ui, "home", code),
            number: said(ui, "referral-count", &[("n", Arg::from(n))]),
            href: (n > 0).then(|| format!("#{code}")),
            tone: if code == "overdue" && n > 0 { Tone::Warning } else { Tone::Neutral },
        })
        .collect()
    }

    fn list(&self, ui: &Ui<'_>, code: &str, items: &[Item]) -> Markup {
        let heads =
            ["referral-person", "referral-to-do", "referral-other", "referral-until"].map(|key| Head::text(ui.t(key)));
        let rows = items.chunk_by(belong_together).map(|items| self.row(ui, items)).collect();
        let title = word(ui, "home", code);
        let table = Table::new(&title, heads.to_vec(), rows).quiet_caption();
        section(
            code,
            &title,
            html! { p { (ui.say(&format!("referral-home-{code}-text"))) } div class="even" { (ui.table(&table)) } },
        )
    }

    /// One hand-over, with everything that is to be done about it by the same day.
    fn row(&self, ui: &Ui<'_>, items: &[Item]) -> Vec<Markup> {
        let Some(first) = items.first() else { return Vec::new() };
        let about =
            first.person.as_ref().map_or_else(|| ui.t("referral-nobody").into_owned(), |person| name(ui, person));
        let what = |item: &Item| {
            let what = word(ui, "todo", item.what);
            let what = if item.ours { what } else { said(ui, "referral-theirs", &[("what", Arg::from(&what))]) };
            to_about(&place(item), &what, &about)
        };
        vec![
            html! { span class="whom" { (about) } @if first.urgent { " " (badge(Tone::Warning, &ui.t("referral-urgent"))) }
            @if let Some(now) = first.state { " " (state(ui, now)) } },
            html! { ul class="plain" { @for item in items { li { (what(item)) } } } },
            html! { (first.other.name) },
            deadline(ui, first.due_on, self.today),
        ]
    }

    fn endings(&self, ui: &Ui<'_>) -> Markup {
        let heads =
            ["referral-person", "referral-ending", "referral-until", "referral-to-do"].map(|key| Head::text(ui.t(key)));
        let row = |ending: &Ending| {
            let person = name(ui, &ending.person);
            vec![
                to(&format!("/persons/{}", ending.person.id), &person),
                html! { (word(ui, "ending", ending.kind)) },
                date_of(ui.lang, ending.on),
                to_about(&format!("/persons/{}/refer", ending.person.id), &ui.t("referral-ending-do"), &person),
            ]
        };
        let rows = self.home.endings.iter().map(row).collect();
        let title = word(ui, "home", "endings");
        let table = Table::new(&title, heads.to_vec(), rows).quiet_caption();
        section(
            "endings",
            &title,
            html! { p { (ui.say("referral-home-endings-text")) } div class="even" { (ui.table(&table)) } },
        )
    }

    fn consents(&self, ui: &Ui<'_>) -> Markup {
        let heads =
            ["referral-person", "referral-other", "referral-until", "referral-to-do"].map(|key| Head::text(ui.t(key)));
        let row = |ending: &EndingConsent| {
            let person = name(ui, &ending.person);
            let home = format!("/persons/{}", ending.person.id);
            let renew = format!("{home}/consents/new?to={}&renew={}", ending.to.id, ending.grant);
            vec![
                to(&home, &person),
                html! { (ending.to.name) },
                date_of(ui.lang, ending.on),
                to_about(&renew, &ui.t("consent-renew"), &person),
            ]
        };
        let title = word(ui, "home", "consents");
        let table = Table::new(&title, heads.to_vec(), self.home.consents.iter().map(row).collect()).quiet_caption();
        section(
            "consents",
            &title,
            html! { p { (ui.say("referral-home-consents-text")) } div class="even" { (ui.table(&table)) } },
        )
    }

    /// What would stand in the lists that are empty, for those who look for it.
    fn empty_ones(&self, ui: &Ui<'_>) -> Markup {
        let empty = self.lists().into_iter().filter(|(_, items)| items.is_empty()).map(|(code, _)| code);
        let endings = self.home.endings.is_empty().then_some("endings");
        let consents = self.home.consents.is_empty().then_some("consents");
        let items: Vec<(String, Markup)> = empty
            .chain(endings)
            .chain(consents)
            .map(|code| (word(ui, "home", code), ui.say(&format!("referral-home-{code}-none"))))
            .collect();
        html! { @if !items.is_empty() { (disclosure(&ui.t("referral-home-empty"), facts(&items))) } }
    }
}

/// What is to be done about the same hand-over by the same day stands in one row.
fn belong_together(one: &Item, next: &Item) -> bool {
    one.referral.is_some() && one.referral == next.referral && one.due_on == next.due_on
}

/// Where it is done.
fn place(item: &Item) -> String {
    if let Some(question) = item.question {
        return if item.ours { format!("/capacity/{question}") } else { "/capacity".to_owned() };
    }
    if let Some(request) = item.request {
        return if item.ours { format!("/requests/{request}") } else { "/requests".to_owned() };
    }
    let root = item.referral.map_or_else(|| "/referrals".to_owned(), |id| format!("/referrals/{id}"));
    let page = match item.what {
        _ if !item.ours => "",
        "answer" => "/answer",
        "arrival" => "/arrive",
        "confirm" => "/confirm",
        "know" => "/know",
        "ask_person" => "/person-says",
        "follow_up" => "/follow-up",
        "reach" => "/re-engage",
        // A choice of several: the referral's own page offers them.
        _ => "",
    };
    format!("{root}{page}")
}
