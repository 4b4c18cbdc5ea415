/** Each command is loaded when it is asked for. It gets the project's folder and its arguments, and gives the exit status. */
const COMMANDS: Readonly<Record<string, () => Promise<(root: string, args: readonly string[]) => Promise<number>>>> = {
  verify: async () => (await import('./verify/verify-command')).verify,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    console.error(`There is no command "${name}". Commands are ${Object.keys(COMMANDS).join(', ')}.`);
    return 2;
  }
  const command = await load();
  // npm runs scripts in the project's folder.
  return command(process.cwd(), args);
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

export {};
