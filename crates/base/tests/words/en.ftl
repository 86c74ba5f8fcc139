demo-hello = Hello
