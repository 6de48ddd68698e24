import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** How long a notice stays, in milliseconds; one that can be undone stays longer. */
const staysMs = { plain: 4_000, undo: 10_000, failed: 12_000 } as const;

/** Shows a short notice. Takes finished text: `useText` belongs to the caller. */
export function notifyDone(message: ReactNode): void {
  notifications.show({ message, autoClose: staysMs.plain, withBorder: true, color: 'teal' });
}

/** Shows that something did not work; the sentence says what it means. */
export function notifyFailed(title: string, message: ReactNode): void {
  notifications.show({
    title,
    message,
    autoClose: staysMs.failed,
    withBorder: true,
    color: 'red',
    role: 'alert',
  });
}

/** The same with a slot for a button, as {@link useNotify} makes it. */
export function notifyWithAction(render: (close: () => void) => ReactNode): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    message: render(() => {
      notifications.hide(id);
    }),
    autoClose: staysMs.undo,
    withBorder: true,
    color: 'teal',
  });
}
