demo-hello = こんにちは
