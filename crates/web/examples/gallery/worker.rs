use base::{Date, Time};
use maud::{Markup, html};
use web::ui::{
    Action, Confirm, Flash, Moment, Shell, Step, StepState, Tab, Tone, Ui, badge, card, date_of, disclosure, facts,
    prose, section, tag, time_of,
};

/// One referral under way: steps, facts, what happened, what to do.
pub fn page(ui: &Ui<'_>) -> Markup {
    let action = Some(Action::new("#", "到着を確認する"));
    let lead = "更生保護施設から、精神保健福祉センターへ。ご本人が到着し、双方が確認するまで続きます。";
    let shell = super::framed(ui, "つなぎ：三浦さん（仮名）", lead, action, body(ui));
    ui.page(&Shell {
        flash: Some(Flash::done("電話で事前に連絡したことを記録しました。")), ..shell
    })
}

fn body(ui: &Ui<'_>) -> Markup {
    html! {
        (ui.tabs("このつなぎ", &[tab("経過", true), tab("共有する情報", false), tab("やりとり", false)]))
        (ui.steps("つなぎの歩み", &[
            Step::new("申し送り", StepState::Done).note("11月2日 さくら寮"),
            Step::new("受け入れの返事", StepState::Done).note("11月4日"),
            Step::new("同行して見学", StepState::Skipped),
            Step::new("初回の面接", StepState::Now).note("11月24日 14時"),
            Step::new("到着の確認", StepState::Next),
        ]))
        (ui.notice(Tone::Warning, "初回の面接から3日たちました。到着の確認がまだです。", Some(html! { p { "確認できないときは、さくら寮（前の支援者）に電話してください。" } })))
        (section("facts", "共有されている情報", html! {
            (facts(&[
                ("状態", html! { (badge(Tone::Info, "面接待ち")) " " (badge(Tone::Warning, "確認待ち")) " " (badge(Tone::Success, "同意あり")) " " (badge(Tone::Error, "期限超過")) " " (badge(Tone::Neutral, "下書き")) }),
                ("目的", html! { "引き継ぎ" }),
                ("同意の期限", html! { @if let Some(d) = Date::new(2027, 3, 31) { (date_of(ui.lang, d)) } }),
                ("含まれる情報", html! { (tag("連絡先")) " " (tag("健康")) " " (tag("生活")) }),
                ("申し送り", prose("断薬して8か月。夜になると不安が強くなるとのこと。\n朝の電話が支えになっています。\n\n通院はみなと病院。次回は12月3日。")),
            ]))
            (disclosure("なぜこの情報が見えるのか", html! { p { "ご本人の同意（11月1日、版2）にもとづいています。同意が取り下げられると、次に開いたときから見えなくなります。" } }))
        }))
        (section("acts", "次にできること", card("返事をする", html! { p { "日程が合わないときは、別の日を提案できます。" } }, Some(html! {
            (ui.confirm_form(&Confirm { action: "/a".into(), once: "k1".into(), label: "受け入れる".into(), about: Some("三浦さん".into()), primary: true, ..Confirm::default() }))
            (ui.confirm_form(&Confirm { action: "/b".into(), label: "別の日を提案する".into(), ..Confirm::default() }))
            (ui.confirm_form(&Confirm { action: "/c".into(), label: "取り消す".into(), grave: true, ..Confirm::default() }))
        }))))
        (section("past", "これまでの経過", ui.timeline(&[
            moment(ui, 11, "電話で事前に連絡しました", "佐藤（精神保健福祉センター）", Tone::Success, Some(prose("面接の場所と持ち物を伝えた。"))),
            moment(ui, 4, "受け入れると返事がありました", "精神保健福祉センター", Tone::Info, None),
            moment(ui, 3, "見学の日程が合いませんでした", "さくら寮", Tone::Warning, None),
            moment(ui, 2, "つなぎを送りました", "高橋（更生保護施設さくら寮）", Tone::Neutral, None),
        ])))
    }
}

fn tab(label: &str, current: bool) -> Tab {
    Tab { href: "#".into(), label: label.into(), current }
}

fn moment(ui: &Ui<'_>, day: u8, title: &str, by: &str, tone: Tone, body: Option<Markup>) -> Moment {
    let when = Date::new(2026, 11, day).map_or_else(|| html! {}, |d| time_of(ui.lang, Time::at_jst(d, 14, 5)));
    Moment { when, title: title.into(), by: Some(by.into()), tone, body }
}
