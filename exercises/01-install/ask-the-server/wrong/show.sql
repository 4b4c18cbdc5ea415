-- feedback: show-version
SHOW server_version;
