import { reportText } from '../report-text';
import type { Command } from '../command';

/** \conninfo */
export const connectionInfoCommand: Command = ({ shell, psql }) => {
  const { session } = shell;
  if (!session) {
    shell.write('You are currently not connected to a database.\n');
    return 'done';
  }
  psql.printPairs(
    'Connection Information',
    ['Parameter', 'Value'],
    [
      ['Database', session.database],
      ['Client User', session.user],
      ['Socket Directory', '/tmp'],
      ['Server Port', '5432'],
      ['Options', ''],
      ['Protocol Version', '3.0'],
      ['Password Used', 'false'],
      ['GSSAPI Authenticated', 'false'],
      ['Backend PID', '1'],
      ['SSL Connection', 'false'],
      ['Superuser', shell.serverSettings['is_superuser'] ?? 'unknown'],
      ['Hot Standby', shell.serverSettings['in_hot_standby'] ?? 'unknown'],
    ],
  );
  return 'done';
};

/** \encoding */
export const encodingCommand: Command = async ({ shell, args }) => {
  const encoding = args.next();
  if (encoding === null) {
    shell.write(`${shell.serverSettings['client_encoding'] ?? 'UTF8'}\n`);
    return 'done';
  }
  const { replies } = await shell.ask({
    kind: 'query',
    sql: `SET client_encoding TO '${encoding.replaceAll("'", "''")}'`,
  });
  if (replies.some(({ kind }) => kind === 'error')) {
    shell.log(`${encoding}: invalid encoding name or conversion procedure not found`);
    return 'error';
  }
  shell.variables.set('ENCODING', shell.serverSettings['client_encoding'] ?? encoding);
  return 'done';
};

/** \password */
export const passwordCommand: Command = async ({ shell, args }) => {
  const user =
    args.next('identifier', true) ?? shell.serverSettings['session_authorization'] ?? shell.session?.user ?? '';
  const first = await shell.io.readLine(`Enter new password for user "${user}": `, true);
  const second = await shell.io.readLine('Enter it again: ', true);
  if (first !== second) {
    shell.log("Passwords didn't match.");
    return 'error';
  }
  const quote = (text: string, sign: string): string => sign + text.replaceAll(sign, sign + sign) + sign;
  const sql = `ALTER USER ${quote(user, '"')} PASSWORD ${quote(first ?? '', "'")}`;
  const { replies } = await shell.ask({ kind: 'query', sql });
  for (const reply of replies) {
    if (reply.kind !== 'error') continue;
    shell.report({ ...reply.report, position: null }, null);
    return 'error';
  }
  return 'done';
};

/** \errverbose */
export const verboseErrorCommand: Command = ({ shell }) => {
  const { lastError } = shell;
  if (lastError) {
    shell.log(reportText(lastError.report, lastError.statement, { verbosity: 'verbose', showContext: 'always' }));
  } else shell.write('There is no previous error.\n');
  return 'done';
};

/** \q */
export const quitCommand: Command = () => 'quit';

/** \restrict */
export const restrictCommand: Command = ({ shell, args, name }) => {
  const key = args.next();
  if (key === null) {
    shell.log(`\\${name}: missing required argument`);
    return 'error';
  }
  shell.restrictedBy = key;
  return 'done';
};

/** \unrestrict */
export const unrestrictCommand: Command = ({ shell, args, name }) => {
  const key = args.next();
  if (key === null) shell.log(`\\${name}: missing required argument`);
  else if (shell.restrictedBy === null) shell.log(`\\${name}: not currently in restricted mode`);
  else if (key !== shell.restrictedBy) shell.log(`\\${name}: wrong key`);
  else {
    shell.restrictedBy = null;
    return 'done';
  }
  return 'error';
};
