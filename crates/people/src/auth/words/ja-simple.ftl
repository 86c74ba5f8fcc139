# Plain Japanese
auth-sign-in = はいる（サインイン）
auth-login = 利用者《りようしゃ》ID
auth-password = パスワード
auth-sign-in-wrong = 利用者《りようしゃ》IDか パスワードが ちがいます。もう 一度《いちど》 書《か》いてください。
auth-signed-out = サインアウトしました。
auth-back = もどる
auth-away-title = きょうの こよみ
auth-away-today = きょう
auth-away-next = つぎの 休《やす》みの 日《ひ》
