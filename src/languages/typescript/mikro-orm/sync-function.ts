import type { MakeFunction } from '../../../core/make-function';

/** Runs the text of a function's body at once, with values under the names by which the text knows them. */
type RunBody = (name: string, values: ReadonlyMap<string, unknown>, body: string) => unknown;

/** Makes of what makes async functions something that runs a body and has its value at once. */
export function syncFunctionMaker(makeFunction: MakeFunction): RunBody {
  return (name, values, body) => {
    const given: unknown[] = [];
    // An async function runs at once as far as its first `await`, and this one has none.
    const run = makeFunction(name, ['give', ...values.keys()], `give((() => {\n${body}\n})());`);
    const ended = run((value: unknown) => given.push(value), ...values.values());
    if (given.length === 1) return given[0];
    // It threw, which only its promise tells, and too late.
    ended.catch(() => undefined);
    throw new Error(`${name} could not be run.`);
  };
}
