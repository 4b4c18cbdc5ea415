/**
 * Gives the classes that a module exports the names under which it exports them. MikroORM tells errors and types by the
 * names of their classes, which bundlers change.
 */
export function restoreClassNames(module: object): void {
  const named = new Set<unknown>();
  for (const [name, exported] of Object.entries(module)) {
    if (typeof exported !== 'function' || named.has(exported)) continue;
    if (!Function.prototype.toString.call(exported).startsWith('class')) continue;
    named.add(exported);
    Object.defineProperty(exported, 'name', { value: name, configurable: true });
  }
}
