import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestProject, type TestProject } from '../testing/create-test-project';
import { runCli, startCliOnTerminal } from '../testing/run-cli';

const hasScript = spawnSync('script', ['--version']).status === 0;
const onTerminal = hasScript ? '' : ' (skipped: there is no program "script" on this machine)';

let project: TestProject;
beforeEach(() => {
  project = createTestProject();
});

const run = (args: readonly string[], input = ''): ReturnType<typeof runCli> =>
  runCli(project, ['psql', '--dataset', 'small', ...args], input);

describe('npm run psql', { timeout: 300_000 }, () => {
  test('runs what comes through a pipe, with files of the folder, and goes on after an error', async () => {
    project.write('more.sql', "SELECT 'from a file' AS more;\nSELECT nme FROM runners;\n");
    project.write('rows.csv', '7,Mo\n');
    const input = `SELECT name FROM runners;
\\i more.sql
\\copy runners FROM rows.csv CSV
\\copy (SELECT * FROM runners ORDER BY id) TO out.csv CSV
\\w written.sql
\\o results.txt
SELECT 1 AS one;
\\o nowhere/results.txt
\\i ghost.sql
\\! echo from the system
SELECT count(*)
FROM runners`;
    const { status, output } = await run([], input);
    for (const text of [
      ' name \n------\n Ida\n Leo\n(2 rows)\n\n',
      '    more     \n-------------\n from a file\n(1 row)\n\n',
      'more.sql:2: ERROR:  column "nme" does not exist\nLINE 1: SELECT nme FROM runners;\n               ^\n',
      'COPY 1\n',
      'COPY 3\n',
      'nowhere/results.txt: No such file or directory\n',
      'ghost.sql: No such file or directory\n',
      'from the system\n',
    ]) {
      expect(output).toContain(text);
    }
    expect(output).not.toContain('=#');
    expect(project.read('out.csv')).toBe('1,Ida\n2,Leo\n7,Mo\n');
    expect(project.read('results.txt')).toContain(' one \n-----\n   1\n(1 row)\n\n');
    // What no semicolon ended is sent at the end.
    expect(project.read('results.txt') + output).toContain(' count \n-------\n     3\n(1 row)\n\n');
    expect(status).toBe(0);
  });

  test('runs commands and files in order, and stops at an error when it is told to', async () => {
    project.write('broken.sql', 'INSERT INTO runners VALUES (3, :name);\nSELECT 1/0;\nSELECT 4 AS four;\n');
    const args = ['-qAt', '-1', '-v', 'ON_ERROR_STOP=1', '-v', "name='Mo'", '-c', '\\echo :USER', '-f', 'broken.sql'];
    const { status, output } = await run([...args, '-c', 'SELECT 5 AS five'], '');
    expect(output).toBe('postgres\npsql:broken.sql:2: ERROR:  division by zero\n');
    expect(status).toBe(3);
  });

  test.each([
    [
      ['-U', 'ghost'],
      2,
      'psql: error: connection to server on socket "/tmp/.s.PGSQL.5432" failed: FATAL:  role "ghost"',
    ],
    [['ghost', '-c', 'SELECT 1'], 2, 'FATAL:  database "ghost" does not exist'],
    [['-c', 'SELECT 1/0'], 1, 'ERROR:  division by zero\n'],
    [['-f', 'ghost.sql'], 1, 'psql: error: ghost.sql: No such file or directory\n'],
    [['--csv', '-c', 'SELECT 1 AS a, NULL AS b'], 0, 'a,b\n1,\n'],
    [['--dataset', 'smal'], 2, 'There is no data set "smal". Did you mean "small"?'],
    [['--colour'], 2, 'There is no option "--colour"'],
    [['--help'], 0, 'npm run psql'],
  ])('%j ends with %i', async (args, expected, words) => {
    const { status, output } = await run(args);
    expect(output).toContain(words);
    expect(status).toBe(expected);
  });

  test.skipIf(!hasScript)(`has a line editor, a history and Ctrl-C on a terminal${onTerminal}`, async () => {
    const history = path.join(project.root, 'history');
    const cli = startCliOnTerminal(project, ['psql', '--dataset', 'small'], { PSQL_HISTORY: history });
    await cli.waitFor('athleticu=# ');
    cli.type('SELECT count(*) FROM runn');
    await cli.waitFor('runn');
    cli.type('\t');
    await cli.waitFor('ers ');
    cli.type(';\r');
    await cli.waitFor('(1 row)');
    await cli.waitFor('athleticu=# ');
    cli.type("SELECT 'open\r");
    await cli.waitFor("athleticu'# ");
    cli.type('\u0003');
    await cli.waitFor('^C');
    await cli.waitFor('athleticu=# ');
    cli.type('CREATE TABLE kept (); SELECT pg_sleep(600);\r');
    await cli.waitFor('CREATE TABLE\r\n');
    cli.type('\u0003');
    await cli.waitFor('ERROR:  canceling statement due to user request');
    await cli.waitFor('athleticu=# ');
    cli.type('\\dt kept\r');
    await cli.waitFor('| kept |');
    await cli.waitFor('athleticu=# ');
    cli.type('\\password\r');
    await cli.waitFor('Enter new password for user "postgres": ');
    cli.type('stride\r');
    await cli.waitFor('Enter it again: ');
    cli.type('stride\r');
    await cli.waitFor('athleticu=# ');
    cli.type('\u0004');
    await cli.waitFor('\\q');
    expect(await cli.ended).toBe(0);
    expect(cli.output()).not.toContain('stride');
    expect(existsSync(history)).toBe(true);
    expect(project.read('history').split('\n')).toContain('SELECT count(*) FROM runners ;');
    expect(project.read('history')).not.toContain('stride');
  });
});
