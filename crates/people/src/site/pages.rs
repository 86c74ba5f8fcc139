//! The first page and those that explain; checking the help lines.

use base::{Outcome, Problem};
use maud::{Markup, html};
use policy::Act;
use web::ui::{self, Head, Table, Ui, Way, date_of, ruby, section};
use web::{Access, Answer, Cx, Endpoint, Req, Typed, View, Who, see};

use super::{Line, check, store};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let may = Access::May(Act::ReviewSuggestions);
    vec![
        Endpoint::page("/", Access::Public, start),
        Endpoint::page("/about", Access::Public, about),
        Endpoint::page("/privacy", Access::Public, privacy),
        Endpoint::page("/accessibility", Access::Public, accessibility),
        Endpoint::page("/help-lines", may, list),
        Endpoint::page("/help-lines/{line}", may, edit),
        Endpoint::submit(
            "/help-lines/{line}",
            may,
            save,
            edit,
            &[
                ("name", "こころの健康相談統一ダイヤル"),
                ("tel", "0570-064-556"),
                ("hours", "平日 9:00–17:00"),
                ("source", "厚生労働省の案内"),
                ("version", "1"),
            ],
        ),
    ]
}

/// What somebody finds who comes for the first time: search, help, and the way in for workers.
fn start(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    if let Who::Worker(viewer) = cx.who {
        return Ok(Answer::See { to: crate::auth::frame::home(viewer.roles).to_owned(), said: None, cookie: None });
    }
    let ui = Ui::new(cx.words, cx.lang);
    let body = html! {
        (ui.search_box("/directory", &ui.t("site-search"), "q", "", None))
        (section("ways", &ui.t("site-ways"), html! {
            (ui::ways(&[
                way(&ui, "site-way-person", "site-way-person-text", "/directory?family=no"),
                way(&ui, "site-way-family", "site-way-family-text", "/directory?family=yes"),
            ]))
        }))
        p { a href="/sign-in" { span { (ui.say("site-way-worker")) } } }
    };
    Ok(View::new(cx.t("site-start"), body).lead(cx.t("site-start-lead")).for_person().into())
}

fn way(ui: &Ui<'_>, label: &str, text: &str, href: &str) -> Way {
    Way { href: href.to_owned(), label: ui.t(label).into_owned(), text: Some(ui.t(text).into_owned()) }
}

fn text_page(cx: &mut Cx<'_>, title: &str, text: &str) -> Outcome<View> {
    // Our own words, with readings; `prose` is for what people wrote.
    let text = cx.t(text);
    let body = html! { div class="prose" { @for part in text.split("\n\n") { p { (ruby(part.trim())) } } } };
    Ok(View::new(cx.t(title), body))
}

/// What this is, which version runs, and where its source is: the licence wants everybody to be offered it.
fn about(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let mut view = text_page(cx, "web-foot-about", "site-about")?;
    let ui = Ui::new(cx.words, cx.lang);
    let source = &cx.config.source_url;
    let licence = html! {
        (ui::facts(&[
            (ui.t("site-version"), html! { (super::VERSION) }),
            (ui.t("site-licence"), html! { (super::LICENCE) }),
        ]))
        @if source.is_empty() { p { (ui.say("site-source-ask")) } }
        @else { p { a href=(source) rel="noreferrer" { span { (ui.say("site-source")) } } } }
    };
    view.body = html! { (view.body) (section("source", &ui.t("site-source-title"), licence)) };
    Ok(view)
}

fn privacy(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    text_page(cx, "web-foot-privacy", "site-privacy")
}

fn accessibility(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    text_page(cx, "web-foot-accessibility", "site-accessibility")
}

fn list(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let lines = store::all(cx.tx)?;
    let ui = Ui::new(cx.words, cx.lang);
    let heads =
        ["site-line-name", "site-line-tel", "site-line-hours", "site-line-checked"].map(|k| Head::text(ui.t(k)));
    let rows = lines.iter().map(|line| row(&ui, line)).collect();
    let table = Table::new(ui.t("site-lines").into_owned(), heads.to_vec(), rows).quiet_caption();
    Ok(View::new(cx.t("site-lines"), ui.table(&table)).lead(cx.t("site-lines-lead")))
}

fn row(ui: &Ui<'_>, line: &Line) -> Vec<Markup> {
    vec![
        html! { a href={ "/help-lines/" (line.code) } { (line.name) } },
        html! { (line.tel) },
        html! { (line.hours) },
        line.checked_on.map_or_else(|| html! { (ui.say("site-line-unchecked")) }, |day| date_of(ui.lang, day)),
    ]
}

fn edit(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let line = store::get(cx.tx, req.param("line"))?.ok_or(Problem::NotFound)?;
    let ui = Ui::new(cx.words, cx.lang);
    let kept = [("name", &line.name), ("tel", &line.tel), ("hours", &line.hours), ("source", &line.source)];
    let typed = Typed::of(cx, req).filled(kept.map(|(name, value)| (name, value.clone())));
    let field = |name: &str, key: &str| ui.text_field(&typed.field(name, ui.t(key)).required());
    let fields = html! {
        (field("name", "site-line-name"))
        (field("tel", "site-line-tel"))
        (field("hours", "site-line-hours"))
        (field("source", "site-line-source"))
    };
    let form = typed
        .form(format!("/help-lines/{}", line.code), ui.t("site-line-save"), fields)
        .hidden("version", line.version.to_string())
        .cancel("/help-lines", ui.t("site-lines").into_owned());
    Ok(View::new(line.name, ui.form(&form)).under("/help-lines", cx.t("site-lines")))
}

fn save(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    check(cx, req.param("line"), &req.form)?;
    Ok(see("/help-lines", "site-line-saved"))
}
