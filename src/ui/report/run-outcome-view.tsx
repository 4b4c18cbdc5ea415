import type { ReactNode } from 'react';
import { durationText } from '../../core/duration-text';
import type { Language } from '../../core/language';
import type { RunError, RunOutcome } from '../../core/run-report';
import { Banner } from './banner';
import { RunErrorView } from './run-error-view';

interface RunOutcomeViewProps {
  readonly outcome: RunOutcome;
  readonly language?: Language | undefined;
  readonly code?: string | undefined;
}

const HEADLINE: Readonly<Record<RunError['kind'], string>> = {
  sql: 'PostgreSQL refused a statement.',
  syntax: 'There is a mistake in how the code is written.',
  exception: 'The program stopped with an error.',
  import: 'The program imports something that is not offered here.',
  'missing-export': 'Something that should be exported is missing.',
};

function timeoutAdvice(language: Language | undefined): string {
  if (language === 'sql') {
    return 'Look for a join without its condition, or a recursive query that never comes to an end.';
  }
  return 'Look for a loop that never ends, or something awaited that never comes.';
}

/** How a run ended, and why it did not come to its end. Nothing when it did. */
export function RunOutcomeView({ outcome, language, code }: RunOutcomeViewProps): ReactNode {
  switch (outcome.kind) {
    case 'completed':
      return null;
    case 'failed':
      return (
        <Banner tone="bad" headline={HEADLINE[outcome.error.kind]}>
          <RunErrorView error={outcome.error} code={code} language={language} />
        </Banner>
      );
    case 'timed-out': {
      const what = language === 'sql' ? 'the statement' : 'the program';
      return (
        <Banner tone="bad" headline={`Stopped after ${durationText(outcome.limitMs)}: ${what} was still running.`}>
          <p>{timeoutAdvice(language)}</p>
        </Banner>
      );
    }
    case 'out-of-memory':
      return (
        <Banner tone="bad" headline="Stopped: the program took all the memory that it may have.">
          <p>
            Look for a list, a string or a map that grows in a loop without end. The page and the next run are not
            affected.
          </p>
        </Banner>
      );
    case 'stopped':
      return <Banner tone="warn" headline="You stopped this run before its end." />;
    case 'not-loaded':
      return (
        <Banner
          tone="warn"
          headline="Something that the program imports could not be loaded. This is not your mistake."
        >
          <p>{outcome.message}</p>
          <p>Programs that do not import it run all the same.</p>
        </Banner>
      );
    case 'engine-failed':
      return (
        <Banner tone="warn" headline="The engine failed. This is not your mistake.">
          <p>Run it again; a fresh engine will start. If it fails again, reload the page. The engine said:</p>
          <p>
            <code>{outcome.message}</code>
          </p>
        </Banner>
      );
    default:
      return outcome satisfies never;
  }
}
