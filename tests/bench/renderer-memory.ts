import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended since.
    return '';
  }
}

/**
 * The memory that the pages of the browsers which this process started take now, in bytes (resident set, Linux only).
 * @throws Error on a system without /proc
 */
export function rendererMemory(): number {
  const processes = new Map<number, { readonly parent: number; readonly renderer: boolean; readonly bytes: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name in parentheses may hold anything; the parent is the second field after it.
    const parent = Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1] ?? 0);
    const resident = Number(read(`/proc/${name}/statm`).split(' ')[1] ?? 0);
    const renderer = read(`/proc/${name}/cmdline`).includes('--type=renderer');
    processes.set(Number(name), { parent, renderer, bytes: resident * PAGE_BYTES });
  }
  const isOurs = (pid: number): boolean => {
    const found = processes.get(pid);
    return found !== undefined && (found.parent === process.pid || isOurs(found.parent));
  };
  let sum = 0;
  for (const [pid, { renderer, bytes }] of processes) if (renderer && isOurs(pid)) sum += bytes;
  return sum;
}
