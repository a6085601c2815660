import {
  IdempotencyConflict,
  NotFound,
  actorKeyOf,
  readonlyView,
  type AnyEvent,
  type Codec,
  type Command,
  type CommandId,
  type KeyId,
  type NewId,
  type OldFacts,
  type SealedText,
  type Submission,
  type Vault,
  type Verdict,
} from '#kernel';
import { commandHashInput } from '../codec/command-hash-input.js';
import type { Prepared } from './prepared.js';
import type { StreamMemory } from './stream-memory.js';

const noFacts = { facts: {}, factsRevision: undefined };
const nothingSealed = { sealed: {}, keys: [] };

/** All that is done before the queue: ids, old facts, sealing, the command's hash. */
export class Preparation<C extends Command, E extends AnyEvent, S extends object> {
  constructor(
    private readonly memory: StreamMemory<C, E, S>,
    private readonly codec: Codec,
    private readonly vault: Vault,
  ) {}

  commandId({ stream, actor, key }: Submission): CommandId {
    return this.codec.commandId(stream, actorKeyOf(actor), key);
  }

  /** @throws NotFound when the stream's owner has no key: there is no such bank, person or network. */
  async prepare(submission: Submission<C>, id: CommandId): Promise<Prepared<E>> {
    const checkedRevision = this.memory.revisionOf(id);
    const newId: NewId = (kind, n = 0) => this.codec.newId(id, kind, n) as never;
    const { command } = submission;
    const target = this.targetOf(command);
    const { facts, factsRevision } = target === undefined ? noFacts : await this.factsOf(target);
    const { sealed, keys: textKeys } = command.texts ? await this.seal(command, newId, facts) : nothingSealed;
    const keys = textKeys.length > 0 ? textKeys : await this.stampKeys(command);
    const hash = keys.length > 0 ? await this.hashUnder(id, keys, submission) : undefined;
    if (hash === undefined) throw new NotFound();
    return { id, hash, keys, sealed, newId, facts, factsRevision, checkedRevision };
  }

  /**
   * The answer of a command that was accepted before; undefined when it is new.
   * Where a key was destroyed since, the inputs can no longer be compared and the answer stands.
   *
   * @throws IdempotencyConflict when another input came under the same key
   */
  async repeat(submission: Submission, id: CommandId): Promise<Verdict<E> | undefined> {
    const [first, ...rest] = await this.memory.recordsOf(id);
    if (!first) return undefined;
    const { command } = first.record;
    const hash = await this.hashUnder(id, command.keys, submission);
    if (hash !== undefined && hash !== command.hash) throw new IdempotencyConflict();
    const made = [first, ...rest];
    return {
      accepted: true,
      records: made.map(({ record }) => record),
      position: made.reduce((last, { position }) => (position > last ? position : last), first.position),
    };
  }

  private hashUnder(id: CommandId, keys: readonly KeyId[], submission: Submission): Promise<string | undefined> {
    return this.vault.commandHash(id, keys, commandHashInput(submission));
  }

  /** The entity whose last record has to be read before; undefined where the state answers for it. */
  private targetOf(command: C): string | undefined {
    const { definition, state } = this.memory;
    return definition.inState?.(command, readonlyView(state)) ? undefined : definition.targetOf(command);
  }

  private async factsOf(target: string): Promise<Pick<Prepared<E>, 'facts' | 'factsRevision'>> {
    const { definition } = this.memory;
    const factsRevision = this.memory.lastOf(target);
    const last = factsRevision === undefined ? undefined : (await this.memory.read(factsRevision))?.record;
    return { facts: last && definition.entityOf(last.event) === target ? { last } : {}, factsRevision };
  }

  private stampKeys(command: C): Promise<readonly KeyId[]> {
    return this.vault.keysOf(this.memory.definition.stampOwners(command, this.memory.stream));
  }

  private async seal(command: C, newId: NewId, facts: OldFacts<E>) {
    const sealed: Record<string, SealedText> = {};
    const all = new Set<KeyId>();
    for (const [field, plain] of Object.entries(command.texts ?? {})) {
      const place = this.memory.definition.sealing(command, field, readonlyView(this.memory.state), newId, facts);
      const keys = await this.vault.keysOf(place.owners);
      if (keys.length === 0) throw new NotFound();
      for (const key of keys) all.add(key);
      sealed[field] = await this.vault.seal(plain, keys, {
        stream: this.memory.stream,
        entity: place.entity,
        field: place.field,
      });
    }
    return { sealed, keys: [...all].sort() };
  }
}
