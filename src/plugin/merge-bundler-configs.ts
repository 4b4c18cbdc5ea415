import type { BundlerConfig } from './bundler-config-type';
import { editorBundlerConfig } from './editor-bundler-config';
import { workerBundlerConfig } from './worker-bundler-config';

/** Aliases as an object: none of ours are written as a list. */
function aliases({ resolve }: BundlerConfig): Readonly<Record<string, string | false | string[]>> {
  const alias = resolve?.alias;
  return alias && !Array.isArray(alias) ? alias : {};
}

/** All that our plugin adds to the bundler's configuration. */
export function mergeBundlerConfigs(isServer: boolean, siteDir: string): BundlerConfig {
  const editor = editorBundlerConfig(isServer, siteDir);
  const worker = workerBundlerConfig(isServer, siteDir);
  return {
    ...editor,
    ...worker,
    resolve: { ...worker.resolve, alias: { ...aliases(editor), ...aliases(worker) } },
  };
}
