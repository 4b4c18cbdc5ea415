let isBrought = false;

/** Brings MikroORM's types, which are more than all others, into TypeScript's editors once code imports it. */
export async function bringTypesFor(sources: readonly string[]): Promise<void> {
  if (isBrought || !sources.some((source) => source.includes('@mikro-orm/'))) return;
  isBrought = true;
  try {
    const [{ declareTypes }, { default: declarations }] = await Promise.all([
      import('./monaco-typescript'),
      import('@generated/layer-by-layer/default/mikro-orm-declarations.json'),
    ]);
    declareTypes(declarations);
  } catch {
    // An editor without types is better than none; the next change asks again.
    isBrought = false;
  }
}
