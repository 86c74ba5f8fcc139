//! Taking a list into the directory: everything or, if wished, the good rows; never half

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use base::fold::norm_key;
use base::{AgencyId, Msg, Outcome, Problem};
use web::{App, Cx, Who};

use super::decode::Encoding;
use super::report::{Done, Note, Progress, Report};
use super::row::Row;
use super::source::Source;
use crate::directory::acts::{add_new, refresh};
use crate::directory::model::{KeptSite, Origin, Site};
use crate::directory::store::{index, site};
use people::agency::{self, Agency, AgencyKind, NewAgency};
use people::audit::{self, Event};

/// New agencies whose pairs are gathered before they are written: more is faster, less takes less memory
const GATHERED: usize = 10_000;

/// Version that no agency has: the import did not make it what it is
const BY_HAND: i64 = 0;

/// How often progress is told, in rows
const TELL_EVERY: u64 = 500;

/// How a list is to be taken
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Name of the list, if not that of its file: numbers of one list are never those of another
    pub list: Option<String>,
    /// Kind of agency of rows that say none
    pub kind: Option<String>,
    /// Take the good rows although others are bad
    pub skip_bad_rows: bool,
    /// Only say what would come of it, save nothing
    pub look_only: bool,
}

/// Somebody who is told how far the import is
pub type Tell = Arc<dyn Fn(Progress) + Send + Sync>;

/// Takes a list into the directory and says what came of it
///
/// Every row is looked at first. If one cannot be taken, nothing is saved, unless `skip_bad_rows` says otherwise. All is
/// saved in one transaction. The report says whether it was.
pub fn import(app: &App, source: &Source, options: &Options, tell: &Tell) -> Outcome<Report> {
    let encoding = source.encoding()?;
    let checked = check(source, encoding, tell)?;
    if checked.refused > 0 && !options.skip_bad_rows || checked.rows == checked.refused {
        return Ok(checked);
    }
    let looked = Arc::new(Mutex::new(None));
    let (source, options, tell, seen) = (source.clone(), options.clone(), Arc::clone(tell), Arc::clone(&looked));
    let taken = app.act(Who::System, move |cx| {
        let report = take_all(cx, &source, encoding, &options, checked.clone(), &tell)?;
        if options.look_only {
            // What was only looked at must not be kept: an act that fails leaves nothing behind.
            *seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(Report { is_saved: false, ..report });
            return Err(Problem::refused("directory-import-not-saved"));
        }
        Ok(report)
    });
    let looked = looked.lock().unwrap_or_else(PoisonError::into_inner).take();
    looked.map_or(taken, Ok)
}

fn take_all(
    cx: &mut Cx<'_>,
    source: &Source,
    encoding: Encoding,
    options: &Options,
    checked: Report,
    tell: &Tell,
) -> Outcome<Report> {
    let good = checked.rows - checked.refused;
    let mut taking = Taking::new(cx, source, options, checked)?;
    let mut done = 0;
    source.each(encoding, |found| {
        let Some(row) = found.row else { return Ok(()) };
        taking.row(cx, row)?;
        done += 1;
        if done == good || done % TELL_EVERY == 0 {
            tell(Progress::Saving(done, good));
        }
        Ok(())
    })?;
    taking.finish(cx)
}

/// Reads every row without saving anything.
fn check(source: &Source, encoding: Encoding, tell: &Tell) -> Outcome<Report> {
    let mut report = Report { encoding: encoding.name(), ..Report::default() };
    let header = source.each(encoding, |found| {
        report.rows += 1;
        report.refused += u64::from(found.row.is_none());
        found.notes.into_iter().for_each(|note| report.note(note));
        if report.rows.is_multiple_of(TELL_EVERY) {
            tell(Progress::Checking(report.rows));
        }
        Ok(())
    })?;
    tell(Progress::Checking(report.rows));
    report.unused = header.unused;
    Ok(report)
}

/// An import under way
struct Taking {
    list: String,
    default_kind: String,
    kinds: HashMap<String, String>,
    unknown_kinds: HashSet<String>,
    stops_at_bad: bool,
    report: Report,
    pairs: index::Gathered,
    seen: u64,
}

impl Taking {
    fn new(cx: &mut Cx<'_>, source: &Source, options: &Options, report: Report) -> Outcome<Self> {
        agency::ensure_kinds(cx)?;
        let kinds = agency::kinds(cx)?;
        let default_kind = options.kind.clone().unwrap_or_else(|| "other".to_owned());
        if !kinds.iter().any(|kind| kind.code == default_kind) {
            return Err(Problem::field("kind", "base-field-not-a-choice"));
        }
        Ok(Self {
            list: options.list.clone().unwrap_or_else(|| source.name()),
            default_kind,
            kinds: names_of(&kinds),
            unknown_kinds: HashSet::new(),
            stops_at_bad: !options.skip_bad_rows,
            report,
            pairs: index::Gathered::default(),
            seen: 0,
        })
    }

    fn row(&mut self, cx: &mut Cx<'_>, row: Row) -> Outcome<()> {
        let kind = self.kind(&row);
        let by_id = match &row.external_id {
            Some(id) => site::by_external_id(cx.tx, &self.list, id)?,
            None => None,
        };
        if let Some((id, kept)) = by_id {
            return self.known(cx, id, kept, row, kind);
        }
        let Some(there) = agency::by_name(cx, &row.name, &row.area)? else { return self.add(cx, row, kind) };
        match site::get(cx.tx, there.id)? {
            None => self.complete(cx, &there, KeptSite::default(), row),
            Some(kept) if kept.origin.source == self.list => match row.external_id {
                // Another number of the same list: another branch of the same name.
                Some(_) => self.add(cx, row, kind),
                None => self.known(cx, there.id, kept, row, kind),
            },
            Some(kept) if kept.origin.source.is_empty() => self.complete(cx, &there, kept, row),
            Some(kept) => self.add_what_is_missing(cx, there.id, kept, &row),
        }
    }

    /// An agency that no list and nobody has named before.
    fn add(&mut self, cx: &mut Cx<'_>, row: Row, kind: String) -> Outcome<()> {
        let new = new_agency(&row, kind, None);
        let id = agency::insert(cx, &new)?;
        self.report.added += 1;
        self.seen += 1;
        self.keep_site(cx, id, KeptSite::default(), &row, 1)?;
        let agency = Agency {
            id,
            code: None,
            kind: new.kind,
            name: new.name,
            kana: new.kana,
            area: new.area,
            phone: new.phone,
            email: new.email,
            tells: new.tells,
            has_account: new.has_account,
            answer_days: new.answer_days,
            active: true,
            version: 1,
        };
        add_new(cx, &agency, &row.site, &mut self.pairs)?;
        if self.pairs.rows() >= GATHERED { self.write_pairs(cx) } else { Ok(()) }
    }

    /// An agency that came from this list before.
    fn known(&mut self, cx: &mut Cx<'_>, id: AgencyId, kept: KeptSite, row: Row, kind: String) -> Outcome<()> {
        self.seen += 1;
        if kept.origin.digest == row.digest {
            self.report.unchanged += 1;
            return Ok(());
        }
        let there = agency::get(cx, id)?;
        if is_another(&there, &kept, &row) {
            return self.refuse(&row, &there);
        }
        let by_hand = kept.by_hand_on();
        if let Some(date) = by_hand.filter(|on| row.updated_on.is_none_or(|of_row| *on >= of_row)) {
            self.report.kept += 1;
            let what = Msg::new("directory-import-checked-later").arg("date", date);
            self.report.note(Note { line: row.line, column: String::new(), what, done: Done::Kept });
            return Ok(());
        }
        if by_hand.is_none() && there.version != kept.origin.agency_version {
            self.seen -= 1;
            return self.complete(cx, &there, kept, row);
        }
        let new = new_agency(&row, kind, Some(&there));
        let version = if new == new_agency_of(&there) {
            there.version
        } else {
            agency::update(cx, id, &new, there.version)?;
            there.version + 1
        };
        self.report.updated += 1;
        self.keep_site(cx, id, kept, &row, version)?;
        refresh(cx, id)
    }

    /// An agency that somebody wrote down by hand, who knows when: name and telephone stay, the site is taken.
    fn complete(&mut self, cx: &mut Cx<'_>, there: &Agency, old: KeptSite, row: Row) -> Outcome<()> {
        self.seen += 1;
        self.report.updated += 1;
        let what = Msg::new("directory-import-already-here");
        self.report.note(Note { line: row.line, column: String::new(), what, done: Done::Kept });
        self.keep_site(cx, there.id, old, &row, BY_HAND)?;
        refresh(cx, there.id)
    }

    /// An agency that another list named first: that list is believed, this one fills what it left empty.
    fn add_what_is_missing(&mut self, cx: &mut Cx<'_>, id: AgencyId, kept: KeptSite, row: &Row) -> Outcome<()> {
        let is = kept.is.clone().or(&row.site);
        if is == kept.is {
            self.report.unchanged += 1;
            return Ok(());
        }
        self.report.updated += 1;
        if !site::save(cx.tx, id, &KeptSite { is, ..kept })? {
            return Err(Problem::Stale);
        }
        refresh(cx, id)
    }

    fn keep_site(&mut self, cx: &mut Cx<'_>, id: AgencyId, old: KeptSite, row: &Row, version: i64) -> Outcome<()> {
        // No list can tell where a place is that somebody has hidden.
        let is_secret = old.is.is_secret || row.site.is_secret;
        let kept = KeptSite {
            is: Site { is_secret, ..row.site.clone() },
            origin: Origin {
                source: self.list.clone(),
                external_id: row.external_id.clone(),
                updated_on: row.updated_on,
                digest: row.digest.clone(),
                agency_version: version,
            },
            ..old
        };
        if site::save(cx.tx, id, &kept)? { Ok(()) } else { Err(Problem::Stale) }
    }

    /// A row that only the directory shows to be wrong.
    fn refuse(&mut self, row: &Row, there: &Agency) -> Outcome<()> {
        if self.stops_at_bad {
            return Err(Problem::refused(
                Msg::new("directory-import-id-reused-stop")
                    .arg("line", row.line)
                    .arg("value", row.external_id.as_deref().unwrap_or_default())
                    .arg("name", &there.name),
            ));
        }
        let value = row.external_id.as_deref().unwrap_or_default();
        let what = Msg::new("directory-import-id-reused").arg("value", value).arg("name", &there.name);
        self.report.refused += 1;
        self.report.note(Note { line: row.line, column: String::new(), what, done: Done::Refused });
        Ok(())
    }

    /// The code of the kind that a row says; what no kind is called becomes the default, noted once per word.
    fn kind(&mut self, row: &Row) -> String {
        if row.kind.is_empty() {
            return self.default_kind.clone();
        }
        if let Some(code) = self.kinds.get(&norm_key(&row.kind)) {
            return code.clone();
        }
        if self.unknown_kinds.insert(row.kind.clone()) {
            let what = Msg::new("directory-import-kind-unknown").arg("value", &row.kind);
            let column = super::columns::Column::Kind.name().to_owned();
            self.report.note(Note { line: row.line, column, what, done: Done::Repaired });
        }
        self.default_kind.clone()
    }

    fn write_pairs(&mut self, cx: &mut Cx<'_>) -> Outcome<()> {
        std::mem::take(&mut self.pairs).write(cx.tx)
    }

    fn finish(mut self, cx: &mut Cx<'_>) -> Outcome<Report> {
        self.write_pairs(cx)?;
        let of_list = site::count_of_source(cx.tx, &self.list)?;
        self.report.gone = of_list.saturating_sub(self.seen);
        self.report.is_saved = true;
        audit::record(cx, Event::of("directory.import"))?;
        Ok(self.report)
    }
}

/// Every name of a kind, folded: its code, its names in three registers, and what lists call it besides.
fn names_of(kinds: &[AgencyKind]) -> HashMap<String, String> {
    let mut names = HashMap::new();
    for kind in kinds {
        for name in [&kind.code, &kind.ja, &kind.simple, &kind.en] {
            names.insert(norm_key(&web::ui::plain(name)), kind.code.clone());
        }
    }
    for (name, code) in OTHER_NAMES {
        if kinds.iter().any(|kind| kind.code == *code) {
            names.entry(norm_key(name)).or_insert_with(|| (*code).to_owned());
        }
    }
    names
}

/// What lists call a kind besides its own names.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("病院", "medical"),
    ("診療所", "medical"),
    ("一般診療所", "medical"),
    ("クリニック", "medical"),
    ("医院", "medical"),
    ("専門医療機関", "medical"),
    ("こころの健康センター", "mhwc"),
    ("保健福祉センター", "health_centre"),
    ("市町村保健センター", "health_centre"),
    ("回復施設", "recovery_facility"),
    ("ダルク", "recovery_facility"),
    ("マック", "recovery_facility"),
    ("自助団体", "self_help_group"),
    ("断酒会", "self_help_group"),
    ("家族の会", "family_group"),
    ("公共職業安定所", "hello_work"),
    ("弁護士会", "lawyer"),
    ("法テラス", "lawyer"),
    ("市町村", "municipality"),
    ("市役所", "municipality"),
    ("就労支援", "employment_support"),
    ("社協", "social_welfare_council"),
    ("訪問看護ステーション", "visiting_nurse"),
    ("障害福祉サービス事業所", "disability_service"),
    ("相談支援", "consultation_support"),
];

/// The agency that a row makes. What a row leaves empty stays as it was; what a list cannot know stays too.
fn new_agency(row: &Row, kind: String, old: Option<&Agency>) -> NewAgency {
    let kept = |new: &str, old: Option<&String>| {
        if new.is_empty() { old.cloned().unwrap_or_default() } else { new.to_owned() }
    };
    NewAgency {
        code: old.and_then(|old| old.code.clone()),
        kind: if row.kind.is_empty() { old.map_or(kind, |old| old.kind.clone()) } else { kind },
        name: row.name.clone(),
        kana: kept(&row.kana, old.map(|old| &old.kana)),
        area: kept(&row.area, old.map(|old| &old.area)),
        phone: row.phone.clone().or_else(|| old.and_then(|old| old.phone.clone())),
        email: old.and_then(|old| old.email.clone()),
        tells: kept(&row.tells, old.map(|old| &old.tells)),
        has_account: old.is_some_and(|old| old.has_account),
        answer_days: old.map_or(3, |old| old.answer_days),
    }
}

/// The same columns of an agency that is there.
fn new_agency_of(there: &Agency) -> NewAgency {
    NewAgency {
        code: there.code.clone(),
        kind: there.kind.clone(),
        name: there.name.clone(),
        kana: there.kana.clone(),
        area: there.area.clone(),
        phone: there.phone.clone(),
        email: there.email.clone(),
        tells: there.tells.clone(),
        has_account: there.has_account,
        answer_days: there.answer_days,
    }
}

/// Whether a number that is known now stands before an agency that has nothing in common with the known one.
///
/// A retired number must never be given again (自治体標準オープンデータセット, ID), but it happens.
fn is_another(there: &Agency, kept: &KeptSite, row: &Row) -> bool {
    let same_name = norm_key(&there.name) == norm_key(&row.name);
    let same_phone = there.phone.is_some() && there.phone == row.phone;
    let address = kept.is.address();
    let same_place = !address.is_empty() && address == row.site.address();
    !same_name && !same_phone && !same_place
}
