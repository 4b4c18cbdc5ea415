// feedback: slash
interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

function readUri(uri: string): Target {
  const url = new URL(uri);
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    host: url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname),
  };
}

export function readUris(uris: string[]) {
  return uris.map((uri) => readUri(uri));
}
