import type { AnyEntity, EntityManager, EventSubscriber, FlushEventArgs, TransactionEventArgs } from '@mikro-orm/core';
import type { TraceDetail } from '../../../core/layer-trace';
import { failure, type TraceEnd, type TraceRecorder } from '../../trace-recorder';
import { showValue } from '../show-value';
import type { MikroOrmLibrary } from './load-mikro-orm';

/** So many objects are told of in one event, and so many values of one object. */
const MOST_OBJECTS = 30;
const MOST_VALUES = 4;

type Named = Extract<TraceDetail, { kind: 'objects' }>['objects'][number];
type EntityManagerClass = new (
  ...args: ConstructorParameters<MikroOrmLibrary['EntityManager']>
) => InstanceType<MikroOrmLibrary['EntityManager']>;
type Method = (...args: unknown[]) => unknown;

function objects(all: readonly Named[]): TraceDetail {
  const kept = all.slice(0, MOST_OBJECTS);
  const more = all.length - kept.length;
  return {
    kind: 'objects',
    objects: more === 0 ? kept : [...kept, { name: `… and ${String(more)} more`, state: '' }],
  };
}

function text(words: string): TraceDetail {
  return { kind: 'text', text: words };
}

/** What MikroORM calls a class of entities, however it is asked for. */
function entityName(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  if (typeof asked === 'function') return asked.name;
  const name: unknown = typeof asked === 'object' && asked ? Reflect.get(asked, 'name') : null;
  return typeof name === 'string' ? name : 'entity';
}

function isSavepoint({ transaction }: { readonly transaction?: unknown }): boolean {
  return typeof transaction === 'object' && transaction !== null && 'savepointName' in transaction;
}

/** What the unit of work of MikroORM does, for the trace: its entities, and the states in which they are. */
export class UnitOfWorkTracer {
  readonly #library: MikroOrmLibrary;
  readonly #trace: TraceRecorder;
  /** Transactions that are about to begin, to commit or to roll back. */
  readonly #underWay = new WeakMap<object, (end?: TraceEnd) => void>();

  constructor(library: MikroOrmLibrary, trace: TraceRecorder) {
    this.#library = library;
    this.#trace = trace;
  }

  /** Hears of flushes and transactions. */
  readonly subscriber: EventSubscriber = {
    onFlush: ({ uow }: FlushEventArgs) => {
      const changes = uow.getChangeSets().map(({ entity, type, payload }) => {
        if (type.startsWith('create')) return this.#named(entity, 'new');
        if (type.startsWith('delete')) return this.#named(entity, 'removed');
        return this.#named(entity, `changed: ${Object.keys(payload).join(', ')}`);
      });
      const nothing = text('No entity has changed since it was loaded, and none is new or removed: nothing is sent.');
      this.#trace.note('orm', 'Change sets are computed', changes.length === 0 ? nothing : objects(changes));
    },
    beforeTransactionStart: (args: TransactionEventArgs) => {
      // The transaction in which it begins, if it begins in one.
      this.#begin(args, args.transaction === undefined ? 'Transaction begins' : 'Savepoint is set');
    },
    afterTransactionStart: (args: TransactionEventArgs) => {
      this.#end(args);
    },
    beforeTransactionCommit: (args: TransactionEventArgs) => {
      this.#begin(args, isSavepoint(args) ? 'Savepoint is released' : 'Transaction commits');
    },
    afterTransactionCommit: (args: TransactionEventArgs) => {
      this.#end(args);
    },
    beforeTransactionRollback: (args: TransactionEventArgs) => {
      this.#begin(args, isSavepoint(args) ? 'Transaction rolls back to its savepoint' : 'Transaction rolls back');
    },
    afterTransactionRollback: (args: TransactionEventArgs) => {
      this.#end(args);
    },
  };

  /** An entity manager that says what it is asked for. */
  entityManager(): EntityManagerClass {
    const traced = class extends this.#library.EntityManager {};
    Object.defineProperty(traced, 'name', { value: this.#library.EntityManager.name });
    this.#wrap(traced, 'find', (em, [name, where], call) => this.#load(em, `${entityName(name)}: find`, where, call));
    this.#wrap(traced, 'findOne', (em, [name, where], call) =>
      this.#load(em, `${entityName(name)}: find one`, where, call),
    );
    this.#wrap(traced, 'persist', (em, [given], call) => {
      const managed = new Set(this.#managed(em));
      const done = call();
      const added = this.#entities(given).filter((entity) => !managed.has(entity));
      const named = added.map((entity) => this.#named(entity, 'to be inserted by the next flush'));
      if (named.length > 0) this.#trace.note('orm', 'Entity is persisted', objects(named));
      return done;
    });
    this.#wrap(traced, 'remove', (_em, [given], call) => {
      const done = call();
      const named = this.#entities(given).map((entity) => this.#named(entity, 'to be deleted by the next flush'));
      this.#trace.note('orm', 'Entity is removed', objects(named));
      return done;
    });
    this.#wrap(traced, 'clear', (em, _args, call) => {
      const left = this.#managed(em).map((entity) => this.#named(entity, 'managed; now detached'));
      this.#trace.note('orm', 'Identity map is emptied', left.length === 0 ? text('It was empty.') : objects(left));
      return call();
    });
    this.#wrap(traced, 'flush', async (em, _args, call) => {
      const end = this.#trace.begin('orm', 'Unit of work is flushed', text('It looks for what has changed.'));
      try {
        await call();
        const managed = this.#managed(em).map((entity) => this.#named(entity, 'managed'));
        end(managed.length === 0 ? {} : { detail: objects(managed) });
      } catch (thrown) {
        end({ error: failure(thrown) });
        throw thrown;
      }
    });
    return traced;
  }

  /** Has a method of entity managers do what it did, within something that tells of it. */
  #wrap(
    { prototype }: { readonly prototype: object },
    name: 'find' | 'findOne' | 'persist' | 'remove' | 'clear' | 'flush',
    around: (em: EntityManager, args: readonly unknown[], call: () => unknown) => unknown,
  ): void {
    const original = Reflect.get(prototype, name) as Method;
    const value = function (this: EntityManager, ...args: unknown[]): unknown {
      return around(this, args, () => Reflect.apply(original, this, args));
    };
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }

  async #load(em: EntityManager, title: string, where: unknown, call: () => unknown): Promise<unknown> {
    const before = new Map(this.#managed(em).map((entity) => [entity, this.#isLoaded(entity)]));
    const end = this.#trace.begin('orm', title, text(`Where ${showValue(where)}.`));
    try {
      const found = await call();
      const named = this.#entities(found).map((entity) => {
        const was = before.get(entity);
        if (was === undefined) return this.#named(entity, 'loaded, now managed');
        return this.#named(entity, was ? 'was in the identity map' : 'was a reference, now loaded');
      });
      end(named.length === 0 ? {} : { detail: objects(named) });
      return found;
    } catch (thrown) {
      end({ error: failure(thrown) });
      throw thrown;
    }
  }

  #begin({ em }: TransactionEventArgs, title: string): void {
    this.#underWay.set(em, this.#trace.begin('orm', title, text('The entity manager asks its driver for it.')));
  }

  #end({ em }: TransactionEventArgs): void {
    this.#underWay.get(em)?.();
    this.#underWay.delete(em);
  }

  #entities(given: unknown): readonly AnyEntity[] {
    return (Array.isArray(given) ? given : [given]).filter((one): one is AnyEntity =>
      this.#library.Utils.isEntity(one),
    );
  }

  #managed(em: EntityManager): readonly AnyEntity[] {
    return em.getUnitOfWork().getIdentityMap().values();
  }

  #isLoaded(entity: AnyEntity): boolean {
    return this.#library.helper(entity).__initialized;
  }

  /** An entity with what is known of it; nothing is loaded for it. */
  #named(entity: AnyEntity, state: string): Named {
    const { __meta: meta } = this.#library.helper(entity);
    const values = meta.props
      .filter(({ kind }) => kind === this.#library.ReferenceKind.SCALAR)
      .map(({ name }) => [name, Reflect.get(entity, name) as unknown] as const)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${showValue(value)}`);
    const told = values.slice(0, MOST_VALUES).join(', ');
    return { name: `${meta.className}(${told}${values.length > MOST_VALUES ? ', …' : ''})`, state };
  }
}
