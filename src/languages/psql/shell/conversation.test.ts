import { describe, expect, test } from 'vitest';
import {
  type ConnectionAttempt,
  type ConnectionTarget,
  type Exchange,
  type Server,
  ServerBrokenError,
  type SessionRequest,
  SessionLostError,
} from '../../../core/server';
import { ConsoleIo } from '../console-io';
import { Conversation } from './conversation';

const DATASET = { id: 'one', sql: '' };
const TARGET: ConnectionTarget = { database: 'athleticu', user: 'postgres' };

/** A server that notes what it is told, and fails when the test says so. */
class FakeServer implements Server {
  readonly told: string[] = [];
  /** What the next requests meet, in order; nothing: an answer. */
  readonly failures: (Error | 'hang')[] = [];
  transaction: Exchange['transaction'] = 'idle';

  reset(): Promise<void> {
    this.told.push('reset');
    return Promise.resolve();
  }

  connect(to: ConnectionTarget): Promise<ConnectionAttempt> {
    this.told.push(`connect ${to.database}`);
    const exchange = (request: SessionRequest): Promise<Exchange> => {
      this.told.push(request.kind === 'query' ? request.sql : request.kind);
      const failure = this.failures.shift();
      if (failure === 'hang') return new Promise(() => undefined);
      if (failure) return Promise.reject(failure);
      return Promise.resolve({ replies: [], transaction: this.transaction, settings: {} });
    };
    return Promise.resolve({ kind: 'connected', session: { ...to, settings: {}, exchange } });
  }

  abandon(): void {
    this.told.push('abandon');
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function open(): Promise<{ server: FakeServer; io: ConsoleIo; conversation: Conversation }> {
  const server = new FakeServer();
  const io = new ConsoleIo({
    write: () => undefined,
    prompt: () => undefined,
    pause: () => undefined,
    edit: () => Promise.resolve(null),
  });
  const conversation = new Conversation(server, io, { dataset: DATASET, setup: '' });
  await conversation.begin();
  await conversation.connect(TARGET);
  await conversation.ask({ kind: 'query', sql: 'one' });
  await conversation.ask({ kind: 'query', sql: 'looks' }, true);
  server.told.length = 0;
  return { server, io, conversation };
}

describe('a server that is lost', () => {
  test('is told everything again, without what only looked', async () => {
    const { server, conversation } = await open();
    server.failures.push(new SessionLostError());
    await conversation.ask({ kind: 'query', sql: 'two' });
    expect(server.told).toEqual(['two', 'reset', 'connect athleticu', 'one', 'two']);
  });

  test('may be lost again while it is told', async () => {
    const { server, conversation } = await open();
    server.failures.push(new SessionLostError(), new SessionLostError());
    await conversation.ask({ kind: 'query', sql: 'two' });
    expect(server.told).toEqual([
      ...['two', 'reset', 'connect athleticu', 'one'],
      ...['reset', 'connect athleticu', 'one', 'two'],
    ]);
  });

  test('because it broke is not asked the same again', async () => {
    const { server, conversation } = await open();
    server.failures.push(new ServerBrokenError());
    const { replies } = await conversation.ask({ kind: 'query', sql: 'two' });
    expect(replies).toMatchObject([{ kind: 'error', report: { severity: 'FATAL', sqlstate: '57P02' } }]);
    expect(server.told).toEqual(['two', 'reset', 'connect athleticu', 'one']);
  });
});

describe('Ctrl-C', () => {
  test('gives the statement up, and the server with it', async () => {
    const { server, io, conversation } = await open();
    server.failures.push('hang');
    const asked = conversation.ask({ kind: 'query', sql: 'endless' });
    io.interrupt();
    const { replies, transaction } = await asked;
    expect(replies).toMatchObject([{ kind: 'error', report: { sqlstate: '57014' } }]);
    expect(transaction).toBe('idle');
    expect(conversation.isInterrupted).toBe(true);
    expect(server.told).toEqual(['endless', 'abandon', 'reset', 'connect athleticu', 'one']);
  });

  test('leaves an open transaction failed', async () => {
    const { server, io, conversation } = await open();
    server.transaction = 'open';
    server.failures.push('hang');
    const asked = conversation.ask({ kind: 'query', sql: 'endless' });
    io.interrupt();
    await asked;
    expect(server.told.at(-1)).toContain('RAISE query_canceled');
    // It belongs to what is said again from now on.
    server.told.length = 0;
    server.failures.push(new SessionLostError());
    await conversation.ask({ kind: 'query', sql: 'two' });
    expect(server.told.filter((sql) => sql.includes('query_canceled'))).toHaveLength(1);
  });
});
