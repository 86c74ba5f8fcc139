# Dates
base-date-not-a-date = 日付として読めません。「2026年11月20日」「2026/11/20」「R8.11.20」のように書いてください。
base-date-no-such-day = { $year }年{ $month }月{ $day }日はありません。{ $month }月は{ $last }日までです。
base-date-no-such-month = { $month }月はありません。月は1から12までです。
base-date-outside-era = その日は{ $era }ではありません。{ $year }年{ $month }月{ $day }日（{ $era-year }）のことですか。西暦か、正しい元号で書いてください。
base-date-out-of-range = 1900年から2100年までの日付を書いてください。
base-date-disagree = かっこの中と外で日付が合いません。どちらかを直してください。
base-date-in-future = 今日より後の日付は書けません。
base-date-in-past = 今日より前の日付は書けません。
base-date-before = { $date }より後の日付を書いてください。

# Texts
base-text-empty = 入力してください。
base-text-too-long = { $max }文字までです。いまは{ $length }文字です。{ $over }文字減らしてください。
base-text-control = 使えない文字（{ $code }）が入っています。その文字を消すか、打ち直してください。

# Fields
base-field-required = 入力してください。
base-field-choose = 選んでください。
base-field-choose-some = 1つ以上選んでください。
base-field-not-a-choice = 選択肢の中から選んでください。
base-field-not-a-number = 数字で書いてください。
base-field-number-range = { $min }から{ $max }までの数字を書いてください。
base-field-not-an-email = メールアドレスとして読めません。「name@example.jp」のように書いてください。
base-field-in-use = すでに使われています。別のものにしてください。

# Problems
base-problem-not-found = お探しのものはありません。一覧から選び直してください。
base-problem-sign-in-needed = サインインしてください。
base-problem-step-up-needed = この操作の前に、もう一度本人確認をしてください。何も変わっていません。
base-problem-invalid = 直していただきたい所が{ $n }か所あります。
base-problem-stale = ほかの人が先に保存しました。違いを確かめてから、もう一度保存してください。
base-problem-too-many = 回数が多すぎます。{ $minutes }分ほど待って、もう一度お試しください。
base-problem-unavailable = いま、つながりにくくなっています。少し待って、もう一度お試しください。
base-problem-internal = こちらの不具合です。記録しました。続くときは、管理者に知らせてください。

# Public holidays
base-holiday-new-year = 元日
base-holiday-coming-of-age = 成人の日
base-holiday-foundation = 建国記念の日
base-holiday-emperor = 天皇誕生日
base-holiday-spring-equinox = 春分の日
base-holiday-showa = 昭和の日
base-holiday-constitution = 憲法記念日
base-holiday-greenery = みどりの日
base-holiday-children = こどもの日
base-holiday-marine = 海の日
base-holiday-mountain = 山の日
base-holiday-aged = 敬老の日
base-holiday-autumn-equinox = 秋分の日
base-holiday-health-and-sports = 体育の日
base-holiday-sports = スポーツの日
base-holiday-culture = 文化の日
base-holiday-labour = 勤労感謝の日
base-holiday-accession = 即位の日
base-holiday-enthronement = 即位礼正殿の儀の行われる日
base-holiday-between = 国民の休日
base-holiday-substitute = 振替休日

# Days of the week
base-weekday-monday = 月曜日
base-weekday-tuesday = 火曜日
base-weekday-wednesday = 水曜日
base-weekday-thursday = 木曜日
base-weekday-friday = 金曜日
base-weekday-saturday = 土曜日
base-weekday-sunday = 日曜日

# The registers by their own names
base-lang-ja = 標準
base-lang-ja-simple = やさしい日本語
base-lang-en = English
