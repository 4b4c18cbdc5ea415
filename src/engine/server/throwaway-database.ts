import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Belongings } from '../empty-database';
import { emptyDatabase } from '../empty-database';
import { ResultReader } from '../result-reader';
import { connectionError, ServerError } from './server-error';
import { ServerWire } from './server-wire';

/** The major version that the course is written for, and the oldest that can be used. */
const VERSIONS = { course: 18, oldest: 16 } as const;
/** From this one on, a collation comes with PostgreSQL itself, the same on every system. */
const BUILTIN_COLLATION_SINCE = 17;

const CONNECT_TIMEOUT_MS = 10_000;
const URL_EXAMPLE = 'postgresql://postgres:secret@localhost:5432/postgres';

/** Takes part in every name that is made on a server, so that its owner knows where it comes from. */
const PREFIX = 'layer_by_layer_';

/** What PostgreSQL itself has as default, whatever the server's own configuration says: results must not depend on it. */
const SETTINGS: Readonly<Record<string, string>> = {
  timezone: 'UTC',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  client_min_messages: 'notice',
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  search_path: '"$user", public',
};

/**
 * Roles that the current role made, and roles that those made. Who may create roles, but is no superuser, is given the
 * ADMIN option on each that it creates; that is how its roles are told from everybody else's.
 */
const MADE_ROLES = `WITH RECURSIVE made(role) AS (
    SELECT roleid FROM pg_auth_members WHERE admin_option AND member = current_user::regrole
    UNION
    SELECT m.roleid FROM pg_auth_members m JOIN made ON m.member = made.role WHERE m.admin_option
  )`;

const MADE_HERE: Belongings = {
  roles: `${MADE_ROLES} SELECT rolname FROM pg_roles WHERE oid IN (SELECT role FROM made) ORDER BY oid DESC`,
  databases: `${MADE_ROLES} SELECT datname FROM pg_database WHERE datname <> current_database()
    AND (datdba = current_user::regrole OR datdba IN (SELECT role FROM made))`,
};

interface Rights {
  readonly superuser: boolean;
  readonly missing: readonly string[];
}

async function connect(client: Client, where: string): Promise<Client> {
  try {
    await client.connect();
  } catch (error) {
    throw connectionError(error, where);
  }
  // Without a listener, a connection that breaks while nothing is asked of it would end the process.
  client.on('error', () => undefined);
  return client;
}

async function checkVersion(admin: Client, warn: (message: string) => void): Promise<number> {
  const { rows } = await admin.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  );
  const { number = 0, version = '' } = rows[0] ?? {};
  const major = Math.floor(number / 10_000);
  if (major < VERSIONS.oldest) {
    throw new ServerError(
      `The server is PostgreSQL ${version}, which is too old: the course is written for PostgreSQL ${VERSIONS.course}, and ${VERSIONS.oldest} is the oldest that can be used.`,
    );
  }
  if (major !== VERSIONS.course) {
    warn(
      `The server is PostgreSQL ${version}. The course is written for PostgreSQL ${VERSIONS.course}: some results and messages may differ.`,
    );
  }
  return major;
}

async function rightsOf(admin: Client): Promise<Rights> {
  const { rows } = await admin.query<{ superuser: boolean; databases: boolean; roles: boolean }>(
    'SELECT rolsuper AS superuser, rolcreatedb AS databases, rolcreaterole AS roles FROM pg_roles WHERE rolname = current_user',
  );
  const { superuser = false, databases = false, roles = false } = rows[0] ?? {};
  return {
    superuser,
    missing: superuser ? [] : [...(databases ? [] : ['CREATEDB']), ...(roles ? [] : ['CREATEROLE'])],
  };
}

/**
 * A database of its own on a real server, and a role of its own that owns it and is no superuser: PostgreSQL itself
 * keeps what runs there away from everything else on the server.
 */
export class ThrowawayDatabase {
  /** The database's name, and the role's. */
  readonly name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  readonly #password = randomBytes(18).toString('base64url');
  readonly #admin: Client;
  readonly #where: string;
  #dropped: Promise<void> | null = null;

  private constructor(admin: Client, where: string) {
    this.#admin = admin;
    this.#where = where;
  }

  /**
   * Creates one.
   * @param url names the server, and a user who may create databases and roles
   * @param warn hears of what may make results differ
   * @throws ServerError when the server cannot be used
   */
  static async create(url: string | undefined, warn: (message: string) => void): Promise<ThrowawayDatabase> {
    if (url === undefined || url === '') {
      throw new ServerError(`DATABASE_URL is not set. It names the PostgreSQL server to use, such as ${URL_EXAMPLE}`);
    }
    if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
      throw new ServerError(`DATABASE_URL is not the address of a PostgreSQL server. It looks like ${URL_EXAMPLE}`);
    }
    const admin = new Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: 'layer-by-layer',
    });
    const where = `${admin.host}:${String(admin.port)}`;
    await connect(admin, where);
    try {
      const major = await checkVersion(admin, warn);
      const { superuser, missing } = await rightsOf(admin);
      if (missing.length > 0) {
        const user = admin.user ?? '';
        throw new ServerError(
          `The user "${user}" in DATABASE_URL may not create databases and roles, which every run needs for itself. Let a superuser give it the right: ALTER ROLE "${user}" ${missing.join(' ')};`,
        );
      }
      const database = new ThrowawayDatabase(admin, where);
      try {
        await database.#create(major, superuser);
        return database;
      } catch (error) {
        await database.drop();
        throw error;
      }
    } catch (error) {
      await admin.end();
      throw error;
    }
  }

  /** A session in the database. Only what it makes is dropped when it is emptied. */
  session(): { readonly wire: ServerWire; readonly belongings: Belongings } {
    return { wire: new ServerWire(() => this.#connect()), belongings: MADE_HERE };
  }

  /** Ends every session in the database, whatever it is doing. */
  async endSessions(): Promise<void> {
    await this.#admin.query(
      'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
      [this.name],
    );
  }

  /** Drops the database, the role and whatever that role made. Can be called again. */
  drop(): Promise<void> {
    return (this.#dropped ??= this.#drop());
  }

  async #create(major: number, superuser: boolean): Promise<void> {
    const { name } = this;
    const locale =
      major >= BUILTIN_COLLATION_SINCE
        ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
        : "LOCALE_PROVIDER libc LOCALE 'C'";
    // What a role creates it may also become, as a superuser may.
    const selfGrant = "createrole_self_grant = 'set, inherit'";
    const statements = [
      `SET ${selfGrant}`,
      `CREATE ROLE ${name} LOGIN PASSWORD '${this.#password}' CREATEDB CREATEROLE`,
      `ALTER ROLE ${name} SET ${selfGrant}`,
      // A server may be set to speak another language. Only a superuser can change that.
      ...(superuser ? [`ALTER ROLE ${name} SET lc_messages = 'C'`] : []),
      `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0 ENCODING 'UTF8' ${locale}`,
      `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
      ...Object.entries(SETTINGS).map(([key, value]) => `ALTER DATABASE ${name} SET ${key} = ${setting(key, value)}`),
    ];
    for (const statement of statements) await this.#admin.query(statement);
    // Whether the role can log in is better known now than at the first statement.
    await (await this.#connect()).end();
  }

  #connect(): Promise<Client> {
    const { host, port, ssl } = this.#admin;
    return connect(
      new Client({
        host,
        port,
        ssl,
        user: this.name,
        password: this.#password,
        database: this.name,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        application_name: 'layer-by-layer',
      }),
      this.#where,
    );
  }

  async #drop(): Promise<void> {
    const { name } = this;
    const failures: string[] = [];
    const attempt = async (step: () => Promise<unknown>): Promise<void> => {
      try {
        await step();
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    };
    const { rowCount } = await this.#admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 1) {
      await attempt(() => this.endSessions());
      await attempt(() => this.#dropBelongings());
    }
    await attempt(() => this.#admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    await attempt(() => this.#admin.query(`DROP ROLE IF EXISTS ${name}`));
    await attempt(() => this.#admin.end());
    if (failures.length > 0) {
      throw new ServerError(
        `The database ${name}, and the role of that name, could not be removed from the server: ${failures.join('; ')}`,
      );
    }
  }

  async #dropBelongings(): Promise<void> {
    const { wire, belongings } = this.session();
    try {
      await emptyDatabase(async (sql) => {
        const reader = new ResultReader();
        await wire.send(sql, undefined, reader);
        return reader.results;
      }, belongings);
    } finally {
      await wire.close();
    }
  }
}

/** A list of names keeps its own quotes; everything else is one value. */
function setting(key: string, value: string): string {
  return key === 'search_path' ? value : `'${value}'`;
}
