//! Every page of consent, in all registers.

use base::{AgencyId, Date, GrantId, Lang, RefusalId, Time, WorkerId};
use policy::{Disclosed, Label, Purposes};

use super::*;
use crate::agency::CheckedDuty;
use crate::consent::{GrantRow, How, Naming, Outside, Preview, RefusalRow};
use crate::form::Typed;
use crate::person;
use crate::samples::{all_registers, disclosed};

const PERSON: PersonId = PersonId::from_raw(7);

fn name() -> Disclosed<Name> {
    disclosed(Name {
        name: "<b>たいち</b>".into(), is_alias: false, kana: String::new(), birth_year: None, version: 1
    })
}

fn agency() -> Agency {
    Agency {
        id: AgencyId::from_raw(1),
        code: None,
        kind: "probation_office".into(),
        name: "みなと保護観察所<i>".into(),
        kana: String::new(),
        area: "みなと市".into(),
        phone: Some("000-0000-0100".into()),
        email: None,
        tells: "必要なときは関係機関へ伝えます。".into(),
        has_account: true,
        answer_days: 3,
        active: true,
        version: 1,
    }
}

fn duties() -> [DutyNow; 4] {
    let at = Time::from_micros(0);
    let fact = |reports| Some(CheckedDuty { reports, basis: "更生保護法".into(), from: at, checked_at: at });
    [
        DutyNow { reports: true, fact: fact(true) },
        DutyNow { reports: false, fact: fact(false) },
        DutyNow { reports: true, fact: None },
        DutyNow { reports: false, fact: None },
    ]
}

fn whom(duty: DutyNow) -> Whom {
    Whom { agency: agency(), kinds: Vec::new(), duty }
}

fn naming(named: bool, back: bool) -> Naming {
    let outside = Outside { name: "<i>立会".into(), agency: AgencyId::from_raw(2) };
    let at = named.then(|| Time::from_micros(86_400_000_000));
    Naming { outside: named.then_some(outside), from: at, at, back_at: back.then(|| Time::from_micros(1)) }
}

fn row(how: How, relapse_named: bool, revoked: bool) -> GrantRow {
    let until = "2026-12-20T15:00:00Z".parse().expect("a moment");
    GrantRow {
        id: GrantId::from_raw(5),
        person: PERSON,
        agency: AgencyId::from_raw(1),
        purposes: Purposes::ALL,
        categories: Categories::ALL,
        relapse_named,
        from: Time::from_micros(0),
        until,
        how,
        witness: (how == How::Spoken).then(|| "酒井<i>".into()),
        taken_by_agency: AgencyId::from_raw(2),
        taken_by_worker: WorkerId::from_raw(3),
        taken_at: Time::from_micros(0),
        revoked_at: revoked.then(|| Time::from_micros(1)),
        version: 1,
        text_version: crate::consent::TEXT_VERSION.to_owned(),
        naming: naming(relapse_named, revoked),
    }
}

fn refusal() -> RefusalRow {
    let agency = AgencyId::from_raw(1);
    let (from, until) = (Time::from_micros(0), Time::MAX);
    RefusalRow { id: RefusalId::from_raw(4), person: PERSON, agency, categories: Category::Justice.into(), from, until }
}

fn typed() -> Typed {
    let values =
        web::Form::of(&[("shows", "health"), ("until", "other"), ("until_day", "<i>来年"), ("witness", "<i>")]);
    let errors = vec![("until".into(), "x".into()), (String::new(), "y".into())];
    Typed { once: "k".into(), values, errors, ..Typed::default() }
}

/// What would be seen: everything, the name alone, and nothing of the record.
fn previews() -> [Preview; 3] {
    let entry = |label: Label| {
        let id = base::EntryId::from_raw(6);
        let (author, worker, at) = (AgencyId::from_raw(2), WorkerId::from_raw(3), Time::from_micros(0));
        let (kind, body) = (person::EntryKind::Note, "<i>よく眠れない".to_owned());
        disclosed(person::Entry { id, kind, label, author, worker, at, body, until: None })
    };
    let preview = |opens: Categories, open: Vec<_>, forbidden| {
        let closed = vec![entry(Label::of(Category::Justice))];
        let agencies = [(AgencyId::from_raw(2), "みなと<i>".to_owned())].into();
        let seen = person::Seen { person: PERSON, name: name(), open, closed, relations: Vec::new(), agencies };
        Preview {
            to: agency(),
            opens,
            forbidden,
            relapse_from: opens.has(Category::Relapse).then(|| Time::from_micros(9)),
            seen,
        }
    };
    [
        preview(Categories::ALL, vec![entry(Label::of(Category::Health))], Categories::NONE),
        preview(Category::Existence.into(), Vec::new(), Category::Health.into()),
        preview(Categories::NONE, Vec::new(), Categories::NONE),
    ]
}

fn ask(duty: DutyNow) -> AskPage {
    let today = Date::new(2026, 11, 20).expect("a day");
    let duty_checked = duty.fact.is_some();
    AskPage {
        person: PERSON,
        name: name(),
        whom: whom(duty),
        today,
        back: None,
        typed: typed(),
        last: duty_checked.then(|| Time::from_micros(1)),
        outsiders: vec![(AgencyId::from_raw(2), "汐見<i>".to_owned(), "medical".to_owned())],
    }
}

#[test]
fn every_page_has_its_words_and_escapes_what_was_typed() {
    let pick = || vec![(AgencyId::from_raw(1), "みなと<i>".to_owned(), "other".to_owned())];
    let pages = all_registers(|ui| {
        let listed = |live, revoked| Listed {
            to: "みなと<i>".into(),
            live,
            soon: live,
            waits: live.then(|| Time::from_micros(5)),
            row: row(How::Signed, false, revoked),
        };
        let list = |grants, refusals, may| {
            ListPage {
                person: PERSON,
                name: name(),
                grants,
                refusals,
                shared: Vec::new(),
                may_take: may,
                may_revoke: may,
            }
            .view(ui)
        };
        let mut pages = vec![
            list(
                vec![listed(true, false), listed(false, true), listed(false, false)],
                vec![RefusedRow { to: "A".into(), row: refusal() }],
                true,
            ),
            list(Vec::new(), Vec::new(), false),
            ChoosePage { person: PERSON, name: name(), agencies: pick(), kinds: Vec::new() }.view(ui),
            RefusePage { person: PERSON, name: name(), agencies: pick(), kinds: Vec::new(), typed: typed() }
                .view(ui, ui.lang),
            LiftPage { person: PERSON, name: name(), to: "A<i>".into(), row: refusal(), typed: typed() }
                .view(ui, ui.lang),
        ];
        for duty in duties() {
            pages.push(ask(duty.clone()).view(ui, ui.lang));
            let row = row(How::Spoken, duty.reports, false);
            let grant = GrantPage {
                person: PERSON,
                name: name(),
                whom: whom(duty.clone()),
                row: row.clone(),
                live: true,
                may_revoke: true,
                may_renew: true,
                outside: Some("汐見<i>".into()),
                waits: row.relapse_named.then(|| Time::from_micros(5)),
            };
            pages.push(grant.view(ui));
            let (outside, waits) = (grant.outside.clone(), grant.waits);
            pages.push(PaperPage { name: name(), whom: whom(duty), taken_by: agency(), row, outside, waits }.view(ui));
        }
        for live in [true, false] {
            let row = row(How::Signed, true, !live);
            pages.push(
                RevokePage { person: PERSON, name: name(), to: "A<i>".into(), live, row, typed: typed() }
                    .view(ui, ui.lang),
            );
        }
        for (open, waits) in [(true, true), (true, false), (false, false)] {
            let row = row(How::Signed, true, !open);
            pages.push(
                BackPage { person: PERSON, name: name(), to: "A<i>".into(), open, waits, row, typed: typed() }
                    .view(ui, ui.lang),
            );
        }
        pages.push(NumberPage { typed: typed() }.view(ui));
        let whom = || whom(duties()[0].clone());
        let preview = |preview| PreviewPage { whom: whom(), preview, typed: typed() }.view(ui, ui.lang);
        pages.extend(previews().map(preview));
        pages
    });
    for (_, html) in pages {
        assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
    }
}

/// The sentence about relapse stands in a group of its own, names the agency and says that it may have to report.
#[test]
fn relapse_is_asked_apart_and_plainly() {
    let pages = all_registers(|ui| duties().map(|duty| ask(duty).view(ui, ui.lang)).into());
    for (at, (_, html)) in pages.iter().enumerate() {
        let group =
            html.split("<fieldset class=\"group\">").find(|part| part.contains("name=\"relapse\"")).expect("the group");
        assert!(!group.contains("name=\"shows\""), "apart from the other categories");
        assert!(group.matches("みなと保護観察所").count() >= 3, "{group}");
        let warned = group.contains("notice-warning");
        assert_eq!(warned, matches!(at % 4, 0 | 2), "warned where the agency reports or nobody has checked");
    }
    for (_, html) in &pages {
        assert!(!html.contains("value=\"relapse\""), "relapse is no box among the others");
    }
}

/// The person reads their own register on a worker's Japanese screen.
#[test]
fn the_screen_speaks_the_register_of_the_person() {
    let pages = all_registers(|ui| vec![ask(duties()[0].clone()).view(ui, Lang::Simple)]);
    for (_, html) in pages {
        assert!(html.contains("data-register=\"ja-simple\"") && html.contains("<ruby>"), "{html}");
        assert!(html.contains("name=\"register\" value=\"ja-simple\""));
    }
}
