import { useText } from '../../i18n/provider.tsx';

/** A status of SyncML with what it means: `413 too large`; the bare number of an uncommon one. */
export function useStatusText(): (status: number) => string {
  const { textOf } = useText();
  return (status) => {
    const meaning = textOf(`syncStatuses.${String(status)}`);
    return meaning === null ? String(status) : `${String(status)} ${meaning}`;
  };
}
