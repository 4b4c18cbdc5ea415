import { afterAll, expect, test } from 'vitest';
import { channelOf } from './channel';
import { startNodeWorkers } from './node/start-node-workers';
import type { PostgresControl, PostgresOwner, PostgresService } from './postgres-service';
import { connect } from './rpc';

const DATASET = { id: 'fixture', sql: 'CREATE TABLE clubs (id integer); INSERT INTO clubs VALUES (1);' };

const postgres = startNodeWorkers(process.cwd()).startPostgres();
const control = connect<PostgresControl, PostgresOwner>(postgres, { loading: () => undefined });
afterAll(() => {
  postgres.terminate();
});

function openConnection(): { service: ReturnType<typeof connect<PostgresService, object>>; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  postgres.post({ kind: 'port', port: port1 }, [port1]);
  return {
    service: connect<PostgresService, object>(channelOf(port2), {}),
    close: () => {
      port2.close();
    },
  };
}

test('whoever was connected before reaches nothing any more', { timeout: 60_000 }, async () => {
  await control.boot();
  const first = openConnection();
  await first.service.reset(DATASET);
  expect(await first.service.exec('SELECT id FROM clubs')).toMatchObject([{ rows: [['1']] }]);

  const second = openConnection();
  await second.service.reset(DATASET);
  void first.service.exec('DELETE FROM clubs');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await second.service.exec('SELECT id FROM clubs')).toMatchObject([{ rows: [['1']] }]);

  await control.disconnect();
  void second.service.exec('DELETE FROM clubs');
  const third = openConnection();
  expect(await third.service.exec('SELECT id FROM clubs')).toMatchObject([{ rows: [['1']] }]);
  for (const { close } of [first, second, third]) close();
});
