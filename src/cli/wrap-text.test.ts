import { expect, test } from 'vitest';
import { wrapMessage } from './wrap-text';

test('wraps prose, and leaves tables, excerpts and lines that fit as they are', () => {
  const message = [
    'ERROR:  a message',
    'HINT:  This sentence is too long for one line.',
    'LINE 1: SELECT this_is_too_long FROM somewhere',
    '                                     ^',
    ' a very long column | another long column',
    '',
  ];
  expect(wrapMessage(message.join('\n'), 24)).toEqual([
    'ERROR:  a message',
    'HINT: This sentence is',
    'too long for one line.',
    ...message.slice(2),
  ]);
});
