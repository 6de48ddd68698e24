import type { ReactNode } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { useText } from '../../i18n/provider.tsx';
import { hrefOf, placeOf } from '../../routing/places.ts';
import type { Place } from '../../routing/places.ts';
import { capitalize, isWord, logValues } from './log-values.ts';

/** Where a placeholder's value leads, if it is an object that the line knows. */
function placeOfPart(name: string, entry: LogEntry): Place | null {
  if (name === 'device' && entry.deviceId !== null) return placeOf('device', entry.deviceId);
  if (name === 'account' && entry.accountId !== null) return placeOf('account', entry.accountId);
  if (name === 'gateway' && entry.gatewayId !== null) return placeOf('gateway', entry.gatewayId);
  return null;
}

/** What {@link LogSentence} shows. */
export interface LogSentenceProps {
  readonly entry: LogEntry;
  /** Class of the links. */
  readonly linkClass?: string | undefined;
}

/** A line as a sentence whose device, account and gateway can be clicked. */
export function LogSentence({ entry, linkClass }: LogSentenceProps): ReactNode {
  const tools = useText();
  const parts = tools.partsOf(`log.${entry.key}`, logValues(entry, tools));
  if (parts === null) return entry.text;
  return parts.map((part, index) => {
    const place = part.name === null ? null : placeOfPart(part.name, entry);
    if (place === null) {
      return index === 0 && part.name !== null && isWord(part.name)
        ? capitalize(part.text, tools.language)
        : part.text;
    }
    return (
      <a key={index} href={hrefOf(place)} className={linkClass} tabIndex={-1}>
        {part.text}
      </a>
    );
  });
}
