//! The frame around every page: who is signed in, the way here, what was done, where somebody answers.

use base::{Lang, Outcome};
use maud::Render;

use crate::ui::{Crumb, Flash, Idle, Language, Shell, Ui};
use crate::{App, Cx, Req, Turned, View};

/// Seconds of warning before an untouched page locks (WCAG 2.2.1 asks for at least 20).
const WARN_S: u32 = 60;

/// A page in its frame, as a whole document.
pub fn frame(app: &App, cx: &mut Cx<'_>, req: &Req, view: View, flash: Option<String>) -> Outcome<String> {
    let lang = cx.lang;
    let ui = Ui::new(app.words(), lang);
    if view.bare {
        return Ok(ui.paper(&view.title, &view.body).render().into_string());
    }
    if let Some(turned) = view.turned.clone() {
        return Ok(turned_page(app, view, &turned, flash));
    }
    let mut who = (app.hooks().signed)(cx)?;
    if let Some(who) = &mut who {
        for item in &mut who.nav {
            item.current = !view.section.is_empty() && item.href == view.section;
        }
    }
    let help = (app.hooks().help)(cx)?;
    let idle = who.as_ref().map(|_| idle(app));
    let shell = Shell {
        title: &view.title,
        lead: view.lead.as_deref(),
        action: view.action,
        quick_exit: view.for_person,
        neutral_title: view.for_person,
        flash: flash.map(Flash::done),
        crumbs: view.crumbs.into_iter().map(|(href, label)| Crumb { href, label }).collect(),
        languages: languages(req),
        help: Some(help),
        banner: app.config().demo.then(|| ui.plain("web-demo-banner")),
        region: &app.config().region,
        foot: foot(&ui),
        idle,
        who,
        turned: None,
        body: view.body,
    };
    Ok(ui.page(&shell).render().into_string())
}

/// A screen that is turned towards a person: no menu, no names of workers, no notices, nothing that leads elsewhere. It
/// locks like any other page of the worker.
fn turned_page(app: &App, view: View, turned: &Turned, flash: Option<String>) -> String {
    let ui = Ui::new(app.words(), turned.lang);
    let joint = if turned.here.contains('?') { '&' } else { '?' };
    let language = |lang: Lang| {
        let href = format!("{}{joint}register={}", turned.here, lang.code());
        Language { lang, href, keeps: turned.keeps.clone() }
    };
    let shell = Shell {
        title: &view.title,
        lead: view.lead.as_deref(),
        quick_exit: true,
        neutral_title: true,
        flash: flash.map(Flash::done),
        languages: Lang::ALL.into_iter().map(language).collect(),
        banner: app.config().demo.then(|| ui.plain("web-demo-banner")),
        region: &app.config().region,
        idle: Some(idle(app)),
        turned: Some((turned.name.clone(), turned.back.clone())),
        body: view.body,
        ..Shell::default()
    };
    ui.page(&shell).render().into_string()
}

/// When an untouched page of a worker locks itself.
fn idle(app: &App) -> Idle {
    Idle {
        after_s: u32::try_from(app.config().idle_minutes * 60).unwrap_or(u32::MAX).saturating_sub(WARN_S),
        warn_s: WARN_S,
        href: "/sign-in".to_owned(),
        touch: None,
    }
}

/// A page without anything that needs the database, for when that is what failed.
pub fn plain_page(app: &App, lang: Lang, view: View) -> String {
    let ui = Ui::new(app.words(), lang);
    let shell = Shell { title: &view.title, region: &app.config().region, body: view.body, ..Shell::default() };
    ui.page(&shell).render().into_string()
}

/// Switching the register comes back to the same page; a page that answered a form has no address of its own.
fn languages(req: &Req) -> Vec<Language> {
    let back: String = form_urlencoded::byte_serialize(req.path.as_bytes()).collect();
    Lang::ALL
        .into_iter()
        .map(|lang| Language { lang, href: format!("/language?lang={}&to={back}", lang.code()), keeps: None })
        .collect()
}

fn foot(ui: &Ui<'_>) -> Vec<Crumb> {
    [("/about", "web-foot-about"), ("/privacy", "web-foot-privacy"), ("/accessibility", "web-foot-accessibility")]
        .into_iter()
        .map(|(href, key)| Crumb { href: href.to_owned(), label: ui.t(key).into_owned() })
        .collect()
}
