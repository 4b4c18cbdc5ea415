import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RealPsql } from '../../lib/find-psql';

/** Where psql is to connect to, as libpq's environment variables say it. */
export interface PsqlTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

const KEYS: Readonly<Record<string, string>> = { '^C': '\x03', '^D': '\x04' };
/** The prompts at which psql waits by default, for lines and for passwords. */
const PROMPT =
  /(?:^|\n)(?:[a-z_]+[=^!@\-'"$*(][*!?]?[#>] |>> |(?:Password for user|Enter new password for user) .*: |Enter it again: )$/;
/**
 * How long nothing is to be shown before a psql that reads is taken to wait, in milliseconds: on a busy machine it takes
 * its time until it has even seen what was typed.
 */
const QUIET_MS = 250;
/** How often in a row it has to be seen reading: this process itself may have been busy in between. */
const SEEN_READING = 8;
/** The same where nothing tells what psql does, and for one that is to be interrupted. */
const LONG_QUIET_MS = 600;
const PATIENCE_MS = 30_000;
/** The system call that reads, by number, on the machines that tests run on, and what it reads from. */
const READS = /^(?:0|63) 0x([0-9a-f]+) /;
const TERMINAL = /^\/dev\/(?:tty|pts\/)/;

function sleeps(process: string): boolean {
  return readFileSync(`${process}/stat`, 'utf8').includes(') S ');
}

/**
 * Whether the process waits for a line, and the one between it and us has nothing left to pass on; `null` when the system
 * does not tell.
 */
function reads(pidFile: string, between: number | undefined): boolean | null {
  try {
    const process = `/proc/${readFileSync(pidFile, 'utf8').trim()}`;
    const file = READS.exec(readFileSync(`${process}/syscall`, 'utf8'))?.[1];
    // One that has something to read and does not get its turn does not sleep.
    if (file === undefined || !sleeps(process) || !sleeps(`/proc/${String(between)}`)) return false;
    return TERMINAL.test(readlinkSync(`${process}/fd/${String(Number.parseInt(file, 16))}`));
  } catch {
    return null;
  }
}

/**
 * Types lines into the real psql on a pseudo terminal of 80 columns, each when psql waits for it.
 * @returns what was shown: up to the first line, and then for each line from the line itself to where psql waits again;
 *   fewer when psql ended
 */
export async function typeIntoRealPsql(
  { psql, script }: RealPsql,
  { host, port, user, database }: PsqlTarget,
  files: ReadonlyMap<string, string>,
  lines: readonly string[],
): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-psql-'));
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
  const pidFile = path.join(folder, '.pid');
  // No line is longer than the screen, so that no pager starts.
  const command = `stty cols 80 rows 5000; echo $$ > .pid; exec ${psql} -n -X -d ${database}`;
  const child = spawn(script, ['-qec', command, '/dev/null'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      LC_ALL: 'C.UTF-8',
      TERM: 'dumb',
      HOME: folder,
      SHELL: '/bin/sh',
      TZ: 'UTC',
      PAGER: 'cat',
      // An editor that leaves everything as it is.
      PSQL_EDITOR: 'true',
      PGHOST: host,
      PGPORT: String(port),
      PGUSER: user,
      PGAPPNAME: 'psql',
      PGSSLMODE: 'disable',
      PGGSSENCMODE: 'disable',
    },
  });
  const segments: string[] = [];
  let shown = '';
  let last = performance.now();
  let seenReading = 0;
  const state = { hasEnded: false };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text.replaceAll('\r\n', '\n');
    last = performance.now();
    seenReading = 0;
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      state.hasEnded = true;
      resolve();
    });
  });
  const waits = (next: string | undefined): boolean => {
    const hasPrompt = PROMPT.test(shown);
    if (hasPrompt && next !== '^C') return true;
    const quiet = performance.now() - last;
    if (next === '^C' && quiet > LONG_QUIET_MS) return true;
    const isReading = reads(pidFile, child.pid);
    // Between its prompt and reading, psql heeds no Ctrl-C.
    if (hasPrompt && isReading === true) return true;
    if (isReading === null) return quiet > LONG_QUIET_MS;
    seenReading = isReading && shown !== '' ? seenReading + 1 : 0;
    return seenReading > SEEN_READING && quiet > QUIET_MS;
  };
  try {
    for (let i = 0; ; i++) {
      const next = lines[i];
      const began = performance.now();
      while (!state.hasEnded && !waits(next)) {
        if (performance.now() - began > PATIENCE_MS) {
          throw new Error(`psql does not come back after "${lines[i - 1] ?? ''}"; it showed:\n${shown}`);
        }
        await Promise.race([setTimeout(2), ended]);
      }
      segments.push(shown);
      shown = '';
      if (state.hasEnded || next === undefined) return segments;
      last = performance.now();
      child.stdin.write(KEYS[next] ?? `${next}\n`);
    }
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
