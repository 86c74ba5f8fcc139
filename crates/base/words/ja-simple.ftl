# 30 characters a sentence, desu-masu, no era, little kanji

base-date-not-a-date = 日にちが わかりません。「2026年11月20日」のように 書いてください。
base-date-no-such-day = { $month }月{ $day }日は ありません。{ $month }月は { $last }日までです。
base-date-no-such-month = { $month }月は ありません。1から 12までの 月を 書いてください。
base-date-outside-era = 年が ちがうかもしれません。{ $year }年{ $month }月{ $day }日ですか。「2026年」のように 書いてください。
base-date-out-of-range = 1900年から 2100年までの 日にちを 書いてください。
base-date-disagree = （ ）の 中と 外の 日にちが ちがいます。どちらかを なおしてください。
base-date-in-future = 今日までの 日にちを 書いてください。
base-date-in-past = 今日からの 日にちを 書いてください。
base-date-before = { $date }より あとの 日にちを 書いてください。

base-text-empty = 書いてください。
base-text-too-long = 字が 多いです。{ $over }字 へらしてください。{ $max }字まで 書くことができます。
base-text-control = 使うことが できない 字があります。消して、もう一度 書いてください。

base-field-required = 書いてください。
base-field-choose = えらんでください。
base-field-choose-some = 1つか、もっと えらんでください。
base-field-not-a-choice = この中から えらんでください。
base-field-not-a-number = 数字で 書いてください。
base-field-number-range = { $min }から { $max }までの 数字を 書いてください。
base-field-not-an-email = メールの あて先が わかりません。「name@example.jp」のように 書いてください。
base-field-not-a-phone = 電話番号が わかりません。「03-1234-5678」のように 書いてください。
base-field-not-a-time = 時間が わかりません。「15:30」のように 書いてください。
base-field-not-kana = ひらがなか カタカナで 書いてください。
base-field-in-use = もう 使われています。ほかのものを 書いてください。
base-field-unknown = ここは 書くことが できません。

base-problem-not-found = さがして いる ものは ありません。もう一度《いちど》、さがして ください。
base-problem-sign-in-needed = ログインを してください。
base-problem-forbidden = これは できません。
base-problem-invalid = なおすところが { $n }つ あります。
base-problem-refused = 今は できません。
base-problem-stale = ほかの人が 先に 書きました。よく見て、もう一度 保存してください。
base-problem-too-many = { $minutes }分 待ってください。それから もう一度 してください。
base-problem-unavailable = 今は つながりません。少し待って、もう一度 してください。
base-problem-internal = ごめんなさい。こちらの まちがいで、できませんでした。
