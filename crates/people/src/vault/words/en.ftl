# What the command line says
vault-key-made = A key that seals what is written about persons was made: { $file } (keep a copy away from the data; without it nobody can read any of it)
vault-key-missing = This data is sealed with key { $needed }, which is not in { $file }. The data is as it was. Put the key's file back, or name it with --seal-key-file.
vault-key-other = This data is sealed with key { $needed }, and key { $have } was given. The data is as it was. Give the key that fits.
vault-key-needed = To change the key, the present key { $needed } is needed. The data is as it was.
vault-nothing-sealed = Nothing is sealed yet. The key is made when `tsunagi serve` starts for the first time.
vault-sealing = Texts sealed: { $n }
vault-rotated = The key is now { $key } ({ $n } persons). The old one opens nothing any more.
vault-old-kept = The old key is in { $file }. It is needed only to restore a backup made before; delete it when no such backup is left.
