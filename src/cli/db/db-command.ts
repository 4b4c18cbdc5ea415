import { parseArgs } from 'node:util';
import type { Dataset } from '../../core/database';
import { EmbeddedServer, PortTakenError } from '../../engine/socket/embedded-server';
import { snapshotFile } from '../../engine/snapshot/ensure-snapshot';
import { readSnapshot } from '../../engine/snapshot/read-snapshot';
import { readCourse } from '../../plugin/read-course';
import { CommandError } from '../command-error';
import { findDataset } from '../find-dataset';
import { REPOSITORY_ROOT } from '../repository-root';

const DEFAULTS = { dataset: 'club', port: 5433 } as const;
const LAST_PORT = 65_535;

const USAGE = `npm run db [-- DATASET] [--port PORT]

Serves the course's database to psql, or another client, on this machine. It is
the PostgreSQL that the lessons run, filled with a data set: ${DEFAULTS.dataset}, unless you
name another file of exercises/datasets/. What you change is gone when it ends:
stop it with Ctrl+C.

  --port PORT  the port to listen on; ${DEFAULTS.port}, unless you say otherwise

It serves one client at a time.`;

function portOption(value: string | undefined): number {
  if (value === undefined) return DEFAULTS.port;
  const port = /^\d+$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > LAST_PORT) {
    throw new CommandError(`"${value}" is no port. A port is a number from 1 to ${LAST_PORT}.`);
  }
  return port;
}

async function start(dataset: Dataset, port: number): Promise<EmbeddedServer> {
  try {
    return await EmbeddedServer.start(dataset, port, () => readSnapshot(snapshotFile(REPOSITORY_ROOT)));
  } catch (error) {
    if (!(error instanceof PortTakenError)) throw error;
    throw new CommandError(
      `The port ${port} is taken by another program, perhaps by a PostgreSQL of your own. Choose another: npm run db -- --port ${port + 1}`,
    );
  }
}

/** The db command; see {@link USAGE}. It goes on until a signal ends the process. @returns the exit status */
export async function db(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [id = DEFAULTS.dataset, ...more] = positionals;
  if (more.length > 0) throw new CommandError('Name one data set.');
  const port = portOption(values.port);
  const dataset = findDataset(readCourse(root).datasets, id);
  const server = await start(dataset, port);
  console.log(`The data set "${dataset.id}" is served. In another terminal:

  psql "${server.url}"

Any other client takes the same address: user postgres, database athleticu,
no password, no encryption. Stop the server with Ctrl+C.`);
  // No signal is listened to: one must end the process even while a query runs, during which nothing is heard.
  return new Promise(() => undefined);
}
