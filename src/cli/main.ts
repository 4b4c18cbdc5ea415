
/** Each command is loaded when it is asked for. It gets the project's folder and its arguments, and gives the exit status. */
const COMMANDS: Readonly<Record<string, () => Promise<(root: string, args: readonly string[]) => Promise<number>>>> = {
  verify: async () => (await import('./verify/verify-command')).verify,
};

const root = process.cwd();
const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;

async function main(): Promise<number> {
  if (!load) {
    console.error(`There is no command "${name}". Commands are ${Object.keys(COMMANDS).join(', ')}.`);
    return 2;
  }
  return (await load())(root, args);
}

void main().then((status) => {
  process.exitCode = status;
});
