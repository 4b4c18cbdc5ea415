// feedback: url-setter
interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

export function buildUri({ user, password, host, port, database }: Target): string {
  const url = new URL('postgresql://localhost');
  url.username = user;
  url.password = password;
  url.hostname = host;
  url.port = String(port);
  url.pathname = database;
  return url.href;
}
