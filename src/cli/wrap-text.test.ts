import { expect, test } from 'vitest';
import { wrapMessage } from './wrap-text';

test('wraps prose, and leaves tables, excerpts and what PostgreSQL says as they are', () => {
  const message = [
    'This sentence is too long for one line.',
    'HINT:  What PostgreSQL says is quoted, however long it is.',
    'LINE 1: SELECT this_is_too_long FROM somewhere',
    '                                     ^',
    ' a very long column | another long column',
    '',
  ];
  expect(wrapMessage(message.join('\n'), 24)).toEqual([
    'This sentence is too',
    'long for one line.',
    ...message.slice(1),
  ]);
});
