import { expect, test } from 'vitest';
import { markdownText } from './markdown-text';
import type { Paint } from './paint';

const plain: Paint = (_ink, text) => text;
const marked: Paint = (ink, text) => `<${ink}>${text}</${ink}>`;

test('wraps paragraphs and keeps code in one piece', () => {
  const markdown = 'List the **name** of every athlete,\nwith `NULL AS none`, see [the lesson](/joins).';
  expect(markdownText(markdown, { paint: plain, width: 30 })).toBe(
    'List the name of every\nathlete, with `NULL AS none`,\nsee the lesson.',
  );
});

test('paints without disturbing the width or the punctuation', () => {
  expect(markdownText('A **bold**, `code` word.', { paint: marked, width: 18 })).toBe(
    'A <bold>bold</bold>, <cyan>`code`</cyan>\nword.',
  );
});

test('sets out lists, code and tables', () => {
  const markdown = `# Title

1. one that is long
2. two
   - deeper

\`\`\`sql
SELECT 1;

SELECT 2;
\`\`\`

| a | b |
| - | - |
| 1 | two |

> said
`;
  expect(markdownText(markdown, { paint: plain, width: 16 })).toBe(`Title

1. one that is
   long
2. two

   - deeper

    SELECT 1;

    SELECT 2;

 a |  b  
---+-----
 1 | two

| said`);
});
