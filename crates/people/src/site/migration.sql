-- Where somebody answers. The national lines are first rows; an installation checks and corrects them.
CREATE TABLE help_line (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    tel TEXT NOT NULL,
    hours TEXT NOT NULL,
    source TEXT NOT NULL,
    checked_on TEXT,
    sort BIGINT NOT NULL,
    version BIGINT NOT NULL
);
INSERT INTO help_line (code, name, tel, hours, source, checked_on, sort, version) VALUES
    ('kokoro', 'こころの健康相談統一ダイヤル', '0570-064-556', '時間は都道府県により異なります', '厚生労働省の案内', NULL, 10, 1),
    ('yorisoi', 'よりそいホットライン', '0120-279-338', '24時間・無料', '一般社団法人社会的包摂サポートセンターの案内', NULL, 20, 1),
    ('sos', '#いのちSOS', '0120-061-338', '時間は曜日により異なります・無料', 'NPO法人の案内', NULL, 30, 1);
