-- What the directory says of an agency besides its name, kind, area and telephone, which the agency itself keeps.
-- Columns follow 自治体標準オープンデータセット. Empty text means not known.
CREATE TABLE directory_site (
    agency_id BIGINT NOT NULL PRIMARY KEY,
    municipality TEXT,
    postcode TEXT NOT NULL,
    prefecture TEXT NOT NULL,
    city TEXT NOT NULL,
    town TEXT NOT NULL,
    lot TEXT NOT NULL,
    building TEXT NOT NULL,
    is_secret BOOLEAN NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    name_en TEXT NOT NULL,
    also TEXT NOT NULL,
    operator TEXT NOT NULL,
    corporate_no TEXT,
    extension TEXT NOT NULL,
    fax TEXT NOT NULL,
    mail TEXT NOT NULL,
    url TEXT NOT NULL,
    form_url TEXT NOT NULL,
    contact_note TEXT NOT NULL,
    opening TEXT NOT NULL,
    opening_note TEXT NOT NULL,
    text TEXT NOT NULL,
    access TEXT NOT NULL,
    parking TEXT NOT NULL,
    barrier_free TEXT NOT NULL,
    fee TEXT NOT NULL,
    -- Where it came from: the list, the number there, the day to which the row refers, a fingerprint of the row,
    -- and the version of the agency that the import left behind.
    source TEXT NOT NULL,
    external_id TEXT,
    source_on TEXT,
    digest TEXT NOT NULL,
    agency_version BIGINT NOT NULL,
    -- When somebody last checked the listing, and when somebody last changed it by hand.
    checked_on TEXT,
    checked_by BIGINT,
    touched_on TEXT,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX directory_site_source ON directory_site (source, external_id);
CREATE INDEX directory_site_city ON directory_site (city, prefecture);
CREATE INDEX directory_site_checked ON directory_site (checked_on, agency_id);

CREATE TABLE directory_offer (
    id BIGINT NOT NULL PRIMARY KEY,
    agency_id BIGINT NOT NULL,
    sort BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    cost TEXT NOT NULL,
    language TEXT NOT NULL,
    accompany BOOLEAN,
    urine_test BOOLEAN,
    capacity TEXT NOT NULL,
    capacity_on TEXT,
    sex TEXT,
    age_from BIGINT,
    age_to BIGINT,
    dependence BIGINT NOT NULL,
    excluded BIGINT NOT NULL,
    welcome BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    checked_on TEXT,
    checked_by BIGINT,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX directory_offer_agency ON directory_offer (agency_id, sort, id);

-- When an offer takes place, as HSDS says it: freq, byday, opens_at, closes_at, valid_from, valid_to.
CREATE TABLE directory_slot (
    offer_id BIGINT NOT NULL,
    n BIGINT NOT NULL,
    freq TEXT NOT NULL CHECK (freq IN ('weekly', 'monthly')),
    nths BIGINT NOT NULL,
    days BIGINT NOT NULL,
    opens_min BIGINT NOT NULL,
    closes_min BIGINT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    not_on_holidays BOOLEAN NOT NULL,
    PRIMARY KEY (offer_id, n)
) /* clustered */;

-- Days on which it does not take place after all (no hours), or takes place besides.
CREATE TABLE directory_exception (
    offer_id BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    opens_min BIGINT NOT NULL,
    closes_min BIGINT NOT NULL,
    PRIMARY KEY (offer_id, on_date, opens_min)
) /* clustered */;

-- What anybody says should be corrected. The contact is forgotten once it is decided.
CREATE TABLE directory_suggestion (
    id BIGINT NOT NULL PRIMARY KEY,
    agency_id BIGINT NOT NULL,
    topic TEXT NOT NULL,
    text TEXT NOT NULL,
    contact TEXT,
    standing TEXT NOT NULL,
    at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX directory_suggestion_standing ON directory_suggestion (standing, at, id);
CREATE INDEX directory_suggestion_agency ON directory_suggestion (agency_id, standing);

-- Searching. Every agency that is listed has one row here; its place says where it stands in reading order, so that
-- results come out of the index already sorted. names, texts and places are folded keys, a line each; marks are facts.
CREATE TABLE directory_row (
    place BIGINT NOT NULL PRIMARY KEY,
    agency_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    names TEXT NOT NULL,
    texts TEXT NOT NULL,
    places TEXT NOT NULL,
    marks TEXT NOT NULL
);
CREATE UNIQUE INDEX directory_row_agency ON directory_row (agency_id);

-- Everything by which a row can be found: pairs of neighbouring characters of its names (N…), texts (T…) and
-- places (P…), the last character of each alone, and its marks. The four columns of the row decide it completely.
CREATE TABLE directory_gram (
    gram TEXT NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (gram, place)
) /* clustered */;
