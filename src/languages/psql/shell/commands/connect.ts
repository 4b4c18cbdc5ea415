import { reportText } from '../report-text';
import type { Command } from '../command';

/** How psql names the server in messages. */
const WHERE = 'connection to server on socket "/tmp/.s.PGSQL.5432" failed: ';

/** \c: `-` and what is left out stay as they are. */
export const connectCommand: Command = async ({ shell, args, psql }) => {
  const given = [0, 1, 2, 3].map(() => args.next('identifier-as-it-is', true));
  const [database, user, host, port] = given.map((word) => (word === '-' || word === '' ? null : (word ?? null)));
  if (host !== null || port !== null || /^postgres(?:ql)?:\/\/|=/.test(database ?? '')) {
    shell.log('There is one server here: give \\c a database, a user, or both.');
    shell.log('Previous connection kept');
    return 'error';
  }
  if (!shell.session && (database === null || user === null)) {
    shell.log('No database connection exists to re-use parameters from');
    return 'error';
  }
  const target = {
    database: database ?? shell.session?.database ?? '',
    user: user ?? shell.session?.user ?? '',
  };
  const refused = await psql.connect(target);
  if (refused) {
    const why = WHERE + reportText(refused, null, shell.options);
    if (shell.isInteractive) {
      shell.log(why);
      shell.log('Previous connection kept');
    } else {
      // A script is not to go on with somebody else's session.
      shell.log(`\\connect: ${why}`);
      psql.disconnect();
    }
    return 'error';
  }
  if (!shell.options.quiet) {
    shell.write(`You are now connected to database "${target.database}" as user "${target.user}".\n`);
  }
  return 'done';
};
