# Navigation
auth-nav-home = 今日すること
auth-nav-persons = 本人・家族
auth-nav-referrals = つなぎ
auth-nav-directory = 相談先をさがす
auth-nav-notices = お知らせ
auth-nav-agencies = 機関
auth-nav-audit = 記録の確認
auth-nav-by-number = 番号で同意を取り消す
auth-nav-separations = 番号で分離保護
auth-nav-network = 待ちが長いところ

# Signing in and out
auth-sign-in = サインイン
auth-login = 利用者ID
auth-password = パスワード
auth-sign-in-wrong = 利用者IDかパスワードが違います。大文字・小文字と、全角・半角を確かめて、もう一度入力してください。
auth-sign-in-ended = しばらく操作がなかったため、サインアウトしました。もう一度サインインしてください。
auth-sign-in-kept = サインインの時間が切れました。入力した内容は残っています。サインインすると、続きから送れます。
auth-trouble = サインインできないとき
auth-trouble-text = パスワードを忘れたときは、所属する機関の管理者に連絡してください。管理者が伝える再開コードで、新しいパスワードを決められます。
auth-signed-out = サインアウトしました。
auth-back = 戻る

# What was being sent when the session ended
auth-kept-title = 入力した内容は残っています
auth-kept-lead = まだ送信されていません。下のボタンを押すと、先ほどの内容をそのまま送ります。
auth-kept-agency = 「{ $agency }」の職員として送ります。
auth-kept-send = 内容を送る
auth-kept-drop = 送らずにやめる

# Switching
auth-switch-title = 機関を切り替える
auth-switch-lead = 見える情報と書く記録は、選んだ機関のものになります。
auth-switch-which = どの機関の職員として操作しますか
auth-switch-do = 切り替える
auth-switched = 機関を切り替えました。

# Password
auth-password-title = パスワードを変える
auth-password-lead = 変えると、すべての端末でサインアウトします。新しいパスワードでもう一度サインインしてください。
auth-password-old = 今のパスワード
auth-password-new = 新しいパスワード
auth-password-again = 新しいパスワード（もう一度）
auth-password-rules = { $n }文字以上。利用者IDや、よくある言葉だけのものは使えません。長い文でもかまいません。貼り付けもできます。
auth-password-do = パスワードを変える
auth-password-changed = パスワードを変えました。新しいパスワードでサインインしてください。
auth-old-password-wrong = 今のパスワードが違います。
auth-password-not-same = 新しいパスワードと同じものを入力してください。

# A new start
auth-start-title = 再開コードで新しいパスワードを決める
auth-start-lead = 管理者から聞いた再開コードを使います。コードは一度だけ、24時間以内に使えます。
auth-start-code = 再開コード
auth-start-code-support = 英数字16文字。大文字・小文字、ハイフンの有無は問いません。
auth-start-do = 新しいパスワードに決める
auth-start-wrong = 利用者IDか再開コードが違うか、期限が切れています。書き間違いがないか確かめて、だめなときは管理者に新しいコードを頼んでください。

# Showing once more that it is them
auth-step-up-title = もう一度の本人確認
auth-step-up-lead = 大事な操作の前に、本人であることを確かめます。確かめてから{ $n }分間は、たずねません。
auth-step-up-kept = 入力した内容は残っています。まだ送信されていません。
auth-step-up-do = 確かめて続ける
auth-step-up-wrong = パスワードが違います。大文字・小文字と、全角・半角を確かめて、もう一度入力してください。

# Sessions
auth-sessions = サインインしている端末
auth-sessions-lead = 覚えのないものがあれば、終わらせてからパスワードを変えてください。
auth-session-this = この端末
auth-session-other = ほかの端末
auth-session-since = サインインした時刻
auth-session-seen = 最後に使った時刻
auth-session-end = この端末をサインアウトする
auth-sessions-end = この端末のほかをすべてサインアウトする
auth-session-ended = その端末をサインアウトしました。
auth-sessions-ended = ほかの端末をすべてサインアウトしました。

# Account
auth-account-title = 自分のアカウント
auth-account-name = 氏名
auth-account-seats = 所属する機関と役割
auth-account-now = 操作中
auth-account-safety = 安全のために

# Roles
auth-role-worker = 支援者
auth-role-worker-note = 本人・家族を支援し、記録を書きます。
auth-role-intake_desk = 受付窓口
auth-role-intake_desk-note = ほかの機関からのつなぎを受け取り、返事をします。
auth-role-coordinator = ネットワーク調整役
auth-role-coordinator-note = つなぎの滞りを見ます。本人・家族の情報は見られません。
auth-role-privacy_officer = 個人情報の責任者
auth-role-privacy_officer-note = だれが何を見たかを確かめます。本人・家族の情報は見られません。
auth-role-administrator = 管理者
auth-role-administrator-note = 機関の情報とアカウントを管理します。本人・家族の情報は見られません。

# Quick exit
auth-away-title = 今日のこよみ
auth-away-today = 今日
auth-away-next = 次の祝日
auth-nav-capacity = 空きの問い合わせ
auth-nav-requests = 担当のお願い
