//! Every page of agencies, in all registers.

use base::{AgencyId, Time, WorkerId};
use policy::Roles;

use super::*;
use crate::agency::model::{CheckedDuty, Member};
use crate::form::Typed;
use crate::samples::all_registers;

pub(in crate::agency) fn agency() -> Agency {
    Agency {
        id: AgencyId::from_raw(1),
        code: None,
        kind: "mhwc".to_owned(),
        name: "<b>みなと</b>こころの相談センター".to_owned(),
        kana: String::new(),
        area: "みなと市".to_owned(),
        phone: Some("000-0000-0100".to_owned()),
        email: None,
        tells: "同意なしには伝えません。\n\n緊急のときは相談します。".to_owned(),
        has_account: true,
        answer_days: 3,
        active: true,
        version: 4,
    }
}

fn kinds() -> Vec<AgencyKind> {
    crate::agency::KINDS
        .iter()
        .map(|(code, ja, simple, en, reports)| AgencyKind {
            code: (*code).to_owned(),
            ja: (*ja).to_owned(),
            simple: (*simple).to_owned(),
            en: (*en).to_owned(),
            reports_by_default: *reports,
        })
        .collect()
}

fn checked(reports: bool) -> DutyNow {
    let at = Time::from_micros(0);
    DutyNow {
        reports, fact: Some(CheckedDuty { reports, basis: "要綱第5条".to_owned(), from: at, checked_at: at })
    }
}

fn typed() -> Typed {
    let values = web::Form::of(&[("name", "<i>別の名前</i>"), ("kind", "lawyer"), ("version", "3")]);
    let errors = vec![("name".to_owned(), "x".to_owned()), (String::new(), "y".to_owned())];
    Typed { once: "k".to_owned(), values, errors, ..Typed::default() }
}

fn member(active: bool) -> Member {
    Member {
        worker: WorkerId::from_raw(2),
        name: "酒井".to_owned(),
        login: "sakai".to_owned(),
        roles: Roles::ALL,
        active,
    }
}

#[test]
fn every_page_has_its_words_and_escapes_what_was_typed() {
    let pages = all_registers(|ui| {
        let show = |duty| ShowPage { agency: agency(), kinds: kinds(), duty, may_edit: true, may_record_duty: true };
        let part =
            |parting, in_hands| PartPage { parting, agency: agency(), member: member(true), in_hands, typed: typed() };
        vec![
            ListPage {
                page: Page { items: vec![agency()], next: Some("0a".to_owned()) },
                kinds: kinds(),
                may_add: true,
            }
            .view(ui),
            ListPage { page: Page { items: Vec::new(), next: None }, kinds: kinds(), may_add: false }.view(ui),
            AskingPage { agency: agency(), typed: typed() }.view(ui),
            show(checked(true)).view(ui),
            show(checked(false)).view(ui),
            show(DutyNow { reports: true, fact: None }).view(ui),
            show(DutyNow { reports: false, fact: None }).view(ui),
            EditPage { id: None, kinds: kinds(), typed: typed(), now: None }.view(ui),
            EditPage { id: Some(AgencyId::from_raw(1)), kinds: kinds(), typed: typed(), now: Some(agency()) }.view(ui),
            DutyPage { agency: agency(), duty: checked(true), typed: typed() }.view(ui),
            WorkersPage {
                agency: agency(),
                members: vec![member(true), member(false)],
                waiting: Vec::new(),
                may_manage: true,
            }
            .view(ui),
            WorkersPage { agency: agency(), members: Vec::new(), waiting: Vec::new(), may_manage: false }.view(ui),
            AddWorkerPage { agency: agency(), typed: typed() }.view(ui),
            SitInPage { agency: agency(), typed: typed() }.view(ui),
            RolesPage { agency: agency(), member: member(true), typed: typed() }.view(ui),
            part(Parting::Leave, 0).view(ui),
            part(Parting::Close, 3).view(ui),
            StartPage { agency: agency(), member: member(true), typed: typed() }.view(ui),
            StartMadePage {
                agency: agency(),
                member: member(true),
                code: "ABCD-EFGH-JKMN-PQRS".to_owned(),
                until: Time::from_micros(0),
            }
            .view(ui),
        ]
    });
    for (_, html) in pages {
        assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
    }
}

#[test]
fn who_is_not_the_administrator_sees_no_logins() {
    let page = || WorkersPage { agency: agency(), members: vec![member(true)], waiting: Vec::new(), may_manage: false };
    for (_, html) in all_registers(|ui| vec![page().view(ui)]) {
        assert!(!html.contains("sakai") && !html.contains("/close"));
    }
}

#[test]
fn saving_over_a_newer_version_needs_both_to_have_been_seen() {
    let page = || EditPage { id: Some(AgencyId::from_raw(1)), kinds: kinds(), typed: typed(), now: Some(agency()) };
    for (_, html) in all_registers(|ui| vec![page().view(ui)]) {
        assert!(html.contains("name=\"version\" value=\"4\""), "the version that was just shown");
        assert!(html.contains("みなと&lt;/b&gt;こころの相談センター") && html.contains("別の名前"), "both stand there");
    }
}
