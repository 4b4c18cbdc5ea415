import type { Dataset } from '../core/database';
import { CommandError } from './command-error';
import { nearest } from './nearest';

/** @throws CommandError when there is no such data set */
export function findDataset(datasets: ReadonlyMap<string, Dataset>, id: string): Dataset {
  const found = datasets.get(id);
  if (found) return found;
  const ids = [...datasets.keys()].filter((name) => name !== 'schema').sort();
  const guess = nearest(ids, id);
  const advice = guess === null ? `There are ${ids.join(', ')}.` : `Did you mean "${guess}"?`;
  throw new CommandError(`There is no data set "${id}". ${advice}`);
}
