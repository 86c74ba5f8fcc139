# 本人や家族が読むところだけ。ほかは標準の言葉を使う。

referral-state-preparing = 準備《じゅんび》をしています
referral-state-sent = 返事《へんじ》を待《ま》っています
referral-state-waiting = 順番《じゅんばん》を待《ま》っています
referral-state-accepted = 会《あ》う約束《やくそく》ができました
referral-state-declined = 今回《こんかい》は受《う》けられませんでした
referral-state-arrived = 行《い》くことができました
referral-state-connected = つながりました
referral-state-lost_touch = 今《いま》は会《あ》えていません
referral-state-ended = 終《お》わりました
referral-state-withdrawn = あなたの言葉《ことば》で取《と》り下《さ》げました

referral-kind-refer = つなぐ（ここでも つづける）
referral-kind-transfer = おもな 担当《たんとう》を かえる

referral-side-sender = つなぐ ほう
referral-side-receiver = 受《う》ける ほう
referral-side-word = 受《う》ける ほうの ことばを、つなぐ ほうが 書《か》いた

referral-channel-system = この 画面《がめん》から
referral-channel-telephone = 電話《でんわ》で
referral-channel-paper = 紙《かみ》・ファックスで
referral-channel-link = リンクから

referral-verb-change = 書《か》きなおす
referral-verb-send = 送《おく》る
referral-verb-accept = 会《あ》う 約束《やくそく》を する
referral-verb-wait = 待《ま》ってもらう
referral-verb-new_day = 会《あ》う 日《ひ》を きめる・かえる
referral-verb-decline = 今回《こんかい》は 受《う》けられないと 伝《つた》える
referral-verb-second_look = もう 一度《いちど》 見《み》てもらう
referral-verb-redirect = ほかの 機関《きかん》に たのむ
referral-verb-ask = 質問《しつもん》する
referral-verb-answer = 答《こた》える
referral-verb-leg = つなぐ ための 一歩《いっぽ》を きめる
referral-verb-leg_done = 一歩《いっぽ》が できたと 書《か》く
referral-verb-leg_missed = 一歩《いっぽ》が できなかったと 書《か》く
referral-verb-leg_cancel = 一歩《いっぽ》を やめる
referral-verb-readiness = 本人《ほんにん》の 気持《きも》ちを 書《か》く
referral-verb-arrive = 来《き》たことを 書《か》く
referral-verb-no_show = 来《こ》られなかったことを 書《か》く
referral-verb-confirm = つながったことを 確《たし》かめる
referral-verb-know = 着《つ》いたと 知《し》ったことを 書《か》く
referral-verb-person_says = 本人《ほんにん》の 答《こた》えを 書《か》く
referral-verb-follow_up = その 後《あと》の ことを 書《か》く
referral-verb-lost_touch = 会《あ》えていないと 書《か》く
referral-verb-re_engage = また 会《あ》えたと 書《か》く
referral-verb-withdraw = つなぎを やめる
referral-verb-take_up_again = もう 一度《いちど》 はじめる
referral-verb-end = おわる
referral-verb-undo = もとに もどす

referral-leg-call_ahead = 先《さき》に 電話《でんわ》する
referral-leg-letter = 手紙《てがみ》
referral-leg-prison_visit = 刑務所《けいむしょ》で 会《あ》う
referral-leg-ward_visit = 病院《びょういん》で 会《あ》う
referral-leg-tour = 見《み》に 行《い》く
referral-leg-joint_interview = いっしょに 話《はな》す
referral-leg-accompaniment = いっしょに 行《い》く
referral-leg-trial_stay = ためしに とまる
referral-leg-programme_visit = プログラムを ためす
referral-leg-other = そのほか

referral-leg-status-planned = 予定《よてい》
referral-leg-status-happened = できた
referral-leg-status-missed = できなかった
referral-leg-status-cancelled = やめた

referral-readiness-not_now = 今《いま》では ない
referral-readiness-curious = 話《はなし》は 聞《き》いてみたい
referral-readiness-thinking = 考《かんが》えている
referral-readiness-visited = 一度《いちど》 行《い》ってみた
referral-readiness-decided = きめた

referral-reason-no_capacity = あいていない
referral-reason-not_eligible = きまりに あわない
referral-reason-out_of_area = 地域《ちいき》が ちがう
referral-reason-needs_assessment_first = 先《さき》に 診断《しんだん》などが いる
referral-reason-person_not_willing = 本人《ほんにん》が のぞんでいない
referral-reason-safety = 安全《あんぜん》を まもれない
referral-reason-not_offered = その 支援《しえん》を していない
referral-reason-cannot_ensure_confidentiality = 話《はなし》の ひみつを まもると 言《い》えない
referral-reason-other = そのほか

referral-capacity-has_place = あいている
referral-capacity-none = あいていない
referral-capacity-waiting_list = 待《ま》てば 入《はい》れる
referral-capacity-assessment_needed = 先《さき》に 話《はな》すことや 診断《しんだん》が いる

referral-step-weeks_2 = 2週間《しゅうかん》 あと
referral-step-month_1 = 1か月《げつ》 あと
referral-step-months_3 = 3か月《げつ》 あと

referral-outcome-continuing = つづいている
referral-outcome-paused = 休《やす》んでいる
referral-outcome-ended = おわった
referral-outcome-lost_touch = 会《あ》えていない

referral-how-visit = 会《あ》って
referral-how-telephone = 電話《でんわ》で
referral-how-letter = 手紙《てがみ》で
referral-how-group = 集《あつ》まりで
referral-how-online = オンラインで
referral-how-other = そのほか

referral-says-yes = ほしかった助《たす》けでした
referral-says-partly = すこし、そうでした
referral-says-no = ちがいました
referral-says-not_asked = まだ聞《き》いていません

referral-request-open = 返事《へんじ》を 待《ま》っている
referral-request-agreed = じゅんびを はじめた
referral-request-declined = 今《いま》は しない

referral-todo-send = 送《おく》るか、やめる
referral-todo-decide = 返事《へんじ》を する
referral-todo-place = もう 一度《いちど》 返事《へんじ》を する
referral-todo-answer = 質問《しつもん》に 答《こた》える
referral-todo-after_decline = つぎに どうするか 考《かんが》える
referral-todo-fix_day = はじめの 日《ひ》を きめる
referral-todo-arrival = 来《き》たかどうかを 書《か》く
referral-todo-confirm = つながったと たしかめる
referral-todo-know = 着《つ》いたことを たしかめる
referral-todo-ask_person = 本人《ほんにん》に 聞《き》く
referral-todo-follow_up = その 後《あと》を 聞《き》く
referral-todo-reach = もう 一度《いちど》 連絡《れんらく》する

# 断りの言葉：何が起きたか、次に何ができるか

referral-not-yours = これは 相手《あいて》の 機関《きかん》が します。相手《あいて》から 聞《き》いたことを 書《か》くときは、電話《でんわ》か 紙《かみ》かを えらんでください。
referral-not-now = 今《いま》は できません。もう 一度《いちど》 画面《がめん》を 開《ひら》いて、できることを たしかめてください。
referral-has-account = 相手《あいて》の 機関《きかん》は これを 使《つか》っています。返事《へんじ》は 相手《あいて》の 機関《きかん》から 来《き》ます。
referral-channel-own = 受《う》ける ほうとして 書《か》くときは、電話《でんわ》・紙《かみ》は えらべません。
referral-double = 同《おな》じ 人《ひと》の 同《おな》じ つなぎが、もう あります（番号《ばんごう》 { $referral }）。そちらを 開《ひら》いてください。
referral-to-self = 自分《じぶん》の 機関《きかん》は えらべません。中《なか》で きめるときは 「担当《たんとう》を きめる」を 使《つか》ってください。
referral-section-twice = 同《おな》じところが 2つ あります。1つに してください。
referral-day-past = 今日《きょう》か、これからの 日《ひ》を 書《か》いてください。
referral-day-to-come = まだ 来《き》ていない 日《ひ》です。今日《きょう》までの 日《ひ》を 書《か》いてください。
referral-next-before = つぎの 約束《やくそく》は、その 日《ひ》より あとに してください。
referral-wait-something = いつごろか、何番目《なんばんめ》か、ひとことの どれかを 書《か》いてください。
referral-reason-needs-note = 「そのほか」を えらんだときは、わけを 書《か》いてください。
referral-leg-needs-note = 「そのほか」を えらんだときは、何《なに》を するか 書《か》いてください。
referral-leg-settled = これは もう 書《か》いてあります。
referral-follow-up-done = この ときの ことは、もう 書《か》いてあります。
referral-second-look-used = もう 一度《いちど》 見《み》てもらうのは 1回《かい》だけです。ほかの 機関《きかん》に たのむことが できます。
referral-no-question = 今《いま》、答《こた》えを 待《ま》っている 質問《しつもん》は ありません。
referral-undo-not-yours = さいごに かえたのは、相手《あいて》の 機関《きかん》です。
referral-undo-nothing = もとに もどせることは ありません。
referral-undo-too-late = 15分《ふん》が すぎたので、もとに もどせません。
referral-link-not-sent = 送《おく》ったあとで、リンクを 作《つく》れます。
referral-request-no-account = 相手《あいて》の 機関《きかん》は これを 使《つか》っていません。電話《でんわ》などで たのんでください。
referral-request-twice = 同《おな》じ おねがいの 返事《へんじ》を 待《ま》っています。
referral-request-answered = この おねがいには、もう 返事《へんじ》を しました。
referral-capacity-answered = この 質問《しつもん》には、もう 返事《へんじ》を しました。

# お知らせ：中身は書かない

referral-told-sent = 新《あたら》しい つなぎが とどきました
referral-told-second-look = もう 一度《いちど》 見《み》てほしい つなぎが あります
referral-told-accepted = つなぎに 返事《へんじ》が ありました
referral-told-waiting = つなぎに 返事《へんじ》が ありました
referral-told-declined = つなぎに 返事《へんじ》が ありました
referral-told-asked = つなぎに 質問《しつもん》が あります
referral-told-answered = 質問《しつもん》の 答《こた》えが とどきました
referral-told-leg = つなぎが すこし 進《すす》みました
referral-told-readiness = つなぎに 書《か》きたしが ありました
referral-told-arrived = つなぎが かわりました
referral-told-new-day = つなぎが かわりました
referral-told-no-show = つなぎが かわりました
referral-told-confirmed = つなぎを たしかめた 人《ひと》が います
referral-told-follow-up = その 後《あと》の ことが とどきました
referral-told-lost-touch = つなぎが かわりました
referral-told-re-engaged = つなぎが かわりました
referral-told-withdrawn = つなぎが かわりました
referral-told-ended = つなぎが かわりました
referral-told-undone = さいごに かえたことが もとに もどりました
referral-told-request = 担当《たんとう》の おねがいが とどきました
referral-told-request-answered = おねがいに 返事《へんじ》が ありました

# 画面の言葉

referral-name = { $name }さん
referral-person = 本人《ほんにん》
referral-nobody = （名前《なまえ》の ない 質問《しつもん》）
referral-other = 相手《あいて》の 機関《きかん》
referral-other-agency = ほかの 機関《きかん》を えらぶ
referral-between = どこから どこへ
referral-stands = 今《いま》の ようす
referral-to-do = すること
referral-until = いつまで
referral-persons = 本人《ほんにん》・家族《かぞく》
referral-open = 開《ひら》く
referral-back = 戻《もど》る
referral-back-list = 一覧《いちらん》に もどる
referral-choose = えらんでください
referral-choose-none = えらばない
referral-ours = ここの 機関《きかん》
referral-urgent = いそぎ
referral-urgent-means = 相手《あいて》の 機関《きかん》に、つぎの はたらく 日《ひ》までに 返事《へんじ》を おねがいします。
referral-count = { $n }件《けん》
referral-times = { $n }回《かい》
referral-working-days = はたらく 日《ひ》で { $n }日《にち》
referral-theirs = 相手《あいて》の 番《ばん》：{ $what }

referral-due-in = あと はたらく 日《ひ》で { $n }日《にち》
referral-due-by = { $date }まで
referral-due-today = 今日《きょう》まで
referral-due-over = { $n ->
    [0] 日《ひ》が すぎています
   *[other] { $n }日《にち》 おそく なっています
  }

# その日のはじめの画面

referral-home = 今日《きょう》 すること
referral-home-lead = いそぐものから ならんでいます。えらぶと、すぐ 開《ひら》きます。
referral-home-more = はやい 日《ひ》の 300件《けん》を 見《み》せて います。ほかは 一覧《いちらん》に あります。
referral-home-act = つなぐ
referral-home-free = 今《いま》、することは ありません
referral-home-free-text = 新《あたら》しく つなぐときは、「つなぐ」から 人《ひと》を えらんでください。
referral-home-empty = 今《いま》は 何《なに》も ない 一覧《いちらん》
referral-home-overdue = おそく なっているもの
referral-home-overdue-text = 相手《あいて》の 機関《きかん》にも 見《み》えています。電話《でんわ》を するだけでも、進《すす》むことが あります。
referral-home-overdue-none = おそく なっているものは ありません。
referral-home-to-answer = 返事《へんじ》を するもの
referral-home-to-answer-text = 受《う》ける、待《ま》ってもらう、受《う》けられない、の どれかを 言《い》います。まようときは、先《さき》に 聞《き》くことが できます。
referral-home-to-answer-none = 返事《へんじ》を 待《ま》っている 機関《きかん》は ありません。
referral-home-waiting-on-us = こちらを 待《ま》っているもの
referral-home-waiting-on-us-text = 質問《しつもん》の 答《こた》え、あいて いるか、担当《たんとう》の おねがい、送《おく》る 前《まえ》の じゅんびなどです。
referral-home-waiting-on-us-none = こちらを 待《ま》っている 機関《きかん》は ありません。
referral-home-to-confirm = たしかめるもの
referral-home-to-confirm-text = 着《つ》いたか、つながったか、本人《ほんにん》は どう 思《おも》うかを たしかめます。ぜんぶ そろうまで おわりません。
referral-home-to-confirm-none = たしかめるものは ありません。
referral-home-follow-up = その 後《あと》を 聞《き》く 人《ひと》
referral-home-follow-up-text = つながってから 2週間《しゅうかん》、1か月《げつ》、3か月《げつ》の ときに 聞《き》きます。会《あ》えていない 人《ひと》も ここに 出《で》ます。
referral-home-follow-up-none = 今《いま》、その 後《あと》を 聞《き》く 人《ひと》は いません。
referral-home-endings = つぎの ところが きまっていない 人《ひと》
referral-home-endings-text = もうすぐ おわる 支援《しえん》や とまる ところが あり、つぎの ところに まだ 着《つ》いていない 人《ひと》です。
referral-home-endings-none = もうすぐ おわるのに つぎが ない 人《ひと》は いません。
referral-home-consents = もうすぐ おわる 同意《どうい》
referral-home-consents-text = ここで 聞《き》いた 同意《どうい》です。30日《にち》の うちに おわります。早《はや》めに もう一度《いちど》 聞《き》いてください。
referral-home-consents-none = もうすぐ おわる 同意《どうい》は ありません。
referral-ending = おわること
referral-ending-stay = 今《いま》 いる ところ
referral-ending-legal = 裁判《さいばん》や 保護《ほご》観察《かんさつ》など
referral-ending-do = つぎに つなぐ

referral-todo-request = おねがいに 返事《へんじ》を する
referral-todo-capacity = あいて いるか 答《こた》える

# 一覧

referral-list-title = つなぎ
referral-list-lead = 送《おく》ったものと 受《う》けたものです。新《あたら》しいものから ならんでいます。
referral-list-sent = 送《おく》ったもの
referral-list-received = 受《う》けたもの
referral-list-caption = つなぎの 一覧《いちらん》（{ $what }）
referral-list-narrow = これだけ 見《み》る
referral-state-any = ぜんぶ
referral-list-none = ここには 何《なに》も ありません
referral-list-none-sent = 人《ひと》を つなぐときは、人《ひと》を えらんで 「つなぐ」を おしてください。
referral-list-none-received = ほかの 機関《きかん》から とどくと、ここに 出《で》ます。
referral-sent-on = 送《おく》った 日《ひ》

# つなぎを書く

referral-refer-title = { $name }を つなぐ
referral-refer-to = { $name }を { $agency }へ つなぐ
referral-choose-lead = 相手《あいて》の 機関《きかん》を えらびます。何《なに》を だれに 言《い》う ところか、いつまでに 返事《へんじ》が 来《く》るかが、先《さき》に わかります。
referral-choose-agency = どこに つなぎますか
referral-choose-search = 機関《きかん》の 名前《なまえ》・地域《ちいき》で さがす
referral-choose-nobody = 見《み》つかりません
referral-choose-nobody-text = ことばを みじかく するか、地域《ちいき》の 名前《なまえ》だけで さがしてください。
referral-whom = 書《か》く 前《まえ》に 知《し》っておくこと
referral-agency = 機関《きかん》
referral-kind = 種類《しゅるい》
referral-area = 地域《ちいき》
referral-answer-days = 返事《へんじ》までの 日数《にっすう》
referral-account = この しくみ
referral-account-none = 使《つか》っていません。手紙《てがみ》、電話《でんわ》、リンクを 使《つか》います。
referral-tells = 聞《き》いたことを どう するか
referral-tells-none = まだ 書《か》いてありません。電話《でんわ》で 聞《き》いてから 書《か》くと 安心《あんしん》です。
referral-duty = ほかに 知《し》らせる きまり
referral-duty-yes = きまりが ある
referral-duty-no = きまりは ない
referral-duty-unchecked = まだ たしかめていません。それまでは、きまりが あると 考《かんが》えます。
referral-duty-unchecked-no = まだ たしかめていません。このような ところには、ふつう きまりは ありません。
referral-consent = 本人《ほんにん》の 同意《どうい》
referral-consent-there = 同意《どうい》が ある
referral-consent-not = まだ ない
referral-consent-missing = 同意《どうい》が まだ ない
referral-consent-none = { $agency }へ つなぐことに、本人《ほんにん》が まだ 「はい」と 言《い》っていません。同意《どうい》が ないと 送《おく》れません。
referral-consent-take = 同意《どうい》を 聞《き》く
referral-consent-more = もう 一度《いちど》 聞《き》く、ふやす
referral-consent-until = { $date }まで
referral-prepare-first = 聞《き》く 前《まえ》に、じゅんびだけ する
referral-act = つなぎ方《かた》
referral-kind-means-refer = 相手《あいて》の 機関《きかん》にも たすけてもらいます。ここも つづけます。
referral-kind-means-transfer = 着《つ》いたことを たしかめると、おもな 担当《たんとう》が 相手《あいて》の 機関《きかん》に かわります。
referral-ask-urgent = いそぎの つなぎに する
referral-wish = 本人《ほんにん》の 願《ねが》い
referral-wish-support = 本人《ほんにん》の ことばで 書《か》きます。書《か》いたら、いっしょに 読《よ》んでください。
referral-sections = 伝《つた》えること
referral-sections-some = 本人《ほんにん》が いいと 言《い》ったことだけ 書《か》けます。ほかは、同意《どうい》を ふやすまで 書《か》けません。
referral-sections-all = 本人《ほんにん》が いいと 言《い》ったことだけを 書《か》きます。書《か》かないところは 伝《つた》わりません。
referral-sections-no-consent = まだ 本人《ほんにん》に 聞《き》いていません。聞《き》いてから 書《か》けます。
referral-when = いつ 送《おく》りますか
referral-when-later = 保存《ほぞん》して、あとで 送《おく》る
referral-when-now = 保存《ほぞん》して、すぐ 送《おく》る
referral-save = 保存《ほぞん》する

# 一つのつなぎ

referral-title-sent = { $name }を { $agency }へ
referral-title-received = { $agency }から、{ $name }
referral-way = どこまで 進《すす》んだか
referral-way-preparing = 準備《じゅんび》
referral-way-sent = 送《おく》った
referral-way-accepted = 会《あ》う 約束《やくそく》
referral-way-arrived = 行《い》った
referral-way-connected = つながった
referral-way-after = その あと
referral-next = 次《つぎ》に すること
referral-turn-ours = こちらの 番《ばん》：
referral-turn-theirs = { $agency } の 番《ばん》：{ $what }
referral-nothing-ended = この つなぎは おわりました。また いつでも つなげます。
referral-nothing-withdrawn = 本人《ほんにん》の ことばで やめました。いつでも、もう 一度《いちど》 はじめられます。
referral-nothing-else = 今《いま》、することは ありません。
referral-more = ほかに できること
referral-stand = 今《いま》の ようす
referral-wait-until = 待《ま》ってもらう 日《ひ》
referral-queue = { $n }番目《ばんめ》
referral-next-try = つぎの 約束《やくそく》
referral-arrived-on = 着《つ》いた 日《ひ》
referral-confirmed-on = 受《う》けた ほうが たしかめた 日《ひ》
referral-known-on = 送《おく》った ほうが 知《し》った 日《ひ》
referral-connected-on = つながった 日《ひ》
referral-no-shows = 来《こ》られなかった 回数《かいすう》
referral-follows = この 前《まえ》の つなぎ
referral-follows-open = 受《う》けられなかった つなぎを 見《み》る
referral-content = 伝《つた》えたこと
referral-content-nothing = ここで 見《み》られるものは ありません。
referral-content-not-reaching = 相手《あいて》には 見《み》えません
referral-legs = つなぐ ための 一歩《いっぽ》
referral-legs-one = この 一歩《いっぽ》
referral-legs-none = 見《み》に 行《い》く、いっしょに 行《い》く、いっしょに 話《はな》すなどを きめると、着《つ》きやすく なります。
referral-leg-by = きめた 機関《きかん》
referral-leg-came = どうなったか
referral-leg-on = { $what }（{ $date }）
referral-settle = どうなったかを 書《か》く
referral-messages = 質問《しつもん》と 答《こた》え
referral-message-question = 質問《しつもん》
referral-message-answer = 答《こた》え
referral-asked = とどいた 質問《しつもん》
referral-follow-ups = その 後《あと》
referral-follow-up-from = { $date }から
referral-history = これまでの こと
referral-history-open = これまでの ことを 見《み》る
referral-undo = 元《もと》に 戻《もど》す
referral-undo-until = 最後《さいご》に 変《か》えたことは、 { $time }まで 元《もと》に 戻《もど》せます。
referral-meanwhile = 書《か》いている 間《あいだ》に、ほかの 人《ひと》が 先《さき》に 保存《ほぞん》しました。今《いま》は つぎの とおりです。書《か》いたものは のこっています。よければ もう 一度《いちど》 おしてください。

referral-was-change = じゅんびした
referral-was-send = 送《おく》った
referral-was-accept = 受《う》けた
referral-was-wait = 待《ま》ってもらうことに した
referral-was-decline = 受《う》けられないと 言《い》った
referral-was-second_look = もう 一度《いちど》 見《み》てほしいと たのんだ
referral-was-redirect = ほかの 機関《きかん》に たのんだ
referral-was-ask = 質問《しつもん》した
referral-was-answer = 質問《しつもん》に 答《こた》えた
referral-was-leg = つなぐ ための 一歩《いっぽ》を きめた
referral-was-leg_done = つなぐ ための 一歩《いっぽ》が できた
referral-was-leg_missed = つなぐ ための 一歩《いっぽ》が できなかった
referral-was-leg_cancel = つなぐ ための 一歩《いっぽ》を やめた
referral-was-readiness = 本人《ほんにん》の 気持《きも》ちを 書《か》いた
referral-was-arrive = 着《つ》いた
referral-was-new_day = はじめの 日《ひ》を きめた・かえた
referral-was-no_show = 来《こ》られなかった
referral-was-confirm = 受《う》けた ほうが、つながったと たしかめた
referral-was-know = 送《おく》った ほうが、着《つ》いたことを 知《し》った
referral-was-person_says = 本人《ほんにん》に 聞《き》いた
referral-was-follow_up = その 後《あと》を 聞《き》いた
referral-was-lost_touch = 会《あ》えなく なった
referral-was-re_engage = また 会《あ》えた
referral-was-withdraw = つなぎを やめた
referral-was-take_up_again = もう 一度《いちど》 はじめた
referral-was-end = おわった
referral-was-undo = さいごに かえたことを もとに もどした

# ひとつひとつの用紙

referral-lead-send = 送《おく》る 前《まえ》に、{ $agency }が 読《よ》むものを、本人《ほんにん》と いっしょに 見《み》てください。
referral-lead-accept = { $name }さんを 受《う》けると { $agency }に 伝《つた》えます。はじめの 日《ひ》が きまっていたら 書《か》いてください。
referral-lead-wait = いつごろか、何番目《なんばんめ》かが わかると、{ $name }さんも { $agency }も 待《ま》ちやすく なります。
referral-lead-new_day = { $name }さんに 会《あ》う 日《ひ》を きめます。 { $agency }に 知《し》らせます。
referral-lead-decline = わけが わかると、{ $agency }は つぎを 考《かんが》えられます。受《う》けられそうな ところを 知《し》っていたら、教《おし》えてください。
referral-lead-second_look = { $agency }に、もう 一度《いちど》だけ 見《み》てもらえます。何《なに》が かわったか 書《か》いてください。
referral-lead-redirect = 同《おな》じことを、ほかの 機関《きかん》に たのむ じゅんびが できます。同意《どうい》を 聞《き》いてから 送《おく》ります。
referral-lead-ask = 答《こた》えが 来《く》るまで、 返事《へんじ》を 待《ま》ってもらえます。
referral-lead-answer = 答《こた》えると、{ $agency }の 返事《へんじ》までの 日《ひ》が また 進《すす》みます。
referral-lead-leg = 着《つ》くまでに、だれと、いつ、何《なに》を するか きめます。
referral-lead-settle = 行《い》けなかったときも、そのまま 書《か》いてください。せめるためでは ありません。
referral-lead-readiness = 気持《きも》ちは かわります。どれを えらんでも、つなぎは おわりません。
referral-lead-arrive = { $name }さんが 来《き》た 日《ひ》を 書《か》きます。このあと、送《おく》った ほう、受《う》けた ほう、本人《ほんにん》の みんなで たしかめます。
referral-lead-no_show = 来《こ》られない 日《ひ》は あります。 次《つぎ》の 約束《やくそく》を 書《か》いておくと、 続《つづ》けられます。
referral-lead-confirm = { $name }さんの 支援《しえん》が はじまり、つづけられそうなときに たしかめます。
referral-lead-know = { $name }さんが { $agency }に 着《つ》いたことを 知《し》った、と 書《か》きます。
referral-lead-person_says = { $name }さんに、これが ほしかった 助《たす》けか 聞《き》いて、答《こた》えを 書《か》きます。
referral-lead-follow_up = { $name }さんが 今《いま》 どうしているか 聞《き》いて、書《か》きます。
referral-lead-lost_touch = 会《あ》えなくても おわりでは ありません。1か月《げつ》ごとに、連絡《れんらく》することを お知《し》らせします。
referral-lead-re_engage = また 会《あ》えたことを 書《か》きます。着《つ》くところから もう 一度《いちど》 はじめます。
referral-lead-withdraw = { $name }さんが のぞんだときに やめます。失敗《しっぱい》では ありません。いつでも、もう 一度《いちど》 はじめられます。
referral-lead-take_up_again = もう 一度《いちど》、じゅんびから はじめます。送《おく》る 前《まえ》に、同意《どうい》を たしかめます。
referral-lead-end = もう ひつようが なくなったときに おわります。これまでの ことは のこります。

referral-ask-first-on = はじめに 会《あ》う 日《ひ》
referral-ask-first-place = 来《き》てもらう 場所《ばしょ》
referral-ask-until = いつごろ
referral-ask-queue = 何番目《なんばんめ》か
referral-ask-queue-support = 待《ま》っている 人《ひと》が いるとき、数字《すうじ》で 書《か》いてください。
referral-ask-reason = わけ
referral-ask-suggest = 受《う》けられそうな 機関《きかん》
referral-ask-to = つなぐ 先《さき》の 機関《きかん》
referral-ask-text = 伝《つた》える 言葉《ことば》
referral-ask-answer = 返事《へんじ》
referral-ask-kind = 何《なに》を しますか
referral-ask-on = 日《ひ》にち
referral-ask-on-arrive = 来《き》た 日《ひ》
referral-ask-on-missed = 約束《やくそく》していた 日《ひ》
referral-ask-next = 次《つぎ》の 約束《やくそく》の 日《ひ》
referral-ask-companion = いっしょに 行《い》く 人《ひと》
referral-ask-place = 場所《ばしょ》
referral-ask-with = いっしょに 来《き》た 人《ひと》
referral-ask-came = どうなりましたか
referral-came-done = できた
referral-came-missed = できなかった
referral-came-cancel = やめた
referral-ask-is = 本人《ほんにん》の 気持《きも》ち
referral-ask-says = 本人《ほんにん》の 答《こた》え
referral-ask-outcome = 今《いま》の ようす
referral-ask-how = どうやって 聞《き》きましたか
referral-ask-channel = どうやって 聞《き》いた ことばですか
referral-ask-note = ひとこと
referral-ask-note-support = お願《ねが》いした 機関《きかん》も 読《よ》みます。 なくても いいです。
referral-ask-label-more = からだの こと、また 使《つか》ったこと、家族《かぞく》の ことなどを 書《か》いたとき
referral-ask-label = 何《なに》について 書《か》きましたか
referral-ask-label-support = えらんだことの ぜんぶに 本人《ほんにん》が いいと 言《い》った 機関《きかん》にだけ、見《み》えます。

referral-done-change = 保存《ほぞん》しました。まだ 送《おく》っていません。
referral-done-send = 送《おく》りました。返事《へんじ》が 来《く》ると、お知《し》らせします。
referral-done-accept = 受《う》けると 伝《つた》えました。
referral-done-wait = 待《ま》ってもらうと 伝《つた》えました。
referral-done-new_day = はじめの 日《ひ》を 伝《つた》えました。
referral-done-decline = 受《う》けられないと 伝《つた》えました。
referral-done-second_look = もう 一度《いちど》 見《み》てほしいと たのみました。
referral-done-redirect = ほかの 機関《きかん》への じゅんびが できました。まだ 送《おく》っていません。
referral-done-ask = 質問《しつもん》を 送《おく》りました。
referral-done-answer = 答《こた》えを 送《おく》りました。
referral-done-leg = つなぐ ための 一歩《いっぽ》を きめました。
referral-done-settle = どうなったかを 書《か》きました。
referral-done-readiness = 本人《ほんにん》の 気持《きも》ちを 書《か》きました。
referral-done-arrive = 着《つ》いたことを 書《か》きました。
referral-done-no_show = 来《こ》られなかったことを 書《か》きました。
referral-done-confirm = つながったと たしかめました。
referral-done-know = 着《つ》いたことを 知《し》ったと 書《か》きました。
referral-done-person_says = 本人《ほんにん》の 答《こた》えを 書《か》きました。
referral-done-follow_up = その 後《あと》の ことを 書《か》きました。
referral-done-lost_touch = 会《あ》えていないことを 書《か》きました。
referral-done-re_engage = また 会《あ》えたことを 書《か》きました。
referral-done-withdraw = つなぎを やめました。
referral-done-take_up_again = もう 一度《いちど》 はじめました。
referral-done-end = おわりました。
referral-done-undo = もとに もどしました。
referral-done-assign = 担当《たんとう》を きめました。
referral-done-link-revoked = リンクを とめました。
referral-done-place-asked = あいて いるか 聞《き》きました。
referral-done-place-answered = 答《こた》えました。
referral-done-requested = おねがいを 送《おく》りました。
referral-done-request-declined = おねがいに 返事《へんじ》を しました。

# 手紙、電話、専用リンク

referral-word = 相手《あいて》から 聞《き》いたことを 書《か》く
referral-word-lead = { $agency }から 電話《でんわ》や 紙《かみ》で 聞《き》いたことを、かわりに 書《か》きます。かわりに 書《か》いたことは、記録《きろく》に のこります。
referral-word-none = 今《いま》、かわりに 書《か》けることは ありません。
referral-word-of = { $agency }から 聞《き》いたこと：{ $what }
referral-word-said-accept = 受《う》けます、と 聞《き》いた
referral-word-said-wait = 待《ま》ってください、と 聞《き》いた
referral-word-said-new_day = はじめの 日《ひ》が きまった・かわった、と 聞《き》いた
referral-word-said-decline = 受《う》けられません、と 聞《き》いた
referral-word-said-ask = 質問《しつもん》を 聞《き》いた
referral-word-said-arrive = 本人《ほんにん》が 来《き》ました、と 聞《き》いた
referral-word-said-no_show = 本人《ほんにん》が 来《き》ませんでした、と 聞《き》いた
referral-word-said-confirm = つながりました、と 聞《き》いた
referral-word-said-person_says = 本人《ほんにん》が どう 言《い》っているか 聞《き》いた
referral-word-said-follow_up = その 後《あと》の ことを 聞《き》いた
referral-word-said-lost_touch = 会《あ》えていない、と 聞《き》いた
referral-word-said-re_engage = また 会《あ》えました、と 聞《き》いた
referral-word-said-end = もう ひつようが なくなった、と 聞《き》いた
referral-link = リンクを わたす
referral-link-lead = { $agency }が、サインインしないで この つなぎだけを 開《ひら》ける リンクです。本人《ほんにん》が いいと 言《い》ったことだけ 見《み》えます。
referral-link-days = 使《つか》える 日数《にっすう》
referral-link-days-support = 1から 90までの 数字《すうじ》。書《か》かないと 60日《にち》です。
referral-link-make = 新《あたら》しい リンクを 作《つく》る
referral-link-made = リンクが できました
referral-link-made-lead = この 画面《がめん》でだけ 見《み》られます。書《か》きうつすか 印刷《いんさつ》して、{ $agency }の 人《ひと》に わたしてください。前《まえ》の リンクは 使《つか》えません。
referral-link-address = リンク
referral-link-open = いつまで 使《つか》えるか
referral-link-revoke = リンクを とめる
referral-letter = 手紙《てがみ》を 印刷《いんさつ》する
referral-letter-title = お願《ねが》い
referral-letter-to = { $agency } 御中《おんちゅう》
referral-letter-from = { $agency }（{ $area }）
referral-letter-phone = 電話《でんわ》 { $phone }
referral-letter-ask = { $name }の ことで、たすけてください。
referral-letter-by = いつまでに 返事《へんじ》が ほしいか
referral-letter-told = お伝《つた》えすること
referral-letter-allowed = 本人《ほんにん》が 伝《つた》えていいと 言《い》ったこと だけを 書《か》いています。
referral-letter-answer = 返事《へんじ》の しかた
referral-letter-call = 電話《でんわ》（{ $phone }）で 「番号《ばんごう》 { $number }」と 言《い》って、つぎの どれかを 教《おし》えてください。
referral-letter-no-phone = つぎの どれかを えらんで、「番号《ばんごう》 { $number }」と いっしょに 教《おし》えてください。
referral-letter-can-accept = 受《う》けます（はじめに 会《あ》う 日《ひ》：　　月《がつ》　　日《にち》）
referral-letter-can-wait = 待《ま》ってください（いつごろ：　　　　　　）
referral-letter-can-decline = 受《う》けられません（わけ：　　　　　　　　）
referral-letter-can-ask = 聞《き》きたいことが あります
referral-letter-can-arrive = 本人《ほんにん》が 来《き》ました（　　月《がつ》　　日《にち》）
referral-letter-care = この 手紙《てがみ》は、ほかの 人《ひと》に 見《み》せないで ください。いらなく なったら、細《こま》かく 切《き》って すててください。
referral-guest-title = ごあんない
referral-guest-lead = { $agency } からの お願《ねが》いです。 本人《ほんにん》が いいと 言《い》ったこと だけ 見《み》えます。 ここから 返事《へんじ》が できます。
referral-assign = 担当《たんとう》を きめる
referral-assign-lead = { $name }を 担当《たんとう》する 人《ひと》を、ここの 職員《しょくいん》から えらびます。すぐに きまります。
referral-assign-whom = 担当《たんとう》する 人《ひと》
referral-assign-do = 担当《たんとう》に する

# 空きの問い合わせ

referral-places = あいて いるか 聞《き》く
referral-places-lead = だれの ことかは 書《か》かないで、あいて いるかだけを 先《さき》に 聞《き》けます。
referral-places-ask = あいて いるか 聞《き》く
referral-places-ask-lead = だれの ことか わかる ことばは 書《か》かないで ください。同意《どうい》が なくても 聞《き》けます。
referral-places-send = 聞《き》く
referral-places-to-us = こちらに とどいた 質問《しつもん》
referral-places-by-us = こちらから 聞《き》いた 質問《しつもん》
referral-places-none = ここには 何《なに》も ありません
referral-places-none-to-us = ほかの 機関《きかん》から 聞《き》かれると、ここに 出《で》ます。
referral-places-none-by-us = つなぐ 前《まえ》に 知《し》りたいときは、「あいて いるか 聞《き》く」を おしてください。
referral-places-whom = どこに 聞《き》きますか
referral-places-from = 聞《き》いた 機関《きかん》
referral-places-about = 何《なに》が あいて いるか
referral-places-about-support = 例《れい》：夜《よる》の 集《あつ》まりの 席《せき》、1月《がつ》から 子《こ》どもと 入《はい》れる 部屋《へや》
referral-places-answer = 答《こた》える
referral-places-heard = 聞《き》いた 答《こた》えを 書《か》く
referral-places-note-support = いつごろ あくか、何《なに》を 持《も》って くれば いいかなど。なくても いいです。
referral-asked-at = 聞《き》いた 日《ひ》と 時間《じかん》
referral-answer-by = いつまでに 返事《へんじ》を するか

# 担当のお願い

referral-requests = 担当《たんとう》の おねがい
referral-requests-lead = ほかの 機関《きかん》の 人《ひと》を、ここでも たすけたいと たのむことです。
referral-requests-to-us = こちらに とどいた おねがい
referral-requests-by-us = こちらからの おねがい
referral-requests-none = ここには 何《なに》も ありません
referral-requests-none-to-us = ほかの 機関《きかん》から とどくと、ここに 出《で》ます。
referral-requests-none-by-us = その 人《ひと》の ページの 「ほかの 機関《きかん》に 担当《たんとう》の おねがいを する」から、たのめます。
referral-requests-persons = 本人《ほんにん》・家族《かぞく》の 一覧《いちらん》
referral-requests-answer = 返事《へんじ》を する
referral-requests-why = おねがいの わけ
referral-requests-why-support = 相手《あいて》の 機関《きかん》が 読《よ》みます。からだの ことや また 使《つか》ったことなどは 書《か》かないで ください。
referral-request-title = { $agency }からの おねがい：{ $name }
referral-request-title-ours = { $agency }への おねがい：{ $name }
referral-request-lead = 本人《ほんにん》に 聞《き》いてから 返事《へんじ》を してください。「はい」と 言《い》うと、その 機関《きかん》への つなぎの じゅんびが はじまります。送《おく》るまで、相手《あいて》には 見《み》えません。
referral-request-answer-agree = はい（つなぎの じゅんびを はじめる）
referral-request-answer-decline = 今《いま》は しない
referral-request-note-support = 相手《あいて》の 機関《きかん》が 読《よ》みます。なくても いいです。
referral-request-ask = { $name }の ことを、ほかの 機関《きかん》に たのむ
referral-request-ask-lead = この 人《ひと》を たすけている 機関《きかん》に、ここへ つないで もらえるか 聞《き》きます。
referral-request-send = おねがいする

# 地域全体

referral-network = 長《なが》く 待《ま》っている ところ
referral-network-lead = おそく なっている つなぎを、機関《きかん》ごとに 数《かぞ》えています。人《ひと》の 名前《なまえ》は 出《で》ません。
referral-network-pair = どこから、どこへ
referral-network-late = おそく なっている 数《かず》
referral-network-unanswered = その中《なか》で 返事《へんじ》を 待《ま》っている 数《かず》
referral-network-since = いちばん 古《ふる》い 日《ひ》
referral-network-none = 長《なが》く 待《ま》っている ところは ありません
referral-network-none-text = おそく なった つなぎが あると、ここに 数《かず》が 出《で》ます。
