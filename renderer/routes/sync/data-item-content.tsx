import { Button, Collapse } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ItemDetail, ItemField } from '../../../shared/model/item.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { useText } from '../../i18n/provider.tsx';
import { fieldLabel, fieldText } from './data-field-text.ts';
import { innerFormText, pictureOf } from './data-inner-form.ts';
import { itemName } from './data-item-columns.tsx';
import styles from './data.module.css';

/** Readable fields with their labels; equal labels that follow each other are told once. */
export function FieldList({ fields }: { readonly fields: readonly ItemField[] }): ReactNode {
  const tools = useText();
  return (
    <dl className={styles['fields']}>
      {fields.map((field, index) => (
        <div key={index} className={styles['field']}>
          <dt>
            {fields[index - 1]?.field === field.field ? (
              <span className="pd-spoken">{fieldLabel(field.field, tools)}</span>
            ) : (
              fieldLabel(field.field, tools)
            )}
          </dt>
          <dd>{fieldText(field, tools)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A part that is only made when somebody asks for it. */
export function Disclosure({
  label,
  children,
}: {
  readonly label: string;
  readonly children: () => ReactNode;
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={styles['disclosure']}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Icon size={14} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {label}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        {isOpen ? children() : null}
      </Collapse>
    </div>
  );
}

/** What an item says, its picture, and behind a disclosure the form that the server keeps. */
export function DataItemContent({ item }: { readonly item: ItemDetail }): ReactNode {
  const { t } = useText();
  const picture = useMemo(() => pictureOf(item.content), [item.content]);
  return (
    <>
      {picture === null ? null : (
        <img
          className={styles['picture']}
          src={picture}
          alt={t('items.item.photo-of', { title: itemName(item, t) })}
        />
      )}
      {item.fields.length === 0 ? (
        <p className="pd-soft">{t('items.item.no-fields')}</p>
      ) : (
        <FieldList fields={item.fields} />
      )}
      <Disclosure label={t('items.item.form')}>
        {() => (
          <>
            <p className="pd-soft">{t('items.item.form-text')}</p>
            <CodeBlock what={t('items.item.form')} text={innerFormText(item.content)} />
          </>
        )}
      </Disclosure>
    </>
  );
}
