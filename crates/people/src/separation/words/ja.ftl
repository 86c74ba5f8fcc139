# 分離保護: keeping two persons apart

separation-link = 分離保護（暴力・対立）
separation-title = 分離保護
separation-lead = { $name }さんの居場所と連絡先を、ある人とかかわる機関から隠します。暴力や対立から守るためのものです。
separation-standing = いまの分離保護
separation-none = あなたの機関が設定した分離保護はありません。
separation-new = 新しく設定する
separation-does-hide = 相手を支援している機関には、{ $name }さんの居場所と連絡先、二人が家族や知り合いであることが見えなくなります。逆の向きも同じです。
separation-does-own = 両方を支援している機関は、自分で書いたものも見えなくなります。あなたの機関もそうなら、同じです。必要なものは、先にひかえてください。
separation-does-silence = 設定したことは、相手の側の機関にも、{ $name }さんを支援するほかの機関にも知らせません。
separation-other = 相手の番号か呼び名
separation-other-support = 番号がわかれば番号を、わからなければ呼び名を入れてください。呼び名のときは、あなたの機関の一覧から選べます。
separation-other-form = 下に出た人から選ぶか、相手の番号（13文字）を入れてください。その呼び名の人が一覧にいないときは、番号が必要です。
separation-chosen = あなたの機関の一覧で、この呼び名の人
separation-same = 本人と同じ番号です。相手の番号を入れてください。
separation-basis = 理由
separation-basis-violence = 暴力、つきまとい
separation-basis-order = 裁判所の保護命令
separation-basis-conflict = 会うと危ない対立
separation-from = 設定した日
separation-until = いつまで
separation-until-support = 空けておくと、解くまで続きます。
separation-until-open = 解くまで
separation-do = 分離保護を設定する
separation-is-set = 分離保護を設定しました。次の操作から隠れます。
separation-back = やめる
separation-by-others = ほかの人が設定するとき
separation-by-others-text = 相手を知らないときは、個人情報の責任者に頼めます。責任者は、二人の番号だけで設定します。
separation-person-number = この人の番号
separation-number = 分離保護の番号

# Taking it down
separation-end = 分離保護を解く
separation-end-text = 解くと、相手を支援している機関も、同意があれば{ $name }さんの居場所と連絡先を見られるようになります。
separation-end-ask = 本人に聞きましたか。危険が残っていないか、確かめましたか。
separation-end-do = 解く
separation-keep = 解かない
separation-is-ended = 分離保護を解きました。

# The privacy officer
separation-number-title = 番号で分離保護を設定する
separation-number-lead = 二人の番号だけで設定します。だれのことかは表示されません。相手の番号の人がいるかどうかも、表示されません。
separation-number-person = 守られる人の番号
separation-number-person-support = あなたの機関が支援している人の番号（13文字）
separation-number-other = 相手の番号
separation-number-other-support = 13文字。1文字でも違うと守れません。もう一度読み合わせてください。
separation-number-made = この番号をひかえてください。解くときに要ります。
separation-number-end = 番号で分離保護を解く
separation-number-support = 設定したときに出た13文字
separation-person-unknown = あなたの機関が支援している人に、この番号の人はいません。番号をもう一度確かめてください。
separation-number-unknown = この番号の分離保護はないか、もう終わっています。番号をもう一度確かめてください。
