import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../api/client.ts';
import { useNotify } from '../components/use-notify.tsx';
import { useText } from '../i18n/provider.tsx';

/** Switches the push engine, says so, and offers to take it back. */
export function useEngineSwitch(): {
  readonly setActive: (active: boolean) => void;
  readonly isRunning: boolean;
} {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation(
    orpc.push.setActive.mutationOptions({
      onSuccess: ({ active }) => {
        void queries.invalidateQueries({ queryKey: orpc.push.key() });
        void queries.invalidateQueries({ queryKey: orpc.system.key() });
        notify.done(t(active ? 'nav.pushTurnedOn' : 'nav.pushTurnedOff'), {
          undo: () => {
            mutate({ active: !active });
          },
        });
      },
      onError: notify.failed,
    }),
  );
  return {
    setActive: (active) => {
      mutate({ active });
    },
    isRunning: isPending,
  };
}
