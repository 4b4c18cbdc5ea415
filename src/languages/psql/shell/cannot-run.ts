import type { ShellState } from './shell-state';

/** Says that a program cannot be run: this psql has no operating system around it. */
export function cannotRun(shell: ShellState, program: string): 'error' {
  shell.log(`${program}: there are no programs around this psql`);
  return 'error';
}
