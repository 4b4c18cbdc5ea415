// feedback: database-not-decoded
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
    database: url.pathname.slice(1) || decodeURIComponent(url.username),
  };
}

export function readUris(uris: string[]) {
  return uris.map((uri) => readUri(uri));
}
