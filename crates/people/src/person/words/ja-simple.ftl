# Plain Japanese: what a person may read beside the worker
person-name = 名前《なまえ》
person-alias = ほんとうの 名前《なまえ》では ありません
person-kana = よみかた
person-birth-year = 生《う》まれた 年《とし》
person-kind-contact = 連絡《れんらく》の しかた
person-kind-dependence = こまっている もの
person-kind-legal = 裁判《さいばん》や 保護《ほご》観察《かんさつ》の こと
person-kind-stay = 今《いま》 いる ところ
person-message-yes = 伝言《でんごん》を のこしても いいです
person-message-no = 伝言《でんごん》を のこさないで ください
person-yes = はい
person-no = いいえ
