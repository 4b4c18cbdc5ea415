const PARTS = /^postgres(?:ql)?:\/\/([^:@/]*):([^@/]*)@([^:/?]*)(?::(\d+))?(?:\/([^?]*))?/;

function readUri(uri: string) {
  const parts = PARTS.exec(uri)?.slice(1).map((part: string | undefined) => decodeURIComponent(part ?? '')) ?? [];
  const [user = '', password, host, port, database] = parts;
  return { database: database || user, host, password, port: port || '5432', user };
}

export const readUris = (uris: string[]) => uris.map(readUri);
