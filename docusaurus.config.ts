import type * as Preset from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import { codeTheme } from './src/css/prism-themes';
import coursePlugin from './src/plugin/index';
import { remarkCourse } from './src/plugin/remark-course';
import { STAGED_STATIC } from './src/plugin/stage-postgres';

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
  // The bundler's cache between builds does not see that a lesson depends on files in exercises/.
  future: { v4: true, faster: { rspackPersistentCache: false } },
  i18n: { defaultLocale: 'en', locales: ['en'] },
  staticDirectories: ['static', STAGED_STATIC],
  plugins: [coursePlugin],
  presets: [
    [
      'classic',
      {
        docs: {
          routeBasePath: 'learn',
          sidebarPath: './sidebars.ts',
          beforeDefaultRemarkPlugins: [[remarkCourse, { root: __dirname }]],
        },
        blog: false,
        theme: { customCss: './src/css/custom.css' },
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    // The theme names CSS variables, which change with the mode by themselves.
    prism: { theme: codeTheme, darkTheme: codeTheme, additionalLanguages: ['bash', 'json'] },
    navbar: {
      title: 'Layer by Layer',
      logo: { alt: '', src: 'img/mark.svg', width: 24, height: 24 },
      items: [
        { type: 'docSidebar', sidebarId: 'course', label: 'The course', position: 'left' },
        { to: '/#parts', label: 'Contents', position: 'left', activeBaseRegex: '^$' },
      ],
    },
    footer: {
      style: 'light',
      links: [
        { label: 'Start the course', to: '/learn/how-this-course-works/' },
        { label: 'Exercises in a terminal', to: '/learn/how-this-course-works/' },
        { label: 'Contents', to: '/#parts' },
      ],
      copyright:
        'The code is free software under the MIT licence; lessons, exercises and solutions are shared under ' +
        '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. ' +
        'PostgreSQL and SQLAlchemy are projects of their own, which this course is not part of.',
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
