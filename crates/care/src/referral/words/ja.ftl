# つなぎ：一人を、ひとつの機関から別の機関へ。約束が果たされるまで、だれかが覚えている。

referral-state-preparing = 準備中
referral-state-sent = 返事待ち
referral-state-waiting = 順番待ち
referral-state-accepted = 受け入れ予定
referral-state-declined = 受けられない
referral-state-arrived = 着いた
referral-state-connected = つながった
referral-state-lost_touch = 会えていない
referral-state-ended = 終了
referral-state-withdrawn = 取り下げ

referral-kind-refer = つなぐ（こちらの支援も続ける）
referral-kind-transfer = 主な担当を移す

referral-side-sender = つなぐ側
referral-side-receiver = 受ける側
referral-side-word = 受ける側の言葉を、つなぐ側が記した

referral-channel-system = この画面から
referral-channel-telephone = 電話で
referral-channel-paper = 紙・ファックスで
referral-channel-link = 専用リンクから

referral-verb-change = 書き直す
referral-verb-send = 送る
referral-verb-accept = 受ける
referral-verb-wait = 待ってもらう
referral-verb-new_day = 初めの日を決める・変える
referral-verb-decline = 受けられないと伝える
referral-verb-second_look = もう一度見てもらう
referral-verb-redirect = 別の機関に頼む
referral-verb-ask = たずねる
referral-verb-answer = 答える
referral-verb-leg = つなぎの一歩を決める
referral-verb-leg_done = 一歩を行ったと記す
referral-verb-leg_missed = 一歩ができなかったと記す
referral-verb-leg_cancel = 一歩を取りやめる
referral-verb-readiness = 本人の気持ちを記す
referral-verb-arrive = 着いたと記す
referral-verb-no_show = 来られなかったと記す
referral-verb-confirm = つながったと確かめる
referral-verb-know = 着いたことを知ったと記す
referral-verb-person_says = 本人に聞いたことを記す
referral-verb-follow_up = その後を聞いたと記す
referral-verb-lost_touch = 会えていないと記す
referral-verb-re_engage = また会えたと記す
referral-verb-withdraw = 取り下げる
referral-verb-take_up_again = もう一度始める
referral-verb-end = 終える
referral-verb-undo = 元に戻す

referral-leg-call_ahead = 前もって電話
referral-leg-letter = 手紙
referral-leg-prison_visit = 刑事施設での面会
referral-leg-ward_visit = 病棟での面会
referral-leg-tour = 見学
referral-leg-joint_interview = 一緒の面談
referral-leg-accompaniment = 付き添い
referral-leg-trial_stay = お試しの宿泊
referral-leg-programme_visit = プログラムの体験
referral-leg-other = そのほか

referral-leg-status-planned = 予定
referral-leg-status-happened = 行った
referral-leg-status-missed = できなかった
referral-leg-status-cancelled = 取りやめ

referral-readiness-not_now = 今ではない
referral-readiness-curious = 話は聞いてみたい
referral-readiness-thinking = 考えている
referral-readiness-visited = 一度行ってみた
referral-readiness-decided = 決めた

referral-reason-no_capacity = 空きがない
referral-reason-not_eligible = 利用の条件に合わない
referral-reason-out_of_area = 地域が違う
referral-reason-needs_assessment_first = 先に診断や査定がいる
referral-reason-person_not_willing = 本人が望んでいない
referral-reason-safety = 安全を守れない
referral-reason-not_offered = その支援をしていない
referral-reason-cannot_ensure_confidentiality = 話の秘密を守ると約束できない
referral-reason-other = そのほか

referral-capacity-has_place = 空きがある
referral-capacity-none = 空きがない
referral-capacity-waiting_list = 順番を待てば入れる
referral-capacity-assessment_needed = 先に面談や診断がいる

referral-step-weeks_2 = 2週間後
referral-step-month_1 = 1か月後
referral-step-months_3 = 3か月後

referral-outcome-continuing = 続いている
referral-outcome-paused = 休んでいる
referral-outcome-ended = 終わった
referral-outcome-lost_touch = 会えていない

referral-how-visit = 会って
referral-how-telephone = 電話で
referral-how-letter = 手紙で
referral-how-group = 集まりで
referral-how-online = オンラインで
referral-how-other = そのほか

referral-says-yes = 求めていたことだった
referral-says-partly = 一部はそうだった
referral-says-no = 違った
referral-says-not_asked = まだ聞けていない

referral-request-open = 返事待ち
referral-request-agreed = 準備を始めた
referral-request-declined = 今はしない

referral-todo-send = 送るか、取り下げる
referral-todo-decide = 返事をする
referral-todo-place = あらためて返事をする
referral-todo-answer = 質問に答える
referral-todo-after_decline = 次の手を考える
referral-todo-fix_day = 初めの日を決める
referral-todo-arrival = 来たかどうかを記す
referral-todo-confirm = つながったと確かめる
referral-todo-know = 着いたことを確かめる
referral-todo-ask_person = 本人に聞く
referral-todo-follow_up = その後を聞く
referral-todo-reach = もう一度連絡してみる

# 断りの言葉：何が起きたか、次に何ができるか

referral-not-yours = これは相手の機関がすることです。相手から聞いたことを書くときは、電話か紙かを選んでください。
referral-not-now = 今は「{ $state ->
    [preparing] { referral-state-preparing }
    [sent] { referral-state-sent }
    [waiting] { referral-state-waiting }
    [accepted] { referral-state-accepted }
    [declined] { referral-state-declined }
    [arrived] { referral-state-arrived }
    [connected] { referral-state-connected }
    [lost_touch] { referral-state-lost_touch }
    [ended] { referral-state-ended }
   *[withdrawn] { referral-state-withdrawn }
  }」なので、これはできません。画面を開き直して、今できることを確かめてください。
referral-has-account = 相手の機関はこの仕組みを使っています。返事は相手の機関から届きます。
referral-channel-own = 受ける側として記すときは、電話・紙は選べません。
referral-double = 同じ人を同じ機関につなぐ途中のものが、もうあります（番号 { $referral }）。そちらを開いて続けてください。
referral-to-self = 自分の機関は選べません。機関の中で担当を決めるときは「担当を決める」を使ってください。
referral-section-twice = 同じ種類の欄が二つあります。一つにまとめてください。
referral-day-past = 今日か、これからの日を書いてください。
referral-day-to-come = まだ来ていない日です。今日までの日を書いてください。
referral-next-before = 次の約束は、その日より後にしてください。
referral-wait-something = いつごろか、何番目か、ひとことのどれかを書いてください。
referral-reason-needs-note = 「そのほか」を選んだときは、わけを書いてください。
referral-leg-needs-note = 「そのほか」を選んだときは、何をするかを書いてください。
referral-leg-settled = この一歩は、もう記されています。
referral-follow-up-done = この時期のようすは、もう記されています。
referral-second-look-used = もう一度見てもらうのは一回までです。別の機関に頼むこともできます。
referral-no-question = 今、答えを待っている質問はありません。
referral-undo-not-yours = 最後の変更は、相手の機関がしたものです。
referral-undo-nothing = 元に戻せる変更がありません。
referral-undo-too-late = 15分を過ぎたので、元に戻せません。
referral-link-not-sent = 送ってから、相手のためのリンクを作れます。
referral-request-no-account = 相手の機関はこの仕組みを使っていません。電話などで頼んでください。
referral-request-twice = 同じお願いに、まだ返事が来ていません。
referral-request-answered = このお願いには、もう返事をしています。
referral-capacity-answered = この質問には、もう返事をしています。

# お知らせ：中身は書かない

referral-told-sent = 新しいつなぎが届きました
referral-told-second-look = もう一度見てほしいつなぎがあります
referral-told-accepted = つなぎに返事がありました
referral-told-waiting = つなぎに返事がありました
referral-told-declined = つなぎに返事がありました
referral-told-asked = つなぎについて質問があります
referral-told-answered = 質問に答えが届きました
referral-told-leg = つなぎの一歩に動きがありました
referral-told-readiness = つなぎに書き足しがありました
referral-told-arrived = つなぎに動きがありました
referral-told-new-day = つなぎに動きがありました
referral-told-no-show = つなぎに動きがありました
referral-told-confirmed = つなぎを確かめる書き込みがありました
referral-told-follow-up = その後のようすが届きました
referral-told-lost-touch = つなぎに動きがありました
referral-told-re-engaged = つなぎに動きがありました
referral-told-withdrawn = つなぎに動きがありました
referral-told-ended = つなぎに動きがありました
referral-told-undone = つなぎの直前の変更が取り消されました
referral-told-request = 担当したいというお願いが届きました
referral-told-request-answered = お願いに返事がありました

# 画面の言葉

referral-name = { $name }さん
referral-person = ご本人
referral-nobody = （名前のない質問）
referral-other = 相手の機関
referral-other-agency = 別の機関を選ぶ
referral-between = どこから、どこへ
referral-stands = 今の状態
referral-to-do = すること
referral-until = いつまで
referral-persons = 本人・家族
referral-open = 開く
referral-back = 戻る
referral-back-list = 一覧に戻る
referral-choose = 選んでください
referral-choose-none = 選ばない
referral-ours = こちらの機関
referral-urgent = 急ぎ
referral-urgent-means = 相手の機関に、1営業日のうちに返事をお願いします。
referral-count = { $n }件
referral-times = { $n }回
referral-working-days = { $n }営業日
referral-theirs = 相手の番：{ $what }

referral-due-in = あと{ $n }営業日
referral-due-by = { $date }まで
referral-due-today = 今日まで
referral-due-over = { $n ->
    [0] 期限を過ぎています
   *[other] 期限から{ $n }営業日
  }

# その日のはじめの画面

referral-home = 今日すること
referral-home-lead = 近い期限のものから並んでいます。選ぶと、すぐその場所が開きます。
referral-home-more = 期限の近いつなぎ300件までを見ています。数はそこまでのもので、その先は一覧にあります。
referral-home-act = つなぐ
referral-home-free = 今、待っているものはありません
referral-home-free-text = 新しく人をつなぐときは「つなぐ」から、支援している人を選んでください。
referral-home-empty = 今は何もない一覧
referral-home-overdue = 期限を過ぎたもの
referral-home-overdue-text = 相手の機関にも同じように見えています。電話で一言かけるだけでも、次へ進むことがあります。
referral-home-overdue-none = 期限を過ぎたものはありません。
referral-home-to-answer = 返事をするもの
referral-home-to-answer-text = 受ける、待ってもらう、受けられないと伝える、のどれかで返事をします。迷うときは、先に質問ができます。
referral-home-to-answer-none = 返事を待っている機関はありません。
referral-home-waiting-on-us = こちらを待っているもの
referral-home-waiting-on-us-text = 質問への答え、空きの問い合わせ、担当のお願い、送る前の準備などです。
referral-home-waiting-on-us-none = こちらを待っている機関はありません。
referral-home-to-confirm = 確かめるもの
referral-home-to-confirm-text = 着いたか、つながったか、ご本人はどう思っているかを確かめます。そろうまでは、つなぎは終わりません。
referral-home-to-confirm-none = 確かめるものはありません。
referral-home-follow-up = その後を聞く人
referral-home-follow-up-text = つながってから2週間、1か月、3か月の節目です。会えていない人への連絡も、ここに出ます。
referral-home-follow-up-none = 今、その後を聞く人はいません。
referral-home-endings = 次の行き先が決まっていない人
referral-home-endings-text = もうすぐ終わる支援や滞在があり、次につながる機関にまだ着いていない人です。
referral-home-endings-none = 終わりが近いのに次が決まっていない人はいません。
referral-home-consents = まもなく終わる同意
referral-home-consents-text = この機関が聞いた同意のうち、30日以内に終わるものです。本人が考える時間があるうちに、もう一度聞いてください。
referral-home-consents-none = まもなく終わる同意はありません。
referral-ending = 終わるもの
referral-ending-stay = 今いるところの滞在
referral-ending-legal = 司法の手続・処遇
referral-ending-do = 次につなぐ

referral-todo-request = お願いに返事をする
referral-todo-capacity = 空きの質問に答える

# 一覧

referral-list-title = つなぎ
referral-list-lead = 送ったものと受けたものです。最近動きのあったものから並んでいます。
referral-list-sent = 送ったもの
referral-list-received = 受けたもの
referral-list-caption = つなぎの一覧（{ $what }）
referral-list-narrow = この状態だけ見る
referral-state-any = すべての状態
referral-list-none = ここには何もありません
referral-list-none-sent = 人をつなぐときは、支援している人を選んで「つなぐ」を押してください。
referral-list-none-received = ほかの機関から届くと、ここに出ます。
referral-sent-on = 送った日

# つなぎを書く

referral-refer-title = { $name }をつなぐ
referral-refer-to = { $name }を{ $agency }へつなぐ
referral-choose-lead = 相手の機関を選びます。選ぶと、そこが何をだれに伝えるか、いつまでに返事をくれるかが、書く前に分かります。
referral-choose-agency = つなぐ先の機関
referral-choose-search = 機関の名前・地域で探す
referral-choose-nobody = 当てはまる機関がありません
referral-choose-nobody-text = 言葉を短くするか、地域の名前だけで探してみてください。
referral-whom = 書く前に知っておくこと
referral-agency = 機関
referral-kind = 種類
referral-area = 地域
referral-answer-days = 返事までの日数
referral-account = このしくみ
referral-account-none = 使っていません。手紙、電話、専用リンクでやり取りします。
referral-tells = 聞いたことの扱い
referral-tells-none = まだ書かれていません。電話で確かめてから書くと安心です。
referral-duty = 通報・報告の義務
referral-duty-yes = 義務がある
referral-duty-no = 義務はない
referral-duty-unchecked = まだ確かめられていません。確かめられるまで、義務があるものとして扱います。
referral-duty-unchecked-no = まだ確かめられていません。この種類の機関では、ふつうは義務がありません。
referral-consent = ご本人の同意
referral-consent-there = 同意がある
referral-consent-not = まだない
referral-consent-missing = 同意がまだない
referral-consent-none = { $agency }へつなぐことへの、ご本人の同意がありません。同意がないと送れません。
referral-consent-take = 同意を聞く
referral-consent-more = 同意を聞き直す、広げる
referral-consent-until = { $date }まで
referral-prepare-first = 同意を聞く前に、準備だけしておく
referral-act = つなぎ方
referral-kind-means-refer = 相手の機関に加わってもらいます。こちらの支援も続きます。
referral-kind-means-transfer = 着いたことが確かめられると、主な担当が相手の機関に移ります。
referral-ask-urgent = 急ぎのつなぎにする
referral-wish = ご本人の願い
referral-wish-support = ご本人の言葉で書きます。書いたものを、いっしょに読み返してください。
referral-sections = 伝えること
referral-sections-some = ご本人がこの機関に伝えてよいと言った欄だけが出ています。ほかの欄は、同意を広げるまで書けません。
referral-sections-all = ご本人がこの機関に伝えてよいと言ったことだけを書きます。空いている欄は伝わりません。
referral-sections-no-consent = この機関に伝えてよいことを、まだご本人に聞いていません。聞いてから書けるようになります。
referral-when = いつ送りますか
referral-when-later = 準備として保存し、見直してから送る
referral-when-now = 保存して、すぐに送る
referral-save = 保存する

# 一つのつなぎ

referral-title-sent = { $name }を{ $agency }へ
referral-title-received = { $agency }から、{ $name }
referral-way = つなぎの進みぐあい
referral-way-preparing = 準備
referral-way-sent = 送った
referral-way-accepted = 受けた
referral-way-arrived = 着いた
referral-way-connected = つながった
referral-way-after = その後
referral-next = 次にすること
referral-turn-ours = こちらの番：
referral-turn-theirs = { $agency }の番：{ $what }
referral-nothing-ended = このつなぎは終わっています。必要になったら、いつでも新しくつなげます。
referral-nothing-withdrawn = ご本人の言葉で取り下げました。いつでも、もう一度始められます。
referral-nothing-else = 今、待っていることはありません。
referral-more = ほかにできること
referral-stand = 今のようす
referral-wait-until = 待ってもらう日
referral-queue = { $n }番目
referral-next-try = 次の約束
referral-arrived-on = 着いた日
referral-confirmed-on = 受けた側が確かめた日
referral-known-on = 送った側が知った日
referral-connected-on = つながった日
referral-no-shows = 来られなかった回数
referral-follows = この前のつなぎ
referral-follows-open = 受けられなかったつなぎを見る
referral-content = 伝えたこと
referral-content-nothing = ここで見られるものはありません。
referral-content-not-reaching = 相手には見えません
referral-legs = つなぎの一歩
referral-legs-one = この一歩
referral-legs-none = 見学、付き添い、いっしょの面談などを決めておくと、着くまでの道が近くなります。
referral-leg-by = 決めた機関
referral-leg-came = どうなったか
referral-leg-on = { $what }（{ $date }）
referral-settle = どうなったかを記す
referral-messages = 質問と答え
referral-message-question = 質問
referral-message-answer = 答え
referral-asked = 届いている質問
referral-follow-ups = その後
referral-follow-up-from = { $date }から
referral-history = これまでのこと
referral-history-open = これまでのことを見る
referral-undo = 元に戻す
referral-undo-until = 最後の変更は、{ $time }まで元に戻せます。
referral-meanwhile = 書いているあいだに、ほかの人が先に保存しました。今は次のようになっています。書いたものはそのまま残っています。確かめて、よければもう一度押してください。

referral-was-change = 準備した
referral-was-send = 送った
referral-was-accept = 受けた
referral-was-wait = 待ってもらうことにした
referral-was-decline = 受けられないと伝えた
referral-was-second_look = もう一度見てもらうよう頼んだ
referral-was-redirect = 別の機関に頼んだ
referral-was-ask = 質問した
referral-was-answer = 質問に答えた
referral-was-leg = つなぎの一歩を決めた
referral-was-leg_done = つなぎの一歩を行った
referral-was-leg_missed = つなぎの一歩ができなかった
referral-was-leg_cancel = つなぎの一歩を取りやめた
referral-was-readiness = ご本人の気持ちを記した
referral-was-arrive = 着いた
referral-was-new_day = 初めの日を決めた・変えた
referral-was-no_show = 来られなかった
referral-was-confirm = 受けた側が、つながったと確かめた
referral-was-know = 送った側が、着いたことを知った
referral-was-person_says = ご本人に聞いた
referral-was-follow_up = その後を聞いた
referral-was-lost_touch = 会えなくなった
referral-was-re_engage = また会えた
referral-was-withdraw = 取り下げた
referral-was-take_up_again = もう一度始めた
referral-was-end = 終えた
referral-was-undo = 最後の変更を元に戻した

# ひとつひとつの用紙

referral-lead-send = 送る前に、{ $agency }が読むものを、ご本人といっしょに見直してください。
referral-lead-accept = { $name }さんを受けると{ $agency }に伝えます。初めの日は、決まっていれば書いてください。
referral-lead-wait = いつごろか、何番目かが分かると、{ $name }さんも{ $agency }も待ちやすくなります。
referral-lead-new_day = { $name }さんに会う日を決めるか、変えます。{ $agency }に知らせます。わけがあれば書いてください。
referral-lead-decline = わけが分かると、{ $agency }は次の手を考えられます。受けられそうな機関を知っていれば、教えてください。
referral-lead-second_look = { $agency }に、もう一度だけ見てもらえます。何が変わったか、何を分かってほしいかを書いてください。
referral-lead-redirect = 同じ内容で、別の機関への準備ができます。その機関への同意を聞いてから送ります。
referral-lead-ask = 答えが来るまで、返事の期限は止まります。
referral-lead-answer = 答えると、{ $agency }の返事の期限がまた進みます。
referral-lead-leg = 着くまでのあいだに、だれと、いつ、何をするかを決めます。
referral-lead-settle = 行けなかったときも、そのまま記してください。責めるためのものではありません。
referral-lead-readiness = 気持ちは行ったり来たりします。どれを選んでも、つなぎが終わることはありません。
referral-lead-arrive = { $name }さんが来た日を記します。このあと、送った側、受けた側、ご本人の三者で確かめます。
referral-lead-no_show = 来られない日はあります。次の約束を書いておくと、途切れません。
referral-lead-confirm = { $name }さんの支援が始まり、続けていけそうなときに確かめます。
referral-lead-know = { $name }さんが{ $agency }に着いたことを知った、と記します。
referral-lead-person_says = { $name }さんに、これが求めていたことだったかを聞いて、その答えを記します。
referral-lead-follow_up = { $name }さんが今どうしているかを聞いて、記します。
referral-lead-lost_touch = 会えなくても終わりにはしません。ひと月ごとに、連絡してみることを思い出せるようにします。
referral-lead-re_engage = また会えたことを記します。もう一度、着くところから始めます。
referral-lead-withdraw = { $name }さんが望んだときに取り下げます。失敗ではありません。いつでも、もう一度始められます。
referral-lead-take_up_again = もう一度、準備から始めます。送る前に、同意をあらためて確かめます。
referral-lead-end = もう必要がなくなったときに終えます。これまでのことは残ります。

referral-ask-first-on = 初めに会う日
referral-ask-first-place = 来てもらう場所
referral-ask-until = いつごろ
referral-ask-queue = 何番目か
referral-ask-queue-support = 順番を待つ人の列があるとき、数字で書いてください。
referral-ask-reason = わけ
referral-ask-suggest = 受けられそうな機関
referral-ask-to = つなぐ先の機関
referral-ask-text = 伝える言葉
referral-ask-answer = 返事
referral-ask-kind = 何をしますか
referral-ask-on = 日にち
referral-ask-on-arrive = 来た日
referral-ask-on-missed = 約束していた日
referral-ask-next = 次の約束の日
referral-ask-companion = いっしょに行く人
referral-ask-place = 場所
referral-ask-with = いっしょに来た人
referral-ask-came = どうなりましたか
referral-came-done = 行った
referral-came-missed = できなかった
referral-came-cancel = 取りやめた
referral-ask-is = ご本人の気持ち
referral-ask-says = ご本人の答え
referral-ask-outcome = 今のようす
referral-ask-how = どうやって聞きましたか
referral-ask-channel = どうやって聞いた言葉ですか
referral-ask-note = 一言
referral-ask-note-support = 相手の機関も読みます。なくてもかまいません。
referral-ask-label-more = 体のこと、また使ったこと、家族のことなどを書いたとき
referral-ask-label = 書いたことは、何についてですか
referral-ask-label-support = 選んだことすべてについてご本人の同意がある機関にだけ、見えるようになります。

referral-done-change = 準備として保存しました。まだ送っていません。
referral-done-send = 送りました。返事が来ると、お知らせします。
referral-done-accept = 受けると伝えました。
referral-done-wait = 待ってもらうと伝えました。
referral-done-new_day = 初めの日を伝えました。
referral-done-decline = 受けられないと伝えました。
referral-done-second_look = もう一度見てもらうよう頼みました。
referral-done-redirect = 別の機関への準備ができました。まだ送っていません。
referral-done-ask = 質問を送りました。
referral-done-answer = 答えを送りました。
referral-done-leg = つなぎの一歩を決めました。
referral-done-settle = どうなったかを記しました。
referral-done-readiness = ご本人の気持ちを記しました。
referral-done-arrive = 着いたことを記しました。
referral-done-no_show = 来られなかったことを記しました。
referral-done-confirm = つながったと確かめました。
referral-done-know = 着いたことを知ったと記しました。
referral-done-person_says = ご本人の答えを記しました。
referral-done-follow_up = その後のようすを記しました。
referral-done-lost_touch = 会えていないことを記しました。
referral-done-re_engage = また会えたことを記しました。
referral-done-withdraw = 取り下げました。
referral-done-take_up_again = もう一度始めました。
referral-done-end = 終えました。
referral-done-undo = 元に戻しました。
referral-done-assign = 担当を決めました。
referral-done-link-revoked = 専用リンクを使えなくしました。
referral-done-place-asked = 空きをたずねました。
referral-done-place-answered = 空きについて答えました。
referral-done-requested = お願いを送りました。
referral-done-request-declined = お願いに返事をしました。

# 手紙、電話、専用リンク

referral-word = 相手から聞いたことを書く
referral-word-lead = { $agency }から電話や紙で聞いたことを、代わりに書きます。代わりに書いたことは、記録に残ります。
referral-word-none = 今、代わりに書けることはありません。
referral-word-of = { $agency }から聞いたこと：{ $what }
referral-word-said-accept = 受けます、と聞いた
referral-word-said-wait = 待ってください、と聞いた
referral-word-said-new_day = 初めの日が決まった・変わった、と聞いた
referral-word-said-decline = 受けられません、と聞いた
referral-word-said-ask = 質問を聞いた
referral-word-said-arrive = ご本人が来ました、と聞いた
referral-word-said-no_show = ご本人が来ませんでした、と聞いた
referral-word-said-confirm = つながりました、と聞いた
referral-word-said-person_says = ご本人がどう言っているかを聞いた
referral-word-said-follow_up = その後のようすを聞いた
referral-word-said-lost_touch = 会えていない、と聞いた
referral-word-said-re_engage = また会えました、と聞いた
referral-word-said-end = もう必要がなくなった、と聞いた
referral-link = 専用リンクを渡す
referral-link-lead = { $agency }が、サインインせずにこのつなぎだけを開いて返事ができるリンクです。ご本人が許したことだけが見えます。
referral-link-days = 使える日数
referral-link-days-support = 1から90までの数字。書かなければ60日です。
referral-link-make = 新しいリンクを作る
referral-link-made = 専用リンクができました
referral-link-made-lead = この画面でだけ見られます。書き写すか印刷して、{ $agency }の担当の方に直接渡してください。前のリンクは使えなくなりました。
referral-link-address = リンク
referral-link-open = 使える期限
referral-link-revoke = リンクを使えなくする
referral-letter = 手紙を印刷する
referral-letter-title = つなぎのお願い
referral-letter-to = { $agency } 御中
referral-letter-from = { $agency }（{ $area }）
referral-letter-phone = 電話 { $phone }
referral-letter-ask = { $name }のことで、お力をお借りしたく、お手紙いたします。
referral-letter-by = お返事をいただきたい日
referral-letter-told = お伝えすること
referral-letter-allowed = ご本人が、貴機関に伝えてよいと言ったことだけを書いています。
referral-letter-answer = お返事のしかた
referral-letter-call = お電話（{ $phone }）で「番号 { $number }」とお伝えのうえ、次のどれかをお知らせください。
referral-letter-no-phone = 次のどれかをお選びのうえ、「番号 { $number }」とともにお知らせください。
referral-letter-can-accept = 受けます（初めに会う日：　　月　　日）
referral-letter-can-wait = 待ってください（いつごろ：　　　　　　）
referral-letter-can-decline = 受けられません（わけ：　　　　　　　　）
referral-letter-can-ask = 聞きたいことがあります
referral-letter-can-arrive = ご本人が来ました（　　月　　日）
referral-letter-care = この手紙は、ほかの方の目にふれないように扱い、必要がなくなったら裁断してください。
referral-guest-title = ご案内
referral-guest-lead = { $agency }からのお願いです。ご本人が許したことだけが出ています。ここから返事ができます。
referral-assign = 担当を決める
referral-assign-lead = { $name }を担当する人を、こちらの機関の中から選びます。すぐに決まります。
referral-assign-whom = 担当する人
referral-assign-do = 担当にする

# 空きの問い合わせ

referral-places = 空きの問い合わせ
referral-places-lead = 人のことは書かずに、空きがあるかだけを先に聞けます。
referral-places-ask = 空きをたずねる
referral-places-ask-lead = だれのことかが分かる言葉は書かないでください。同意がなくても聞けます。
referral-places-send = たずねる
referral-places-to-us = こちらに届いた質問
referral-places-by-us = こちらから聞いた質問
referral-places-none = ここには何もありません
referral-places-none-to-us = ほかの機関から空きを聞かれると、ここに出ます。
referral-places-none-by-us = つなぐ前に空きを知りたいときは「空きをたずねる」を押してください。
referral-places-whom = たずねる機関
referral-places-from = たずねた機関
referral-places-about = 何の空きですか
referral-places-about-support = 例：夜の集まりの席、1月から子どもと入れる部屋
referral-places-answer = 答える
referral-places-heard = 聞いた答えを書く
referral-places-note-support = いつごろ空くか、何を持って来ればよいかなど。なくてもかまいません。
referral-asked-at = 聞いた日時
referral-answer-by = 返事の期限

# 担当のお願い

referral-requests = 担当のお願い
referral-requests-lead = 支援している人を、こちらでも支えたいと、ほかの機関に頼むことです。
referral-requests-to-us = こちらに届いたお願い
referral-requests-by-us = こちらからのお願い
referral-requests-none = ここには何もありません
referral-requests-none-to-us = ほかの機関からお願いが届くと、ここに出ます。
referral-requests-none-by-us = 人の画面の「ほかの機関に担当のお願いをする」から、お願いできます。
referral-requests-persons = 本人・家族の一覧
referral-requests-answer = 返事をする
referral-requests-why = お願いのわけ
referral-requests-why-support = 相手の機関が読みます。体のことや、また使ったことなどは書かないでください。
referral-request-title = { $agency }からのお願い：{ $name }
referral-request-title-ours = { $agency }へのお願い：{ $name }
referral-request-lead = ご本人に聞いてから返事をしてください。承知すると、その機関へのつなぎの準備が始まります。送るまで、相手には見えません。
referral-request-answer-agree = 承知する（つなぎの準備を始める）
referral-request-answer-decline = 今はしない
referral-request-note-support = 相手の機関が読みます。なくてもかまいません。
referral-request-ask = { $name }のことを、ほかの機関に頼む
referral-request-ask-lead = ご本人を支援している機関に、こちらへつないでもらえるかを聞きます。
referral-request-send = お願いする

# 地域全体

referral-network = 地域で待ちが長いところ
referral-network-lead = 期限を過ぎたつなぎを、機関の組み合わせごとに数えています。人の名前は出ません。
referral-network-pair = どこから、どこへ
referral-network-late = 期限を過ぎた数
referral-network-unanswered = そのうち返事待ち
referral-network-since = いちばん古い期限
referral-network-none = 待ちが長いところはありません
referral-network-none-text = 期限を過ぎたつなぎが出ると、ここに数が出ます。
