# List
person-list-title = 本人・家族
person-list-lead = この機関が担当している方と、同意にもとづいて知らされた方の一覧です。
person-list-all = すべて見る
person-list-none = まだだれも登録されていません
person-list-none-text = 出会った方を登録すると、ここに並びます。
person-search = 名前・よみの一部
person-search-none = 見つかりませんでした
person-search-none-text = よみや、別の呼び名でもさがしてみてください。
person-head-name = 呼び名
person-head-standing = 関わり
person-head-last = 最後の記録
person-head-entries = 記録の数
person-own = 担当している
person-told = 知らされている
person-alias-is = 仮の呼び名

# Registering
person-new = 登録する
person-new-lead = 呼び名だけで登録できます。ほかは、わかっていることだけでかまいません。
person-new-rest = ここから下は、あとから書き足せます。
person-new-relative = 家族など、心配している方として登録する
person-new-do = 登録する
person-registered = 登録しました。
person-name = 名前か呼び名
person-name-support = 本人が呼ばれたい名前でかまいません。
person-alias = 仮の呼び名（アノニマスネーム）です
person-kana = よみ
person-kana-support = 一覧の並びと検索に使います。
person-birth-year = 生まれた年
person-birth-year-support = 例：1988、昭和63
person-choose = わからない・書かない
person-back = やめて戻る
person-save = 保存する
person-yes = はい
person-no = いいえ
person-doubles = 同じ方が、もう登録されているかもしれません。名前を開いて確かめてください。
person-doubles-anyway = 別の方なので、このまま登録する
person-doubles-found = 同じ方が、もう登録されているかもしれません。

# The page
person-born = { $year }年生まれ
person-refer = つなぐ
person-request = ほかの機関に担当のお願いをする
person-facts = わかっていること
person-facts-lead = 保存すると、この機関が前に書いた同じ種類の内容と置きかわります。
person-fact-add = 書き足す
person-fact-change = 書き直す
person-from = はじまり
person-until = 終わりの予定
person-notes = 記録
person-notes-none = ここで見られる記録はありません。
person-note-write = 記録を書く
person-note-text = 記録
person-note-save = 記録を残す
person-note-written = 記録を残しました。
person-label = この記録に書かれていること
person-label-support = あてはまるものをすべて選んでください。ほかの機関は、選んだ項目がすべて許されているときだけ読めます。
person-label-needed = 1つ以上選んでください。迷うときは、多めに選ぶと安全です。
person-family = 家族・まわりの人
person-family-none = ここで見られる家族の記録はありません。
person-family-register = この方を心配している家族を登録する
person-agreed = 同意している機関
person-agreed-none = この機関が知る同意はありません。
person-agreed-until = { $date }まで
person-agreed-show = 内容を見る
person-agreed-all = 同意の一覧と、新しい同意
person-looked = だれが見たか（本人に見せる）
person-more = そのほかの操作
person-edit = 呼び名などを直す
person-changed = 保存しました。
person-facts-kept = 保存しました。
person-end = 支援を終える
person-end-text = この機関は、{ $name }さんの担当ではなくなります。この機関が書いた記録は残ります。
person-end-next = 次につながる先がまだないときは、先に「つなぐ」を使ってください。
person-end-do = 支援を終える
person-ended = 支援を終えました。

# Somebody saved in between
person-stale = 今の内容と、入力した内容
person-stale-text = ほかの人が先に保存しました。見比べて、必要なら直してから、もう一度保存してください。保存すると、あなたの内容になります。
person-stale-field = 項目
person-stale-now = 今の内容
person-stale-typed = あなたが入力した内容

# Kinds of facts
person-kind-note = 記録
person-kind-contact = 連絡のとり方
person-kind-dependence = 困っている対象
person-kind-legal = 司法の手続き
person-kind-stay = 今いるところ
person-dependence-which = 何に困っていますか
person-dependence-support = あてはまるものをすべて選んでください。
person-legal-which = 手続きの種類
person-legal-from = 手続きが始まった日
person-legal-until = 手続きが終わる予定の日
person-stay-which = どんなところか
person-stay-place = 場所の名前
person-stay-place-support = 書いてよいと本人が言ったときだけ書いてください。
person-stay-until = そこを出る予定の日
person-until-support = わかっていれば書いてください。終わる前に、次のつなぎをお知らせします。
person-phone = 電話番号など
person-may-leave-message = 伝言を残してよい
person-may-leave-message-support = 選ばないと「残さないでほしい」になります。
person-message-yes = 伝言を残してよい
person-message-no = 伝言は残さない
person-contact-note = 連絡で気をつけること
person-contact-note-support = 例：夕方5時以降。家族には知られたくない。

# Relations
person-relation-add = 家族の関係を書く
person-relation-lead = { $name }さんが、だれの家族かを書きます。
person-relation-kept = 家族の関係を保存しました。
person-relation-question = 心配している相手から見た関係
person-relation-support = 本人ではなく、家族などとして相談に来た方のときに選びます。
person-relation-not = 家族としての登録ではない
person-relation-parent = 父・母
person-relation-spouse = 夫・妻・パートナー
person-relation-child = 子
person-relation-sibling = きょうだい
person-relation-other = そのほかの近い人
person-relative = 心配している人
person-principal = 心配している相手
person-principal-question = 心配している相手と、支援との関わり
person-principal-known = この機関が知っている
person-principal-unknown = まだだれも知らない
person-principal-unwilling = 知っているが、支援を望んでいない
person-principal-name = 心配している相手の呼び名
person-principal-name-support = 「この機関が知っている」ときだけ。一覧からさがします。
person-principal-which = どの方ですか
person-principal-choose = どの方かを選んでください。見つからないときは「まだだれも知らない」を選べます。

# What can be wrong
person-birth-year-form = 生まれた年として読めません。「1988」「昭和63」のように書いてください。
person-no-fact = 保存する内容がありません。1つ以上書いてください。
person-not-own-client = この方は、この機関の担当ではありません。見ることはできますが、書くことはできません。

# Dependence
person-dependence-stimulants = 覚醒剤
person-dependence-cannabis = 大麻
person-dependence-opioids = オピオイド（ヘロインなど）
person-dependence-solvents = シンナー・ガス
person-dependence-new_psychoactive = 危険ドラッグ
person-dependence-prescription = 処方薬
person-dependence-over_the_counter = 市販薬
person-dependence-other_drug = ほかの薬物
person-dependence-alcohol = アルコール
person-dependence-gambling = ギャンブル
person-dependence-gaming = ゲーム
person-dependence-other = そのほか
person-dependence-unknown = わからない・聞いていない

# Legal status
person-legal-none = とくにない
person-legal-arrested = 逮捕・勾留中
person-legal-bail = 保釈中
person-legal-suspended_sentence = 執行猶予中
person-legal-partial_suspension = 刑の一部執行猶予
person-legal-parole = 仮釈放中
person-legal-probation = 保護観察中
person-legal-prison = 受刑中
person-legal-medical_observation = 医療観察
person-legal-juvenile_probation = 少年の保護観察中
person-legal-urgent_aftercare = 更生緊急保護

# Stays
person-stay-home = 自宅
person-stay-family_home = 家族の家
person-stay-hostel = 更生保護施設
person-stay-independence_home = 自立準備ホーム
person-stay-recovery_facility = 回復支援施設
person-stay-hospital = 病院
person-stay-prison = 刑務所
person-stay-detention = 留置場・拘置所
person-stay-shelter = シェルター
person-stay-none = 決まった場所がない
person-stay-other = そのほか

# Who looks after whom
person-worker = 担当
person-worker-none = まだ決まっていません
person-assign = 担当を決める
person-assign-lead = { $name }さんを担当する職員を選んでください。
person-assign-whom = 担当する職員
person-assign-do = 担当にする
person-assigned = 担当を決めました。
person-hands-of = { $name }さんが担当している人
person-hands-empty = 担当している人はいません。
person-hand-on = 担当を引き継ぐ
person-hand-on-whom = 全員を引き継ぐ職員
person-hand-on-do = 全員を引き継ぐ
person-handed-on = 担当を引き継ぎました。
person-left = { $name }さんはもう職員ではありません。担当していた{ $n }人の引き継ぎが済んでいません。
