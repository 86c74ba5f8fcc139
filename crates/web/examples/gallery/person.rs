use maud::{Markup, html};
use web::ui::{Choices, Field, Form, Shell, Step, StepState, Tone, Ui, badge, facts, section};

/// What a person opens on a telephone.
pub fn page(ui: &Ui<'_>) -> Markup {
    ui.page(&Shell {
        title: "あなたの つなぎ",
        lead: Some("あなたの 話《はなし》を 聞《き》く 人《ひと》が かわります。｜ダルク《だるく》の 山田《やまだ》さんが 待《ま》っています。"),
        quick_exit: true,
        neutral_title: true,
        languages: super::languages(),
        help: Some(super::help(ui)),
        foot: super::foot(),
        body: body(ui),
        ..Shell::default()
    })
}

fn body(ui: &Ui<'_>) -> Markup {
    html! {
        (ui.notice(Tone::Info, "11月24日（火《か》） 午後《ごご》2時《じ》に 会《あ》います。", None))
        (ui.steps("これまでと これから", &[
            Step::new("電話《でんわ》を しました", StepState::Done),
            Step::new("会《あ》って 話《はな》します", StepState::Now).note("11月24日 午後2時"),
            Step::new("つきました", StepState::Next),
        ]))
        (section("seen", "だれが 見《み》ましたか", facts(&[
            ("山田《やまだ》さん", html! { "11月20日に 見ました " (badge(Tone::Success, "あなたが いいと 言《い》いました")) }),
            ("病院《びょういん》", html! { "見ることが できません" }),
        ])))
        (section("ask", "つくことが できましたか", ui.form(&Form::new("/arrived", "送《おく》る", html! {
            (ui.radios(&Field::new("arrived", "どれですか").required(), &Choices::of([("yes", "つきました"), ("late", "おくれます"), ("no", "行《い》きたくないです")], &[]).0))
            (ui.text_area(&Field::new("words", "言《い》いたいことが ありますか").max(200), 3))
        }))))
    }
}

/// A sheet to print.
pub fn plan(ui: &Ui<'_>) -> Markup {
    html! {
        (facts(&[("呼び名", html! { "三浦" }), ("作った日", html! { "2026年11月20日（令和8年11月20日）" })]))
        (section("a", "大切にしていること", html! { p { "朝の散歩。妹との電話。" } }))
        (section("b", "つらくなる前のサイン", html! { ul { li { "夜、眠れない日が3日続く" } li { "電話に出なくなる" } } }))
        (ui.notice(Tone::Info, "困ったら、まずみなとダルクへ電話する。", None))
    }
}
