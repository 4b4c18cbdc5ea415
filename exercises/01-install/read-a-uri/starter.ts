interface Target {
  user: string;
  password: string;
  host: string;
  port: number;
  database: string;
}

function readUri(uri: string): Target {
  const url = new URL(uri);
  return { user: url.username, password: '', host: '', port: 0, database: '' };
}

export function readUris(uris: string[]) {
  return uris.map((uri) => readUri(uri));
}

console.log(
  readUris([
    'postgresql://myusername:mypassword@localhost:5432/mydatabase',
    'postgresql://anna:p%40ss@db.example.org/club%20results',
  ]),
);
