import type { SyncmlForm } from '../../codecs/syncml/index.ts';

/** Content type of a device information document in the form of its message (DevInf 1.2 §4). */
export function deviceInfoType({ encoding }: SyncmlForm): string {
  return `application/vnd.syncml-devinf+${encoding}`;
}
