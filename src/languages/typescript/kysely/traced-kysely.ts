import type {
  AbortableOperationOptions,
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  DialectAdapter,
  Driver,
  KyselyConfig,
  QueryCompiler,
  QueryResult,
} from 'kysely';
import { countText } from '../../../core/count-text';
import type { Cell } from '../../../core/database';
import type { TraceDetail } from '../../../core/layer-trace';
import { failure, type TraceRecorder } from '../../trace-recorder';
import { showValue } from '../show-value';

type KyselyLibrary = typeof import('kysely');
type SqlDetail = Extract<TraceDetail, { kind: 'sql' }>;

/** A parameter as a trace shows it. */
export function parameterCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : showValue(value);
}

function sqlDetail({ sql, parameters }: CompiledQuery, returned: string | null): SqlDetail {
  return { kind: 'sql', sql, parameters: parameters.map(parameterCell), returned };
}

/** A dialect's connection, with each query in the trace. */
class TracedConnection implements DatabaseConnection {
  // Kysely asks whether a connection has these.
  readonly cancelQuery?: NonNullable<DatabaseConnection['cancelQuery']>;
  readonly collectSessionInfo?: NonNullable<DatabaseConnection['collectSessionInfo']>;
  readonly killSession?: NonNullable<DatabaseConnection['killSession']>;

  constructor(
    readonly inner: DatabaseConnection,
    readonly trace: TraceRecorder,
  ) {
    if (inner.cancelQuery) this.cancelQuery = inner.cancelQuery.bind(inner);
    if (inner.collectSessionInfo) this.collectSessionInfo = inner.collectSessionInfo.bind(inner);
    if (inner.killSession) this.killSession = inner.killSession.bind(inner);
  }

  async executeQuery<R>(query: CompiledQuery, options?: AbortableOperationOptions): Promise<QueryResult<R>> {
    const end = this.trace.begin('engine', 'Query is executed', sqlDetail(query, null));
    try {
      const result = await this.inner.executeQuery<R>(query, options);
      end({ detail: sqlDetail(query, countText(result.rows.length, 'row object')) });
      return result;
    } catch (thrown) {
      end({ error: failure(thrown) });
      throw thrown;
    }
  }

  streamQuery<R>(
    query: CompiledQuery,
    chunkSize: number,
    options?: AbortableOperationOptions,
  ): AsyncIterableIterator<QueryResult<R>> {
    this.trace.note('engine', 'Query is streamed', sqlDetail(query, null));
    return this.inner.streamQuery<R>(query, chunkSize, options);
  }
}

/** A driver that does what another one does, and says so. */
export function tracedDriver(driver: Driver, trace: TraceRecorder): Driver {
  const acquireConnection: Driver['acquireConnection'] = (options) => {
    const detail = { kind: 'text', text: 'The driver asks its pool for a connection.' } as const;
    return trace.during('engine', 'Connection is taken', detail, async () => {
      return new TracedConnection(await driver.acquireConnection(options), trace);
    });
  };
  const releaseConnection: Driver['releaseConnection'] = (connection, options) => {
    trace.note('engine', 'Connection is given up', { kind: 'text', text: 'It goes back to the pool.' });
    const inner = connection instanceof TracedConnection ? connection.inner : connection;
    return driver.releaseConnection(inner, options);
  };
  return new Proxy(driver, {
    // Statements of transactions and savepoints are executed on the traced connection, and so are in the trace.
    get: (target, name) => {
      if (name === 'acquireConnection') return acquireConnection;
      if (name === 'releaseConnection') return releaseConnection;
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

/** A compiler that does what another one does, and says so. */
export function tracedCompiler(compiler: QueryCompiler, trace: TraceRecorder): QueryCompiler {
  return {
    compileQuery: (node, id) => {
      const end = trace.begin('compiler', `${node.kind} becomes SQL`, { kind: 'text', text: node.kind });
      try {
        const compiled = compiler.compileQuery(node, id);
        end({ detail: sqlDetail(compiled, null) });
        return compiled;
      } catch (thrown) {
        end({ error: failure(thrown) });
        throw thrown;
      }
    },
  };
}

/** A dialect that does what another one does, and says so. */
class TracedDialect implements Dialect {
  constructor(
    readonly inner: Dialect,
    readonly trace: TraceRecorder,
  ) {}

  createDriver(): Driver {
    return tracedDriver(this.inner.createDriver(), this.trace);
  }

  createQueryCompiler(): QueryCompiler {
    return tracedCompiler(this.inner.createQueryCompiler(), this.trace);
  }

  createAdapter(): DialectAdapter {
    return this.inner.createAdapter();
  }

  createIntrospector(...args: Parameters<Dialect['createIntrospector']>): ReturnType<Dialect['createIntrospector']> {
    return this.inner.createIntrospector(...args);
  }
}

/** The library as it is, except that what its databases do is in the trace. */
export function tracedKysely(library: KyselyLibrary, trace: TraceRecorder): KyselyLibrary {
  // A proxy and no subclass: whatever else the library makes of its class is still an instance of it.
  const Kysely = new Proxy(library.Kysely, {
    construct: (target, [config, ...others]: [KyselyConfig, ...unknown[]], newTarget) => {
      const traced = { ...config, dialect: new TracedDialect(config.dialect, trace) };
      return Reflect.construct(target, [traced, ...others], newTarget) as object;
    },
  });
  return { ...library, Kysely };
}
