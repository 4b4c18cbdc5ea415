import { createRequire } from 'node:module';
import path from 'node:path';
import type { BundlerConfig } from './bundler-config-type';
import { ListWorkerScripts } from './list-worker-scripts';

/** What the bundler must know for the workers: Node's modules that libraries ask for, and what they do not need. */
export function workerBundlerConfig(isServer: boolean, siteDir: string): BundlerConfig {
  // Workers are never started while pages are rendered on the server.
  if (isServer)
    return { resolve: { alias: { [path.join(siteDir, 'src/worker/client/start-browser-workers')]: false } } };
  const require = createRequire(path.join(siteDir, 'package.json'));
  return {
    // What starts a worker, besides `new Worker`: src/worker/client/start-browser-workers.ts.
    module: {
      parser: {
        javascript: { worker: ['PolicyWorker from ./policy-worker', 'WorkerScript from ./worker-script', '...'] },
      },
      // Where learners' programs run, nothing can be loaded any more once they do.
      rules: [{ test: /[\\/]node_modules[\\/]@mikro-orm[\\/]/, parser: { dynamicImportMode: 'eager' } }],
    },
    plugins: [new ListWorkerScripts('run-worker', ['mikro-orm'])],
    resolve: {
      alias: {
        // moment, in pg-mem, would bring all its languages.
        './locale': false,
        // pg-pool asks for pg, which opens sockets, only when it is given no Client.
        pg$: false,
        // MikroORM would load it for an option that gathers queries, if it were installed.
        dataloader: false,
        'util/types': require.resolve('util/support/types.js'),
      },
      fallback: {
        buffer: require.resolve('buffer/'),
        events: require.resolve('events/'),
        util: require.resolve('util/util.js'),
      },
    },
    ignoreWarnings: [
      {
        // pg-mem hands on `require` itself, for its adapters to other libraries, its migrations and its server. We use
        // none of these: what the engine asks of it never gets there.
        module: /[\\/]node_modules[\\/]pg-mem[\\/]index\.js$/,
        message: /Critical dependency: require function is used in a way/,
      },
      {
        // pg-protocol's wrapper for `import` also hands on a name that the package itself no longer has. It is undefined
        // in Node, too, and nothing imports it.
        module: /[\\/]node_modules[\\/]pg-protocol[\\/]esm[\\/]index\.js$/,
        message: /export 'SASL' \(imported as 'protocol'\) was not found/,
      },
      {
        // MikroORM looks for extensions and files of a project by names that it computes, and goes on without them.
        module: /[\\/]node_modules[\\/]@mikro-orm[\\/]/,
        message: /Critical dependency: the request of a dependency is an expression|import\.meta/,
      },
    ],
  };
}
