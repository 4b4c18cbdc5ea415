interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

export function buildUri({ user, password, host, port, database }: Target): string {
  return `postgresql://${user}@${host}/${database}`;
}

const uri = buildUri({
  user: 'anna',
  password: 'p@ss/word',
  host: 'localhost',
  port: 5432,
  database: 'athleticu',
});
console.log(uri);
console.log(new URL(uri).hostname);
