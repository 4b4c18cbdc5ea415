// What our Docusaurus plugin writes for the pages.

declare module '@generated/layer-by-layer/default/type-declarations.json' {
  /** Declaration files by path, such as `node_modules/kysely/dist/index.d.ts`. */
  const declarations: Readonly<Record<string, string>>;
  export default declarations;
}

declare module '@generated/layer-by-layer/default/mikro-orm-declarations.json' {
  /** The same for MikroORM, without what the other file has. */
  const declarations: Readonly<Record<string, string>>;
  export default declarations;
}

declare module '@generated/layer-by-layer/default/python-sources.json' {
  /** Our own modules in Python: the text of each file by its path. */
  const sources: Readonly<Record<string, string>>;
  export default sources;
}

declare module '@generated/layer-by-layer/default/manifest' {
  type Lazy<T> = () => Promise<{ readonly default: T }>;

  /** Each exercise's chunk, by id. */
  export const exercises: Readonly<Record<string, Lazy<import('../core/exercise').Exercise>>>;
  /** Each data set's chunk, by id. */
  export const datasets: Readonly<Record<string, Lazy<import('../core/database').Dataset>>>;
  /** What TypeScript programs may import besides the libraries. */
  export const modules: Lazy<Readonly<Record<string, string>>>;
  /** PGlite on this site: the address of its module, and how much of it a page loads, in bytes. */
  export const postgres: { readonly url: string; readonly bytes: number };
  /** Pyodide on this site and the archives of packages: their addresses without the origin, and their sizes in bytes. */
  export const python: Omit<import('../worker/client/start-browser-workers').PythonSource, 'postgres'>;
  /** The address of the page in which learners' programs run, without the origin. */
  export const programFrame: string;
}
