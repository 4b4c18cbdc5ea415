import type * as Preset from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import { editorBundlerConfig } from './src/plugin/bundler-config';
import { collectTypeDeclarations } from './src/plugin/type-declarations';
import { darkCodeTheme, lightCodeTheme } from './src/ui/editor/code-themes';

const config: Config = {
  title: 'Layer by Layer',
  tagline: 'PostgreSQL, psql, ORMs and SQLAlchemy, one layer at a time',
  favicon: 'img/mark.svg',
  url: process.env['SITE_URL'] ?? 'http://localhost:3000',
  baseUrl: process.env['SITE_BASE_URL'] ?? '/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  future: { v4: true },
  i18n: { defaultLocale: 'en', locales: ['en'] },
  plugins: [
    (context) => ({
      name: 'layer-by-layer',
      contentLoaded: async ({ actions }) => {
        await actions.createData('type-declarations.json', JSON.stringify(collectTypeDeclarations(context.siteDir)));
      },
      configureWebpack: (_config, isServer) => editorBundlerConfig(isServer, context.siteDir),
    }),
  ],
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: 'learn', sidebarPath: './sidebars.ts' },
        blog: false,
        theme: { customCss: './src/css/custom.css' },
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    prism: { theme: lightCodeTheme, darkTheme: darkCodeTheme },
    navbar: {
      title: 'Layer by Layer',
      logo: { alt: '', src: 'img/mark.svg' },
      items: [{ type: 'docSidebar', sidebarId: 'course', label: 'The course', position: 'left' }],
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
