import { countText } from '../../core/count-text';
import type { Grade, Mark } from './grade';
import type { Question } from './question';

/** What is said when an answer is checked before it is complete. */
export const INCOMPLETE: Readonly<Record<Question['kind'], string>> = {
  one: 'Choose an answer first.',
  several: 'Choose at least one answer first.',
  order: 'Put the steps in order first.',
  match: 'Choose something for every line first.',
};

/** What a grade comes to, in a sentence. */
export function resultText(kind: Question['kind'], { passed, marks }: Grade): string {
  if (passed) return 'Right.';
  const count = (wanted: Mark): number => marks.filter((mark) => mark === wanted).length;
  switch (kind) {
    case 'one':
      return 'Not right. The reason stands below your choice.';
    case 'several': {
      const parts = [`${countText(count('right'), 'choice')} right`];
      if (count('wrong') > 0) parts.push(`${String(count('wrong'))} wrong`);
      if (count('missed') > 0) parts.push(`${String(count('missed'))} missed`);
      return `Not right yet: ${parts.join(', ')}.`;
    }
    case 'order':
      return `Not right yet: ${String(count('right'))} of ${countText(marks.length, 'step')} in place.`;
    case 'match':
      return `Not right yet: ${String(count('right'))} of ${countText(marks.length, 'line')} right.`;
  }
}
