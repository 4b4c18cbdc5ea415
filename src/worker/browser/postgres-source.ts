/** Where a page gets PostgreSQL from. */
export interface PostgresSource {
  /** The whole address of PGlite's `index.js`; its other files, and the snapshot, stand beside it. */
  readonly url: string;
  /** How much is loaded from there, in bytes. */
  readonly bytes: number;
}
