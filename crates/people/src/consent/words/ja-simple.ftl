# Categories and their sentences
consent-category-existence = ここに 来《き》ていること
consent-category-existence-note = あなたの 名前《なまえ》と、ここで 相談《そうだん》していること。
consent-category-contact = 連絡《れんらく》の しかた
consent-category-contact-note = 電話《でんわ》番号《ばんごう》。電話《でんわ》しても いい 時間《じかん》。
consent-category-location = いる ところ
consent-category-location-note = 住《す》んでいる ところ。とまっている ところ。
consent-category-health = からだと こころ
consent-category-health-note = からだや こころの 調子《ちょうし》。病院《びょういん》。飲《の》んでいる 薬《くすり》。
consent-category-drug_history = 薬《くすり》や お酒《さけ》の こと
consent-category-drug_history-note = 何《なに》を、いつから、どのように 使《つか》ったか。
consent-category-relapse = また 使《つか》ったこと
consent-category-relapse-note = また 使《つか》ったこと。使《つか》いそうだと 話《はな》したこと。
consent-category-justice = 警察《けいさつ》や 裁判《さいばん》の こと
consent-category-justice-note = つかまったこと。裁判《さいばん》。刑務所《けいむしょ》。保護《ほご》観察《かんさつ》。
consent-category-family = 家族《かぞく》
consent-category-family-note = 家族《かぞく》が だれか。家族《かぞく》と なかが いいか。
consent-category-livelihood = くらし
consent-category-livelihood-note = お金《かね》。仕事《しごと》。家《いえ》。
consent-category-notes = 話《はな》したことの メモ
consent-category-notes-note = 相談《そうだん》で あなたが 話《はな》したこと。

# Purposes
consent-purpose-handover = 紹介《しょうかい》するため
consent-purpose-handover-note = この ところに、あなたを 紹介《しょうかい》します。
consent-purpose-support = いっしょに たすけるため
consent-purpose-support-note = みんなで あなたを たすけます。
consent-purpose-follow_up = あとで 聞《き》くため
consent-purpose-follow_up-note = あとで、こまっていないか 聞《き》きます。
consent-purpose-advice = いい やり方《かた》を 聞《き》くため
consent-purpose-advice-note = ほかの 人《ひと》に、いい たすけ方《かた》を 聞《き》きます。

# The list
consent-title = 知《し》らせても いいこと
consent-lead = { $name }さんが、どこに 何《なに》を 知《し》らせても いいと 言《い》ったかの 一覧《いちらん》です。
consent-new = 新《あたら》しく 聞《き》く
consent-live = 今《いま》 知《し》らせていること
consent-live-none = 今《いま》、知《し》らせていることは ありません。
consent-over = おわったこと
consent-refusals = 知《し》らせないこと
consent-show = 見《み》る
consent-holds-until = { $date }まで
consent-state-live = 今《いま》 つづいています
consent-state-over = おわりました
consent-state-revoked = やめました
consent-back = もどる
consent-choose = えらんでください

# Choosing the agency
consent-choose-agency = どこに 知《し》らせることについて 聞《き》きますか
consent-choose-lead = えらんだら、画面《がめん》を 本人《ほんにん》に 向《む》けてください。ことばは、つぎの 画面《がめん》で かえられます。
consent-choose-next = 画面《がめん》を 本人《ほんにん》に 向《む》ける

# The screen that is turned towards the person
consent-ask-title = 「{ $agency }」に 知《し》らせても いいですか
consent-ask-lead = あなたが 決《き》めます。いやなら、いやだと 言《い》ってください。ことわっても、わたしたちは たすけます。
consent-part-whom = だれに
consent-part-what = 何《なに》を
consent-part-relapse = また 使《つか》ったことについて
consent-part-why = 何《なん》のために
consent-part-until = いつまで
consent-part-how = どうやって 決《き》めましたか
consent-whom-name = 知《し》らせる ところ
consent-whom-kind = どんな ところか
consent-whom-tells = ここが、だれに 何《なに》を 言《い》うか
consent-tells-nothing = まだ 書《か》いて ありません。知《し》らせる 前《まえ》に、わたしたちが 聞《き》きます。
consent-duty-title = ほかに 知《し》らせる きまり
consent-duty-yes = 「{ $agency }」は、あなたの ことを ほかの 役所《やくしょ》に 知《し》らせることが あります。そういう きまりが あります。
consent-duty-unchecked = 「{ $agency }」が ほかに 知《し》らせるか、まだ わかりません。知《し》らせることが あると 思《おも》ってください。
consent-duty-no = 「{ $agency }」には、ほかに 知《し》らせる きまりは ありません。たしかめました。
consent-duty-none = 「{ $agency }」のような ところには、ふつう 知《し》らせる きまりは ありません。まだ たしかめていません。
consent-duty-basis = その きまり
consent-existence-always = 「はい」と 言《い》うと、名前《なまえ》と ここに 来《き》ていることは、かならず 知《し》らせます。
consent-what-question = ほかに 知《し》らせても いいもの
consent-relapse-lead = とても 大切《たいせつ》なことです。ほかと 分《わ》けて 決《き》めます。
consent-relapse-reports = 「{ $agency }」は、あなたが また 使《つか》ったと 知《し》ると、ほかの 役所《やくしょ》に 知《し》らせることが あります。あなたが こまることも あります。
consent-relapse-unchecked = 「{ $agency }」が ほかに 知《し》らせるか、まだ わかりません。知《し》らせることが あると 思《おも》って 決《き》めてください。
consent-relapse-pause = 「はい」でも、{ $hours }時間《じかん》は 知《し》らせません。それまで やめることが できます。やめると、「はい」と 言《い》ったことも「{ $agency }」は 知《し》りません。
consent-relapse-outside = 「はい」の ときは、ほかの 人《ひと》が いっしょに います。役所《やくしょ》に 知《し》らせない ところの 人《ひと》です。
consent-relapse-question = 「{ $agency }」に、また 使《つか》ったことを 知《し》らせても いいですか
consent-relapse-no = いいえ、「{ $agency }」に 知《し》らせません
consent-relapse-yes = はい、「{ $agency }」に 知《し》らせても いいです
consent-relapse-witness = いっしょに いる 人《ひと》の 名前《なまえ》
consent-relapse-witness-support = 「はい」の ときだけ 書《か》きます。
consent-relapse-witness-agency = その 人《ひと》が はたらく ところ
consent-why-question = どんなときに 見《み》ても いいですか
consent-until-question = いつまで 知《し》らせても いいですか
consent-until-support = いちばん 長《なが》くて { $days }日《にち》です。その日《ひ》が すぎると、見《み》ることが できません。
consent-until-1 = 1か月《げつ》
consent-until-3 = 3か月《げつ》
consent-until-6 = 6か月《げつ》
consent-until-12 = 1年《ねん》
consent-until-other = ほかの 日《ひ》
consent-until-day = ほかの 日《ひ》は、いつですか
consent-how-question = どうやって 決《き》めましたか
consent-how-signed = 自分《じぶん》で 書《か》きました
consent-how-spoken = 話《はな》しました
consent-witness = いっしょに 聞《き》いた 人《ひと》
consent-witness-support = 話《はな》して 決《き》めたときに 書《か》きます。
consent-you-decide = いつでも やめることが できます。わけは 言《い》わなくても いいです。やめると、すぐに 見《み》ることが できません。
consent-agree = はい、いいです
consent-not-now = 今《いま》は 決《き》めません
consent-saved = 書《か》きました。紙《かみ》を わたすことが できます。

# What was agreed
consent-grant-title = 「{ $agency }」に 知《し》らせること
consent-taken-at = 決《き》めた 日《ひ》
consent-paper-title = あなたの 紙《かみ》
consent-paper-text = 読《よ》みやすい ことばを えらんで、印刷《いんさつ》して ください。
consent-paper-heading = 知《し》らせても いいこと
consent-paper-name = 名前《なまえ》
consent-paper-end = やめたいとき
consent-paper-end-text = いつでも やめることが できます。わけは 言《い》わなくても いいです。ここに 言《い》ってください。
consent-paper-date = 日《ひ》にち
consent-paper-sign = 名前《なまえ》を 書《か》く ところ

# Taking it back
consent-revoke = 知《し》らせるのを やめる
consent-revoke-title = 「{ $agency }」に 知《し》らせるのを やめますか
consent-revoke-text = やめると、「{ $agency }」は これを 見《み》ることが できません。すぐに かわります。
consent-revoke-told = 「{ $agency }」の 人《ひと》が もう 読《よ》んだことは、けすことが できません。
consent-revoke-free = わけは 言《い》わなくても いいです。わたしたちは これからも たすけます。あとで また 「はい」と 言《い》うことも できます。
consent-revoke-do = やめます
consent-keep = やめません
consent-revoked = やめました。もう 見《み》ることが できません。
consent-already-over = これは もう おわっています。

# Refusing
consent-refuse = 知《し》らせないことを 決《き》める
consent-refuse-lead = ここで 決《き》めたことを、いちばん 大切《たいせつ》に します。
consent-refuse-agency = どこに 知《し》らせませんか
consent-refuse-what = 何《なに》を 知《し》らせませんか
consent-refuse-do = 知《し》らせません
consent-refused = 知《し》らせないことに しました。
consent-lift = この きまりを やめる
consent-lift-title = 「{ $agency }」に 知《し》らせない きまりを やめますか
consent-lift-text = 「{ $agency }」に これを 知《し》らせない、という きまりを やめます。
consent-lift-still = やめても、すぐには 知《し》らせません。あなたが 「はい」と 言《い》ったときだけ 知《し》らせます。
consent-lift-do = きまりを やめます
consent-lifted = きまりを やめました。

# What can be wrong
consent-needed = 本人《ほんにん》が まだ 「はい」と 言《い》っていません。
consent-purpose-needed = 1つ えらんでください。
consent-relapse-not-named = また 使《つか》ったことは、ここで 決《き》めてください。
consent-too-long = { $days }日《にち》より 前《まえ》の 日《ひ》に してください。
consent-witness-needed = いっしょに 聞《き》いた 人《ひと》の 名前《なまえ》を 書《か》いてください。
consent-paper-number = この 同意《どうい》の 番号《ばんごう》
consent-number-title = 番号《ばんごう》で 同意《どうい》を やめる
consent-number-lead = 紙《かみ》の 番号《ばんごう》を 書《か》くと、その 同意《どうい》は おわります。だれの 同意《どうい》かは 出《で》ません。
consent-number = 同意《どうい》の 番号《ばんごう》
consent-number-support = 紙《かみ》に ある 13文字《もじ》
consent-number-do = この 同意《どうい》を やめる
consent-number-done = 同意《どうい》を やめました。つぎから 見《み》えません。
consent-number-unknown = この 番号《ばんごう》の 同意《どうい》は ありません。番号《ばんごう》を もう 一度《いちど》 見《み》てください。

# Before agreeing: what would be seen
consent-preview-look = 見《み》えるものを 先《さき》に たしかめる
consent-preview-title = 「{ $agency }」に 見《み》えるもの
consent-preview-lead = まだ だれにも 知《し》らせていません。見《み》てから 決《き》めることが できます。
consent-preview-seen = 「{ $agency }」には これが 見《み》えます
consent-preview-name-only = あなたの 名前《なまえ》と、ここに 来《き》ていること。ほかの ことは まだ 書《か》いてありません。
consent-preview-told-only = 紹介《しょうかい》するとき、あなたが いいと 言《い》ったことだけを 話《はな》します。書《か》いてあるものは 見《み》えません。
consent-preview-own = 相手《あいて》が 自分《じぶん》で 書《か》いたものは、ここに 出《で》ません。ほかの ところが 書《か》いて、わたしたちに 見《み》えないものも 出《で》ません。
consent-preview-later = これから 書《か》くこと
consent-preview-later-text = 「はい」が つづくあいだ、つぎの ことは 新《あたら》しく 書《か》いたものも 見《み》えます。
consent-preview-closed = 「{ $agency }」には 見《み》えないもの
consent-preview-forbidden = あなたが 知《し》らせないと 決《き》めました。その 決《き》まりが つづきます。
consent-preview-nothing-closed = 見《み》えないものは ありません。
consent-preview-closed-entries = 今《いま》 書《か》いてあるものの 中《なか》で、つぎのものは 見《み》えません。
consent-preview-change = 答《こた》えを かえる

# Asking again before it ends
consent-ends-soon = もうすぐ おわる
consent-renew = もう一度《いちど》 聞《き》く
consent-renew-text = 前《まえ》に 「はい」と 言《い》ったことです（{ $date }まで）。前《まえ》の 答《こた》えが 入《はい》っています。かえても いいです。いやだと 言《い》っても いいです。
consent-wording = 説明《せつめい》の ばんごう
consent-wording-show = そのとき 画面《がめん》に 出《で》ていた 説明《せつめい》

# Relapse waits a day and can be taken back alone
consent-told-from = また 使《つか》ったことを 知《し》らせる とき
consent-told-waits = まだ 知《し》らせていません。{ $date } { $time }まで やめることが できます。
consent-outside = いっしょに いた 人《ひと》
consent-back-on = やめた 日《ひ》
consent-back-ask = また 使《つか》ったことは、やっぱり 知《し》らせない
consent-back-title = また 使《つか》ったことを「{ $agency }」に 知《し》らせるのを やめますか
consent-back-text = また 使《つか》ったことを、「{ $agency }」に 知《し》らせません。ほかの ことは かわりません。
consent-back-unseen = 「{ $agency }」には まだ 知《し》らせていません。「はい」と 言《い》ったことも 知《し》りません。
consent-back-do = 知《し》らせません
consent-back-done = また 使《つか》ったことは 知《し》らせません。
consent-relapse-already-back = これでは、また 使《つか》ったことを 知《し》らせていません。
consent-outside-needed = 「はい」の ときは、役所《やくしょ》に 知《し》らせない ところの 人《ひと》が いっしょに います。名前《なまえ》を 書《か》くか、「いいえ」を えらんで ください。
consent-outside-not-outside = 役所《やくしょ》に 知《し》らせない ところを えらんで ください。知《し》らせる 相手《あいて》は えらべません。
consent-preview-relapse = また 使《つか》ったことも、ここに 出《で》ています。知《し》らせるのは { $date } { $time }からです。それまで やめることが できます。
