//! The test region, served as it is in real life.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::thread;

use db::Engine;
use db::testing::TestDb;
use house::House;
use people::testing::{World, region};
use web::testing::Reply;
use web::{Access, Kind};

use crate::browser::{Browser, Script};
use crate::driver::Driver;

/// A region of invented agencies with a server and a browser of its own.
pub struct Region {
    /// Its agencies, workers and clock; persons are registered through it.
    pub world: World,
    address: SocketAddr,
    driver: Arc<Driver>,
    // Dropped last: the server writes into it.
    _db: TestDb,
}

impl Region {
    /// Builds the region on a fresh SQLite database and serves it on a free port.
    pub fn open() -> Self {
        let db = TestDb::new(Engine::Sqlite, &house::migrations());
        let world = region((*db).clone(), house::rooms, house::hooks());
        let app = world.app.app.clone();
        let router = web::router(&app, house::rooms());
        let address = serve(House { app, router });
        Self { world, address, driver: Arc::new(Driver::start()), _db: db }
    }

    /// Somebody new in front of a browser, with or without JavaScript.
    pub fn browser(&self, script: Script) -> Browser {
        Browser::open(Arc::clone(&self.driver), self.address, script)
    }

    /// Addresses of all pages that anybody may open and that have no parts in braces.
    ///
    /// Taken from the rooms, so that a new page is looked at without being listed anywhere.
    pub fn public_pages(&self) -> Vec<&'static str> {
        let anybody = self.world.app.anonymous();
        pages(|access| access == Access::Public, |path| anybody.get(path))
    }

    /// The same for a worker: every page without parts in braces that opens for them.
    pub fn pages_of(&self, login: &str) -> Vec<&'static str> {
        let worker = self.world.as_worker(login);
        pages(|access| matches!(access, Access::SignedIn | Access::May(_)), |path| worker.get(path))
    }
}

/// Addresses of pages without parts in braces that open as whole HTML pages.
fn pages(wanted: impl Fn(Access) -> bool, get: impl Fn(&str) -> Reply) -> Vec<&'static str> {
    let endpoints = house::rooms().into_iter().flat_map(|room| room.endpoints);
    let pages = endpoints.filter(|e| wanted(e.access) && matches!(e.kind, Kind::Show(_)) && !e.path.contains('{'));
    let is_page = |path: &str| {
        let reply = get(path);
        reply.status == 200 && reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html"))
    };
    pages.map(|endpoint| endpoint.path).filter(|path| is_page(path)).collect()
}

/// Serves on a thread of its own, which ends with the program.
fn serve(house: House) -> SocketAddr {
    let (ready, address) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.expect("a runtime can be made");
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let served = runtime.block_on(house::serve::run(house, listen, None, move |address| {
            let _ = ready.send(address);
        }));
        served.expect("the server runs until the test ends");
    });
    address.recv().expect("the server listens")
}
