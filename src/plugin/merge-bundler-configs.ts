import type { BundlerConfig } from './bundler-config-type';
import { editorBundlerConfig } from './editor-bundler-config';
import { workerBundlerConfig } from './worker-bundler-config';

/** All that our plugin adds to the bundler's configuration. */
export function mergeBundlerConfigs(isServer: boolean, siteDir: string): BundlerConfig {
  const editor = editorBundlerConfig(isServer, siteDir);
  const worker = workerBundlerConfig(isServer, siteDir);
  return {
    ...editor,
    ...worker,
    resolve: { ...worker.resolve, alias: { ...editor.resolve?.alias, ...worker.resolve?.alias } },
  };
}
