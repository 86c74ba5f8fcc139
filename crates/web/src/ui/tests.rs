//! What holds for every piece: it passes a strict content security policy and the Digital Agency's rules for forms.

use base::{Lang, Words};
use maud::{Markup, html};

use super::*;

fn words() -> Words {
    Words::build(&[base::WORDS, super::words()]).expect("the words fit together")
}

fn asked() -> Field {
    Field::new("day", "会う日").required().value("R8.2.30").max(20).support("例").error(Some("ありません".into()))
}

/// One of everything.
fn everything(ui: &Ui<'_>) -> Markup {
    let field = asked();
    let choices = Choices::of([("a", "あ"), ("b", "い")], &["b"]).0;
    let table = Table::new(
        "表",
        vec![Head::text("名"), Head::number("数").sort("/s", Sort::Up)],
        vec![vec![html! { "x" }, html! { "1" }]],
    );
    let questions = html! {
        (ui.text_field(&field)) (ui.text_area(&field, 3)) (ui.date_field(&field)) (ui.select(&field, Some("なし"), &choices))
        (ui.radios(&field, &choices)) (ui.checkboxes(&field, &choices)) (ui.tick(&field, true))
        (ui.field_group("組", Some("説明"), html! {}))
    };
    let form = Form::new("/act", "送る", questions).once("k").hidden("v", "1").cancel("/", "やめる").guarded().grave();
    let body = html! {
        (ui.form(&form.errors(vec![Wrong::new("day", "会う日", "ありません"), Wrong::new("", "", "もう一度")])))
        (ui.confirm_form(&Confirm { action: "/x".into(), label: "受ける".into(), about: Some("三浦".into()), ..Confirm::default() }))
        (ui.search_box("/q", "探す", "q", "", Some(html! { "more" })))
        (ui.table(&table)) (ui.table(&table.clone().scroll().foot(vec![html! { "計" }, html! { "1" }]))) (ui.next_page(Some("/n")))
        @for tone in [Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Error] { (badge(tone, "状態")) (ui.notice(tone, "文", None)) }
        (tag("語")) (ui.empty("なし", "次は", Some(&Action::new("/", "書く"))))
        (ui.steps("歩み", &[StepState::Done, StepState::Now, StepState::Next, StepState::Skipped].map(|s| Step::new("段", s).note("誰"))))
        (ui.timeline(&[Moment { when: html! { "今" }, title: "事".into(), by: Some("人".into()), tone: Tone::Info, body: Some(prose("a\nb")) }]))
        (ui.tabs("見方", &[Tab { href: "/t".into(), label: "一".into(), current: true }]))
        (counts(&[Count { label: "数".into(), number: "3件".into(), href: Some("/".into()), tone: Tone::Warning }]))
        (card("題", html! {}, Some(html! {}))) (section("s", "節", html! {})) (facts(&[("名", html! { "値" })]))
        (ways(&[Way { href: "/w".into(), label: "道".into(), text: Some("文".into()) }])) (disclosure("開く", html! {}))
    };
    let signed = Signed {
        name: "佐藤".into(),
        agency: "機関".into(),
        home_href: "/today".into(),
        account_href: "/account".into(),
        nav: vec![NavItem { href: "/today".into(), label: "今日".into(), current: true, count: Some(2) }],
        switch_href: Some("/switch".into()),
        sign_out: Some("/sign-out".into()),
    };
    let help =
        HelpLine { name: "窓口".into(), tel: "000-000".into(), hours: "平日".into(), note: Some("無料".into()) };
    ui.page(&Shell {
        title: "題",
        lead: Some("文"),
        action: Some(Action::new("/new", "書く")),
        who: Some(signed),
        quick_exit: true,
        flash: Some(Flash::done("済み")),
        crumbs: vec![Crumb { href: "/".into(), label: "初め".into() }],
        languages: vec![Language { lang: Lang::En, href: "/en".into(), keeps: None }],
        help: Some(ui.help_lines(&[help], None)),
        banner: Some("見本".into()),
        region: "みなと県",
        foot: vec![Crumb { href: "/about".into(), label: "説明".into() }],
        idle: Some(Idle { after_s: 900, warn_s: 60, href: "/lock".into(), touch: Some("/here".into()) }),
        body,
        ..Shell::default()
    })
}

#[test]
fn nothing_is_inline_dimmed_hinted_inside_or_fetched_from_elsewhere() {
    let words = words();
    for lang in Lang::ALL {
        let ui = Ui::new(&words, lang);
        for page in [everything(&ui), ui.paper("紙", &html! {})] {
            let page = page.into_string();
            for never in [
                " style=",
                "<style",
                "placeholder=",
                " disabled",
                " readonly",
                "http://",
                "https://",
                " onclick",
                "javascript:",
                "autofocus",
            ] {
                assert!(!page.contains(never), "{never} in {lang:?}");
            }
        }
    }
    assert_eq!(words.missing_keys(), Vec::<String>::new());
}

#[test]
fn style_and_script_ask_nothing_of_other_hosts() {
    for asset in ASSETS.iter().filter(|a| a.name != "icon.svg") {
        for never in ["http:", "https:", "url(", "@import", "eval(", "innerHTML"] {
            assert!(!asset.text.contains(never), "{never} in {}", asset.name);
        }
    }
}

#[test]
fn an_error_is_said_with_the_field_it_is_about() {
    let words = words();
    let ui = Ui::new(&words, Lang::Ja);
    let choices = Choices::of([("a", "あ")], &[]).0;
    let one = |page: Markup| page.into_string();
    for page in [
        one(ui.text_field(&asked())),
        one(ui.text_area(&asked(), 3)),
        one(ui.date_field(&asked())),
        one(ui.select(&asked(), None, &choices)),
        one(ui.radios(&asked(), &choices)),
        one(ui.checkboxes(&asked(), &choices)),
        one(ui.tick(&asked(), false)),
    ] {
        assert!(page.contains(r#"aria-invalid="true""#), "{page}");
        let ids =
            page.split(r#"aria-describedby=""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        assert!(ids.ends_with("f-day-error"), "{page}");
        for id in ids.split(' ') {
            assert_eq!(page.matches(&format!(r#" id="{id}""#)).count(), 1, "{id} in {page}");
        }
    }
}

#[test]
fn an_error_that_is_not_there_is_not_announced() {
    let words = words();
    let page = Ui::new(&words, Lang::Ja).text_field(&Field::new("name", "名前")).into_string();
    assert!(!page.contains("aria-invalid") && !page.contains("aria-describedby"), "{page}");
}

#[test]
fn a_number_beside_the_navigation_stays_short() {
    let words = words();
    let ui = Ui::new(&words, Lang::Ja);
    let shown = |count| {
        let item = NavItem { href: "/n".into(), label: "知".into(), current: false, count };
        ui.nav_list(&[item]).into_string()
    };
    assert!(shown(Some(99)).contains(">99<") && shown(Some(100)).contains(">99+<"), "{}", shown(Some(100)));
    assert!(!shown(Some(0)).contains("nav-count") && !shown(None).contains("nav-count"));
}

#[test]
fn the_summary_leads_to_each_field() {
    let words = words();
    let ui = Ui::new(&words, Lang::Ja);
    let page = everything(&ui).into_string();
    assert!(page.contains(r##"<a href="#f-day">会う日：ありません</a>"##));
    assert!(page.contains("<li>もう一度</li>"), "what is about the whole form leads nowhere");
    assert!(ui.error_summary(&[]).into_string().is_empty());
    assert_eq!(field_id("grant[0].until"), "f-grant-0--until");
}

#[test]
fn a_neutral_title_gives_nothing_away() {
    let words = words();
    let ui = Ui::new(&words, Lang::Simple);
    let page = ui.page(&Shell { title: "あなたの つなぎ", neutral_title: true, ..Shell::default() }).into_string();
    assert!(page.contains("<title>ごあんない</title>"), "{page}");
}

#[test]
fn typed_text_is_never_markup() {
    let words = words();
    let ui = Ui::new(&words, Lang::Ja);
    let field = Field::new("a", "<i>").value("\"><script>").support("<b>").error(Some("<u>".into()));
    let page = html! { (ui.text_area(&field, 2)) (ui.text_field(&field)) (prose("<script>")) }.into_string();
    for tag in ["<script>", "<i>", "<b>", "<u>"] {
        assert!(!page.contains(tag), "{page}");
    }
}

#[test]
fn every_asset_is_there_and_its_address_tells_its_version() {
    for asset in ASSETS {
        assert!(!asset.text.is_empty(), "{}", asset.name);
        assert!(asset_href(asset.name).starts_with(&format!("/assets/{}?v=", asset.name)));
    }
}
