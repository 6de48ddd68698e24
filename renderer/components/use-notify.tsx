import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { toProblem } from '../api/problem.ts';
import { useText } from '../i18n/provider.tsx';
import { notifyDone, notifyFailed, notifyWithAction } from './notify.ts';

/** Short notices in the corner. */
export interface Notify {
  /** Says that something was done; with `undo`, a button takes it back. */
  readonly done: (text: string, options?: { readonly undo?: () => void }) => void;
  /** Says that a command failed, in the words of its error code. */
  readonly failed: (error: unknown) => void;
}

/** Notices in the language of the console. */
export function useNotify(): Notify {
  const { t } = useText();
  return useMemo<Notify>(
    () => ({
      done: (text, options) => {
        const undo = options?.undo;
        if (undo === undefined) {
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
                undo();
              }}
            >
              {t('common.undo')}
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
