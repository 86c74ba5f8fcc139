# Plain Japanese
auth-nav-home = 今日《きょう》 すること
auth-nav-second = ふたつめの 確認《かくにん》を きめる
auth-nav-persons = 本人《ほんにん》・家族《かぞく》
auth-nav-referrals = つなぎ
auth-nav-directory = 相談《そうだん》できる ところを さがす
auth-nav-notices = お知《し》らせ
auth-nav-agencies = 機関《きかん》
auth-nav-audit = だれが 見《み》たか
auth-nav-by-number = 番号《ばんごう》で 同意《どうい》を やめる
auth-nav-separations = 番号《ばんごう》で 二人《ふたり》を はなす
auth-nav-lawful = 法律《ほうりつ》で 知《し》らせる
auth-nav-network = 長《なが》く 待《ま》っている ところ

# Signing in and out
auth-sign-in = はいる（サインイン）
auth-login = 利用者《りようしゃ》ID
auth-password = パスワード
auth-sign-in-wrong = 利用者《りようしゃ》IDか パスワードが ちがいます。もう 一度《いちど》 書《か》いてください。
auth-sign-in-ended = 長《なが》い 間《あいだ》 使《つか》わなかったので、サインアウトしました。もう 一度《いちど》 サインインして ください。
auth-sign-in-kept = 時間《じかん》が すぎました。書《か》いたことは のこっています。サインインすると、つづきから 送《おく》ることが できます。
auth-trouble = はいれない とき
auth-trouble-text = パスワードを わすれた ときは、管理者《かんりしゃ》に 聞《き》いてください。再開《さいかい》コードで、新《あたら》しい パスワードを きめます。
auth-signed-out = サインアウトしました。
auth-back = もどる

# What was being sent when the session ended
auth-kept-title = 書《か》いたことは のこっています
auth-kept-lead = まだ 送《おく》っていません。下《した》の ボタンを おすと、さっき 書《か》いたことを そのまま 送《おく》ります。
auth-kept-agency = 「{ $agency }」の 職員《しょくいん》として 送《おく》ります。
auth-kept-send = 書《か》いたことを 送《おく》る
auth-kept-drop = 送《おく》らないで やめる

# Switching
auth-switch-title = 機関《きかん》を かえる
auth-switch-lead = 見《み》えることも 書《か》くことも、えらんだ 機関《きかん》の ものに なります。
auth-switch-which = どの 機関《きかん》の 職員《しょくいん》として 使《つか》いますか
auth-switch-do = かえる
auth-switched = 機関《きかん》を かえました。

# Password
auth-password-title = パスワードを かえる
auth-password-lead = かえると、すべての 機械《きかい》で サインアウトします。新《あたら》しい パスワードで、もう 一度《いちど》 サインインして ください。
auth-password-old = 今《いま》の パスワード
auth-password-new = 新《あたら》しい パスワード
auth-password-again = もう 一度《いちど》 書《か》いてください
auth-password-rules = { $n }文字《もじ》より 長《なが》く してください。利用者《りようしゃ》IDや、よくある 言葉《ことば》だけは いけません。長《なが》い 文《ぶん》でも いいです。はりつけても いいです。
auth-password-do = パスワードを かえる
auth-password-changed = パスワードを かえました。新《あたら》しい パスワードで サインインして ください。
auth-old-password-wrong = 今《いま》の パスワードが ちがいます。
auth-password-not-same = 新《あたら》しい パスワードと 同《おな》じものを 書《か》いてください。

# A new start
auth-start-title = 再開《さいかい》コードで パスワードを きめる
auth-start-lead = 管理者《かんりしゃ》から 聞《き》いた コードを 書《か》いてください。使《つか》えるのは 1回《かい》、24時間《じかん》です。
auth-start-code = 再開《さいかい》コード
auth-start-code-support = 16文字《もじ》です。大文字《おおもじ》でも 小文字《こもじ》でも いいです。
auth-start-do = これに きめる
auth-start-wrong = IDか コードが ちがいます。時間《じかん》が すぎたかも しれません。管理者《かんりしゃ》に 聞《き》いてください。

# Showing once more that it is them
auth-step-up-title = もう 一度《いちど》 確《たし》かめます
auth-step-up-lead = 大事《だいじ》なことを する 前《まえ》に、あなただと 確《たし》かめます。そのあと { $n }分《ふん》は 聞《き》きません。
auth-step-up-kept = 書《か》いたことは のこっています。まだ 送《おく》っていません。
auth-step-up-do = 確《たし》かめて つづける
auth-step-up-wrong = パスワードが ちがいます。もう 一度《いちど》 書《か》いてください。
auth-second-title = ふたつめの 確認《かくにん》
auth-second-lead = パスワードと、あなたの 機械《きかい》に 出《で》る 数字《すうじ》で、あなただと 確《たし》かめます。パスワードを 知《し》られても、ほかの 人《ひと》は はいれません。
auth-second-resting = きめるまで、つぎの 役割《やくわり》は つかえません。ほかの 仕事《しごと》は できます。
auth-second-how-app = スマートフォンか パソコンに、6けたの 数字《すうじ》を 作《つく》る アプリを 用意《ようい》します。
auth-second-how-read = つぎの 画面《がめん》の QRコードを 読《よ》みます。アプリに 出《で》た 6けたの 数字《すうじ》を 書《か》きます。
auth-second-how-codes = 機械《きかい》を なくした ときの ための コードが 出《で》ます。紙《かみ》に 書《か》いて ください。
auth-second-begin = はじめる
auth-second-proposed = QRコードを 作《つく》りました。まだ おわって いません。
auth-second-read = QRコードを アプリで 読《よ》む
auth-second-read-text = ほかの 人《ひと》に 見《み》えない ところで 読《よ》んでください。カメラが ないときは、下《した》の 文字《もじ》を アプリに 入《い》れます。
auth-second-secret = 文字《もじ》で 入《い》れる とき：
auth-second-first-title = アプリの 数字《すうじ》を 確《たし》かめる
auth-second-first = アプリに 出《で》た 6けたの 数字《すうじ》
auth-second-first-support = 30秒《びょう》で かわります。今《いま》 出《で》ている 数字《すうじ》を 書《か》いてください。
auth-second-first-wrong = 数字《すうじ》が ちがいます。機械《きかい》の 時計《とけい》を 見《み》てください。今《いま》の 数字《すうじ》を 書《か》いてください。
auth-second-confirm = おわる
auth-second-not-now = あとに する
auth-second-not-begun = さきに「はじめる」を おしてください。
auth-second-is-on = もう きめて あります。機械《きかい》を かえる ときは、さきに やめてください。
auth-second-is-off = まだ きめて いません。
auth-second-is-on-now = ふたつめの 確認《かくにん》を つかって います。
auth-second-since = きめた 時間《じかん》
auth-second-left = のこっている コード
auth-second-left-n = { $n }こ
auth-second-new-codes = コードを 作《つく》りなおす
auth-second-end = ふたつめの 確認《かくにん》を やめる
auth-second-ended = ふたつめの 確認《かくにん》を やめました。
auth-second-ended-with-start = パスワードを かえました。ふたつめの 確認《かくにん》も おわりました。はいった あとで、もう 一度《いちど》 きめてください。
auth-second-codes-title = なくした ときの コード
auth-second-codes-lead = 機械《きかい》を なくした ときに つかう コードが { $n }こ あります。1こは 1回《かい》だけ つかえます。
auth-second-codes-once = この コードは 今《いま》しか 見《み》えません。前《まえ》の コードは つかえません。
auth-second-codes-keep = 紙《かみ》に 書《か》いて、かぎの かかる ところに おいてください。メールや 写真《しゃしん》に のこさないで ください。
auth-second-codes-kept = 書《か》きおわった
auth-second-step = 確認《かくにん》の 数字《すうじ》
auth-second-step-lead = アプリに 出《で》ている 6けたの 数字《すうじ》を 書《か》いてください。10分《ぷん》 すぎると、さいしょからに なります。
auth-second-code = 6けたの 数字《すうじ》か、なくした ときの コード
auth-second-code-support = 一度《いちど》 つかった 数字《すうじ》は つかえません。つぎの 数字《すうじ》を 待《ま》ってください。
auth-second-wrong = 数字《すうじ》が ちがうか、もう つかって います。つぎの 数字《すうじ》を 書《か》いてください。
auth-second-late = 時間《じかん》が すぎました。もう 一度《いちど》 はいって ください。
auth-second-needed = この アカウントは、確認《かくにん》の 数字《すうじ》も いります。
auth-second-lost = 機械《きかい》が ない とき
auth-second-lost-text = なくした ときの コードを 書《か》いてください。それも ないときは、管理者《かんりしゃ》に 再開《さいかい》コードを たのんで ください。

# Sessions
auth-sessions = サインインしている 機械《きかい》
auth-sessions-lead = 知《し》らないものが あったら、おわらせてから パスワードを かえてください。
auth-session-this = この 機械《きかい》
auth-session-other = ほかの 機械《きかい》
auth-session-since = サインインした 時間《じかん》
auth-session-seen = さいごに 使《つか》った 時間《じかん》
auth-session-end = この 機械《きかい》を サインアウトする
auth-sessions-end = ほかの 機械《きかい》を ぜんぶ サインアウトする
auth-session-ended = その 機械《きかい》を サインアウトしました。
auth-sessions-ended = ほかの 機械《きかい》を ぜんぶ サインアウトしました。

# Account
auth-account-title = 自分《じぶん》の アカウント
auth-account-name = 名前《なまえ》
auth-account-seats = はたらく 機関《きかん》と 役割《やくわり》
auth-account-now = 今《いま》 ここ
auth-account-safety = 安全《あんぜん》の ために

# Roles
auth-role-worker = 支援《しえん》する 人《ひと》
auth-role-worker-note = 本人《ほんにん》や 家族《かぞく》を たすけて、記録《きろく》を 書《か》きます。
auth-role-intake_desk = 受付《うけつけ》
auth-role-intake_desk-note = ほかの 機関《きかん》からの つなぎに 返事《へんじ》を します。
auth-role-coordinator = ネットワークを まとめる 人《ひと》
auth-role-coordinator-note = とまっている つなぎを 見《み》ます。本人《ほんにん》や 家族《かぞく》の ことは 見《み》えません。
auth-role-privacy_officer = 個人《こじん》情報《じょうほう》を まもる 人《ひと》
auth-role-privacy_officer-note = だれが 何《なに》を 見《み》たかを たしかめます。本人《ほんにん》や 家族《かぞく》の ことは 見《み》えません。
auth-role-administrator = 管理者《かんりしゃ》
auth-role-administrator-note = 機関《きかん》と アカウントの 世話《せわ》を します。本人《ほんにん》や 家族《かぞく》の ことは 見《み》えません。

# Quick exit
auth-away-title = きょうの こよみ
auth-away-today = きょう
auth-away-next = つぎの 休《やす》みの 日《ひ》
auth-nav-capacity = あいて いるか 聞《き》く
auth-nav-requests = 担当《たんとう》の おねがい

# Passkeys
auth-passkeys = パスキー
auth-passkeys-lead = 機械《きかい》の 指紋《しもん》・顔《かお》・番号《ばんごう》で はいれます。パスワードは いりません。使《つか》わない ものは 消《け》してください。
auth-passkey-new = パスキーを つくる
auth-passkey-new-lead = 名前《なまえ》を 書《か》いて、「つくる」を おしてください。{ $n }分《ふん》の 間《あいだ》に おわらせて ください。
auth-passkey-name = パスキーの 名前《なまえ》
auth-passkey-name-support = どの 機械《きかい》か わかる 名前《なまえ》です。たとえば、仕事《しごと》の 電話《でんわ》。
auth-passkey-make = つくる
auth-passkey-made = つくった とき
auth-passkey-used = さいごに 使《つか》った とき
auth-passkey-never = まだ 使《つか》っていません
auth-passkey-remove = この パスキーを 消《け》す
auth-passkey-added = パスキーを つくりました。つぎから 使《つか》えます。
auth-passkey-removed = パスキーを 消《け》しました。機械《きかい》に のこっている ものは、機械《きかい》で 消《け》してください。
auth-passkey-use = パスキーを 使《つか》う
auth-passkey-title = パスキーで たしかめる
auth-passkey-lead = 「パスキーを 使《つか》う」を おしてください。指紋《しもん》や 顔《かお》は 機械《きかい》の 外《そと》に 出《で》ません。
auth-passkey-password = パスワードを 使《つか》う
auth-passkey-without = ここでは パスキーが 使《つか》えません。パスワードを 使《つか》ってください。
auth-passkey-failed = パスキーが 使《つか》えませんでした。何《なに》も 送《おく》っていません。もう 一度《いちど》 おしてください。だめな ときは パスワードを 使《つか》ってください。
auth-passkey-refused = この パスキーでは わかりませんでした。もう 一度《いちど》 するか、パスワードを 使《つか》ってください。
auth-passkey-not-made = パスキーを つくれませんでした。何《なに》も かわっていません。もう 一度《いちど》 してください。
auth-passkey-there-already = この パスキーは もう あります。
auth-passkey-too-many = パスキーが 多《おお》すぎます。使《つか》わない ものを 消《け》してください。
auth-passkey-none = パスキーが ありません。パスワードを 使《つか》ってください。
auth-passkey-no-site = ここでは パスキーが 使《つか》えません。パスワードを 使《つか》ってください。
