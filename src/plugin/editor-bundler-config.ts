import path from 'node:path';
import type { BundlerConfig } from './bundler-config-type';

/** What the bundler must know for the editor: Monaco stays out of the server's bundle and of the pages' CSS. */
export function editorBundlerConfig(isServer: boolean, siteDir: string): BundlerConfig {
  if (isServer) {
    // Monaco needs a browser as soon as it is imported, and nothing of it is ever rendered on the server.
    return {
      resolve: {
        alias: {
          [path.join(siteDir, 'src/ui/editor/load-monaco')]: false,
        },
      },
    };
  }
  return {
    resolve: {
      alias: {
        // Monaco's own version of this module imports all that Monaco has.
        [path.join(siteDir, 'node_modules/monaco-editor/esm/vs/internal/common/workers.js')]: path.join(
          siteDir,
          'src/ui/editor/create-web-worker.ts',
        ),
      },
    },
    optimization: {
      splitChunks: {
        cacheGroups: {
          // Docusaurus gathers all CSS into the one file that every page loads. Monaco's goes into a file of its own,
          // which comes with Monaco's chunk.
          monacoStyles: {
            name: 'monaco-styles',
            test: /[\\/]node_modules[\\/]monaco-editor[\\/]/,
            type: 'css/mini-extract',
            chunks: 'async',
            enforce: true,
            priority: 60,
          },
          // Without this, what Monaco's chunks share would land in the chunk that pages share.
          monaco: {
            test: /[\\/]node_modules[\\/]monaco-editor[\\/]/,
            type: /^javascript/,
            chunks: 'async',
            enforce: true,
            priority: 60,
            minChunks: 2,
          },
        },
      },
    },
  };
}
