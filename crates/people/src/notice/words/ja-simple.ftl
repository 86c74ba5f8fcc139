# Plain Japanese
notice-title = お知《し》らせ
notice-lead = かわったことが あると、ここに とどきます。だれの ことかは、開《ひら》いて たしかめてください。
notice-none = お知《し》らせは ありません
notice-none-text = つなぎの 返事《へんじ》や 質問《しつもん》が あると、ここに とどきます。
notice-new = まだ 読《よ》んでいない
notice-read-all = ぜんぶ 読《よ》んだことに する
notice-all-read = ぜんぶ 読《よ》んだことに しました。
notice-something = 新《あたら》しい ことが あります

# Mail: says only that there is something
notice-mail-subject = つなぎ：新《あたら》しい お知《し》らせが あります
notice-mail-body = 新《あたら》しい お知《し》らせが あります。どんなことかは、この メールには 書《か》いていません。サインインして 見《み》てください。 { $address }
