demo-hello = こんにちは。
