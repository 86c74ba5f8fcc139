//! One row of a file as an agency and its site

use base::fold::norm_key;
use base::{Date, Line, Msg, Text, jp};
use sha2::{Digest, Sha256};

use super::cells::{self, Point};
use super::columns::{Column, Header};
use super::report::{Done, Note};
use crate::directory::model::Site;
use crate::directory::numbers::{self, Repair};

/// A row that can be taken
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Line of the file
    pub line: u64,
    /// Name of the agency
    pub name: String,
    /// Reading
    pub kana: String,
    /// Its kind, as the file says it
    pub kind: String,
    /// Town or prefecture
    pub area: String,
    /// Telephone
    pub phone: Option<String>,
    /// What is told to whom
    pub tells: String,
    /// Everything else
    pub site: Site,
    /// Where the row says it comes from
    pub source: Option<String>,
    /// Its number in the list, behind the code of the municipality that publishes it
    pub external_id: Option<String>,
    /// Day to which it refers
    pub updated_on: Option<Date>,
    /// Fingerprint of all cells that are read
    pub digest: String,
}

/// Reads cells of one row and takes down what was wrong
struct Cells<'a> {
    header: &'a Header,
    given: &'a [&'a str],
    line: u64,
    notes: Vec<Note>,
}

/// Reads a row; `Err` holds the notes that say why it cannot be taken, along with the others
pub fn read(header: &Header, cells: &[&str], line: u64) -> Result<(Row, Vec<Note>), Vec<Note>> {
    let mut c = Cells { header, given: cells, line, notes: Vec::new() };
    c.check_shape();
    let row = c.row();
    if c.notes.iter().any(|note| note.done == Done::Refused) { Err(c.notes) } else { Ok((row, c.notes)) }
}

impl Cells<'_> {
    fn raw(&self, column: Column) -> &str {
        self.header.place(column).and_then(|place| self.given.get(place)).map_or("", |cell| uncovered(cell.trim()))
    }

    fn note(&mut self, column: Option<Column>, what: impl Into<Msg>, done: Done) {
        let column = column.map(|column| self.header.called(column).to_owned()).unwrap_or_default();
        self.notes.push(Note { line: self.line, column, what: what.into(), done });
    }

    /// A row with more cells than the header has slipped; one with characters that cannot be read is damaged.
    fn check_shape(&mut self) {
        let more = self.given.iter().skip(self.header.width).any(|cell| !cell.trim().is_empty());
        if more {
            let what =
                Msg::new("directory-import-too-many-cells").arg("n", self.given.len()).arg("of", self.header.width);
            self.note(None, what, Done::Refused);
        }
        let damaged = self
            .header
            .known
            .iter()
            .find(|(_, place, _)| self.given.get(*place).is_some_and(|cell| cell.contains('\u{fffd}')));
        if let Some((column, _, _)) = damaged.cloned() {
            self.note(Some(column), "directory-import-unreadable", Done::Refused);
        }
    }

    fn row(&mut self) -> Row {
        let name = self.line(Column::Name);
        if name.is_empty() && self.notes.is_empty() {
            self.note(Some(Column::Name), "directory-import-no-name", Done::Refused);
        }
        let site = self.site();
        Row {
            line: self.line,
            name,
            kana: self.line(Column::Kana),
            kind: self.line(Column::Kind),
            area: self.area(&site),
            phone: self.phone(),
            tells: self.text(Column::Tells),
            source: Some(self.line(Column::Source)).filter(|source| !source.is_empty()),
            external_id: self.external_id(),
            updated_on: self.updated(),
            digest: self.digest(),
            site,
        }
    }

    /// One line of text; line breaks inside a cell become spaces.
    fn line(&mut self, column: Column) -> String {
        let text = self.raw(column).replace(['\r', '\n', '\t'], " ");
        match Line::optional(&text) {
            Ok(line) => line.map(String::from).unwrap_or_default(),
            Err(problem) => {
                let done = if column == Column::Name { Done::Refused } else { Done::LeftOut };
                self.note(Some(column), problem.msg(), done);
                String::new()
            }
        }
    }

    fn text(&mut self, column: Column) -> String {
        match Text::optional(self.raw(column)) {
            Ok(text) => text.map(String::from).unwrap_or_default(),
            Err(problem) => {
                self.note(Some(column), problem.msg(), Done::LeftOut);
                String::new()
            }
        }
    }

    fn site(&mut self) -> Site {
        let mut site = Site {
            name_en: self.line(Column::NameEn),
            also: self.line(Column::Also),
            operator: self.line(Column::Operator),
            extension: self.line(Column::Extension),
            fax: self.line(Column::Fax),
            contact_note: self.line(Column::ContactNote),
            text: self.text(Column::Text),
            access: self.line(Column::Access),
            parking: self.line(Column::Parking),
            barrier_free: self.line(Column::BarrierFree),
            fee: self.joined(&[Column::Fee, Column::FeeDetail]),
            building: self.line(Column::Building),
            is_secret: matches!(norm_key(self.raw(Column::Secret)).as_str(), "1" | "true" | "はい" | "非公開" | "有"),
            postcode: self
                .number(Column::Postcode, "directory-import-bad-postcode", numbers::postcode)
                .unwrap_or_default(),
            corporate_no: self.number(Column::CorporateNo, "directory-import-bad-corporate-no", numbers::corporate_no),
            mail: self.mail(),
            url: self.link(Column::Url),
            form_url: self.link(Column::FormUrl),
            ..Site::default()
        };
        self.address(&mut site);
        self.point(&mut site);
        self.opening(&mut site);
        site
    }

    fn joined(&mut self, columns: &[Column]) -> String {
        let parts: Vec<_> = columns.iter().map(|column| self.line(*column)).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }

    fn number(&mut self, column: Column, wrong: &'static str, read: fn(&str) -> Option<String>) -> Option<String> {
        let raw = self.raw(column).to_owned();
        let number = read(&raw);
        if number.is_none() && !raw.is_empty() {
            self.note(Some(column), Msg::new(wrong).arg("value", short(&raw)), Done::LeftOut);
        }
        number
    }

    fn link(&mut self, column: Column) -> String {
        let raw = self.line(column);
        if raw.is_empty() || is_web_address(&raw) {
            return raw;
        }
        // Addresses are often given from the host on.
        let whole = format!("https://{raw}");
        if is_web_address(&whole) && raw.starts_with("www.") {
            self.note(Some(column), "directory-import-url-completed", Done::Repaired);
            return whole;
        }
        self.note(Some(column), Msg::new("directory-import-bad-url").arg("value", short(&raw)), Done::LeftOut);
        String::new()
    }

    fn address(&mut self, site: &mut Site) {
        site.prefecture = self.line(Column::Prefecture);
        site.city = self.line(Column::City);
        site.town = self.line(Column::Town);
        site.lot = self.line(Column::Lot);
        let whole = self.line(Column::Address);
        let rest = match numbers::prefecture_in(&whole) {
            Some(found) => {
                if site.prefecture.is_empty() {
                    found.clone_into(&mut site.prefecture);
                }
                &whole[found.len()..]
            }
            None => whole.strip_prefix(site.prefecture.as_str()).unwrap_or(&whole),
        };
        if site.city.is_empty() && site.town.is_empty() && site.lot.is_empty() {
            let city = cells::city_in(rest).unwrap_or_default();
            city.clone_into(&mut site.city);
            rest[city.len()..].trim().clone_into(&mut site.lot);
        }
        site.municipality = self.municipality(Column::Municipality, &site.prefecture);
        if site.municipality.is_none() && self.header.place(Column::Municipality).is_none() {
            // Older lists have only the publisher's code, which is the place's own unless a prefecture publishes.
            let code = self.publisher();
            site.municipality = code.filter(|code| code.get(2..5).is_none_or(|part| part != "000"));
        }
        if site.prefecture.is_empty() {
            let by_code = site.municipality.as_deref().and_then(numbers::prefecture_of);
            site.prefecture = by_code.unwrap_or_default().to_owned();
        }
    }

    fn municipality(&mut self, column: Column, prefecture: &str) -> Option<String> {
        let raw = self.raw(column).to_owned();
        if raw.is_empty() {
            return None;
        }
        let known = Some(prefecture).filter(|name| !name.is_empty());
        match numbers::municipality(&raw, known) {
            None => {
                self.note(Some(column), Msg::new("directory-import-bad-code").arg("value", short(&raw)), Done::LeftOut);
                None
            }
            Some(read) => {
                if let Some(repair) = read.repair {
                    let key = match repair {
                        Repair::Zero => "directory-import-code-zero",
                        Repair::CheckDigit => "directory-import-code-check",
                        Repair::Both => "directory-import-code-both",
                    };
                    let what = Msg::new(key).arg("value", short(&raw)).arg("code", &read.code);
                    self.note(Some(column), what, Done::Repaired);
                }
                Some(read.code)
            }
        }
    }

    /// The publisher's code, read without taking notes: it stands in every row.
    fn publisher(&self) -> Option<String> {
        let name = self.raw(Column::PublisherName);
        let prefecture = numbers::prefecture_in(name).or_else(|| numbers::prefecture_in(self.raw(Column::Prefecture)));
        let prefecture = prefecture.or_else(|| numbers::prefecture_in(self.raw(Column::Address)));
        numbers::municipality(self.raw(Column::Publisher), prefecture).map(|read| read.code)
    }

    fn external_id(&mut self) -> Option<String> {
        let id = norm_key(&self.line(Column::Id));
        if id.is_empty() {
            return None;
        }
        let raw = norm_key(self.raw(Column::Publisher));
        let publisher = self.publisher().unwrap_or(raw);
        Some(if publisher.is_empty() { id } else { format!("{publisher}/{id}") })
    }

    fn point(&mut self, site: &mut Site) {
        match cells::point(self.raw(Column::Lat), self.raw(Column::Lon)) {
            Point::Missing => {}
            Point::Good(lat, lon) => (site.lat, site.lon) = (Some(lat), Some(lon)),
            Point::Swapped(lat, lon) => {
                (site.lat, site.lon) = (Some(lat), Some(lon));
                self.note(Some(Column::Lat), "directory-import-swapped", Done::Repaired);
            }
            Point::Bad => {
                let value = format!("{} / {}", short(self.raw(Column::Lat)), short(self.raw(Column::Lon)));
                self.note(Some(Column::Lat), Msg::new("directory-import-bad-point").arg("value", value), Done::LeftOut);
            }
        }
    }

    /// Hours that make a weekly rule; otherwise the cells as they stand, so that nothing is lost.
    fn opening(&mut self, site: &mut Site) {
        let (days, from, until) =
            (self.line(Column::OpenDays), self.line(Column::OpenFrom), self.line(Column::OpenUntil));
        let note = self.line(Column::OpenNote);
        if let Some(schedule) = cells::opening(&days, &from, &until) {
            (site.opening, site.opening_note) = (schedule, note);
            return;
        }
        let hours = if from.is_empty() && until.is_empty() { String::new() } else { format!("{from}〜{until}") };
        let parts: Vec<_> = [days, hours, note].into_iter().filter(|part| !part.is_empty()).collect();
        site.opening_note = parts.join(" ").chars().take(Line::MAX).collect();
    }

    fn area(&mut self, site: &Site) -> String {
        let area = self.line(Column::Area);
        let publisher = self.line(Column::PublisherName);
        [&area, &site.city, &publisher, &site.prefecture]
            .into_iter()
            .find(|name| !name.is_empty())
            .cloned()
            .unwrap_or_default()
    }

    fn phone(&mut self) -> Option<String> {
        let raw = self.line(Column::Phone);
        if raw.is_empty() {
            return None;
        }
        // What is no plain number, such as two of them, is worth more as it stands than not at all.
        Some(numbers::phone(&raw).unwrap_or(raw))
    }

    fn mail(&mut self) -> String {
        let raw = self.line(Column::Email);
        if raw.is_empty() || is_mail_address(&raw) {
            return raw;
        }
        self.note(Some(Column::Email), Msg::new("directory-import-bad-email").arg("value", short(&raw)), Done::LeftOut);
        String::new()
    }

    fn updated(&mut self) -> Option<Date> {
        let raw = self.line(Column::Updated);
        if raw.is_empty() {
            return None;
        }
        let date = jp::parse_date(&raw);
        if date.is_err() {
            self.note(
                Some(Column::Updated),
                Msg::new("directory-import-bad-date").arg("value", short(&raw)),
                Done::LeftOut,
            );
        }
        date.ok()
    }

    /// The same for the same content, whatever the order of the columns.
    fn digest(&self) -> String {
        let mut known: Vec<_> = self.header.known.iter().map(|(column, place, _)| (*column, *place)).collect();
        known.sort_unstable();
        let mut digest = Sha256::new();
        for (column, place) in known {
            let cell = self.given.get(place).map_or("", |cell| cell.trim());
            if !cell.is_empty() {
                digest.update(column.name());
                digest.update("\u{1f}");
                digest.update(cell);
                digest.update("\u{1e}");
            }
        }
        let bytes = digest.finalize();
        bytes.iter().take(12).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }
}

/// Takes off the apostrophe that keeps a spreadsheet from calculating (`'=1+1`, our own export writes it).
fn uncovered(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

fn short(value: &str) -> String {
    value.chars().take(40).collect()
}

/// Whether mail could be sent there
pub fn is_mail_address(text: &str) -> bool {
    let sound =
        text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    sound && !text.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'))
}

/// Whether a browser would go there, and nowhere else
pub fn is_web_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.')
            && !host.contains('@')
            && !text.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'))
    })
}
