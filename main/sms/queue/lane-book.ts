import type { MessageClass } from '../../../shared/model/message.ts';
import type { MessageRow } from '../../store/types.ts';
import type { LaneClass } from '../../store/queue-types.ts';

/** In the order in which they go. */
const classes: readonly MessageClass[] = ['alert', 'normal', 'bulk'];

/**
 * Which messages may be due, by lane and class. What is read to its end is not looked at again before
 * something says that there may be more.
 */
export class LaneBook {
  readonly #pending = new Map<string, Set<MessageClass>>();
  #turn = 0;

  /** Whether anything may be due. */
  get hasPending(): boolean {
    return this.#pending.size > 0;
  }

  /** A message waits that may be due. */
  mark({ lane, class: name }: Pick<MessageRow, 'lane' | 'class'>): void {
    const known = this.#pending.get(lane);
    if (known === undefined) this.#pending.set(lane, new Set([name]));
    else known.add(name);
  }

  /** Messages of these lanes wait; of which class is not known. */
  markAll(lanes: readonly string[]): void {
    for (const lane of lanes) this.#pending.set(lane, new Set(classes));
  }

  /** Nothing of these messages is due now. */
  drained({ lane, class: name }: LaneClass): void {
    const known = this.#pending.get(lane);
    known?.delete(name);
    if (known?.size === 0) this.#pending.delete(lane);
  }

  /** What may be due, the most urgent class first; lanes of one class take turns at being first. */
  inOrder(): LaneClass[] {
    const lanes = [...this.#pending.keys()];
    this.#turn = lanes.length === 0 ? 0 : (this.#turn + 1) % lanes.length;
    const turned = [...lanes.slice(this.#turn), ...lanes.slice(0, this.#turn)];
    return classes.flatMap((name) =>
      turned
        .filter((lane) => this.#pending.get(lane)?.has(name))
        .map((lane) => ({ lane, class: name })),
    );
  }

  /** Lanes of which messages wait that go before a new one of this class. */
  lanesBefore(name: MessageClass): string[] {
    const before = classes.slice(0, classes.indexOf(name) + 1);
    return [...this.#pending].flatMap(([lane, pending]) =>
      before.some((each) => pending.has(each)) ? [lane] : [],
    );
  }
}
