interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

function readUri(uri: string): Target {
  const url = new URL(uri);
  const user = decodeURIComponent(url.username);
  return {
    user,
    password: decodeURIComponent(url.password),
    host: url.hostname,
    port: url.port === '' ? 5432 : Number(url.port),
    database: decodeURIComponent(url.pathname.slice(1)) || user,
  };
}

export function readUris(uris: string[]) {
  return uris.map((uri) => readUri(uri));
}
