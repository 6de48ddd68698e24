import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '../../../api/client.ts';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';

/** What can be done with messages, one or many. */
export type MessageCommand =
  | { readonly kind: 'retry' | 'pause' | 'resume' }
  /** By one gateway alone; null gives them back to the routes. */
  | { readonly kind: 'reroute'; readonly gatewayId: string | null };

/** Runs commands on messages and says what became of them. */
export interface MessageCommands {
  readonly run: (command: MessageCommand, ids: readonly string[]) => Promise<void>;
  readonly isRunning: boolean;
}

const undoneBy = { pause: 'resume', resume: 'pause' } as const;

function call(
  command: MessageCommand,
  ids: string[],
): Promise<{ readonly done: number; readonly skipped: number }> {
  return command.kind === 'reroute'
    ? client.messages.reroute({ ids, gatewayId: command.gatewayId })
    : client.messages[command.kind]({ ids });
}

/** Commands on messages; a pause and its end can be taken back from their notice. */
export function useMessageCommands(): MessageCommands {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (given: {
      readonly command: MessageCommand;
      readonly ids: readonly string[];
      readonly canUndo: boolean;
    }) => {
      const { command, ids, canUndo } = given;
      const { done, skipped } = await call(command, [...ids]);
      void queries.invalidateQueries({ queryKey: orpc.messages.key() });
      const text = t(`messagesPage.done.${command.kind}`, { done });
      const left = skipped === 0 ? '' : ` ${t('messagesPage.skipped', { skipped })}`;
      const kind = command.kind;
      // What was skipped would be touched by the way back.
      const isUndoable = canUndo && skipped === 0 && (kind === 'pause' || kind === 'resume');
      notify.done(
        text + left,
        isUndoable ? { undo: () => void start({ kind: undoneBy[kind] }, ids, false) } : undefined,
      );
    },
  });
  async function start(
    command: MessageCommand,
    ids: readonly string[],
    canUndo: boolean,
  ): Promise<void> {
    try {
      await mutateAsync({ command, ids, canUndo });
    } catch (error) {
      notify.failed(error);
    }
  }
  return { run: (command, ids) => start(command, ids, true), isRunning: isPending };
}
