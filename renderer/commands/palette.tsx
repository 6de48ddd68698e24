import { Spotlight } from '@mantine/spotlight';
import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { orpc } from '../api/client.ts';
import { useText } from '../i18n/provider.tsx';
import { placeOf } from '../routing/places.ts';
import { Keys } from './keys-view.tsx';
import styles from './palette.module.css';
import type { Command } from './use-commands.ts';

/** Most entries of the palette at once. */
const mostShown = 40;

/** Search or command: places, commands, devices, accounts, gateways and guides by their names. */
export function Palette({ commands }: { readonly commands: readonly Command[] }): ReactNode {
  const { t, language } = useText();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const devices = useQuery({ ...orpc.devices.list.queryOptions({}), enabled: isOpen });
  const accounts = useQuery({ ...orpc.accounts.list.queryOptions({}), enabled: isOpen });
  const gateways = useQuery({ ...orpc.gateways.list.queryOptions({}), enabled: isOpen });
  const guides = useQuery({
    ...orpc.guides.list.queryOptions({ input: { language } }),
    enabled: isOpen,
  });

  const ofGroup = (group: Command['group']): SpotlightActionData[] =>
    commands
      .filter((command) => command.group === group)
      .map((command) => ({
        id: command.id,
        label: command.label,
        keywords: [...(command.keywords ?? [])],
        onClick: command.run,
        rightSection:
          command.shortcut === undefined ? undefined : <Keys shortcut={command.shortcut} />,
      }));
  const objects = (
    kind: 'device' | 'account' | 'gateway',
    rows: readonly { readonly id: string; readonly label: string; readonly about: string }[],
  ): SpotlightActionData[] =>
    rows.map((row) => ({
      id: `${kind}-${row.id}`,
      label: row.label,
      description: row.about,
      onClick: () => void navigate({ ...placeOf(kind, row.id) }),
    }));

  const groups: SpotlightActionGroupData[] = [
    { group: t('nav.goGroup'), actions: ofGroup('go') },
    { group: t('nav.commandsGroup'), actions: ofGroup('commands') },
    {
      group: t('nav.devicesGroup'),
      actions: objects(
        'device',
        (devices.data?.devices ?? []).map((device) => ({
          id: device.id,
          label: device.name,
          about: [device.accountAddress, device.number].filter((word) => word !== null).join(', '),
        })),
      ),
    },
    {
      group: t('nav.accountsGroup'),
      actions: objects(
        'account',
        (accounts.data?.accounts ?? []).map((account) => ({
          id: account.id,
          label: account.address,
          about: account.displayName,
        })),
      ),
    },
    {
      group: t('nav.gatewaysGroup'),
      actions: objects(
        'gateway',
        (gateways.data?.gateways ?? []).map((gateway) => ({
          id: gateway.id,
          label: gateway.name,
          about: t(`gatewayReasons.${gateway.reason}`),
        })),
      ),
    },
    {
      group: t('nav.guidesGroup'),
      actions: (guides.data?.guides ?? []).map((guide) => ({
        id: `guide-${guide.clientType ?? guide.topic ?? guide.title}`,
        label: guide.title,
        description: guide.summary,
        onClick: () =>
          void navigate({
            to: '/guides',
            search:
              guide.clientType === null
                ? { topic: guide.topic ?? '' }
                : { clientType: guide.clientType },
          }),
      })),
    },
  ];
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      limit={mostShown}
      scrollable
      maxHeight={420}
      lockScroll={false}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{ action: styles['action'] ?? '', actionsGroup: styles['group'] ?? '' }}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      nothingFound={t('nav.commandEmpty')}
      searchProps={{
        placeholder: t('nav.command'),
        'aria-label': t('nav.command'),
        leftSection: <IconSearch size={16} aria-hidden />,
      }}
      attributes={{ content: { 'aria-label': t('nav.command') } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      onSpotlightOpen={() => {
        setIsOpen(true);
      }}
      onSpotlightClose={() => {
        setIsOpen(false);
      }}
    />
  );
}
