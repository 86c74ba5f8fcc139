//! Files as they are really published, good and bad: what is read, what is said about them.

use base::{Lang, Words};

use super::*;
use crate::directory::model::Site;

/// Everything found in a file: rows, and notes as they are said
fn read(text: &str) -> (Vec<Row>, Vec<String>) {
    read_bytes(text.as_bytes())
}

fn read_bytes(bytes: &[u8]) -> (Vec<Row>, Vec<String>) {
    let words = Words::build(&[base::WORDS, crate::directory::words()]).expect("words");
    let source = Source::bytes(bytes);
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    let encoding = source.encoding().expect("an encoding");
    let read = source.each(encoding, |found| {
        rows.extend(found.row);
        notes.extend(found.notes.iter().map(|note| note.say(&words, Lang::En)));
        Ok(())
    });
    read.expect("a file that can be read");
    assert_eq!(words.missing_keys(), [""; 0]);
    (rows, notes)
}

fn refusal(text: &str) -> &'static str {
    let source = Source::bytes(text);
    match source.each(source.encoding().expect("an encoding"), |_| Ok(())) {
        Err(base::Problem::Refused(msg)) => msg.key,
        other => panic!("{other:?}"),
    }
}

const NEW: &str = "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,所在地_全国地方公共団体コード,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,電話番号,内線番号,連絡先メールアドレス,郵便番号,法人番号,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,URL,情報更新日";

#[test]
fn a_list_in_the_present_format() {
    let row = "271004,PF01,大阪市,大阪市こころの健康センター,オオサカシココロノケンコウセンター,271004,大阪府大阪市都島区中野町5-15-21,大阪府,大阪市,都島区中野町,5-15-21,都島センタービル3F,34.7069,135.5265,06-6922-8520,,kokoro@example.jp,534-0027,6000020271004,月火水木金,9:00,17:30,祝日を除く,こころの相談,https://www.city.osaka.lg.jp/,2026-04-01";
    let (rows, notes) = read(&format!("{NEW}\r\n{row}\r\n"));
    let [row] = rows.as_slice() else { panic!("{notes:?}") };
    assert_eq!(row.name, "大阪市こころの健康センター");
    assert_eq!(row.kana, "オオサカシココロノケンコウセンター");
    assert_eq!((row.area.as_str(), row.phone.as_deref()), ("大阪市", Some("06-6922-8520")));
    assert_eq!(row.external_id.as_deref(), Some("271004/pf01"));
    assert_eq!(row.updated_on.map(|d| d.to_string()).as_deref(), Some("2026-04-01"));
    assert_eq!(row.site.opening.to_string(), "weekly:mon-fri 09:00-17:30 not-holidays");
    assert_eq!(row.site.address(), "大阪府大阪市都島区中野町5-15-21 都島センタービル3F");
    assert_eq!((row.site.lat, row.site.lon), (Some(34.7069), Some(135.5265)));
    assert_eq!(row.site.postcode, "5340027");
    assert_eq!(row.line, 2);
    assert_eq!(notes, [""; 0]);
}

#[test]
fn a_list_in_the_older_format_written_by_a_spreadsheet() {
    let text = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_ｶﾅ,住所,方書,緯度,経度,電話番号,開始時間,終了時間,利用可能曜日\n\
                92011,1,栃木県,宇都宮市,宇都宮市保健所,ｳﾂﾉﾐﾔｼﾎｹﾝｼﾞｮ,栃木県宇都宮市竹林町972,,139.89,36.57,０２８－６２６－１１０２,0.354166666666667,0.71875,月～金\n";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let (rows, notes) = read_bytes(&bytes);
    let site = &rows[0].site;
    assert_eq!(rows[0].kana, "ｳﾂﾉﾐﾔｼﾎｹﾝｼﾞｮ", "kept as written; keys are folded");
    assert_eq!(rows[0].external_id.as_deref(), Some("092011/1"), "the code is put right in the number too");
    assert_eq!(
        (site.municipality.as_deref(), site.city.as_str(), site.lot.as_str()),
        (Some("092011"), "宇都宮市", "竹林町972")
    );
    assert_eq!((site.lat, site.lon), (Some(36.57), Some(139.89)));
    assert_eq!(site.opening.to_string(), "weekly:mon-fri 08:30-17:15 not-holidays");
    assert_eq!(rows[0].phone.as_deref(), Some("028-626-1102"));
    assert_eq!(notes, ["Line 2, “緯度”: Latitude and longitude stand in each other's columns. → Put right and taken."]);
}

#[test]
fn a_simple_list() {
    let text = include_str!("../testdata/simple.csv");
    let (rows, notes) = read(text);
    assert_eq!(rows.len(), 3);
    assert_eq!(
        (rows[0].kind.as_str(), rows[0].area.as_str(), rows[0].source.as_deref()),
        ("mhwc", "みなと県", Some("001"))
    );
    assert_eq!(rows[0].site, Site::default());
    assert_eq!(notes, [""; 0]);
}

#[test]
fn titles_blank_lines_and_tabs_before_and_between() {
    let (rows, _) =
        read("令和8年度 支援機関一覧,,\n,,\nNo.,名称,住所\n1,港の会,みなと県みなと市港1\n,,\n\n2,\"二行の\n名前\",\n");
    assert_eq!(rows.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["港の会", "二行の 名前"]);
    assert_eq!((rows[0].line, rows[1].line), (4, 7));
    let (rows, _) = read("名称\t電話番号\n港の会\t03-0000-0000\n");
    assert_eq!(rows[0].phone.as_deref(), Some("03-0000-0000"));
}

#[test]
fn whole_files_that_cannot_be_used() {
    assert_eq!(refusal(""), "directory-import-no-header");
    assert_eq!(refusal("番号,住所\n1,みなと市\n"), "directory-import-no-header");
    assert_eq!(refusal(&"題,\n".repeat(9)), "directory-import-no-header");
    let utf16 = Source::bytes(vec![0xFF, 0xFE, 0x0D, 0x54]).encoding();
    assert!(matches!(utf16, Err(base::Problem::Refused(msg)) if msg.key == "directory-import-utf16"));
    let none = Source::file("/nowhere/at/all.csv").encoding();
    assert!(matches!(none, Err(base::Problem::Refused(msg)) if msg.key == "directory-import-cannot-read"));
}

/// Header, row, what is said, whether the row is taken
const CELLS: &[(&str, &str, &str, bool)] = &[
    ("名称,住所", ",みなと市", "“名称”: There is no name. → This row cannot be taken.", false),
    (
        "名称,住所",
        "港の会,みなと市,余り",
        "There are 3 cells, but 2 in the header. A comma has slipped. → This row cannot be taken.",
        false,
    ),
    (
        "名称,備考",
        "港の会\u{fffd},",
        "“名称”: There are characters that cannot be read. → This row cannot be taken.",
        false,
    ),
    (
        "名称,URL",
        "港の会,minato",
        "“URL”: “minato” cannot be read as a web address. → Taken with this cell empty.",
        true,
    ),
    (
        "名称,URL",
        "港の会,javascript:alert(1)",
        "“URL”: “javascript:alert(1)” cannot be read as a web address. → Taken with this cell empty.",
        true,
    ),
    ("名称,URL", "港の会,www.example.jp", "“URL”: “https://” was added. → Put right and taken.", true),
    (
        "名称,法人番号",
        "港の会,7000012050003",
        "“法人番号”: “7000012050003” is not a sound corporate number (13 digits with a check digit). → Taken with this cell empty.",
        true,
    ),
    (
        "名称,郵便番号",
        "港の会,70-8525",
        "“郵便番号”: “70-8525” is not a postal code of seven digits. → Taken with this cell empty.",
        true,
    ),
    ("名称,緯度,経度", "港の会,0,0", "“緯度”: “0 / 0” is not a place in Japan. → Taken with this cell empty.", true),
    (
        "名称,メールアドレス",
        "港の会,minato＠example",
        "“メールアドレス”: “minato＠example” cannot be read as a mail address. → Taken with this cell empty.",
        true,
    ),
    (
        "名称,更新日",
        "港の会,去年の春",
        "“更新日”: “去年の春” cannot be read as a date. → Taken with this cell empty.",
        true,
    ),
    (
        "名称,所在地_全国地方公共団体コード",
        "港の会,271005",
        "“所在地_全国地方公共団体コード”: “271005” is not a sound municipality code (6 digits with a check digit). → Taken with this cell empty.",
        true,
    ),
    (
        "名称,所在地_全国地方公共団体コード",
        "港の会,27100",
        "“所在地_全国地方公共団体コード”: “27100” lacks its check digit. Read as 271004. → Put right and taken.",
        true,
    ),
    (
        "名称,所在地_全国地方公共団体コード",
        "港の会,12041",
        "“所在地_全国地方公共団体コード”: “12041” has lost its leading zero. Read as 012041. → Put right and taken.",
        true,
    ),
    ("名称,説明", "港の会,ベル\u{7}", "“説明”: U+0007", true),
];

#[test]
fn every_cell_that_is_wrong_is_named() {
    for (header, row, said, taken) in CELLS {
        let (rows, notes) = read(&format!("{header}\n{row}\n"));
        assert_eq!(rows.len(), usize::from(*taken), "{row}");
        let [note] = notes.as_slice() else { panic!("{row}: {notes:?}") };
        let wanted =
            said.strip_prefix('“').map_or_else(|| format!("Line 2: {said}"), |rest| format!("Line 2, “{rest}"));
        if said.contains("U+") {
            assert!(note.starts_with("Line 2, “説明”: ") && note.contains("U+0007"), "{note}");
        } else {
            assert_eq!(*note, wanted);
        }
    }
}

#[test]
fn rows_that_stand_there_twice_are_refused() {
    let (rows, notes) = read("ID,名称,area\n1,港の会,みなと市\n1,岬の会,みなと市\n2,港の会,みなと市\n");
    assert_eq!(rows.len(), 2, "the same name under two numbers is two branches");
    assert_eq!(notes, ["Line 3: The number “1” is in an earlier row too. → This row cannot be taken."]);
    let (rows, notes) = read("名称,area\nﾐﾅﾄの会,みなと市\nミナトの 会,みなと市\nミナトの会,汐見市\n");
    assert_eq!(rows.len(), 2);
    assert_eq!(notes, ["Line 3: “ミナトの 会” of the same area is in an earlier row too. → This row cannot be taken."]);
}

#[test]
fn hours_that_make_no_rule_are_kept_as_they_stand() {
    let text = "名称,利用可能曜日,開始時間,終了時間,利用可能日時特記事項\n港の会,第2木,14:00,16:00,要予約\n";
    let (rows, _) = read(text);
    assert!(rows[0].site.opening.is_empty());
    assert_eq!(rows[0].site.opening_note, "第2木 14:00〜16:00 要予約");
}

#[test]
fn the_fingerprint_follows_the_content_alone() {
    let digest = |text: &str| read(text).0[0].digest.clone();
    let one = digest("名称,住所,標高\n港の会,みなと市,3\n");
    assert_eq!(one, digest("住所,名称\nみなと市,港の会 \n"));
    assert_ne!(one, digest("名称,住所\n港の会,汐見市\n"));
    assert_ne!(one, digest("名称,電話番号\n港の会,みなと市\n"));
}

#[test]
fn a_cell_that_a_spreadsheet_would_calculate_comes_back_as_it_was() {
    let (rows, _) = read("名称,備考,電話番号\n'=A1の会,,'+81-3-0000-0000\n");
    assert_eq!((rows[0].name.as_str(), rows[0].phone.as_deref()), ("=A1の会", Some("+81-3-0000-0000")));
}

#[test]
fn the_name_of_a_list_is_that_of_its_file_without_the_date() {
    let name = |path: &str| Source::file(path).name();
    assert_eq!(name("/x/271004_medical_institution_20260401.csv"), "271004_medical_institution");
    assert_eq!(name("271004_public_facility.csv"), "271004_public_facility");
    assert_eq!(name("facilities2.csv"), "facilities2");
    assert_eq!(name("20260401.csv"), "20260401");
}
