import { type Driver, PostgresDialect, type QueryCompiler } from 'kysely';
import type { Client } from 'pg';
import type PgPool from 'pg-pool';
import TypeOverrides from 'pg/lib/type-overrides';
import type { TraceDetail } from '../../../core/layer-trace';
import type { TraceRecorder } from '../../trace-recorder';
import { parameterCell, tracedCompiler, tracedDriver } from '../kysely/traced-kysely';
import type { MikroOrmLibrary, MikroOrmPackages } from './load-mikro-orm';
import { UnitOfWorkTracer } from './traced-unit-of-work';

type Pool = PgPool<Client>;
type PoolOptions = PgPool.Config<Client>;
interface DriverOptions extends PoolOptions {
  readonly onPoolCreated?: (pool: Pool) => unknown;
}
type Options = ConstructorParameters<MikroOrmLibrary['MikroORM']>[0];

/**
 * The modules that a program gets for `import … from '@mikro-orm/core'` and `'@mikro-orm/postgresql'`: MikroORM itself, of
 * whose driver only the pool is another. As everywhere, the class of `core` knows no driver unless it is told one.
 * @param PoolClass the pool of the program's `pg`
 * @param print takes what MikroORM logs
 * @param trace hears what its unit of work does, and what the layers below do
 */
export function createMikroOrm(
  { core, postgresql: library }: MikroOrmPackages,
  PoolClass: new (options: PoolOptions) => Pool,
  print: (line: string) => void,
  trace: TraceRecorder,
): Readonly<Record<keyof MikroOrmPackages, object>> {
  class TracedDialect extends PostgresDialect {
    override createDriver(): Driver {
      return tracedDriver(super.createDriver(), trace);
    }

    override createQueryCompiler(): QueryCompiler {
      return tracedCompiler(super.createQueryCompiler(), trace);
    }
  }

  class PostgreSqlConnection extends library.PostgreSqlConnection {
    #pool: Pool | undefined;

    override createKyselyDialect({ onPoolCreated, ...options }: DriverOptions): PostgresDialect {
      const pool = new PoolClass({ ...this.#poolOptions(), ...options });
      this.#pool = pool;
      // As the original does: without listeners a lost connection would end the program.
      pool.on('connect', (client) => {
        client.on('error', ({ message }) => {
          this.logger.warn('info', `PostgreSQL connection error: ${message}`);
        });
      });
      pool.on('error', ({ message }) => {
        this.logger.warn('info', `PostgreSQL pool error: ${message}`);
      });
      onPoolCreated?.(pool);
      return new TracedDialect({ pool, ...this.#hooks() });
    }

    override getNativeClient(): Promise<Pool> {
      return this.ensureConnection().then(() => this.requireNativeClient(this.#pool));
    }

    #poolOptions(): PoolOptions {
      const { host, port, user, password, database } = this.getConnectionOptions();
      const pool = this.config.get('pool');
      const types = new TypeOverrides();
      const parsers = library.createPostgreSqlTypeParsers((text) => this.getPlatform().unmarshallArray(text));
      for (const [oid, parse] of Object.entries(parsers)) types.setTypeParser(Number(oid), parse);
      return { host, port, user, password, database, ...pool, types };
    }

    #hooks(): Pick<ConstructorParameters<typeof PostgresDialect>[0], 'onCreateConnection' | 'onReserveConnection'> {
      const onCreateConnection = this.config.get('onCreateConnection');
      const onReserveConnection = this.config.get('onReserveConnection');
      return {
        ...(onCreateConnection && { onCreateConnection }),
        ...(onReserveConnection && { onReserveConnection }),
      };
    }
  }

  class PostgreSqlDriver extends library.PostgreSqlDriver {
    // In place of the one that the original has just made, and that has connected to nothing yet.
    protected override readonly connection = new PostgreSqlConnection(this.config);
  }

  /** What MikroORM is given beyond what the program says, or in its place. */
  function traced(options: Options): Options {
    const tracer = new UnitOfWorkTracer(library, trace);
    const driver = options.driver === library.PostgreSqlDriver ? PostgreSqlDriver : options.driver;
    return {
      logger: print,
      colors: false,
      entityManager: tracer.entityManager(),
      ...options,
      ...(driver && { driver }),
      subscribers: [...(options.subscribers ?? []), tracer.subscriber],
      onQuery: (sql, parameters) => {
        const written: TraceDetail = { kind: 'sql', sql, parameters: parameters.map(parameterCell), returned: null };
        trace.note('compiler', 'A query becomes SQL', written);
        return options.onQuery?.(sql, parameters) ?? sql;
      },
    };
  }

  // A proxy and no subclass: whatever else the library makes of its class is still an instance of it.
  const tracedClass = <T extends abstract new (...options: never[]) => object>(original: T, defaults: Options): T =>
    new Proxy(original, {
      construct: (target, [options, ...others]: [Options, ...unknown[]], newTarget) =>
        Reflect.construct(target, [traced({ ...defaults, ...options }), ...others], newTarget) as object,
    });
  return {
    core: { ...core, MikroORM: tracedClass(core.MikroORM, {}) },
    postgresql: {
      ...library,
      MikroORM: tracedClass(library.MikroORM, { driver: PostgreSqlDriver }),
      PostgreSqlDriver,
      PostgreSqlConnection,
    },
  };
}
