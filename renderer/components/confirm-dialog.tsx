import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.tsx';
import { ErrorNotice } from './error-notice.tsx';

/** What {@link ConfirmDialog} asks. */
export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  /** The question, naming the thing: "Remove Ada’s E71?". */
  readonly title: string;
  /** What it means and what cannot be taken back. */
  readonly children: ReactNode;
  /** The verb on the button: "Remove". */
  readonly confirmLabel: string;
  /** Asked first; false keeps the dialog open, which then has to say what is missing. */
  readonly canConfirm?: () => boolean;
  /** Runs the command; the dialog stays open while it runs and shows its error. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  /** Destructive by default: a red button, and Cancel is what Enter presses. */
  readonly isDestructive?: boolean;
}

/** Asks before something that cannot be taken back. Cancel has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { t } = useText();
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isDestructive = props.isDestructive ?? true;

  const close = (): void => {
    setError(null);
    props.onClose();
  };
  const confirm = async (): Promise<void> => {
    if (props.canConfirm?.() === false) return;
    setIsRunning(true);
    setError(null);
    try {
      await props.onConfirm();
      close();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsRunning(false);
    }
  };

  return (
    <Modal
      opened={props.isOpen}
      onClose={close}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <div>{props.children}</div>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button
          color={isDestructive ? 'red' : 'teal'}
          loading={isRunning}
          onClick={() => void confirm()}
        >
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
