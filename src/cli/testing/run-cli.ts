import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { REPOSITORY_ROOT } from '../repository-root';
import type { TestProject } from './create-test-project';

/** A command that runs as it does for a learner, without a terminal. */
export interface CliProcess {
  /** Everything that it printed so far, on both streams. */
  output(): string;
  /** Resolves when this has been printed since the last such wait. */
  waitFor(text: string): Promise<void>;
  /** Types something. */
  type(text: string): void;
  /** Ends its input, after this text. */
  endInput(text?: string): void;
  signal(name: NodeJS.Signals): void;
  /** Its exit status; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

const TSX = createRequire(path.join(REPOSITORY_ROOT, 'package.json')).resolve('tsx/cli');

/** Starts `npm run NAME -- ARGS …` on a project, without npm. @param env further variables of its environment */
export function startCli(
  { root }: TestProject,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CliProcess {
  return watch(root, [process.execPath, ...cliArguments(args)], env);
}

/**
 * Starts it on a terminal of its own, with the program `script`.
 * @param env further variables of its environment
 */
export function startCliOnTerminal(
  { root }: TestProject,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CliProcess {
  const command = [process.execPath, ...cliArguments(args)].map((word) => `'${word}'`).join(' ');
  return watch(root, ['script', '--quiet', '--return', '--flush', '--command', command, '/dev/null'], env);
}

function cliArguments(args: readonly string[]): string[] {
  return [TSX, path.join('src', 'cli', 'main.ts'), ...args];
}

function watch(
  root: string,
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): CliProcess {
  const child = spawn(program, args, {
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, LAYER_BY_LAYER_PROJECT: root, INIT_CWD: root, ...env },
  });
  let output = '';
  let seen = 0;
  let exited = false;
  let listener: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (status) => {
      exited = true;
      listener();
      resolve(status);
    });
  });
  return {
    output: () => output,
    waitFor: (text) =>
      new Promise((resolve, reject) => {
        listener = () => {
          const at = output.indexOf(text, seen);
          if (at >= 0) {
            seen = at + text.length;
            resolve();
          } else if (exited) reject(new Error(`The command ended without printing "${text}":\n${output}`));
        };
        listener();
      }),
    type: (text) => {
      child.stdin.write(text);
    },
    endInput: (text = '') => {
      child.stdin.end(text);
    },
    signal: (name) => {
      child.kill(name);
    },
    ended,
  };
}

/** Runs a command to its end, with `input` as all of its input. */
export async function runCli(
  project: TestProject,
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | null; readonly output: string }> {
  const cli = startCli(project, args, env);
  cli.endInput(input);
  const status = await cli.ended;
  return { status, output: cli.output() };
}
