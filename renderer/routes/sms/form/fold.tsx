import { Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayFormValues } from '../gateway-form.ts';
import type { FieldsProps } from './fields-props.ts';
import styles from './form.module.css';

/** What {@link Fold} needs. */
export interface FoldProps extends Pick<FieldsProps, 'form'> {
  readonly title: string;
  /** The fields inside: one that was refused opens it. */
  readonly fields: readonly (keyof GatewayFormValues)[];
  readonly children: ReactNode;
}

/** Settings that most people never touch, folded away. */
export function Fold({ form, title, fields, children }: FoldProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const hasFault = fields.some((field) => form.errors[field] !== undefined);
  useEffect(() => {
    if (hasFault) setIsOpen(true);
  }, [hasFault]);
  return (
    <details
      className={styles['more']}
      open={isOpen}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      <Stack gap="md" mt="sm">
        {children}
      </Stack>
    </details>
  );
}
