//! Journeys: people at a browser in front of the whole product.
//!
//! [`Region`] serves the test region on a port of its own and holds a chromedriver. [`Browser`] is somebody at a
//! keyboard: it finds things by what they are called on the page, never by their place in the markup. A step that
//! cannot be done fails the test with what *is* on the page.
//!
//! ```ignore
//! let region = Region::open();
//! let mut worker = region.browser(Script::On);
//! worker.signs_in("darc", &region);
//! worker.visit("/referrals");
//! worker.click("受け取る");
//! worker.sees("受け取りました");
//! worker.is_sound();
//! ```

mod axe;
mod browser;
mod driver;
mod look;
mod region;
mod wire;

pub use browser::{Browser, Script};
pub use look::Width;
pub use region::Region;
