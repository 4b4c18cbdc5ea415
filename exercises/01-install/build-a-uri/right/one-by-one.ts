interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

export function buildUri({ user, password, host, port, database }: Target): string {
  const [u, p, d] = [user, password, database].map(encodeURIComponent);
  return 'postgresql://' + u + ':' + p + '@' + host + ':' + port + '/' + d;
}
