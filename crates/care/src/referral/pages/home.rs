//! What a worker's day begins with, and what the coordinator looks at.

use base::Outcome;
use policy::Act;
use web::ui::Ui;
use web::{Access, Cx, Endpoint, Req, View};

use crate::referral::show;
use crate::referral::view::{HomePage, NetworkPage};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::page("/home", Access::May(Act::SeeCaseload), home),
        Endpoint::page("/network", Access::May(Act::SeeNetworkOverdue), network),
    ]
}

fn home(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let page = HomePage { home: show::home(cx)?, today: cx.today() };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn network(cx: &mut Cx<'_>, _: &Req) -> Outcome<View> {
    let page = NetworkPage { pairs: show::late(cx)? };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}
