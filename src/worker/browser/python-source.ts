import type { PostgresSource } from './postgres-source';

/** A file of the site. */
interface SiteFile {
  /** Its whole address. */
  readonly url: string;
  /** How large it is, in bytes. */
  readonly bytes: number;
}

/** Where a page gets Python from. */
export interface PythonSource {
  /** The whole address of Pyodide's `pyodide.mjs`; its other files stand beside it. */
  readonly url: string;
  /** How much is loaded from there, in bytes. */
  readonly bytes: number;
  /** The archives of packages, by name. */
  readonly archives: Readonly<Record<string, SiteFile>>;
  /** Why there are none; `null` when there are. */
  readonly missing: string | null;
  readonly postgres: PostgresSource;
}
