//! Every piece of the look on a few pages: `gallery worker|list|form|person|paper ja|ja-simple|en > page.html`.
//!
//! Style and script are put into the page here, and only here, so that one file can be opened and looked at.
#![expect(clippy::print_stdout, reason = "the page is the output")]

mod form;
mod list;
mod person;
mod worker;

use base::{Lang, Words};
use maud::Markup;
use web::ui::{self, ASSETS, Action, Crumb, HelpLine, Idle, Language, NavItem, Shell, Signed, Ui};

fn main() {
    let mut wanted = std::env::args().skip(1);
    let page = wanted.next().unwrap_or_default();
    let lang = wanted.next().and_then(|code| Lang::from_code(&code)).unwrap_or_default();
    let words = Words::build(&[base::WORDS, ui::words()]).expect("the words fit together");
    let ui = Ui::new(&words, lang);
    let html = match page.as_str() {
        "list" => list::page(&ui),
        "form" => form::page(&ui),
        "person" => person::page(&ui),
        "paper" => ui.paper("マイライフプラン", &person::plan(&ui)),
        _ => worker::page(&ui),
    };
    println!("{}", inlined(&html.into_string()));
}

/// Puts style and script where the page links to them.
fn inlined(html: &str) -> String {
    let text = |name: &str| ASSETS.iter().find(|a| a.name == name).map_or("", |a| a.text);
    let style = format!(r#"<link rel="stylesheet" href="{}">"#, ui::asset_href("app.css"));
    let script = format!(r#"<script src="{}" defer></script>"#, ui::asset_href("app.js"));
    html.replace(&style, &format!("<style>{}</style>", text("app.css")))
        .replace(&script, "")
        .replace("</body>", &format!("<script>{}</script></body>", text("app.js")))
}

/// The frame that the worker's pages share.
pub fn framed<'a>(ui: &Ui<'_>, title: &'a str, lead: &'a str, action: Option<Action>, body: Markup) -> Shell<'a> {
    let item =
        |label: &str, count| NavItem { href: "#".into(), label: label.into(), current: label == "つなぎ", count };
    Shell {
        title,
        lead: Some(lead),
        action,
        who: Some(Signed {
            name: "佐藤 美咲".into(),
            agency: "みなと県精神保健福祉センター".into(),
            home_href: "#".into(),
            account_href: "/account".into(),
            nav: vec![
                item("今日すること", Some(4)),
                item("つなぎ", Some(2)),
                item("担当している方", None),
                item("相談助言", Some(1)),
                item("社会資源", None),
                item("部会と課題", None),
                item("地域のすがた", None),
            ],
            switch_href: Some("#".into()),
            sign_out: Some("/sign-out".into()),
        }),
        crumbs: vec![Crumb { href: "#".into(), label: "今日すること".into() }],
        languages: languages(),
        help: Some(help(ui)),
        region: "みなと県",
        foot: foot(),
        banner: Some("これは見本の地域です。実在の人・機関は登場しません。".into()),
        idle: Some(Idle { after_s: 900, warn_s: 60, href: "/lock".into(), touch: None }),
        body,
        ..Shell::default()
    }
}

/// The registers, as a frame offers them.
pub fn languages() -> Vec<Language> {
    Lang::ALL.map(|lang| Language { lang, href: format!("/language/{}", lang.code()), keeps: None }).into()
}

/// Links at the foot.
pub fn foot() -> Vec<Crumb> {
    ["このシステムについて", "個人情報の取扱い", "ウェブアクセシビリティ方針"]
        .map(|label| Crumb { href: "#".into(), label: label.into() })
        .into()
}

/// Help lines, with invented numbers.
pub fn help(ui: &Ui<'_>) -> Markup {
    let line = |name: &str, tel: &str, hours: &str, note: Option<&str>| HelpLine {
        name: name.into(),
        tel: tel.into(),
        hours: hours.into(),
        note: note.map(Into::into),
    };
    ui.help_lines(
        &[
            line(
                "みなと県 依存症相談《いぞんしょうそうだん》",
                "000-000-0001",
                "平日《へいじつ》 午前9時〜午後5時",
                Some("名前を言わなくても相談できます"),
            ),
            line("こころの電話《でんわ》", "000-000-0002", "毎日《まいにち》 午後6時〜午後10時", None),
        ],
        None,
    )
}
