//! The page of notices.

use base::Lang;
use maud::html;
use web::View;
use web::ui::{self, Confirm, Tone, Ui, badge};

use super::Notice;
use crate::form::Typed;

/// The agency's notices, newest first.
pub(super) struct NoticePage {
    pub items: Vec<Notice>,
    pub typed: Typed,
}

impl NoticePage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let unread = self.items.iter().any(|notice| !notice.is_read);
        let body = html! {
            @if self.items.is_empty() {
                (ui.empty(&ui.t("notice-none"), &ui.t("notice-none-text"), None))
            } @else {
                ol class="timeline" {
                    @for notice in &self.items { (item(ui, notice)) }
                }
            }
            @if let Some(newest) = self.items.first().filter(|_| unread) {
                (ui.confirm_form(&Confirm {
                    action: "/notices/read".to_owned(),
                    once: self.typed.once.clone(),
                    hidden: vec![("until".to_owned(), newest.at.to_string())],
                    label: ui.t("notice-read-all").into_owned(),
                    ..Confirm::default()
                }))
            }
        };
        View::new(ui.t("notice-title"), body).lead(ui.t("notice-lead")).within("/notices")
    }
}

fn item(ui: &Ui<'_>, notice: &Notice) -> maud::Markup {
    // A notice may come from a room that a later version has taken away.
    let key = if ui.words.has(Lang::Ja, &notice.kind) { notice.kind.as_str() } else { "notice-something" };
    html! {
        li class={ "moment " @if notice.is_read { "moment-neutral" } @else { "moment-info" } } {
            p class="moment-when" { (ui::time_of(ui.lang, notice.at)) }
            p class="moment-title" {
                a href=(notice.href) { span { (ui.say(key)) } }
                @if !notice.is_read { " " (badge(Tone::Info, &ui.t("notice-new"))) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::all_registers;

    #[test]
    fn a_notice_of_a_room_that_is_gone_still_says_something() {
        let notice = |kind: &str, is_read| Notice {
            at: "2026-11-20T01:00:00Z".parse().expect("a moment"),
            kind: kind.to_owned(),
            href: "/referrals/0000000000001".to_owned(),
            is_read,
        };
        let pages = all_registers(|ui| {
            let items = vec![notice("notice-something", false), notice("notice-something", true)];
            let typed = Typed::default;
            vec![
                NoticePage { items, typed: typed() }.view(ui),
                NoticePage { items: vec![notice("gone-kind", true)], typed: typed() }.view(ui),
                NoticePage { items: Vec::new(), typed: typed() }.view(ui),
            ]
        });
        assert!(pages.iter().all(|(_, html)| !html.contains("gone-kind")));
    }

    #[test]
    fn a_mail_says_only_that_there_is_something() {
        let words = crate::testing::words_of(crate::rooms());
        for lang in Lang::ALL {
            let address = [("address", base::Arg::from("x.example"))];
            let body = words.f(lang, "notice-mail-body", &address);
            assert!(body.contains("x.example"), "{body}");
            assert!(!words.t(lang, "notice-mail-subject").is_empty());
        }
        assert_eq!(words.missing(), 0);
    }
}
