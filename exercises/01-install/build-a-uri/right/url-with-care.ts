interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

export function buildUri({ user, password, host, port, database }: Target): string {
  const url = new URL('postgresql://localhost');
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  url.host = `${host}:${String(port)}`;
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}
