use maud::{Markup, html};
use web::ui::{Action, Choice, Count, Field, Head, Sort, Table, Tone, Ui, badge, counts, section};

/// Lists: numbers to look at, search, a table of things, a table of numbers, an empty list, banners.
pub fn page(ui: &Ui<'_>) -> Markup {
    let lead = "返事を待っているもの、到着を確認していないものから先に並びます。";
    ui.page(&super::framed(ui, "つなぎの一覧", lead, Some(Action::new("#", "新しくつなぐ")), body(ui)))
}

fn body(ui: &Ui<'_>) -> Markup {
    let more = html! { (ui.select(&Field::new("state", "状態"), Some("すべて"), &[Choice::new("1", "返事待ち"), Choice::new("2", "面接待ち").chosen(true)])) };
    html! {
        (counts(&[
            count("返事を待っている", "2件", Tone::Warning),
            count("期限を過ぎた", "1件", Tone::Error),
            count("今月の到着", "9件", Tone::Success),
            count("進行中", "14件", Tone::Neutral),
        ]))
        (ui.search_box("/search", "名前・機関・ことばで探す", "q", "さくら", Some(more)))
        (ui.table(&Table::new("進行中のつなぎ", vec![
            Head::text("ご本人"), Head::text("状態"), Head::text("受ける機関"), Head::text("期限").sort("#", Sort::Up), Head::number("日数").sort("#", Sort::None),
        ], vec![
            row("三浦さん（仮名）", badge(Tone::Warning, "確認待ち"), "精神保健福祉センター", "2026年11月27日", "18"),
            row("𠮷田さん（仮名）", badge(Tone::Info, "面接待ち"), "みなとダルク", "2026年12月1日", "6"),
            row("K・Aさん（仮名）", badge(Tone::Error, "期限超過"), "みなと市福祉事務所 生活支援課 自立相談支援担当", "2026年11月13日", "31"),
        ])))
        (ui.next_page(Some("#")))
        (section("table", "年度ごとの実績", ui.table(&Table::new("薬物部会 実績（令和8年度）", vec![
            Head::text("機関"), Head::number("4月"), Head::number("5月"), Head::number("6月"), Head::number("7月"), Head::number("8月"), Head::number("9月"), Head::number("計"),
        ], vec![
            numbers("精神保健福祉センター", &["12", "9", "15", "11", "8", "14", "69"]),
            numbers("保護観察所", &["4", "6", "5", "7", "3", "6", "31"]),
            numbers("みなとダルク", &["22", "20", "25", "19", "24", "21", "131"]),
        ]).foot(numbers("計", &["38", "35", "45", "37", "35", "41", "231"])).scroll().quiet_caption())))
        (section("empty", "相談助言", ui.empty("いま、待っている相談はありません", "困ったときは、ほかの機関に名前を出さずに相談できます。", Some(&Action::new("#", "相談を書く")))))
        (section("banners", "お知らせの見え方", html! {
            (ui.notice(Tone::Info, "12月29日から1月3日まで、窓口は休みです。", None))
            (ui.notice(Tone::Success, "到着を確認しました。", None))
            (ui.notice(Tone::Warning, "同意の期限まで、あと7日です。", None))
            (ui.notice(Tone::Error, "保存できませんでした。入力した内容は残っています。", None))
        }))
    }
}

fn count(label: &str, number: &str, tone: Tone) -> Count {
    Count { label: label.into(), number: number.into(), href: Some("#".into()), tone }
}

fn row(name: &str, state: Markup, to: &str, until: &str, days: &str) -> Vec<Markup> {
    vec![html! { a href="#" { (name) } }, state, html! { (to) }, html! { (until) }, html! { (days) }]
}

fn numbers(name: &str, cells: &[&str]) -> Vec<Markup> {
    std::iter::once(&name).chain(cells).map(|text| html! { (text) }).collect()
}
