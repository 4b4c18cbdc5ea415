// What our Docusaurus plugin writes for the pages.

declare module '@generated/layer-by-layer/default/type-declarations.json' {
  /** Declaration files by path, such as `node_modules/kysely/dist/index.d.ts`. */
  const declarations: Readonly<Record<string, string>>;
  export default declarations;
}
