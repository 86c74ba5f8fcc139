//! Which column of a file is what, by any of the names it goes under
//!
//! Names are those of 自治体標準オープンデータセット (公共施設一覧, 医療機関一覧, 介護サービス事業所一覧), of the older
//! 推奨データセット, and of lists that people keep in a spreadsheet. They are compared folded: width, kana, case, spaces,
//! underlines and brackets do not matter.

use std::collections::HashMap;
use std::sync::LazyLock;

use base::fold::norm_key;

/// What a column holds
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Code of the municipality that publishes the list
    Publisher,
    /// Its name
    PublisherName,
    /// Number of the row, unique in the list
    Id,
    /// Name of the agency
    Name,
    /// Reading of the name
    Kana,
    /// Name in English
    NameEn,
    /// What people call it
    Also,
    /// Kind of agency
    Kind,
    /// Town or prefecture it works for
    Area,
    /// Where the row was taken from
    Source,
    /// Code of the municipality where it stands
    Municipality,
    /// Whole address
    Address,
    /// 都道府県
    Prefecture,
    /// 市区町村
    City,
    /// 町字
    Town,
    /// 番地以下
    Lot,
    /// 建物名等
    Building,
    /// 郵便番号
    Postcode,
    /// 緯度
    Lat,
    /// 経度
    Lon,
    /// 電話番号
    Phone,
    /// 内線番号
    Extension,
    /// FAX番号
    Fax,
    /// 連絡先メールアドレス
    Email,
    /// 連絡先FormURL
    FormUrl,
    /// 連絡先備考
    ContactNote,
    /// 法人番号
    CorporateNo,
    /// Who runs it
    Operator,
    /// Days on which it is open
    OpenDays,
    /// From
    OpenFrom,
    /// Until
    OpenUntil,
    /// What else there is to say about the hours
    OpenNote,
    /// 説明
    Text,
    /// アクセス方法
    Access,
    /// 駐車場情報
    Parking,
    /// バリアフリー情報
    BarrierFree,
    /// 料金
    Fee,
    /// The same in detail
    FeeDetail,
    /// Web page
    Url,
    /// 備考
    Remark,
    /// What is told to whom
    Tells,
    /// The place is not to be told
    Secret,
    /// Day to which the row refers
    Updated,
}

/// The name that our own export gives, then every other name seen
pub const NAMES: &[(Column, &[&str])] = &[
    (
        Column::Publisher,
        &[
            "全国地方公共団体コード",
            "都道府県コード又は市区町村コード",
            "都道府県コードまたは市区町村コード",
            "市区町村コード",
            "都道府県コード",
            "地方公共団体コード",
            "団体コード",
            "自治体コード",
        ],
    ),
    (Column::PublisherName, &["地方公共団体名", "都道府県名", "市区町村名", "自治体名"]),
    (
        Column::Id,
        &["ID", "NO", "No.", "番号", "通番", "連番", "施設ID", "施設番号", "事業所番号", "医療機関コード", "管理番号"],
    ),
    (
        Column::Name,
        &[
            "名称",
            "name",
            "施設名",
            "施設名称",
            "機関名",
            "機関名称",
            "事業所名",
            "事業所の名称",
            "医療機関名",
            "医療機関名称",
            "医療機関の名称",
            "団体・機関名",
        ],
    ),
    (
        Column::Kana,
        &[
            "名称_カナ",
            "名称_フリガナ",
            "名称フリガナ",
            "名称（カナ）",
            "施設名_カナ",
            "施設名_フリガナ",
            "フリガナ",
            "カナ",
            "ふりがな",
            "よみ",
            "kana",
        ],
    ),
    (Column::NameEn, &["名称_英字", "名称_英語", "英語名称"]),
    (Column::Also, &["名称_通称", "通称", "略称"]),
    (
        Column::Kind,
        &[
            "機関種別",
            "kind",
            "種別",
            "施設種別",
            "施設の種類",
            "機関の種類",
            "医療機関の種類",
            "サービスの種類",
            "実施サービス",
            "分類",
        ],
    ),
    (Column::Area, &["対象地域", "area", "地域", "担当区域", "担当地域", "所管区域"]),
    (Column::Source, &["出典", "source"]),
    (Column::Municipality, &["所在地_全国地方公共団体コード", "所在地コード"]),
    (Column::Address, &["所在地_連結表記", "住所", "所在地", "施設住所", "所在地住所", "address"]),
    (Column::Prefecture, &["所在地_都道府県", "都道府県"]),
    (Column::City, &["所在地_市区町村", "市区町村"]),
    (Column::Town, &["所在地_町字", "町字"]),
    (Column::Lot, &["所在地_番地以下", "番地以下", "番地"]),
    (Column::Building, &["建物名等(方書)", "方書", "建物名", "建物名等"]),
    (Column::Postcode, &["郵便番号", "〒"]),
    (Column::Lat, &["緯度", "lat", "latitude"]),
    (Column::Lon, &["経度", "lon", "lng", "longitude"]),
    (Column::Phone, &["電話番号", "電話", "代表電話番号", "連絡先電話番号", "TEL", "phone"]),
    (Column::Extension, &["内線番号", "内線"]),
    (Column::Fax, &["FAX番号", "FAX", "ファックス", "ファクシミリ番号"]),
    (Column::Email, &["連絡先メールアドレス", "メールアドレス", "メール", "email", "e-mail"]),
    (Column::FormUrl, &["連絡先FormURL", "問合せフォームURL"]),
    (Column::ContactNote, &["連絡先備考(その他、SNSなど)", "連絡先備考"]),
    (Column::CorporateNo, &["法人番号"]),
    (Column::Operator, &["団体名", "法人の名称", "法人名", "法人名称", "運営法人", "設置者"]),
    (Column::OpenDays, &["利用可能曜日", "診療曜日", "開所曜日", "開館曜日", "営業日", "受付曜日"]),
    (Column::OpenFrom, &["開始時間", "診療開始時間", "受付開始時間", "開館時間"]),
    (Column::OpenUntil, &["終了時間", "診療終了時間", "受付終了時間", "閉館時間"]),
    (Column::OpenNote, &["利用可能日時特記事項", "診療日時特記事項", "利用時間特記事項", "時間外における対応"]),
    (Column::Text, &["説明", "概要", "内容"]),
    (Column::Access, &["アクセス方法", "アクセス", "交通手段"]),
    (Column::Parking, &["駐車場情報", "駐車場", "駐車場の有無"]),
    (Column::BarrierFree, &["バリアフリー情報", "バリアフリー"]),
    (Column::Fee, &["料金(基本)", "料金", "利用料"]),
    (Column::FeeDetail, &["料金(詳細)"]),
    (Column::Url, &["URL", "ホームページ", "HP", "ウェブサイト"]),
    (Column::Remark, &["備考"]),
    (Column::Tells, &["相談した内容の扱い", "守秘・通報の方針"]),
    (Column::Secret, &["所在地非公開"]),
    (Column::Updated, &["情報更新日", "更新日", "データ更新日", "最終更新日", "時点"]),
];

static BY_NAME: LazyLock<HashMap<String, Column>> =
    LazyLock::new(|| NAMES.iter().flat_map(|(column, names)| names.iter().map(|name| (fold(name), *column))).collect());

impl Column {
    /// The name that our own export gives
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(column, _)| *column == self).and_then(|(_, names)| names.first()).map_or("", |name| name)
    }

    /// The column that goes under this name
    pub fn called(name: &str) -> Option<Self> {
        BY_NAME.get(&fold(name)).copied()
    }
}

fn fold(name: &str) -> String {
    let marks = |c: char| {
        matches!(c, '_' | '(' | ')' | '[' | ']' | '/' | '.' | ',' | '、' | ':' | '*' | '※' | '-' | '\u{feff}')
    };
    norm_key(name).chars().filter(|c| !marks(*c)).collect()
}

/// The columns of a file, found by its header
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Place of each column that is known, and its name as the file writes it
    pub known: Vec<(Column, usize, String)>,
    /// Names of columns that nothing is taken from
    pub unused: Vec<String>,
    /// How many columns there are
    pub width: usize,
}

impl Header {
    /// Reads a row as a header; `None` when it names no agency, so that it is none
    pub fn read<'a>(cells: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut header = Self::default();
        for (place, cell) in cells.into_iter().enumerate() {
            header.width = place + 1;
            match Column::called(cell) {
                Some(column) if header.place(column).is_none() => {
                    header.known.push((column, place, cell.trim().trim_start_matches('\u{feff}').to_owned()));
                }
                _ if cell.trim().is_empty() => {}
                _ => header.unused.push(cell.trim().to_owned()),
            }
        }
        header.place(Column::Name).is_some().then_some(header)
    }

    /// Where a column stands
    pub fn place(&self, column: Column) -> Option<usize> {
        self.known.iter().find(|(known, _, _)| *known == column).map(|(_, place, _)| *place)
    }

    /// How the file calls a column
    pub fn called(&self, column: Column) -> &str {
        self.known.iter().find(|(known, _, _)| *known == column).map_or(column.name(), |(_, _, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_one_column_only() {
        for (column, names) in NAMES {
            for name in *names {
                assert_eq!(Column::called(name), Some(*column), "{name}");
            }
        }
    }

    #[test]
    fn headers_are_read_however_they_are_typed() {
        let cases = [
            ("\u{feff}名称", Column::Name),
            ("名称＿カナ", Column::Kana),
            ("名称_ｶﾅ", Column::Kana),
            ("ＦＡＸ番号", Column::Fax),
            ("Ｎｏ．", Column::Id),
            (" 建物名等（方書） ", Column::Building),
            ("連絡先備考（その他、ＳＮＳなど）", Column::ContactNote),
            ("Kind", Column::Kind),
            ("所在地＿連結表記", Column::Address),
        ];
        for (name, column) in cases {
            assert_eq!(Column::called(name), Some(column), "{name}");
        }
    }

    #[test]
    fn the_first_of_two_columns_counts() {
        let header = Header::read(["住所", "名称", "所在地", "", "標高"]).expect("a header");
        assert_eq!(header.place(Column::Address), Some(0));
        assert_eq!(header.unused, ["所在地", "標高"]);
        assert_eq!(header.width, 5);
        assert_eq!(Header::read(["令和8年度 一覧", ""]), None, "a title is no header");
    }
}
