import type { Change, ChangeInput, ChangeSource } from '../../shared/model/change.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { ChangeRow, Store } from '../store/types.ts';
import { createAccountIndex } from './account-index.ts';
import { createGroupCommit } from './group-commit.ts';
import { logChanges } from './journal-log.ts';
import type { ChangeToWrite } from './journal-log.ts';
import { doorLimits } from './limits.ts';
import { createRefusalLog } from './refusal-log.ts';

/** A change's place in the journal. */
export interface AcceptedChange {
  /** Journal number; grows. */
  readonly id: number;
  readonly traceId: string;
}

/** What {@link createJournal} needs. */
export interface JournalDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  /** Called after each commit, in order, with what there is to plan. */
  readonly onAppended: (changes: readonly ChangeRow[]) => void;
}

/** The durable journal of changes. */
export interface Journal extends AreaService<'changes'> {
  /**
   * Writes a change down. Resolves after the commit; throws UNKNOWN_ACCOUNT or UNKNOWN_FOLDER, and
   * says so in the log.
   */
  accept(input: ChangeInput, source: ChangeSource): Promise<AcceptedChange>;
  /** The same for many, which share transactions; a refused one is an error in its place. */
  acceptMany(
    inputs: readonly ChangeInput[],
    source: ChangeSource,
  ): Promise<(AcceptedChange | AppError)[]>;
  /** Waits for what is being written, and lets go of the events. */
  stop: StopAsync;
}

/** Makes the journal. It resolves names from memory, so a report costs one transaction. */
export function createJournal(deps: JournalDeps): Journal {
  const { store, clock, ids, events, log } = deps;
  const index = createAccountIndex(store, events);
  const refusals = createRefusalLog(log, clock);
  const commits = createGroupCommit(writeGroup, doorLimits.changesPerCommit);

  async function writeGroup(changes: readonly ChangeToWrite[]): Promise<AcceptedChange[]> {
    const rows = changes.map(({ address: _address, ...row }) => row);
    const numbers = await store.transaction(({ changes: journal }) => journal.append(rows));
    logChanges(log, changes);
    deps.onAppended(rows.map((row, index): ChangeRow => ({ ...row, id: numbers[index] ?? 0 })));
    return numbers.map((id, index) => ({ id, traceId: rows[index]?.traceId ?? '' }));
  }

  /** Answers without a promise where memory has all that is needed. */
  function resolve(
    input: ChangeInput,
    source: ChangeSource,
  ): ChangeToWrite | Promise<ChangeToWrite> {
    const account = index.find(input.account);
    if (!account) throw unknownAccount(input);
    const dataType = index.folder(account.id, input.folder);
    const complete = (found: Awaited<typeof dataType>): ChangeToWrite => {
      if (found === undefined) throw unknownFolder(input, account.id);
      return {
        traceId: ids.next(),
        accountId: account.id,
        address: account.address,
        dataType: found,
        folder: input.folder,
        origin: input.origin === undefined || input.origin === '' ? null : input.origin,
        source,
        at: clock.now(),
      };
    };
    return dataType instanceof Promise ? dataType.then(complete) : complete(dataType);
  }

  function unknownAccount({ account }: ChangeInput): AppError {
    refusals.write({
      level: 'warn',
      area: 'changes',
      key: 'change.unknown-account',
      params: { account },
    });
    return new AppError('UNKNOWN_ACCOUNT', { params: { account } });
  }

  function unknownFolder({ account, folder }: ChangeInput, accountId: string): AppError {
    refusals.write({
      level: 'warn',
      area: 'changes',
      key: 'change.unknown-folder',
      params: { account, folder },
      accountId,
    });
    return new AppError('UNKNOWN_FOLDER', { params: { account, folder } });
  }

  /** What a failed write is told as: the account may have gone since it was looked up. */
  async function reasonOf(input: ChangeInput, accountId: string, error: unknown): Promise<unknown> {
    index.forget();
    await index.refresh();
    return index.find(accountId) ? error : unknownAccount(input);
  }

  async function accept(input: ChangeInput, source: ChangeSource): Promise<AcceptedChange> {
    const refreshing = index.refresh();
    if (refreshing) await refreshing;
    const resolved = resolve(input, source);
    const change = resolved instanceof Promise ? await resolved : resolved;
    try {
      const [accepted] = await commits.add([change]);
      if (accepted) return accepted;
    } catch (error) {
      throw await reasonOf(input, change.accountId, error);
    }
    throw new AppError('INTERNAL');
  }

  /** One slice of many: resolved together, written together. */
  async function acceptSlice(
    inputs: readonly ChangeInput[],
    source: ChangeSource,
  ): Promise<(AcceptedChange | AppError)[]> {
    await index.refresh();
    const resolved: (ChangeToWrite | AppError)[] = [];
    for (const input of inputs) {
      try {
        const change = resolve(input, source);
        resolved.push(change instanceof Promise ? await change : change);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        resolved.push(error);
      }
    }
    const changes = resolved.flatMap((one) => (one instanceof AppError ? [] : [one]));
    const accepted = changes.length > 0 ? await commits.add(changes) : [];
    let next = 0;
    return resolved.map((one) => {
      if (one instanceof AppError) return one;
      next += 1;
      return accepted[next - 1] ?? new AppError('INTERNAL');
    });
  }

  return {
    accept,
    report: (input) => accept(input, 'api'),
    async acceptMany(inputs, source) {
      const outcomes: (AcceptedChange | AppError)[] = [];
      for (let from = 0; from < inputs.length; from += doorLimits.changesPerCommit) {
        const slice = inputs.slice(from, from + doorLimits.changesPerCommit);
        outcomes.push(...(await acceptSlice(slice, source)));
      }
      return outcomes;
    },
    async list(input) {
      const { accountId, before, limit = 100 } = input ?? {};
      const rows = await store.changes.listBefore({ accountId, before, limit });
      await index.refresh();
      const changes = rows.map((row): Change => ({
        ...row,
        accountAddress: index.find(row.accountId)?.address ?? '',
      }));
      return { changes };
    },
    async stop() {
      await commits.idle();
      index.stop();
    },
  };
}
