import { restoreClassNames } from './restore-class-names';
import { syncFunctionMaker } from './sync-function';
import { withAsyncContexts } from './async-context';
import type { MakeFunction } from '../../../core/make-function';

export type MikroOrmLibrary = typeof import('@mikro-orm/postgresql');

/** MikroORM's packages, by what programs import. */
export interface MikroOrmPackages {
  readonly core: typeof import('@mikro-orm/core');
  readonly postgresql: MikroOrmLibrary;
}

let loaded: Promise<MikroOrmPackages> | null = null;

/**
 * Loads MikroORM, which is a megabyte: only for programs that import it. What it would compile with `Function`, which a
 * page's policy forbids, it compiles with what makes programs.
 */
export function loadMikroOrm(makeFunction: MakeFunction): Promise<MikroOrmPackages> {
  return (loaded ??= withAsyncContexts(async () => {
    // By its name the page knows the chunk: src/plugin/list-worker-scripts.ts.
    const [core, postgresql] = await Promise.all([
      import(/* webpackChunkName: "mikro-orm" */ '@mikro-orm/core'),
      import(/* webpackChunkName: "mikro-orm" */ '@mikro-orm/postgresql'),
    ]);
    restoreClassNames(postgresql);
    const make = syncFunctionMaker(makeFunction);
    core.Utils.createFunction = (context, code) => make('mikro-orm.js', context, code);
    return { core, postgresql };
  }));
}
