/** A function made from text. */
export type MadeFunction = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * Makes an async function of the text of its body. The lines of the body are shifted by the same number in every
 * function that one implementation makes.
 * @param name under which stack traces show it
 */
export type MakeFunction = (name: string, parameters: readonly string[], body: string) => MadeFunction;

const AsyncFunction = (async () => {
  // Only its constructor is wanted.
}).constructor as FunctionConstructor;

/** Makes functions by the language's own constructor; a page's policy forbids it, so its workers have another way. */
export const makeFunction: MakeFunction = (name, parameters, body) =>
  new AsyncFunction(...parameters, `"use strict";\n${body}\n//# sourceURL=${name}`) as MadeFunction;
