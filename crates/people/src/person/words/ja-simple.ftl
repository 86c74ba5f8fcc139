# Plain Japanese: what a person may read beside the worker
person-list-title = 本人《ほんにん》・家族《かぞく》
person-list-lead = ここで 担当《たんとう》している 人《ひと》と、「はい」と 聞《き》いて 知《し》らされた 人《ひと》です。
person-list-all = ぜんぶ 見《み》る
person-list-none = まだ だれも いません
person-list-none-text = 会《あ》った 人《ひと》を 登録《とうろく》すると、ここに ならびます。
person-search = 名前《なまえ》・よみの 一部《いちぶ》
person-search-none = 見《み》つかりませんでした
person-search-none-text = よみや、ほかの 呼《よ》び名《な》でも さがしてください。
person-head-name = 呼《よ》び名《な》
person-head-standing = どんな つながりか
person-head-last = さいごの 記録《きろく》
person-head-entries = 記録《きろく》の 数《かず》
person-own = 担当《たんとう》している
person-told = 知《し》らされている
person-alias-is = かりの 呼《よ》び名《な》

# Registering
person-new = 登録《とうろく》する
person-new-lead = 呼《よ》び名《な》だけで いいです。ほかは、わかることだけ 書《か》いてください。
person-new-rest = ここから 下《した》は、あとで 書《か》いても いいです。
person-new-relative = 家族《かぞく》など、心配《しんぱい》している 人《ひと》として 登録《とうろく》する
person-new-do = 登録《とうろく》する
person-registered = 登録《とうろく》しました。
person-name = 名前《なまえ》
person-name-support = 本人《ほんにん》が 呼《よ》ばれたい 名前《なまえ》で いいです。
person-alias = ほんとうの 名前《なまえ》では ありません
person-kana = よみかた
person-kana-support = ならべるときと、さがすときに 使《つか》います。
person-birth-year = 生《う》まれた 年《とし》
person-birth-year-support = 例《れい》：1988、昭和《しょうわ》63
person-choose = わからない・書《か》かない
person-back = やめて もどる
person-save = 保存《ほぞん》する
person-yes = はい
person-no = いいえ
person-doubles = 同《おな》じ 人《ひと》が、もう いるかも しれません。名前《なまえ》を 開《ひら》いて たしかめてください。
person-doubles-anyway = ちがう 人《ひと》なので、このまま 登録《とうろく》する
person-doubles-found = 同《おな》じ 人《ひと》が、もう いるかも しれません。

# The page
person-born = { $year }年《ねん》生《う》まれ
person-refer = つなぐ
person-request = ほかの 機関《きかん》に 担当《たんとう》の おねがいを する
person-facts = わかっていること
person-facts-lead = 保存《ほぞん》すると、ここで 前《まえ》に 書《か》いた 同《おな》じことが 新《あたら》しく なります。
person-fact-add = 書《か》きたす
person-fact-change = 書《か》きなおす
person-from = はじまり
person-until = おわる 予定《よてい》
person-notes = 記録《きろく》
person-notes-none = ここで 見《み》られる 記録《きろく》は ありません。
person-note-write = 記録《きろく》を 書《か》く
person-note-text = 記録《きろく》
person-note-save = 記録《きろく》を のこす
person-note-written = 記録《きろく》を のこしました。
person-label = この 記録《きろく》に 書《か》いてあること
person-label-support = あてはまるものを ぜんぶ えらんでください。ほかの 機関《きかん》は、えらんだことが ぜんぶ いいときだけ 読《よ》めます。
person-label-needed = 1つか、もっと えらんでください。まようときは、多《おお》く えらぶと 安全《あんぜん》です。
person-family = 家族《かぞく》・まわりの 人《ひと》
person-family-none = ここで 見《み》られる 家族《かぞく》の 記録《きろく》は ありません。
person-family-register = この 人《ひと》を 心配《しんぱい》している 家族《かぞく》を 登録《とうろく》する
person-agreed = 「いいです」と 言《い》った ところ
person-agreed-none = ここで わかる 同意《どうい》は ありません。
person-agreed-until = { $date }まで
person-agreed-show = 見《み》る
person-agreed-all = 同意《どうい》の 一覧《いちらん》と、新《あたら》しい 同意《どうい》
person-looked = だれが 見《み》たか（本人《ほんにん》に 見《み》せる）
person-more = ほかに できること
person-edit = 呼《よ》び名《な》などを なおす
person-changed = 保存《ほぞん》しました。
person-facts-kept = 保存《ほぞん》しました。
person-end = 支援《しえん》を おわる
person-end-text = ここは、{ $name }さんの 担当《たんとう》では なくなります。ここで 書《か》いた 記録《きろく》は のこります。
person-end-next = つぎの ところが まだ ないときは、先《さき》に 「つなぐ」を 使《つか》ってください。
person-end-do = 支援《しえん》を おわる
person-ended = 支援《しえん》を おわりました。

# Somebody saved in between
person-stale = 今《いま》の ことと、あなたが 書《か》いたこと
person-stale-text = ほかの 人《ひと》が 先《さき》に 保存《ほぞん》しました。見《み》くらべて、もう 一度《いちど》 保存《ほぞん》して ください。保存《ほぞん》すると、あなたが 書《か》いたことに なります。
person-stale-field = どこ
person-stale-now = 今《いま》の こと
person-stale-typed = あなたが 書《か》いたこと

# Kinds of facts
person-kind-note = 記録《きろく》
person-kind-contact = 連絡《れんらく》の しかた
person-kind-dependence = こまっている もの
person-kind-legal = 裁判《さいばん》や 保護《ほご》観察《かんさつ》の こと
person-kind-stay = 今《いま》 いる ところ
person-dependence-which = 何《なに》に こまっていますか
person-dependence-support = あてはまるものを ぜんぶ えらんでください。
person-legal-which = どんな ことか
person-legal-from = はじまった 日《ひ》
person-legal-until = おわる 予定《よてい》の 日《ひ》
person-stay-which = どんな ところか
person-stay-place = ところの 名前《なまえ》
person-stay-place-support = 本人《ほんにん》が いいと 言《い》ったときだけ 書《か》いてください。
person-stay-until = そこを 出《で》る 予定《よてい》の 日《ひ》
person-until-support = わかったら 書《か》いてください。おわる 前《まえ》に、つぎの つなぎを お知《し》らせします。
person-phone = 電話《でんわ》番号《ばんごう》など
person-may-leave-message = 伝言《でんごん》を のこしても いい
person-may-leave-message-support = えらばないと 「のこさないで ほしい」に なります。
person-message-yes = 伝言《でんごん》を のこしても いいです
person-message-no = 伝言《でんごん》を のこさないで ください
person-contact-note = 連絡《れんらく》で 気《き》を つけること
person-contact-note-support = 例《れい》：夕方《ゆうがた》5時《じ》から。家族《かぞく》には 知《し》られたくない。

# Relations
person-relation-add = 家族《かぞく》の つながりを 書《か》く
person-relation-lead = { $name }さんが、だれの 家族《かぞく》かを 書《か》きます。
person-relation-kept = 保存《ほぞん》しました。
person-relation-question = 心配《しんぱい》している 相手《あいて》の 何《なに》ですか
person-relation-support = 本人《ほんにん》ではなく、家族《かぞく》などが 相談《そうだん》に 来《き》たときに えらびます。
person-relation-not = 家族《かぞく》としての 登録《とうろく》では ない
person-relation-parent = 父《ちち》・母《はは》
person-relation-spouse = 夫《おっと》・妻《つま》・パートナー
person-relation-child = 子《こ》ども
person-relation-sibling = きょうだい
person-relation-other = そのほかの 近《ちか》い 人《ひと》
person-relative = 心配《しんぱい》している 人《ひと》
person-principal = 心配《しんぱい》している 相手《あいて》
person-principal-question = 相手《あいて》は、支援《しえん》と つながっていますか
person-principal-known = ここで 知《し》っている
person-principal-unknown = まだ だれも 知《し》らない
person-principal-unwilling = 知《し》っているが、支援《しえん》は いらないと 言《い》っている
person-principal-name = 心配《しんぱい》している 相手《あいて》の 呼《よ》び名《な》
person-principal-name-support = 「ここで 知《し》っている」ときだけ 書《か》きます。一覧《いちらん》から さがします。
person-principal-which = どの 人《ひと》ですか
person-principal-choose = どの 人《ひと》か えらんでください。いないときは、「まだ だれも 知《し》らない」を えらんでください。

# What can be wrong
person-birth-year-form = 生《う》まれた 年《とし》が わかりません。「1988」「昭和《しょうわ》63」のように 書《か》いてください。
person-no-fact = 保存《ほぞん》するものが ありません。1つか、もっと 書《か》いてください。
person-not-own-client = この 人《ひと》は、ここの 担当《たんとう》では ありません。見《み》ることは できますが、書《か》くことは できません。

# Dependence
person-dependence-stimulants = 覚醒剤《かくせいざい》
person-dependence-cannabis = 大麻《たいま》
person-dependence-opioids = ヘロインなど
person-dependence-solvents = シンナー・ガス
person-dependence-new_psychoactive = 危険《きけん》ドラッグ
person-dependence-prescription = 病院《びょういん》の 薬《くすり》
person-dependence-over_the_counter = 店《みせ》で 買《か》う 薬《くすり》
person-dependence-other_drug = ほかの 薬物《やくぶつ》
person-dependence-alcohol = お酒《さけ》
person-dependence-gambling = ギャンブル
person-dependence-gaming = ゲーム
person-dependence-other = そのほか
person-dependence-unknown = わかりません

# Legal status
person-legal-none = ありません
person-legal-arrested = 警察《けいさつ》などに いる
person-legal-bail = 保釈《ほしゃく》中《ちゅう》
person-legal-suspended_sentence = 執行《しっこう》猶予《ゆうよ》中《ちゅう》
person-legal-partial_suspension = 刑《けい》の 一部《いちぶ》の 執行《しっこう》猶予《ゆうよ》中《ちゅう》
person-legal-parole = 仮釈放《かりしゃくほう》中《ちゅう》
person-legal-probation = 保護《ほご》観察《かんさつ》中《ちゅう》
person-legal-prison = 刑務所《けいむしょ》に いる
person-legal-medical_observation = 医療《いりょう》観察《かんさつ》中《ちゅう》
person-legal-juvenile_probation = 保護《ほご》観察《かんさつ》中《ちゅう》（少年《しょうねん》）
person-legal-urgent_aftercare = 更生《こうせい》緊急《きんきゅう》保護《ほご》

# Stays
person-stay-home = 自分《じぶん》の 家《いえ》
person-stay-family_home = 家族《かぞく》の 家《いえ》
person-stay-hostel = 更生《こうせい》保護《ほご》施設《しせつ》
person-stay-independence_home = 自立《じりつ》準備《じゅんび》ホーム
person-stay-recovery_facility = 回復《かいふく》を たすける 施設《しせつ》
person-stay-hospital = 病院《びょういん》
person-stay-prison = 刑務所《けいむしょ》
person-stay-detention = 留置場《りゅうちじょう》・拘置所《こうちしょ》
person-stay-shelter = シェルター
person-stay-none = きまった 家《いえ》が ありません
person-stay-other = そのほか

# Who looks after whom
person-worker = 担当《たんとう》
person-worker-none = まだ きまっていません
person-assign = 担当《たんとう》を きめる
person-assign-lead = { $name }さんを 担当《たんとう》する 職員《しょくいん》を えらんでください。
person-assign-whom = 担当《たんとう》する 職員《しょくいん》
person-assign-do = 担当《たんとう》に する
person-assigned = 担当《たんとう》を きめました。
person-hands-of = { $name }さんが 担当《たんとう》している 人《ひと》
person-hands-empty = 担当《たんとう》している 人《ひと》は いません。
person-hand-on = 担当《たんとう》を ほかの 人《ひと》に わたす
person-hand-on-whom = ぜんぶ 引《ひ》きつぐ 職員《しょくいん》
person-hand-on-do = ぜんぶ わたす
person-handed-on = 担当《たんとう》を わたしました。
person-left = { $name }さんは もう 職員《しょくいん》では ありません。担当《たんとう》していた { $n }人《にん》が まだ のこっています。
