import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { toProblem } from '../api/problem.ts';
import { useText } from '../i18n/provider.tsx';
import { notifyDone, notifyFailed, notifyWithAction } from './notify.ts';

/** A button on a notice. */
export interface NotifyOptions {
  readonly undo?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Short notices in the corner. */
export interface Notify {
  /** Says that something was done; with `undo`, a button takes it back, with `action` one goes on. */
  readonly done: (text: string, options?: NotifyOptions) => void;
  /** Says that a command failed, in the words of its error code. */
  readonly failed: (error: unknown) => void;
}

/** Notices in the language of the console. */
export function useNotify(): Notify {
  const { t } = useText();
  return useMemo<Notify>(
    () => ({
      done: (text, options) => {
        const action =
          options?.undo === undefined
            ? options?.action
            : { label: t('common.undo'), run: options.undo };
        if (action === undefined) {
          notifyDone(text);
          return;
        }
        notifyWithAction((close) => (
          <Group justify="space-between" wrap="nowrap">
            <span>{text}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => {
                close();
                action.run();
              }}
            >
              {action.label}
            </Button>
          </Group>
        ));
      },
      failed: (error) => {
        const { code } = toProblem(error);
        notifyFailed(t(`errors.${code}.what`), t(`errors.${code}.hint`));
      },
    }),
    [t],
  );
}
