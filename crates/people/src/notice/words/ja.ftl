# The page
notice-title = お知らせ
notice-lead = 変わったことがあったときに届きます。だれのことかは、開いた先で確かめてください。
notice-none = お知らせはありません
notice-none-text = つなぎの返事や質問があると、ここに届きます。
notice-new = 未読
notice-read-all = すべて既読にする
notice-all-read = 既読にしました。
notice-something = 新しいことがあります

# Mail: says only that there is something
notice-mail-subject = つなぎ：新しいお知らせがあります
notice-mail-body = 新しいお知らせがあります。内容はこのメールには書いていません。サインインして確かめてください。 { $address }

# Referrals
notice-referral-sent = つなぎが届きました
notice-referral-accepted = つなぎが受け入れられました
notice-referral-waiting = つなぎに「順番待ち」の返事がありました
notice-referral-declined = つなぎに「受けられない」と返事がありました
notice-referral-asked = つなぎについて質問が届きました
notice-referral-answered = つなぎの質問に返事がありました
notice-referral-arrived = 到着が記録されました
notice-referral-no-show = 約束の日に会えなかったと記録されました
notice-referral-connected = つながったことが確かめられました
notice-referral-follow-up = その後の様子が記録されました
notice-referral-withdrawn = つなぎが取り下げられました
notice-referral-ended = つなぎが終わりました
notice-referral-undone = 直前の操作が取り消されました
notice-referral-second-look = もう一度検討してほしいと連絡がありました
notice-referral-redirected = つなぎが別の機関へ向けられました
notice-referral-lost-touch = 連絡がとれなくなったと記録されました
notice-referral-re-engaged = ふたたび連絡がとれたと記録されました
notice-referral-capacity-asked = 空きについて質問が届きました
notice-referral-capacity-answered = 空きの質問に返事がありました
notice-referral-requested = 受け入れたいという申し出が届きました
