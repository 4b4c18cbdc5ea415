// A page with nothing but our worker for PostgreSQL: a click boots it from the snapshot and asks one query.
import type { Dataset } from '../../../src/core/database';
import type { PostgresSource } from '../../../src/worker/browser/postgres-source';
import { channelOf } from '../../../src/worker/channel';
import type { PostgresControl, PostgresOwner, PostgresService } from '../../../src/worker/postgres-service';
import { connect } from '../../../src/worker/rpc';

const EMPTY: Dataset = { id: 'empty', sql: '' };

async function ask(): Promise<void> {
  const source: PostgresSource = { url: new URL('/postgres/index.js', location.origin).href, bytes: 1 };
  const worker = new Worker('/postgres.worker.js', { name: JSON.stringify(source) });
  const channel = channelOf(worker);
  const control = connect<PostgresControl, PostgresOwner>(channel, {
    loading: () => undefined,
  });
  await control.boot();
  const { port1, port2 } = new MessageChannel();
  channel.post({ kind: 'port', port: port2 }, [port2]);
  const service = connect<PostgresService, object>(channelOf(port1), {});
  await service.reset(EMPTY);
  const [result] = await service.exec('SELECT 42 AS answer');
  document.body.dataset['answer'] = result?.kind === 'rows' ? (result.rows[0]?.[0] ?? '') : 'none';
}

document.querySelector('button')?.addEventListener('click', () => void ask());
