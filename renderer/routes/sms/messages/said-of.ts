import type { Message } from '../../../../shared/model/message.ts';
import type { TextTools } from '../../../i18n/provider.tsx';

/** What was said about the reason of a message: by its gateways where it waits for them, else as it came. */
export function saidOf({ detail, ways = [] }: Message, t: TextTools['t']): string[] {
  if (ways.length === 0) return detail === '' ? [] : [detail];
  return ways.map(({ gatewayName, reason, detail: words }) => {
    const told = t('messagesPage.way', {
      gateway: gatewayName,
      reason: t(`gatewayReasons.${reason}`),
    });
    return words === '' ? told : `${told} ${words}`;
  });
}
