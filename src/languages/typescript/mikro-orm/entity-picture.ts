import inspect from 'object-inspect';

/** Something of MikroORM's with what is to be seen of it, and no more: entities know each other, and so all the rest. */
export class EntityPicture {
  /**
   * @param name what stands before its fields
   * @param fields its values; `null` when nothing of it is loaded
   */
  constructor(
    readonly name: string,
    readonly fields: Readonly<Record<string, unknown>> | null,
  ) {}

  /** `object-inspect` prints what this gives. */
  inspect(): string {
    return this.fields ? `${this.name} ${inspect(this.fields)}` : this.name;
  }
}

interface Property {
  readonly name: string;
  readonly primary?: boolean;
}
interface Entity {
  readonly __helper: {
    readonly __initialized: boolean;
    readonly __meta: { readonly className: string; readonly props: readonly Property[] };
  };
}
interface Collection {
  isInitialized(): boolean;
  getItems(check: boolean): readonly unknown[];
}
interface Reference {
  unwrap(): unknown;
}

/** Whether MikroORM has marked a value as one of its own kinds: by symbols that all of its copies share. */
function isMarked(value: unknown, ...kinds: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return kinds.some((kind) => Reflect.has(value, Symbol.for(`@mikro-orm/core/${kind}`)));
}
const isEntity = (value: unknown): value is Entity => isMarked(value, 'EntityHelper.entity');
const isCollection = (value: unknown): value is Collection => isMarked(value, 'Collection');
const isReference = (value: unknown): value is Reference => isMarked(value, 'Reference', 'ScalarReference');

/** @param within how many entities stand around it: of those inside others only the keys are shown, below a collection's items */
function pictureOfEntity(entity: Entity, within: number): EntityPicture {
  const { __initialized: isLoaded, __meta: meta } = entity.__helper;
  const fields = meta.props
    .filter(({ primary }) => primary === true || (isLoaded && within < 2))
    .map(({ name }) => [name, Reflect.get(entity, name) as unknown] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, picture(value, within + 1)] as const);
  return new EntityPicture(isLoaded ? meta.className : `(${meta.className})`, Object.fromEntries(fields));
}

function picture(value: unknown, within: number): unknown {
  if (isEntity(value)) return pictureOfEntity(value, within > 0 ? Math.max(within, 2) : 0);
  if (isReference(value)) return picture(value.unwrap(), within);
  if (isCollection(value)) {
    if (!value.isInitialized()) return new EntityPicture('[not loaded]', null);
    return value.getItems(false).map((item) => (isEntity(item) ? pictureOfEntity(item, within) : item));
  }
  return value;
}

/** Whether there is anything of MikroORM's in a value that a program made of objects and lists. */
function holdsEntities(value: unknown, above: readonly object[] = []): boolean {
  if (typeof value !== 'object' || value === null || above.includes(value) || above.length > 3) return false;
  if (isEntity(value) || isCollection(value) || isReference(value)) return true;
  return isPlain(value) && Object.values(value).some((item) => holdsEntities(item, [...above, value]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/**
 * A value with pictures in the place of MikroORM's entities, collections and references; the value itself where there
 * are none. MikroORM would show them itself, but in another way in each surrounding, and in full.
 */
export function withEntityPictures(value: unknown): unknown {
  if (!holdsEntities(value)) return value;
  const own = picture(value, 0);
  if (own !== value || typeof value !== 'object' || value === null) return own;
  if (Array.isArray(value)) return value.map((item: unknown) => withEntityPictures(item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withEntityPictures(item)]));
}
