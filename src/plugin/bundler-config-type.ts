import type { Plugin } from '@docusaurus/types';

/** What a Docusaurus plugin may add to the bundler's configuration. */
export type BundlerConfig = Exclude<ReturnType<NonNullable<Plugin['configureWebpack']>>, void | null | undefined>;
