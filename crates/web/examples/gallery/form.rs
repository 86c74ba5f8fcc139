use maud::{Markup, html};
use web::ui::{Choice, Choices, Field, Form, Kind, Ui, Width, Wrong};

/// Every kind of question, some answered wrongly.
pub fn page(ui: &Ui<'_>) -> Markup {
    let lead = "ご本人と一緒に書いてください。あとから直せます。";
    ui.page(&super::framed(ui, "新しくつなぐ", lead, None, body(ui)))
}

fn body(ui: &Ui<'_>) -> Markup {
    let errors = vec![
        Wrong::new("day", "はじめて会う日", "2月30日という日はありません。"),
        Wrong::new("purpose", "目的", "目的を選んでください。"),
    ];
    let form = Form::new("/referrals", "内容を確かめる", questions(ui))
        .once("k2")
        .errors(errors)
        .cancel("#", "やめる")
        .guarded();
    ui.form(&form)
}

fn questions(ui: &Ui<'_>) -> Markup {
    html! {
        (ui.field_group("ご本人", Some("呼び名だけでもかまいません。"), html! {
            (ui.text_field(&Field::new("name", "呼び名").required().value("三浦").support("戸籍の名前でなくてかまいません。")))
            (ui.text_field(&Field::new("tel", "電話番号《でんわばんごう》").kind(Kind::Tel).autocomplete("off").width(Width::Medium)))
            (ui.date_field(&Field::new("day", "はじめて会う日").required().value("R8.2.30").error(Some("2月30日という日はありません。".into()))))
            (ui.text_field(&Field::new("hour", "時刻").kind(Kind::Time).width(Width::Short).support("例：15:30")))
        }))
        (ui.select(&Field::new("agency", "受ける機関").required(), Some("選んでください"), &[Choice::new("a", "みなとダルク"), Choice::new("b", "保護観察所")]))
        (ui.radios(&Field::new("purpose", "目的").required().error(Some("目的を選んでください。".into())), &[
            Choice::new("handover", "引き継ぎ").note("支援の中心が移ります。"),
            Choice::new("support", "一緒に支える").note("両方の機関が続けて関わります。"),
        ]))
        (ui.checkboxes(&Field::new("categories", "伝えてよい情報").support("ご本人が選びます。"),
            &Choices::of([("contact", "連絡先"), ("health", "健康"), ("family", "家族"), ("livelihood", "生活")], &["contact", "health"]).0))
        (ui.text_area(&Field::new("words", "申し送り").max(200).value("朝の電話が支えになっています。").support("初めて会う人に、知っておいてほしいこと"), 6))
        (ui.tick(&Field::new("agreed", "ご本人に読んでもらい、同意を得ました").required(), false))
    }
}
