import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { client, orpc } from '../../../api/client.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { useMessageCommands } from './use-message-commands.ts';

/** Everything that can be done with messages, in the order of the buttons. */
const everyAction = ['retry', 'pause', 'resume', 'reroute', 'drop'] as const;
type Action = (typeof everyAction)[number];

interface RerouteMenuProps {
  readonly isDisabled: boolean;
  readonly onChoose: (gatewayId: string | null) => void;
}

function RerouteMenu({ isDisabled, onChoose }: RerouteMenuProps): ReactNode {
  const { t } = useText();
  const gateways = useQuery(orpc.gateways.list.queryOptions({})).data?.gateways ?? [];
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          disabled={isDisabled}
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {t('messagesPage.action.reroute')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            onChoose(null);
          }}
        >
          {t('messagesPage.reroute.routes')}
        </Menu.Item>
        {gateways.length === 0 ? null : <Menu.Divider />}
        {gateways.map(({ id, name }) => (
          <Menu.Item
            key={id}
            onClick={() => {
              onChoose(id);
            }}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What {@link MessageActions} needs. */
export interface MessageActionsProps {
  readonly ids: readonly string[];
  /** What the state of a single message allows; all of it for many. */
  readonly allowed?: readonly Action[];
  /** True for a message that waits: it need not go again, only at once. */
  readonly isWaiting?: boolean;
}

/** What can be done with one message or many. Dropping is asked for. */
export function MessageActions(props: MessageActionsProps): ReactNode {
  const { ids, allowed = everyAction, isWaiting = false } = props;
  const { t } = useText();
  const notify = useNotify();
  const { run, isRunning } = useMessageCommands();
  const [isDropping, setIsDropping] = useState(false);
  const label = (action: Action): string =>
    action === 'retry' && isWaiting
      ? t('messagesPage.action.retry-now')
      : t(`messagesPage.action.${action}`);
  const drop = async (): Promise<void> => {
    const { done, skipped } = await client.messages.drop({ ids: [...ids] });
    const left = skipped === 0 ? '' : ` ${t('messagesPage.skipped', { skipped })}`;
    notify.done(t('messagesPage.done.drop', { done }) + left);
  };
  return (
    <>
      {everyAction
        .filter((action) => allowed.includes(action))
        .map((action) =>
          action === 'reroute' ? (
            <RerouteMenu
              key={action}
              isDisabled={isRunning}
              onChoose={(gatewayId) => void run({ kind: 'reroute', gatewayId }, ids)}
            />
          ) : (
            <Button
              key={action}
              variant="default"
              size="compact-sm"
              disabled={isRunning}
              {...(action === 'drop' ? { c: 'var(--pd-failed)' } : {})}
              onClick={() => {
                if (action === 'drop') setIsDropping(true);
                else void run({ kind: action }, ids);
              }}
            >
              {label(action)}
            </Button>
          ),
        )}
      <ConfirmDialog
        isOpen={isDropping}
        title={t('messagesPage.drop.title', { count: ids.length })}
        confirmLabel={t('messagesPage.action.drop')}
        onConfirm={drop}
        onClose={() => {
          setIsDropping(false);
        }}
      >
        <p>{t('messagesPage.drop.text')}</p>
      </ConfirmDialog>
    </>
  );
}
