import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import styles from './sms.module.css';

const rows = [
  ['%number%', 'sms.help.number'],
  ['%data%', 'sms.help.data'],
  ['%udh%', 'sms.help.udh'],
  ['%userdata%', 'sms.help.userdata'],
  ['%binary%', 'sms.help.binary'],
  ['%dcs%  %pid%', 'sms.help.codes'],
  ['%parts%', 'sms.help.parts'],
  ['%sender%', 'sms.help.sender'],
  ['%user%  %password%', 'sms.help.user'],
  ['%id%', 'sms.help.id'],
  ['%reporturl%', 'sms.help.report-url'],
] as const;

const modifiers = [
  ['%data;hex%', 'sms.help.hex'],
  ['%data;b64%', 'sms.help.b64'],
  ['%udh;len;hex%', 'sms.help.len'],
  ['%data;unicode;hex%', 'sms.help.unicode'],
  ['%number;interprefix=00%', 'sms.help.interprefix'],
  ['%condition;isbinary;value=&bin=1%', 'sms.help.value'],
] as const;

/** What may stand between percent signs in a template. */
export function TemplateHelp(): ReactNode {
  const { t } = useText();
  return (
    <details>
      <summary>{t('sms.form.help')}</summary>
      <dl className={styles['help']}>
        {rows.map(([name, key]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
      <p className="pd-soft">{t('sms.help.modifiers')}</p>
      <dl className={styles['help']}>
        {modifiers.map(([name, key]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
