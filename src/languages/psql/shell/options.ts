import type { ShowContext, Verbosity } from './report-text';

/** How psql behaves: what its special variables are set to. */
export interface Options {
  autocommit: boolean;
  echo: 'none' | 'errors' | 'queries' | 'all';
  echoHidden: 'off' | 'on' | 'noexec';
  fetchCount: number;
  hideCompression: boolean;
  hideTableAccessMethod: boolean;
  ignoreEof: number;
  onErrorRollback: 'off' | 'on' | 'interactive';
  onErrorStop: boolean;
  prompt1: string;
  prompt2: string;
  prompt3: string;
  quiet: boolean;
  showAllResults: boolean;
  showContext: ShowContext;
  singleLine: boolean;
  singleStep: boolean;
  verbosity: Verbosity;
  watchInterval: number;
}

const PROMPT = '%/%R%x%# ';

/** What psql begins with. */
export const DEFAULT_OPTIONS: Options = {
  autocommit: true,
  echo: 'none',
  echoHidden: 'off',
  fetchCount: 0,
  hideCompression: false,
  hideTableAccessMethod: false,
  ignoreEof: 0,
  onErrorRollback: 'off',
  onErrorStop: false,
  prompt1: PROMPT,
  prompt2: PROMPT,
  prompt3: '>> ',
  quiet: false,
  showAllResults: true,
  showContext: 'errors',
  singleLine: false,
  singleStep: false,
  verbosity: 'default',
  watchInterval: 2,
};
