import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Device } from '../../../../shared/model/device.ts';
import type { ProvisioningPreview } from '../../../../shared/model/provisioning.ts';
import { client, orpc } from '../../../api/client.ts';
import { toProblem } from '../../../api/problem.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { StateShape } from '../../../components/state-mark.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useText } from '../../../i18n/provider.tsx';
import { ConfigurationProgress } from './configuration-progress.tsx';
import { MessageBytes } from './message-bytes.tsx';
import { PhoneMessage } from './phone-message.tsx';
import { PreviewFacts } from './preview-facts.tsx';
import styles from './set-up.module.css';

interface SendBodyProps {
  readonly device: Device;
  readonly preview: ProvisioningPreview;
  readonly onClose: () => void;
}

function SendBody({ device, preview, onClose }: SendBodyProps): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (confirmRepeat: boolean) =>
      client.provisioning.send({ deviceId: device.id, confirmRepeat }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: orpc.provisioning.key() });
    },
  });
  if (send.data !== undefined) {
    return <ConfigurationProgress device={device} sent={send.data} onClose={onClose} />;
  }
  const wasRefused = send.error !== null && toProblem(send.error).code === 'ALREADY_SENT';
  const isRepeat = wasRefused || (preview.repeatUntil !== null && preview.repeatUntil > now);
  // Pressed once, it stays shut until the dialog is closed; a refused repeat was never sent.
  const isShut = !send.isIdle && !wasRefused;
  return (
    <>
      {send.error === null || wasRefused ? null : (
        <div className={styles['error']}>
          <ErrorNotice error={send.error} />
        </div>
      )}
      {preview.reason === null ? null : (
        <p className={styles['repeat']} role="alert">
          <StateShape state="attention" />
          <span>{t(`provisioningReasons.${preview.reason}`)}</span>
        </p>
      )}
      <div className={styles['preview']}>
        <PhoneMessage preview={preview} />
        <div>
          <PreviewFacts device={device} preview={preview} />
          {isRepeat ? (
            <p className={styles['repeat']} role="alert">
              <StateShape state="attention" />
              <span>
                {t('provisioningPage.dialog.repeat', {
                  time:
                    preview.lastSentAt === null
                      ? t('common.justNow')
                      : format.relative(preview.lastSentAt, now),
                })}
              </span>
            </p>
          ) : null}
        </div>
      </div>
      <MessageBytes messages={preview.messages} />
      <div className={styles['foot']}>
        <Button variant="default" data-autofocus={isRepeat || undefined} onClick={onClose}>
          {t(isShut ? 'common.close' : 'common.cancel')}
        </Button>
        <Button
          data-autofocus={isRepeat ? undefined : true}
          color={isRepeat ? 'red' : 'teal'}
          loading={send.isPending}
          disabled={isShut || !preview.isPossible}
          onClick={() => {
            send.mutate(isRepeat);
          }}
        >
          {t(isRepeat ? 'provisioningPage.dialog.repeat-send' : 'provisioningPage.dialog.send')}
        </Button>
      </div>
    </>
  );
}

/** What {@link SendDialog} needs. */
export interface SendDialogProps {
  readonly device: Device;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Shows what would be sent, sends it once, and then shows its way to the phone. */
export function SendDialog({ device, isOpen, onClose }: SendDialogProps): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(
    orpc.provisioning.preview.queryOptions({ input: { deviceId: device.id } }),
  );
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size={820}
      title={t('provisioningPage.dialog.title', { name: device.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data !== undefined ? (
        <SendBody device={device} preview={data} onClose={onClose} />
      ) : error === null ? (
        <p className="pd-soft">{t('common.loading')}</p>
      ) : (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      )}
    </Modal>
  );
}
