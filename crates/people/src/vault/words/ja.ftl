# What the command line says
vault-key-made = 記載を封じる鍵をつくりました: { $file }（データとは別の場所に控えてください。なくすと、人についての記載はだれにも読めなくなります）
vault-key-missing = このデータは鍵 { $needed } で封じられています。{ $file } にありません。データは変わっていません。鍵のファイルを元の場所に戻すか、--seal-key-file で場所を指定してください。
vault-key-other = このデータは鍵 { $needed } で封じられていますが、渡されたのは鍵 { $have } です。データは変わっていません。合う鍵を渡してください。
vault-key-needed = 鍵を替えるには、今の鍵 { $needed } が要ります。データは変わっていません。
vault-nothing-sealed = まだ封じたものがありません。鍵は `tsunagi serve` の最初の開始でつくられます。
vault-sealing = 封じた記載: { $n }件
vault-rotated = 鍵を { $key } に替えました（{ $n }人分）。古い鍵では、もう開けません。
vault-old-kept = 古い鍵は { $file } にあります。それより前のバックアップを戻すときにだけ要ります。要らなくなったら消してください。
