# Categories and their sentences
consent-category-existence = 関わりがあること
consent-category-existence-note = あなたがここで相談していること。名前。
consent-category-contact = 連絡先
consent-category-contact-note = 電話番号、連絡してよい時間、伝言を残してよいか。
consent-category-location = いる場所
consent-category-location-note = 住んでいる所、泊まっている施設、会う場所。
consent-category-health = 健康
consent-category-health-note = からだや心の調子、通院、飲んでいる薬。
consent-category-drug_history = 薬物やお酒などとの関わり
consent-category-drug_history-note = 何を、いつから、どのように使ってきたか。
consent-category-relapse = また使ったこと
consent-category-relapse-note = また使ったこと、使いそうだと話したこと。
consent-category-justice = 司法の手続き
consent-category-justice-note = 逮捕、裁判、刑、保護観察のこと。
consent-category-family = 家族
consent-category-family-note = 家族がだれか、家族との関係。
consent-category-livelihood = 暮らし
consent-category-livelihood-note = お金、仕事、住まい、受けている制度。
consent-category-notes = 相談の記録
consent-category-notes-note = 相談で話した内容の記録。

# Purposes
consent-purpose-handover = つなぐため
consent-purpose-handover-note = この機関に紹介し、受け入れてもらうため。
consent-purpose-support = いっしょに支えるため
consent-purpose-support-note = いくつかの機関が協力して支えるため。
consent-purpose-follow_up = その後を確かめるため
consent-purpose-follow_up-note = つながったあと、困っていないかを聞くため。
consent-purpose-advice = 助言をもらうため
consent-purpose-advice-note = よりよい支え方を相談するため。

# The list
consent-title = 同意と拒否
consent-lead = { $name }さんが、どの機関に何を知らせてよいと言ったかの一覧です。
consent-new = 新しく同意を聞く
consent-live = 今の同意
consent-live-none = 今、この機関が知る同意はありません。
consent-over = 終わった同意
consent-refusals = 知らせないと決めたこと
consent-show = 内容を見る
consent-holds-until = { $date }まで
consent-state-live = 有効
consent-state-over = 期限が過ぎた
consent-state-revoked = 取り消した
consent-back = やめて戻る
consent-choose = 選んでください

# Choosing the agency
consent-choose-agency = どの機関に知らせることについて聞きますか
consent-choose-lead = 機関を選んだら、画面をご本人に向けてください。ことばは、次の画面で変えられます。
consent-choose-next = 画面を本人に向ける

# The screen that is turned towards the person
consent-ask-title = 「{ $agency }」に知らせてもよいですか
consent-ask-lead = あなたの情報です。あなたが決めます。断っても、支援は続きます。
consent-part-whom = だれに
consent-part-what = 何を
consent-part-relapse = また使ったことについて
consent-part-why = 何のために
consent-part-until = いつまで
consent-part-how = どうやって同意しましたか
consent-whom-name = 機関
consent-whom-kind = どんなところか
consent-whom-tells = この機関が、だれに何を伝えるか
consent-tells-nothing = まだ書かれていません。知らせる前に、担当者がこの機関に確かめます。
consent-duty-title = 報告する義務
consent-duty-yes = 「{ $agency }」は、あなたのことを知ったとき、ほかへ報告しなければならないことがあります。
consent-duty-unchecked = 「{ $agency }」に報告する義務があるか、まだ確かめていません。確かめるまでは、報告することがあると考えてください。
consent-duty-no = 「{ $agency }」には、報告する義務がないことを確かめています。
consent-duty-none = 「{ $agency }」のような機関には、ふつう報告する義務はありません。まだ確かめてはいません。
consent-duty-basis = 根拠
consent-existence-always = この同意をすると、「あなたがここで相談していること」と名前は、かならず知らせます。
consent-what-question = ほかに知らせてもよいもの
consent-relapse-lead = これは、とても大切な情報です。ほかとは別に決めます。
consent-relapse-reports = 「{ $agency }」は、あなたがまた使ったことを知ると、法律や決まりにより、報告しなければならないことがあります。あなたに不利になることもあります。
consent-relapse-unchecked = 「{ $agency }」が、また使ったことを報告しなければならないか、まだ確かめていません。報告することがあると考えて決めてください。
consent-relapse-pause = 「知らせてもよい」を選んでも、{ $hours }時間は知らせません。その間に取り消せます。取り消せば、選んだことも「{ $agency }」には伝わりません。
consent-relapse-outside = 「知らせてもよい」を選ぶときは、報告する義務がなく、司法の機関でもないところの人に、そばにいてもらいます。
consent-relapse-question = 「{ $agency }」に、また使ったことを知らせてもよいですか
consent-relapse-no = 「{ $agency }」には知らせない
consent-relapse-yes = 「{ $agency }」に知らせてもよい
consent-relapse-witness = そばにいる人の名前
consent-relapse-witness-support = 「知らせてもよい」を選んだときだけ書きます。
consent-relapse-witness-agency = その人の機関
consent-why-question = どんなときに見てよいですか
consent-until-question = いつまで知らせてもよいですか
consent-until-support = 長くても{ $days }日です。期限が来ると、自動で見られなくなります。
consent-until-1 = 1か月
consent-until-3 = 3か月
consent-until-6 = 6か月
consent-until-12 = 1年
consent-until-other = ほかの日
consent-until-day = 「ほかの日」を選んだとき、その日
consent-how-question = 同意のしかた
consent-how-signed = この画面か紙に、自分で書いた
consent-how-spoken = 口で伝えた
consent-witness = 立ち会った人
consent-witness-support = 口で伝えたときに書きます。
consent-you-decide = 同意は、いつでも、理由を言わずに取り消せます。取り消すと、すぐに見られなくなります。
consent-agree = 同意する
consent-not-now = 今は決めない
consent-saved = 同意を記録しました。控えを渡せます。

# What was agreed
consent-grant-title = 「{ $agency }」への同意
consent-taken-at = 同意した日
consent-paper-title = 本人に渡す控え
consent-paper-text = 読みやすいことばを選んで、印刷してください。
consent-paper-heading = 情報を知らせることについての同意
consent-paper-name = 呼び名
consent-paper-end = 取り消したいとき
consent-paper-end-text = いつでも、理由を言わずに取り消せます。次のところに伝えてください。
consent-paper-date = 日付
consent-paper-sign = 署名（呼び名でかまいません）

# Taking it back
consent-revoke = 同意を取り消す
consent-revoke-title = 「{ $agency }」への同意を取り消しますか
consent-revoke-text = 取り消すと、「{ $agency }」は次のものをすぐに見られなくなります。
consent-revoke-told = すでに「{ $agency }」の人が読んだことや、自分で書いた記録は、消すことができません。
consent-revoke-free = 理由はいりません。支援は続きます。あとで、もう一度同意することもできます。
consent-revoke-do = 取り消す
consent-keep = 取り消さない
consent-revoked = 同意を取り消しました。もう見られません。
consent-already-over = この同意は、もう終わっています。

# Refusing
consent-refuse = 知らせないと決める
consent-refuse-lead = ここで決めたことは、あとの同意よりも優先されます。
consent-refuse-agency = どの機関に知らせませんか
consent-refuse-what = 知らせないもの
consent-refuse-do = 知らせないと決める
consent-refused = 知らせないことを記録しました。
consent-lift = この決まりをやめる
consent-lift-title = 「{ $agency }」に知らせない決まりをやめますか
consent-lift-text = 「{ $agency }」に次のものを知らせない、という決まりをやめます。
consent-lift-still = やめても、それだけでは何も知らせません。知らせるのは、同意があるときだけです。
consent-lift-do = 決まりをやめる
consent-lifted = 決まりをやめました。

# What can be wrong
consent-needed = 本人の同意がまだないか、終わっています。先に、この機関に知らせてよいかを聞いてください。
consent-purpose-needed = 何のためかを、1つ以上選んでください。
consent-relapse-not-named = また使ったことは、この欄で別に決めてください。
consent-too-long = 期限は{ $days }日までです。もっと近い日にしてください。
consent-witness-needed = 口で伝えたときは、立ち会った人を書いてください。
consent-paper-number = この同意の番号
consent-number-title = 番号で同意を取り消す
consent-number-lead = 本人が持ってきた用紙の番号を入れると、その同意は終わります。だれの、どの同意かは表示されません。
consent-number = 同意の番号
consent-number-support = 用紙の「この同意の番号」に書いてある13文字
consent-number-do = この同意を取り消す
consent-number-done = 同意を取り消しました。次の操作から見えなくなります。
consent-number-unknown = この番号の同意はないか、もう終わっています。用紙の番号をもう一度確かめてください。

# Before agreeing: what would be seen
consent-preview-look = 見える内容を先に確かめる
consent-preview-title = 「{ $agency }」に見える内容
consent-preview-lead = まだ、だれにも知らせていません。見てから決められます。
consent-preview-seen = 「{ $agency }」には、これが見えます
consent-preview-name-only = あなたの名前と、ここで相談していること。それについて、まだほかの記録はありません。
consent-preview-told-only = つなぐときに伝える内容のうち、あなたが知らせてよいと言ったものだけです。記録そのものは見えません。
consent-preview-own = その機関が自分で書いた記録と、ほかの機関が書いて私たちに見えない記録は、この画面には出ません。
consent-preview-later = これから書かれる内容
consent-preview-later-text = 同意が続くあいだ、次のことについて新しく書かれた記録も見えます。
consent-preview-closed = 「{ $agency }」には見えないまま
consent-preview-forbidden = あなたが知らせないと決めたものです。この同意よりも優先されます。
consent-preview-nothing-closed = 見えないままのものはありません。
consent-preview-closed-entries = 今ある記録のうち、次のものは見えません。
consent-preview-change = 答えを変える

# Asking again before it ends
consent-ends-soon = まもなく終わる
consent-renew = もう一度聞く
consent-renew-text = 前に同意した内容です（{ $date }まで）。そのときの答えが入っています。変えても、断ってもかまいません。
consent-wording = 説明の版
consent-wording-show = そのとき画面に出ていた説明

# Relapse waits a day and can be taken back alone
consent-told-from = また使ったことを知らせ始める時
consent-told-waits = まだ知らせていません。{ $date } { $time }まで取り消せます。
consent-outside = 司法の外から立ち会った人
consent-back-on = 取り消した日
consent-back-ask = また使ったことは、やはり知らせない
consent-back-title = また使ったことを「{ $agency }」に知らせるのをやめますか
consent-back-text = あなたがまた使ったことを、「{ $agency }」に知らせません。ほかの同意はそのままです。
consent-back-unseen = 「{ $agency }」には、まだ何も知らせていません。いちど選んだことも伝わりません。
consent-back-do = 知らせない
consent-back-done = また使ったことは、知らせません。
consent-relapse-already-back = この同意では、また使ったことを知らせていません。取り消すものはありません。
consent-outside-needed = この機関に「知らせてもよい」とするには、報告する義務がなく司法の機関でもないところの人の立ち会いがいります。名前を書くか、「知らせない」を選んでください。
consent-outside-not-outside = 報告する義務がなく、司法の機関でもない機関を選んでください。知らせる相手の機関は選べません。
consent-preview-relapse = また使ったことも、ここに出ています。知らせ始めるのは{ $date } { $time }からです。それまでは取り消せます。
