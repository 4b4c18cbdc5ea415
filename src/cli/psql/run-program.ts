import { spawnSync } from 'node:child_process';

/** Runs a program, or an interactive shell for the empty string, with this process's own terminal. */
export function runProgram(command: string, folder: string): void {
  const shell = process.env['SHELL'] ?? (process.platform === 'win32' ? 'cmd.exe' : '/bin/sh');
  const options = { cwd: folder, stdio: 'inherit' } as const;
  if (command.trim() === '') spawnSync(shell, options);
  else spawnSync(command, { ...options, shell });
}
