//! Lists taken into the directory: added, changed, left alone, refused as a whole.

use std::fmt::Write;
use std::sync::Arc;

use base::{Lang, Problem};
use db::Db;
use db::testing::both_engines;

use super::*;
use crate::directory::import::{Done, Options, Progress, Report, Source, Tell, import};
use crate::directory::{Query, SiteInput};

fn quiet() -> Tell {
    Arc::new(|_| {})
}

fn take(world: &World, list: &str, text: &str) -> Report {
    let options = Options { list: Some(list.to_owned()), ..Options::default() };
    import(&world.app.app, &Source::bytes(text), &options, &quiet()).expect("an import")
}

fn found(world: &World, text: &str) -> Vec<String> {
    let query = Query { text: text.to_owned(), ..Query::default() };
    let look = move |cx: &mut web::Cx<'_>| {
        let items = directory::search(cx, &query)?.items;
        items.iter().map(|found| Ok(agency::get(cx, found.agency)?.name)).collect()
    };
    world.app.app.look(look).expect("a search")
}

/// Added, changed, unchanged, kept, refused, gone
fn counts(report: &Report) -> [u64; 6] {
    [report.added, report.updated, report.unchanged, report.kept, report.refused, report.gone]
}

const FIRST: &str = "全国地方公共団体コード,ID,名称,名称_カナ,機関種別,所在地_連結表記,電話番号,情報更新日\n\
    271004,1,港こころのクリニック,ミナトココロノクリニック,病院,大阪府大阪市港区1-1,06-0000-0001,2026-04-01\n\
    271004,2,岬の会,ミサキノカイ,自助グループ,大阪府大阪市港区2-2,06-0000-0002,2026-04-01\n\
    271004,3,浜の家,ハマノイエ,灯台,大阪府大阪市港区3-3,06-0000-0003,2026-04-01\n";

both_engines!(a_list_is_taken_once_however_often_it_is_given, &crate::migrations(), |db: Db| {
    let world = world(db);
    let first = take(&world, "osaka", FIRST);
    assert_eq!(counts(&first), [3, 0, 0, 0, 0, 0]);
    assert!(first.is_saved);
    let said: Vec<_> = first.notes.iter().map(|note| note.say(world.app.app.words(), Lang::En)).collect();
    assert_eq!(
        said,
        ["Line 4, “機関種別”: “灯台” is not a known kind of agency. Taken as “Other”. → Put right and taken."]
    );
    assert_eq!(found(&world, "みさきのかい"), ["岬の会"]);
    assert_eq!(found(&world, "自助グループ 大阪市"), ["岬の会"], "by its kind and its town");
    assert_eq!(counts(&take(&world, "osaka", FIRST)), [0, 0, 3, 0, 0, 0]);

    let second = FIRST
        .replace("岬の会,ミサキノカイ", "岬と灯の会,ミサキトヒノカイ")
        .replace("271004,3,浜の家,ハマノイエ,灯台,大阪府大阪市港区3-3,06-0000-0003,2026-04-01\n", "");
    assert_eq!(counts(&take(&world, "osaka", &second)), [0, 1, 1, 0, 0, 1]);
    assert_eq!(found(&world, "岬"), ["岬と灯の会"]);
    assert_eq!(found(&world, "浜の家"), ["浜の家"], "what is no longer in the list stays");
    assert_eq!(counts(&take(&world, "another list", FIRST)), [1, 0, 2, 0, 0, 0], "its numbers are its own");
    let more = FIRST.replace("機関種別", "概要").replace(",病院,", ",夜も話せます,");
    let of_another = take(&world, "a third list", &more);
    assert_eq!(counts(&of_another), [0, 3, 0, 0, 0, 0], "it only says what nobody said before");
    assert_eq!(found(&world, "夜も話せます"), ["港こころのクリニック"]);
    assert_eq!(counts(&take(&world, "osaka", &second)), [0, 0, 2, 0, 0, 1]);
});

both_engines!(a_bad_row_stops_the_whole_list_unless_it_may_be_skipped, &crate::migrations(), |db: Db| {
    let world = world(db);
    let bad = format!("{FIRST}271004,4,,,病院,,,\n271004,2,二重の会,,自助グループ,,,\n");
    let refused = take(&world, "osaka", &bad);
    assert_eq!((refused.is_saved, counts(&refused)), (false, [0, 0, 0, 0, 2, 0]));
    assert_eq!(refused.count(Done::Refused), 2);
    assert!(found(&world, "岬の会").is_empty(), "nothing was saved");
    let lines = refused.say(world.app.app.words(), Lang::Ja);
    assert!(lines.contains(&"5行目「名称」：名称がありません。→ この行は取り込めません。".to_owned()), "{lines:#?}");
    assert!(lines.last().is_some_and(|end| end.contains("2行") && end.contains("--skip-bad-rows")), "{lines:#?}");
    let options = Options { list: Some("osaka".to_owned()), skip_bad_rows: true, ..Options::default() };
    let skipped = import(&world.app.app, &Source::bytes(bad), &options, &quiet()).expect("an import");
    assert_eq!((skipped.is_saved, counts(&skipped)), (true, [3, 0, 0, 0, 2, 0]));
    assert_eq!(world.app.app.words().missing_keys(), [""; 0]);
});

both_engines!(looking_only_saves_nothing, &crate::migrations(), |db: Db| {
    let world = world(db);
    let options = Options { look_only: true, ..Options::default() };
    let told = Arc::new(std::sync::Mutex::new(Vec::new()));
    let teller = Arc::clone(&told);
    let tell: Tell = Arc::new(move |progress| teller.lock().expect("nobody panicked").push(progress));
    let report = import(&world.app.app, &Source::bytes(FIRST), &options, &tell).expect("a look");
    assert_eq!((report.is_saved, counts(&report)), (false, [3, 0, 0, 0, 0, 0]));
    assert!(found(&world, "岬の会").is_empty());
    let told = told.lock().expect("nobody panicked").clone();
    assert_eq!(told, [Progress::Checking(3), Progress::Saving(3, 3)]);
});

both_engines!(what_a_worker_checked_later_is_not_written_over, &crate::migrations(), |db: Db| {
    let world = world(db);
    take(&world, "osaka", FIRST);
    let query = Query { text: "岬の会".to_owned(), ..Query::default() };
    let id = world.app.app.look(move |cx| Ok(directory::search(cx, &query)?.items[0].agency)).expect("found");
    let site = SiteInput {
        version: Some("1".to_owned()),
        city: "大阪市".to_owned(),
        lot: "港区9-9".to_owned(),
        ..SiteInput::default()
    };
    world.act("coord", move |cx| directory::change_site(cx, id, &site)).expect("a change by hand");

    let older = FIRST.replace("港区2-2", "港区2-20");
    let kept = take(&world, "osaka", &older);
    assert_eq!(counts(&kept), [0, 0, 2, 1, 0, 0]);
    let said = kept.notes[0].say(world.app.app.words(), Lang::Ja);
    assert_eq!(
        said,
        "3行目：2026-11-20に手で確かめてあります。ファイルの情報更新日より後です。→ いまの内容を残します。"
    );
    let same_day = older.replace("06-0000-0002,2026-04-01", "06-0000-0002,2026-11-20");
    assert_eq!(counts(&take(&world, "osaka", &same_day))[3], 1);
    let newer = older.replace("06-0000-0002,2026-04-01", "06-0000-0002,2026-11-21");
    assert_eq!(counts(&take(&world, "osaka", &newer)), [0, 1, 2, 0, 0, 0]);
    assert_eq!(found(&world, "岬の会"), ["岬の会"]);
});

both_engines!(an_agency_registered_by_hand_keeps_its_name_and_telephone, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.agency("center");
    let list =
        "名称,対象地域,電話番号,所在地_連結表記\nみなと こころの相談センター,みなと市,03-9999-9999,みなと市港町1\n";
    let report = take(&world, "simple", list);
    assert_eq!(counts(&report), [0, 1, 0, 0, 0, 0]);
    let there = world.app.app.look(move |cx| agency::get(cx, center)).expect("there");
    assert_eq!((there.name.as_str(), there.phone.as_deref()), ("みなとこころの相談センター", Some("000-0000-0100")));
    assert!(there.has_account, "and everything else");
    assert_eq!(found(&world, "こころの相談センター"), ["みなとこころの相談センター"]);
    let again = list.replace("港町1", "港町2");
    assert_eq!(counts(&take(&world, "simple", &again)), [0, 1, 0, 0, 0, 0]);
    let there = world.app.app.look(move |cx| agency::get(cx, center)).expect("there");
    assert_eq!(there.phone.as_deref(), Some("000-0000-0100"));
});

both_engines!(a_number_given_to_another_agency_is_refused, &crate::migrations(), |db: Db| {
    let world = world(db);
    take(&world, "osaka", FIRST);
    let reused = FIRST.replace(
        "271004,2,岬の会,ミサキノカイ,自助グループ,大阪府大阪市港区2-2,06-0000-0002",
        "271004,2,丘の会,オカノカイ,自助グループ,大阪府大阪市北区7-7,06-0000-0007",
    );
    let options = Options { list: Some("osaka".to_owned()), ..Options::default() };
    let stopped = import(&world.app.app, &Source::bytes(reused.clone()), &options, &quiet());
    let Err(Problem::Refused(message)) = stopped else { panic!("{stopped:?}") };
    assert_eq!(
        world.app.app.words().msg(Lang::En, &message),
        "The number “271004/2” of line 3 belongs to “岬の会” now. Name, address and telephone all differ: this seems to be another agency. Nothing was saved."
    );
    let skipping = Options { skip_bad_rows: true, ..options };
    let report = import(&world.app.app, &Source::bytes(reused), &skipping, &quiet()).expect("the others");
    assert_eq!(counts(&report), [0, 0, 2, 0, 1, 0]);
    assert_eq!(found(&world, "岬の会"), ["岬の会"]);
});

both_engines!(the_place_of_a_shelter_stays_hidden, &crate::migrations(), |db: Db| {
    let world = world(db);
    let list = "名称,所在地_連結表記,所在地非公開,情報更新日\nつきみ草,大阪府大阪市港区5-5,はい,2026-04-01\n";
    take(&world, "osaka", list);
    assert_eq!(found(&world, "つきみ草"), ["つきみ草"]);
    take(&world, "osaka", &list.replace("はい", "").replace("5-5", "6-6"));
    let query = Query { text: "つきみ草".to_owned(), ..Query::default() };
    let look = move |cx: &mut web::Cx<'_>| {
        let id = directory::search(cx, &query)?.items[0].agency;
        crate::directory::store::site::get(cx.tx, id)
    };
    let site = world.app.app.look(look).expect("found").expect("a site").is;
    assert!(site.is_secret && site.address().is_empty());
});

/// A list of `n` agencies in the present format, with the dirt of real ones in every hundredth row
fn long_list(n: usize) -> String {
    let mut text = "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,機関種別,所在地_全国地方公共団体コード,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,緯度,経度,電話番号,郵便番号,利用可能曜日,開始時間,終了時間,説明,URL,情報更新日\n".to_owned();
    let parts = [
        "医療",
        "法人",
        "社団",
        "こころ",
        "診療",
        "中央",
        "東",
        "西",
        "南",
        "北",
        "若葉",
        "青葉",
        "希望",
        "緑",
        "光",
        "港",
        "岬",
        "山手",
        "本町",
        "新町",
    ];
    let read = [
        "イリョウ",
        "ホウジン",
        "シャダン",
        "ココロ",
        "シンリョウ",
        "チュウオウ",
        "ヒガシ",
        "ニシ",
        "ミナミ",
        "キタ",
        "ワカバ",
        "アオバ",
        "キボウ",
        "ミドリ",
        "ヒカリ",
        "ミナト",
        "ミサキ",
        "ヤマテ",
        "ホンマチ",
        "シンマチ",
    ];
    let kinds = ["病院", "診療所", "保健所", "自助グループ", "家族会"];
    for i in 0..n {
        let (a, b, c) = (i % 20, i / 20 % 20, i / 400 % 20);
        let name = format!("{}{}{}第{i}クリニック", parts[a], parts[b], parts[c]);
        let kana = format!("{}{}{}ダイ{i}クリニック", read[a], read[b], read[c]);
        let city = ["大阪市", "堺市", "東大阪市", "豊中市", "吹田市", "高槻市", "枚方市"][i % 7];
        let code = if i % 100 == 0 { "27100" } else { "271004" };
        writeln!(
            text,
            "271004,{i},大阪府,{name},{kana},{},{code},大阪府{city}{}{i}番地,大阪府,{city},{},{i}番地,34.{:04},135.{:04},06-{:04}-{:04},5300001,月火水木金,9:00,17:30,{}の相談を受けています,https://example.jp/{i},2026-04-01",
            kinds[i % 5], parts[c], parts[c], 5000 + i % 5000, i % 10_000, i / 10_000, i % 10_000, parts[b]
        )
        .expect("a String");
    }
    text
}

both_engines!(a_long_list_is_taken_and_found, &crate::migrations(), |db: Db| {
    let world = world(db);
    let text = long_list(4_200);
    let report = take(&world, "long", &text);
    assert_eq!(counts(&report), [4_200, 0, 0, 0, 0, 0]);
    assert_eq!(report.count(Done::Repaired), 42);
    let by_name = found(&world, "第3765クリニック");
    assert_eq!(by_name.len(), 1);
    assert_eq!(by_name, found(&world, "だい3765くりにっく"), "by its reading too");
    assert_eq!(counts(&take(&world, "long", &text))[2], 4_200);
});

/// Run by hand: `TSUNAGI_BENCH_ROWS=100000 cargo test --release -p people --lib measure_a_long_list -- --ignored --nocapture`
mod measure_a_long_list {
    use super::*;
    use std::time::Instant;

    /// What this process has used of the processor, where Linux tells it in hundredths of a second
    fn processor_seconds() -> f64 {
        let line = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
        let ticks = line.rsplit(')').next().unwrap_or_default().split(' ').skip(12).take(2);
        ticks.filter_map(|part| part.parse::<f64>().ok()).sum::<f64>() / 100.0
    }

    #[test]
    #[ignore = "takes a minute; prints figures"]
    fn sqlite() {
        measure(db::Engine::Sqlite);
    }

    #[test]
    #[ignore = "takes minutes; prints figures"]
    fn postgres() {
        measure(db::Engine::Postgres);
    }

    #[expect(clippy::disallowed_methods, reason = "a measurement reads a stopwatch, and its size from outside")]
    fn measure(engine: db::Engine) {
        let rows = std::env::var("TSUNAGI_BENCH_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
        let test = db::testing::TestDb::new(engine, &crate::migrations());
        let world = world(Db::clone(&test));
        let text = long_list(rows);
        let take_and_tell = |what: &str, text: &str| {
            let (start, before) = (Instant::now(), processor_seconds());
            take(&world, "long", text);
            println!("{what}: {:?}, processor {:.1} s", start.elapsed(), processor_seconds() - before);
        };
        take_and_tell("import", &text);
        take_and_tell("the same again", &text);
        take_and_tell("all changed", &text.replace("の相談を", "のご相談を"));
        for text in [
            "クリニック",
            "第4321クリニック",
            "青葉",
            "みなとみさき",
            "堺市 家族会",
            "相談",
            "病院 希望 港",
            "ダルク",
            "緑",
            "光山手 吹田市",
        ] {
            let mut all = Vec::new();
            let mut n = 0;
            for _ in 0..41 {
                let query = Query { text: text.to_owned(), ..Query::default() };
                let start = Instant::now();
                n = world.app.app.look(move |cx| Ok(directory::search(cx, &query)?.items.len())).expect("a search");
                all.push(start.elapsed());
            }
            all.sort();
            println!("{text}: {n} found, p50 {:?}, max {:?}", all[20], all[40]);
        }
    }
}
