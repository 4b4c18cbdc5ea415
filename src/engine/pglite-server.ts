import type { Database, Dataset } from '../core/database';
import {
  type ConnectionAttempt,
  type ConnectionTarget,
  type Exchange,
  type Reply,
  type Server,
  type Session,
  type SessionRequest,
  SUPERUSER,
} from '../core/server';
import { splitStatements } from '../core/statements';
import { concatBytes } from './concat-bytes';
import { whyRefused } from './connection-checks';
import { MessageFramer } from './message-framer';
import type { PgliteInstance } from './pglite-instance';
import { ReplyReader } from './reply-reader';
import { becomeStatement, isDenied, restrictAuthorization } from './restrict-authorization';
import { CHANGES_SETTINGS, settingsOf, SETTINGS_QUERY, settingsStatements } from './session-settings';

/** Ends what a session may have left behind. */
const CLEAN_UP = ['ROLLBACK', becomeStatement(SUPERUSER), 'DISCARD ALL'] as const;

/** The embedded PostgreSQL as a server with databases, roles and sessions, one session at a time. */
export class PgliteServer implements Server {
  readonly #instance: PgliteInstance;
  readonly #database: Database;
  #current: PgliteSession | null = null;

  /** @param database the session that knows how to empty the course's database */
  constructor(instance: PgliteInstance, database: Database) {
    this.#instance = instance;
    this.#database = database;
  }

  async reset(dataset: Dataset, setup = ''): Promise<void> {
    this.#end();
    await this.#database.reset(dataset);
    // One at a time: CREATE DATABASE refuses to be one of several.
    for (const { text } of splitStatements(setup)) {
      const [failed] = (await this.#database.exec(text)).filter((result) => result.kind === 'error');
      if (failed) throw new Error(`The setup does not run: ${failed.error.message}`);
    }
  }

  async connect(to: ConnectionTarget): Promise<ConnectionAttempt> {
    const ask = (sql: string): Promise<Exchange> => this.#exchange({ kind: 'query', sql });
    const report = await whyRefused(to, ask);
    if (report) return { kind: 'refused', report };
    this.#end();
    if (this.#instance.database === to.database) for (const sql of CLEAN_UP) await ask(sql);
    else await this.#instance.enter(to.database);
    for (const sql of await settingsStatements(to, ask)) await ask(sql);
    if (to.user !== SUPERUSER) await ask(becomeStatement(to.user));
    const session = new PgliteSession(to, settingsOf(await ask(SETTINGS_QUERY)), (request) => this.#exchange(request));
    this.#current = session;
    return { kind: 'connected', session };
  }

  /** The settings that a server tells its clients; none in a transaction that has failed. */
  async settings(): Promise<Readonly<Record<string, string>>> {
    return settingsOf(await this.#exchange({ kind: 'query', sql: SETTINGS_QUERY }));
  }

  /** It cannot be interrupted from here: whoever holds its worker ends that. */
  abandon(): void {
    this.#end();
  }

  close(): Promise<void> {
    this.#end();
    return this.#instance.close();
  }

  #end(): void {
    this.#current?.end();
    this.#current = null;
  }

  async #exchange(request: SessionRequest): Promise<Exchange> {
    const { Parser } = this.#instance.protocol;
    const reader = new ReplyReader(request.kind === 'describe');
    const parser = new Parser();
    const framer = new MessageFramer(
      (type) => reader.count(type),
      (bytes) => {
        parser.parse(bytes.slice(), (message) => {
          reader.hear(message);
        });
      },
    );
    await this.#instance.send(this.#bytes(request), (data) => {
      framer.push(data);
    });
    return reader.exchange();
  }

  #bytes(request: SessionRequest): Uint8Array {
    const { serialize } = this.#instance.protocol;
    switch (request.kind) {
      case 'query': {
        const copy = request.copy ?? { kind: 'rows', text: '' };
        // The embedded server reads from what it was given: the rows have to be there before it asks for them. Where it
        // does not ask, it passes over them, as the protocol says.
        return concatBytes([
          serialize.query(request.sql),
          ...(copy.kind === 'rows'
            ? [serialize.copyData(new TextEncoder().encode(copy.text).buffer), serialize.copyDone()]
            : [serialize.copyFail(copy.why)]),
        ]);
      }
      case 'describe':
        return concatBytes([
          serialize.parse({ text: request.sql }),
          serialize.describe({ type: 'S' }),
          serialize.sync(),
        ]);
      case 'bind':
        return concatBytes([
          serialize.parse({ text: request.sql }),
          serialize.bind({ values: [...request.parameters] }),
          serialize.describe({ type: 'P' }),
          serialize.execute({}),
          serialize.sync(),
        ]);
      case 'parse':
        return concatBytes([serialize.parse({ name: request.name, text: request.sql }), serialize.sync()]);
      case 'bind-named':
        return concatBytes([
          serialize.bind({ statement: request.name, values: [...request.parameters] }),
          serialize.describe({ type: 'P' }),
          serialize.execute({}),
          serialize.sync(),
        ]);
      case 'close':
        return concatBytes([serialize.close({ type: 'S', name: request.name }), serialize.sync()]);
    }
  }
}

/** The reply without the traces of what stands in for a server's own error. */
function asServersOwn(reply: Reply): Reply {
  if (reply.kind !== 'error' || !isDenied(reply.report.message)) return reply;
  const report = {
    ...reply.report,
    where: null,
    file: 'variable.c',
    line: null,
    routine: 'check_session_authorization',
  };
  return { kind: 'error', report };
}

/** A session of the embedded server. */
class PgliteSession implements Session {
  readonly database: string;
  readonly user: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly #ask: (request: SessionRequest) => Promise<Exchange>;
  #hasEnded = false;

  constructor(
    to: ConnectionTarget,
    settings: Readonly<Record<string, string>>,
    ask: (request: SessionRequest) => Promise<Exchange>,
  ) {
    this.database = to.database;
    this.user = to.user;
    this.settings = settings;
    this.#ask = ask;
  }

  async exchange(request: SessionRequest): Promise<Exchange> {
    if (this.#hasEnded) throw new Error('The session has ended.');
    const restricted = request.kind === 'query' ? restrictAuthorization(request.sql, this.user) : null;
    const said = await this.#ask(restricted === null ? request : { ...request, kind: 'query', sql: restricted.sql });
    const then = restricted?.then ?? null;
    if (then !== null) await this.#ask({ kind: 'query', sql: then });
    const mayChange = request.kind === 'query' && CHANGES_SETTINGS.test(request.sql);
    const replies = restricted === null ? said.replies : said.replies.map(asServersOwn);
    if (!mayChange || said.transaction === 'failed') return { ...said, replies };
    // This server does not tell of settings that change: they are asked for.
    return { ...said, replies, settings: settingsOf(await this.#ask({ kind: 'query', sql: SETTINGS_QUERY })) };
  }

  end(): void {
    this.#hasEnded = true;
  }
}
