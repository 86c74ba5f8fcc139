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
