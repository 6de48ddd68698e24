import type { LoggedMessage } from './syncevolution-report.ts';

/** A Status as SyncEvolution read it. */
export interface LoggedStatus {
  /** What it is about: `SyncHdr`, `Alert`, `Add` … */
  readonly command: string;
  readonly code: number;
  readonly targetRef: string | undefined;
}

/** Contents of all elements of this name, in order; of those that hold text only. */
export function valuesOf({ xml }: LoggedMessage, element: string): readonly string[] {
  const pattern = new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'gu');
  return [...xml.matchAll(pattern)].map(([, text = '']) => text);
}

/** How often an element begins. */
export function countOf({ xml }: LoggedMessage, element: string): number {
  return [...xml.matchAll(new RegExp(`<${element}[ />]`, 'gu'))].length;
}

/** Every Status of a message. */
export function statusesOf({ xml, direction }: LoggedMessage): readonly LoggedStatus[] {
  return [...xml.matchAll(/<Status>(.*?)<\/Status>/gsu)].map(([, inner = '']) => {
    const status = { direction, xml: inner };
    return {
      command: valuesOf(status, 'Cmd')[0] ?? '',
      code: Number(valuesOf(status, 'Data')[0]),
      targetRef: valuesOf(status, 'TargetRef')[0],
    };
  });
}

/** Codes of the Statuses for a command, over all messages of a direction. */
export function codesFor(
  messages: readonly LoggedMessage[],
  direction: LoggedMessage['direction'],
  command: string,
): readonly number[] {
  return messages
    .filter((message) => message.direction === direction)
    .flatMap(statusesOf)
    .filter((status) => status.command === command)
    .map(({ code }) => code);
}
