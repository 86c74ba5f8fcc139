# Navigation
auth-nav-home = 今日すること
auth-nav-second = 二段階の確認を設定する
auth-nav-persons = 本人・家族
auth-nav-referrals = つなぎ
auth-nav-directory = 相談先をさがす
auth-nav-notices = お知らせ
auth-nav-agencies = 機関
auth-nav-audit = 記録の確認
auth-nav-by-number = 番号で同意を取り消す
auth-nav-separations = 番号で分離保護
auth-nav-lawful = 法律による共有の確認
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
auth-second-title = 二段階の確認
auth-second-lead = パスワードのほかに、手元の機器に出る6桁の数字でも本人であることを確かめます。パスワードが知られても、ほかの人は入れません。
auth-second-resting = 設定するまで、次の役割は使えません。ほかの仕事は続けられます。
auth-second-how-app = スマートフォンかパソコンに、認証アプリ（6桁の数字を作るもの）を用意します。機関で決めたものがあれば、それを使います。
auth-second-how-read = 次の画面のQRコードを読み取り、アプリに出た6桁の数字を入れます。
auth-second-how-codes = 機器をなくしたときのための予備コードが出ます。紙に写すので、用意しておいてください。
auth-second-begin = 設定を始める
auth-second-proposed = QRコードを作りました。まだ設定は終わっていません。
auth-second-read = QRコードを認証アプリで読み取る
auth-second-read-text = ほかの人に見られない所で読み取ってください。カメラがないときは、下の文字をアプリに入れます。
auth-second-secret = 文字で入れるとき：
auth-second-first-title = アプリに出た数字を確かめる
auth-second-first = アプリに出た6桁の数字
auth-second-first-support = 30秒ごとに変わります。今出ている数字を入れてください。
auth-second-first-wrong = 数字が違います。機器の時計が合っているかを確かめて、今出ている数字を入れてください。
auth-second-confirm = 設定を終える
auth-second-not-now = あとにする
auth-second-not-begun = 先に「設定を始める」を押してください。
auth-second-is-on = すでに設定されています。機器を替えるときは、いちど解除してください。
auth-second-is-off = まだ設定されていません。
auth-second-is-on-now = 二段階の確認を使っています。
auth-second-since = 設定した時刻
auth-second-left = 残っている予備コード
auth-second-left-n = { $n }個
auth-second-new-codes = 予備コードを作り直す
auth-second-end = 二段階の確認をやめる
auth-second-ended = 二段階の確認をやめました。
auth-second-ended-with-start = パスワードを変えました。二段階の確認も解除されたので、サインインしたあとで設定し直してください。
auth-second-codes-title = 予備コード
auth-second-codes-lead = 機器をなくしたとき、6桁の数字の代わりに使えるコードが{ $n }個あります。1個は1回だけ使えます。
auth-second-codes-once = このコードは今だけ見られます。前の予備コードは使えなくなりました。
auth-second-codes-keep = 紙に写し、かぎのかかる所に置いてください。メールや写真では残さないでください。
auth-second-codes-kept = 写し終えた
auth-second-step = 確認の数字
auth-second-step-lead = 認証アプリに出ている6桁の数字を入れてください。10分以内に入れないと、最初からになります。
auth-second-code = 6桁の数字か予備コード
auth-second-code-support = 一度使った数字は使えません。次の数字に変わるのを待ってください。
auth-second-wrong = 数字かコードが違うか、すでに使われています。次に出る数字を入れてください。
auth-second-late = 時間が過ぎました。もう一度サインインしてください。
auth-second-needed = このアカウントには、確認の数字も必要です。
auth-second-lost = 機器が手元にないとき
auth-second-lost-text = 予備コードを入れてください。それもないときは、所属する機関の管理者に再開コードを頼んでください。

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

# Passkeys
auth-passkeys = パスキー
auth-passkeys-lead = パスワードの代わりに、端末の指紋・顔・暗証番号でサインインできます。使わなくなった端末のものは、ここで消してください。
auth-passkey-new = パスキーを登録する
auth-passkey-new-lead = 名前を付けて「登録する」を押すと、端末が本人かどうかを確かめます。{ $n }分以内に終えてください。
auth-passkey-name = このパスキーの名前
auth-passkey-name-support = どの端末のものか分かる名前。例：仕事の電話、窓口のパソコン
auth-passkey-make = 登録する
auth-passkey-made = 登録した時刻
auth-passkey-used = 最後に使った時刻
auth-passkey-never = まだ使っていません
auth-passkey-remove = このパスキーを消す
auth-passkey-added = パスキーを登録しました。次から、パスキーでサインインできます。
auth-passkey-removed = パスキーを消しました。端末に残っているものは、端末の設定で消してください。
auth-passkey-use = パスキーを使う
auth-passkey-title = パスキーで確かめる
auth-passkey-lead = 「パスキーを使う」を押すと、端末が指紋・顔・暗証番号を求めます。それらは端末の外に出ません。
auth-passkey-password = パスワードを使う
auth-passkey-without = この画面では、パスキーを使えません。JavaScriptが止められているか、ブラウザが対応していません。パスワードを使ってください。
auth-passkey-failed = パスキーを使えませんでした。何も送っていません。もう一度押すか、パスワードを使ってください。
auth-passkey-refused = このパスキーでは確かめられませんでした。もう一度試すか、パスワードを使ってください。
auth-passkey-not-made = パスキーを登録できませんでした。何も変わっていません。もう一度試してください。
auth-passkey-there-already = このパスキーは、もう登録されています。
auth-passkey-too-many = パスキーが多すぎます。使っていないものを消してから、登録してください。
auth-passkey-none = 登録したパスキーがありません。パスワードを使ってください。
auth-passkey-no-site = このアドレスではパスキーを使えません。パスワードを使ってください。
