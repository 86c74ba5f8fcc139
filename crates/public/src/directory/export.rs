//! The whole directory as files: columns of 自治体標準オープンデータセット, then ours
//!
//! UTF-8 with a byte order mark and lines ended by CR LF, so that a spreadsheet opens it as it is (行政データにおける
//! 機械可読性に関するルール L3-08). One value a cell; what another list can be read into the directory from, this one can too.

use base::{Outcome, Problem};
use web::{Answer, Cx, Download, Req};

use super::import::columns::Column;
use super::model::{Circumstance, Dependence, KeptSite, Offer};
use super::rules::capacity_now;
use super::store::{index, offer, site};
use people::agency::{self, Agency};

/// What stands for itself in any column
type Cells = Vec<String>;

/// Columns of the file of agencies: those of the standard first
const AGENCY: [Column; 36] = [
    Column::Publisher,
    Column::Id,
    Column::Name,
    Column::Kana,
    Column::NameEn,
    Column::Also,
    Column::Municipality,
    Column::Address,
    Column::Prefecture,
    Column::City,
    Column::Town,
    Column::Lot,
    Column::Building,
    Column::Lat,
    Column::Lon,
    Column::Phone,
    Column::Extension,
    Column::Email,
    Column::FormUrl,
    Column::ContactNote,
    Column::Postcode,
    Column::CorporateNo,
    Column::Operator,
    Column::OpenNote,
    Column::Text,
    Column::BarrierFree,
    Column::Access,
    Column::Parking,
    Column::Fee,
    Column::Url,
    Column::Updated,
    Column::Fax,
    Column::Kind,
    Column::Area,
    Column::Tells,
    Column::Secret,
];

/// Columns of ours that no list brings in
const OURS: [&str; 3] = ["最終確認日", "提供内容", "つなぎID"];

/// Columns of the file of offers
const OFFER: [&str; 22] = [
    "つなぎID",
    "機関名",
    "機関つなぎID",
    "種類",
    "名称",
    "説明",
    "日時",
    "料金",
    "言語",
    "同行",
    "尿検査",
    "受入状況",
    "受入状況の日",
    "性別",
    "年齢（下）",
    "年齢（上）",
    "対象の依存",
    "歓迎",
    "対象外",
    "最終確認日",
    "地域",
    "電話番号",
];

/// Every agency
pub(super) fn agencies(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    let header = AGENCY.iter().map(|column| column.name()).chain(OURS);
    let mut file = Sheet::new(header)?;
    let kinds = agency::kinds(cx)?;
    each(cx, |_, agency, site, offers| {
        let kind =
            kinds.iter().find(|kind| kind.code == agency.kind).map_or(agency.kind.as_str(), |kind| kind.ja.as_str());
        file.row(agency_cells(agency, site, kind, offers))
    })?;
    file.finish("agencies.csv")
}

/// Every offer that is shown
pub(super) fn offers(cx: &mut Cx<'_>, _: &Req) -> Outcome<Answer> {
    let mut file = Sheet::new(OFFER)?;
    each(cx, |cx, agency, _, offers| offers.iter().try_for_each(|offer| file.row(offer_cells(cx, agency, offer))))?;
    file.finish("offers.csv")
}

/// Goes through the directory in reading order, a handful of agencies at a time.
fn each(
    cx: &mut Cx<'_>,
    mut take: impl FnMut(&mut Cx<'_>, &Agency, &KeptSite, &[Offer]) -> Outcome<()>,
) -> Outcome<()> {
    let mut after = 0;
    loop {
        let rows = index::page(cx.tx, after)?;
        let Some((last, _)) = rows.last() else { return Ok(()) };
        after = *last;
        let ids: Vec<_> = rows.into_iter().map(|(_, id)| id).collect();
        let sites: std::collections::HashMap<_, _> = site::of_agencies(cx.tx, &ids)?.into_iter().collect();
        let mut offers = offer::of_agencies(cx.tx, &ids)?;
        for id in ids {
            let agency = agency::get(cx, id)?;
            let mut site = sites.get(&id).cloned().unwrap_or_default();
            site.is = site.is.public();
            let mut offers = offers.remove(&id).unwrap_or_default();
            offers.retain(|offer| offer.is.active);
            take(cx, &agency, &site, &offers)?;
        }
    }
}

fn agency_cells(agency: &Agency, kept: &KeptSite, kind: &str, offers: &[Offer]) -> Cells {
    let site = &kept.is;
    let number = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
    let external = kept.origin.external_id.as_deref().unwrap_or_default();
    let (publisher, id) = external.split_once('/').unwrap_or(("", external));
    let offered: Vec<_> = offers.iter().map(|offer| offer.is.name.as_str()).collect();
    let checked = kept.checked_on.map(|on| on.to_string()).unwrap_or_default();
    let standard = AGENCY.iter().map(|column| match column {
        Column::Publisher => publisher.to_owned(),
        Column::Id => id.to_owned(),
        Column::Name => agency.name.clone(),
        Column::Kana => agency.kana.clone(),
        Column::NameEn => site.name_en.clone(),
        Column::Also => site.also.clone(),
        Column::Municipality => site.municipality.clone().unwrap_or_default(),
        Column::Address => site.address(),
        Column::Prefecture => site.prefecture.clone(),
        Column::City => site.city.clone(),
        Column::Town => site.town.clone(),
        Column::Lot => site.lot.clone(),
        Column::Building => site.building.clone(),
        Column::Lat => number(site.lat),
        Column::Lon => number(site.lon),
        Column::Phone => agency.phone.clone().unwrap_or_default(),
        Column::Extension => site.extension.clone(),
        Column::Email => site.mail.clone(),
        Column::FormUrl => site.form_url.clone(),
        Column::ContactNote => site.contact_note.clone(),
        Column::Postcode => site.postcode.clone(),
        Column::CorporateNo => site.corporate_no.clone().unwrap_or_default(),
        Column::Operator => site.operator.clone(),
        Column::OpenNote => opening(kept),
        Column::Text => site.text.clone(),
        Column::BarrierFree => site.barrier_free.clone(),
        Column::Access => site.access.clone(),
        Column::Parking => site.parking.clone(),
        Column::Fee => site.fee.clone(),
        Column::Url => site.url.clone(),
        Column::Updated => kept.by_hand_on().max(kept.origin.updated_on).map(|on| on.to_string()).unwrap_or_default(),
        Column::Fax => site.fax.clone(),
        Column::Kind => kind.to_owned(),
        Column::Area => agency.area.clone(),
        Column::Tells => agency.tells.clone(),
        Column::Secret => if site.is_secret { "非公開" } else { "" }.to_owned(),
        _ => String::new(),
    });
    standard.chain([checked, offered.join("；"), agency.id.to_string()]).collect()
}

/// The hours as a schedule and the note beside it, in one cell of free text.
fn opening(kept: &KeptSite) -> String {
    let parts = [kept.is.opening.to_string(), kept.is.opening_note.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn offer_cells(cx: &Cx<'_>, agency: &Agency, offer: &Offer) -> Cells {
    let is = &offer.is;
    let word = |key: &str| web::ui::plain(&cx.words.t(base::Lang::Ja, key));
    let truth = |answer: Option<bool>| answer.map_or("", |yes| if yes { "あり" } else { "なし" }).to_owned();
    let day = |on: Option<base::Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let age = |age: Option<u8>| age.map(|age| age.to_string()).unwrap_or_default();
    let all = |keys: Vec<&'static str>| keys.into_iter().map(word).collect::<Vec<_>>().join("；");
    vec![
        offer.id.to_string(),
        agency.name.clone(),
        agency.id.to_string(),
        word(is.kind.key()),
        is.name.clone(),
        is.text.clone(),
        is.schedule.to_string(),
        is.cost.clone(),
        is.language.clone(),
        truth(is.accompany),
        truth(is.urine_test),
        word(capacity_now(offer, cx.today()).key()),
        day(offer.capacity_on),
        is.who.sex.map(|sex| word(sex.key())).unwrap_or_default(),
        age(is.who.age_from),
        age(is.who.age_to),
        all(is.who.dependence.iter().map(Dependence::key).collect()),
        all(is.who.welcome.iter().map(Circumstance::key).collect()),
        all(is.who.excluded.iter().map(Circumstance::key).collect()),
        day(offer.checked_on),
        agency.area.clone(),
        agency.phone.clone().unwrap_or_default(),
    ]
}

/// A file of comma-separated values under way
struct Sheet(csv::Writer<Vec<u8>>);

impl Sheet {
    fn new<'a>(header: impl IntoIterator<Item = &'a str>) -> Outcome<Self> {
        let start = "\u{feff}".as_bytes().to_vec();
        let mut file = Self(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(start));
        file.row(header.into_iter().map(str::to_owned).collect())?;
        Ok(file)
    }

    fn row(&mut self, cells: Cells) -> Outcome<()> {
        self.0.write_record(cells.iter().map(|cell| covered(cell).into_owned())).map_err(Problem::internal)
    }

    fn finish(self, name: &str) -> Outcome<Answer> {
        let bytes = self.0.into_inner().map_err(Problem::internal)?;
        Ok(Answer::File(Download { media_type: "text/csv; charset=utf-8", file_name: name.to_owned(), bytes }))
    }
}

/// A cell that a spreadsheet would calculate gets an apostrophe before it; reading takes it off again.
fn covered(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}
