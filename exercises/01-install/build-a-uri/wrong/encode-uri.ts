// feedback: encode-uri
interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

export function buildUri({ user, password, host, port, database }: Target): string {
  return encodeURI(`postgresql://${user}:${password}@${host}:${port}/${database}`);
}
