//! The letter to an agency without an account: what the person allows, and nothing more.

use base::Arg;
use maud::{Markup, html};
use web::View;
use web::ui::{Ui, card, date_of, facts, prose, section};

use super::act::about;
use super::words::{name, said, word};
use crate::referral::show::Letter;

/// The letter, to be printed.
pub struct LetterPage {
    /// What stands in it.
    pub letter: Letter,
}

impl LetterPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let letter = &self.letter;
        let body = html! {
            p { (date_of(ui.lang, letter.on)) "　" (letter.region) }
            p { (ui.say_with("referral-letter-to", &[("agency", Arg::from(&letter.to.name))])) }
            p { (said(ui, "referral-letter-from", &[("agency", Arg::from(&letter.from.name)), ("area", Arg::from(&letter.from.area))]))
                @if let Some(phone) = &letter.from.phone { br; (ui.say_with("referral-letter-phone", &[("phone", Arg::from(phone))])) } }
            p { (said(ui, "referral-letter-ask", &[("name", Arg::from(name(ui, &letter.person)))])) }
            (facts(&self.heads(ui)))
            (section("told", &ui.t("referral-letter-told"), self.told(ui)))
            (section("answer", &ui.t("referral-letter-answer"), self.answer(ui)))
            p { (ui.say("referral-letter-care")) }
        };
        View::new(ui.t("referral-letter-title"), body).bare()
    }

    fn heads(&self, ui: &Ui<'_>) -> Vec<(String, Markup)> {
        let letter = &self.letter;
        let mut items = vec![
            (ui.t("referral-person").into_owned(), html! { (name(ui, &letter.person)) }),
            (ui.t("referral-act").into_owned(), html! { (word(ui, "kind", letter.act.code())) }),
        ];
        if letter.urgent {
            items.push((ui.t("referral-urgent").into_owned(), html! { (ui.say("referral-urgent-means")) }));
        }
        if let Some(by) = letter.answer_by {
            items.push((ui.t("referral-letter-by").into_owned(), date_of(ui.lang, by)));
        }
        items
    }

    fn told(&self, ui: &Ui<'_>) -> Markup {
        html! {
            p { (ui.say("referral-letter-allowed")) }
            @if let Some(wish) = &self.letter.wish { (card(&ui.t("referral-wish"), prose(wish), None)) }
            @for part in &self.letter.sections { article class="card" { p { (about(ui, &part.label)) } (prose(&part.text)) } }
        }
    }

    /// How to answer without a computer.
    fn answer(&self, ui: &Ui<'_>) -> Markup {
        let number = self.letter.referral.to_string();
        html! {
            @match &self.letter.from.phone {
                Some(phone) => p { (ui.say_with("referral-letter-call", &[("phone", Arg::from(phone)), ("number", Arg::from(&number))])) },
                None => p { (ui.say_with("referral-letter-no-phone", &[("number", Arg::from(&number))])) },
            }
            @for code in ["accept", "wait", "decline", "ask", "arrive"] { p { "□　" (word(ui, "letter-can", code)) } }
        }
    }
}
