import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { AreaService } from '../../api/services.ts';
import { segmentText } from '../../codecs/gsm-sms/index.ts';
import type { Clock, Stop } from '../../platform/clock.ts';
import type { Random } from '../../platform/random.ts';
import type { Store } from '../../store/types.ts';
import type { GatewayEvents } from '../gateways/gateway.ts';

/** What {@link createPhoneLetters} needs. */
export interface PhoneLettersDeps {
  readonly store: Pick<Store, 'devices' | 'phones'>;
  readonly clock: Clock;
  readonly random: Random;
  /** Ids of the simulators that are switched on, the first in order first. */
  simulators(): readonly string[];
}

/** SMS that virtual phones send to the office. */
export interface PhoneLetters {
  /** From now on phones may write to this simulator; until the answer is called. */
  connect(gatewayId: string, take: GatewayEvents['incoming']): Stop;
  readonly reply: AreaService<'simulator'>['reply'];
}

/** Makes the way from the virtual phones to the simulators. */
export function createPhoneLetters(deps: PhoneLettersDeps): PhoneLetters {
  const { store, clock } = deps;
  const open = new Map<string, GatewayEvents['incoming']>();
  let reference = deps.random.integer(256);

  async function hasPhone(number: string): Promise<boolean> {
    if ((await store.devices.getByNumber(number)) !== undefined) return true;
    return (await store.phones.countByNumber()).has(number);
  }

  return {
    connect(gatewayId, take) {
      open.set(gatewayId, take);
      return () => {
        // One with other settings may have taken its place by now.
        if (open.get(gatewayId) === take) open.delete(gatewayId);
      };
    },
    async reply({ number, text }) {
      if (text.trim() === '') throw invalidField('text', 'required');
      if (!(await hasPhone(number))) throw new AppError('NOT_FOUND');
      const [take] = deps.simulators().flatMap((id) => open.get(id) ?? []);
      if (take === undefined) throw new AppError('NO_GATEWAY');
      reference = (reference + 1) & 0xff;
      const { dataCoding, segments } = segmentText(text, { reference });
      const sentAt = clock.now();
      for (const part of segments) await take({ number, dcs: dataCoding, part, sentAt });
      return { done: true };
    },
  };
}
