import type { Plugin } from '@docusaurus/types';

/** What a Docusaurus plugin may add to the bundler's configuration. */
export type BundlerConfig = NonNullable<Exclude<ReturnType<NonNullable<Plugin['configureWebpack']>>, void>>;
