# 分離保護: keeping two persons apart

separation-link = 二人《ふたり》を はなす（暴力《ぼうりょく》・けんか）
separation-title = 二人《ふたり》を はなす
separation-lead = { $name }さんが どこに いるかを、ほかの 人《ひと》に わからないように します。暴力《ぼうりょく》から まもるためです。
separation-standing = いま はなしている 人《ひと》
separation-none = はなしている 人《ひと》は いません。
separation-new = あたらしく はなす
separation-does-hide = 相手《あいて》を 助《たす》けている ところは、{ $name }さんの いる ところと 連絡先《れんらくさき》を 見《み》ることが できません。反対《はんたい》も 同《おな》じです。
separation-does-own = 二人《ふたり》を 助《たす》けている ところは、自分《じぶん》が 書《か》いたものも 見《み》ることが できません。いるものは、先《さき》に 紙《かみ》に 書《か》いてください。
separation-does-silence = はなしたことは、だれにも 知《し》らせません。
separation-other = 相手《あいて》の 番号《ばんごう》か 名前《なまえ》
separation-other-support = 番号《ばんごう》が わからないときは、名前《なまえ》を 書《か》いてください。
separation-other-form = 下《した》から えらんでください。いないときは、番号《ばんごう》を 書《か》いてください。
separation-chosen = この 名前《なまえ》の 人《ひと》
separation-same = 同《おな》じ 人《ひと》の 番号《ばんごう》です。相手《あいて》の 番号《ばんごう》を 書《か》いてください。
separation-basis = わけ
separation-basis-violence = 暴力《ぼうりょく》
separation-basis-order = 裁判所《さいばんしょ》の 命令《めいれい》
separation-basis-conflict = けんか。会《あ》うと あぶない
separation-from = はじめた 日《ひ》
separation-until = いつまで
separation-until-support = 書《か》かないと、やめるまで つづきます。
separation-until-open = やめるまで
separation-do = 二人《ふたり》を はなす
separation-is-set = はなしました。つぎから 見《み》えません。
separation-back = やめる
separation-by-others = ほかの 人《ひと》が するとき
separation-by-others-text = 相手《あいて》を 知《し》らないときは、個人《こじん》情報《じょうほう》の 責任者《せきにんしゃ》に たのんでください。二人《ふたり》の 番号《ばんごう》だけで できます。
separation-person-number = この 人《ひと》の 番号《ばんごう》
separation-number = はなした ときの 番号《ばんごう》

# Taking it down
separation-end = はなすのを やめる
separation-end-text = やめると、相手《あいて》を 助《たす》けている ところも、{ $name }さんの いる ところを 見《み》ることが できるように なります。本人《ほんにん》が 「いいです」と 言《い》ったときです。
separation-end-ask = 本人《ほんにん》に 聞《き》きましたか。もう あぶなく ありませんか。
separation-end-do = やめます
separation-keep = やめません
separation-is-ended = はなすのを やめました。

# The privacy officer
separation-number-title = 番号《ばんごう》で 二人《ふたり》を はなす
separation-number-lead = 二人《ふたり》の 番号《ばんごう》を 書《か》いてください。だれの ことかは 出《で》ません。
separation-number-person = まもる 人《ひと》の 番号《ばんごう》
separation-number-person-support = あなたたちが 助《たす》けている 人《ひと》の 番号《ばんごう》。13文字《もじ》
separation-number-other = 相手《あいて》の 番号《ばんごう》
separation-number-other-support = 13文字《もじ》。まちがえると、まもることが できません。
separation-number-made = この 番号《ばんごう》を 紙《かみ》に 書《か》いてください。やめるときに つかいます。
separation-number-end = 番号《ばんごう》で はなすのを やめる
separation-number-support = はなしたときに 出《で》た 13文字《もじ》
separation-person-unknown = あなたたちが 助《たす》けている 人《ひと》に、この 番号《ばんごう》の 人《ひと》は いません。番号《ばんごう》を もう 一度《いちど》 見《み》てください。
separation-number-unknown = この 番号《ばんごう》は ありません。番号《ばんごう》を もう 一度《いちど》 見《み》てください。
