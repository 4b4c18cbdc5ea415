import type { RunRequest } from './run-report';

/**
 * Libraries so large that only the workers of programs that import them get them: the names of their chunks, and how an
 * import of them looks.
 */
const ON_DEMAND = new Map([['mikro-orm', /['"`]@mikro-orm\//]] as const);

export type LibraryOnDemand = typeof ON_DEMAND extends Map<infer Name, RegExp> ? Name : never;

/** The libraries on demand that code may import. */
export function librariesOf({ code, files }: Pick<RunRequest, 'code' | 'files'>): readonly LibraryOnDemand[] {
  const sources = [code, ...Object.values(files)];
  return [...ON_DEMAND].filter(([, isImport]) => sources.some((source) => isImport.test(source))).map(([name]) => name);
}
