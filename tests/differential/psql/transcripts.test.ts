import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../../src/plugin/read-course';
import { findPsql, type RealPsql } from '../../lib/find-psql';
import { compareSession } from './compare-session';
import { DifferenceRewriter, SERVER_ONLY } from './named-differences';
import { readInputs } from './read-inputs';
import { type PsqlServers, startServers } from './servers';

const DATASET = 'tiny';
const LEAST_INPUTS = 450;

const sessions = readInputs();
const dataset = readCourse(path.resolve('.')).datasets.get(DATASET);
if (!dataset) throw new Error(`There is no data set "${DATASET}".`);

describe('the shell shows what psql shows', () => {
  let psql: RealPsql;
  let servers: PsqlServers;
  let rewriter: DifferenceRewriter;
  const count = { inputs: 0, identical: 0, named: 0 };
  beforeAll(async () => {
    psql = findPsql();
    rewriter = new DifferenceRewriter(psql.major);
    servers = await startServers(dataset);
  });
  afterAll(async () => {
    const { inputs, identical, named } = count;
    console.log(
      `psql transcripts: ${String(inputs)} inputs, ${String(identical)} identical, ${String(named)} with a named difference (psql ${String(psql.major)})`,
    );
    await servers.stop();
  });

  test.each(sessions.map((session) => ({ title: session.title, session })))('$title', async ({ session }) => {
    const compared = await compareSession(session, { psql, servers, dataset, rewriter });
    const pick = (which: 'shell' | 'onServer' | 'onEmbedded'): Record<string, string | null> =>
      Object.fromEntries(compared.map((input) => [input.name, input[which]]));
    count.inputs += compared.length;
    for (const { shell, onServer, onEmbedded, hasDifference } of compared) {
      if (shell !== onServer || (onEmbedded !== null && shell !== onEmbedded)) continue;
      if (hasDifference) count.named++;
      else count.identical++;
    }
    expect(pick('shell'), 'the shell, and psql on a server').toEqual(pick('onServer'));
    if (!SERVER_ONLY.includes(session.title)) {
      expect(pick('shell'), 'the shell, and psql on the embedded PostgreSQL').toEqual(pick('onEmbedded'));
    }
  });

  test('no difference has a name that is not used', () => {
    expect(rewriter.unused).toEqual([]);
  });

  test('no session is kept from a server without being there', () => {
    const titles = sessions.map(({ title }) => title);
    expect(SERVER_ONLY.filter((title) => !titles.includes(title))).toEqual([]);
  });

  test('there are enough of them', () => {
    expect(count.inputs).toBeGreaterThan(LEAST_INPUTS);
  });
});
