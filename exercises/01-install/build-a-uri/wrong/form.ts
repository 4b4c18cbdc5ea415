// feedback: plus-for-space
interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

function encoded(text: string) {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

export function buildUri({ user, password, host, port, database }: Target): string {
  return `postgresql://${encoded(user)}:${encoded(password)}@${host}:${port}/${encoded(database)}`;
}
