# 30 characters a sentence, desu-masu, no era, little kanji
base-date-not-a-date = 日《ひ》にちが わかりません。「2026年《ねん》11月《がつ》｜20日《はつか》」のように 書《か》いてください。
base-date-no-such-day = { $month }月《がつ》{ $day }日《にち》は ありません。{ $month }月《がつ》は { $last }日《にち》までです。
base-date-no-such-month = { $month }月《がつ》は ありません。1から 12までの 月《つき》を 書《か》いてください。
base-date-outside-era = 年《とし》が ちがうかもしれません。{ $year }年《ねん》{ $month }月《がつ》{ $day }日《にち》ですか。「2026年《ねん》」のように 書《か》いてください。
base-date-out-of-range = 1900年《ねん》から 2100年《ねん》までの 日《ひ》にちを 書《か》いてください。
base-date-disagree = （ ）の 中《なか》と 外《そと》の 日《ひ》にちが ちがいます。どちらかを なおしてください。
base-date-in-future = 今日《きょう》までの 日《ひ》にちを 書《か》いてください。
base-date-in-past = 今日《きょう》からの 日《ひ》にちを 書《か》いてください。
base-date-before = { $date }より あとの 日《ひ》にちを 書《か》いてください。

# Texts
base-text-empty = 書《か》いてください。
base-text-too-long = 字《じ》が 多《おお》いです。{ $over }字《じ》 へらしてください。{ $max }字《じ》まで 書《か》くことができます。
base-text-control = 使《つか》うことが できない 字《じ》があります。消《け》して、もう 一度《いちど》 書《か》いてください。

# Fields
base-field-required = 書《か》いてください。
base-field-choose = えらんでください。
base-field-choose-some = 1つか、もっと えらんでください。
base-field-not-a-choice = この 中《なか》から えらんでください。
base-field-not-a-number = 数字《すうじ》で 書《か》いてください。
base-field-number-range = { $min }から { $max }までの 数字《すうじ》を 書《か》いてください。
base-field-not-an-email = メールの あて先《さき》が わかりません。「name@example.jp」のように 書《か》いてください。
base-field-in-use = もう 使《つか》われています。ほかのものを 書《か》いてください。

# Problems
base-problem-not-found = さがして いる ものは ありません。もう 一度《いちど》、さがして ください。
base-problem-sign-in-needed = サインイン してください。
base-problem-step-up-needed = もう 一度《いちど》、あなただと 確《たし》かめます。まだ 何《なに》も かわって いません。
base-problem-invalid = なおすところが { $n }つ あります。
base-problem-stale = ほかの 人《ひと》が 先《さき》に 書《か》きました。よく 見《み》て、もう 一度《いちど》 保存《ほぞん》してください。
base-problem-too-many = { $minutes }分《ふん》 待《ま》ってください。それから もう 一度《いちど》 してください。
base-problem-unavailable = 今《いま》は つながりません。少《すこ》し 待《ま》って、もう 一度《いちど》 してください。
base-problem-internal = ごめんなさい。こちらの まちがいで、できませんでした。

# Public holidays
base-holiday-new-year = 元日《がんじつ》
base-holiday-coming-of-age = 成人《せいじん》の 日《ひ》
base-holiday-foundation = 建国《けんこく》記念《きねん》の 日《ひ》
base-holiday-emperor = 天皇《てんのう》誕生日《たんじょうび》
base-holiday-spring-equinox = 春分《しゅんぶん》の 日《ひ》
base-holiday-showa = 昭和《しょうわ》の 日《ひ》
base-holiday-constitution = 憲法《けんぽう》記念日《きねんび》
base-holiday-greenery = みどりの 日《ひ》
base-holiday-children = こどもの 日《ひ》
base-holiday-marine = 海《うみ》の 日《ひ》
base-holiday-mountain = 山《やま》の 日《ひ》
base-holiday-aged = 敬老《けいろう》の 日《ひ》
base-holiday-autumn-equinox = 秋分《しゅうぶん》の 日《ひ》
base-holiday-health-and-sports = 体育《たいいく》の 日《ひ》
base-holiday-sports = スポーツの 日《ひ》
base-holiday-culture = 文化《ぶんか》の 日《ひ》
base-holiday-labour = 勤労《きんろう》感謝《かんしゃ》の 日《ひ》
base-holiday-accession = 即位《そくい》の 日《ひ》
base-holiday-enthronement = 即位礼《そくいれい》の 日《ひ》
base-holiday-between = 国民《こくみん》の 休日《きゅうじつ》
base-holiday-substitute = 振替《ふりかえ》休日《きゅうじつ》

# Days of the week
base-weekday-monday = 月曜日《げつようび》
base-weekday-tuesday = 火曜日《かようび》
base-weekday-wednesday = 水曜日《すいようび》
base-weekday-thursday = 木曜日《もくようび》
base-weekday-friday = 金曜日《きんようび》
base-weekday-saturday = 土曜日《どようび》
base-weekday-sunday = 日曜日《にちようび》

# The registers by their own names
base-lang-ja = 標準
base-lang-ja-simple = やさしい日本語
base-lang-en = English
