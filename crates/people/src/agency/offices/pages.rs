//! The page on which the second person confirms.

use base::{AgencyId, Outcome, Problem};
use policy::Act;
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View, see};

use super::view::ConfirmPage;
use crate::form::Typed;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let manage = Access::May(Act::ManageWorkers);
    vec![
        Endpoint::page("/agencies/{agency}/offices/{office}", manage, show),
        Endpoint::submit("/agencies/{agency}/offices/{office}", manage, confirm, show, &[]),
        // Coming back to where a form was sent shows what waits.
        Endpoint::page("/agencies/{agency}/offices/{office}/withdraw", manage, show),
        Endpoint::submit("/agencies/{agency}/offices/{office}/withdraw", manage, withdraw, show, &[]),
    ]
}

fn show(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let (id, office): (AgencyId, base::OfficeId) = (req.id("agency")?, req.id("office")?);
    let found = super::waiting(cx, id)?.into_iter().find(|(waiting, _)| waiting.id == office);
    let (waiting, confirming) = found.ok_or(Problem::NotFound)?;
    let page = ConfirmPage { agency: crate::agency::get(cx, id)?, waiting, confirming, typed: Typed::of(cx, req) };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn confirm(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: AgencyId = req.id("agency")?;
    super::confirm(cx, id, req.id("office")?)?;
    Ok(see(format!("/agencies/{id}/workers"), "agency-office-confirmed"))
}

fn withdraw(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let id: AgencyId = req.id("agency")?;
    super::withdraw(cx, id, req.id("office")?)?;
    Ok(see(format!("/agencies/{id}/workers"), "agency-office-withdrawn"))
}
