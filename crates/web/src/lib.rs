//! The kit of the web: one transaction per request, typed pages, problems shown once at the edge.
//!
//! A room declares [`Endpoint`]s: plain synchronous functions from a context ([`Cx`]) and a request
//! ([`Req`]) to an answer. Everything asynchronous, every header and every error page is here, so
//! that a room holds only what it is about. [`router`] joins the rooms; [`testing`] drives the same
//! router in memory.

mod answer;
mod app;
mod codes;
mod cx;
mod endpoint;
mod fields;
mod frame;
mod guard;
mod handle;
mod limits;
mod openapi;
mod problem;
mod req;
pub mod testing;
mod typed;
pub mod ui;

pub use answer::{Answer, Download, Turned, View, see};
pub use app::{App, Config, Hooks, SecondFactor, Settings};
pub use cx::{Cx, LinkGuest, Viewer, Who};
pub use endpoint::{Access, Endpoint, Kind, Method, OutsideFn, Room, Sample};
pub use fields::Fields;
pub use handle::router;
pub use openapi::description;
pub use problem::{describe, problem_json, problem_view};
pub use req::{Credential, Form, Req};
pub use typed::Typed;
