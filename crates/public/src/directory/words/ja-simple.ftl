# Schedules
directory-schedule-daily = 毎日《まいにち》
directory-schedule-weekly = 毎週《まいしゅう》 { $days }
directory-schedule-monthly = 毎月《まいつき》 { $nths }の { $days }
directory-schedule-from = （{ $date }から）
directory-schedule-until = （{ $date }まで）
directory-schedule-not-holidays = （祝日《しゅくじつ》と お正月《しょうがつ》は 休《やす》み）
directory-schedule-off = { $date }は 休《やす》みです。
directory-schedule-on = { $date }は { $hours } あります。
directory-days = { $days }
directory-day-run = { $first }から { $last }
directory-day-join = と{ " " }
directory-day-mon = 月曜日《げつようび》
directory-day-tue = 火曜日《かようび》
directory-day-wed = 水曜日《すいようび》
directory-day-thu = 木曜日《もくようび》
directory-day-fri = 金曜日《きんようび》
directory-day-sat = 土曜日《どようび》
directory-day-sun = 日曜日《にちようび》
directory-nth-1 = 1回目《かいめ》
directory-nth-2 = 2回目《かいめ》
directory-nth-3 = 3回目《かいめ》
directory-nth-4 = 4回目《かいめ》
directory-nth-5 = 5回目《かいめ》
directory-nth-last = 最後《さいご》
directory-nth-join = と{ " " }
directory-hours = { $start }から { $end }まで
directory-clock-morning = 午前《ごぜん》{ $hour }時《じ》{ $minute ->
    [0] {""}
    [5] 5分《ふん》
    [15] 15分《ふん》
    [25] 25分《ふん》
    [35] 35分《ふん》
    [45] 45分《ふん》
    [55] 55分《ふん》
   *[other] { $minute }分《ぷん》
  }
directory-clock-noon = 昼《ひる》12時《じ》{ $minute ->
    [0] {""}
    [5] 5分《ふん》
    [15] 15分《ふん》
    [25] 25分《ふん》
    [35] 35分《ふん》
    [45] 45分《ふん》
    [55] 55分《ふん》
   *[other] { $minute }分《ぷん》
  }
directory-clock-afternoon = 午後《ごご》{ $hour }時《じ》{ $minute ->
    [0] {""}
    [5] 5分《ふん》
    [15] 15分《ふん》
    [25] 25分《ふん》
    [35] 35分《ふん》
    [45] 45分《ふん》
    [55] 55分《ふん》
   *[other] { $minute }分《ぷん》
  }
directory-clock-midnight = 夜《よる》12時《じ》
directory-date = { $date }（{ $day }）
directory-date-near = { $month }{ $n }日（{ $day }）
directory-month-1 = 1月
directory-month-2 = 2月
directory-month-3 = 3月
directory-month-4 = 4月
directory-month-5 = 5月
directory-month-6 = 6月
directory-month-7 = 7月
directory-month-8 = 8月
directory-month-9 = 9月
directory-month-10 = 10月
directory-month-11 = 11月
directory-month-12 = 12月
directory-meeting = { $date } { $hours }
directory-schedule-bad-rule = 「{ $part }」は 読《よ》めません。「weekly:thu 14:00-16:00」の ように 書《か》いて ください。
directory-schedule-bad-day = 「{ $part }」は 曜日《ようび》では ありません。mon、tue、wed、thu、fri、sat、sun で 書《か》いて ください。
directory-schedule-bad-nth = 「{ $part }」は 何回目《なんかいめ》か わかりません。1から 5、または last で 書《か》いて ください。
directory-schedule-bad-hours = 「{ $part }」は 時間《じかん》では ありません。「14:00-16:00」の ように 書《か》いて ください。
directory-schedule-bad-date = 「{ $part }」は 日《ひ》にちでは ありません。「2026-11-20」の ように 書《か》いて ください。
directory-schedule-too-many = 予定《よてい》は ぜんぶで { $max }までです。

# Searching
directory-title = 相談《そうだん》する ところを さがす
directory-lead = 名前《なまえ》を 言《い》わないで さがせます。行《い》く 前《まえ》に 電話《でんわ》で きいて ください。
directory-search-words = ことばで さがす（名前《なまえ》、困《こま》って いる こと、町《まち》）
directory-place = 場所《ばしょ》
directory-place-support = 市《し》や 町《まち》の 名前《なまえ》を 書《か》きます。
directory-seeker = だれの ことですか
directory-seeker-person = 自分《じぶん》の こと
directory-seeker-relative = 家族《かぞく》や 近《ちか》い 人の こと
directory-free = いつ 行《い》けますか
directory-free-day = 月曜日《げつようび》から 金曜日《きんようび》の 昼《ひる》
directory-free-evening = 月曜日《げつようび》から 金曜日《きんようび》の 夕方《ゆうがた》と 夜《よる》（午後《ごご》5時《じ》から）
directory-free-weekend = 土曜日《どようび》と 日曜日《にちようび》
directory-more = もっと くわしく 選《えら》ぶ
directory-any = どれでも
directory-offer-kind = どんな 助《たす》けですか
directory-dependence = 何《なに》で 困《こま》って いますか
directory-sex = 男《おとこ》・女《おんな》
directory-age = 年齢《ねんれい》
directory-circumstances = あなたに 合《あ》う もの
directory-wish-accompany = いっしょに 行《い》って くれる 人が ほしい
directory-wish-no-test = 尿《にょう》の 検査《けんさ》が ない ところ
directory-wish-room = いま 入《はい》れる ところ
directory-kind = どんな ところ
directory-change-conditions = 選《えら》び なおす
directory-contact = 連絡先《れんらくさき》：
directory-age-is = { $age }歳《さい》
directory-found = { $n }つ あります
directory-more-offers = ほかに { $n }つ あります
directory-nothing = 見《み》つかりませんでした
directory-nothing-text = ことばを 短《みじか》く して ください。下《した》の 電話《でんわ》で きく ことも できます。
directory-ask-anew = もう一度《いちど》 さがす
directory-ways = よく さがす もの
directory-way-talk = まず 話《はなし》を したい
directory-way-family = 家族《かぞく》の ことで 困《こま》って いる
directory-way-group = 同《おな》じ ことを した 人に 会《あ》いたい
directory-way-programme = よく なる ための 会《かい》に 出《で》たい
directory-way-evening = 夜《よる》や 土曜日《どようび》、日曜日《にちようび》に 行《い》ける
directory-way-lodging = とまる ところ、住《す》む ところ
directory-way-medical = 病院《びょういん》に 行《い》きたい
directory-way-legal = 法律《ほうりつ》や 借金《しゃっきん》の こと
directory-download = ぜんぶを ファイルで もらう：
directory-download-agencies = ところ（CSV）
directory-download-offers = して いる こと（CSV）

# One agency
directory-reach = 連絡《れんらく》の しかた
directory-reach-support = 名前《なまえ》と 電話《でんわ》は ほかの ページで 変《か》えます。
directory-phone = 電話《でんわ》
directory-extension = 内線《ないせん》
directory-opening = 開《あ》いて いる 時間《じかん》
directory-opening-note = 時間《じかん》の こと
directory-fax = ファックス
directory-mail = メール
directory-url = ホームページ
directory-form-url = 質問《しつもん》を 書《か》く ページ
directory-contact-note = 連絡《れんらく》の こと
directory-checked = たしかめた 日《ひ》
directory-never-checked = まだ たしかめて いません
directory-never-checked-text = まだ だれも たしかめて いません。行《い》く 前《まえ》に 電話《でんわ》で きいて ください。
directory-stale = 1年《ねん》より 長《なが》く たしかめて いません
directory-stale-text = 古《ふる》い ことが あります。行《い》く 前《まえ》に 電話《でんわ》で きいて ください。
directory-as-of = の こと
directory-tells = 話《はな》した ことを だれに 言《い》うか
directory-tells-unknown = まだ 書《か》いて ありません。話《はな》す 前《まえ》に「だれに 言《い》いますか」と きいて ください。
directory-reports = 薬《くすり》を 使《つか》った ことを 知《し》ると、ほかの 役所《やくしょ》に 言《い》わなければ なりません。
directory-reports-not = 薬《くすり》を 使《つか》った ことを 知《し》っても、役所《やくしょ》に 言《い》わなくて いい ところです。
directory-offers = できる こと
directory-no-offers = まだ くわしく 書《か》いて ありません。電話《でんわ》で きいて ください。
directory-no-offers-yet = まだ 何《なに》も 書《か》いて いません。
directory-hidden = 見《み》えません
directory-when = いつ
directory-next = 次《つぎ》：
directory-list-join = 、
directory-ask-them = きいて ください
directory-who = 来《き》て いい 人
directory-who-not = 来《く》る ことが できない 人
directory-anybody = だれでも
directory-ages = { $from }歳《さい》から { $to }歳《さい》まで
directory-ages-from = { $from }歳《さい》から
directory-ages-to = { $to }歳《さい》まで
directory-for-dependence = これで 困《こま》って いる 人：
directory-welcome = この 人も 来《き》て ください：
directory-cost = お金《かね》
directory-language = ことば
directory-accompany = いっしょに 行《い》く 人
directory-accompany-yes = います
directory-accompany-no = いません
directory-urine-test = 尿《にょう》の 検査《けんさ》
directory-urine-test-yes = あります
directory-urine-test-no = ありません
directory-place-section = 場所《ばしょ》
directory-address = 住所《じゅうしょ》
directory-address-secret = みんなの 安全《あんぜん》の ために、場所《ばしょ》は 書《か》いて いません。電話《でんわ》で きいて ください。
directory-access = 行《い》き方《かた》
directory-parking = 車《くるま》を とめる ところ
directory-barrier-free = 車《くるま》いすなど
directory-fee = お金《かね》
directory-operator = して いる ところ
directory-also = よく 使《つか》う 名前《なまえ》
directory-source = どこから：

# Correcting
directory-correct = まちがいが ある とき
directory-correct-lead = 電話《でんわ》や 時間《じかん》が ちがう ときは 教《おし》えて ください。たしかめて 直《なお》します。
directory-correct-open = まちがいを 教《おし》える
directory-correct-what = 何《なに》の ことですか
directory-correct-text = どこが ちがいますか
directory-correct-support = 人の 名前《なまえ》は 書《か》かないで ください。
directory-correct-contact = あなたの 連絡先《れんらくさき》（書《か》かなくても いいです）
directory-correct-contact-support = たしかめたら 消《け》します。
directory-correct-send = 送《おく》る
directory-suggested = ありがとうございます。たしかめます。
directory-suggestion-long = { $max }文字《もじ》までです。
directory-suggestion-enough = もう たくさん 教《おし》えて もらいました。いま たしかめて います。
directory-topic-contact = 名前《なまえ》・電話《でんわ》・住所《じゅうしょ》
directory-topic-schedule = 日《ひ》と 時間《じかん》
directory-topic-conditions = 来《き》て いい 人・お金《かね》
directory-topic-closed = もう ありません
directory-topic-missing = 足《た》りません
directory-topic-other = ほかの こと
directory-standing-open = まだ
directory-standing-taken = 直《なお》した
directory-standing-declined = 直《なお》さない
directory-suggestions = まちがいの お知《し》らせ
directory-suggestions-none = お知《し》らせは ありません
directory-suggestions-none-text = 送《おく》られた お知《し》らせが ここに 出《で》ます。
directory-decide-taken = 直《なお》しました
directory-decide-declined = 直《なお》さない
directory-decided = 書《か》きました。連絡先《れんらくさき》は 消《け》しました。
directory-stale-list = 1年《ねん》より 長《なが》く たしかめて いない ところ
directory-agency = ところ

# Editing
directory-edit = 書《か》いて ある ことを 直《なお》す
directory-edit-lead = みんなが 見《み》る ページです。保存《ほぞん》すると、きょう たしかめた ことに なります。
directory-edit-offer = して いる ことを 直《なお》す
directory-check = ぜんぶ 合《あ》って います
directory-check-text = 下《した》を 見《み》て、合《あ》って いたら 押《お》して ください。
directory-checked-done = きょう たしかめたと 書《か》きました。
directory-capacity-saved = 空《あ》きを 書《か》きました。
directory-saved = 保存《ほぞん》しました。
directory-save = 保存《ほぞん》する
directory-back = もどる
directory-not-own = 自分《じぶん》の ところだけ 直《なお》せます。
directory-site = 場所《ばしょ》と 連絡《れんらく》
directory-about = この ところに ついて
directory-text = 説明《せつめい》
directory-address-hide = 場所《ばしょ》を 見《み》せない
directory-postcode = 郵便番号《ゆうびんばんごう》
directory-prefecture = 県《けん》
directory-city = 市《し》・町《まち》
directory-town = 町《まち》の 名前《なまえ》
directory-lot = 番地《ばんち》
directory-building = 建物《たてもの》
directory-lat = 緯度《いど》
directory-lon = 経度《けいど》
directory-municipality = 市町村《しちょうそん》の コード
directory-corporate-no = 法人番号《ほうじんばんごう》
directory-name-en = 英語《えいご》の 名前《なまえ》
directory-offer-new = して いる ことを 足《た》す
directory-offer-what = 何《なに》を しますか
directory-offer-name = 名前《なまえ》
directory-offer-text = 説明《せつめい》
directory-offer-how = 来《く》る 人の こと
directory-choose = 選《えら》んで ください
directory-none = ありません
directory-not-said = 書《か》かない
directory-when-support = 決《き》まった 日《ひ》が ない ときは、書《か》かなくて いいです。
directory-more-rules = 予定《よてい》を ふやす
directory-rule = 予定《よてい》{ $n }
directory-repeat = くり返《かえ》し
directory-repeat-weekly = 毎週《まいしゅう》
directory-repeat-1-3 = 1回目《かいめ》と 3回目《かいめ》
directory-repeat-2-4 = 2回目《かいめ》と 4回目《かいめ》
directory-day = 曜日《ようび》
directory-from = 始《はじ》まり
directory-until = 終《お》わり
directory-off = 休《やす》みの 日《ひ》
directory-off-support = 例《れい》：2026-12-31
directory-schedule-exact = 細《こま》かい 予定《よてい》
directory-schedule-exact-open = 細《こま》かい 予定《よてい》を 書《か》く
directory-schedule-exact-support = 例《れい》：weekly:mon-fri 09:00-17:00 not-holidays
directory-who-support = 書《か》かない ことは「だれでも」に なります。
directory-age-from = 何歳《なんさい》から
directory-age-to = 何歳《なんさい》まで
directory-age-order = 「何歳《なんさい》まで」を もっと 大《おお》きい 数《かず》に して ください。
directory-dependence-taken = 何《なに》で 困《こま》って いる 人（選《えら》ばないと、ぜんぶ）
directory-welcome-and-not = 同《おな》じ ものを 両方《りょうほう》に 選《えら》んで います。
directory-capacity = いま 来《き》て いいか
directory-hide = 見《み》せない
directory-bad-number = 数字《すうじ》が 合《あ》いません。
directory-bad-point = 日本《にほん》の 場所《ばしょ》では ありません。
directory-bad-url = 「https://」から 書《か》いて ください。

# Names of codes
directory-offer-kind-programme = よく なる ための 会《かい》（プログラム）
directory-offer-kind-consultation = 相談《そうだん》
directory-offer-kind-family = 家族《かぞく》の ための 会《かい》
directory-offer-kind-group = なかまの 会《かい》
directory-offer-kind-lodging = とまる・住《す》む
directory-offer-kind-medical = 病院《びょういん》
directory-offer-kind-visit = 会《あ》いに 行《い》く・手紙《てがみ》
directory-offer-kind-legal = 法律《ほうりつ》・借金《しゃっきん》
directory-offer-kind-work = 仕事《しごと》
directory-offer-kind-other = ほか
directory-capacity-has = 入《はい》れます
directory-capacity-none = いまは いっぱいです
directory-capacity-waiting = 待《ま》って もらいます
directory-capacity-ask = 入《はい》れるか きいて ください
directory-circumstance-pregnant = おなかに 赤《あか》ちゃんが いる 人
directory-circumstance-with_children = 子《こ》どもと いっしょの 人
directory-circumstance-on_medication = 病院《びょういん》の 薬《くすり》を 飲《の》んで いる 人
directory-circumstance-dual_diagnosis = ほかの 心《こころ》の 病気《びょうき》も ある 人
directory-circumstance-in_employment = 働《はたら》いて いる 人
directory-circumstance-on_probation = 保護観察《ほごかんさつ》の 人
directory-circumstance-uninsured = 保険《ほけん》が ない 人
directory-circumstance-family = 家族《かぞく》や 近《ちか》い 人
directory-sex-women = 女《おんな》の人
directory-sex-men = 男《おとこ》の人

# Why an offer fits
directory-because-welcome = { $what }も 来《き》て ください
directory-because-for-this = この ことの ため
directory-because-for-relatives = 家族《かぞく》の ため
directory-because-comes-along = いっしょに 行《い》けます
directory-because-relatives-unknown = 家族《かぞく》だけで いいか きいて ください
directory-because-time-unknown = いつか きいて ください
directory-because-company-unknown = いっしょに 行《い》けるか きいて ください
directory-because-test-unknown = 検査《けんさ》が あるか きいて ください
directory-because-room-unknown = 入《はい》れるか きいて ください
directory-because-must-wait = 待《ま》ちます
directory-because-other-kind = ほかの こと
directory-because-relatives-only = 家族《かぞく》の ため
directory-because-not-for-relatives = 本人《ほんにん》の ため
directory-because-women-only = 女《おんな》の人だけ
directory-because-men-only = 男《おとこ》の人だけ
directory-because-from-age = { $age }歳《さい》から
directory-because-to-age = { $age }歳《さい》まで
directory-because-for-others = ほかの ことの ため
directory-because-not = { $what }は 来《く》る ことが できません
directory-because-other-times = ほかの 時間《じかん》
directory-because-nobody-comes-along = いっしょに 行《い》く 人は いません
directory-because-tested = 検査《けんさ》が あります
directory-because-full = いまは いっぱいです
directory-because-over = 終《お》わりました
