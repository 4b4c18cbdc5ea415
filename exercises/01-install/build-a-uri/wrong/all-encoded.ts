// feedback: all-encoded
interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

export function buildUri({ user, password, host, port, database }: Target): string {
  return encodeURIComponent(`postgresql://${user}:${password}@${host}:${port}/${database}`);
}
