import { expect, test } from 'vitest';
import { indentAfter } from './python-indent';

test.each([
  ['', ''],
  ['print(1)', ''],
  ['    print(1)', '    '],
  ['for club in clubs:', '    '],
  ['    if club:  # there is one', '        '],
  ['    # a remark:', '    '],
  ['        return club', '    '],
  ['    pass', ''],
  ['return_value = 1', ''],
  ['    returned = 1', '    '],
  ['raise', ''],
])('after %j the next line begins with %j', (line, indent) => {
  expect(indentAfter(line)).toBe(indent);
});
