// The course's own configuration without the course: no plugin of ours, and lessons as plain pages.
import path from 'node:path';
import type { Options } from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import course from '../../docusaurus.config';
import { remarkPlain } from './remark-plain';

const ROOT = path.resolve(__dirname, '..', '..');

function courseOptions(): Options {
  const preset = course.presets?.find((entry) => Array.isArray(entry) && entry[0] === 'classic');
  const options = Array.isArray(preset) ? preset[1] : undefined;
  // Without this the plain site would quietly keep whatever the lessons need to run.
  if (typeof options !== 'object') throw new Error('The configuration has no classic preset with options.');
  return options;
}

const { docs, ...options } = courseOptions();

const config: Config = {
  ...course,
  plugins: [],
  staticDirectories: ['static'],
  presets: [
    [
      'classic',
      { ...options, docs: { ...docs, beforeDefaultRemarkPlugins: [[remarkPlain, { root: ROOT }]] } } satisfies Options,
    ],
  ],
};

export default config;
