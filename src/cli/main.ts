import { CommandError, commandErrorText } from './command-error';

type Command = (root: string, args: readonly string[]) => Promise<number>;

/** Each command is loaded when it is asked for. It gets the project's folder and its arguments, and gives the exit status. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check/check-command')).check,
  db: async () => (await import('./db/db-command')).db,
  learn: async () => (await import('./learn/learn-command')).learn,
  psql: async () => (await import('./psql/psql-command')).psql,
  reset: async () => (await import('./reset/reset-command')).reset,
  verify: async () => (await import('./verify/verify-command')).verify,
};

/** Worker threads do not keep the process alive, so that nothing would while it waits for one of them. */
const FOREVER_MS = 2 ** 31 - 1;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const alive = setInterval(() => undefined, FOREVER_MS);
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) {
      throw new CommandError(`There is no command "${name}". Commands are ${Object.keys(COMMANDS).join(', ')}.`);
    }
    const command = await load();
    // npm runs scripts in the project's folder. The variable lets another folder's course be used with this program.
    return await command(process.env['LAYER_BY_LAYER_PROJECT'] ?? process.cwd(), args);
  } catch (error) {
    console.error(commandErrorText(error, name));
    return 2;
  } finally {
    clearInterval(alive);
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as in `npm run check | head`.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
  // A check that is still under way need not come to its end; what was printed must.
  process.stdout.write('', () => {
    process.exit();
  });
});
