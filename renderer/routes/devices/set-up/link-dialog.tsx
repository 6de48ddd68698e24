import { Button, Modal, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { clientType } from '../../../../shared/catalogue/client-types.ts';
import type { Device } from '../../../../shared/model/device.ts';
import { defaultSettings } from '../../../../shared/model/settings.ts';
import { client, orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { linkWays, whyNotWay } from './link-ways.ts';
import type { LinkWay } from './link-ways.ts';
import { MadeLink } from './made-link.tsx';
import styles from './set-up.module.css';

/** What {@link LinkDialog} needs. */
export interface LinkDialogProps {
  readonly device: Device;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function LinkBody({ device, onClose }: Omit<LinkDialogProps, 'isOpen'>): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const [chosen, setWay] = useState<LinkWay>('none');
  const { data: settings = defaultSettings } = useQuery(orpc.settings.get.queryOptions({}));
  const { data: gateways } = useQuery(orpc.gateways.list.queryOptions({}));
  const make = useMutation({
    mutationFn: (send: LinkWay) => client.provisioning.link({ deviceId: device.id, send }),
    // The address is told once and kept nowhere but in this dialog.
    gcTime: 0,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: orpc.provisioning.key() });
    },
  });
  if (make.data !== undefined) return <MadeLink link={make.data} onClose={onClose} />;

  const facts = { device, gateways: gateways?.gateways ?? [], mail: settings.mail };
  const way = whyNotWay(chosen, facts) === null ? chosen : 'none';
  const { linkUse, linkHours } = settings.provisioning;
  const labels: Readonly<Record<LinkWay, string>> = {
    none: t('provisioningPage.link.how.none'),
    sms: t('provisioningPage.link.how.sms', {
      number: device.number ?? t('provisioningPage.link.number'),
    }),
    mail: t('provisioningPage.link.how.mail', { address: device.accountAddress }),
  };
  return (
    <>
      <p className={styles['intro']}>
        {t(`provisioningPage.link.intro.${clientType(device.clientType).link}`)}
      </p>
      {make.error === null ? null : (
        <div className={styles['error']}>
          <ErrorNotice error={make.error} />
        </div>
      )}
      <Radio.Group
        label={t('provisioningPage.link.how')}
        value={way}
        onChange={(value) => {
          setWay(linkWays.find((known) => known === value) ?? 'none');
        }}
      >
        <Stack gap={6} mt={6}>
          {linkWays.map((value) => {
            const why = whyNotWay(value, facts);
            return (
              <Radio
                key={value}
                size="xs"
                value={value}
                disabled={why !== null}
                label={labels[value]}
                description={
                  why === null
                    ? null
                    : t(
                        why === 'no-mail'
                          ? 'provisioningPage.link.no-mail'
                          : `provisioningReasons.${why}`,
                      )
                }
              />
            );
          })}
        </Stack>
      </Radio.Group>
      <p className="pd-soft">{t(`provisioningPage.link.use.${linkUse}`, { hours: linkHours })}</p>
      <div className={styles['foot']}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          data-autofocus
          loading={make.isPending}
          onClick={() => {
            make.mutate(way);
          }}
        >
          {t(`provisioningPage.link.make.${way}`)}
        </Button>
      </div>
    </>
  );
}

/** Makes a personal link for the owner of a phone: shown here, or sent by SMS or mail. */
export function LinkDialog({ device, isOpen, onClose }: LinkDialogProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size={560}
      title={t('provisioningPage.link.title', { name: device.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <LinkBody device={device} onClose={onClose} />
    </Modal>
  );
}
